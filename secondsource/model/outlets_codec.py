"""Outlets across stories, as JSON: the keys that docs/contract.md promises."""

from typing_extensions import TypedDict

from secondsource.model.outlets import Kinship, ListedOutlet, Middle, Outlet, OutletPage, PrintedReport
from secondsource.model.stories import DerivationManner


class ListedOutletJson(TypedDict):
    """An outlet in short."""

    name: str
    reports: int
    roots: int
    timed: int
    first: int


class OutletsJson(TypedDict):
    outlets: list[ListedOutletJson]
    next: int | None


class KinshipJson(TypedDict):
    """How many reports of one outlet come from another's, or from a lost original, in all and by manner."""

    outlet: str | None
    original: str | None
    reports: int
    manners: dict[DerivationManner, int]


class MiddleJson(TypedDict):
    """The middle one of so many values."""

    count: int
    value: float | None


class NamedJson(TypedDict):
    name: str
    reports: int


class PrintedReportJson(TypedDict):
    report: str
    place: str
    title: str | None
    published_on: str | None
    story: str | None
    is_root: bool | None
    own_share: float | None
    hours: float | None


class OutletJson(TypedDict):
    """What the archive's comparisons say of an outlet; nothing of it says whether copying was agreed."""

    outlet: ListedOutletJson
    stories: int
    own_share: float | None
    comes_from: list[KinshipJson]
    goes_into: list[KinshipJson]
    agencies: list[NamedJson]
    after_first: MiddleJson
    after_original: MiddleJson
    reports: list[PrintedReportJson]
    next: int | None


def outlets_to_json(page: OutletPage, after: int) -> OutletsJson:
    """Outlets from place `after` on."""
    reached = after + len(page.outlets)
    return {"outlets": [_listed_to_json(outlet) for outlet in page.outlets], "next": reached if page.has_more else None}


def outlet_to_json(outlet: Outlet, after: int) -> OutletJson:
    """An outlet with reports from place `after` on."""
    return {
        "outlet": _listed_to_json(outlet.listed),
        "stories": outlet.stories,
        "own_share": outlet.own_share,
        "comes_from": [_kinship_to_json(kinship) for kinship in outlet.comes_from],
        "goes_into": [_kinship_to_json(kinship) for kinship in outlet.goes_into],
        "agencies": [{"name": agency.name, "reports": agency.reports} for agency in outlet.agencies],
        "after_first": _middle_to_json(outlet.after_first),
        "after_original": _middle_to_json(outlet.after_original),
        "reports": [_report_to_json(report) for report in outlet.latest],
        "next": after + len(outlet.latest) if outlet.has_more else None,
    }


def _listed_to_json(outlet: ListedOutlet) -> ListedOutletJson:
    return {
        "name": outlet.name,
        "reports": outlet.reports,
        "roots": outlet.roots,
        "timed": outlet.timed,
        "first": outlet.first,
    }


def _kinship_to_json(kinship: Kinship) -> KinshipJson:
    return {
        "outlet": kinship.outlet,
        "original": kinship.original,
        "reports": kinship.reports,
        "manners": dict(kinship.manners),
    }


def _middle_to_json(middle: Middle) -> MiddleJson:
    return {"count": middle.count, "value": middle.value}


def _report_to_json(report: PrintedReport) -> PrintedReportJson:
    return {
        "report": report.report,
        "place": report.place,
        "title": report.title,
        "published_on": report.published_on,
        "story": report.story,
        "is_root": report.is_root,
        "own_share": report.own_share,
        "hours": report.hours,
    }
