"""Links: which sentence of some reports answers which."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.answers import read_senses
from secondsource.text.links import AT_ONCE, Link, find_links, tell_distance

NEWS = "The brewery's warehouse in Brek burned down on Sunday night."
CHARGE = "The night watchman, Ole Dunn, accused the owner of having poured petrol on the warehouse floor."
DENIAL = "“There was no petrol in that warehouse, not a drop of it,” the owner, Piet Brom, said."
SILENCE = "Asked about the petrol, the owner got into his car and drove off without a word."
RAIN = "Rain is forecast for the coast until Friday."


def links_of(reports: list[list[str]]) -> list[Link]:
    return list(find_links(reports, [read_senses(report) for report in reports]))


def best(reports: list[list[str]], answer: tuple[int, int]) -> tuple[tuple[int, int], float]:
    link = next(link for link in links_of(reports) if link.answer == answer)
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
    likely = [link.likelihood for link in links_of([[NEWS, CHARGE, DENIAL]]) if link.answer == (0, 2)]
    assert likely == sorted(likely, reverse=True)


def test_copies_take_no_likelihood_from_one_another() -> None:
    report = [NEWS, CHARGE, RAIN, DENIAL]
    alone, among = links_of([report]), links_of([report, report, report])
    assert {link for link in among if link.answer[0] == link.claim[0] == 0} == set(alone)


def test_nothing_links_to_itself_and_rain_answers_nothing() -> None:
    links = links_of([[NEWS, CHARGE, RAIN, DENIAL]])
    assert all(link.answer != link.claim for link in links)
    assert not [link for link in links if link.answer == (0, 2) and link.likelihood >= 0.2]


def test_many_answers_are_linked_as_one_is() -> None:
    report = [NEWS, CHARGE, RAIN, DENIAL]
    alone = links_of([report])
    many = links_of([report] * (AT_ONCE + 1))
    for number in (0, AT_ONCE - 1, AT_ONCE):
        own = [link for link in many if link.answer == (number, 3) and link.claim[0] == number]
        assert [(link.claim[1], link.likelihood) for link in own] == [
            (link.claim[1], link.likelihood) for link in alone if link.answer == (0, 3)
        ]


def test_no_reports_have_no_links() -> None:
    assert links_of([]) == links_of([[], []]) == []


def test_tell_distance() -> None:
    places = [(0, 4), (1, 4), (0, 3), (0, 0), (0, 5), (0, 9)]
    assert [tell_distance((0, 4), place) for place in places] == [15, 0, 1, 4, 14, 13]
    assert tell_distance((0, 90), (0, 2)) == tell_distance((0, 90), (0, 70)) == 12


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from([NEWS, CHARGE, DENIAL, SILENCE, RAIN, ""]), max_size=6), max_size=4))
def test_any_reports_have_sound_links(reports: list[list[str]]) -> None:
    for link in links_of(reports):
        assert 0.0 <= link.likelihood <= 1.0
        for report, sentence in (link.answer, link.claim):
            assert reports[report][sentence] is not None
