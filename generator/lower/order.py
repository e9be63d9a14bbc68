"""The order of definitions: each after what first uses it, as one reads a document."""

from __future__ import annotations

from ..api.schemas import Catalog, Definition
from ..api.walk import parts, references


def in_order(catalog: Catalog) -> None:
    """Sort `catalog` so that what a definition uses follows it, depth first."""
    ordered: dict[str, Definition] = {}
    for root in list(catalog.definitions):
        waiting = [root]
        while waiting:
            key = waiting.pop()
            definition = catalog.definitions.get(key)
            if definition is None or key in ordered:
                continue
            ordered[key] = definition
            waiting += reversed([each for type_ in parts(definition) for each in references(type_)])
    catalog.definitions.clear()
    catalog.definitions.update(ordered)
