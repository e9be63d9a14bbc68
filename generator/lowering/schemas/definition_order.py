"""The order of definitions: each after what first uses it, as one reads a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir.definitions import Catalog, Definition
from ...ir.traversal import component_types, referenced_keys


def sort_definitions(catalog: Catalog, twins: Mapping[str, str]) -> None:
    """Sort `catalog` so that what a definition uses follows it, depth first.

    Args:
        catalog: the definitions.
        twins: classes that were taken over from others. What is within these is met within them as well, so that
            where a definition comes depends on what is written, and not on what was taken over.
    """
    found: dict[str, None] = {}
    for root in list(catalog.definitions):
        waiting = [(root, root)]
        while waiting:
            place, key = waiting.pop()
            definition = catalog.definitions.get(key)
            if definition is None or place in found:
                continue
            found[place] = None
            home = f"{twins.get(key, key)}/"
            below = list(_referenced_definitions(definition))
            if place == key and key not in twins:
                waiting += [(each, each) for each in reversed(below)]
            else:
                waiting += [
                    (f"{place}/{each.removeprefix(home)}" if each.startswith(home) else each, each)
                    for each in reversed(below)
                ]
    ordered = {key: catalog.definitions[key] for key in found if key in catalog.definitions}
    catalog.definitions.clear()
    catalog.definitions.update(ordered)


def _referenced_definitions(definition: Definition) -> Iterator[str]:
    return (each for type_ in component_types(definition) for each in referenced_keys(type_))
