"""Links: which sentence of some reports answers which."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.answers import weigh_answer
from secondsource.text.links import EVIDENCE, find_links, gather_evidence

NEWS = "The brewery's warehouse in Brek burned down on Sunday night."
CHARGE = "The night watchman, Ole Dunn, accused the owner of having poured petrol on the warehouse floor."
DENIAL = "“There was no petrol in that warehouse, not a drop of it,” the owner, Piet Brom, said."
SILENCE = "Asked about the petrol, the owner got into his car and drove off without a word."
RAIN = "Rain is forecast for the coast until Friday."


def best(reports: list[list[str]], answer: tuple[int, int]) -> tuple[tuple[int, int], float]:
    link = next(link for link in find_links(reports) if link.answer == answer)
    return link.claim, link.likelihood


def test_a_denial_behind_its_charge() -> None:
    claim, likelihood = best([[NEWS, CHARGE, RAIN, DENIAL]], (0, 3))
    assert claim == (0, 1)
    assert likelihood >= 0.3


def test_a_denial_in_another_report() -> None:
    claim, _ = best([[NEWS, CHARGE, RAIN], [RAIN, NEWS, DENIAL]], (1, 2))
    assert claim == (0, 1)


def test_a_silence_behind_its_charge() -> None:
    claim, _ = best([[NEWS, CHARGE, SILENCE, RAIN]], (0, 2))
    assert claim == (0, 1)


def test_the_likeliest_claim_comes_first() -> None:
    likely = [link.likelihood for link in find_links([[NEWS, CHARGE, DENIAL]]) if link.answer == (0, 2)]
    assert likely == sorted(likely, reverse=True)


def test_nothing_links_to_itself_and_rain_answers_nothing() -> None:
    links = list(find_links([[NEWS, CHARGE, RAIN, DENIAL]]))
    assert all(link.answer != link.claim for link in links)
    assert not [link for link in links if link.answer == (0, 2) and link.likelihood >= 0.2]


def test_no_reports_have_no_links() -> None:
    assert list(find_links([])) == list(find_links([[], []])) == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from([NEWS, CHARGE, DENIAL, SILENCE, RAIN, ""]), max_size=6), max_size=4))
def test_any_reports_have_sound_links(reports: list[list[str]]) -> None:
    for link in find_links(reports):
        assert 0.0 <= link.likelihood <= 1.0
        for report, sentence in (link.answer, link.claim):
            assert reports[report][sentence] is not None
    for answer in gather_evidence(reports, weigh_answer):
        assert answer.evidence.shape == (len(answer.claims), len(EVIDENCE))
