"""Where in the assembled document the parts of files are: in their place in the root, or as components with a name."""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import PurePosixPath

from ..json_pointers import escape
from ..metamodel import Metamodel, is_map
from .document import Document
from .file_references import ReferenceFinder
from .node import Node

_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


class ComponentPlaces:
    """The pointers that nodes of the files have in the assembled document.

    Attributes:
        pending: parts of other files that became components and have still to be put there: shape, name and node.
    """

    def __init__(self, root: Document, finder: ReferenceFinder, metamodel: Metamodel) -> None:
        self.pending: list[tuple[str, str, Node]] = []
        self._root = root
        self._finder = finder
        self._metamodel = metamodel
        self._pointers: dict[tuple[str, str], str] = {(root.key, ""): ""}
        """By file and pointer."""
        self._component_names: dict[str, set[str]] = {}
        """By shape, the names that components have."""
        self._root_places: set[str] = set()
        """Pointers of components of the root that take the place of what they refer to."""

    def add_components(self) -> None:
        """Let components of the root that only refer to another file take the place of what they refer to."""
        for shape, path in self._metamodel.referable.items():
            self._component_names[shape] = set()
            section: Node | None = self._root.root
            for size, step in enumerate(path, 1):
                section = self._enter(section / step, path[:size]) if section is not None else None
            for name, node in section.items() if path and section is not None else ():
                self._component_names[shape].add(name)
                target = (
                    self._find(node)
                    if is_map(node.value) and list(node.value) == ["$ref"]
                    else None
                )
                if target is not None and target.document is not self._root:
                    pointer = self.make_component_pointer(shape, name)
                    self.add(target, pointer)
                    self._root_places.add(pointer)

    def _enter(self, section: Node, path: tuple[str, ...]) -> Node | None:
        """Return a section, or what it leads to if it is a reference as a whole."""
        if section.text("$ref") is None:
            return section if section.is_map else None
        end = self._finder.find_end(section)
        if not isinstance(end, Node) or not end.is_map:
            return None
        self.add(end, "".join(f"/{step}" for step in path))
        return end

    def _find(self, node: Node) -> Node | None:
        target = self._finder.find(node, node.text("$ref") or "")
        return target if isinstance(target, Node) else None

    def make_component_pointer(self, shape: str, name: str) -> str:
        """Return the pointer of a component."""
        return "".join(f"/{step}" for step in (*self._metamodel.referable[shape], escape(name)))

    def has_component(self, shape: str, name: str) -> bool:
        """Return whether a component has a name."""
        return name in self._component_names.get(shape, ())

    def is_root_place(self, pointer: str) -> bool:
        """Return whether the component at a pointer takes the place of what it refers to."""
        return pointer in self._root_places

    @property
    def names_of_root_places(self) -> frozenset[str]:
        """The last steps of the pointers for which `is_root_place` may be true."""
        return frozenset(pointer.rpartition("/")[2] for pointer in self._root_places)

    def add(self, target: Node, pointer: str) -> None:
        """Note where a node is, if it is nowhere yet."""
        self._pointers.setdefault(_make_key(target), pointer)

    def find(self, target: Node) -> str | None:
        """Return where in the document a node is, or None if it is not in there yet."""
        at: Node | None = target
        while at is not None:
            place = self._pointers.get(_make_key(at))
            if place is not None:
                return place + target.pointer.removeprefix(at.pointer)
            at = at.parent
        return None

    def find_or_add(self, target: Node, shape: str) -> str:
        """Return where a node is; it becomes a component if it is nowhere yet."""
        place = self.find(target)
        if place is not None:
            return place
        name = self._choose_name(target, shape)
        pointer = self.make_component_pointer(shape, name)
        self.add(target, pointer)
        self.pending.append((shape, name, target))
        return pointer

    def _choose_name(self, target: Node, shape: str) -> str:
        stem = PurePosixPath(target.document.name).name.partition(".")[0]
        file = _UNFIT.sub("_", stem) or "document"
        name = _UNFIT.sub("_", target.key) or file
        numbered = (f"{file}_{name}_{number}" for number in count(2))
        candidates = chain((name, f"{file}_{name}"), numbered)
        free = next(each for each in candidates if each not in self._component_names[shape])
        self._component_names[shape].add(free)
        return free


def _make_key(node: Node) -> tuple[str, str]:
    return node.document.key, node.pointer
