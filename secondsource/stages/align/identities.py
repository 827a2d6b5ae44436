"""Identities: which names, as the reports of a story spell them, are one name."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from secondsource.text.naming import name_words
from secondsource.text.spellings import is_same_name, to_sound

ARTICLES = frozenset(["the", "a", "an"])
FEWEST_LETTERS = 3
"""Letters of the shortest abbreviation that is looked up among the names of bodies."""
SMALL = frozenset(["of", "the", "and", "for", "in", "on"])


def gather_spellings(counted: Mapping[str, int], persons: Sequence[Collection[str]]) -> dict[str, str]:
    """Each name → the spelling most often used of it.

    `counted` are all names of the story, `persons` those of persons, report by report: two full names that one report
    has are two people, however alike they are spelt.
    """
    chosen = _choose({name: _key(name) for name in counted}, counted)
    usual = sorted({chosen[name] for name in counted})
    weight: Counter[str] = Counter()
    for name, count in counted.items():
        weight[chosen[name]] += count
    people = [frozenset(chosen[name] for name in names if name in chosen) for names in persons]
    merged = {name: name for name in usual} | _by_transliteration(people, weight) | _by_initials(usual)
    return {name: merged[chosen[name]] for name in counted}


def _key(name: str) -> str:
    """What stays of a name when case, accents, hyphens and the article before it do not count."""
    words = name_words(name)
    return "".join(words[1:] if words[:1] and words[0] in ARTICLES and len(words) > 1 else words) or name


def _choose(keys: Mapping[str, str], counted: Mapping[str, int]) -> dict[str, str]:
    best: dict[str, str] = {}
    for name in sorted(keys, key=lambda name: (-counted[name], name)):
        best.setdefault(keys[name], name)
    return {name: best[key] for name, key in keys.items()}


def _by_transliteration(people: Sequence[frozenset[str]], weight: Mapping[str, int]) -> dict[str, str]:
    """Each rarer spelling of a person's full name → the commonest that no report has beside it."""
    apart = {(one, other) for names in people for one in names for other in names if to_sound(one) == to_sound(other)}
    full = sorted({name for names in people for name in names if " " in name}, key=lambda name: (-weight[name], name))
    merged: dict[str, str] = {}
    alike: dict[str, list[str]] = {}
    for name in full:
        usual = alike.setdefault(to_sound(name), [])
        other = next((one for one in usual if (name, one) not in apart and is_same_name(name, one)), None)
        if other:
            merged[name] = other
        else:
            usual.append(name)
    return merged


def _by_initials(names: Sequence[str]) -> dict[str, str]:
    """“NHA” → the one body of the story whose words begin so: "National Harbour Authority"."""
    initials: dict[str, list[str]] = {}
    for name in names:
        words = [word for word in name_words(name) if word not in SMALL]
        if len(words) >= FEWEST_LETTERS:
            initials.setdefault("".join(word[0] for word in words).upper(), []).append(name)
    return {name: initials[name][0] for name in names if name.isupper() and len(initials.get(name, ())) == 1}
