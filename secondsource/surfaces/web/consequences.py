"""What a decision will do, and what undoing it will, in words."""

from collections.abc import Sequence

from secondsource.model.corrections import Foreseen
from secondsource.model.decisions import Decision
from secondsource.model.queries import HitReport
from secondsource.surfaces.page.phrases import counted, number, opening

NAMED = 6
"""Reports that a sentence names; of more it says how many."""

TITLES = {
    "merge": "Make two stories one",
    "split": "Make a story of these reports",
    "lock": "Lock the story",
    "rename": "Rename the story",
    "not a copy": "Say that one is no copy of the other",
    "same source": "Say that these go back to one text",
}
"""What each kind of decision is called where it is made."""

COMPARED = "The reports are compared again then; that takes some seconds, or minutes for a large story."
"""What follows where sources or members change."""


def say_consequences(foreseen: Foreseen) -> tuple[str, ...]:
    """What will be so once the decision is made, sentence by sentence."""
    decision = foreseen.decision
    told = list(_SENTENCES[decision.kind](foreseen))
    if decision.kind not in ("lock", "rename"):
        told.append(COMPARED)
    told += [
        f"Decision {made.number} ({made.decision.kind}, {made.ruled}) contradicts this: the later holds, and of the"
        " earlier what is left."
        for made in foreseen.overrules
    ]
    return tuple(told)


def say_undoing(decision: Decision) -> str:
    """What will be so once the decision is undone."""
    return _UNDOINGS[decision.kind]


def _merge(foreseen: Foreseen) -> Sequence[str]:
    ones, others = foreseen.decision.reports, foreseen.decision.others
    titles = " and ".join(f"“{one.title}” ({counted(one.reports, 'report')})" for one in foreseen.stories)
    return (
        f"{titles} become one story of {counted(len(ones) + len(others), 'report')}.",
        "It keeps the address of the larger; the other address will lead nowhere, also once this is undone.",
        "A report that comes later and is like either part joins the whole.",
    )


def _split(foreseen: Foreseen) -> Sequence[str]:
    ones, others = foreseen.decision.reports, foreseen.decision.others
    leave, make, their = ("leaves", "makes", "its") if len(ones) == 1 else ("leave", "make", "their")
    stay = "stays" if len(others) == 1 else "stay"
    return (
        f"{_names(foreseen, ones)} {leave} “{foreseen.stories[0].title}” and {make} a story of {their} own;"
        f" {number(len(others))} {stay}.",
        "A report that comes later joins the one that it is more like.",
    )


def _lock(foreseen: Foreseen) -> Sequence[str]:
    count = len(foreseen.decision.reports)
    return (
        f"“{foreseen.stories[0].title}” is {'this' if count == 1 else 'these'} {counted(count, 'report')}: none comes,"
        " none goes.",
        "It can be neither merged nor split until the lock is undone.",
    )


def _rename(foreseen: Foreseen) -> Sequence[str]:
    return (
        f"“{foreseen.stories[0].title}” will be called “{foreseen.decision.title}”.",
        "The title stays when reports come, and goes with most of those that it has now.",
    )


def _not_a_copy(foreseen: Foreseen) -> Sequence[str]:
    decision = foreseen.decision
    return (
        f"{_names(foreseen, decision.reports)} is no copy of {_names(foreseen, decision.others)}, however alike their"
        " words are: they count as two independent sources.",
        "Reports that are like both go with the nearer one.",
    )


def _same_source(foreseen: Foreseen) -> Sequence[str]:
    return (
        f"{_names(foreseen, foreseen.decision.reports)} go back to one text, however unlike their words are: they count"
        " as one independent source.",
    )


_SENTENCES = {
    "merge": _merge,
    "split": _split,
    "lock": _lock,
    "rename": _rename,
    "not a copy": _not_a_copy,
    "same source": _same_source,
}

_UNDOINGS = {
    "merge": "The two parts are told apart again, unless the machine finds them to be one story by itself.",
    "split": "The machine says again whether these reports are of one story; as a rule they come together again.",
    "lock": "Reports may come and go again.",
    "rename": "The story has the title again that it had before.",
    "not a copy": "The machine says again whether one was copied from the other.",
    "same source": "The machine says again whether these reports go back to one text.",
}


def _names(foreseen: Foreseen, reports: Sequence[str]) -> str:
    """The reports by name, or how many they are."""
    if len(reports) > NAMED:
        return opening(counted(len(reports), "report"))
    named = [_name(foreseen.reports[report]) for report in reports if report in foreseen.reports]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def _name(report: HitReport) -> str:
    return f"{report.name} (“{report.title}”)" if report.title else report.name
