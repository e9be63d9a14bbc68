# Generated from Lists of maps 1; do not edit.
"""Decoders and operations of `query`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, decode_map
from .._core.operation import Operation
from ..models.query import NamedObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.query import Named, Params

named_object: Callable[[Any], NamedObject] = adopt(NamedObject)


def params(data: Any) -> Params:
    """Choose a variant by its members."""
    if data.__class__ is list:
        return cast(
            "list[dict[str, Named | None]]", decode_list(lambda item: decode_map(named, item), data)
        )
    return cast("Params", data)


def named(data: Any) -> Named:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return named_object(data)
    return cast("Named", data)


PARAMS: Operation[Params] = Operation(
    name="query.params",
    method="GET",
    path="/query",
    decode=params,
)
