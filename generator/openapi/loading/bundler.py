"""Bundles the files of a description into one document, in which every reference is a local pointer.

Components of the root keep their names. What other files define becomes a component under the last part of its
pointer; where that name is taken, the name of its file goes in front, then a number goes behind, in the order in
which the references are met. Path items, examples, links and media types of other files replace their reference,
since older versions have no components for them.

OpenAPI allows a `$ref` in place of some objects only. Documents have them wherever an object or a list is expected:
such a reference is replaced by what it leads to, with one finding for each kind of place.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeAlias
from urllib.parse import unquote

from ...diagnostics import Report
from ..json_pointers import escape
from ..metamodel import OPENAPI, SHAPE_LABELS, Metamodel, Slot, is_list, is_map
from .component_places import ComponentPlaces
from .document import AssembledDocument, Document, File, Origins
from .file_references import ReferenceFinder
from .files import BrokenReference, Files
from .node import Node
from .schema_keywords import settle_keywords
from .uris import get_scheme, is_remote, join, split, to_fragment

_MAX_COPIED: Final = 500_000
"""How many objects inlined references may add to the document; references that multiply each other soon exceed it."""

_Path: TypeAlias = "Node | tuple[_Path, str]"
"""A node, or the steps to it from another: nodes are made for few of the values that are visited."""


def bundle(
    root: Document, files: Files, report: Report, metamodel: Metamodel = OPENAPI
) -> AssembledDocument:
    """Put a description into one document.

    Args:
        root: the document that everything begins with: a file, or an assembled document that was edited.
        files: opens the others.
        report: takes a finding for each kind of reference that is followed where OpenAPI has none.
        metamodel: the shapes of its version.

    Returns:
        A document that shares with the files what is the same there. References that lead nowhere stay,
        relative to the root.
    """
    return _Bundler(root, files, report, metamodel).run()


class _Bundler:
    def __init__(self, root: Document, files: Files, report: Report, metamodel: Metamodel) -> None:
        self._root = root
        self._finder = ReferenceFinder(root, files)
        self._report = report
        self._metamodel = metamodel
        self._before = root.origins if isinstance(root, AssembledDocument) else None
        self._origins = self._before.copy() if self._before is not None else Origins()
        self._places = ComponentPlaces(root, self._finder, metamodel)
        self._local: dict[tuple[str, str, str], str | None] = {}
        """The results for references that mean the same everywhere in their file, by file, shape and text."""
        self._copies: dict[tuple[Node, str], tuple[Any, int]] = {}
        """The replacement for references to a node of a shape, and its number of objects."""
        self._open: set[Node] = set()
        self._visited = 0
        self._copied = 0
        self._place = ("", root.root)
        """The part that is being put into the document: its pointer there, and its node."""
        self._hints: dict[str, tuple[Node, int]] = {}
        self._root_places: frozenset[str] = frozenset()
        self._sections: dict[str, dict[str, Any]] = {}
        """By shape, the section of the document that takes further components."""

    def run(self) -> AssembledDocument:
        root = self._root.root
        if not is_map(root.value):
            self._origins.record(root.value, root.pinned())
            return self._assemble(root.value)
        self._places.add_components()
        self._root_places = self._places.names_of_root_places
        document: dict[str, Any] = {**self._bundle(root.value, "document", root)}
        while self._places.pending:
            shape, name, node = self._places.pending.pop(0)
            bundled = self._put(node, shape, self._places.make_component_pointer(shape, name))
            self._find_section(document, shape)[name] = bundled
        self._origins.record(document, root.pinned())
        self._report_hints()
        return self._assemble(document)

    def _assemble(self, value: Any) -> AssembledDocument:
        return AssembledDocument(self._root.name, self._root.key, value, self._origins)

    def _find_section(self, document: dict[str, Any], shape: str) -> dict[str, Any]:
        """Return the section for components of a shape, as one that can take another."""
        if shape not in self._sections:
            holder = document
            for step in self._metamodel.referable[shape]:
                holder[step] = self._copy_section(holder.get(step))
                holder = holder[step]
            self._sections[shape] = holder
        return self._sections[shape]

    def _copy_section(self, section: Any) -> dict[str, Any]:
        bundled = {**section} if is_map(section) else {}
        origin = self._origins.get(section) if is_map(section) else None
        if origin is not None:
            self._origins.record(bundled, origin)
        return bundled

    def _put(self, node: Node, shape: str, pointer: str) -> Any:
        """Return the object as it is in the document, where its place differs from that in the files."""
        outside, self._place = self._place, (pointer, node)
        bundled = self._bundle(node.value, shape, node)
        self._place = outside
        if bundled.__class__ in (dict, list):
            self._origins.record(bundled, node.pinned())
        return bundled

    def _bundle(self, value: Any, shape: str, path: _Path) -> Any:
        """Return an object with every reference inside it made local; itself if all of them are."""
        if value.__class__ is not dict:
            return value
        self._visited += 1
        if value.get("$ref").__class__ is str:
            if shape in self._metamodel.referable:
                return self._bundle_reference(value, shape, path)
            return self._replace(value, path, shape, partial(self._put_as, shape=shape), hint=True)
        changed: dict[str, Any] = {}
        for key, slot in self._metamodel.list_slots(shape, value):
            bundled = self._bundle_field(value[key], slot, (path, key))
            if bundled is not value[key]:
                changed[key] = bundled
        self._bundle_data(value, shape, path, changed)
        result = {**value, **changed} if changed else value
        if shape == "schema":
            result = settle_keywords(result)
        return self._with_origin(value, result) if result is not value else value

    def _with_origin(self, before: Any, after: Any) -> Any:
        """Return the copy of a container, which comes from the same place."""
        if self._before is not None:
            origin = self._before.get(before)
            if origin is not None:
                self._origins.record(after, origin)
        return after

    def _bundle_data(
        self, value: dict[str, Any], shape: str, path: _Path, changed: dict[str, Any]
    ) -> None:
        """Replace references in place of data: `enum: {$ref: …}`, `description: {$ref: …}`."""
        data = self._metamodel.data.get(shape, ())
        for key in value:
            item = value[key]
            if item.__class__ is dict and item.get("$ref").__class__ is str and key in data:
                if shape == "discriminator" and key == "mapping" and len(item) > 1:
                    continue  # a value that is called `$ref`
                changed[key] = self._replace(item, (path, key), key, self._put_data, hint=True)
        if shape == "discriminator" and is_map(value.get("mapping")) and "mapping" not in changed:
            node = _find_node(path)
            mapping = {key: self._map_target(node, text) for key, text in value["mapping"].items()}
            if mapping != value["mapping"]:
                changed["mapping"] = mapping

    def _bundle_field(self, value: Any, slot: Slot, path: _Path) -> Any:
        if slot.many == "one" or (slot.many == "either" and not is_list(value)):
            return self._bundle(value, slot.shape, path)
        if is_map(value) and value.get("$ref").__class__ is str:
            step = path[1] if isinstance(path, tuple) else path.key
            put = partial(self._put_container, slot=slot)
            return self._replace(value, path, step, put, hint=True)
        return self._bundle_members(value, slot, path)

    def _bundle_members(self, value: Any, slot: Slot, path: _Path) -> Any:
        """Return a list or a map of objects with every reference inside it made local."""
        if slot.many == "map" and is_map(value):
            bundled: Any = {
                key: self._bundle(each, slot.shape, (path, key)) for key, each in value.items()
            }
            same = all(bundled[key] is value[key] for key in bundled)
        elif slot.many != "map" and is_list(value):
            items = enumerate(value)
            bundled = [self._bundle(each, slot.shape, (path, str(index))) for index, each in items]
            same = all(new is old for new, old in zip(bundled, value, strict=True))
        else:
            return value  # e.g. a list in place of a map
        return value if same else self._with_origin(value, bundled)

    def _put_data(self, node: Node) -> Any:
        if node.value.__class__ in (dict, list):
            self._origins.record(node.value, node.pinned())
        return node.value

    def _put_as(self, node: Node, shape: str) -> Any:
        return self._put(node, shape, self._place[0])

    def _put_container(self, node: Node, slot: Slot) -> Any:
        outside, self._place = self._place, (self._place[0], node)
        bundled = self._bundle_members(node.value, slot, node)
        self._place = outside
        if bundled.__class__ in (dict, list):
            self._origins.record(bundled, node.pinned())
        return bundled

    def _bundle_reference(self, value: dict[str, Any], shape: str, path: _Path) -> Any:
        """Return the replacement of a reference at a place where OpenAPI allows one."""
        siblings = {key: item for key, item in value.items() if key != "$ref"}
        if self._is_inlined(value, shape, path):
            return self._replace(value, path, shape, partial(self._put_as, shape=shape))
        local = self._localize(value["$ref"], shape, path)
        if local is None:
            return value
        if not siblings:
            return value if local == value["$ref"] else self._with_origin(value, {"$ref": local})
        node = _find_node(path)
        annotated = Node(node.document, siblings, node.parent, node.key)
        bundled = self._bundle(siblings, shape, annotated)
        if local == value["$ref"] and bundled is siblings:
            return value
        return self._with_origin(value, {"$ref": local} | bundled)

    def _is_inlined(self, value: dict[str, Any], shape: str, path: _Path) -> bool:
        """Return whether a reference is replaced by what it leads to: it takes the place of that here, or no section is for it."""
        may_be_place = isinstance(path, tuple) and escape(path[1]) in self._root_places
        if may_be_place and self._places.is_root_place(self._find_current_pointer(path)):
            return self._resolve(_find_node(path)) is not None
        if shape not in self._metamodel.inlined:
            return False
        target = self._resolve(_find_node(path))
        if target is None or target.document is self._root:
            return False
        return not (self._places.find(target) or "").startswith("/components/")

    def _find_current_pointer(self, path: _Path) -> str:
        """Return where in the document the value at a path is."""
        pointer, node = self._place
        steps: list[str] = []
        at = path
        while isinstance(at, tuple):
            steps.append(f"/{escape(at[1])}")
            at = at[0]
        above = at.pointer.removeprefix(node.pointer) if at.document is node.document else ""
        return pointer + above + "".join(reversed(steps))

    def _replace(
        self,
        value: dict[str, Any],
        path: _Path,
        kind: str,
        put: Callable[[Node], Any],
        *,
        hint: bool = False,
    ) -> Any:
        """Return what a reference leads to, in place of the reference.

        Args:
            value: the reference with its siblings.
            path: where it is.
            kind: the shape or keyword that it is in place of.
            put: makes what takes its place.
            hint: whether OpenAPI allows no reference here.
        """
        node = _find_node(path)
        target = self._finder.find_end(node)
        if isinstance(target, BrokenReference):
            return self._rebase_data(value, node)
        if hint:
            first, number = self._hints.get(kind, (node, 0))
            self._hints[kind] = (first, number + 1)
        if target in self._open or _is_around(target, node):
            return self._replace_recursion(value, target)
        pointer = self._find_current_pointer(path)
        self._places.add(target, pointer)
        bundled, size = self._copy(target, kind, pointer, put)
        self._copied += size
        if self._copied > _MAX_COPIED:
            raise ExpansionError(node)
        siblings = {key: item for key, item in value.items() if key != "$ref"}
        if siblings and is_map(bundled):
            extra = put(Node(node.document, siblings, node.parent, node.key))
            bundled = {**bundled, **extra}
            self._origins.record(bundled, target.pinned())
        return bundled

    def _copy(
        self, target: Node, kind: str, pointer: str, put: Callable[[Node], Any]
    ) -> tuple[Any, int]:
        """Return what takes the place of references to a node, and how many objects it has."""
        key = (target, kind)
        if key not in self._copies:
            before = self._visited
            outside, self._place = self._place, (pointer, target)
            self._open.add(target)
            bundled = put(target)
            self._open.discard(target)
            self._place = outside
            self._copies[key] = (bundled, self._visited - before + 1)
        else:
            self._visited += self._copies[key][1]
        return self._copies[key]

    def _replace_recursion(self, value: dict[str, Any], target: Node) -> Any:
        """Return the replacement of a reference to something that contains it."""
        place = self._places.find(target)
        if not place:  # nothing may be within itself as a whole
            return {key: item for key, item in value.items() if key != "$ref"}
        local = to_fragment(place)
        return value if _is_same_fragment(local, value["$ref"]) else {**value, "$ref": local}

    def _resolve(self, node: Node) -> Node | None:
        reference = node.text("$ref")
        target = self._finder.find(node, reference) if reference is not None else None
        return target if isinstance(target, Node) else None

    def _localize(self, reference: str, shape: str, path: _Path) -> str | None:
        """Return a reference as it is in the document; one that leads nowhere relative to the root."""
        file = self._place[1].document
        key = (file.key, shape, reference)
        if key in self._local:
            return self._local[key]
        node = _find_node(path)
        target = self._finder.find(node, reference)
        if isinstance(target, BrokenReference):
            local: str | None = self._rebase(node, reference)
        else:
            local = to_fragment(self._places.find_or_add(target, shape))
            if _is_same_fragment(local, reference):
                local = reference
        if not (isinstance(file, File) and file.has_ids):  # on which depends what a reference means
            self._local[key] = local
        return local

    def _map_target(self, node: Node, text: Any) -> Any:
        """Return a discriminator's target, which may be a reference or the bare name of a component."""
        if type(text) is not str or self._places.has_component("schema", text):
            return text
        target = self._finder.find(node, text)
        if isinstance(target, BrokenReference):
            return text
        local = to_fragment(self._places.find_or_add(target, "schema"))
        return text if _is_same_fragment(local, text) else local

    def _rebase_data(self, value: dict[str, Any], node: Node) -> dict[str, Any]:
        rebased = self._rebase(node, value["$ref"])
        return (
            value
            if rebased == value["$ref"]
            else self._with_origin(value, value | {"$ref": rebased})
        )

    def _rebase(self, node: Node, reference: str) -> str:
        """Return a reference that leads nowhere, relative to the root."""
        file = node.document
        address, fragment = split(reference)
        if file.key == self._root.key or "\0" in address or get_scheme(address):
            return reference
        if is_remote(file.key):
            pending = join(file.key, address)
        else:
            path = os.path.join(os.path.dirname(file.key), address) if address else file.key
            pending = os.path.relpath(path, os.path.dirname(self._root.key)).replace(os.sep, "/")
        return f"{pending}#{fragment}" if fragment or reference.endswith("#") else pending

    def _report_hints(self) -> None:
        for hint, (node, number) in self._hints.items():
            what = SHAPE_LABELS.get(hint, f"`{hint}`")
            times = f", here and at {number - 1} more" if number > 1 else ""
            self._report.warning(
                "reference-place",
                node / "$ref",
                f"OpenAPI has no `$ref` in place of {what}; it is followed{times}",
                "other tools may not follow it: `bundle` writes a document without such references",
            )


class ExpansionError(Exception):
    """Inlined references multiply each other."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node


def _find_node(path: _Path) -> Node:
    """Return the node that a path leads to."""
    return path if isinstance(path, Node) else _find_node(path[0]) / path[1]


def _is_around(target: Node, node: Node) -> bool:
    """Return whether a node is `target` or something within it."""
    return target.document is node.document and f"{node.pointer}/".startswith(f"{target.pointer}/")


def _is_same_fragment(one: str, other: str) -> bool:
    """Return whether two references name the same place of one document, however they are escaped."""
    return other.startswith("#") and unquote(one) == unquote(other)
