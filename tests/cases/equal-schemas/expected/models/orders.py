"""The models of `orders`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "OrdersListResponseItem",
    "OrdersListResponseItemOwner",
]


@model
class OrdersListResponseItem(Model):
    """OrdersListResponseItem as the API gives it."""

    id: str | None = None
    owner: OrdersListResponseItemOwner | None = None


@model
class OrdersListResponseItemOwner(Model):
    """OrdersListResponseItemOwner as the API gives it."""

    name: str | None = None
