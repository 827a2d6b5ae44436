"""The language of queries: words, "phrases", -without, begin*, OR, and fields such as outlet:gazette.

    tanker OR ship "port of Skarrow" -ferry evacuat* outlet:"Harbour Gazette" from:2024-06-01 kind:quote

All that is not joined by OR must be there; OR joins its two neighbours.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.errors import QueryError, UsageError
from secondsource.model.queries import KINDS, VERDICTS, Query, Term, Words
from secondsource.text.naming import name_words

LONGEST = 2_000
"""Characters of a query; nobody types more, and what is pasted is looked for with `holding`."""
MOST_TERMS = 32
"""Words and phrases of a query."""
LEAST_PREFIX = 2
"""Letters before a *: one letter alone would look through a large part of all words."""

FIELDS = {
    "outlet": "outlets",
    "speaker": "speakers",
    "agency": "agencies",
    "from": "first_on",
    "to": "last_on",
    "kind": "kinds",
    "verdict": "verdicts",
    "story": "stories",
}
"""What each field is called in a query, and in a Query."""

_ALLOWED = (
    'a query is made of words, "a phrase", -without, begin*, one OR another, and the fields'
    f" {', '.join(f'{name}:' for name in FIELDS)}"
)
_TOKEN = re.compile(
    r'(?P<minus>-?)(?:(?P<field>[A-Za-z]{1,20}):)?(?:"(?P<quoted>[^"]*)(?P<close>"?)|(?P<bare>[^\s"]*))'
)
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_QUOTES = str.maketrans("“”„‟«»", '""""""')


@dataclass(frozen=True, slots=True)
class _Token:
    place: int
    minus: bool
    field: str | None
    value: str
    is_quoted: bool

    @property
    def is_or(self) -> bool:
        return self.value == "OR" and not (self.is_quoted or self.minus or self.field)


def parse(text: str) -> Query:
    """The query that somebody typed. Raises UsageError when it makes no sense; a QueryError names the place."""
    if len(text) > LONGEST:
        raise UsageError(f"the query is longer than {LONGEST} characters; `secondsource holding` takes texts")
    tokens = list(_find_tokens(text.translate(_QUOTES)))
    _check_joins(tokens)
    groups = _group(tokens)
    unwanted = tuple(_to_term(token) for token in tokens if token.minus)
    if sum(map(len, groups)) + len(unwanted) > MOST_TERMS:
        raise UsageError(f"the query has more than {MOST_TERMS} words and phrases; `secondsource holding` takes texts")
    fields: dict[str, list[str]] = {}
    for token in tokens:
        if token.field:
            fields.setdefault(token.field, []).append(token.value)
    return narrow(Query(Words(groups, unwanted)), fields)


def _group(tokens: Sequence[_Token]) -> tuple[tuple[Term, ...], ...]:
    """The terms that are looked for, those joined by OR together."""
    groups: list[tuple[Term, ...]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.is_or:
            continue
        if not (token.field or token.minus):
            if before is not None and before.is_or:
                groups[-1] += (_to_term(token),)
            else:
                groups.append((_to_term(token),))
    return tuple(groups)


def _check_joins(tokens: Sequence[_Token]) -> None:
    """Raises UsageError where an OR does not stand between two words or phrases."""
    for place, token in enumerate(tokens):
        beside = [*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]]
        if token.is_or and (len(beside) < 2 or any(other.is_or or other.field or other.minus for other in beside)):
            raise _wrong(token.place, "OR needs a word or phrase on either side")


def narrow(query: Query, fields: dict[str, list[str]]) -> Query:
    """The query with these values of fields besides. Raises UsageError when a value is none of its field."""
    changes: dict[str, object] = {}
    for field, values in fields.items():
        attribute = FIELDS[field]
        if field in ("from", "to"):
            days = [_check_day(field, value) for value in values]
            known = [getattr(query, attribute)] if getattr(query, attribute) else []
            if len({*known, *days}) > 1:
                raise UsageError(f"{field}: is given twice")
            changes |= {attribute: days[0]} if days else {}
        else:
            for value in values:
                _check_value(field, value)
            changes[attribute] = (*getattr(query, attribute), *values)
    changed: Query = replace(query, **changes)  # type: ignore[arg-type]
    if changed.first_on and changed.last_on and changed.first_on[: len(changed.last_on)] > changed.last_on:
        raise UsageError(f"from:{changed.first_on} lies after to:{changed.last_on}")
    return changed


def _find_tokens(text: str) -> Iterator[_Token]:
    place = 0
    text = "".join(" " if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 else c for c in text)
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _TOKEN.match(text, place)
        if found is None or found.end() == place:  # cannot be: a character that is no space is one of the two
            raise _wrong(place, f"{text[place]!r} makes no sense here")
        yield _check_token(found, place)
        place = found.end()


def _check_token(found: re.Match[str], place: int) -> _Token:
    quoted = found["quoted"]
    if quoted is not None and not found["close"]:
        raise _wrong(place, "a quotation mark is missing")
    value = found["bare"] if quoted is None else quoted
    field = found["field"]
    if field is not None and field.lower() not in FIELDS:
        raise _wrong(place, f"there is no field {field}:; put what holds a colon between quotation marks")
    if field is not None and found["minus"]:
        raise _wrong(place, "- stands before words and phrases only")
    if field is not None and not value.strip():
        raise _wrong(place, f"{field}: needs a value right behind the colon")
    return _Token(place, bool(found["minus"]), field.lower() if field else None, value.strip(), quoted is not None)


def _to_term(token: _Token) -> Term:
    value, is_prefix = token.value, False
    if not token.is_quoted and value.endswith("*"):
        value, is_prefix = value.rstrip("*"), True
    if not any(map(str.isalnum, value)):
        shown = f"{value}*" if is_prefix else value
        raise _wrong(token.place, f"there is no word in {shown!r}")
    if is_prefix and sum(map(str.isalnum, re.split(r"\W+", value)[-1])) < LEAST_PREFIX:
        raise _wrong(token.place, f"* needs at least {LEAST_PREFIX} letters before it")
    return Term(value, is_prefix)


def _check_value(field: str, value: str) -> None:
    allowed: Sequence[str] = {"kind": KINDS, "verdict": VERDICTS}.get(field, ())
    if allowed and value not in allowed:
        raise UsageError(f"{field}: is one of {', '.join(allowed)}, not {value!r}")
    if field in ("outlet", "speaker", "agency") and not name_words(value):
        raise UsageError(f"{field}: needs a name; there is none in {value!r}")


def _check_day(field: str, value: str) -> str:
    """The day, month or year."""
    if _DAY.fullmatch(value):
        try:
            date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
        except ValueError:
            pass
        else:
            return value
    raise UsageError(f"{field}: takes a day such as 2024-06-19, a month such as 2024-06, or a year, not {value!r}")


def _wrong(place: int, why: str) -> QueryError:
    return QueryError(place, why, _ALLOWED)
