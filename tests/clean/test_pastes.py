"""Pasted text: every line of every paste in pastes.txt comes out as what it is marked to be."""

import re
from pathlib import Path

import pytest

from secondsource.stages.clean.pastes import read_paste

KINDS = {"T": "title", "H": "heading", "P": "paragraph", "C": "caption", "L": "list", "Q": "quote", "X": "cut"}
Marked = list[tuple[str, str]]


def load_pastes() -> dict[str, Marked]:
    pastes: dict[str, Marked] = {}
    for stretch in Path(__file__).with_name("pastes.txt").read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, *lines = stretch.rstrip().split("\n")
        pastes[name] = [("", "") if line == "-" else (line[0], line.partition("| ")[2]) for line in lines if line]
    return pastes


PASTES = load_pastes()


def outcome(marked: Marked) -> dict[str, str]:
    """What became of each line: the kind of its block, or "cut"."""
    draft = read_paste("\n".join(line for _, line in marked))
    become = {cut.text: "cut" for cut in draft.cuts}
    for block in draft.blocks:
        become[block.span.of(draft.text)] = block.kind
    return become


@pytest.mark.parametrize("name", [name for name in PASTES if "wrapped by hand" not in name])
def test_every_line_comes_out_as_marked(name: str) -> None:
    marked = [(mark, line) for mark, line in PASTES[name] if line]
    become = outcome(PASTES[name])
    bare = {re.sub(r"^(?:#+|>|[-•])\s+", "", line): kind for line, kind in become.items()}
    expected = {line: KINDS[mark] for mark, line in marked}
    got = {line: become.get(line) or bare.get(re.sub(r"^(?:#+|>|[-•])\s+|\*", "", line)) for line in expected}
    assert got == expected


def test_lines_wrapped_by_hand_are_joined_to_paragraphs() -> None:
    marked = PASTES["a wire text wrapped by hand"]
    draft = read_paste("\n".join(line for _, line in marked))
    assert [block.kind for block in draft.blocks] == ["title", "paragraph", "paragraph", "paragraph"]
    assert "and said that he would miss the fog" in draft.text


def words_of(*texts: str) -> list[str]:
    return sorted(word.strip("*") for text in texts for word in text.split() if word not in ("#", "##", ">", "-", "•"))


def test_every_cut_has_a_reason_and_nothing_is_lost() -> None:
    for marked in PASTES.values():
        draft = read_paste("\n".join(line for _, line in marked))
        assert all(cut.reason for cut in draft.cuts)
        assert words_of(draft.text, *(cut.text for cut in draft.cuts)) == words_of(*(line for _, line in marked))


def test_blocks_stand_where_they_say() -> None:
    for marked in PASTES.values():
        draft = read_paste("\n".join(line for _, line in marked))
        assert "\n\n".join(block.span.of(draft.text) for block in draft.blocks) == draft.text
