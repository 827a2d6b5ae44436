"""Which words are near in meaning and which are opposite (weights/wordnet/CARD.md), in whatever form they stand."""

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from secondsource.errors import InstallError

Relations = Mapping[str, frozenset[str]]

ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ves", "f"), ("es", ""), ("es", "e"), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""),
    ("ed", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""), ("ily", "y"), ("d", ""),
)  # fmt: skip
"""How English bends its words: an ending, and what stands in its place in the dictionary form."""

IRREGULAR = {
    "said": "say", "told": "tell", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "gave": "give",
    "given": "give", "took": "take", "taken": "take", "went": "go", "gone": "go", "came": "come", "saw": "see",
    "seen": "see", "made": "make", "got": "get", "left": "leave", "held": "hold", "kept": "keep", "lost": "lose",
    "met": "meet", "paid": "pay", "put": "put", "ran": "run", "sent": "send", "shot": "shoot", "sold": "sell",
    "bought": "buy", "brought": "bring", "thought": "think", "fought": "fight", "built": "build", "began": "begin",
    "begun": "begin", "broke": "break", "broken": "break", "chose": "choose", "chosen": "choose", "drew": "draw",
    "drove": "drive", "driven": "drive", "felt": "feel", "flew": "fly", "found": "find", "grew": "grow",
    "grown": "grow", "knew": "know", "known": "know", "led": "lead", "sank": "sink", "sunk": "sink", "spoke": "speak",
    "spoken": "speak", "spent": "spend", "stood": "stand", "struck": "strike", "threw": "throw", "understood":
    "understand", "won": "win", "wrote": "write", "written": "write", "men": "man", "women": "woman", "children":
    "child", "people": "people", "died": "die", "dying": "die", "hurt": "hurt", "children's": "child",
}  # fmt: skip
"""Irregular forms that news uses most."""


REMEMBERED = 100_000
"""Words and pairs of words whose answers are kept; a story of 300 reports has some 15,000 words."""


@cache
def _load() -> tuple[Relations, Relations]:
    near: dict[str, set[str]] = {}
    opposite: dict[str, set[str]] = {}
    path = files("secondsource") / "weights" / "wordnet" / "relations.txt.gz"
    try:
        lines = gzip.decompress(path.read_bytes()).decode("ascii").splitlines()
        for line in lines:
            word, sign, *others = line.split(" ")
            table = near if sign == "=" else opposite
            for other in others:
                table.setdefault(word, set()).add(other)
                table.setdefault(other, set()).add(word)
    except (OSError, ValueError, EOFError) as error:
        raise InstallError(f"the list of synonyms cannot be read ({error}); install secondsource again") from error
    return {w: frozenset(o) for w, o in near.items()}, {w: frozenset(o) for w, o in opposite.items()}


@lru_cache(maxsize=REMEMBERED)
def find_base_forms(word: str) -> tuple[str, ...]:
    """The dictionary forms that a lower-case word can be a form of, itself first, as far as the list knows them."""
    near, opposite = _load()
    forms = [word, IRREGULAR.get(word, word)]
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            forms.append(stem + instead)
            if not instead and len(stem) > 3 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return tuple(dict.fromkeys(form for form in forms if form == word or form in near or form in opposite))


def is_known(word: str) -> bool:
    """Whether the list has the word in any form."""
    near, opposite = _load()
    return any(form in near or form in opposite for form in find_base_forms(word))


@lru_cache(maxsize=REMEMBERED)
def find_near_forms(word: str) -> frozenset[str]:
    """The dictionary forms of all words that a lower-case word is near to, its own among them."""
    near, _ = _load()
    own = find_base_forms(word)
    return frozenset(own).union(*(near.get(form, frozenset()) for form in own))


@lru_cache(maxsize=REMEMBERED)
def are_near(one: str, other: str) -> bool:
    """Whether two lower-case words are forms of one word, or synonyms, or a word and its next wider one."""
    return not find_near_forms(one).isdisjoint(find_base_forms(other))


def are_opposite(one: str, other: str) -> bool:
    """Whether two lower-case words mean the opposite: "accept" and "refuse"."""
    _, opposite = _load()
    theirs = set(find_base_forms(other))
    return any(opposite.get(form, frozenset()) & theirs for form in find_base_forms(one))
