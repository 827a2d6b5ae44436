"""Answers: how likely a sentence answers something told, or tells what others answer (weights/answers/CARD.md)."""

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from secondsource.errors import InstallError
from secondsource.text.vectors import embed
from secondsource.text.weights import WEIGHTS

ANSWERS = ("denies", "declines", "corrects")
"""What an answer may be: a rejection of what somebody tells, a refusal to answer it, or what takes it back."""
KINDS = (*ANSWERS, "claims")
"""What a sentence may be: an answer of these kinds, or a claim: what somebody answers."""
WORDS_COUNT, MEANING_COUNT = 3.0, 2.0
"""What all runs of words of a sentence count for together, and its vector; tried on stories left out of the fit."""
LONGEST_RUN = 3
"""Words of a run at most."""
DECIMALS = 3
"""Of a likelihood; what lies beyond may differ from machine to machine."""
REMEMBERED = 50_000
"""Sentences whose answers are kept."""
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,6}")
_NUMBER = re.compile(r"\d[\d.,:]*")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|0|[“”\"?:]")


@dataclass(frozen=True, slots=True)
class _Weights:
    """Of each of KINDS, against none of them: a bias, a weight a number of the vector, and a weight a run of words."""

    bias: NDArray[np.float64]
    meaning: NDArray[np.float64]
    runs: Mapping[str, NDArray[np.float64]]


@lru_cache(maxsize=REMEMBERED)
def weigh_answer(sentence: str) -> Mapping[str, float]:
    """How likely, 0 to 1, the sentence is of each of KINDS."""
    weights = _load()
    known = [weights.runs[run] for run in list_runs(sentence) if run in weights.runs]
    total = weights.bias + (share_of_run(sentence) * np.sum(known, axis=0) if known else 0.0)
    total = total + MEANING_COUNT * (weights.meaning @ embed([sentence])[0].astype(np.float64))
    odds = np.exp(total)
    return dict(zip(KINDS, np.round(odds / (1 + odds.sum()), DECIMALS).tolist(), strict=True))


def list_runs(sentence: str) -> tuple[str, ...]:
    """Its runs of one to LONGEST_RUN words, each once; names within it are one word, and so are numbers."""
    words = _words(sentence)
    spans = ((at, at + length) for length in range(1, LONGEST_RUN + 1) for at in range(len(words) + 1 - length))
    return tuple(dict.fromkeys(" ".join(words[start:end]) for start, end in spans))


def share_of_run(sentence: str) -> float:
    """What one run of the sentence counts for: the less, the longer it is."""
    return float(WORDS_COUNT / max(1, len(_words(sentence))) ** 0.5)


def _words(sentence: str) -> list[str]:
    plain = _NAME.sub("nm", sentence.replace("’", "'").replace("‘", "'"))
    return _WORD.findall(_NUMBER.sub("0", plain).lower())


@cache
def _load() -> _Weights:
    try:
        told = json.loads(gzip.decompress((WEIGHTS / "answers" / "weights.json.gz").read_bytes()))
        runs = {run: np.asarray(values) for run, values in told["runs"].items()}
        return _Weights(np.asarray(told["bias"]), np.asarray(told["meaning"]), runs)
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise InstallError(f"the words of answers cannot be read ({error}); install secondsource again") from error
