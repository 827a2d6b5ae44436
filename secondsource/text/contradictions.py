"""Contradictions: sayings that deny without a verb of denying: "not one shot was fired", "there was no such call"."""

import re

_LEAD = r"^\W{0,3}(?:(?!not\b|never\b|no\b)[\w'’,-]+\s){0,5}?"
_FLAT = re.compile(
    _LEAD + r"(?:not\s(?:one|a\ssingle|any)\b|none\sof\b|no\sone\b|nobody\b|never\b|at\sno\stime\b|nothing\sof\sthe\b"
    r"|no\s(?:such\s)?(?:[a-z]+\s){1,2}(?:was|were|has|had|have|of\sours|of\sthe\s(?:sort|kind)|left|took|ever|fell|came|ran)\b"
    r"|there\s(?:is|was|were|are|has\sbeen|have\sbeen|had\sbeen)\s(?:no|never)\b|none\s(?:was|were|fell|came|had|has|did)\b)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"^\W{0,3}(?:that\s)?(?:(?:it|they|he|she|this|that)\s(?:was|were|did|had|has|is|does|do)\s?(?:not|n['’]t)\W{0,2}$"
    r"|(?:it|this|that|the\s\w+|such\s\w+)\s(?:is|was|were|are)\s(?:all\s|simply\s|quite\s|wholly\s|completely\s)?"
    r"(?:untrue|not\strue|false|wrong|a\slie|lies|invented|nonsense|baseless|unfounded|made\sup(?!\sof)|fabricated)\b"
    r"|(?:no|nothing)\W{0,3}$|there\s(?:is|was|had\sbeen|has\sbeen)\sno\ssuch\b|no\ssuch\b"
    r"|no\s\w+\sof\s(?:the|that)\s(?:sort|kind)\b|(?:he|she|they|we|i)\sdid\s(?:no\ssuch\sthing|nothing\sof\sthe\s(?:kind|sort))\b|it\s(?:did\snot|never)\s(?:take\splace|happen|took\splace|happened)\b)",
    re.IGNORECASE,
)


def is_flat_no(text: str) -> bool:
    """Whether a saying says outright that something was not so: "Not one of our boats left the port"."""
    return _FLAT.match(text) is not None


def points_back(text: str) -> bool:
    """Whether a saying says no to what was said before it, without saying it again: "that it was not"."""
    return _POINTING.match(text) is not None


_UNTRUTH = re.compile(
    r"\b(?:no|not\s(?:a|one|any)\s(?:\w+\sof\s)?|nothing\sof\s(?:the\s)?)\s?(?:truth|substance|foundation|basis)\s(?:at\sall\s|whatsoever\s|whatever\s)?(?:in|to|for|behind)\s"
    r"|\b(?:it\s(?:is|was)\s)?(?:not\strue|untrue|false|a\slie|invented)\sthat\s",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:(?:the|these|those|this|any|all)\s)?(?:\w+\s)?(?:reports?|claims?|rumou?rs?|tales?|stor(?:y|ies)|suggestions?|allegations?|charges?|accusations?|talk)\s"
    r"(?:that|of|about)\s",
    re.IGNORECASE,
)
_NO_SUCH_THING = re.compile(
    r"^(.{3,160}?)\s(?:did\snot|does\snot|never|has\snever|had\snever)\s(?:exist|existed|happen|happened|take\splace|taken\splace|took\splace)\b",
    re.IGNORECASE,
)


def find_untrue(text: str) -> str | None:
    """What a saying calls untrue in words of its own: "no truth in reports that *a gate was open*"; None if nothing."""
    found = _UNTRUTH.search(text)
    if found:
        told = text[found.end() :].strip(" .,”\"'")
        return _NAMED.sub("", told)
    gone = _NO_SUCH_THING.match(text)
    return gone.group(1).strip(" .,“\"'") if gone else None


_PLEA = re.compile(
    r"\b(?:plead(?:s|ed)?|pled)\snot\sguilty\b|\b(?:maintain(?:s|ed)?|protest(?:s|ed)?|insist(?:s|ed)?\son|assert(?:s|ed)?|proclaim(?:s|ed)?)\s"
    r"(?:(?:his|her|their|its)\s)?(?:\w+\s)?innocence\b|\bdid\s(?:no\ssuch\sthing|nothing\s(?:wrong|of\sthe\s(?:kind|sort)))\b",
    re.IGNORECASE,
)


def find_plea(sentence: str) -> int | None:
    """Where a sentence begins to say that somebody holds himself innocent; None if it does not."""
    found = _PLEA.search(sentence)
    return found.start() if found else None


_MATTER = (
    r"(?:it|that|this|them|her|him|both|(?:the|this|that|these|those|all|any|such|his|her|their|its)\s(?:\w+\s)?(?:accounts?|claims?|charges?"
    r"|accusations?|reports?|rumou?rs?|allegations?|stor(?:y|ies)|suggestions?|assertions?|version))"
)
_UNTRUE = (
    r"(?:an?\s(?:(?:complete|outright|pure|barefaced|plain|malicious|total)\s)?(?:lie|invention|fabrication|fairy\stale|fiction|smear|slander|myth|fantasy)"
    r"|lies|untrue|not\strue|false|wrong|baseless|unfounded|groundless|nonsense|rubbish|absurd|invented|made\sup(?!\sof)|fabricated|pure\sinvention"
    r"|fantasy|ridiculous|without\s(?:any\s)?foundation)"
)
_REBUFF = re.compile(
    rf"(?<!\bnot\s)(?<!\bnever\s)(?<!\bnor\s)\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|contradict(?:s|ed)?|rebuff(?:s|ed)?|reject(?:s|ed)?|dismiss(?:es|ed)?"
    rf"|refut(?:e|es|ed)|repudiat(?:e|es|ed)|disavow(?:s|ed)?|took\sissue\swith|brush(?:es|ed)\saside)\s{_MATTER}(?=[,.;:]|\s(?:as|on|in|and|again|too|flatly"
    rf"|saying|outright|through|at|with|when)\b|$)"
    rf"|\bbrush(?:es|ed)\s{_MATTER}\saside\b|\b(?:call(?:s|ed)|describ(?:es|ed)|dismiss(?:es|ed)|brand(?:s|ed))\s{_MATTER}\s(?:as\s)?{_UNTRUE}\b"
    rf"|\b(?:said|says|insist(?:s|ed)|replied)\s(?:that\s)?(?:it|this|that|the\s\w+)\s(?:is|was|were)\s{_UNTRUE}\b"
    rf"|\bnot\sso,\s(?:said|says)\b|[“\"](?:that|this|it)\s(?:is|was|['’]s)\s{_UNTRUE}[.,”]|[“\"](?:all\s)?(?:lies|nonsense|rubbish|fairy\stales|invented|not\strue|untrue)[.,!]?[,”]"
    r"|\b(?:not\sa\sword|nothing|none|not\sone\sword)\sof\s(?:that|it|this|what\s\w+\s(?:says?|said|claims?|claimed))\s(?:is|was)\strue\b"
    r"|\b(?:he|she|they)\s(?:made|has\smade|have\smade|is\smaking|are\smaking)\s(?:that|this|it)(?:\sall)?\sup\b|\bnothing\sof\sthe\s(?:kind|sort)\s(?:ever\s)?(?:happened|took\splace|was)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:(?:did|does|do|could|can|would|will)(?:\snot|n['’]t)|cannot|never|nor|hardly|declined\sto|refused\sto|neither\sconfirm\w*\snor)\s(?:\w+\s)?(?:deny|dispute|contradict|reject|dismiss)\b",
    re.IGNORECASE,
)


def find_rebuff(sentence: str) -> int | None:
    """Where a sentence begins to say that somebody calls untrue what was said before; None if it does not."""
    found = _REBUFF.search(sentence)
    return found.start() if found and not _UNDONE.search(sentence) else None


def is_undenied(text: str) -> bool:
    """Whether a saying says that something is not denied."""
    return _UNDONE.search(text) is not None
