"""Tiny helpers of the generated decoders. A decoder never raises for what a server might send."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Unexpected(ValueError):
    """The body as a whole is not what the operation answers; becomes an APIResponseValidationError."""


new = object.__new__
"""An instance without a call of its constructor; the decoder gives it its `__dict__`."""


def listed(decode: Callable[[Any], T], data: Any) -> list[T]:
    """Decode each item of a list; anything else is returned as it is."""
    if data.__class__ is not list:
        return cast("list[T]", data)
    return [decode(item) for item in data]


def mapped(decode: Callable[[Any], T], data: Any) -> dict[str, T]:
    """Decode each value of an object; anything else is returned as it is."""
    if data.__class__ is not dict:
        return cast("dict[str, T]", data)
    for key, value in data.items():
        data[key] = decode(value)
    return cast("dict[str, T]", data)


def tagged(
    table: Mapping[str, Callable[[Any], T]], tag: str, unknown: Callable[[Any], T], data: Any
) -> T:
    """Decode an object by the member that tells its variant; anything else is returned as it is."""
    if data.__class__ is not dict:
        return cast(T, data)
    value = data.get(tag)
    return (table.get(value, unknown) if value.__class__ is str else unknown)(data)


def member_of(body: Any, path: str) -> Any:
    """The value at a dotted path of members, None where a member is missing.

    Raises:
        Unexpected: The body is neither an object nor null.
    """
    if body.__class__ is not dict and body is not None:
        raise Unexpected(f"expected an object, found {kind_of(body)}")
    return at_path(body, path)


def at_path(body: Any, path: str) -> Any:
    """As `member_of`, None for any body that is not an object."""
    for name in path.split("."):
        if body.__class__ is not dict:
            return None
        body = body.get(name)
    return body


def anything(data: Any) -> Any:
    """The decoder of what has no class."""
    return data


def nothing(data: Any) -> None:
    """The decoder of an operation that answers no body; whatever comes is not read."""


def kind_of(value: Any) -> str:
    """JSON's name for the type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"
