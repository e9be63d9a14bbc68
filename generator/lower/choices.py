"""Enumerations and constants: which values a schema lists, and whether the list gets a name."""

from __future__ import annotations

from typing import Any

from ..api.schemas import Catalog, Enumeration, is_component
from ..api.types import Choice, Json, Primitive, Reference, Type, nullable
from ..dialect import value_notes
from .merging import Schema

_LONGEST_INLINE = 48
"""An enumeration written in place gets a name once its values take more characters than this."""
_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
}


def choice(schema: Schema, name: str, key: str, catalog: Catalog) -> Type | None:
    """The listed values of `schema`, defined in `catalog` if they get a name.

    None where it lists none, or none that its own type admits: `type: array` beside the values of the
    items, `type: boolean` beside "yes" and "no".
    """
    listed = schema.enum or ()
    values = [value for value in listed if value is not None]
    scalars = [value for value in values if isinstance(value, (str, int, float, bool))]
    if listed and not values:
        return Primitive("null")
    if not scalars or len(scalars) < len(values) or not _admitted(schema, scalars):
        return None
    distinct: tuple[Json, ...] = tuple({(type(value), value): value for value in scalars}.values())
    used: Type = Choice(distinct)
    if is_component(key) or sum(len(repr(value)) + 2 for value in distinct) > _LONGEST_INLINE:
        told = value_notes(schema.node)
        notes = tuple((each, told[str(each)]) for each in distinct if str(each) in told)
        catalog.definitions[key] = Enumeration(key, name, schema.description, distinct, notes)
        used = Reference(key)
    return used if len(values) == len(listed) else nullable(used)


def _admitted(schema: Schema, values: list[Any]) -> bool:
    """Whether some of `values` is of a type that `schema` names, or it names none."""
    kinds = [
        _PYTHON.get(each, (str,) if each not in ("array", "object", "null") else ())
        for each in schema.types
    ]
    return not kinds or any(_is(value, kind) for value in values for kind in kinds)


def _is(value: Any, kinds: tuple[type, ...]) -> bool:
    return type(value) in kinds
