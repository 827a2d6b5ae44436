"""A copyist's way with a sentence: other words and another order, by rules and words of this file alone."""

import random
import re
from collections.abc import Callable, Sequence

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
    "able": "in a position", "above": "over", "across": "throughout", "actually": "in fact", "add": "go on",
    "afraid": "fearful", "ago": "back", "agreed": "consented", "aid": "relief", "allow": "let",
    "allowed": "permitted", "always": "invariably", "angry": "furious", "answer": "reply", "appeared": "seemed",
    "area": "district", "argued": "contended", "army": "troops", "arrested": "detained", "asking": "requesting",
    "away": "off", "bad": "poor", "banned": "barred", "based": "founded", "basis": "ground", "beach": "shore",
    "beautiful": "lovely", "became": "turned into", "become": "turn into", "beginning": "outset",
    "behind": "at the back of", "below": "beneath", "best": "finest", "better": "superior", "between": "amid",
    "blamed": "faulted", "boat": "vessel", "body": "corpse", "boss": "head", "both": "the two", "brief": "short",
    "bring": "fetch", "broken": "shattered", "brought": "carried", "business": "trade", "busy": "occupied",
    "cannot": "is unable to", "care": "attention", "carried": "bore", "case": "matter", "cause": "reason",
    "caused": "brought about", "central": "main", "certain": "sure", "change": "shift", "changed": "altered",
    "changes": "alterations", "charged": "accused", "cheap": "inexpensive", "check": "inspect", "choice": "option",
    "choose": "pick", "citizens": "inhabitants", "claim": "contention", "clear": "plain", "close": "near",
    "coming": "approaching", "comment": "remark", "comments": "remarks", "common": "usual", "complete": "entire",
    "completely": "entirely", "concern": "worry", "concerned": "worried", "concerns": "worries",
    "conditions": "circumstances", "continue": "carry on", "continued": "carried on", "control": "command",
    "correct": "right", "cost": "price", "counted": "tallied", "crash": "collision", "created": "set up",
    "crowd": "throng", "cut": "reduced", "damage": "harm", "damaged": "harmed", "dangerous": "hazardous",
    "dead": "deceased", "death": "passing", "decide": "settle", "declined": "refused", "delay": "hold-up",
    "delayed": "held up", "demand": "call for", "demanded": "called for", "deny": "dispute", "destroyed": "ruined",
    "different": "distinct", "difficult": "hard", "director": "head", "discovered": "came upon",
    "discuss": "talk about", "doctor": "physician", "doctors": "physicians", "drop": "fall", "dropped": "fell",
    "due": "expected", "each": "every", "easy": "simple", "effort": "attempt", "efforts": "attempts",
    "empty": "vacant", "end": "close", "enough": "sufficient", "entire": "whole", "entered": "went into",
    "error": "mistake", "especially": "above all", "even": "indeed", "event": "occasion", "every": "each",
    "exactly": "precisely", "expected": "anticipated", "expects": "anticipates", "expensive": "costly",
    "explained": "made clear", "extra": "additional", "face": "confront", "fact": "circumstance",
    "failed": "was unable", "fall": "drop", "family": "household", "famous": "well-known", "fast": "quick",
    "father": "dad", "feel": "sense", "fell": "dropped", "few": "a handful of", "figure": "number",
    "figures": "numbers", "final": "last", "fired": "dismissed", "floor": "storey", "followed": "came after",
    "forced": "compelled", "foreign": "overseas", "former": "one-time", "fought": "battled", "free": "at liberty",
    "full": "complete", "game": "match", "gathered": "assembled", "general": "overall", "getting": "receiving",
    "give": "hand", "given": "handed", "giving": "handing", "goal": "aim", "good": "decent", "great": "considerable",
    "group": "band", "grow": "expand", "growing": "increasing", "grew": "increased", "guests": "visitors",
    "happened": "occurred", "hard": "tough", "heard": "listened to", "heavy": "weighty", "here": "in this place",
    "high": "elevated", "highest": "topmost", "hit": "struck", "hope": "trust", "hopes": "trusts",
    "hospital": "clinic", "hour": "sixty minutes", "huge": "enormous", "hundreds": "several hundred",
    "idea": "notion", "include": "comprise", "included": "comprised", "including": "among them", "increase": "rise",
    "increased": "rose", "information": "details", "inside": "within", "instead": "rather",
    "investigation": "inquiry", "investigators": "detectives", "issue": "question", "issued": "released",
    "joined": "came together with", "judge": "magistrate", "keep": "retain", "kind": "sort", "knew": "was aware",
    "know": "are aware", "known": "familiar", "lack": "want", "land": "soil", "later": "afterwards",
    "leave": "depart", "leaving": "departing", "less": "a smaller amount", "letter": "note", "level": "degree",
    "live": "reside", "lived": "resided", "living": "residing", "local": "nearby", "longer": "any more",
    "look": "appear", "looked": "appeared", "lost": "missing", "lot": "great deal", "lower": "reduce",
    "mainly": "chiefly", "major": "leading", "majority": "most", "make": "produce", "making": "producing",
    "manager": "executive", "match": "game", "means": "signifies", "member": "participant",
    "members": "participants", "men": "males", "message": "note", "met": "encountered", "middle": "centre",
    "mistake": "error", "mistakes": "errors", "mother": "mum", "move": "step", "moved": "shifted",
    "much": "a great deal", "named": "called", "near": "close to", "necessary": "needed", "never": "at no time",
    "nobody": "no one", "nothing": "not a thing", "notice": "warning", "number": "figure", "occurred": "took place",
    "offer": "proposal", "offered": "proposed", "office": "bureau", "once": "one time", "only": "merely",
    "open": "unlocked", "operation": "action", "opinion": "view", "order": "command", "ordered": "commanded",
    "others": "the rest", "outside": "beyond", "owner": "proprietor", "owners": "proprietors", "paid": "settled",
    "part": "portion", "party": "group", "pay": "settle", "period": "stretch", "person": "individual",
    "place": "spot", "planned": "intended", "played": "performed", "point": "moment", "position": "stance",
    "possible": "conceivable", "power": "might", "prepared": "made ready", "present": "current", "pressed": "urged",
    "prevent": "stop", "previous": "earlier", "price": "cost", "private": "personal",
    "probably": "in all likelihood", "process": "procedure", "project": "undertaking", "promised": "pledged",
    "protect": "shield", "protest": "demonstration", "proved": "turned out", "public": "open",
    "published": "put out", "pulled": "drew", "question": "query", "questions": "queries", "rain": "showers",
    "raised": "lifted", "ran": "hurried", "reach": "get to", "reached": "got to", "ready": "set", "reason": "cause",
    "reasons": "causes", "received": "got", "recently": "lately", "refused": "declined", "remain": "stay",
    "remained": "stayed", "remains": "stays", "repeated": "said again", "replaced": "took the place of",
    "reported": "announced", "required": "needed", "rescue": "saving", "residents": "inhabitants",
    "response": "reaction", "rest": "remainder", "result": "outcome", "results": "outcomes", "return": "come back",
    "returned": "came back", "risk": "danger", "road": "street", "role": "part", "room": "chamber",
    "rose": "climbed", "rule": "regulation", "rules": "regulations", "running": "operating", "safe": "secure",
    "safety": "security", "same": "identical", "seen": "spotted", "sent": "dispatched", "serious": "grave",
    "served": "worked", "service": "duty", "share": "portion", "ship": "vessel", "short": "brief",
    "shot": "fired at", "sign": "token", "signed": "put a name to", "similar": "comparable", "simple": "plain",
    "since": "ever since", "situation": "state of affairs", "slow": "sluggish", "soldiers": "troops",
    "sometimes": "at times", "soon": "before long", "sought": "looked for", "speak": "talk", "special": "particular",
    "spent": "used", "spoke": "talked", "spokesperson": "speaker", "staff": "personnel", "stand": "remain",
    "standing": "upright", "state": "condition", "stay": "remain", "stayed": "remained", "step": "measure",
    "steps": "measures", "still": "even now", "stop": "halt", "stopped": "halted", "storm": "tempest",
    "story": "tale", "street": "road", "strong": "powerful", "struck": "hit", "study": "survey",
    "such": "of that kind", "suggested": "proposed", "sum": "amount", "sure": "certain", "surprised": "astonished",
    "system": "arrangement", "taken": "brought", "talk": "speak", "talked": "spoke", "task": "duty",
    "teacher": "instructor", "team": "squad", "test": "trial", "thank": "express gratitude to",
    "themselves": "in person", "therefore": "for that reason", "things": "matters", "though": "although",
    "thought": "believed", "thousands": "several thousand", "threat": "menace", "threatened": "menaced",
    "threw": "hurled", "time": "moment", "together": "jointly", "total": "sum", "toward": "in the direction of",
    "towards": "in the direction of", "town": "municipality", "train": "rail service", "travel": "journey",
    "treated": "cared for", "tried": "attempted", "trip": "journey", "trouble": "bother", "true": "correct",
    "try": "attempt", "trying": "attempting", "turned": "swung", "under": "beneath", "understand": "grasp",
    "until": "till", "urged": "called on", "use": "employ", "used": "employed", "using": "employing",
    "usual": "customary", "value": "worth", "various": "assorted", "very": "extremely", "view": "opinion",
    "village": "hamlet", "visit": "call", "visited": "called on", "visitors": "guests", "voice": "tone",
    "waited": "held on", "walked": "strode", "wall": "barrier", "water": "liquid", "way": "manner", "weapon": "arm",
    "weather": "conditions", "week": "seven days", "weeks": "a matter of weeks", "whole": "entire", "wide": "broad",
    "win": "victory", "winner": "victor", "within": "inside", "won": "gained", "word": "term", "worked": "laboured",
    "worker": "employee", "world": "globe", "worse": "poorer", "wounded": "hurt", "wrong": "mistaken",
    "wrote": "noted", "year": "twelve months", "young": "youthful",
}  # fmt: skip
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "11": "eleven", "12": "twelve", "13": "thirteen", "20": "twenty", "30": "thirty", "40": "forty", "50": "fifty",
}  # fmt: skip
WORN = {
    r"\bin order to\b": "to", r"\bdid not\b": "failed to", r"\bwas not\b": "was hardly", r"\bhas been\b": "was",
    r"\bhad been\b": "was", r"\bis expected to\b": "will probably", r"\bof the\b": "from the", r"\bwill be\b": "is to be",
    r"\bmore than\b": "over", r"\bless than\b": "under", r"\baccording to\b": "in the words of", r"\bas well as\b": "and also",
    r"\bone of the\b": "among the", r"\bthere (?:is|are)\b": "one finds", r"\bwould\b": "was going to", r"\bcould\b": "was able to",
    r"\bshould\b": "ought to", r"\bmust\b": "has to", r"\bwho\b": "that", r"\bthis\b": "the present", r"\bthat\b": "the said",
}  # fmt: skip
PERSONS = {
    "I": "they", "we": "they", "my": "their", "our": "their", "me": "them", "us": "them", "am": "are", "I’m": "they are",
    "we’re": "they are", "I’ve": "they have", "we’ve": "they have", "I'm": "they are", "we're": "they are", "is": "was",
    "are": "were", "will": "would", "can": "could", "have": "had", "has": "had", "don’t": "do not", "don't": "do not",
}  # fmt: skip
"""Direct speech told as indirect speech, wooden as such copies are."""

QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")
DROPPED = re.compile(r"\b(?:very|really|also|just|already|simply|largely|apparently|reportedly) ", re.IGNORECASE)
TAIL_ATTRIBUTION = re.compile(r"^(?P<claim>[A-Z][^“”\"]{25,240}), (?P<who>(?:[\w.’'-]+ ){1,8})(?P<verb>said|stated)\.$")
HEAD_ATTRIBUTION = re.compile(r"^(?P<who>[A-Z](?:[\w.’'-]+ ){1,6})said (?:that )?(?P<claim>[^“”\"]{25,240})\.$")
LEADING_TIME = re.compile(r"^(?P<time>(?:On|In|By|At|Since|Last) [^,“”\"]{3,40}), (?P<rest>[^“”\"]{20,260})\.$")
SPLIT = re.compile(r"^(?P<one>[^“”\"]{50,240}), (?P<link>and|but) (?P<two>(?:he|she|it|they|the|a) [^“”\"]{30,240})$")
APPOSITION = re.compile(r", (?:who|which|a|an|the) [^,“”\"]{8,80},(?= )")
LATE_CLAUSE = re.compile(
    r"^(?P<main>[A-Z][^“”\",]{25,160}),? (?P<clause>(?:after|when|because|while|although|if|as) [^“”\",]{15,120})\.$"
)
SPOKEN = re.compile(
    r"^[“\"](?P<words>[^“”\"]{20,260}?)[,.!]?[”\"],? (?P<who>[^“”\"]{3,80}?) (?:said|says|told reporters)\.$"
    r"|^[“\"](?P<words_>[^“”\"]{20,260}?)[,.!]?[”\"],? (?:said|says) (?P<who_>[^“”\"]{3,80})\.$"
)
SMALL = ("The", "A", "An", "It", "He", "She", "They", "There", "This", "That", "In", "On", "We")


def is_quoting(sentence: str) -> bool:
    return any(mark in sentence for mark in '“”"')


def reword(sentence: str, chance: random.Random) -> list[str]:
    """The sentence in other words outside its quotations, perhaps as two; some quotes become indirect speech."""
    if chance.random() < 0.5:
        sentence = _tell_indirectly(sentence)
    for rule in chance.sample(RULES, len(RULES)):
        if chance.random() < 0.8:
            sentence = rule(sentence)
    parts = SPLIT.match(sentence)
    if parts and chance.random() < 0.5:
        two = parts["two"]
        return [_swap(parts["one"] + ".", chance), _swap(two[0].upper() + two[1:], chance)]
    return [_swap(sentence, chance)]


def requote(sentence: str, chance: random.Random) -> str:
    """The same sentence with the words between its quotation marks changed."""

    def other(found: re.Match[str]) -> str:
        words = DROPPED.sub("", swap_words(found[1], chance))
        for worn, fresh in WORN.items():
            words = re.sub(worn, fresh, words)
        clauses = words.split(", ")
        if len(clauses) > 2 and chance.random() < 0.5:
            del clauses[1]
        return found[0][0] + ", ".join(clauses) + found[0][-1]

    return QUOTED.sub(other, sentence)


def swap_words(text: str, chance: random.Random) -> str:
    """Nearly every word that has one gives way to its synonym; numbers are spelt otherwise."""

    def other(found: re.Match[str]) -> str:
        word = found[0]
        swapped = SYNONYMS.get(word.lower()) or NUMBERS.get(word.lower())
        if not swapped or chance.random() > 0.95:
            return word
        return swapped[0].upper() + swapped[1:] if word[0].isupper() else swapped

    return re.sub(r"[A-Za-z0-9]+", other, text)


def merge(one: str, other: str) -> str:
    """Two sentences as one."""
    return f"{one[:-1]}, and {_lower(other)}"


def _swap(sentence: str, chance: random.Random) -> str:
    pieces = re.split(r"([“\"][^“”\"]*[”\"])", sentence)
    return "".join(piece if is_quoting(piece) else swap_words(piece, chance) for piece in pieces)


def _tell_indirectly(sentence: str) -> str:
    spoken = SPOKEN.match(sentence)
    if not spoken:
        return sentence
    words, who = spoken["words"] or spoken["words_"], spoken["who"] or spoken["who_"]
    told = " ".join(PERSONS.get(word, word) for word in _lower(words).split())
    return f"{who[0].upper()}{who[1:]} said that {told}."


def _drop_adverbs(sentence: str) -> str:
    return sentence if is_quoting(sentence) else DROPPED.sub("", sentence)


def _drop_apposition(sentence: str) -> str:
    return sentence if is_quoting(sentence) else APPOSITION.sub("", sentence)


def _lead_with_speaker(sentence: str) -> str:
    found = TAIL_ATTRIBUTION.match(sentence)
    return f"According to {found['who'].strip()}, {_lower(found['claim'])}." if found else sentence


def _trail_with_speaker(sentence: str) -> str:
    found = HEAD_ATTRIBUTION.match(sentence)
    return f"{_upper(found['claim'])}, according to {found['who'].strip()}." if found else sentence


def _trail_with_time(sentence: str) -> str:
    found = LEADING_TIME.match(sentence)
    return f"{_upper(found['rest'])} {found['time'][0].lower()}{found['time'][1:]}." if found else sentence


def _lead_with_clause(sentence: str) -> str:
    found = LATE_CLAUSE.match(sentence)
    return f"{_upper(found['clause'])}, {_lower(found['main'])}." if found else sentence


def _wear(sentence: str) -> str:
    pieces = re.split(r"([“\"][^“”\"]*[”\"])", sentence)
    for place, piece in enumerate(pieces):
        if not is_quoting(piece):
            for worn, fresh in WORN.items():
                piece = re.sub(worn, fresh, piece)
            pieces[place] = piece
    return "".join(pieces)


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _lower(text: str) -> str:
    """The text as it goes on within a sentence; a name keeps its capital."""
    return text[0].lower() + text[1:] if text.split(" ", 1)[0] in SMALL else text


RULES: Sequence[Callable[[str], str]] = (
    _drop_adverbs,
    _lead_with_speaker,
    _trail_with_speaker,
    _trail_with_time,
    _drop_apposition,
    _lead_with_clause,
    _wear,
)
