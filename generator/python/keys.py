"""How the keys of typed dicts become wire names.

Typed dicts are written with Python names (`element_id`), the wire wants its own (`elementId`). The tree
says so for every member of a body below which a name differs; wire names themselves pass as they are.
"""

from __future__ import annotations

from typing import TypeAlias

from ..api.schemas import Model, Union
from ..api.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from . import literals
from .symbols import Symbols

Tree: TypeAlias = "dict[str, tuple[str, Tree]]"


def tree(type_: Type, symbols: Symbols, above: tuple[str, ...] = ()) -> Tree:
    """The renames below a value of `type_`; empty where there are none. Recursion is not followed."""
    match type_:
        case Reference(key) if key not in above:
            return _definition(key, symbols, (*above, key))
        case ListOf(inner) | Nullable(inner):
            return tree(inner, symbols, above)
        case MapOf(inner):
            below = tree(inner, symbols, above)
            return {"*": ("*", below)} if below else {}
        case AnyOf(options):
            return _merged([tree(option, symbols, above) for option in options])
        case _:
            return {}


def source(branch: Tree) -> str:
    """`branch` as a dict display."""
    return literals.dict_of(
        {name: f"({literals.string(wire)}, {source(below) or '{}'})" for name, (wire, below) in branch.items()}
    )


def _definition(key: str, symbols: Symbols, above: tuple[str, ...]) -> Tree:
    definition = symbols.catalog[key]
    if isinstance(definition, Union):
        return _merged([tree(option, symbols, above) for option in definition.options])
    if not isinstance(definition, Model):
        return {}
    found: Tree = {}
    for member in definition.members:
        below = tree(member.type, symbols, above)
        attribute = symbols[key].attributes[member.name]
        if below or attribute != member.name:
            found[attribute] = (member.name, below)
    return found


def _merged(trees: list[Tree]) -> Tree:
    """All of `trees` in one; where two rename a key differently the first one's name stands."""
    found: Tree = {}
    for each in trees:
        for name, (wire, below) in each.items():
            first = found.get(name)
            found[name] = (first[0], _merged([first[1], below])) if first is not None else (wire, below)
    return found
