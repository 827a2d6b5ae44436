"""Told shares: "That is barely one in four", some sentences behind the part and the whole that it is of.

Which count is a part of which is told by "of" and by what the text leaves out: a count without a noun is of the things
counted before it. Which of them a share is of is told by what begins its clause: "that", "they", "which" or the share
itself, set off.
"""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.stages.judge.counts import Count, find_counts
from secondsource.text.bounds import find_bound_before
from secondsource.text.rough_shares import RoughShare, find_rough_shares, fits_share
from secondsource.text.shares import Share

BACK = 3
"""Sentences from a share back to the counts that it is of."""
LEAST, MOST = 0.45, 2.2
"""How often a share may be the true one and still be meant for it."""
_SENTENCE = re.compile(r"(?:^|[.!?;][”\"’]?\s)(?=[^.!?;]*$)")
_POINTS_BACK = re.compile(
    r"^[“\"]?(?:(?:and\s|but\s|thus\s|so\s)?(?:that|this|they|these|it|which)\s(?:is|are|was|were|makes?(?:\sup)?|made(?:\sup)?|means|meant|represents?|represented"
    r"|amounts?\sto|comes?\sto|equals?|corresponds?\sto|accounts?\sfor)\s|(?:an?|the|this)\s(?:share|proportion|quota|rate)\sof\s)(?:only\s|just\s|thus\s|exactly\s|still\s){0,2}$",
    re.IGNORECASE,
)
"""From the beginning of a sentence or clause to its share: it is of what was told before."""
_SO = re.compile(
    r"^[“\"]?(?:in\sother\swords|put\s(?:differently|another\sway)|to\sput\sit\s(?:differently|another\sway)|that\sis\sto\ssay"
    r"|(?:that|this|which)\smeans(?:\sthat)?|thus|hence|therefore),?\s(?:only\s|just\s|every\s){0,1}$",
    re.IGNORECASE,
)
"""From the beginning of a sentence to its share: it says again what was told before."""
_SO_BEHIND = re.compile(
    r"^[^.;:,“”]{0,60},\s(?:in\sother\swords|then|therefore|thus|hence|that\sis\sto\ssay"
    r"|put\s(?:differently|another\sway)),",
    re.IGNORECASE,
)
"""The same behind a share that begins its sentence."""
_REST = re.compile(
    r"^(?:the\srest|the\sremainder|the\sothers|all\s(?:the\s)?others)(?:,\s|\s[–—]\s|\s\()(?:or\s)?$", re.IGNORECASE
)
_APPOSED = re.compile(r"^(?:\s[a-z]{3,20}){0,2},\s(?:or\s|that\sis,?\s)?$")
_ENDS = re.compile(r"(?:\s[a-z]{3,20}){0,2}(?:,\s(?!and\b)|\.)")
"""Between a share and the part that is set off behind it, and behind that part."""
_SET_OFF = re.compile(
    r"(?:,\s|\s[–—]\s|\s\()(?:or\s|that\sis,?\s|which\sis\s|so\s|thus\s|only\s|just\s){0,2}$", re.IGNORECASE
)
_SHUT = re.compile(
    r"\s?(?:$|[.,;:)”\"]|[–—]|of\s(?:them|these|it|everyone|everybody|all|the\s(?:total|whole))\b)", re.IGNORECASE
)
"""Behind a share that is of all that was told."""
_OF_WHOM = re.compile(
    r"\s(?:of\s(?:all|everyone|everybody|the)\s(?P<noun>[\w'’-]+)|(?P<more>more|less|higher|lower|is|was))",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"^\s(?:[a-z]+\s)?(?:out\sof|of)\s(?:the\s|its\s|their\s|these\s|those\s|all\s|his\s|her\s){0,2}$"
)
_OF_WHOLE = re.compile(
    r"(?:^|[.;,:!?“\"]\s)(?:out\s)?of\s(?:the\s|its\s|their\s|these\s|those\s|all\s){0,2}$", re.IGNORECASE
)
_OF_THEM = re.compile(
    r"\sof\s(?:them|these|those|it|whom|which)\b|\b(?:of|among)\s(?:these|those|them|it)\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:a\syear\s(?:ago|earlier)|the\syear\sbefore|rose|risen|fell|fallen|up\sfrom|down\sfrom|compared|instead)\b"
)
OTHER_SCOPE = re.compile(
    r"\b(?:there|elsewhere|everywhere|worldwide|nationwide|by\snow|meanwhile|since\sthen|by\sthen"
    r"|in\s(?:the|all\sthe|this)\s(?:old|new|north|south|east|west|northern|southern|eastern|western|other|next|whole|country|nation|world|region))\b",
    re.IGNORECASE,
)
"""Words by which a share is of more or of other things than were counted, or of another time."""
_LEAD = 16


def find_wrong_told_shares(reading: Reading, block: Span) -> Iterator[Share]:
    """Every share of a paragraph that the part and the whole told before it do not give."""
    text = block.of(reading.report.text)
    shares = list(find_rough_shares(text))
    counts = _apart(find_counts(reading, block), shares) if shares else []
    for share in shares if len(counts) > 1 else ():
        place = _sentence_of(reading, block, share)
        near = [one for one in counts if one.number.end <= share.start and 0 <= place - one.sentence <= BACK]
        pairs = list(_pairs(text, near)) if _is_of_before(text, share, near) else list(_apposed(text, share, counts))
        is_rest = _REST.match(_lead_of(text, share)) is not None
        trues = [100 * part.number.low / whole.number.low for part, whole in pairs]
        trues = [100 - true for true in trues] if is_rest else trues
        if not pairs or any(fits_share(share, true) for true in trues) or _fits_any(counts, share):
            continue
        part, whole = pairs[-1]
        start, end = min(part.number.start, whole.number.start), max(share.end, part.number.end)
        is_meant = LEAST <= share.middle / trues[-1] <= MOST
        if is_meant and not _OTHER_TIME.search(text[start:end]):
            low = whole.number.low - part.number.low if is_rest else part.number.low
            yield Share(start, end, low, whole.number.low, share.middle, share.most - share.middle)


def _apposed(text: str, share: RoughShare, counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """The part that commas set off behind a share which begins its sentence, and the whole of the sentence before."""
    behind = next((one for one in counts if one.number.start >= share.end), None)
    before = [one for one in counts if one.number.end <= share.start and one.noun]
    if _lead_of(text, share) or behind is None or not before:
        return
    is_set_off = _APPOSED.match(text[share.end : behind.number.start]) and _ENDS.match(text, behind.number.end)
    if is_set_off and behind.sentence - before[-1].sentence == 1 and behind.number.low < before[-1].number.low:
        yield behind, before[-1]


def _apart(counts: Sequence[Count], shares: Sequence[RoughShare]) -> list[Count]:
    """The counts that are no words of a share, and are told as they are."""
    return [
        one
        for one in counts
        if not any(share.start < one.number.end and one.number.start < share.end for share in shares)
    ]


def _sentence_of(reading: Reading, block: Span, share: RoughShare) -> int:
    start = block.start + share.start
    return max((n for n, sentence in enumerate(reading.sentences) if sentence.start <= start), default=0)


def _lead_of(text: str, share: RoughShare) -> str:
    """What stands before a share in its sentence."""
    return text[max((found.end() for found in _SENTENCE.finditer(text[: share.start])), default=0) : share.start]


def _is_of_before(text: str, share: RoughShare, near: Sequence[Count]) -> bool:
    """Whether a share is of the counts told before it: its clause points back to them, or it is set off behind one."""
    lead, behind = _lead_of(text, share), text[share.end :]
    clause = lead.rsplit(", ", 1)[-1]
    says_again = (_SO.match(lead) and not OTHER_SCOPE.search(re.split(r"[.!?]", behind)[0])) or (
        lead.strip('“"') == "" and _SO_BEHIND.match(behind)
    )
    if says_again or (_REST.match(lead) and re.match(r"[,)]|\s[–—]", behind)):
        return True
    points_back = bool(_POINTS_BACK.match(lead) or (", " in lead and _POINTS_BACK.match(clause)))
    if points_back:
        whom = _OF_WHOM.match(behind)
        named = (whom["noun"] or "").lower().rstrip("s") if whom else ""
        is_whole = any(one.noun and f"{one.noun} {one.deed}".find(named[:5]) >= 0 for one in near if named)
        is_all = whom is not None and (is_whole or bool(re.match(r"\sof\s(?:all|every)", behind)) or bool(whom["more"]))
        return bool(_SHUT.match(behind)) or is_all
    is_behind = bool(near) and near[-1].number.start >= share.start - len(lead)
    ends = r"[.;),]" if lead.endswith(", or ") else r"[.;)]"
    return is_behind and bool(_SET_OFF.search(lead) and re.match(ends, behind))


def _pairs(text: str, near: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Counts of which the one is told as a part of the other, in order."""
    for at, one in enumerate(near):
        for other in near[at + 1 :]:
            gap = text[one.number.end : other.number.start]
            lead = text[max(0, one.number.start - _LEAD) : one.number.start]
            is_last = other is near[-1] or near[-1].sentence == other.sentence
            if _is_open(text, one) or _is_open(text, other) or not is_last:
                continue
            if one.number.low < other.number.low and _PART_OF.match(gap):
                yield one, other
            elif one.number.low > other.number.low and (
                (_OF_WHOLE.search(lead) and one.sentence == other.sentence)
                or _is_of_it(text, one, other)
                or (other.noun == "" and one.noun and not _names_between(near, one, other))
            ):
                yield other, one


def _is_of_it(text: str, whole: Count, part: Count) -> bool:
    """Whether the clause of a part says that it is of what was counted before: "200 of them", "of these 4,600"."""
    before = re.split(r"[.!?;]\s", text[whole.number.end : part.number.start])[-1]
    behind = re.split(r"[.!?;,]\s", text[part.number.end : part.number.end + 3 * _LEAD])[0]
    return bool(_OF_THEM.search(before) or _OF_THEM.search(behind))


def _names_between(near: Sequence[Count], whole: Count, part: Count) -> bool:
    """Whether something else was counted between the two."""
    return any(whole.number.end <= one.number.start and one.number.end <= part.number.start for one in near if one.noun)


def _is_open(text: str, one: Count) -> bool:
    return find_bound_before(text, one.number.start) is not None


def _fits_any(counts: Sequence[Count], share: RoughShare) -> bool:
    """Whether any two counts of the paragraph give the share: then these may be meant."""
    lows = [one.number.low for one in counts]
    return any(0 < one < other and fits_share(share, 100 * one / other) for one in lows for other in lows)
