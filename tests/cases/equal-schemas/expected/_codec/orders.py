# Generated from Equal 1; do not edit.
"""Decoders and operations of `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.orders import OrdersGetResponse, OrdersGetResponseOwner

if TYPE_CHECKING:
    from collections.abc import Callable

orders_get_response: Callable[[Any], OrdersGetResponse] = adopt(
    OrdersGetResponse,
    {
        "owner": lambda data: orders_get_response_owner(data),
    },
)
orders_get_response_owner: Callable[[Any], OrdersGetResponseOwner] = adopt(OrdersGetResponseOwner)


LIST: Operation[list[OrdersGetResponse]] = Operation(
    name="orders.list",
    method="GET",
    path="/orders",
    decode=lambda item: decode_list(orders_get_response, item),
)
GET: Operation[OrdersGetResponse] = Operation(
    name="orders.get",
    method="GET",
    path="/orders/{id}",
    decode=orders_get_response,
)
