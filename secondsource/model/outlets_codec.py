"""Outlets, as JSON: the keys that docs/contract.md promises."""

from typing_extensions import TypedDict

from secondsource.model.outlets import Kinship, ListedOutlet, Outlet, PrintedReport


class OutletJson(TypedDict):
    """An outlet in short; `roots` are its reports that come from no other known one, `first` those that were first."""

    name: str
    reports: int
    roots: int
    timed: int
    first: int


class KinshipJson(TypedDict):
    """How many reports come from an outlet's, or from a lost `original`, in all and by manner."""

    outlet: str | None
    original: str | None
    reports: int
    manners: dict[str, int]


class MiddleJson(TypedDict):
    """The middle one of so many values, in hours."""

    count: int
    value: float | None


class CreditedJson(TypedDict):
    name: str
    reports: int


class PrintedJson(TypedDict):
    """A report of an outlet."""

    report: str
    title: str | None
    published_on: str | None
    story: str | None
    is_root: bool | None
    own_share: float | None
    hours: float | None


class OutletPageJson(OutletJson):
    """What comparisons say of an outlet."""

    stories: int
    own_share: float | None
    comes_from: list[KinshipJson]
    goes_into: list[KinshipJson]
    agencies: list[CreditedJson]
    after_first: MiddleJson
    after_original: MiddleJson
    latest: list[PrintedJson]
    has_more: bool


def outlet_to_json(listed: ListedOutlet) -> OutletJson:
    return {
        "name": listed.name,
        "reports": listed.reports,
        "roots": listed.roots,
        "timed": listed.timed,
        "first": listed.first,
    }


def outlet_page_to_json(outlet: Outlet) -> OutletPageJson:
    return {
        **outlet_to_json(outlet.listed),
        "stories": outlet.stories,
        "own_share": outlet.own_share,
        "comes_from": [_kinship_to_json(one) for one in outlet.comes_from],
        "goes_into": [_kinship_to_json(one) for one in outlet.goes_into],
        "agencies": [{"name": one.name, "reports": one.reports} for one in outlet.agencies],
        "after_first": {"count": outlet.after_first.count, "value": outlet.after_first.value},
        "after_original": {
            "count": outlet.after_original.count,
            "value": outlet.after_original.value,
        },
        "latest": [_printed_to_json(one) for one in outlet.latest],
        "has_more": outlet.has_more,
    }


def _kinship_to_json(one: Kinship) -> KinshipJson:
    return {
        "outlet": one.outlet,
        "original": one.original,
        "reports": one.reports,
        "manners": dict[str, int](one.manners),
    }


def _printed_to_json(one: PrintedReport) -> PrintedJson:
    return {
        "report": one.report,
        "title": one.title,
        "published_on": one.published_on,
        "story": one.story,
        "is_root": one.is_root,
        "own_share": one.own_share,
        "hours": one.hours,
    }
