"""So many times so much for each, where the three may be told in several paragraphs and reports."""

from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.amounts import write_amount
from secondsource.text.multiples import find_each, find_wrong_loads, find_wrong_multiples


def find_told_multiples(case: Case) -> dict[str, list[tuple[str, Span]]]:
    """The places of every wrong total, by its arithmetic; how much each has may stand in any report, if all agree."""
    wrong: dict[str, list[tuple[str, Span]]] = {}
    told: dict[str, set[float]] = {}
    for reading in case.readings.values():
        for one in find_each(reading.report.text):
            told.setdefault(one.noun, set()).add(one.value)
    agreed = {noun: min(values) for noun, values in told.items() if len(values) == 1}
    for report, reading in case.readings.items() if told else ():
        for block in reading.report.blocks:
            for found in find_wrong_multiples(block.span.of(reading.report.text), agreed):
                place = Span(block.span.start + found.start, block.span.start + found.end)
                wrong.setdefault(f"{found.counted}, not {write_amount(found.told)}", []).append((report, place))
    for report, reading in case.readings.items():
        for load in find_wrong_loads(reading.report.text):
            ends = Span(load.start, load.end), Span(load.whole_start, load.whole_end)
            own = [(report, case.sentence_of(report, end)) for end in ends]
            wrong.setdefault(f"{load.counted}, not {write_amount(load.told)}", []).extend(own)
    return wrong
