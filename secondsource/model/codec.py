"""Dossiers and settings, as JSON; the `*_codec` modules beside this hold the nouns that they are made of.

These modules are the one place that names a JSON key (see docs/contract.md). What is written here is a contract with
other programs: add keys freely, but change or drop one only with a new VERSION.
"""

from pathlib import Path

from typing_extensions import TypedDict

from secondsource.model.findings import Dossier
from secondsource.model.reports_codec import RejectionJson, rejection_to_json
from secondsource.model.stories_codec import StoryJson, judged_story_to_json
from secondsource.settings.knobs import meaning_of
from secondsource.settings.reading import Choice

VERSION = 1


class DossierJson(TypedDict):
    """The answer: every story, and every document that could not be read."""

    version: int
    rejections: list[RejectionJson]
    stories: list[StoryJson]


class ChoiceJson(TypedDict):
    """A setting in force; a folder is written as text."""

    stage: str
    name: str
    value: object
    default: object
    meaning: str
    variable: str
    read_from: str


def dossier_to_json(dossier: Dossier) -> DossierJson:
    return {
        "version": VERSION,
        "rejections": [rejection_to_json(rejection) for rejection in dossier.rejections],
        "stories": [judged_story_to_json(story) for story in dossier.stories],
    }


def choice_to_json(choice: Choice) -> ChoiceJson:
    knob = choice.knob
    return {
        "stage": knob.stage,
        "name": knob.name,
        "value": str(choice.value) if isinstance(choice.value, Path) else choice.value,
        "default": knob.default,
        "meaning": meaning_of(knob),
        "variable": knob.variable,
        "read_from": choice.read_from,
    }
