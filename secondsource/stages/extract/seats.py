"""Seats: which town a report says a land is governed from: "Ellith, the capital of Norland"."""

from functools import cache

from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon

OWNERS = ("poss", "compound", "amod", "nmod")
NAMES = ("PROPN", "ADJ")
NOT_LANDS = frozenset(["government", "county", "district", "province", "region", "state"])


@cache
def _capitals() -> frozenset[str]:
    return frozenset(load_lexicon("roles")["capitals"]["words"])


def find_seats(tree: Tree) -> dict[frozenset[str], frozenset[str]]:
    """The words of each capital → those of its land, in small letters."""
    seats: dict[frozenset[str], frozenset[str]] = {}
    for index in range(len(tree)):
        if tree.lemma(index) in _capitals() and tree.pos(index) in ("NOUN", "PROPN"):
            town, land = _town_beside(tree, index), _land_of(tree, index)
            if town and land and town != land:
                seats.setdefault(town, land)
    return seats


def _town_beside(tree: Tree, capital: int) -> frozenset[str]:
    """“Ellith, the capital”, “the capital, Ellith”, “the capital Ellith”, “Ellith is the capital”."""
    towns = tree.with_dep(capital, ("appos",))
    above = tree.head(capital)
    if tree.dep(capital) in ("appos", "compound", "nmod"):
        towns.append(above)
    if tree.dep(capital) == "attr" and tree.lemma(above) == "be":
        towns += tree.with_dep(above, ("nsubj",))
    return next((_name(tree, town) for town in towns if tree.pos(town) == "PROPN"), frozenset())


def _land_of(tree: Tree, capital: int) -> frozenset[str]:
    """“the capital of Norland”, “Norland's capital”, “the Norlandic capital”."""
    lands = [noun for prep in tree.with_dep(capital, ("prep",)) for noun in tree.with_dep(prep, ("pobj",))]
    lands += tree.with_dep(capital, OWNERS)
    named = [land for land in lands if tree.pos(land) in NAMES and _is_capital(tree, land)]
    return next((_name(tree, land) for land in named), frozenset())


def _is_capital(tree: Tree, word: int) -> bool:
    return tree.tokens[word].span.of(tree.text)[0].isupper()


def _name(tree: Tree, head: int) -> frozenset[str]:
    """The words of the name whose last word is `head`."""
    parts = [head, *(word for word in tree.with_dep(head, ("compound", "amod")) if _is_capital(tree, word))]
    words = frozenset(tree.lemma(word) for word in parts) - _capitals()
    return frozenset() if words & NOT_LANDS else words
