import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.archive.queries import FIELDS, parse
from secondsource.errors import UsageError
from secondsource.model.queries import Query, Term, Words

UNDERSTOOD = [
    ("ferry", Query(Words(((Term("ferry"),),)))),
    ("ferry  pilot", Query(Words(((Term("ferry"),), (Term("pilot"),))))),
    ("ferry OR ship pilot", Query(Words(((Term("ferry"), Term("ship")), (Term("pilot"),))))),
    ("a1 OR b1 OR c1", Query(Words(((Term("a1"), Term("b1"), Term("c1")),)))),
    ('"port of Skarrow" -ferry', Query(Words(((Term("port of Skarrow"),),), (Term("ferry"),)))),
    ("“port of Skarrow”", Query(Words(((Term("port of Skarrow"),),)))),
    ('-"port of Skarrow"', Query(Words((), (Term("port of Skarrow"),)))),
    ("evac*", Query(Words(((Term("evac", is_prefix=True),),)))),
    ('"evac*"', Query(Words(((Term("evac*"),),)))),
    ("10:30 cross-border O'Hara", Query(Words(((Term("10:30"),), (Term("cross-border"),), (Term("O'Hara"),))))),
    ('"OR" or', Query(Words(((Term("OR"),), (Term("or"),))))),
    ('outlet:"Harbour Gazette" Outlet:beacon', Query(outlets=("Harbour Gazette", "beacon"))),
    ("from:2024-06-01 to:2024-07", Query(first_on="2024-06-01", last_on="2024-07")),
    ("from:2024-06 to:2024", Query(first_on="2024-06", last_on="2024")),
    ("kind:quote kind:claim", Query(kinds=("quote", "claim"))),
    ("verdict:denied story:ab12", Query(verdicts=("denied",), stories=("ab12",))),
]  # fmt: skip

REFUSED = [
    ('"ferry', "at character 1: a quotation mark is missing"),
    ("ferry OR", "at character 7: OR needs a word"),
    ("OR ferry", "at character 1: OR needs a word"),
    ("ferry OR OR ship", "at character 7: OR needs a word"),
    ("ferry OR -ship", "at character 7: OR needs a word"),
    ("ferry OR outlet:beacon", "at character 7: OR needs a word"),
    ("ferry colour:red", "at character 7: there is no field colour:"),
    ("ferry outlet:", "at character 7: outlet: needs a value"),
    ("-outlet:beacon", "at character 1: - stands before words"),
    ("ferry -", "at character 7: there is no word in ''"),
    ("ferry …", "at character 7: there is no word in '…'"),
    ("f*", "at character 1: * needs at least 2 letters"),
    ("kind:song", "kind: is one of quote, claim"),
    ("verdict:true", "verdict: is one of agree"),
    ("from:yesterday", "from: takes a day such as"),
    ("from:2024-13", "from: takes a day such as"),
    ("from:2024-02-30", "from: takes a day such as"),
    ("from:2024-06-02 to:2024-06-01", "lies after"),
    ("from:2024-07 to:2024-06-30", "lies after"),
    ("from:2024 from:2025", "from: is given twice"),
    ("speaker:…", "speaker: needs a name"),
    ("x " * 40, "more than 32 words"),
    ("x" * 2001, "longer than 2000 characters"),
]


@pytest.mark.parametrize(("text", "query"), UNDERSTOOD)
def test_understood(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_makes_no_sense_is_named_with_its_place(text: str, why: str) -> None:
    with pytest.raises(UsageError, match=re.escape(why)):
        parse(text)


PIECES = [*'ab"*-: \x00\ud800“”1', "OR ", *(f"{field}:" for field in FIELDS)]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_text_is_a_query_or_a_usage_error(pieces: list[str]) -> None:
    with suppress(UsageError):
        assert isinstance(parse("".join(pieces)), Query)
