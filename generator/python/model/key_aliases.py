"""How the keys of typed dicts become wire names.

Typed dicts are written with Python names (`element_id`), the wire wants its own (`elementId`). A tree of
names says so for every member of a body below which a name differs; wire names themselves pass as they are.
A tree that is large or contains itself is cut: definitions have trees of their own then, in `_KEYS` of
their wire module, and are mentioned as "module:name"; where it may be one of several, these are listed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ...ir.definitions import Alias, Model, Union
from ...ir.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from ..naming.symbol_table import SymbolTable
from ..source import literals
from ..source.imports import Imports

Tree: TypeAlias = "dict[str, tuple[str, Tree | str]]"


def source(type_: Type, symbols: SymbolTable) -> str:
    """The renames below a value of `type_` as source; "" where there are none."""
    tree = _tree(type_, symbols)
    return _shown(tree) if tree else ""


def constants(keys: Iterable[str], symbols: SymbolTable, imports: Imports) -> list[str]:
    """The trees of those of the definitions `keys` that have their own."""
    found = {
        symbols[key].decoder: _shown(_definition(key, symbols))
        for key in keys
        if key in symbols.cut
    }
    if not found:
        return []
    imports.check("collections.abc", "Mapping")
    return [
        f"_KEYS: Mapping[str, {imports.check('.._core.operation', 'Keys')}] = {literals.dict_of(found)}"
    ]


def _tree(type_: Type, symbols: SymbolTable) -> Tree | str:
    match type_:
        case Reference(key):
            key = symbols.catalog.canonical(key)
            if key not in symbols.renaming:
                return {}
            symbol = symbols[key]
            whole = key not in symbols.cut
            return _definition(key, symbols) if whole else f"{symbol.module}:{symbol.decoder}"
        case ListOf(inner) | Nullable(inner):
            return _tree(inner, symbols)
        case MapOf(inner):
            below = _tree(inner, symbols)
            return {"*": ("*", below)} if below else {}
        case AnyOf(options):
            return _joined(options, symbols)
        case _:
            return {}


def _definition(key: str, symbols: SymbolTable) -> Tree:
    """The tree of a definition, whether or not it is mentioned by name elsewhere."""
    definition = symbols.catalog[key]
    match definition:
        case Union(options=options):
            return _joined(options, symbols)
        case Alias(type=type_):
            return _joined((type_,), symbols)
        case Model():
            return _members(definition, symbols)
        case _:
            return {}


def _members(model: Model, symbols: SymbolTable) -> Tree:
    found: Tree = {}
    for member in model.members:
        below = _tree(member.type, symbols)
        attribute = symbols[model.key].attributes[member.name]
        if below or attribute != member.name:
            found[attribute] = (member.name, below)
    below = _tree(model.additional, symbols) if model.additional is not None else {}
    return {**found, "*": ("*", below)} if below else found


def _joined(options: tuple[Type, ...], symbols: SymbolTable) -> Tree:
    """All trees of `options` in one; where two rename a key differently the first one's name stands."""
    found: Tree = {}
    for option in options:
        for name, (wire, below) in _level(option, symbols, ()).items():
            first = found.get(name, (wire, {}))
            found[name] = (first[0], _both(first[1], below))
    return found


def _level(type_: Type, symbols: SymbolTable, above: tuple[str, ...]) -> Tree:
    """The tree of `type_` with its first level spelled out."""
    match type_:
        case Reference(key):
            definition = symbols.catalog[key]
            if isinstance(definition, Model):
                return _members(definition, symbols)
            inner = definition.options if isinstance(definition, Union) else ()
            inner = (definition.type,) if isinstance(definition, Alias) else inner
            found: Tree = {}
            for each in inner if definition.key not in above else ():
                found = {**_level(each, symbols, (*above, definition.key)), **found}
            return found
        case ListOf(inner) | Nullable(inner):
            return _level(inner, symbols, above)
        case _:
            tree = _tree(type_, symbols)
            return tree if isinstance(tree, dict) else {}


def _both(first: Tree | str, second: Tree | str) -> Tree | str:
    if isinstance(first, str) or isinstance(second, str):
        return " ".join(dict.fromkeys(each for each in (first, second) if isinstance(each, str)))
    return first | {name: below for name, below in second.items() if name not in first}


def _shown(branch: Tree | str) -> str:
    if isinstance(branch, str):
        return literals.string(branch)
    return literals.dict_of(
        {
            name: f"({literals.string(wire)}, {_shown(below) or '{}'})"
            for name, (wire, below) in branch.items()
        }
    )
