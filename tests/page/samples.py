"""Hand-made dossiers for the tests of the page: a fictional story of a dam gate, and one of forty reports."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from secondsource.model.findings import (
    Dossier,
    Evidence,
    Finding,
    JudgedStory,
    Point,
    PointVerdict,
    Statement,
    StatementKind,
)
from secondsource.model.readings import Reading
from secondsource.model.reports import Block, Credit, Cut, Dateline, Rejection, Report
from secondsource.model.spans import Span
from secondsource.model.statements import Bound, Dating, Figure, Statements
from secondsource.model.stories import Derivation, DerivationManner, Lineage, Passage, Stemma, Story

LEDGER = """Gate jams open at Marrow Lake dam
A steel gate at the Marrow Lake dam jammed open on Tuesday, sending some 40 tons of water a second into the valley.
“This is a total failure of the lower gate,” engineer Ida Voss said.
Workers inspect the lower gate on Tuesday. (Photo: R. Amsel)
The operator, Corrigan Hydro, was accused of skipping two inspections. It denies this."""

COURIER = """A gate at Marrow Lake dam jammed open on Tuesday and 40 metric tons of water poured out each second.
“This is a complete failure of the lower gate,” said engineer Ida Voss.
Corrigan Hydro skipped two inspections, a state report said."""

HERALD = """MARROW, 4 June — A gate at Marrow Lake dam jammed open on Tuesday.
Ida Voss called it “a complete failure of the lower gate”.
Skipping inspections has a history here: the dam was opened ten years ago to the day, on 5 June 2014."""

TRIBUNE = """A gate at Marrow Lake dam jammed open on Tuesday and 40 metric tons of water poured out each second.
Residents were told to stay away until September."""

VOICE = """I stood on the dam on Tuesday when the gate jammed.
“This is a total failure of the lower gate,” Ida Voss told me. More than 30 tons a second, she thought."""

TEXTS = {"ledger": LEDGER, "courier": COURIER, "herald": HERALD, "tribune": TRIBUNE, "voice": VOICE}
OUTLETS = {
    "ledger": "Valley Ledger",
    "courier": "The Courier",
    "herald": "Marrow Herald",
    "tribune": "Lake Tribune",
    "voice": None,
}
TIMES = {
    "ledger": "2024-06-04T09:10:00+00:00",
    "courier": "2024-06-04T10:00:00+00:00",
    "herald": "2024-06-05",
    "tribune": "2024-06-04T15:30:00+00:00",
    "voice": None,
}


def span_of(report: str, words: str) -> Span:
    """Where `words` stand in a report of the dam story."""
    start = TEXTS[report].index(words)
    return Span(start, start + len(words))


def statement(report: str, kind: StatementKind, words: str, speaker: str | None = None, **more: object) -> Statement:
    return replace(Statement(report, kind, span_of(report, words), words, speaker), **more)  # type: ignore[arg-type]


def line_blocks(text: str, kinds: dict[int, str] | None = None) -> tuple[Block, ...]:
    """A block a line; `kinds` names those that are no paragraphs."""
    blocks, start = [], 0
    for place, line in enumerate(text.split("\n")):
        kind = (kinds or {}).get(place, "paragraph")
        blocks.append(Block(kind, Span(start, start + len(line))))  # type: ignore[arg-type]
        start += len(line) + 1
    return tuple(blocks)


def sentences_of(text: str) -> tuple[Span, ...]:
    return tuple(block.span for block in line_blocks(text))


def dam_report(name: str) -> Report:
    text = TEXTS[name]
    outlet, published_at = OUTLETS[name], TIMES[name]
    known = [Credit("outlet", outlet, "first line of the text")] if outlet else []
    if published_at:
        known.append(Credit("published_at", published_at, "JSON-LD datePublished"))
    if name == "ledger":
        known.append(Credit("url", "https://ledger.example/gate?a=1&b=2", "canonical link"))
    return Report(
        id=name,
        place=f"reports/{name}.txt",
        text=text,
        title="Gate jams open at Marrow Lake dam" if name == "ledger" else None,
        outlet=outlet,
        dateline=Dateline("Marrow", "2024-06-04") if name == "herald" else None,
        published_at=published_at,
        blocks=line_blocks(text, {0: "title", 3: "caption"} if name == "ledger" else None),
        cuts=(Cut("Subscribe now", "advertising"), Cut("Home > News", "navigation")) if name == "ledger" else (),
        credits=tuple(known),
    )


def reading_of(report: Report) -> Reading:
    return Reading(report, sentences_of(report.text), (), (), ())


def derivation(
    child: str, parent: str, manner: DerivationManner, child_words: str, parent_words: str = ""
) -> Derivation:
    passage = Passage(span_of(child, child_words), span_of(parent, parent_words) if parent_words else None)
    return Derivation(child, parent, manner, 0.8, (f"one sentence of {child} follows it",), (passage,))


def point(number: int, kind: StatementKind, verdict: PointVerdict, sources: int, *told: Statement) -> Point:
    title, speaker = told[0].text, told[0].speaker
    return Point(f"point-{number}", kind, title, speaker, told, ("nearest to each other",), sources, verdict)


def figure(report: str, words: str, low: float, high: float | None, unit: str, bound: Bound) -> Figure:
    return Figure(span_of(report, words), low, high, unit, "water", bound)


def dam_points() -> tuple[Point, ...]:
    jammed = "jammed open on Tuesday"
    return (
        point(
            1,
            "quote",
            "differ",
            2,
            statement("ledger", "quote", "This is a total failure of the lower gate", "Ida Voss", force="says"),
            statement("courier", "quote", "This is a complete failure of the lower gate", "Ida Voss"),
            statement("herald", "quote", "a complete failure of the lower gate", "Ida Voss", via=("Northwire",)),
            statement("voice", "quote", "This is a total failure of the lower gate", "Ida Voss"),
        ),
        point(
            2,
            "figure",
            "differ",
            2,
            statement("ledger", "figure", "some 40 tons", low=36.0, high=44.0, unit="ton"),
            statement("courier", "figure", "40 metric tons", low=40.0, high=40.0, unit="metric ton"),
            statement("tribune", "figure", "40 metric tons", low=40.0, high=40.0, unit="metric ton"),
            statement("voice", "figure", "More than 30 tons", "Ida Voss", low=30.0, unit="ton"),
        ),
        point(
            3,
            "claim",
            "agree",
            2,
            *(statement(name, "claim", jammed) for name in ("ledger", "courier", "herald", "tribune")),
            statement("voice", "claim", "on Tuesday when the gate jammed"),
        ),
        point(
            4,
            "claim",
            "denied",
            1,
            statement("ledger", "claim", "was accused of skipping two inspections", force="accuses"),
            statement("courier", "claim", "skipped two inspections", "a state report"),
        ),
        point(
            5, "claim", "single", 1, statement("tribune", "claim", "Residents were told to stay away until September")
        ),
    )


def evidence(report: str, words: str) -> Evidence:
    return Evidence(report, span_of(report, words), words)


def dam_findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "wording",
            "differs",
            "Worded differently: total failure",
            ("“total” against “complete”",),
            (evidence("ledger", "total failure"), evidence("courier", "complete failure")),
            "point-1",
        ),
        Finding(
            "date",
            "impossible",
            "Ten years to the day cannot be",
            ("4 June 2024 less ten years is 4 June 2014", "the report says 5 June 2014"),
            (evidence("herald", "ten years ago to the day, on 5 June 2014"),),
        ),
        Finding(
            "denial",
            "denied",
            "Skipped inspections: denied",
            ("Valley Ledger: the operator denies it",),
            (evidence("ledger", "It denies this."), evidence("courier", "skipped two inspections")),
            "point-4",
        ),
        Finding("omission", "omitted", "Marrow Herald leaves out: 40 tons", ("two others tell it",), (), "point-2"),
    )


def dam_story() -> JudgedStory:
    """Five reports: two rewrites of a lost original, a copy of a copy, a mash-up, and one that stands alone."""
    readings = tuple(reading_of(dam_report(name)) for name in TEXTS)
    lineages = (
        Lineage("wire", ("ledger", "courier", "herald", "tribune"), None, True, "Northwire", ("all credit Northwire",)),
        Lineage("own", ("voice",), "voice", False, None, ("follows no other",)),
    )
    derivations = (
        derivation("ledger", "wire", "rewritten", "jammed open on Tuesday"),
        derivation("courier", "wire", "rewritten", "jammed open on Tuesday"),
        derivation("tribune", "courier", "trimmed", "jammed open on Tuesday", "jammed open on Tuesday"),
        derivation("herald", "courier", "mash-up", "jammed open on Tuesday", "jammed open on Tuesday"),
        derivation("herald", "voice", "quotes only", "failure of the lower gate", "failure of the lower gate"),
    )
    statements = tuple(
        Statements(
            name,
            (),
            {
                "ledger": (figure("ledger", "some 40 tons", 36.0, 44.0, "ton", "about"),),
                "courier": (figure("courier", "40 metric tons", 40.0, 40.0, "metric ton", "exact"),),
                "voice": (figure("voice", "More than 30 tons", 30.0, None, "ton", "more than"),),
            }.get(name, ()),
            dam_datings(name),
        )
        for name in TEXTS
    )
    story = Story("story-dam", "Gate jams open at Marrow Lake dam", "2024-06-04", readings)
    return JudgedStory(story, statements, Stemma(lineages, derivations), dam_points(), dam_findings())


def dam_datings(name: str) -> tuple[Dating, ...]:
    told = {
        "ledger": [("on Tuesday", "2024-06-04", "A steel gate at the Marrow Lake dam jammed open on Tuesday")],
        "herald": [
            ("5 June 2014", "2014-06-05", "the dam was opened ten years ago to the day, on 5 June 2014"),
            ("ten years ago", "201X", "the dam was opened ten years ago"),
        ],
        "tribune": [("until September", "../2024-09", "Residents were told to stay away until September")],
        "voice": [("on Tuesday", "XXXX-WXX-2", "I stood on the dam on Tuesday")],
    }
    return tuple(Dating(span_of(name, when), value, span_of(name, event)) for when, value, event in told.get(name, []))


def dam_dossier() -> Dossier:
    return Dossier((dam_story(),), (Rejection("reports/scan.pdf", "it holds no text", "0 of 3 pages"),))


def bare_story(texts: Sequence[str], title: str = "Untitled") -> JudgedStory:
    """A story of reports that nothing is known of, each a lineage of its own."""
    readings = tuple(reading_of(Report(f"r{place}", f"{place}.txt", text)) for place, text in enumerate(texts))
    ids = [reading.report.id for reading in readings]
    lineages = tuple(Lineage(f"l{id_}", (id_,), id_, False, None, ()) for id_ in ids)
    statements = tuple(Statements(id_, (), (), ()) for id_ in ids)
    return JudgedStory(Story("bare", title, None, readings), statements, Stemma(lineages, ()), (), ())


def crowd_dossier(count: int = 40) -> Dossier:
    """`count` reports of one opening: a wire that is lost with a third of them, a chain of copies, and many alone."""
    towns = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel")
    kinds = ("Evening Chronicle", "Post", "Morning Intelligencer and Advertiser", "Echo", "Daily Mercury")
    reports, texts = [], []
    for place in range(count):
        crowd = 100 + 10 * (place % 4)
        text = (
            f"The bridge at {towns[place % 8]} Ford opened on Friday before {crowd} guests.\n"
            f"“It has taken us {'nine' if place % 3 else 'almost nine'} years,” mayor Pia Lund said.\n"
            f"Number {place} in our series on crossings ends here."
        )
        texts.append(text)
        reports.append(
            Report(
                id=f"r{place:02}",
                place=f"crowd/{place:02}.txt",
                text=text,
                outlet=f"{towns[place % 8]} {kinds[place % 5]}",
                published_at=f"2023-05-{12 + place // 24:02}T{place % 24:02}:15:00+00:00" if place % 7 else None,
                blocks=line_blocks(text),
            )
        )
    ids = [report.id for report in reports]
    wire, chain, alone = ids[: count // 3], ids[count // 3 : count // 2], ids[count // 2 :]
    lineages = [Lineage("wire", tuple(wire), None, True, "Crossing News Agency", ("a shared mistake",))]
    if chain:
        lineages.append(Lineage("chain", tuple(chain), chain[0], False, None, ("it holds what the others tell",)))
    lineages += [Lineage(f"alone-{id_}", (id_,), id_, False, None, ("follows no other",)) for id_ in alone]
    manners: tuple[DerivationManner, ...] = ("rewritten", "verbatim", "trimmed")
    passage = (Passage(Span(0, 30), None),)
    derivations = [
        Derivation(
            id_, "wire" if place % 4 else wire[place - 1] if place else "wire", manners[place % 3], 0.7, (), passage
        )
        for place, id_ in enumerate(wire)
    ]
    derivations += [
        Derivation(child, parent, "trimmed", 0.9, (), (Passage(Span(0, 30), Span(0, 30)),))
        for parent, child in pairwise(chain)
    ]
    lineage_of = {id_: lineage.id for lineage in lineages for id_ in lineage.reports}

    def told(kind: StatementKind, opening: str, closing: str, **more: object) -> list[Statement]:
        found = []
        for id_, text in zip(ids, texts, strict=True):
            span = Span(text.index(opening), text.index(closing, text.index(opening)) + len(closing))
            found.append(replace(Statement(id_, kind, span, span.of(text)), **more))  # type: ignore[arg-type]
        return found

    def counted(statements: Sequence[Statement]) -> int:
        return len({lineage_of[one.report] for one in statements})

    quotes = told("quote", "It has", "years", speaker="Pia Lund")
    openings = [one for place, one in enumerate(told("claim", "The bridge", "opened on Friday")) if place % 5]
    crowds = [
        replace(one, low=float(one.text.split()[1]), high=float(one.text.split()[1]), unit="guest")
        for one in told("figure", "before 1", " guests")
    ]
    endings = told("claim", "Number", "crossings")
    points = (
        point(1, "claim", "agree", counted(openings), *openings),
        point(2, "quote", "differ", counted(quotes), *quotes),
        point(3, "figure", "differ", counted(crowds), *crowds),
        *(point(place, "claim", "single", 1, one) for place, one in enumerate(endings, start=4)),
    )
    findings = (
        Finding(
            "figure",
            "differs",
            "The number of guests differs",
            ("from 100 to 130",),
            tuple(Evidence(one.report, one.span, one.text) for one in crowds),
            "point-3",
        ),
    )
    datings = {
        id_: (Dating(Span(0, 10), "2023-05-12", Span(0, text.index("\n"))),)
        for id_, text in zip(ids, texts, strict=True)
    }
    statements = tuple(Statements(id_, (), (), datings[id_]) for id_ in ids)
    story = Story("crowd", "New bridge opens after nine years", "2023-05-12", tuple(map(reading_of, reports)))
    judged = JudgedStory(story, statements, Stemma(tuple(lineages), tuple(derivations)), points, findings)
    return Dossier((judged,), ())
