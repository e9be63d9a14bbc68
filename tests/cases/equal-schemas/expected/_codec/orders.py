"""The wire side of `orders`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, new
from .._core.operation import Operation
from ..models.orders import OrdersGetResponse, OrdersGetResponseOwner

orders_get_response_owner = adopt(OrdersGetResponseOwner)


def orders_get_response(data: Any) -> OrdersGetResponse:
    if data.__class__ is not dict:
        return cast("OrdersGetResponse", data)
    self = new(OrdersGetResponse)
    self.__dict__ = data
    if (found := data.get("owner")).__class__ is dict:
        data["owner"] = new(OrdersGetResponseOwner)
        data["owner"].__dict__ = found
    return self


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
