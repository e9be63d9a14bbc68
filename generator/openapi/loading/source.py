"""A description as one self-contained document: every reference in it is a pointer into itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...diagnostics import Report
from ..metamodel import is_map
from .document import AssembledDocument
from .file_references import ReferenceFinder
from .files import BrokenReference, Files
from .local_references import LocalReferences
from .node import Node


class Source(LocalReferences):
    """A loaded description, whose references can be followed.

    Attributes:
        document: the assembled document.
        files: what it was read from.
        report: takes the findings of all stages.
    """

    def __init__(self, document: AssembledDocument, files: Files, report: Report) -> None:
        super().__init__(document.root)
        self.document = document
        self.files = files
        self.report = report
        self._finder = ReferenceFinder(document, files)

    @property
    def root(self) -> Node:
        """The node of the whole document."""
        return self.document.root

    @property
    def declared_version(self) -> str:
        """The version that the document declares; one in Swagger 2.0 is 3.1 once it has been read."""
        read: Any = self.files.root_value
        if is_map(read) and "openapi" not in read and "swagger" in read:
            return str(read["swagger"])
        return str(self.root.plain("openapi", ""))

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every path that was looked for, whether there is a file or not; the document's own comes first."""
        return tuple(self.files.paths)

    def explain(self, node: Node) -> BrokenReference | None:
        """Say why the `$ref` of a node leads nowhere; None if it leads somewhere in the end."""
        end = self._finder.find_end(node)
        return end if isinstance(end, BrokenReference) else None
