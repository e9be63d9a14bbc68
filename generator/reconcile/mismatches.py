"""Mismatches between a value and its schema, with the place in the description and the place in the value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, Literal, TypeAlias

from attrs import evolve, frozen

from ..lowering.schemas.all_of import merge_schema
from ..lowering.schemas.schema import Schema
from ..openapi.loading import Node, Source
from ..openapi.metamodel import JSON_TYPES, is_list, is_map

Kind: TypeAlias = Literal[
    "null",
    "unknown member",
    "unknown members",
    "unknown enum value",
    "missing member",
    "wrong type",
    "wrong format",
    "unknown variant",
    "empty body",
    "invalid JSON",
    "no JSON",
    "undocumented status",
    "undocumented media type",
    "undocumented operation",
]

_SHOWN: Final = 60
FORMATS: Final = {
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
}
"""The formats that the client's strict mode checks."""
MASK: Final = "***"
"""What the client's Recorder writes in place of a secret."""


@frozen
class Mismatch:
    """One difference between a recorded value and the description.

    Attributes:
        kind: what kind of difference it is.
        node: the schema or operation to change.
        name: the member, status or media type it is about, if it is about one.
        path: where in the body: `$.result[0].cost`.
        value: the recorded value; a secret is masked.
        media_type: the media type of a response whose status is not documented.
    """

    kind: Kind
    node: Node
    name: str
    path: str
    value: Any
    media_type: str = ""

    @property
    def sample(self) -> str:
        """The value, shortened, for a report; of a body that nobody described, its members alone."""
        value = self.value
        if self.kind == "unknown variant" and is_map(value):
            value = value.get(self.name)
        if self.kind in ("undocumented status", "undocumented media type"):
            value = sorted(value) if is_map(value) else type(value).__name__
        text = json.dumps(value, ensure_ascii=False)
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def find_mismatches(
    schema: Node, value: Any, source: Source, ignored: frozenset[str] = frozenset()
) -> list[Mismatch]:
    """Find every place where a value does not match its schema.

    Args:
        schema: the schema.
        value: parsed JSON.
        source: what references lead to.
        ignored: members of the value itself that need no description, such as those of the envelope.
    """
    return list(_Comparer(source, ignored).visit(schema, value, "$"))


@frozen
class _Comparer:
    """Compares values with schemas, member by member."""

    source: Source
    ignored: frozenset[str]

    def visit(self, node: Node, value: Any, path: str) -> Iterator[Mismatch]:
        resolved = self.source.resolve(node)
        if resolved is None or not resolved.is_map:
            return
        secret = any(each.plain("x-secret") is True for each in (node, resolved) if each.is_map)
        if secret and value == MASK:
            return
        schema = merge_schema(node, self.source)
        compare = self._compare_variants if schema.options else self._compare_single
        for mismatch in compare(schema, node, value, path):
            yield evolve(mismatch, value=MASK) if secret else mismatch

    def _compare_single(
        self, schema: Schema, node: Node, value: Any, path: str
    ) -> Iterator[Mismatch]:
        if value is None:
            if not _is_nullable(schema):
                yield Mismatch("null", node, "", path, None)
            return
        kind = JSON_TYPES[type(value)]
        expected = schema.types or (("object",) if schema.properties else ())
        if (
            expected
            and kind not in expected
            and not (kind == "integer" and "number" in expected)
            and not _is_integral(value, expected)
        ):
            yield Mismatch("wrong type", node, kind, path, value)
        elif schema.enum is not None and not _is_listed(value, schema.enum):
            yield Mismatch("unknown enum value", node, "", path, value)
        elif (
            isinstance(value, str)
            and schema.format in FORMATS
            and not FORMATS[schema.format].fullmatch(value)
        ):
            home = self._find_format(node)
            yield Mismatch("wrong format", home, schema.format, path, value)
        elif is_map(value):
            yield from self._compare_object(schema, node, value, path)
        elif is_list(value):
            rest = [schema.items] * len(value) if schema.items is not None else []
            for index, (each, item) in enumerate(zip([*schema.prefix, *rest], value, strict=False)):
                yield from self.visit(each, item, f"{path}[{index}]")

    def _find_format(self, node: Node) -> Node:
        """Return the schema that has the format: the one at `node`, what it refers to, or a part of that."""
        pending, visited = [node], set[str]()
        while pending:
            each = pending.pop()
            if each.pointer in visited:
                continue
            visited.add(each.pointer)
            if "format" in each:
                return each
            resolved = self.source.resolve(each)
            pending += [*(each / "allOf"), *([resolved] if resolved is not None else ())]
        return node

    def _compare_object(
        self, schema: Schema, node: Node, value: dict[str, Any], path: str
    ) -> Iterator[Mismatch]:
        home = self.source.resolve(node) or node
        for name in schema.required:
            if name not in value and not self._is_optional(schema, name):
                yield Mismatch("missing member", home, name, f"{path}.{name}", None)
        extra = schema.additional
        for name, member in value.items():
            member_schema = schema.properties.get(name)
            at = f"{path}.{name}" if name.isidentifier() else f"{path}[{json.dumps(name)}]"
            if member_schema is not None:
                yield from self.visit(member_schema, member, at)
            elif extra is not None and extra.is_map:
                yield from self.visit(extra, member, at)
            elif (
                schema.properties and not schema.patterns and not self._is_open(schema, name, path)
            ):
                yield Mismatch("unknown member", home, name, at, member)

    def _is_open(self, schema: Schema, name: str, path: str) -> bool:
        is_free = schema.additional is not None and schema.additional.value is True
        return is_free or (path == "$" and name in self.ignored)

    def _is_optional(self, schema: Schema, name: str) -> bool:
        """Return whether a required member may be missing (`x-optional`)."""
        node = schema.properties.get(name)
        home = self.source.resolve(node) if node is not None else None
        return any(
            each is not None and each.is_map and each.plain("x-optional") is True
            for each in (node, home)
        )

    def _compare_variants(
        self, schema: Schema, node: Node, value: Any, path: str
    ) -> Iterator[Mismatch]:
        """Compare with the variant that the discriminator names, else with the one that fits best."""
        if value is None and schema.nullable:
            return
        discriminator = (
            schema.discriminator.text("propertyName") if schema.discriminator is not None else None
        )
        if discriminator and is_map(value):
            variant = self._find_variant(schema, value.get(discriminator))
            if variant is None:
                yield Mismatch(
                    "unknown variant",
                    self.source.resolve(node) or node,
                    discriminator,
                    f"{path}.{discriminator}",
                    value,
                )
            else:
                yield from self.visit(variant, value, path)
            return
        tries = [list(self.visit(option, value, path)) for option in schema.options]
        best = min(
            tries,
            key=lambda mismatches: (
                any(
                    mismatch.path == path and mismatch.kind in ("wrong type", "null")
                    for mismatch in mismatches
                ),
                len(mismatches),
            ),
        )
        if value is None and best:
            yield Mismatch("null", node, "", path, None)
        else:
            yield from best

    def _find_variant(self, schema: Schema, value: Any) -> Node | None:
        assert schema.discriminator is not None
        mapping = {key: str(each.value) for key, each in (schema.discriminator / "mapping").items()}
        for option in schema.options:
            reference = option.text("$ref") or ""
            named = mapping.get(str(value), f"/{value}")
            if reference and (
                reference == named or reference.endswith(f"/{named.rpartition('/')[2]}")
            ):
                return option
        return None


def _is_nullable(schema: Schema) -> bool:
    if schema.enum is not None:
        return None in schema.enum
    return (
        schema.nullable
        or "null" in schema.types
        or not (schema.types or schema.properties or schema.items)
    )


def _is_integral(value: Any, expected: tuple[str, ...]) -> bool:
    return isinstance(value, float) and "integer" in expected and value.is_integer()


def _is_listed(value: Any, listed: tuple[Any, ...]) -> bool:
    """Return whether a value is listed; in JSON, true is not 1."""
    return any(
        each == value and isinstance(each, bool) == isinstance(value, bool) for each in listed
    )
