# Generated from Equal 1; do not edit.
"""The models of `orders`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "OrdersGetResponse",
    "OrdersGetResponseOwner",
]


@model
class OrdersGetResponse(Model):
    id: str | None = None
    owner: OrdersGetResponseOwner | None = None


@model
class OrdersGetResponseOwner(Model):
    name: str | None = None
