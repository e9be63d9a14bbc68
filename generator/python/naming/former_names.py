"""Former names of definitions in a package, and the current name of each."""

from __future__ import annotations

import keyword
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ...ir.api import Api, FormerDefinition
from ...ir.shape_digest import ShapeDigests
from .symbol_table import Symbol, SymbolTable


@frozen
class FormerName:
    """A former name in a module of models.

    Attributes:
        name: the name that it had there.
        module: the module of models that has it now.
        current: its name there.
    """

    name: str
    module: str
    current: str


def find_former_names(api: Api, symbols: SymbolTable) -> dict[str, list[FormerName]]:
    """Return the aliases of each module of models, sorted."""
    taken = {
        (each.module, name)
        for each in symbols.definitions.values()
        for name in (each.name, each.dict_name, each.unknown)
    }
    modules: defaultdict[str, dict[str, FormerName]] = defaultdict(dict)
    for former, symbol in _iter_aliased(api, symbols):
        for name, current in _pair_names(former.name, symbol):
            is_free = (former.module, name) not in taken and not keyword.iskeyword(name)
            if current and is_free:
                alias = FormerName(name, symbol.module, current)
                modules[former.module].setdefault(name, alias)
    return {
        module: [aliases[name] for name in sorted(aliases)]
        for module, aliases in sorted(modules.items())
        if not keyword.iskeyword(module)
    }


def list_locked_names(api: Api, symbols: SymbolTable) -> dict[str, Any]:
    """Return what the contract lists for the name lock: names in use, and aliases."""
    root = api.pointer
    former = {
        f"{each.module}.{each.name}": {
            "pointer": each.pointer,
            "since": each.since or api.settings.version,
        }
        for each, _ in _iter_aliased(api, symbols)
    }
    shapes = ShapeDigests(api.catalog)
    names = {
        f"{symbol.module}.{symbol.name}": [key.removeprefix(root), shapes[key]]
        for key, symbol in symbols.definitions.items()
        if key.startswith(root)
    }
    resources = {
        f"{symbol.module}.{symbol.class_name}": ".".join(symbol.path)
        for symbol in symbols.resources.values()
    }
    listed = {"definitions": names, "resources": resources, "former": former}
    return {section: entries for section, entries in listed.items() if entries}


def _iter_aliased(api: Api, symbols: SymbolTable) -> Iterator[tuple[FormerDefinition, Symbol]]:
    """Yield the names that differ from those of now, unless they were aliases in an earlier major version."""
    major = _get_major(api.settings.version)
    for former in api.former_names:
        symbol = symbols[former.key]
        has_moved = (former.module, former.name) != (symbol.module, symbol.name)
        if has_moved and (not former.since or _get_major(former.since) == major):
            yield former, symbol


def _pair_names(name: str, symbol: Symbol) -> tuple[tuple[str, str], ...]:
    """Return each name that belonged to `name`, and its current name."""
    return (
        (name, symbol.name),
        (f"{name}Dict", symbol.dict_name),
        (f"Unknown{name}", symbol.unknown),
    )


def _get_major(version: str) -> str:
    return version.partition(".")[0]
