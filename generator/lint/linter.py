"""What every check gets: the document, and the report for its findings."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias

from ..diagnostics import Report
from ..openapi.loading import Node, Source
from .walk import walk

Check: TypeAlias = "Callable[[Linter, Node], None]"
"""Checks an object of one shape; its references are resolved."""

_VERSION = re.compile(r"3\.(\d)")


class Linter:
    """A document under inspection.

    Attributes:
        source: the document.
        minor: the minor version of OpenAPI 3 that it declares; None for Swagger 2.0.
        tags: the tags that it declares.
        undeclared_tags: the tags that were reported.
    """

    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        version = _VERSION.match(source.declared_version)
        is_swagger = source.declared_version.startswith("2")
        self.minor = None if is_swagger else int(version[1]) if version else 1
        self.tags = {name for each in source.root / "tags" if (name := each.text("name"))}
        self.undeclared_tags: set[str] = set()
        self._report = report
        self._reported = {(each.code, each.file, each.pointer) for each in report.findings}

    @cached_property
    def operation_ids(self) -> frozenset[str]:
        """The ids of all operations, wherever they are."""
        nodes = (each.node for each in walk(self.source.root) if each.shape == "operation")
        return frozenset(name for node in nodes if (name := node.text("operationId")) is not None)

    def warn(self, rule: str, place: Node, message: str, help: str) -> None:
        """Report that a rule is broken, unless an earlier stage has reported it at this place."""
        pin = place.pinned()
        if (rule, pin.file, pin.pointer) not in self._reported:
            self._report.warning(rule, place, message, help)
