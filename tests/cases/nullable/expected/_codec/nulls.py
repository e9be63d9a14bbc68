"""The wire side of `nulls`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, new
from .._core.operation import Operation
from ..models.nulls import Nulls, Part

if TYPE_CHECKING:
    from ..models.nulls import NullsUnion

part = adopt(Part)


def nulls_union(data: Any) -> NullsUnion:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return part(data)
    return cast("NullsUnion", data)


def nulls(data: Any) -> Nulls:
    if data.__class__ is not dict:
        return cast("Nulls", data)
    self = new(Nulls)
    self.__dict__ = data
    if (found := data.get("part")).__class__ is dict:
        data["part"] = new(Part)
        data["part"].__dict__ = found
    if (found := data.get("maybe")).__class__ is dict:
        data["maybe"] = new(Part)
        data["maybe"].__dict__ = found
    if "union" in data:
        data["union"] = nulls_union(data["union"])
    return self


REPLACE: Operation[Nulls] = Operation(
    name="nulls.replace",
    method="PUT",
    path="/nulls",
    decode=nulls,
    nulls=("required", "level"),
    body="json",
)
