"""/search, /like, /holding: what the archive holds, by words, by meaning, by a pasted text."""

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from secondsource.archive.queries import LONGEST, narrow, parse
from secondsource.archive.searching import PAGE
from secondsource.model.hits_codec import FoundJson, HoldingsJson, found_to_json, holdings_to_json
from secondsource.model.lists_codec import AskedTextJson, FoundSliceJson, found_slice_to_json
from secondsource.model.queries import Query as Asked
from secondsource.surfaces.api.answers import NounRoute
from secondsource.surfaces.api.asked import Most, Names, OfReports, TheDesk

Kind = Literal["quote", "claim", "figure", "dating", "event", "agreement"]
Verdict = Literal["agree", "differ", "denied", "single", "impossible", "lost", "changed", "omitted"]

router = APIRouter(tags=["searches"], route_class=NounRoute)


@router.get("/search")
def search(
    desk: TheDesk,
    fields: OfReports,
    speaker: Names,
    kind: Annotated[list[Kind], Query(default_factory=list)],
    verdict: Annotated[list[Verdict], Query(default_factory=list)],
    q: Annotated[str, Query(max_length=LONGEST, description="Words, and fields such as outlet:gazette.")] = "",
    earlier: Annotated[bool, Query(description="Look at earlier versions of articles too.")] = False,
    most: Most = PAGE,
    after: Annotated[int, Query(ge=0, le=100_000, description="Pass over so many hits.")] = 0,
) -> FoundSliceJson:
    """Reports and statements by words, names, days, kinds and verdicts; the best first."""
    of_statements: dict[str, list[str]] = {"speaker": speaker, "kind": [*kind], "verdict": [*verdict]}
    asked = narrow(parse(q), fields | {name: values for name, values in of_statements.items() if values})
    return found_slice_to_json(desk.search(replace(asked, earlier=earlier), most=most, after=after), after)


@router.get("/like")
def like(
    desk: TheDesk,
    fields: OfReports,
    text: Annotated[str, Query(max_length=LONGEST, description="What the statements sought say.")],
    most: Most = PAGE,
) -> FoundJson:
    """Quotations and claims that mean what the text says, in whatever words; the most alike first."""
    return found_to_json(desk.like(text, narrow(Asked(), fields), most=most))


@router.post("/holding")
def holding(desk: TheDesk, body: AskedTextJson, most: Most = PAGE) -> HoldingsJson:
    """The reports that hold a text of up to 20,000 characters, word for word or rewritten. Nothing is stored."""
    return holdings_to_json(desk.holding(body["text"], most=most))
