"""Weights: where the small models lie that come with the program."""

from functools import cache
from importlib.resources import files
from pathlib import Path

WEIGHTS = Path(str(files("secondsource"))) / "weights"
TAGGER = WEIGHTS / "tagger"


@cache
def has_tagger() -> bool:
    """Whether the tagger's weights are there; the program does without them, on rules alone."""
    return (TAGGER / "encoder.onnx").is_file() and (TAGGER / "reader.onnx").is_file()
