"""The wire side of `machines`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import listed, member_of, nothing
from .._core.operation import Link, PagedOperation
from .shared import plant

if TYPE_CHECKING:
    from ..models.shared import Plant


def _list(body: Any) -> list[Plant]:
    return listed(plant, member_of(body, "value"))


LIST: PagedOperation[Plant, None] = PagedOperation(
    name="machines.list",
    method="GET",
    path="/machines",
    decode=_list,
    info=nothing,
    paging=Link(next="nextLink"),
)
