"""Which language a text is in."""

import re
from functools import cache
from typing import Any

from secondsource.settings import Clean
from secondsource.text.lexicon import load_lexicon

_WORD = re.compile(r"[^\W\d_]+")

SHOWN_CHARACTERS = 3000
"""What the classifier is shown; more does not change its mind."""


ENGLISH_SHARE = 0.15
"""Share of words that only English is so full of, from which a text is English. Of 1,018 English texts of public sets
96 % have more, of 727 others the most had 0.124; the classifier, which is asked about the rest, costs 2 ms."""


@cache
def _load_classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _load_english() -> frozenset[str]:
    return frozenset(load_lexicon("languages")["english"])


def find_language(text: str, settings: Clean) -> str | None:
    """The ISO 639-1 code of the language that `text` is in; None when there is too little of it, or no clear answer."""
    words = _WORD.findall(text[:SHOWN_CHARACTERS].lower())
    if len(words) < settings.language_words:
        return None
    english = _load_english()
    if sum(word in english for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    language, score = _load_classifier().classify(text[:SHOWN_CHARACTERS])
    return str(language) if score >= settings.language_score else None


def name_language(code: str) -> str:
    """The English name of a language by its ISO 639-1 code; the code itself where it is not in the lexicon."""
    return str(load_lexicon("languages")["names"].get(code, code))
