"""Which definitions of a document have a name already, by the lock of the package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from ...ir.api import FormerDefinition
from ...ir.definitions import Catalog, is_component, make_depth_key
from ...ir.shape_digest import ShapeDigests
from ...openapi.extensions.registry import read_class_name
from ...openapi.json_pointers import split_pointer
from ...openapi.loading import Node, Source
from ..naming.name_lock import NameLock
from .all_of import find_referenced_schema, is_bare_reference
from .names import make_definition_key


@frozen
class LockedDefinitions:
    """The names that definitions of `source` have in a package."""

    source: Source
    lock: NameLock

    @property
    def prefix(self) -> str:
        """The start of the keys of definitions."""
        return make_definition_key(self.source.root)

    def rank(self) -> Callable[[str], tuple[bool, int, str]]:
        """Return what sorts the keys of equal definitions: the one that has a name already represents them."""
        prefix, locked = self.prefix, self.lock.definitions

        def rank(key: str) -> tuple[bool, int, str]:
            return (key.removeprefix(prefix) not in locked, *make_depth_key(key))

        return rank

    def match(self, catalog: Catalog) -> MatchedDefinitions:
        """Find the definitions of `catalog` that have a name."""
        current = {
            pointer: self._find_current_key(pointer, catalog) for pointer in self.lock.definitions
        }
        for each in self.lock.former:
            current.setdefault(each.pointer, self._find_current_key(each.pointer, catalog))
        matched = {pointer: key for pointer, key in current.items() if key is not None}
        gone = [pointer for pointer, key in current.items() if key is None]
        successors = self._find_successors(gone, set(matched.values()), catalog)
        return MatchedDefinitions(self, catalog, {**matched, **successors}, frozenset(successors))

    def _find_successors(
        self, gone: list[str], taken: set[str], catalog: Catalog
    ) -> dict[str, str]:
        """Pair what is gone with what is made of the same, where that is certain.

        A component that was renamed or written out where it is used is found this way. Written out, it may have become one
        with another definition; what is new goes first.
        """
        removed: defaultdict[str, list[str]] = defaultdict(list)
        for pointer in gone:
            if pointer in self.lock.shapes:
                removed[self.lock.shapes[pointer]].append(pointer)
        if not removed:
            return {}
        digests = ShapeDigests(catalog)
        added, shared = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        merged = set(catalog.merged.values())
        for key in catalog.definitions:
            if key not in taken:
                added[digests[key]].append(key)
            elif key in merged:
                shared[digests[key]].append(key)
        candidates = {shape: added.get(shape) or shared.get(shape, []) for shape in removed}
        return {
            pointers[0]: candidates[shape][0]
            for shape, pointers in removed.items()
            if len(pointers) == len(candidates[shape]) == 1
        }

    def _find_current_key(self, pointer: str, catalog: Catalog) -> str | None:
        """Return the key of the definition at `pointer`, or of what it refers to now; None where there is none."""
        key = catalog.find_canonical(f"{self.prefix}{pointer}")
        if key in catalog.definitions:
            return key
        node = self.find(pointer)
        if node is not None and node.is_map and is_bare_reference(node):
            node = find_referenced_schema(node, self.source)
        key = catalog.find_canonical(make_definition_key(node)) if node is not None else ""
        return key if key in catalog.definitions else None

    def find(self, pointer: str) -> Node | None:
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


@frozen
class MatchedDefinitions:
    """The definitions of a catalog that have a name in a package.

    Attributes:
        locked: the names.
        catalog: the definitions.
        keys: the definition that stands for each locked pointer now.
        successors: the pointers that lead nowhere now; another definition is made of the same.
    """

    locked: LockedDefinitions
    catalog: Catalog
    keys: Mapping[str, str]
    successors: frozenset[str]

    def names(self) -> dict[str, tuple[str, str]]:
        """Return module and name of the definitions that have one, by key; a name that the document gives goes first."""
        names: dict[str, tuple[str, str]] = {}
        for pointer, (module, name) in self.locked.lock.definitions.items():
            key = f"{self.locked.prefix}{pointer}"
            if pointer in self.successors and not is_component(self.keys[pointer]):
                key = self.keys[pointer]
            if key in self.catalog.definitions:
                node = self.locked.find(key.removeprefix(self.locked.prefix))
                is_named = node is not None and read_class_name(node) is not None
                names[key] = (module, self.catalog.definitions[key].name if is_named else name)
        return names

    def iter_former(self) -> Iterator[FormerDefinition]:
        """Yield every name that the package has, with the definition that stands for it now."""
        lock = self.locked.lock
        for pointer, (module, name) in lock.definitions.items():
            if pointer in self.keys:
                yield FormerDefinition(module, name, self.keys[pointer], self._place(pointer))
        for each in lock.former:
            if each.pointer in self.keys:
                place = self._place(each.pointer)
                yield FormerDefinition(
                    each.module, each.name, self.keys[each.pointer], place, each.since
                )

    def _place(self, pointer: str) -> str:
        """Return the pointer by which the next version finds the definition that stands for `pointer` now."""
        is_gone = pointer in self.successors
        return self.keys[pointer].removeprefix(self.locked.prefix) if is_gone else pointer
