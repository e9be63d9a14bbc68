"""Finds what a reference leads to, in the files as they are written.

A reference is tried as a file next to the one it is in, then as one of the addresses (`$id`) and anchors that
schemas give themselves. A pointer may lead through other references.
"""

from __future__ import annotations

from urllib.parse import unquote

from attrs import evolve

from ...diagnostics import did_you_mean
from ..json_pointers import unescape
from .anchors import base_uri, find_enclosing_id, find_names
from .document import Document, File
from .files import BrokenReference, Files
from .node import Node
from .uris import join, split

_SUGGESTIONS = 100
"""Broken references for which a similar name is looked for; among many names that takes a while."""
_NESTED = 100
"""References that may be needed to find what one reference leads to; each costs a few levels of the stack."""


class ReferenceFinder:
    """Follows references from one node to the next, across files."""

    def __init__(self, root: Document, files: Files) -> None:
        self._root = root
        self._files = files
        self._documents: dict[str, Document] = {root.key: root}
        self._targets: dict[tuple[str, str], Node | BrokenReference] = {}
        self._names: dict[str, dict[str, Node]] = {}
        self._active: dict[tuple[str, str], Node] = {}
        self._suggestions = 0

    def find(self, node: Node, reference: str) -> Node | BrokenReference:
        """Return what a reference that is written at a node leads to, even if that is a reference again."""
        document = node.document
        has_ids = isinstance(document, File) and document.has_ids
        inner = find_enclosing_id(node) if has_ids else None
        key = (document.key if inner is None else f"{document.key}#{inner.pointer}", reference)
        target = self._targets.get(key)
        if target is None:
            if key in self._active:
                return _describe_cycle([*self._active.values(), node])
            if len(self._active) > _NESTED:
                return BrokenReference(
                    "too-deep",
                    f"more than {_NESTED} references are needed to find `{reference[:60]}`",
                    "point at what is meant, and not through other references",
                )
            self._active[key] = node
            target = self._find(node, inner, reference)
            del self._active[key]
            if isinstance(target, Node) or not self._active:
                self._targets[key] = target
        return target

    def find_end(self, node: Node) -> Node | BrokenReference:
        """Return what the chain of references that begins at a node ends at; a node without `$ref` is itself."""
        chain: dict[Node, None] = {}
        while (reference := node.text("$ref")) is not None:
            if node in chain:
                steps = list(chain)
                return _describe_cycle(steps[steps.index(node) :])
            chain[node] = None
            target = self.find(node, reference)
            if isinstance(target, BrokenReference):
                return target if target.place is not None else evolve(target, place=node)
            node = target
        return node

    def _find(self, node: Node, inner: Node | None, reference: str) -> Node | BrokenReference:
        address, fragment = split(reference)
        if not address and inner is not None:
            target = self._walk(inner, fragment)
            if isinstance(target, Node):
                return target
        document = self._open(node.document, unquote(address)) if address else node.document
        if isinstance(document, File) and document.failed:
            message = f"`{document.name}` can't be read"
            help = "correct that file; its own finding says where"
            return BrokenReference("broken-file", message, help)
        if isinstance(document, Document):
            return self._walk(document.root, fragment)
        resource_root = self._find_address(join(base_uri(node), address))
        return self._walk(resource_root, fragment) if resource_root is not None else document

    def _open(self, document: Document, address: str) -> Document | BrokenReference:
        file = self._files.open(document, address)
        if isinstance(file, BrokenReference):
            return file
        return self._documents.setdefault(file.key, file)

    def _find_address(self, address: str) -> Node | None:
        for document in list(self._documents.values()):
            target = self._list_names(document).get(address)
            if target is not None:
                return target
        return None

    def _list_names(self, document: Document) -> dict[str, Node]:
        if document.key not in self._names:
            self._names[document.key] = find_names(document)
        return self._names[document.key]

    def _walk(self, start: Node, fragment: str) -> Node | BrokenReference:
        if fragment and not fragment.startswith("/"):
            name = unquote(fragment)
            target = self._list_names(start.document).get("#" + name)
            return target if target is not None else _describe_missing_anchor(start, name)
        node = start
        for raw in fragment.split("/")[1:]:
            child = node.get_fragment(raw)
            if child is None and node.text("$ref") is not None:
                end = self.find_end(node)
                if isinstance(end, BrokenReference):
                    return end
                node = end
                child = node.get_fragment(raw)
            if child is None:
                self._suggestions += 1
                suggest = self._suggestions <= _SUGGESTIONS
                token = unescape(unquote(raw))
                return _describe_missing(node, start, fragment, token, suggest=suggest)
            node = child
        return node


def _describe_cycle(chain: list[Node]) -> BrokenReference:
    """Describe a cycle, beginning with its first node wherever the search began."""
    first = min(chain, key=lambda node: (node.document.name, node.pointer))
    start = chain.index(first)
    shown = " → ".join(f"#{n.pointer}" for n in [*chain[start:], *chain[:start], first][:8])
    return BrokenReference(
        "cyclic-reference",
        f"this reference leads back to itself: {shown}",
        "let one of them describe the value instead of referring to another",
        first,
    )


def _describe_missing(
    node: Node, start: Node, fragment: str, token: str, *, suggest: bool
) -> BrokenReference:
    where = f"`#{node.pointer}`" if node.pointer else "the document"
    if node.document is not start.document or not node.pointer:
        where = f"{where} of `{node.document.name}`" if node.pointer else f"`{node.document.name}`"
    names = node.value if suggest and node.is_map else ()
    return BrokenReference(
        "dangling-reference",
        f"`#{_shorten(unquote(fragment))}` leads nowhere: {where} has no `{_shorten(token)}`",
        did_you_mean(token[:200], names, "define it there, or point at what is defined"),
    )


def _describe_missing_anchor(start: Node, name: str) -> BrokenReference:
    is_component = name in (start.document.root / "components" / "schemas")
    return BrokenReference(
        "dangling-reference",
        f"no schema of `{start.document.name}` has the anchor `{_shorten(name)}`",
        (
            f"write `#/components/schemas/{name}` if you mean a component"
            if is_component
            else f"give the schema you mean `$anchor: {_shorten(name)}`"
        ),
    )


def _shorten(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:200]}…"
