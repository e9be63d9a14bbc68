"""Which definitions of a document have a name already, by the lock of the package."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from ...ir.api import FormerDefinition
from ...ir.definitions import Catalog, depth_key
from ...openapi.extensions.registry import class_name
from ...openapi.json_pointers import split_pointer
from ...openapi.loading import Node, Source
from ..naming.lock import NameLock
from .all_of import is_bare_reference, referenced_schema
from .names import definition_key


@frozen
class LockedDefinitions:
    """The names that definitions of `source` have in a package."""

    source: Source
    lock: NameLock

    @property
    def _prefix(self) -> str:
        return definition_key(self.source.root)

    def rank(self) -> Callable[[str], tuple[bool, int, str]]:
        """Return what sorts the keys of equal definitions: the one that has a name already represents them."""
        prefix, locked = self._prefix, self.lock.definitions

        def rank(key: str) -> tuple[bool, int, str]:
            return (key.removeprefix(prefix) not in locked, *depth_key(key))

        return rank

    def names(self, catalog: Catalog) -> dict[str, tuple[str, str]]:
        """Return module and name of the definitions that have one, by key; not where the document names them now."""
        names: dict[str, tuple[str, str]] = {}
        for pointer, name in self.lock.definitions.items():
            key = f"{self._prefix}{pointer}"
            if key in catalog.definitions:
                node = self._find(pointer)
                if node is None or class_name(node) is None:
                    names[key] = name
        return names

    def former(self, catalog: Catalog) -> Iterator[FormerDefinition]:
        """Yield every name that the package has, with the definition that stands for it now.

        Args:
            catalog: the definitions of the document.
        """
        for pointer, (module, name) in self.lock.definitions.items():
            key = self._current_key(pointer, catalog)
            if key is not None:
                yield FormerDefinition(module, name, key, pointer)
        for each in self.lock.former:
            key = self._current_key(each.pointer, catalog)
            if key is not None:
                yield FormerDefinition(each.module, each.name, key, each.pointer, each.since)

    def _current_key(self, pointer: str, catalog: Catalog) -> str | None:
        """Return the key of the definition at `pointer`, or of what it refers to now; None where there is none."""
        key = catalog.canonical(f"{self._prefix}{pointer}")
        if key in catalog.definitions:
            return key
        node = self._find(pointer)
        if node is not None and node.is_map and is_bare_reference(node):
            node = referenced_schema(node, self.source)
        key = catalog.canonical(definition_key(node)) if node is not None else ""
        return key if key in catalog.definitions else None

    def _find(self, pointer: str) -> Node | None:
        """Return the schema at `pointer`, where a part of the way may be a reference now."""
        node: Node | None = self.source.root
        for token in split_pointer(pointer):
            if node is None:
                return None
            child = node.get(token)
            reference = node.text("$ref") if child is None else None
            target = self.source.find_end(reference) if reference is not None else None
            node = target.get(token) if target is not None else child
        return node
