"""A copyist: makes copies of a report as careless and hurried desks do, to see whether they are found again.

Every edit is made by rules and words of this file and rewording.py alone; nothing is shared with what detects copies.
"""

import random
import re
from collections.abc import Sequence

from gate.rewording import DROPPED, QUOTED, is_quoting, merge, requote, reword

Paragraphs = list[list[str]]
"""A report as sentences within paragraphs."""

FILLERS = (
    "The development has drawn wide attention.", "It remains to be seen what happens next.",
    "Readers will be kept informed as the story unfolds.", "The matter is likely to occupy the public for some time.",
    "Observers are following events closely.", "Much is still unclear at this stage.",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]+ )+(?=(?:said|says|told)\b)|(?<=said )[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*")
_FIGURE = re.compile(r"(?<![\w.,$£€])[1-9]\d{1,3}(?![\w,]|\.\d)")
_LEAST_QUOTE = 6
"""Words of a quotation that is worth borrowing."""
_BORROWED = 4


def to_sentences(paragraph: str) -> list[str]:
    """Sentences, roughly: a full stop before a capital ends one, unless what goes before is a short form."""
    ends = re.finditer(r"(?<=[a-z0-9)][.!?])(?P<mark>[”\"]?) +(?=[“\"]?[A-Z])", paragraph)
    sentences, start = [], 0
    for end in ends:
        if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|St|Lt|Col|Prof|Jr|No)\.$", paragraph[: end.start()]):
            sentences.append(paragraph[start : end.end("mark")])
            start = end.end()
    return [sentence for sentence in (*sentences, paragraph[start:]) if sentence.strip()]


def verbatim(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Reprinted whole, but for a slip or two."""
    copy = [list(paragraph) for paragraph in report]
    for paragraph in chance.sample(copy, min(2, len(copy))):
        paragraph[0] = DROPPED.sub("", paragraph[0])
    return copy


def trimmed(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Cut by paragraphs and within paragraphs."""
    share = chance.uniform(0.4, 0.75)
    kept = [paragraph for place, paragraph in enumerate(report) if place == 0 or chance.random() < share]
    if len(kept) < min(4, len(report)):
        kept = report[:4]
    return [paragraph[: max(1, len(paragraph) - (chance.random() < 0.3))] for paragraph in kept]


def reordered(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Two blocks of paragraphs change places."""
    cut = chance.randint(len(report) // 3, max(len(report) // 3, 2 * len(report) // 3))
    return report[cut:] + report[:cut]


def rewritten(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Told in other words sentence by sentence; some are left out, joined or put before the last, one may be added."""
    copy: Paragraphs = []
    for paragraph in report:
        sentences = [part for sentence in paragraph if chance.random() < 0.85 for part in reword(sentence, chance)]
        if len(sentences) > 1 and not is_quoting(sentences[0] + sentences[1]) and chance.random() < 0.2:
            sentences[:2] = [merge(*sentences[:2])]
        if sentences:
            copy.insert(len(copy) - (len(copy) > 2 and chance.random() < 0.15), sentences)
    if chance.random() < 0.5:
        copy.append([chance.choice(FILLERS)])
    return copy or report


def requoted(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """The text as it was, with other words between the quotation marks."""
    return [[requote(sentence, chance) for sentence in paragraph] for paragraph in report]


def mistaken(report: Paragraphs, chance: random.Random) -> Paragraphs:
    """Up to three sentences with a slip: another figure, another day of the week, a letter lost from a name."""
    copy = [list(paragraph) for paragraph in report]
    places = [(at, within) for at, paragraph in enumerate(copy) for within in range(len(paragraph))]
    slips = 0
    for at, within in chance.sample(places, len(places)):
        slipped = _slip(copy[at][within], chance)
        if slipped != copy[at][within] and slips < 3:
            copy[at][within] = slipped
            slips += 1
    return copy


def _slip(sentence: str, chance: random.Random) -> str:
    day = next((day for day in WEEKDAYS if day in sentence), None)
    if day and chance.random() < 0.5:
        return sentence.replace(day, chance.choice([other for other in WEEKDAYS if other != day]))
    figure = _FIGURE.search(sentence)
    if figure:
        digits = list(figure[0])
        place = chance.randrange(len(digits))
        digits[place] = str((int(digits[place]) + chance.randint(1, 8)) % 9 + 1)
        return sentence[: figure.start()] + "".join(digits) + sentence[figure.end() :]
    doubled = re.search(r"\b[A-Z][a-z]*([a-z])\1", sentence)
    return sentence[: doubled.end() - 1] + sentence[doubled.end() :] if doubled else sentence


def pasted(one: Paragraphs, other: Paragraphs, chance: random.Random) -> tuple[Paragraphs, Paragraphs]:
    """Some paragraphs of one and some of another, to stand one after the other; one gives clearly more."""
    shares = chance.sample([chance.uniform(0.55, 0.75), chance.uniform(0.3, 0.4)], 2)

    def part(report: Paragraphs, share: float) -> Paragraphs:
        length = max(2, round(len(report) * share))
        start = chance.choice([0, chance.randint(0, max(0, len(report) - length))])
        return report[start : start + length]

    return part(one, shares[0]), part(other, shares[1])


def find_quotes(report: Paragraphs) -> list[tuple[str, str]]:
    """The longer quotations of a report, each with who is said to have said it."""
    found = []
    for sentence in (sentence for paragraph in report for sentence in paragraph):
        for quote in QUOTED.finditer(sentence):
            if len(quote[1].split()) >= _LEAST_QUOTE:
                named = _NAMED.search(sentence[: quote.start()] + sentence[quote.end() :])
                found.append((quote[1].strip(" ,.!"), named[0].strip() if named else "one of those involved"))
    return found


def quoting(own: Paragraphs, quotes: Sequence[tuple[str, str]], chance: random.Random) -> Paragraphs:
    """A report of its own, without the quotations it had, and with quotations of another."""
    copy = [[sentence for sentence in paragraph if not is_quoting(sentence)] for paragraph in own]
    copy = [paragraph for paragraph in copy if paragraph]
    borrowed = chance.sample(list(quotes), min(_BORROWED, len(quotes)))
    for place, (words, who) in enumerate(borrowed):
        cue = chance.choice((f"{who} has been quoted as saying.", f"{who} said.", f"so {who}."))
        copy.insert(min(len(copy), 2 * place + 1), [f"“{words},” {cue}"])
    return copy
