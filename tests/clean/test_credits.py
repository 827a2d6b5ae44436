"""Credits in a report's own lines: datelines, by-lines, date lines, sign-offs, names of outlets and agencies."""

import pytest

from secondsource.model.reports import Dateline, Document, Given, Report
from secondsource.stages.clean.bylines import read_byline_line
from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.datelines import find_head
from secondsource.stages.clean.names import split_people, to_name
from secondsource.stages.clean.publishers import find_agency, find_host, find_outlet, find_whole_name
from secondsource.stages.clean.reports import clean
from secondsource.stages.clean.signoffs import read_closing, read_first_published, read_opening, read_sign_off
from secondsource.stages.clean.titles import split_title

DATELINES = [
    ("SPLIT, June 3 (HINA) — The ferry sank.", Dateline("SPLIT", "XXXX-06-03"), ("HINA",)),
    ("RENO, Nev. (AP) — The mayor spoke.", Dateline("RENO, Nev."), ("AP",)),
    ("Mexico City (AFP) – It was late.", Dateline("Mexico City"), ("AFP",)),
    ("WASHINGTON, Dec. 8 (UPI) -- In answer to", Dateline("WASHINGTON", "XXXX-12-08"), ("UPI",)),
    ("(Reuters) - A court ruled", None, ("Reuters",)),
    ("Dec 29 (Reuters) - A court ruled", None, ("Reuters",)),
    ("MOSCOW, June 19. /TASS/. The president", Dateline("MOSCOW", "XXXX-06-19"), ("TASS",)),
    ("BEIJING, June 19 (Xinhua) -- China on", Dateline("BEIJING", "XXXX-06-19"), ("Xinhua",)),
    ("SEOUL, 19 June 2031 (Yonhap) -- South Korea", Dateline("SEOUL", "2031-06-19"), ("Yonhap",)),
    ("New Delhi [India], June 19 (ANI): The minister", Dateline("New Delhi [India]", "XXXX-06-19"), ("ANI",)),
    ("PARIS (AP/dpa) — Police said", Dateline("PARIS"), ("AP", "dpa")),
    ("SKARROW, 14 May (NPA) — Two governments", Dateline("SKARROW", "XXXX-05-14"), ("NPA",)),
    ("SKARROW (Strait Wire) - Two governments", Dateline("SKARROW"), ("Strait Wire",)),
    ("CHARLESTON, S.C. — In the fall of 2007", Dateline("CHARLESTON, S.C."), ()),
    ("NEW DELHI: India’s foreign ministry", Dateline("NEW DELHI"), ()),
    ("Geneva, 4 March – Delegates met", Dateline("Geneva", "XXXX-03-04"), ()),
    ("Split, (03.06.2031). The ferry", Dateline("Split", "2031-06-03"), ()),
    ("SKARROW, 3.6.2031 – The ferry", Dateline("SKARROW", "2031-06-03"), ()),
]


@pytest.mark.parametrize(("paragraph", "dateline", "agencies"), DATELINES)
def test_dateline_gives_place_day_and_agency(
    paragraph: str, dateline: Dateline | None, agencies: tuple[str, ...]
) -> None:
    head = find_head(paragraph)
    assert head is not None
    assert (head.dateline, head.agencies) == (dateline, agencies)
    assert paragraph[head.end :][:1].isalpha()


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Associated Press (AP) said on Monday that it would close its office.",
        "Senator Ann Ode (R-Ohio) — a critic of the plan — voted against it.",
        "Tane (left) - the older of the two - was first.",
        "Officials said: Nobody was hurt.",
        "What he wanted – and he said so – was time.",
        "A report by Reuters (and others) said so.",
        "The mole has been closed since 03.06.2031: It has a hole.",
        "Split, 31.06.2031 – The ferry sank.",
        "",
    ],
)
def test_sentences_are_no_datelines(paragraph: str) -> None:
    head = find_head(paragraph)
    assert head is None or not (head.agencies or head.dateline)


def test_call_sign_of_a_station_is_its_outlet() -> None:
    head = find_head("WILSON, N.C. (WNCX) — A fire broke out")
    assert head is not None
    assert (head.agencies, head.outlets) == ((), ("WNCX",))


BYLINES = [
    ("By Ann Ode", ("Ann Ode",), (), ()),
    ("By ANN ODE and BO DENG", ("Ann Ode", "Bo Deng"), (), ()),
    ("By Ann Ode, Bo Deng and Cy van der Ek", ("Ann Ode", "Bo Deng", "Cy van der Ek"), (), ()),
    ("By Ann Ode, ForeCoast News", ("Ann Ode",), ("ForeCoast News",), ()),
    ("By Ann Ode, Associated Press", ("Ann Ode",), (), ("AP",)),
    ("By Ann Ode | Reuters", ("Ann Ode",), (), ("Reuters",)),
    ("By Ann Ode in Split", ("Ann Ode",), (), ()),
    ("By Ann Ode, Political Editor", ("Ann Ode",), (), ()),
    ("By The Associated Press", (), (), ("AP",)),
    ("By Ann Ode, AP Technology Writer", ("Ann Ode",), (), ("AP",)),
    ("Written by María de la Cruz", ("María de la Cruz",), (), ()),
    ("By Séamus O’Neill Jr.", ("Séamus O’Neill Jr.",), (), ()),
    ("By Coast News Service", (), (), ("Coast News Service",)),
]


@pytest.mark.parametrize(("line", "authors", "outlets", "agencies"), BYLINES)
def test_byline_is_taken_apart(
    line: str, authors: tuple[str, ...], outlets: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    byline = read_byline_line(line)
    assert byline is not None
    assert (byline.authors, byline.outlets, byline.agencies) == (authors, outlets, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the water had reached the second step of the church.",
        "By and large, nobody minded.",
        "By admin",
        "By Staff Reporter",
        "By 2040, the port wants to be free of coal.",
        "Byron Ode was not there.",
        "By the time Ann Ode came, it was over and everyone had gone home again.",
    ],
)
def test_no_author_is_invented(line: str) -> None:
    byline = read_byline_line(line)
    assert byline is None or byline.authors == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Ode", "Ann Ode"),
        ("Dr. Ann Ode", "Ann Ode"),
        ("ANN ODE", "Ann Ode"),
        ("J.R. Ode", "J.R. Ode"),
        ("Ann O'Dea-Smith", "Ann O'Dea-Smith"),
        ("Omar al-Sharif", "Omar al-Sharif"),
        ("Staff", None),
        ("Editorial Team", None),
        ("The Tern", None),
        ("Harbour Gazette", None),
        ("Reuters", None),
        ("Agence France-Presse", None),
        ("press release", None),
        ("Ann", None),
        ("", None),
    ],
)
def test_name_of_a_person(text: str, name: str | None) -> None:
    assert to_name(text) == name


def test_people_in_an_enumeration() -> None:
    assert split_people("Ann Ode, Bo Deng & Cy Ek; Staff") == ("Ann Ode", "Bo Deng", "Cy Ek")


SIGN_OFFS = [
    ("With files from The Canadian Press", ("The Canadian Press",)),
    ("With files from Reuters and The Associated Press", ("Reuters", "AP")),
    ("With files from Northern Press Agency", ("Northern Press Agency",)),
    ("Source: Xinhua", ("Xinhua",)),
    ("The Associated Press contributed to this report.", ("AP",)),
    ("Associated Press writers Ann Ode in Split and Bo Deng in Rome contributed to this report.", ("AP",)),
    ("(Reporting by Ann Ode in Split; Editing by Bo Deng)", ("Reuters",)),
    ("© 2031 AFP", ("AFP",)),
    ("Copyright 2031 The Associated Press. All rights reserved. This material may not be published.", ("AP",)),
    ("Gazette wire services (Strait Wire)", ("Strait Wire",)),
    ("From wire reports: AFP and Reuters", ("AFP", "Reuters")),
    ("Contributing: Ann Ode and Bo Deng; The Associated Press.", ("AP",)),
    ("Contributing: Coast News Service", ("Coast News Service",)),
]


@pytest.mark.parametrize(("line", "agencies"), SIGN_OFFS)
def test_sign_off_names_the_supplier(line: str, agencies: tuple[str, ...]) -> None:
    assert tuple(credit.value for credit in read_sign_off(line)) == agencies


@pytest.mark.parametrize(
    "line",
    [
        "TASS reported that the talks would go on.",
        "He told Reuters that he would not resign.",
        "Ann Ode contributed to this report.",
        "Contributing: Ann Ode, Coast News Service.",
        "Contributing: Ann Ode and Bo Deng, USA TODAY.",
        "Sources: nobody wanted to be named",
    ],
)
def test_an_agency_that_is_only_quoted_is_no_supplier(line: str) -> None:
    assert read_sign_off(line) == ()


@pytest.mark.parametrize(
    ("paragraph", "agencies"),
    [
        ("“It is over,” he said. (ANI)", ("ANI",)),
        ("It was over at ten. – Bernama", ("Bernama",)),
        ("It was over at ten. /TASS/", ("TASS",)),
        ("It was over at ten, said the agency (its spokesman).", ()),
        ("He spoke of the Associated Press", ()),
    ],
)
def test_agency_at_the_end_of_the_last_paragraph(paragraph: str, agencies: tuple[str, ...]) -> None:
    assert tuple(credit.value for credit in read_closing(paragraph)) == agencies


_FERRY = "The ferry lay on the rocks for nine hours before two tugs pulled it off and brought all its people ashore."


@pytest.mark.parametrize(
    ("lines", "agencies"),
    [
        (["Ferry aground", *[_FERRY] * 6, "Reuters"], ("Reuters",)),
        (["Ferry aground", *[_FERRY] * 6, "COAST PRESS AGENCY", _FERRY], ("COAST PRESS AGENCY",)),
        (["Ferry aground", *[_FERRY] * 6, "REUTERS", *[_FERRY] * 3], ()),
        (["Ferry aground", *[_FERRY] * 6, "Contributing: Ann Ode, Coast News Service."], ()),
        (["Ferry aground", *[_FERRY] * 6, "___", "The Associated Press asked the owner."], ("AP",)),
        (["Ferry aground", *[_FERRY] * 6, "___.", "An AP count has nine ferries aground."], ("AP",)),
        (["Ferry aground", *[_FERRY] * 6, "___", "The owner said nothing."], ()),
        (["Ferry aground", *[_FERRY] * 6, "________", "The Associated Press asked the owner."], ()),
        (["Ferry aground", "By Ann Ode, Reuters", *[_FERRY] * 6, "___", "The AP asked the owner."], ("Reuters",)),
    ],
)
def test_supplier_by_place_and_by_style(lines: list[str], agencies: tuple[str, ...]) -> None:
    """A name alone between paragraphs is a picture's; a row of three strokes is one agency's way to part a report."""
    report = clean(Document("ferry.txt", "\n\n".join(lines).encode(), "clean"))
    assert isinstance(report, Report)
    assert report.agencies == agencies


def test_agency_before_the_first_sentence() -> None:
    rest = (
        "The two governments agreed on Monday to open the strait to each other's fishing boats from the first of May."
    )
    assert [credit.value for credit in read_opening(f"AFP - {rest}")] == ["AFP"]
    assert read_opening("AP: Governor's aide took money") == ()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("This article was originally published on The Conversation. Read the original.", "The Conversation"),
        ("A version of this story first appeared in the Harbour Gazette.", "the Harbour Gazette"),
    ],
)
def test_note_of_first_publication(line: str, place: str) -> None:
    assert [credit.value for credit in read_first_published(line)] == [place]


def test_something_that_first_appeared_is_no_note() -> None:
    assert read_first_published("Cases of the fever first appeared in the north at the end of August.") == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("CNN", {("outlet", "CNN")}),
        ("- Reuters.", {("agencies", "Reuters")}),
        ("AFP, Reuters", {("agencies", "AFP"), ("agencies", "Reuters")}),
        ("By Ann Ode | June 3, 2031", {("authors", "Ann Ode"), ("published_at", "2031-06-03")}),
        (
            "Posted by Admin | May 15, 2031 | The Tern | 0 Comments",
            {("outlet", "The Tern"), ("published_at", "2031-05-15")},
        ),
        ("Published June 3, 2031 By Ann Ode", {("authors", "Ann Ode"), ("published_at", "2031-06-03")}),
        ("Posted June 3, 2031 by TernOnline", {("published_at", "2031-06-03")}),
        ("Posted on June 3, 2031 by boat_fan", {("published_at", "2031-06-03")}),
        ("By the Harbour Desk team, 3 June 2031, 14:20", {("published_at", "2031-06-03T14:20:00")}),
        ("SKARROW, 3 June 2031 (AFP)", {("published_at", "2031-06-03"), ("agencies", "AFP")}),
    ],
)
def test_line_of_credits(line: str, said: set[tuple[str, str]]) -> None:
    read = read_credit_line(line)
    assert read is not None
    assert {(credit.field, credit.value) for credit in read.credits} == said


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Associated Press", "AP"),
        ("the associated press", "AP"),
        ("AP", "AP"),
        ("ap", None),
        ("DPA", "dpa"),
        ("Tass", "TASS"),
        ("press", None),
    ],
)
def test_agency_by_its_spelling(spelling: str, name: str | None) -> None:
    assert find_agency(spelling) == name


def test_outlet_by_its_spelling_and_by_its_address() -> None:
    assert find_outlet("the new york times") == "The New York Times"
    assert find_host("https://edition.cnn.com/2031/x") == "CNN"
    assert find_host("https://notcnn.com/x") is None
    assert find_host("http://[broken") is None


def test_letters_are_resolved_where_the_report_does_so() -> None:
    assert find_whole_name("PCN", "The log was leaked to Pan-Coastal News in May.") == "Pan-Coastal News"
    text = "SKARROW (NPA) — It began. As the Northern Press Agency (NPA) reports, it ended."
    assert find_whole_name("NPA", text) == "Northern Press Agency"
    assert find_whole_name("XYZ", text) == "XYZ"
    assert find_whole_name("AP", "The Alpine Press Agency (AP) reports.") == "AP"


@pytest.mark.parametrize(
    ("title", "site", "bare", "outlet"),
    [
        ("Ferry aground off Split | Harbour Gazette", None, "Ferry aground off Split", "Harbour Gazette"),
        ("Ferry aground off Split - BBC News", None, "Ferry aground off Split", "BBC News"),
        ("Ferry aground off Split – The Tern", "The Tern", "Ferry aground off Split", "The Tern"),
        ("Ferry aground – nobody hurt", None, "Ferry aground – nobody hurt", None),
        ("Corvay: ‘We will pay’ - what is in the pact", None, "Corvay: ‘We will pay’ - what is in the pact", None),
    ],
)
def test_title_without_the_sites_name(title: str, site: str | None, bare: str, outlet: str | None) -> None:
    assert split_title(title, site) == (bare, outlet)


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("1962-03-09", "1962-03-09"),
        ("1962-03-09T12:00:00Z", "1962-03-09"),
        ("1962", "1962"),
        ("1962-02-31", None),
        ("2031-06-03", "2031-06-03"),
    ],
)
def test_a_given_day_may_lie_before_the_web(given, known):
    document = Document(
        "pier.txt", ("The old pier burned down in the night. " * 5).encode(), "text", Given(published_at=given)
    )
    report = clean(document)
    assert isinstance(report, Report)
    assert report.published_at == known
