# Generated from Equal 1; do not edit.
"""The resource `orders`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._codec import orders as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.orders import OrdersGetResponse

__all__ = [
    "AsyncOrdersResource",
    "OrdersResource",
]


class OrdersResource(Resource):
    """Operations of `client.orders`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[OrdersGetResponse]:
        """Send `GET /orders`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )

    def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> OrdersGetResponse:
        """Send `GET /orders/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            One.

        Raises:
            ArgumentError: A path argument is empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )


class AsyncOrdersResource(AsyncResource):
    """Operations of `client.orders`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[OrdersGetResponse]:
        """Send `GET /orders`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )

    async def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> OrdersGetResponse:
        """Send `GET /orders/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            One.

        Raises:
            ArgumentError: A path argument is empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )
