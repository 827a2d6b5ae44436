"""The pages of outlets: whose text theirs comes from and goes into, how early they are, how much is their own."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from secondsource.archive.outlets import OUTLETS, REPORTS, list_outlets, load_outlet
from secondsource.model.outlets import Kinship, OutletOrder
from secondsource.surfaces.page.phrases import counted
from secondsource.surfaces.web.paging import After, Asked, find_pages
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive

MOST_KIN = 12
"""Other outlets that are listed at once; more can be opened."""
MOST_LISTED = 60
"""Other outlets that are listed at all; of the rest it is said how many they are."""

MANNERS = {
    "verbatim": "word for word",
    "trimmed": "trimmed",
    "rewritten": "rewritten",
    "mash-up": "put together from several",
    "quotes only": "quotes only",
}

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ShownKin:
    """Another outlet, or a lost text, with how many reports join them; `width` is on a scale of 100."""

    outlet: str | None
    original: str | None
    reports: str
    width: int
    manners: str


@router.get("/outlets")
def show_outlets(
    request: Request, archive: TheArchive, name: Asked = "", order: OutletOrder = "most", after: After = 0
) -> HTMLResponse:
    """Every outlet whose reports were compared."""
    page = list_outlets(archive, name, order, after=after)
    pages = find_pages(request, after, OUTLETS, page.has_more)
    return render("outlets.html", page=page, pages=pages, asked=name, order=order)


@router.get("/outlets/{name:path}")
def show_outlet(request: Request, archive: TheArchive, name: str, after: After = 0) -> HTMLResponse:
    """What comparisons say of one outlet."""
    outlet = load_outlet(archive, name, after=after)
    return render(
        "outlet.html",
        outlet=outlet,
        comes_from=_show_kin(outlet.comes_from[:MOST_LISTED]),
        goes_into=_show_kin(outlet.goes_into[:MOST_LISTED]),
        most=MOST_KIN,
        more_origins=max(0, len(outlet.comes_from) - MOST_LISTED),
        more_copies=max(0, len(outlet.goes_into) - MOST_LISTED),
        after=after,
        pages=find_pages(request, after, REPORTS, outlet.has_more),
    )


def _show_kin(kin: tuple[Kinship, ...]) -> list[ShownKin]:
    largest = max((one.reports for one in kin), default=1)
    return [
        ShownKin(
            one.outlet,
            one.original,
            counted(one.reports, "report"),
            max(1, round(100 * one.reports / largest)),
            ", ".join(f"{count:,} {MANNERS[manner]}" for manner, count in one.manners),
        )
        for one in kin
    ]
