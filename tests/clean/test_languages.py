"""Which language a text is in: by its commonest words, and by the classifier where they tell none clearly."""

import pytest

from secondsource.settings import Clean
from secondsource.stages.clean import languages
from secondsource.stages.clean.languages import find_language

TOLD = (
    ("en", "The harbour board said on Monday that the mole would be closed for repairs until the end of the month."),
    ("de", "Der Hafen ist seit Montag gesperrt, und die Fähren fahren nicht, weil das Tor im Dock liegt."),
    ("fr", "Les bacs sont à quai dans le port depuis lundi et les pêcheurs sont inquiets pour le reste des travaux."),
    ("es", "El puerto está cerrado desde el lunes y los barcos no salen, por las obras en el muelle del norte."),
    ("it", "Il porto è chiuso da lunedì e le barche non sono uscite per i lavori che la città ha avviato alla diga."),
    ("pt", "O porto está fechado e os barcos não saem, uma vez que as obras do cais já foram iniciadas pela câmara."),
)
SWEDISH = "Hamnen har varit stängd sedan i måndags och färjorna ligger kvar vid kajen eftersom vågbrytaren lagas nu."
DOUBTFUL = "Der Hafen ist gesperrt und die Fähren fahren nicht. The board of the harbour said that by the end of May."


@pytest.mark.parametrize(("code", "text"), TOLD, ids=[code for code, _ in TOLD])
def test_common_languages_are_told_by_their_words_alone(code: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "_load_classifier", lambda: pytest.fail("the classifier was asked"))
    assert find_language(text, Clean(language_words=10)) == code


def test_other_languages_are_left_to_the_classifier() -> None:
    assert find_language(SWEDISH, Clean(language_words=10)) == "sv"


def test_words_of_two_languages_are_left_to_the_classifier() -> None:
    assert languages._find_by_words(DOUBTFUL.lower().split()) is None
