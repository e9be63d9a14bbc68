# Generated from Annotated 1; do not edit.
"""Decoders and operations of `machines`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, decode_nothing, get_member
from .._core.operation import Operation
from .._core.paging_styles import Link, PagedOperation
from ..models.machines import MachinesStateResponse
from .shared import plant

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shared import Plant

machines_state_response: Callable[[Any], MachinesStateResponse] = adopt(MachinesStateResponse)


def _list(body: Any) -> list[Plant]:
    return decode_list(plant, get_member(body, "value"))


LIST: PagedOperation[Plant, None] = PagedOperation(
    name="machines.list",
    method="GET",
    path="/machines",
    decode=_list,
    info=decode_nothing,
    paging=Link(next="@odata.nextLink"),
)
STATE: Operation[MachinesStateResponse] = Operation(
    name="machines.state",
    method="GET",
    path="/machines/state",
    decode=machines_state_response,
)
