"""Where a value is not what a schema says, with the place in the description and the place in the value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Literal, TypeAlias

from attrs import evolve, frozen

from ..lowering.schemas.all_of import merge_schema
from ..lowering.schemas.schema import Schema
from ..openapi.loading import Node, Source
from .json_values import JSON_TYPES, as_array, as_object

Kind: TypeAlias = Literal[
    "null",
    "unknown member",
    "unknown enum value",
    "missing member",
    "wrong type",
    "unknown variant",
    "undocumented status",
    "undocumented media type",
    "undocumented operation",
]

_SHOWN: Final = 60
MASK: Final = "***"
"""What the client's Recorder writes in place of a secret."""


@frozen
class Gap:
    """One difference between a recorded value and the description.

    Attributes:
        kind: what kind of difference it is.
        node: the schema, or the operation, that would have to say otherwise.
        name: the member, status or media type it is about, if it is about one.
        path: where in the body: `$.result[0].cost`.
        value: what came; a secret is masked.
    """

    kind: Kind
    node: Node
    name: str
    path: str
    value: Any

    @property
    def sample(self) -> str:
        """The value, shortened, for a report."""
        text = json.dumps(self.value, ensure_ascii=False)
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def find_gaps(
    schema: Node, value: Any, source: Source, ignored: frozenset[str] = frozenset()
) -> list[Gap]:
    """Every place where a value is not what a schema says.

    Args:
        schema: the schema.
        value: parsed JSON.
        source: what references lead to.
        ignored: members of the value itself that need no description, such as those of an envelope.
    """
    return list(_Comparing(source, ignored).visit(schema, value, "$"))


@frozen
class _Comparing:
    source: Source
    ignored: frozenset[str]

    def visit(self, node: Node, value: Any, path: str) -> Iterator[Gap]:
        home = self.source.resolve(node)
        if home is None or not home.is_map:
            return
        secret = any(each.plain("x-secret") is True for each in (node, home) if each.is_map)
        if secret and value == MASK:
            return
        schema = merge_schema(node, self.source)
        compared = self._options if schema.options else self._plain
        for gap in compared(schema, node, value, path):
            yield evolve(gap, value=MASK) if secret else gap

    def _plain(self, schema: Schema, node: Node, value: Any, path: str) -> Iterator[Gap]:
        if value is None:
            if not _admits_null(schema):
                yield Gap("null", node, "", path, None)
            return
        kind = JSON_TYPES[type(value)]
        wanted = schema.types or (("object",) if schema.properties else ())
        if (
            wanted
            and kind not in wanted
            and not (kind == "integer" and "number" in wanted)
            and not _whole(value, wanted)
        ):
            yield Gap("wrong type", node, kind, path, value)
        elif schema.enum is not None and not _among(value, schema.enum):
            yield Gap("unknown enum value", node, "", path, value)
        elif (members := as_object(value)) is not None:
            yield from self._object(schema, node, members, path)
        else:
            array = as_array(value) or []
            rest = [schema.items] * len(array) if schema.items is not None else []
            for index, (each, item) in enumerate(zip([*schema.prefix, *rest], array, strict=False)):
                yield from self.visit(each, item, f"{path}[{index}]")

    def _object(
        self, schema: Schema, node: Node, value: dict[str, Any], path: str
    ) -> Iterator[Gap]:
        home = self.source.resolve(node) or node
        for name in schema.required:
            if name not in value and not self._borne(schema, name):
                yield Gap("missing member", home, name, f"{path}.{name}", None)
        extra = schema.additional
        for name, member in value.items():
            known = schema.properties.get(name)
            at = f"{path}.{name}" if name.isidentifier() else f"{path}[{json.dumps(name)}]"
            if known is not None:
                yield from self.visit(known, member, at)
            elif extra is not None and extra.is_map:
                yield from self.visit(extra, member, at)
            elif schema.properties and not schema.patterns and not self._open(schema, name, path):
                yield Gap("unknown member", home, name, at, member)

    def _open(self, schema: Schema, name: str, path: str) -> bool:
        said = schema.additional is not None and schema.additional.value is True
        return said or (path == "$" and name in self.ignored)

    def _borne(self, schema: Schema, name: str) -> bool:
        """Whether the description says that the member may be missing although it is required."""
        node = schema.properties.get(name)
        home = self.source.resolve(node) if node is not None else None
        return any(
            each is not None and each.is_map and each.plain("x-optional") is True
            for each in (node, home)
        )

    def _options(self, schema: Schema, node: Node, value: Any, path: str) -> Iterator[Gap]:
        """Against the variant that the tag names, else against the one that fits best."""
        if value is None and schema.nullable:
            return
        tag = (
            schema.discriminator.text("propertyName") if schema.discriminator is not None else None
        )
        members = as_object(value)
        if tag and members is not None:
            variant = self._tagged(schema, members.get(tag))
            if variant is None:
                yield Gap(
                    "unknown variant",
                    self.source.resolve(node) or node,
                    tag,
                    f"{path}.{tag}",
                    members.get(tag),
                )
            else:
                yield from self.visit(variant, value, path)
            return
        tries = [list(self.visit(option, value, path)) for option in schema.options]
        best = min(
            tries,
            key=lambda gaps: (
                any(gap.path == path and gap.kind in ("wrong type", "null") for gap in gaps),
                len(gaps),
            ),
        )
        if value is None and best:
            yield Gap("null", node, "", path, None)
        else:
            yield from best

    def _tagged(self, schema: Schema, tag: Any) -> Node | None:
        assert schema.discriminator is not None
        mapping = {key: str(each.value) for key, each in (schema.discriminator / "mapping").items()}
        for option in schema.options:
            reference = option.text("$ref") or ""
            named = mapping.get(str(tag), f"/{tag}")
            if reference and (
                reference == named or reference.endswith(f"/{named.rpartition('/')[2]}")
            ):
                return option
        return None


def _admits_null(schema: Schema) -> bool:
    if schema.enum is not None:
        return None in schema.enum
    return (
        schema.nullable
        or "null" in schema.types
        or not (schema.types or schema.properties or schema.items)
    )


def _whole(value: Any, wanted: tuple[str, ...]) -> bool:
    return isinstance(value, float) and "integer" in wanted and value.is_integer()


def _among(value: Any, listed: tuple[Any, ...]) -> bool:
    """Whether a value is listed; in JSON true is not 1."""
    return any(
        each == value and isinstance(each, bool) == isinstance(value, bool) for each in listed
    )
