"""Who is quoted in a story, and which of the names are forms of one another."""

from collections import Counter
from collections.abc import Iterable, Mapping

from secondsource.model.findings import JudgedStory
from secondsource.model.readings import NameKind
from secondsource.model.speakers import Voice
from secondsource.text.naming import is_short_for, name_words


def find_voices(judged: JudgedStory) -> tuple[Voice, ...]:
    """Everyone whom the reports of a story quote, by name."""
    quotes, claims = Counter[str](), Counter[str]()
    last_on: dict[str, str] = {}
    published = {reading.report.id: reading.report.published_on for reading in judged.story.readings}
    for told in judged.statements:
        for said in told.attributions:
            if said.speaker and said.content:
                (claims if said.manner == "indirect" else quotes)[said.speaker] += 1
                day = published[told.report]
                if day and day > last_on.get(said.speaker, ""):
                    last_on[said.speaker] = day
    full = find_full_names({*quotes, *claims}, _kinds_of_names(judged))
    return tuple(
        Voice(name, full[name], quotes[name], claims[name], last_on.get(name)) for name in sorted({*quotes, *claims})
    )


def find_full_names(names: Iterable[str], kinds: Mapping[str, frozenset[NameKind]]) -> dict[str, str]:
    """For each of the names of one story, the fullest that it is a form of, or itself.

    It is a form of another where that one is the only candidate: of "Corvay", "Ilse Corvay" and "Marko Corvay" the
    first stays what it is. Only names of persons have forms: "Norland" is not short for "Norland Radio". `kinds` is
    what reports take names for; one of the two must be taken for a person's, and neither for anything else alone.
    """
    known = sorted(set(names))
    fuller = {
        name: [other for other in known if is_short_for(name, other) and _are_alike(name, other, kinds)]
        for name in known
    }
    found = {}
    for name in known:
        fullest = [other for other in fuller[name] if not fuller[other]]
        found[name] = fullest[0] if len(fullest) == 1 else name
    return found


def _are_alike(one: str, full: str, kinds: Mapping[str, frozenset[NameKind]]) -> bool:
    """Whether two names can be one person's, by what reports take them for.

    What stands before a name may be a title; what stands behind it makes another thing of it ("Ilse Corvay's staff"),
    unless the whole is taken for a person's name too ("Kim" and "Kim Dae-jung").
    """
    taken = [kinds[name] for name in (one, full) if name in kinds]
    words = name_words(one)
    is_behind = name_words(full)[-len(words) :] == words
    return bool(taken) and all("person" in found for found in taken) and (is_behind or full in kinds)


def _kinds_of_names(judged: JudgedStory) -> dict[str, frozenset[NameKind]]:
    """What the reports of a story take each name for."""
    kinds: dict[str, set[NameKind]] = {}
    for reading in judged.story.readings:
        for name in reading.names:
            kinds.setdefault(name.entity, set()).add(name.kind)
    return {name: frozenset(found) for name, found in kinds.items()}
