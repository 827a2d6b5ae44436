"""Disputes: charges and claims of one matter in all reports, brought together with the answers to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secondsource.model.findings import TELLINGS, Point, Statement
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case, Place
from secondsource.stages.judge.charges import Charge, find_charges
from secondsource.stages.judge.likely import LINKED, find_claims
from secondsource.stages.judge.replies import Reply, find_all_replies
from secondsource.text.neighbours import Neighbours
from secondsource.text.rarity import rarity
from secondsource.text.wordings import content_words, share_of_matter

SURROUNDED = 4
"""Words that stand around two silences which say in other words what they are about, if they are one."""

SURELY_LINKED = 0.6
"""Likelihood from which a denial that says itself what it denies answers what another sentence tells, too."""


@dataclass(slots=True)
class Dispute:
    """Charges of one matter, or claims of it where nobody is accused, and the answers to them.

    `point` is the id of the point that it is about, once that is known; `linked` is what reports tell beside it that
    its denials likely answer.
    """

    charges: list[Charge] = field(default_factory=list)
    claims: list[Statement] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    point: str | None = None
    linked: tuple[Place, ...] = ()

    @property
    def is_denied(self) -> bool:
        return any(reply.kind == "denial" for reply in self.replies)

    @property
    def is_of_one_report(self) -> bool:
        """Whether one report alone has the charges, the claims and the answers."""
        telling = {charge.report for charge in self.charges} | {claim.report for claim in self.claims}
        return len(telling | {reply.report for reply in self.replies} | {report for report, _ in self.linked}) == 1

    @property
    def matters(self) -> list[str]:
        """What is charged, claimed and answered, each in the words of its report."""
        told = [charge.matter for charge in self.charges] + [claim.text for claim in self.claims]
        return told + [reply.matter for reply in self.replies if reply.matter]

    @property
    def matter(self) -> str:
        """What it is about, in the words of a report."""
        if self.charges or self.claims:
            return self.charges[0].matter if self.charges else self.claims[0].text
        return self.replies[0].matter

    def title(self, case: Case) -> str:
        """The sentence of the first answer."""
        return case.text_of(self.replies[0].report, self.replies[0].span)

    def sentences(self, case: Case) -> list[tuple[str, Span]]:
        """Where it is told, charges first."""
        places = [(charge.report, charge.span) for charge in self.charges]
        places += [(claim.report, case.sentence_of(claim.report, claim.span)) for claim in self.claims]
        places += [(reply.report, reply.span) for reply in self.replies]
        return list(dict.fromkeys(places))

    def raised(self) -> list[tuple[str, Span]]:
        """What those who keep silent were asked about."""
        return [(reply.report, reply.raised) for reply in self.replies if reply.raised]


def find_disputes(case: Case, points: Sequence[Point], settings: Judge) -> tuple[Dispute, ...]:
    """Each matter that is charged or claimed, and that somebody denies or will not speak of."""
    charges = {report: find_charges(case, report) for report in case.readings}
    replies = find_all_replies(case, charges)
    if not replies:
        return ()
    accused = [charge for report in case.readings for charge in charges[report]]
    stated = [reply.charge for reply in replies if reply.charge and reply.charge not in charges[reply.charge.report]]
    court = _Court(case, [*accused, *dict.fromkeys(stated)], points, replies, settings)
    disputes = tuple(dispute for dispute in court.disputes if dispute.replies)
    for dispute in disputes:
        point = _point_at(points, dispute.sentences(case))
        dispute.point = point.id if point else None
    merged = _merged(points, disputes)
    for dispute in merged:
        dispute.replies.sort(key=lambda reply: reply.is_likely)
        dispute.linked = _linked(case, dispute)
    return merged


def _linked(case: Case, dispute: Dispute) -> tuple[Place, ...]:
    """What the reports tell beside the dispute, of its matter, that its denials likely answer."""
    places: set[Place] = set()
    for reply in dispute.replies:
        if reply.kind == "denial":
            least = SURELY_LINKED if reply.matter else LINKED
            places |= {*find_claims(case, (reply.report, case.sentence_of(reply.report, reply.span)), least)}
    places -= {(report, case.sentence_of(report, span)) for report, span in dispute.sentences(case)}
    of_it = (p for p in places if any(share_of_matter(matter, case.text_of(*p)) for matter in dispute.matters))
    return tuple(sorted(of_it, key=lambda place: (place[0], place[1].start)))


def _merged(points: Sequence[Point], disputes: Sequence[Dispute]) -> tuple[Dispute, ...]:
    """The disputes, those about one point made one, and those of one kind whose answer is one quote or one claim."""
    sayings: dict[str, list[tuple[Span, str]]] = {}
    for point in points:
        for told in point.statements if point.kind == "quote" or point.kind in TELLINGS else ():
            sayings.setdefault(told.report, []).append((told.span, point.id))
    homes: dict[str, Dispute] = {}
    for index, dispute in enumerate(disputes):
        answers = [
            point
            for reply in dispute.replies
            for span, point in sayings.get(reply.report, ())
            if reply.span.contains(span)
        ]
        keys = [dispute.point or f"none {index}", *(f"{point} {dispute.is_denied}" for point in answers)]
        home = next((homes[key] for key in keys if key in homes), dispute)
        if home is not dispute:
            home.charges += dispute.charges
            home.claims += dispute.claims
            home.replies += dispute.replies
        homes.update((key, home) for key in keys if key not in homes)
    return tuple({id(home): home for home in homes.values()}.values())


def _point_at(points: Sequence[Point], places: Sequence[tuple[str, Span]]) -> Point | None:
    """The claim that most of the disputed sentences belong to."""
    held = [
        (
            sum(any(s.report == report and span.overlaps(s.span) for report, span in places) for s in point.statements),
            -index,
        )
        for index, point in enumerate(points)
        if point.kind in TELLINGS
    ]
    best = max(held, default=(0, 0))
    return points[-best[1]] if best[0] else None


class _Court:
    """Brings together charges of one matter, then gives each reply to the matter that it answers."""

    def __init__(
        self, case: Case, charges: Sequence[Charge], points: Sequence[Point], replies: Sequence[Reply], settings: Judge
    ) -> None:
        self._case = case
        self._settings = settings
        self._claims = [s for point in points if point.kind in TELLINGS for s in point.statements]
        texts = [c.matter for c in charges] + [r.matter for r in replies if r.matter]
        self._near = Neighbours(texts, most=len(texts), floor=settings.dispute_likeness)
        self.disputes: list[Dispute] = []
        for charge in charges:
            self._take_charge(charge)
        for reply in replies:
            self._take_reply(reply)

    def _take_charge(self, charge: Charge) -> None:
        """Put the charge with those of its matter; it may show that two matters are one."""
        home = Dispute([charge])
        apart = []
        for dispute in self.disputes:
            if any(self._is_one_matter(charge.matter, other.matter) for other in dispute.charges):
                home.charges = [*dispute.charges, *home.charges]
            else:
                apart.append(dispute)
        self.disputes = [*apart, home]

    def _take_reply(self, reply: Reply) -> None:
        dispute = self._pointed_at(reply) or self._best_charged(reply) or self._accused(reply)
        if dispute is None and reply.matter:
            dispute = self._claimed(reply)
        if dispute is not None:
            dispute.replies.append(reply)

    def _is_one_matter(self, one: str, other: str) -> bool:
        share = share_of_matter(one, other)
        if not share:
            return False
        likeness = self._near.between(one, other)
        return likeness >= self._settings.dispute_likeness and likeness + share >= self._settings.dispute_sum

    def _pointed_at(self, reply: Reply) -> Dispute | None:
        charge = reply.charge
        if charge is None:
            return None
        if reply.matter and not (self._touch(reply.matter, charge.matter) or _is_accused(reply, charge)):
            return None
        return next(dispute for dispute in self.disputes if charge in dispute.charges)

    def _touch(self, denied: str, charged: str) -> bool:
        """Whether a denial that says what it denies can be meant for a charge that stands close before it."""
        return (
            share_of_matter(denied, charged) > 0
            or self._near.between(denied, charged) >= self._settings.dispute_likeness
        )

    def _best_charged(self, reply: Reply) -> Dispute | None:
        if not reply.matter:
            return None
        fitting = [
            (self._near.between(reply.matter, charge.matter), -index)
            for index, dispute in enumerate(self.disputes)
            for charge in dispute.charges
            if self._is_one_matter(reply.matter, charge.matter)
            and (reply.kind == "denial" or _common_words(reply.matter) & _common_words(charge.matter))
        ]
        return self.disputes[-max(fitting)[1]] if fitting else None

    def _accused(self, reply: Reply) -> Dispute | None:
        """The last charge of the same report against the one who answers."""
        if not reply.matter or reply.kind == "silence":
            return None
        for dispute in reversed(self.disputes):
            if any(charge.report == reply.report and _is_accused(reply, charge) for charge in dispute.charges):
                return dispute
        return None

    def _claimed(self, reply: Reply) -> Dispute:
        """A dispute over what was not charged: the claims that tell what is denied, or the answer alone."""
        claims = []
        if reply.kind == "denial":
            claims = [
                claim
                for claim in self._claims
                if share_of_matter(reply.matter, claim.text) >= self._settings.denied_matter
                and not (claim.report == reply.report and reply.span.overlaps(claim.span))
            ]
            claims = claims or list(self._told_elsewhere(reply))
        for dispute in self.disputes:
            fellows = [other for other in dispute.replies if other.matter and other.report != reply.report]
            if any(
                self._is_one_matter(reply.matter, other.matter) or self._is_one_silence(reply, other)
                for other in fellows
            ):
                return dispute
        self.disputes.append(Dispute(claims=claims))
        return self.disputes[-1]

    def _is_one_silence(self, one: Reply, other: Reply) -> bool:
        """Whether two reports tell of one silence: they share a telling word, and another there or just before."""
        if one.kind != "silence" or other.kind != "silence":
            return False
        shared = set(content_words(one.matter)) & set(content_words(other.matter))
        around = self._words_around(one) & self._words_around(other)
        if not any(rarity(word) >= self._settings.telling_rarity for word in shared or around):
            return False
        return len(around) > 1 if shared else len(around) >= SURROUNDED

    def _words_around(self, reply: Reply) -> set[str]:
        """The content words of an answer and of the sentence before it."""
        index = self._case.index_of(reply.report, reply.span)
        before = self._case.readings[reply.report].sentences[max(0, index - 1) : index]
        return {w for span in (*before, reply.span) for w in content_words(self._case.text_of(reply.report, span))}

    def _told_elsewhere(self, reply: Reply) -> Iterator[Statement]:
        """The first sentence of each other report that tells what is denied, though it is no point."""
        denied = set(content_words(reply.matter))
        for report, reading in self._case.readings.items() if len(denied) > 1 else ():
            for sentence in reading.sentences if report != reply.report else ():
                words = self._case.text_of(report, sentence)
                shared = denied & set(content_words(words))
                if len(shared) > 1 and len(shared) >= self._settings.retold_matter * len(denied):
                    yield Statement(report, "claim", sentence, sentence.of(reading.report.text))
                    break


def _common_words(text: str) -> set[str]:
    """The content words of a text that it writes without a capital."""
    return {word for word in content_words(text) if word in text}


def _is_accused(reply: Reply, charge: Charge) -> bool:
    """Whether the one who answers is named in the charge."""
    return bool(set(content_words(reply.speaker or "")) & set(content_words(charge.matter)))
