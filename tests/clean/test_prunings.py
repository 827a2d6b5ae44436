"""What no reader sees goes; posts that an article quotes stay."""

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
