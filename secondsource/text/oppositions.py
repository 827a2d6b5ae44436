"""Oppositions: whether two sayings cannot both be so, by their words alone (lexicon/oppositions.toml)."""

import re
from functools import cache

from secondsource.text.lexicon import load_lexicon

_NOT = r"(?:not|no|never|nobody|none|neither|n['’]t)"
_RETORT = re.compile(
    r"\b(?:repl(?:y|ies|ied)|retort(?:s|ed)?|counter(?:s|ed)?|shot\sback|hit\sback|fired\sback|object(?:s|ed)|protest(?:s|ed)|rejoined|insist(?:s|ed)?"
    r"|answered|responded|disagree[sd]?|begs?\sto\sdiffer|sees\sit\sdifferently|contradict(?:s|ed))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:tells?|told|sees?|saw|remembers?|describes?)\s(?:it|this|that)\s(?:very\s|quite\s)?(?:differently|otherwise)\b|\b(?:has|have|gives?|gave|tells?|told)\s(?:quite\s)?an?(?:other|\sdifferent)\s(?:story|version|account)\b"
    r"|\b(?:call(?:s|ed|ing)?|describ(?:es|ed|ing)|brand(?:s|ed)|label(?:s|l?ed)|dismiss(?:es|ed)|term(?:s|ed)|spoke\sof|speaks\sof|put\sit\sdown\sto)\s"
    r"(?:(?:this|that|it|these|those|all\sof\s\w+|the\s(?:\w+\s)?(?:charges?|claims?|accusations?|allegations?|reports?|stor(?:y|ies)|suggestions?))"
    r"\s(?:simply\s|just\s|all\s|as\s){0,2})?[^.;]{0,30}?\b(?:lies?|lying|nonsense|tales?|stor(?:y|ies)|fiction|novel|invent(?:ion|ed)|fabricat\w+|slander"
    r"|smears?|libel|absurd\w*|ridiculous|laughable|baseless|unfounded|groundless|untrue|false\w*|rubbish|rumou?rs?|fantas\w+|legend|hot\sair|jokes?"
    r"|hoax|propaganda|provocation|speculation|malicious|defam\w+|far-fetched|made\sup(?!\sof)|myths?|gossip|garbage|outrageous|wrong)\b",
    re.IGNORECASE,
)


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = load_lexicon("oppositions")["opposed"]
    return tuple((_to_pattern(row["one"]), _to_pattern(row["other"])) for row in rows)


def _to_pattern(words: list[str]) -> re.Pattern[str]:
    choice = "|".join(re.sub(r"\bnot\b(?! stands)", lambda _: _NOT, word) for word in words)
    return re.compile(rf"\b(?:{choice})\b", re.IGNORECASE)


def are_opposed(one: str, other: str) -> bool:
    """Whether the second saying claims the opposite of the first: shut out and present, never told and told."""
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in _pairs()
    )


def is_retort(cue: str) -> bool:
    """Whether the words that bring a saying show it as an answer: "replied", "countered"."""
    return _RETORT.search(cue) is not None


def is_dismissal(sentence: str) -> bool:
    """Whether the sentence gives a charge the name of something untrue: "called this a fairy tale"."""
    return _LABEL.search(sentence) is not None
