"""Following `$ref`s from node to node, across files.

A reference is tried as a file next to the one it stands in, then as one of the addresses (`$id`) and
anchors that schemas give themselves. What leads nowhere is told once per place and is None from then
on: the generator goes on without it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from attrs import frozen

from ...diagnostics import Report, did_you_mean
from .anchors import base_uri, find_enclosing_id, find_identities
from .document import Document
from .node import Node, unescape
from .uris import join, split

Opener = Callable[[Document, str], "Document | BrokenReference"]
"""Opens what the file part of a reference names, seen from a document."""

_HOPS = 60
"""References within references while one pointer is walked; more is a cycle."""


@frozen
class BrokenReference:
    """Why a reference leads nowhere."""

    code: str
    message: str
    help: str


class Source:
    """A description with all the files it is made of.

    Attributes:
        document: the one that was asked for.
        documents: every document that was opened, by resolved path or address.
        report: takes what is found wrong while references are followed.
        curated_by: the files by which the root document was changed since it was read.
    """

    def __init__(
        self, document: Document, documents: dict[str, Document], open_: Opener, report: Report
    ) -> None:
        self.document = document
        self.documents = documents
        self.curated_by: list[Document] = []
        self._open = open_
        self.report = report
        self._known: dict[tuple[str, str], Node | BrokenReference] = {}
        self._ends: dict[tuple[str, str], Node] = {}
        """What chains of references end at that lead somewhere, wherever they are written in a document."""
        self._names: dict[str, dict[str, Node]] = {}

    @property
    def root(self) -> Node:
        """The node of the document that was asked for."""
        return self.document.root

    def rewrite(self, value: Any) -> None:
        """Let `value` stand in the document that was asked for; where references lead is found anew."""
        self.document.value = value
        for known in (self._known, self._ends, self._names):
            known.clear()

    def resolve(self, node: Node) -> Node | None:
        """What a node stands for.

        Args:
            node: any node.

        Returns:
            The node itself, or what its chain of `$ref`s ends at (siblings are left to the caller);
            None, with a finding, if the chain leads nowhere or in a circle.
        """
        reference = node.text("$ref")
        return node if reference is None else self._end(node, reference)

    def _end(self, node: Node, reference: str) -> Node | None:
        """What the chain ends at that begins with the `reference` of a node."""
        if node.document.has_ids:  # then it counts where it stands
            return self._live(self._chase(node, 0))
        key = (node.document.key, reference)
        if key not in self._ends:
            end = self._live(self._chase(node, 0))
            if end is None:
                return None
            self._ends[key] = end
        return self._ends[key]

    def resolve_once(self, node: Node) -> Node | None:
        """What the `$ref` of a node names, even if that is a reference again; None where `resolve` has nothing."""
        reference = node.text("$ref")
        if reference is None or self._end(node, reference) is None:
            return None
        target = self._target(node, reference, 0)
        return target if isinstance(target, Node) else None

    def named(self, node: Node) -> Node | None:
        """As `resolve_once`, but says nothing, and also names what leads nowhere in the end."""
        reference = node.text("$ref")
        target = self._target(node, reference, 0) if reference is not None else None
        return target if isinstance(target, Node) else None

    def lookup(self, node: Node, reference: str) -> Node | None:
        """Return what the reference `reference`, written at `node`, leads to; None, without a finding, if nowhere."""
        target = self._target(node, reference, 0)
        end = self._chase(target, 0) if isinstance(target, Node) else None
        return end if isinstance(end, Node) else None

    def _live(self, end: Node | _Failure) -> Node | None:
        if isinstance(end, Node):
            return end
        place = end.node / "$ref" if "$ref" in end.node else end.node
        self.report.warning(end.dead.code, place, end.dead.message, end.dead.help)
        return None

    def _chase(self, node: Node, hops: int) -> Node | _Failure:
        chain: dict[Node, None] = {}
        while (reference := node.text("$ref")) is not None:
            if node in chain:
                steps = list(chain)
                return _cycle(steps[steps.index(node) :])
            if len(chain) + hops > _HOPS:
                return _cycle([*chain, node])
            chain[node] = None
            target = self._target(node, reference, hops + 1)
            if isinstance(target, BrokenReference):
                return _Failure(node, target)
            node = target
        return node

    def _target(self, node: Node, reference: str, hops: int) -> Node | BrokenReference:
        key = (node.document.key, reference)
        inner = find_enclosing_id(node)
        if inner is not None:
            return self._find(node, inner, reference, hops)
        if key not in self._known:
            found = self._find(node, None, reference, hops)
            if (
                isinstance(found, BrokenReference) and hops > 1
            ):  # a walk inside another one is no verdict
                return found
            self._known[key] = found
        return self._known[key]

    def _find(
        self, node: Node, inner: Node | None, reference: str, hops: int
    ) -> Node | BrokenReference:
        address, fragment = split(reference)
        if not address and inner is not None:
            found = self._walk(inner, fragment, hops)
            if isinstance(found, Node):
                return found
        opened = self._open(node.document, unquote(address)) if address else node.document
        if isinstance(opened, Document) and opened.failed:
            message = f"`{opened.name}` cannot be read"
            return BrokenReference(
                "dangling-reference", message, "correct that file; its own finding says where"
            )
        if isinstance(opened, Document):
            return self._walk(opened.root, fragment, hops)
        known = self._identified(join(base_uri(node), address))
        return self._walk(known, fragment, hops) if known is not None else opened

    def _identified(self, address: str) -> Node | None:
        for document in list(self.documents.values()):
            found = self._identities(document).get(address)
            if found is not None:
                return found
        return None

    def _identities(self, document: Document) -> dict[str, Node]:
        if document.key not in self._names:
            self._names[document.key] = find_identities(document)
        return self._names[document.key]

    def _walk(self, start: Node, fragment: str, hops: int) -> Node | BrokenReference:
        if fragment and not fragment.startswith("/"):
            name = unquote(fragment)
            found = self._identities(start.document).get("#" + name)
            return found if found is not None else _no_anchor(start, name)
        node = start
        for raw in fragment.split("/")[1:]:
            following = self._step(node, raw)
            if following is None and "$ref" in node:
                end = self._chase(node, hops + 1) if hops <= _HOPS else _cycle([node])
                if isinstance(end, _Failure):
                    return end.dead
                node = end
                following = self._step(node, raw)
            if following is None:
                return _nowhere(node, start, fragment, unescape(unquote(raw)))
            node = following
        return node

    def _step(self, node: Node, raw: str) -> Node | None:
        decoded = node.get(unescape(unquote(raw)))
        return decoded if decoded is not None else node.get(unescape(raw))


@frozen
class _Failure:
    """Where a chain of references ended in nothing, and why."""

    node: Node
    dead: BrokenReference


def _cycle(chain: list[Node]) -> _Failure:
    """The failure of a round trip, told at its first node whichever the chase began with."""
    first = min(chain, key=lambda node: (node.document.name, node.pointer))
    start = chain.index(first)
    shown = " → ".join(f"#{n.pointer}" for n in [*chain[start:], *chain[:start], first][:8])
    dead = BrokenReference(
        "cyclic-reference",
        f"this reference leads back to itself: {shown}",
        "let one of them say what it is instead of pointing on",
    )
    return _Failure(first, dead)


def _nowhere(node: Node, start: Node, fragment: str, token: str) -> BrokenReference:
    where = f"`#{node.pointer}`" if node.pointer else "the document"
    if node.document is not start.document or not node.pointer:
        where = f"{where} of `{node.document.name}`" if node.pointer else f"`{node.document.name}`"
    return BrokenReference(
        "dangling-reference",
        f"`#{unquote(fragment)}` leads nowhere: {where} has no `{token}`",
        did_you_mean(
            token,
            node.value if node.is_map else (),
            "define it there, or point at what is defined",
        ),
    )


def _no_anchor(start: Node, name: str) -> BrokenReference:
    return BrokenReference(
        "dangling-reference",
        f"no schema of `{start.document.name}` has the anchor `{name}`",
        (
            f"write `#/components/schemas/{name}` if you mean a component"
            if name in (start.document.root / "components" / "schemas")
            else f"give the schema you mean `$anchor: {name}`"
        ),
    )
