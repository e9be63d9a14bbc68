"""What kind of value a schema describes, decided from its keywords alone: nothing is defined here."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from ...diagnostics import Report
from ...ir.types import Scalar
from ...openapi.loading import Source
from .all_of import flatten_alternatives
from .enums import EnumShape, read_enum
from .json_types import infer_type, is_scalar, normalize_type
from .schema import Group, Schema
from .union_detection import find_alternatives


@frozen
class UnionShape:
    """A value of one of the alternatives of `oneOf` or `anyOf`."""

    alternatives: Group


@frozen
class ObjectShape:
    """An object with known members."""


@frozen
class MapShape:
    """An object with free keys."""


@frozen
class ArrayShape:
    """An array."""


@frozen
class BytesShape:
    """Bytes that are not JSON."""


@frozen
class ScalarShape:
    """A scalar of one type."""

    type: Scalar


@frozen
class AnyShape:
    """Any value."""

    nullable: bool


PlainShape: TypeAlias = ObjectShape | MapShape | ArrayShape | BytesShape | ScalarShape | AnyShape


@frozen
class MultiTypeShape:
    """A value of one of several JSON types, each with its name in the document."""

    types: tuple[tuple[str, PlainShape], ...]


Shape: TypeAlias = EnumShape | UnionShape | MultiTypeShape | PlainShape


def classify(schema: Schema, source: Source, report: Report) -> tuple[Schema, Shape]:
    """Decide what kind of value `schema` describes.

    Returns:
        The schema, with the members of its alternatives where these only add to it, and its shape.
    """
    enum = read_enum(schema)
    if enum is not None:
        return schema, enum
    if schema.groups:
        variants = find_alternatives(schema, source)
        if variants is not None:
            return schema, UnionShape(variants)
        schema = flatten_alternatives(schema, source)
    types = [normalize_type(each, schema.node, report) for each in schema.types]
    if len(types) > 1:
        shapes = tuple((each, _classify_type(schema, each)) for each in dict.fromkeys(types))
        return schema, MultiTypeShape(shapes)
    return schema, _classify_type(schema, types[0] if types else infer_type(schema, report))


def _classify_type(schema: Schema, type_: str) -> PlainShape:
    """Decide what `schema` describes where it is of the JSON type `type_`; "" where that is not known."""
    if schema.properties and type_ in ("", "object"):
        return ObjectShape()
    if type_ == "object" or (not type_ and (schema.additional is not None or schema.patterns)):
        return MapShape()
    if type_ == "array" or (not type_ and (schema.items is not None or schema.prefix)):
        return ArrayShape()
    if type_ == "file" or (type_ == "string" and schema.format == "binary"):
        return BytesShape()
    if is_scalar(type_):
        return ScalarShape(type_)
    return AnyShape(nullable=not type_ and schema.nullable)
