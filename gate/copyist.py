"""A copyist: makes copies of a report as careless and hurried desks do, to see whether they are found again.

Every edit is made by rules and words of this file alone; nothing here is shared with what detects copies.
"""

import random
import re
from collections.abc import Callable, Sequence

Paragraphs = list[list[str]]
"""A report as sentences within paragraphs."""

SYNONYMS = {
    "said": "stated", "told": "informed", "people": "persons", "killed": "left dead", "died": "lost their lives",
    "injured": "hurt", "hurt": "injured", "began": "started", "started": "began", "big": "large", "large": "big",
    "small": "little", "help": "assist", "helped": "assisted", "show": "reveal", "showed": "revealed", "shows": "reveals",
    "asked": "requested", "many": "numerous", "also": "likewise", "but": "yet", "because": "since", "after": "following",
    "before": "ahead of", "about": "roughly", "almost": "nearly", "nearly": "almost", "officials": "authorities",
    "authorities": "officials", "government": "administration", "president": "head of state", "home": "residence",
    "house": "building", "police": "officers", "officer": "policeman", "city": "town", "country": "nation",
    "nation": "country", "money": "funds", "work": "labour", "job": "post", "children": "youngsters", "car": "vehicle",
    "vehicle": "car", "fire": "blaze", "attack": "assault", "war": "conflict", "fight": "battle", "plan": "scheme",
    "plans": "intends", "want": "wish", "wants": "wishes", "wanted": "wished", "decided": "chose", "announced": "made public",
    "warned": "cautioned", "claimed": "maintained", "added": "went on", "called": "named", "saw": "noticed", "found": "discovered",
    "made": "produced", "gave": "handed", "took": "brought", "left": "departed", "went": "travelled", "came": "arrived",
    "kept": "held on to", "held": "kept", "put": "placed", "set": "placed", "got": "received", "bought": "purchased",
    "sold": "disposed of", "built": "constructed", "closed": "shut", "opened": "unlocked", "ended": "finished",
    "important": "significant", "new": "fresh", "old": "former", "early": "initial", "late": "belated", "first": "initial",
    "last": "final", "next": "following", "recent": "latest", "several": "a number of", "some": "certain", "often": "frequently",
    "likely": "probable", "however": "nevertheless", "while": "whereas", "during": "in the course of", "against": "in opposition to",
    "without": "lacking", "problem": "difficulty", "problems": "difficulties", "chance": "opportunity", "report": "account",
    "support": "backing", "supporters": "backers", "opponents": "critics", "critics": "opponents", "leader": "chief",
    "leaders": "chiefs", "lawyer": "attorney", "court": "tribunal", "law": "statute", "bill": "draft law", "vote": "ballot",
    "election": "poll", "campaign": "race", "speech": "address", "meeting": "gathering", "talks": "discussions",
    "deal": "agreement", "agreement": "accord", "company": "firm", "firm": "company", "workers": "employees",
    "students": "pupils", "school": "academy", "woman": "lady", "man": "male", "night": "evening", "morning": "early hours",
    "quickly": "swiftly", "immediately": "at once", "finally": "in the end", "currently": "at present", "despite": "in spite of",
    "reporters": "journalists", "journalists": "reporters", "spokesman": "speaker", "spokeswoman": "speaker",
    "statement": "declaration", "decision": "ruling", "evidence": "proof", "victims": "casualties", "believe": "think",
    "think": "believe", "thinks": "believes", "says": "states", "tells": "informs", "needs": "requires", "need": "require",
}  # fmt: skip
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "11": "eleven", "12": "twelve", "13": "thirteen", "20": "twenty", "30": "thirty", "40": "forty", "50": "fifty",
}  # fmt: skip
FILLERS = (
    "The development has drawn wide attention.", "It remains to be seen what happens next.",
    "Readers will be kept informed as the story unfolds.", "The matter is likely to occupy the public for some time.",
    "Observers are following events closely.", "Much is still unclear at this stage.",
)  # fmt: skip
DROPPED = re.compile(r"\b(?:very|really|also|just|already|simply|largely|apparently|reportedly) ", re.IGNORECASE)
TAIL_ATTRIBUTION = re.compile(r"^(?P<claim>[A-Z][^“”\"]{25,240}), (?P<who>(?:[\w.’'-]+ ){1,8})(?P<verb>said|stated)\.$")
HEAD_ATTRIBUTION = re.compile(r"^(?P<who>[A-Z](?:[\w.’'-]+ ){1,6})said (?:that )?(?P<claim>[^“”\"]{25,240})\.$")
LEADING_TIME = re.compile(r"^(?P<time>(?:On|In|By|At|Since|Last) [^,“”\"]{3,40}), (?P<rest>[^“”\"]{20,260})\.$")
SPLIT = re.compile(r"^(?P<one>[^“”\"]{50,240}), (?P<link>and|but) (?P<two>(?:he|she|it|they|the|a) [^“”\"]{30,240})$")


def is_quoting(sentence: str) -> bool:
    return any(mark in sentence for mark in '“”"')


def verbatim(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Reprinted whole, but for a slip or two."""
    copy = [list(paragraph) for paragraph in report]
    for paragraph in chance.sample(copy, min(2, len(copy))):
        paragraph[0] = DROPPED.sub("", paragraph[0])
    return copy


def trimmed(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Cut by paragraphs, the later ones first, and within paragraphs."""
    share = chance.uniform(0.4, 0.75)
    kept = [paragraph for place, paragraph in enumerate(report) if place == 0 or chance.random() < share]
    while len(kept) < min(4, len(report)):
        kept = report[:4]
    return [paragraph[: max(1, len(paragraph) - (chance.random() < 0.3))] for paragraph in kept]


def reordered(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Two blocks of paragraphs change places."""
    cut = chance.randint(len(report) // 3, max(len(report) // 3, 2 * len(report) // 3))
    return report[cut:] + report[:cut]


def rewritten(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Told in other words sentence by sentence; some sentences are left out, one of no content is put in."""
    copy = []
    for paragraph in report:
        sentences = [rewrite(sentence, chance) for sentence in paragraph if chance.random() < 0.85]
        if sentences:
            copy.append([part for sentence in sentences for part in sentence])
    if chance.random() < 0.5:
        copy.append([chance.choice(FILLERS)])
    return copy or report


def rewrite(sentence: str, chance: random.Random) -> list[str]:
    """The sentence in other words outside its quotations, perhaps as two."""
    for rule in chance.sample(RULES, len(RULES)):
        if chance.random() < 0.8:
            sentence = rule(sentence)
    parts = SPLIT.match(sentence)
    if parts and chance.random() < 0.5:
        two = parts["two"]
        return [_swap(parts["one"] + ".", chance), _swap(two[0].upper() + two[1:], chance)]
    return [_swap(sentence, chance)]


def _swap(sentence: str, chance: random.Random) -> str:
    pieces = re.split(r"([“\"][^“”\"]*[”\"])", sentence)
    return "".join(piece if is_quoting(piece) else _swap_words(piece, chance) for piece in pieces)


def _swap_words(text: str, chance: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        word = found[0]
        swapped = SYNONYMS.get(word.lower()) or NUMBERS.get(word.lower())
        if not swapped or chance.random() > 0.95:
            return word
        return swapped[0].upper() + swapped[1:] if word[0].isupper() else swapped

    return re.sub(r"[A-Za-z0-9]+", other, text)


def _drop_adverbs(sentence: str) -> str:
    return sentence if is_quoting(sentence) else DROPPED.sub("", sentence)


def _lead_with_speaker(sentence: str) -> str:
    found = TAIL_ATTRIBUTION.match(sentence)
    if not found:
        return sentence
    who, claim = found["who"].strip(), found["claim"]
    return f"According to {who}, {claim[0].lower() if claim.startswith(('The ', 'A ', 'It ', 'There ')) else claim[0]}{claim[1:]}."


def _trail_with_speaker(sentence: str) -> str:
    found = HEAD_ATTRIBUTION.match(sentence)
    return (
        f"{found['claim'][0].upper()}{found['claim'][1:]}, according to {found['who'].strip()}." if found else sentence
    )


def _trail_with_time(sentence: str) -> str:
    found = LEADING_TIME.match(sentence)
    return (
        f"{found['rest'][0].upper()}{found['rest'][1:]} {found['time'][0].lower()}{found['time'][1:]}."
        if found
        else sentence
    )


APPOSITION = re.compile(r", (?:who|which|a|an|the) [^,“”\"]{8,80},(?= )")
LATE_CLAUSE = re.compile(
    r"^(?P<main>[A-Z][^“”\",]{25,160}),? (?P<clause>(?:after|when|because|while|although|if|as) [^“”\",]{15,120})\.$"
)
WORN = {
    r"\bin order to\b": "to", r"\bdid not\b": "failed to", r"\bwas not\b": "was hardly", r"\bhas been\b": "was",
    r"\bhad been\b": "was", r"\bis expected to\b": "will probably", r"\bof the\b": "from the", r"\bwill be\b": "is to be",
    r"\bmore than\b": "over", r"\bless than\b": "under", r"\baccording to\b": "in the words of", r"\bas well as\b": "and also",
    r"\bone of the\b": "among the", r"\bthere (?:is|are)\b": "one finds", r"\bwould\b": "was going to", r"\bcould\b": "was able to",
    r"\bshould\b": "ought to", r"\bmust\b": "has to", r"\bwho\b": "that", r"\bthis\b": "the present", r"\bthat\b": "the said",
}  # fmt: skip


def _drop_apposition(sentence: str) -> str:
    return sentence if is_quoting(sentence) else APPOSITION.sub("", sentence)


def _lead_with_clause(sentence: str) -> str:
    found = LATE_CLAUSE.match(sentence)
    if not found:
        return sentence
    clause, main = found["clause"], found["main"]
    return f"{clause[0].upper()}{clause[1:]}, {main[0].lower() if main.split()[0] in ('The', 'A', 'It', 'He', 'She') else main[0]}{main[1:]}."


def _wear(sentence: str) -> str:
    pieces = re.split(r"([“\"][^“”\"]*[”\"])", sentence)
    for place, piece in enumerate(pieces):
        if not is_quoting(piece):
            for worn, fresh in WORN.items():
                piece = re.sub(worn, fresh, piece)
            pieces[place] = piece
    return "".join(pieces)


RULES: Sequence[Callable[[str], str]] = (
    _drop_adverbs,
    _lead_with_speaker,
    _trail_with_speaker,
    _trail_with_time,
    _drop_apposition,
    _lead_with_clause,
    _wear,
)


def pasted(one: Paragraphs, other: Paragraphs, chance: random.Random) -> Paragraphs:
    """Some paragraphs of one, then some of another."""

    def part(report: Paragraphs) -> Paragraphs:
        length = max(2, round(len(report) * chance.uniform(0.35, 0.6)))
        start = chance.choice([0, chance.randint(0, max(0, len(report) - length))])
        return report[start : start + length]

    return part(one) + part(other)
