"""How well furniture is told from a pasted report's own words: precision and recall of the lines cut.

usage: python -m gate.score_pastes [--show] [FILE…]        (by default gate/pastes/seen.txt and unseen.txt)

`--show` lists the lines that were taken for what they are not. Don't use it on unseen.txt: nothing is tuned on that.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from secondsource.stages.clean.pastes import read_paste

PASTES = Path(__file__).parent / "pastes"


@dataclass(frozen=True)
class Paste:
    """A pasted page; `own` says of each line whether it is the report's own words, None for empty lines."""

    name: str
    lines: tuple[str, ...]
    own: tuple[bool | None, ...]


@dataclass(frozen=True)
class Score:
    """Lines of furniture: found, taken for it in all, and there in all."""

    right: int
    cut: int
    furniture: int
    errors: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.cut)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.furniture)


def load_pastes(path: Path) -> list[Paste]:
    pastes = []
    for stretch in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, *lines = stretch.rstrip().split("\n")
        told = [(None, "") if line == "-" else (line.startswith("K| "), line[3:]) for line in lines if line]
        pastes.append(Paste(name, tuple(line for _, line in told), tuple(own for own, _ in told)))
    return pastes


def score(paste: Paste) -> Score:
    """Compare what became of a paste's lines with what they are. A line that stands twice is cut if one of it is."""
    draft = read_paste("\n".join(paste.lines))
    kept = Counter(_fold(line) for line in draft.text.splitlines())
    whole = _fold(draft.text)
    right = cut = furniture = 0
    errors = []
    for line, own in zip(paste.lines, paste.own, strict=True):
        if own is None:
            continue
        folded = _fold(line)
        is_cut = not (kept[folded] or (own and folded in whole)) if folded else line.strip() not in draft.text
        furniture += not own
        cut += is_cut
        right += is_cut and not own
        if is_cut is own:
            reason = next((cut.reason for cut in draft.cuts if cut.text == line), "")
            errors.append(f"{paste.name}: {'eaten' if own else 'left'}: {line} {reason}".rstrip())
    return Score(right, cut, furniture, tuple(errors))


def _fold(line: str) -> str:
    return "".join(mark for mark in line if mark.isalnum())


def total(path: Path) -> Score:
    scores = [score(paste) for paste in load_pastes(path)]
    return Score(
        sum(one.right for one in scores),
        sum(one.cut for one in scores),
        sum(one.furniture for one in scores),
        tuple(error for one in scores for error in one.errors),
    )


def main(given: list[str]) -> None:
    files = [Path(name) for name in given if not name.startswith("--")]
    for path in files or [PASTES / "seen.txt", PASTES / "unseen.txt"]:
        reached = total(path)
        print(
            f"{path.stem}: {len(load_pastes(path))} pastes, {reached.furniture} lines of furniture, "
            f"precision {reached.precision:.3f}, recall {reached.recall:.3f}"
        )
        if "--show" in given:
            print("\n".join(f"  {error}" for error in reached.errors))


if __name__ == "__main__":
    main(sys.argv[1:])
