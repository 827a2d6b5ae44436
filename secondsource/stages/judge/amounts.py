"""Findings on sums with money and percentages: growth, premiums, leads, and so much for each."""

from collections.abc import Iterator

from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.margins import find_told_margins
from secondsource.stages.judge.multiples import find_told_multiples
from secondsource.stages.judge.sums import PERCENT
from secondsource.text.amounts import find_growths, find_next_growths, find_products
from secondsource.text.conversions import find_wrong_conversions
from secondsource.text.factors import find_wrong_factors
from secondsource.text.lexicon import load_lexicon
from secondsource.text.paces import find_wrong_paces

PER_SHARE = " per share"
EACH = ("for each of", "a share", "per share", "each share", "apiece")
"""Words after a price that say it is paid for each."""
NEAR = 24
"""Characters behind a price within which they stand."""


def judge_amounts(case: Case, settings: Judge) -> Iterator[Finding]:
    """One finding for each growth, product or premium that is wrong, with every report that has it."""
    wrong: dict[str, list[tuple[str, Span]]] = {}
    for report, reading in case.readings.items():
        before: Span | None = None
        for sentence in reading.sentences:
            words = sentence.of(reading.report.text)
            is_near = before is not None and case.paragraph_of(report, before) == case.paragraph_of(report, sentence)
            told = find_next_growths(case.text_of(report, before), words) if before and is_near else ()
            before = sentence
            for found in (*find_growths(words), *told):
                if abs(found.true - found.told) > max(settings.share_slack, settings.growth_slack * found.true):
                    wrong.setdefault(f"{found.counted}, not {found.told:g}", []).append((report, sentence))
            for found in (*find_wrong_factors(words), *find_wrong_conversions(words), *find_wrong_paces(words)):
                wrong.setdefault(f"{found.counted}, not {found.told:,.12g}", []).append((report, sentence))
            for found in find_products(words, _totals(case, report, sentence)):
                if abs(found.true - found.told) > settings.product_slack * found.told:
                    wrong.setdefault(f"{found.counted}, not {found.told:,.12g}", []).append((report, sentence))
    for arithmetic, places in (
        wrong | _wrong_premiums(case, settings) | find_told_margins(case) | find_told_multiples(case)
    ).items():
        shown = tuple(case.evidence(*place) for place in dict.fromkeys(places))
        reasons = (arithmetic, case.names_of(report for report, _ in places))
        yield Finding("arithmetic", "impossible", f"The sum does not come out: {arithmetic}", reasons, shown)


def _totals(case: Case, report: str, sentence: Span) -> list[tuple[int, int, float]]:
    return [
        (f.span.start - sentence.start, f.span.end - sentence.start, f.low)
        for f in case.statements[report].figures
        if sentence.contains(f.span) and f.low is not None and f.low == f.high and f.unit != PERCENT
    ]


def _wrong_premiums(case: Case, settings: Judge) -> dict[str, list[tuple[str, Span]]]:
    """Premiums over a price beside them that no price told for a share, in that sentence or in the story, gives."""
    wrong: dict[str, list[tuple[str, Span]]] = {}
    prices = [price for report in case.readings for price in _prices_of_a_share(case, report)]
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            inside = [f for f in case.statements[report].figures if sentence.contains(f.span) and f.low == f.high]
            shares = [f for f in inside if f.unit == PERCENT and f.bound == "exact"]
            bases = [f for f in inside if _is_money(f)]
            if len(shares) != 1 or not _is_premium(reading.report.text, shares[0].span) or not 1 <= len(bases) <= 2:
                continue
            told, low = shares[0].low or 0.0, min(f.low or 0.0 for f in bases)
            offers = [f.low or 0.0 for f in bases if f.low != low] or [value for _, _, value in prices]
            offers = [value for value in offers if low < value <= 5 * low]
            trues = [100 * (value / low - 1) for value in offers]
            if trues and all(abs(true - told) > settings.premium_slack for true in trues):
                best = max(set(offers), key=lambda value: (offers.count(value), value))
                counted = f"{best:g} / {low:g} = {best / low:.2f}: {100 * (best / low - 1):.3g} percent, not {told:g}"
                places = [(r, s) for r, s, value in prices if r == report and value == best]
                wrong.setdefault(counted, []).extend([(report, sentence), *places])
    return wrong


def _prices_of_a_share(case: Case, report: str) -> Iterator[tuple[str, Span, float]]:
    text = case.readings[report].report.text
    for figure in case.statements[report].figures:
        after = text[figure.span.end : figure.span.end + NEAR]
        is_each = (figure.unit or "").endswith(PER_SHARE) or after.lstrip().lower().startswith(EACH)
        if is_each and figure.low is not None and figure.low == figure.high and figure.unit != PERCENT:
            yield report, case.sentence_of(report, figure.span), figure.low


def _is_money(figure: Figure) -> bool:
    return (figure.unit or "").partition(" per ")[0] in load_lexicon("units")["currencies"]


def _is_premium(text: str, share: Span) -> bool:
    """Whether the percentage is of what one price is above another: "a premium of 27 percent", "27% richer"."""
    before, after = text[max(0, share.start - NEAR) : share.start].lower(), text[share.end : share.end + NEAR].lower()
    phrases = load_lexicon("sums")["premium"]
    return before.endswith(tuple(phrases["before"])) or after.lstrip(" -").startswith(tuple(phrases["after"]))
