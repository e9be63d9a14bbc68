"""One walk over the document by the metamodel: unknown keywords, vendor keys, broken references, wrong types.

What has a wrong type is only collected here. The messages come from openapi-python-client's schema, which is
slow to import and to run; most documents don't need it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from attrs import define, field

from ...diagnostics import Finding, Report, did_you_mean
from ..extensions import registry
from ..json_pointers import escape
from ..loading import Node, Source
from ..metamodel import OPENAPI, SHAPE_LABELS, Slot, is_list, is_map, iter_objects
from .value_types import has_type

_Steps: TypeAlias = "tuple[_Steps, str] | None"
"""The steps to an object: those to what it is in, and one more; a pointer is only made for findings."""
_Object: TypeAlias = tuple[str, _Steps, dict[str, Any]]
"""An object with its shape and place."""


def check_document(source: Source, report: Report) -> set[tuple[str, ...]]:
    """Add a warning for every unknown keyword, malformed vendor key and broken reference.

    Args:
        source: the description.
        report: takes the findings.

    Returns:
        The first two steps to each value whose type may be wrong.
    """
    walk = _Walk(source, report)
    walk.run()
    return walk.doubts


def check_references(source: Source, report: Report) -> None:
    """Add a warning for every broken reference, and for nothing else."""
    walk = _Walk(source, Report())
    walk.run()
    report.extend(walk.broken)


@define
class _Walk:
    source: Source
    report: Report
    doubts: set[tuple[str, ...]] = field(factory=set)
    broken: list[Finding] = field(factory=list)
    """Findings about references that lead nowhere."""
    _done: set[str] = field(factory=set)
    """References that lead somewhere in the end, or that begin a chain of which the end was reported."""
    _pending: list[_Object] = field(factory=list)
    _visited: set[tuple[int, str]] = field(factory=set)
    """Containers that are in the document several times, with their shape: each is checked once."""

    _unknown: dict[tuple[str, str], tuple[_Steps, int]] = field(factory=dict)
    """By shape and unknown keyword, the first place that has it, and how many have it."""

    def run(self) -> None:
        """Check everything, in the order of the document."""
        self._pending.append(("document", None, self.source.root.value))
        while self._pending:
            shape, steps, value = self._pending.pop()
            key = (id(value), shape)
            if key not in self._visited:
                self._visited.add(key)
                before = len(self._pending)
                self._check(shape, steps, value)
                self._pending[before:] = reversed(self._pending[before:])
        for (shape, _), (steps, number) in self._unknown.items():
            self._report_unknown(shape, self._find_node(steps), number)

    def _check(self, shape: str, steps: _Steps, value: dict[str, Any]) -> None:
        reference = value.get("$ref")
        if type(reference) is str:
            self._check_reference(reference, steps)
            if shape not in ("schema", "pathItem"):  # whose siblings count
                return
        for key in OPENAPI.list_unknown_keys(shape, value):
            if not key.startswith("x-"):
                first, number = self._unknown.get((shape, key), ((steps, key), 0))
                self._unknown[shape, key] = (first, number + 1)
            elif registry.is_own_or_similar(key):
                registry.check_extension(shape, self._find_node((steps, key)), self.report)
        self._check_types(shape, steps, value)
        for key, slot in OPENAPI.list_slots(shape, value):
            self._add(slot, (steps, key), value[key])

    def _check_reference(self, reference: str, steps: _Steps) -> None:
        if reference in self._done:
            return
        node = self._find_node(steps)
        if self.source.resolve(node) is not None:
            self._done.add(reference)
            return
        self._done.update(self.source.follow(reference))
        broken = self.source.explain(node)
        if broken is not None:
            place = broken.place or node
            here = place / "$ref" if "$ref" in place else place
            self.broken.append(Finding.warning(broken.code, here, broken.message, broken.help))
            self.report.add(self.broken[-1])

    def _check_types(self, shape: str, steps: _Steps, value: dict[str, Any]) -> None:
        fields = OPENAPI.shapes[shape]
        for key in fields.keys() & value.keys():
            type_ = fields[key].type
            if type_ and not has_type(value[key], type_):
                self._add_doubt((steps, key))
        if not _required_keys(shape) <= value.keys():
            self._add_doubt(steps)
        if shape == "document" and value.keys().isdisjoint(("paths", "webhooks", "components")):
            self._add_doubt(steps)

    def _add(self, slot: Slot, steps: _Steps, value: Any) -> None:
        """Add the objects in a field to those that are to be checked."""
        if slot.many == "one" or (slot.many == "either" and is_map(value)):
            if is_map(value):
                self._pending.append((slot.shape, steps, value))
            elif not (slot.shape == "schema" and type(value) is bool):
                self._add_doubt(steps)
            return
        # `items` is a list in older drafts only, and so in doubt itself.
        if slot.many == "either" or not (is_map(value) if slot.many == "map" else is_list(value)):
            self._add_doubt(steps)
        for step, each in iter_objects(slot, value):
            if is_map(each):
                self._pending.append((slot.shape, (steps, step), each))
            elif not (slot.shape == "schema" and type(each) is bool):
                self._add_doubt((steps, step))

    def _add_doubt(self, steps: _Steps) -> None:
        tokens = _list_tokens(steps)
        size = 3 if tokens[:1] == ["components"] else 2
        self.doubts.add(tuple(tokens[:size]))

    def _find_node(self, steps: _Steps) -> Node:
        return self.source.document.at("".join(f"/{escape(step)}" for step in _list_tokens(steps)))

    def _report_unknown(self, shape: str, node: Node, number: int) -> None:
        more = f" (here and at {number - 1:,} more)" if number > 1 else ""
        self.report.warning(
            "unknown-keyword",
            node,
            f"`{node.key[:200]}` is not a keyword of {SHAPE_LABELS[shape]}{more}",
            did_you_mean(
                node.key,
                OPENAPI.shapes[shape],
                "remove it, or begin its name with `x-`",
                cutoff=0.75,
            ),
        )


def _list_tokens(steps: _Steps) -> list[str]:
    tokens: list[str] = []
    while steps is not None:
        steps, step = steps
        tokens.append(step)
    return tokens[::-1]


@cache
def _required_keys(shape: str) -> frozenset[str]:
    return frozenset(key for key, field in OPENAPI.shapes[shape].items() if field.required)
