"""Tellers: who a sentence says counted or told a thing, in ways in which no verb of speech leads to the words."""

import re
from functools import cache

_HEAD = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome)\s[\w’'&-]{1,30}"
    r"|(?!(?:In|At|By|On|Of|For|From|With|And|But|As|If|When|While|After|Before|Then|So|That|This)\b)[A-Z][\w’'-]{1,30})"
)
_WHO = rf"(?P<who>{_HEAD}(?:\s[\w’'&-]{{1,30}}){{0,4}}?)"
"""Whom a sentence may name: "the organisers", "two of his neighbours", "Ilse Korr of the general staff"."""
_SOME = (
    r"(?:about|around|some|roughly|nearly|almost|over|at\sleast|at\smost|(?:more|less|fewer)\sthan|up\sto|only|just)"
)
_COUNT = (
    r"(?:\d[\d.,]{0,15}|(?:a\s)?(?:hundred|thousand|dozen|half|third|quarter)|(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thir|four|fif|six|seven|eigh|nine|twen|for)(?:teen|ty)?(?:-\w{3,5})?|no)\b"
)
_SAYS = (
    r"(?:says?|said|claims?|claimed|stress(?:es|ed)?|insists?|insisted|maintains?|maintained|argues?|argued|writes?|wrote"
    r"|adds?|added|explains?|explained|notes?|noted|reports?|reported|recalls?|recalled|reckons?|reckoned|believes?"
    r"|believed|thinks?|thought|estimates?|estimated|alleges?|alleged|complains?|complained|assures?|assured|warns?|warned)"
)
_SUBJECT_OPENS = r"(?=\s(?:the|an?|its|his|her|their|this|these|those|there|it|he|she|they|no|all|some|many|most)\s)"
"""What follows a name that no comma ends: the subject of what is told."""
_NO_TIE = "".join(rf"(?<!\s{word})" for word in ("of", "in", "at", "for", "and", "on", "from", "with", "to", "by"))
"""What stands before "the" is no name that it goes on: "the head of the union"."""
_PATTERNS = (
    rf"\b[Aa]ccording\sto\s{_WHO}{_NO_TIE}{_SUBJECT_OPENS}",
    rf"\b[Aa]ccording\sto\s{_WHO}(?=[,.;:]|\swho\b|$)",
    rf"^(?:[A-Z][\w\s]{{1,40}},\s|[^,;:]{{0,40}}\s(?=the\s))?{_WHO}\s(?:(?:had|has|have|also|later|itself|themselves)\s){{0,2}}"
    rf"(?:counts|counted|recorded|registered|tallied|estimates?|estimated|reckons?|reckoned)\s(?:{_SOME}\s)?{_COUNT}",
    rf"\b{_WHO}\s(?:(?:had|has|have|also|later)\s){{0,2}}puts?\s[^.;:]{{3,80}}?\s(?:at|as)\s(?:{_SOME}\s)?{_COUNT}(?!\s?(?:[ap]\.?m\b|o['’]clock|:))",
    rf"\b(?:[Gg]oing|[Jj]udging)\sby\s{_WHO}(?=[\s,.;])",
    rf"\b[Ii]f\s{_WHO}\s(?:is|are)\s(?:to\sbe\s(?:believed|trusted)|right)\b",
    rf"\b(?:[Ii]n|[Bb]y|[Oo]n)\s{_WHO}(?:['’]s?)\s(?:own\s)?(?:count|reckoning|estimate|account|words|figures|telling|version|view|tally|data)\b",
    rf"\b[Bb]y\s(?:the\s)?(?:count|reckoning|estimate|account|tally)\sof\s{_WHO}(?=[\s,.;])",
    rf"\b{_WHO}\s(?:(?:had|has|have|also)\s)?(?:speaks?|spoke|spoken)\sof\s",
    rf"\b{_WHO}\s(?:(?:had|has|have|also)\s)?(?:gives?|gave|given|names?|named)\s(?:the|a)\s(?:numbers?|figures?|tolls?|sums?|totals?)\b",
    rf",\s{_WHO}\s(?:now\s|also\s|has\s|have\s|had\s)?{_SAYS},",
    rf",\s(?:so\s)?{_SAYS}\s{_WHO}(?=[,.;]|\s(?:of|from|in|at|who)\b)",
    rf",\sso\s{_WHO}(?=,\s(?!who|which|whose|where)|[.;]|\s(?:to|before)\b)",
    rf"\b{_WHO}\s(?:had\s|has\s)?told\s(?:a|an|the|this|our|state|local|public)\s[\w\s]{{3,40}}$",
    rf"\b{_WHO}(?:,\s[^,]{{3,120}},)?\s(?:had\s|has\s|have\s)?told\s(?:[\w’'-]{{2,20}}\s){{1,3}}that\s",
    rf"\b{_WHO}\s(?:have|has|had)\sit\sthat\b",
)
_REPLY = re.compile(
    r"\b(?:is|was|runs|ran|goes|went)\sthe\s(?:reply|answer|response|official\sversion|explanation)\b"
    r"|^The\s(?:reply|answer|response)\b"
    rf"|,\s(?:he|she|it|they)\s(?:{_SAYS}|answered|replied|answers|replies),"
    r"|\b(?:is|are|was|were|been)\s(?:found|held|ruled|judged|deemed)\sto\s"
)
"""An answer, a ruling, or what somebody says whom a pronoun stands for."""
_NOBODY = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "they",
        "it",
        "there",
        "which",
        "that",
        "nobody",
        "who",
        "what",
        "this",
        "latter",
        "former",
    ]
)
_RUMOUR = re.compile(
    r"\b(?:rumou?rs?|gossip|hearsay|whisper(?:s|ed)?|the\s(?:talk|word|story)\s(?:is|was|goes|went)|there\s(?:is|was)\stalk"
    r"|(?:some|many|others|people|neighbou?rs)\s(?:had\s|have\s)?(?:talked?|spoken?|say|said|whispered)"
    r"|stories\s(?:made|make|went|go|did|do)\sthe\srounds?|tales?|legend"
    r"|(?:was|were)\stold\s(?:at|on|in|by))\b",
    re.IGNORECASE,
)
"""What is told as hearsay: nobody is named, and nothing is told as a fact."""


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _PATTERNS)


def find_teller(sentence: str) -> str | None:
    """Who the sentence says counted or told what it tells; the first that a pattern finds, None if none does."""
    for pattern in _compiled():
        found = pattern.search(sentence)
        if found and _NOBODY.isdisjoint(found["who"].lower().split()):
            return found["who"]
    return None


def is_hearsay(sentence: str) -> bool:
    """Whether the sentence itself says that it only hands on what goes round, or what somebody answered."""
    return bool(_RUMOUR.search(sentence) or _REPLY.search(sentence))
