"""What no reader sees goes; posts that an article quotes stay."""

import pytest
from lxml.html import fromstring

from secondsource.stages.clean.prunings import prune


def left(html: str) -> str:
    tree = fromstring(f"<html><body>{html}</body></html>")
    prune(tree)
    return " ".join("".join(tree.itertext()).split())


def test_what_shows_under_the_mouse_goes_and_its_word_stays() -> None:
    hovering = '<span class="rollover-block">Ines Walloe: five more reports on the harbour master</span>'
    assert left(f'<p>So said <span class="rollover-people"><a>Ines Walloe</a>{hovering}</span> (Calder).</p>') == (
        "So said Ines Walloe (Calder)."
    )
    assert left('<p>The <span class="tooltip">mole</span> is shut.</p>') == "The mole is shut."


def test_hidden_stretches_go_unless_they_are_the_article() -> None:
    assert left('<p>Open.</p><p style="display: none">Hidden words.</p><p hidden>More.</p>') == "Open."
    long = "The mole is shut until the end of the month. " * 20
    assert left(f'<div style="display:none">{long}</div>') == long.strip()


def test_quoted_posts_lose_the_labels_of_their_boxes() -> None:
    tree = fromstring(
        '<html><body><div class="ad embed"><blockquote class="twitter-tweet">Shut!</blockquote></div></body></html>'
    )
    prune(tree)
    assert [element.get("class") for element in tree.iter("div", "blockquote")] == [None, None]


OWN = '<h1>Mole shut</h1><p class="own">' + "The mole is shut until the end of the month. " * 12 + "</p>"


@pytest.mark.parametrize(
    ("other", "goes"),
    [
        ('<article><h2><a href="/x">Seal seen</a></h2>In the ticket office.</article>', True),
        ('<article><a href="/x"><h3>Seal seen</h3></a></article>', True),
        ('<article class="post-12 post"><h2>Seal seen</h2>' + "A seal was seen. " * 60 + "</article>", True),
        ("<article><h2>1 The bakery</h2>Open at six.</article>", False),
        ('<article><h2><a href="/x">Seal seen</a></h2>' + "A seal was seen. " * 60 + "</article>", False),
        ('<article class="post-11 post"><h2>Why it was shut</h2>Divers had found a hole.</article>', False),
    ],
)
@pytest.mark.parametrize("nested", [True, False])
def test_other_articles_go(other: str, goes: bool, nested: bool) -> None:
    own = f'<article class="post-11 post">{OWN}{other if nested else ""}</article>'
    text = left(own + ("" if nested else other))
    assert text.startswith("Mole shutThe mole")
    assert text.endswith("month.") == goes


def test_short_articles_have_no_neighbours() -> None:
    card = '<article><h2><a href="/x">Seal seen</a></h2></article>'
    assert left(f"<article><h1>Mole shut</h1>Until May.</article>{card}") == "Mole shutUntil May.Seal seen"


@pytest.mark.parametrize(
    ("cell", "opened"),
    [
        ("<h1>Mole shut</h1><p>Until May.</p>", True),
        (
            "<p>"
            + "The mole is shut until the end of the month of May. " * 2
            + "</p>"
            + "<p>"
            + "So it is. " * 6
            + "</p>",
            True,
        ),
        ("<table><tr><td>Skarrow</td><td>12</td></tr></table>", True),
        ("<p>Skarrow</p><p>12</p>", False),
    ],
)
def test_tables_that_lay_out_a_page_are_boxes(cell: str, opened: bool) -> None:
    tree = fromstring(f"<html><body><table><tr><td>Menu</td><td>{cell}</td></tr></table></body></html>")
    prune(tree)
    assert [table.tag for table in tree.xpath("body/*")] == (["div"] if opened else ["table"])


def test_masses_of_links_in_one_paragraph_leave_only_their_words() -> None:
    many = " ".join(f'so <a href="/{n}">link {n}</a><br>' for n in range(1_200))
    tree = fromstring(f"<html><body><p>First {many} last</p><p>A <a href='/x'>link</a>.</p></body></html>")
    prune(tree)
    masses, single = tree.xpath("body/p")
    assert {child.tag for child in masses} == {"br"}
    assert " ".join("".join(masses.itertext()).split()).startswith("First so link 0 so link 1 so link 2")
    assert [child.tag for child in single] == ["a"]
