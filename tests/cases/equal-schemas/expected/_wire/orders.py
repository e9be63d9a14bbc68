"""The wire side of `orders`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.decode import listed, new
from .._core.operation import Operation
from ..models.orders import OrdersListResponseItem, OrdersListResponseItemOwner


def orders_list_response_item(data: Any) -> OrdersListResponseItem:
    if data.__class__ is not dict:
        return cast("OrdersListResponseItem", data)
    self = new(OrdersListResponseItem)
    self.__dict__ = data
    if (found := data.get("owner")).__class__ is dict:
        data["owner"] = new(OrdersListResponseItemOwner)
        data["owner"].__dict__ = found
    return self


def orders_list_response_item_owner(data: Any) -> OrdersListResponseItemOwner:
    if data.__class__ is not dict:
        return cast("OrdersListResponseItemOwner", data)
    self = new(OrdersListResponseItemOwner)
    self.__dict__ = data
    return self


LIST: Operation[list[OrdersListResponseItem]] = Operation(
    name="orders.list",
    method="GET",
    path="/orders",
    decode=lambda item: listed(orders_list_response_item, item),
)
GET: Operation[OrdersListResponseItem] = Operation(
    name="orders.get",
    method="GET",
    path="/orders/{id}",
    decode=orders_list_response_item,
)
