"""The order of definitions: each after what first uses it, as one reads a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir.definitions import Catalog, Definition
from ...ir.traversal import list_component_types, list_referenced_keys


def sort_definitions(catalog: Catalog, duplicates: Mapping[str, str]) -> None:
    """Sort `catalog` so that what a definition uses follows it, depth first.

    Args:
        catalog: the definitions.
        duplicates: classes that share the members of another one. What is within that counts as within them, too, so
            that the order depends on the document, and not on which classes are shared.
    """
    visited: dict[str, None] = {}
    for root in list(catalog.definitions):
        waiting = [(root, root)]
        while waiting:
            place, key = waiting.pop()
            definition = catalog.definitions.get(key)
            if definition is None or place in visited:
                continue
            visited[place] = None
            home = f"{duplicates.get(key, key)}/"
            below = list(_iter_referenced_definitions(definition))
            if place == key and key not in duplicates:
                waiting += [(each, each) for each in reversed(below)]
            else:
                waiting += [
                    (f"{place}/{each.removeprefix(home)}" if each.startswith(home) else each, each)
                    for each in reversed(below)
                ]
    ordered = {key: catalog.definitions[key] for key in visited if key in catalog.definitions}
    catalog.definitions.clear()
    catalog.definitions.update(ordered)


def _iter_referenced_definitions(definition: Definition) -> Iterator[str]:
    return (
        each for type_ in list_component_types(definition) for each in list_referenced_keys(type_)
    )
