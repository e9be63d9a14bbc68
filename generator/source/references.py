"""Following `$ref`s from node to node, across files."""

from __future__ import annotations

from ..diagnostics import Report
from .document import Document
from .node import Node


class Source:
    """A description with all the files it is made of."""

    def __init__(self, root: Node, documents: dict[str, Document], report: Report) -> None:
        self.root = root
        self.documents = documents
        self._report = report

    def resolve(self, node: Node) -> Node | None:
        """The node that `node` stands for: itself, or what its chain of `$ref`s ends at."""
        raise NotImplementedError

    def follow(self, node: Node, reference: str) -> Node | None:
        """What a reference written at `node` (e.g. in a discriminator's mapping) leads to."""
        raise NotImplementedError
