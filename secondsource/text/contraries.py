"""Contraries: words by which an answer goes against a claim, without a verb of denying and without "not"."""

import re

from secondsource.text.modality import count_negations
from secondsource.text.naming import name_words
from secondsource.text.numerals import find_numerals
from secondsource.text.wordings import content_words, share_of_matter

RUN = 7
"""Words in a row that two sayings have in common only if they are one utterance."""
COPIED = 0.6
"""Share of matter from which a saying with "not" is the negated copy of one without."""

LONGER = 2.5
"""How many times the content words of one such saying the other may have: a long text holds a short one by chance."""

_WHOLE = re.compile(
    r"\b(?:every(?:\s(?:one|single|last|\w+)|body|one|thing)|all\s(?:of|along|the\stime|\w+)|both|always|throughout|never|at\sno\stime|nobody|no\sone|nothing"
    r"|not\s(?:one|a\ssingle|once)|none\sof|from\s[^.;,]{2,60}?\s(?:to|until|till)\s|the\s(?:whole|entire)|(?:for\s)?the\s(?:very\s)?first\stime"
    r"|by\s(?:itself|themselves)|(?:on|of)\s(?:its|their|his|her)\sown|to\sthe\s(?:end|last)|until\sthe\s(?:end|last)|only|alone|without\s(?:a\sbreak"
    r"|interruption|fail))\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\bit\s(?:was|is|were)\s(?:the\s|an?\s|its\s|his\s|her\s|their\s|our\s)?(?:[\w'’-]+\s){1,6}?(?:that|who|which)\b"
    r"|\b(?:the\sother|another)\s(?:side|bank|shore|party|camp|driver|car|boat|firm|company|end)\b|\b(?:somebody|someone|somewhere|something)\selse\b|\belsewhere\b"
    r"|\b(?:long\s)?before\s(?:we|i|he|she|they|it)\s(?:even\s)?(?:came|arrived|got|took|were|was|had)\b|\bafter\s(?:we|i)\s(?:had\s)?(?:left|gone)\b"
    r"|\b(?:was|were|is|are|been)\s\w{2,}(?:ed|en|t|n|ne|wn)\sby\s(?:the|an?|two|three|its|their|his|her|our|others?)\b",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"^\W{0,3}(?:(?:that|no|and|but)\W{1,2})?it\s(?:was|were|is)\s(?:not\s)?(?:[\w'’-]+\s){1,6}?(?:that|who|which)\b",
    re.IGNORECASE,
)
_YIELDING = re.compile(
    r"^\W{0,3}(?:yes|of\scourse|that\sis\s(?:right|true|so)|it\sis\strue|true)\b|\b(?:agree[sd]?|admit(?:s|ted)?|concede[sd]?|confirm(?:s|ed)?|acknowledge[sd]?"
    r"|apologi[sz]e[sd]?|look(?:s|ing|ed)?\sinto|investigat\w+|examin(?:es?|ed|ing)|sorry|regrets?|regretted|mistakes?|our\sfault|my\sfault|(?:we|i|he|she|they)\s(?:was|were|had\sbeen)\swrong|forgive|bears?\sit\sout"
    r"|welcome[sd]?|thank(?:s|ed)?|promise[sd]?|gave\sground|is\sright|was\sright|are\sright|were\sright|should\s(?:never\s|not\s)?have|(?:do|does|did)(?:\snot|n['’]t)\s(?:deny|dispute|contest)|nodded|nodding"
    r"|nothing\sbut\sthe\struth)\b",
    re.IGNORECASE,
)
_PRAISING = re.compile(
    r"\b(?:best|better|great(?:est)?|brave\w*|heroi?c?\w*|saved|won|wins|winning|victory|prais\w+|thank\w*|success\w*|congratulat\w+|proud\w*|splendid|brilliant\w*"
    r"|record|recover\w*|survived|safe|healthy|rescued|(?:is|are|was|were)\s(?:\w+\s)?well|pleased|happy|glad|delighted|hopes?|hoped)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|is\sto|are\sto|plans?\sto|wants?\sto|must|should)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:was|were|had|did|stood|kept|ran|went|came|\w{2,}ed)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|has|have|does|do)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|spring|summer"
    r"|autumn|winter|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_CLIENT = re.compile(r"\b(?:his|her|their|my|our)\sclients?\b", re.IGNORECASE)
_PROMISE = re.compile(r"\b(?:will|shall)\b|['’]ll\b", re.IGNORECASE)
_QUESTION = re.compile(
    r"\bis\sit\strue\b|\bas\s[^?]{1,80}?\b(?:says?|said|claim(?:s|ed)?|wr(?:ites|ote|itten)|report(?:s|ed)?|allege[sd]?|charged?|suspects?|suspected|believes?|tells?|told)\b"
    r"|\bwho\s(?:says?|said|claim(?:s|ed)?|insists?)\s(?:that\b)?|\baccording\sto\b",
    re.IGNORECASE,
)


def is_whole(text: str) -> bool:
    """Whether a saying claims something of all or none, or from end to end: "every one", "from Brek to Lund"."""
    return _WHOLE.search(text) is not None


def turns_elsewhere(text: str) -> bool:
    """Whether a saying puts something on another: "it was the line that …", "from the other side"."""
    return _ELSEWHERE.search(text) is not None


def puts_it_on(text: str) -> bool:
    """Whether a saying tells who did it or who suffered it, whatever others say: "It was our side that was hit"."""
    return _CLEFT.match(text) is not None


def is_yielding(text: str) -> bool:
    """Whether an answer grants what was said, regrets it or welcomes it."""
    return _YIELDING.search(text) is not None


def is_promise(text: str) -> bool:
    """Whether a saying is of what its speaker will do."""
    return _PROMISE.search(text) is not None


def is_charge_like(text: str) -> bool:
    """Whether a claim tells of what was done, praises nobody for it and speaks for nobody."""
    return not any(pattern.search(text) for pattern in (_PRAISING, _AHEAD, _CLIENT))


def are_of_one_day(one: str, other: str) -> bool:
    """Whether two sayings may be of one time by the days, months and seasons that they name."""
    times = [{word.lower() for word in _TIME.findall(text)} for text in (one, other)]
    return not (times[0] and times[1]) or bool(times[0] & times[1])


def share_a_run(one: str, other: str) -> bool:
    """Whether two sayings have a run of words in common that shows them to be one utterance."""
    runs = [
        {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
        for words in (name_words(one), name_words(other))
    ]
    return bool(runs[0] & runs[1])


def are_of_one_tense(one: str, other: str) -> bool:
    """Whether two sayings can be of one time: not where one is of what was and the other of what is."""
    return _is_of_now(one) == _is_of_now(other)


def _is_of_now(text: str) -> bool:
    return _PRESENT.search(text) is not None and _PAST.search(text) is None


def is_reported_question(sentence: str) -> bool:
    """Whether a sentence asks after what somebody has said: "Did she know of it, as two clerks say?"."""
    return is_question(sentence) and _QUESTION.search(sentence) is not None


def is_question(sentence: str) -> bool:
    """Whether a sentence asks something."""
    return sentence.rstrip("”\"'’ ").endswith("?")


def is_negated_copy(one: str, other: str) -> bool:
    """Whether one of two sayings is the other with "not" in it: the same matter, the same numbers."""
    if (
        count_negations(one) % 2 == count_negations(other) % 2
        or min(len(set(content_words(text))) for text in (one, other)) < 2
    ):
        return False
    numbers = [{n.low for n in find_numerals(text)} for text in (one, other)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return False
    sizes = sorted(len(set(content_words(text))) for text in (one, other))
    return sizes[1] <= LONGER * sizes[0] and share_of_matter(one, other) >= COPIED
