"""Names as strings: whether two spellings are one name, and which is short for which."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_GENITIVE = re.compile(r"['’]s?\b")


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without accents, genitive and marks: "Kim Jong-un's" → kim, jong, un."""
    plain = unicodedata.normalize("NFKD", _GENITIVE.sub("", name))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).lower()))


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings can name one person or body: the same words, however joined or capitalised."""
    return bool(name_words(one)) and "".join(name_words(one)) == "".join(name_words(other))


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` is a shorter form of the name `full`: its first or last words ("Putin", "Kim")."""
    few, many = name_words(short), name_words(full)
    return 0 < len(few) < len(many) and (many[: len(few)] == few or many[-len(few) :] == few)
