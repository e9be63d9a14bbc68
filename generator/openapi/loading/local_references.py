"""Follows the `$ref`s of the assembled document, in which every reference begins with `#`."""

from __future__ import annotations

from .node import Node


class LocalReferences:
    """The references of one document, each followed once."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._targets: dict[str, Node | None] = {}
        self._ends: dict[str, Node | None] = {}
        """The ends of chains of references, by each reference in them."""

    def resolve(self, node: Node) -> Node | None:
        """Return what a node stands for.

        Args:
            node: any node.

        Returns:
            The node itself, or what its chain of `$ref`s ends at (siblings are left to the caller); None if the
            chain leads nowhere or in a circle, which the validation reports.
        """
        reference = node.text("$ref")
        return node if reference is None else self.find_end(reference)

    def resolve_once(self, node: Node) -> Node | None:
        """Return what the `$ref` of a node names, even if that is a reference again; None where `resolve` has nothing."""
        reference = node.text("$ref")
        if reference is None or self.find_end(reference) is None:
            return None
        return self._find_target(reference)

    def find_end(self, reference: str) -> Node | None:
        """Return what a chain that begins with the text `reference` ends at; None if that is nothing here."""
        if reference not in self._ends:
            chain: dict[str, None] = {}
            end: Node | None = None
            following: str | None = reference
            while following is not None and following not in chain:
                chain[following] = None
                if following in self._ends:
                    end, following = self._ends[following], None
                    break
                end = self._find_target(following)
                following = end.text("$ref") if end is not None else None
            end = end if following is None else None  # else it is a circle
            self._ends.update(dict.fromkeys(chain, end))
        return self._ends[reference]

    def follow(self, reference: str) -> list[str]:
        """Return the references of a chain that lead somewhere, if only to the next one, from this one on."""
        chain: dict[str, None] = {}
        following: str | None = reference
        while following is not None and following not in chain:
            target = self._find_target(following)
            if target is None:
                break
            chain[following] = None
            following = target.text("$ref")
        return list(chain)

    def _find_target(self, reference: str) -> Node | None:
        if reference not in self._targets:
            self._targets[reference] = self._find(reference)
        return self._targets[reference]

    def _find(self, reference: str) -> Node | None:
        if not reference.startswith("#") or reference[1:2] not in ("", "/"):
            return None
        node: Node | None = self._root
        for token in reference.split("/")[1:]:
            if node is None:
                return None
            node = node.get_fragment(token)
        return node
