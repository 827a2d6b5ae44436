"""Sentences that tell the same, against all others of their story."""

from secondsource.model.findings import Statement
from secondsource.model.spans import Span
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate
from secondsource.stages.align.points import align
from secondsource.stages.align.retellings import Retellings
from secondsource.text.neighbours import Neighbours
from tests.nouns import read, say, story, tell

STORY = (
    (
        "Fire destroyed the grain store of Ulvern on Monday night.",
        "Nobody was hurt, and the two guards got out in time.",
        "The owner, Petra Holm, said the building was insured.",
    ),
    (
        "The Ulvern grain store burned to the ground on Monday night.",
        "Both guards escaped and nobody was injured.",
        "Holm told the paper that insurance would cover the building.",
    ),
)
SETTINGS = Align()


def claim(text: str, order: int, *, denies: bool = False) -> Candidate:
    return Candidate(Statement(str(order), "claim", Span(0, len(text)), text), order, text, denies=denies)


def weigher(claims: list[Candidate]) -> tuple[Retellings, Neighbours]:
    near = Neighbours([one.context for one in claims], most=SETTINGS.nearest, floor=SETTINGS.likeness_floor)
    return Retellings(claims, near, SETTINGS), near


def score(left: Candidate, right: Candidate, claims: list[Candidate]) -> float:
    retellings, near = weigher(claims)
    likeness = near.between(left.context, right.context)
    weight = retellings.weigh(left, right, likeness, likeness, SETTINGS)
    return weight.score if weight else 0.0


CLAIMS = [claim(text, order) for order, texts in enumerate(STORY) for text in texts]


def test_each_sentence_is_told_again_by_its_own_partner_alone() -> None:
    ours, theirs = CLAIMS[:3], CLAIMS[3:]
    for one in ours:
        for other in theirs:
            is_one = ours.index(one) == theirs.index(other)
            assert (score(one, other, CLAIMS) > 0) == is_one, (one.text, other.text)


def test_which_comes_first_changes_nothing() -> None:
    assert score(CLAIMS[0], CLAIMS[3], CLAIMS) == score(CLAIMS[3], CLAIMS[0], CLAIMS)


def test_a_nearer_sentence_of_the_same_report_takes_from_the_belief() -> None:
    nearer = claim("Fire destroyed the grain store of Ulvern late on Monday night.", 1)
    assert score(CLAIMS[0], CLAIMS[3], [*CLAIMS, nearer]) < score(CLAIMS[0], CLAIMS[3], CLAIMS)


def test_a_denial_never_retells_a_claim() -> None:
    denial = claim(CLAIMS[3].text, 1, denies=True)
    assert score(CLAIMS[0], denial, [*CLAIMS[:3], denial]) == 0


def test_the_reason_names_what_both_tell_as_it_is_written() -> None:
    told = [claim("Nobody was killed by 40 tonnes of grain.", 0), claim("The 40 tonnes of grain killed nobody.", 1)]
    retellings, near = weigher(told)
    likeness = near.between(told[0].context, told[1].context)
    weight = retellings.weigh(*told, likeness, likeness, SETTINGS)
    assert weight is not None
    named = weight.reason.partition("both of ")[2].split(", ")
    assert len(named) == 2
    assert set(named) <= set(told[0].text.rstrip(".").split())


def test_few_words_of_a_claim_are_titled_by_their_sentence() -> None:
    sentence = "On Monday Holm denied these heavy recent losses."
    readings = [read(name, sentence) for name in ("a", "b")]
    losses = "these heavy recent losses"
    told = {r.report.id: tell(r, [say(r, "Holm", losses, cue="denied", force="denies")]) for r in readings}
    (point,) = [point for point in align(story(*readings), told) if point.kind == "claim"]
    assert {statement.text for statement in point.statements} == {losses}
    assert point.title == sentence
