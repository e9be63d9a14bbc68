"""Keywords that no version of OpenAPI knows, and vendor keys that are misspelled or of the wrong form;
and, on the same walk, references that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from ...diagnostics import Report, did_you_mean
from ..extensions import registry as dialect
from ..loading import Node
from ..loading.bundler import Bundle
from ..loading.node import escape
from ..metamodel import (
    FIELDS,
    REFERABLE,
    SHAPE_LABELS,
    is_map,
    iter_objects,
    list_slots,
    list_unknown_keys,
)

Resolve = Callable[[Node], "Node | None"]
_Steps: TypeAlias = "tuple[_Steps, str] | None"
"""The way to an object: the way to what it stands in, and a step; a pointer is made where one is told."""
_Object: TypeAlias = tuple[str, _Steps, dict[str, Any]]
"""An object with its shape and place."""


def check_keywords(whole: Bundle, report: Report, resolve: Resolve | None) -> None:
    """Add a warning for every unknown keyword and every malformed vendor key.

    Args:
        whole: the description as one document.
        report: takes the findings.
        resolve: follows the references on the way, each target once, so that the dead ones are told
            of; None if that was done when the document was put together.
    """
    alive: set[str] = set()
    todo: list[_Object] = [("document", None, whole.document)]
    while todo:
        shape, steps, value = todo.pop()
        reference = value.get("$ref")
        if type(reference) is str and shape in REFERABLE:
            if resolve is not None and reference not in alive:
                if resolve(whole.origin(_pointer(steps))) is not None:
                    alive.add(reference)
            if shape not in ("schema", "pathItem"):  # whose siblings count
                continue
        for key in list_unknown_keys(shape, value):
            if not key.startswith("x-"):
                _unknown(shape, whole.origin(_pointer((steps, key))), report)
            elif dialect.concerns(key):
                dialect.check(shape, whole.origin(_pointer((steps, key))), report)
        for key, slot in list_slots(shape, value):
            child = value[key]
            if slot.many in ("one", "either") and is_map(child):
                todo.append((slot.shape, (steps, key), child))
            elif slot.many != "one":
                at, found = (steps, key), iter_objects(slot, child)
                todo += [(slot.shape, (at, step), each) for step, each in found if is_map(each)]


def _pointer(steps: _Steps) -> str:
    tokens: list[str] = []
    while steps is not None:
        steps, step = steps
        tokens.append(step)
    return "".join(f"/{escape(step)}" for step in reversed(tokens))


def _unknown(shape: str, node: Node, report: Report) -> None:
    report.warning(
        "unknown-keyword",
        node,
        f"`{node.key}` is no keyword of {SHAPE_LABELS[shape]}",
        did_you_mean(
            node.key, FIELDS[shape], "remove it, or begin its name with `x-`", cutoff=0.75
        ),
    )
