"""How the keys of typed dicts become wire names.

Typed dicts have Python names (`element_id`), the wire has its own (`elementId`). A key tree has an entry for every
member of a body below which a name differs; wire names themselves pass unchanged. A tree that is large or recursive is
split: its definitions have trees of their own, in `_KEYS` of their module of decoders, and other trees refer to them by
"module:name". Where a value may be one of several definitions, all are listed, with spaces between.
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


def write_key_tree(type_: Type, symbols: SymbolTable) -> str:
    """Return the key tree of a value of `type_` as source; "" where nothing is renamed."""
    tree = _build_tree(type_, symbols)
    return _write(tree) if tree else ""


def separate_trees(keys: Iterable[str], symbols: SymbolTable, imports: Imports) -> list[str]:
    """Return the constant with the trees of those of the definitions `keys` that have their own."""
    trees = {
        symbols[key].decoder: _write(_build_definition_tree(key, symbols))
        for key in keys
        if key in symbols.separate_trees
    }
    if not trees:
        return []
    imports.check("collections.abc", "Mapping")
    return [
        f"_KEYS: Mapping[str, {imports.check('.._core.operation', 'Keys')}] = {literals.dict_of(trees)}"
    ]


def _build_tree(type_: Type, symbols: SymbolTable) -> Tree | str:
    match type_:
        case Reference(key):
            key = symbols.catalog.find_canonical(key)
            if key not in symbols.renaming:
                return {}
            symbol = symbols[key]
            if key in symbols.separate_trees:
                return f"{symbol.module}:{symbol.decoder}"
            return _build_definition_tree(key, symbols)
        case ListOf(inner) | Nullable(inner):
            return _build_tree(inner, symbols)
        case MapOf(inner):
            below = _build_tree(inner, symbols)
            return {"*": ("*", below)} if below else {}
        case AnyOf(options):
            return _join(options, symbols)
        case _:
            return {}


def _build_definition_tree(key: str, symbols: SymbolTable) -> Tree:
    """Return the tree of a definition, written out even where others refer to it by name."""
    definition = symbols.catalog[key]
    match definition:
        case Union(options=options):
            return _join(options, symbols)
        case Alias(type=type_):
            return _join((type_,), symbols)
        case Model():
            return _build_member_trees(definition, symbols)
        case _:
            return {}


def _build_member_trees(model: Model, symbols: SymbolTable) -> Tree:
    trees: Tree = {}
    for member in model.members:
        below = _build_tree(member.type, symbols)
        attribute = symbols[model.key].attributes[member.name]
        if below or attribute != member.name:
            trees[attribute] = (member.name, below)
    below = _build_tree(model.additional, symbols) if model.additional is not None else {}
    return {**trees, "*": ("*", below)} if below else trees


def _join(options: tuple[Type, ...], symbols: SymbolTable) -> Tree:
    """Join the trees of `options`. Where two rename a key differently, the first one decides."""
    joined: Tree = {}
    for option in options:
        for name, (wire, below) in _build_first_level(option, symbols, ()).items():
            first = joined.get(name, (wire, {}))
            joined[name] = (first[0], _merge(first[1], below))
    return joined


def _build_first_level(type_: Type, symbols: SymbolTable, ancestors: tuple[str, ...]) -> Tree:
    """Return the tree of `type_` with its first level written out."""
    match type_:
        case Reference(key):
            definition = symbols.catalog[key]
            if isinstance(definition, Model):
                return _build_member_trees(definition, symbols)
            inner = definition.options if isinstance(definition, Union) else ()
            inner = (definition.type,) if isinstance(definition, Alias) else inner
            joined: Tree = {}
            for each in inner if definition.key not in ancestors else ():
                joined = {
                    **_build_first_level(each, symbols, (*ancestors, definition.key)),
                    **joined,
                }
            return joined
        case ListOf(inner) | Nullable(inner):
            return _build_first_level(inner, symbols, ancestors)
        case _:
            tree = _build_tree(type_, symbols)
            return tree if isinstance(tree, dict) else {}


def _merge(first: Tree | str, second: Tree | str) -> Tree | str:
    if isinstance(first, str) or isinstance(second, str):
        return " ".join(dict.fromkeys(each for each in (first, second) if isinstance(each, str)))
    return first | {name: below for name, below in second.items() if name not in first}


def _write(branch: Tree | str) -> str:
    if isinstance(branch, str):
        return literals.string(branch)
    return literals.dict_of(
        {
            name: f"({literals.string(wire)}, {_write(below) or '{}'})"
            for name, (wire, below) in branch.items()
        }
    )
