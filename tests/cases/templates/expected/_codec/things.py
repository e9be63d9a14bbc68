"""The wire side of `things`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from .._core.operation import Operation
from ..models.things import Page as PageModel
from .shared import cursor


def page(data: Any) -> PageModel:
    if data.__class__ is not dict:
        return cast("PageModel", data)
    self = new(PageModel)
    self.__dict__ = data
    if "next" in data:
        data["next"] = cursor(data["next"])
    return self


LIST: Operation[PageModel] = Operation(
    name="things.list",
    method="GET",
    path="/things",
    decode=page,
)
