"""Names: their borders, their kinds, and the one name under which a report's mentions count."""

import pytest

from tests.annotate.reports import read


def names_of(text: str) -> list[tuple[str, str, str]]:
    reading = read(text)
    return [(name.span.of(text), name.kind, name.entity) for name in reading.names]


def test_a_surname_goes_to_the_full_name_seen_before_or_after():
    told = names_of("Harrow spoke first. Ida Harrow is the mayor of Berlin. Harrow left, and Harrow's car followed.")
    assert [entity for words, _, entity in told if words == "Harrow"] == ["Ida Harrow"] * 3


def test_two_who_share_a_surname_are_never_merged():
    text = (
        "President Park Min Seo met her brother, Park Jun Ho, in Seoul on Monday. Park thanked reporters. "
        "Officials said Park would travel to Tokyo."
    )
    told = names_of(text)
    assert {entity for words, _, entity in told if words == "Park Jun Ho"} == {"Park Jun Ho"}
    assert {entity for words, _, entity in told if words == "Park"} == {"Park Min Seo"}


def test_kin_with_the_name_are_not_whom_the_bare_name_means():
    text = "Park arrived in Seoul. Park's grandfather, Park Jun Ho, ruled for decades. Park waved to the crowd."
    told = names_of(text)
    assert {entity for words, _, entity in told if words == "Park"} == {"Park"}
    assert ("Park Jun Ho", "person", "Park Jun Ho") in told


def test_the_elder_is_somebody_else():
    told = names_of("President Park Min Seo spoke. In 2019, the elder Park visited Moscow. Park Min Seo left.")
    assert ("Park", "person", "the elder Park") in told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Crowds filled Min Seo Park Square on Monday.", ("Min Seo Park Square", "place", "Min Seo Park Square")),
        ("The Harbour Works Ministry denied it.", ("Harbour Works Ministry", "organization", "Harbour Works Ministry")),
        ("Ties between North Korea- and Cuba grew.", ("North Korea", "place", "North Korea")),
        ("He spoke for the U.S. on Monday.", ("U.S.", "place", "United States")),
        ("He spoke for the United States on Monday.", ("United States", "place", "United States")),
        ("The U.N. Security Council met.", ("U.N. Security Council", "organization", "UN Security Council")),
        ("The move was reported by Tass on Monday.", ("Tass", "organization", "TASS")),
        ("Danish police and the Danes agreed.", ("Danes", "group", "Dane")),
        ("Police in Kyiv were told.", ("Kyiv", "place", "Kyiv")),
    ],
)
def test_kinds_and_borders(text, name):
    assert name in names_of(text)


def test_credits_are_told_apart():
    told = names_of("Ida Roe waves from the pier. (Ben Harrow/AFP/Getty Images)")
    assert {words for words, _, _ in told} >= {"AFP", "Getty Images"}


def test_a_short_form_counts_as_the_body():
    told = names_of("The Harbour Works Authority closed the pier. The HWA said on Monday it was unsafe.")
    assert [entity for words, _, entity in told if words == "HWA"] in ([], ["Harbour Works Authority"])


def test_no_name_ends_in_a_possessive():
    told = names_of("Ida Harrow’s visit to France's capital and Ben Roe's Warm welcome pleased Harrow’s hosts.")
    assert all(not words.endswith(("'s", "’s")) and "’s " not in words for words, _, _ in told)
