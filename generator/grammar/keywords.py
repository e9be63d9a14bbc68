"""Keywords that no version of OpenAPI knows, and vendor keys that are misspelled or of the wrong form;
and, on the same walk, references that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from .. import dialect
from ..diagnostics import Report
from ..shapes import FIELDS, REFERABLE, SPOKEN, children, is_map, is_unknown, slots
from ..source import Node
from ..source.bundle import Bundle
from ..source.node import escape

Resolve = Callable[[Node], "Node | None"]


def check_keywords(whole: Bundle, report: Report, resolve: Resolve | None) -> None:
    """Add a warning for every unknown keyword and every malformed vendor key.

    Args:
        whole: the description as one document.
        report: takes the findings.
        resolve: follows the references on the way, each target once, so that the dead ones are told
            of; None if that was done when the document was put together.
    """
    alive: set[str] = set()
    todo: list[tuple[str, str, Any]] = [("document", "", whole.document)]
    while todo:
        shape, pointer, value = todo.pop()
        if not is_map(value):
            continue
        reference = value.get("$ref")
        if type(reference) is str and shape in REFERABLE:
            if resolve is not None and reference not in alive:
                if resolve(whole.origin(pointer)) is not None:
                    alive.add(reference)
            if shape not in ("schema", "pathItem"):  # whose siblings count
                continue
        for key in value:
            if key.startswith("x-"):
                if dialect.concerns(key):
                    dialect.check(shape, whole.origin(f"{pointer}/{escape(key)}"), report)
            elif is_unknown(shape, key):
                _unknown(shape, whole.origin(f"{pointer}/{escape(key)}"), report)
        for key, slot in slots(shape, value):
            inner = f"{pointer}/{escape(key)}"
            for step, child in children(slot, value[key]):
                at = inner if step is None else f"{inner}/{escape(step)}"
                todo.append((slot.shape, at, child))


def _unknown(shape: str, node: Node, report: Report) -> None:
    close = get_close_matches(node.key, FIELDS[shape], 1, 0.75)
    report.warning(
        "unknown-keyword",
        node,
        f"`{node.key}` is no keyword of {SPOKEN[shape]}",
        f"did you mean `{close[0]}`?" if close else "remove it, or begin its name with `x-`",
    )
