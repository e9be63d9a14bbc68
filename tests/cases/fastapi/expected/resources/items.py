# Generated from FastAPI 0.1.0; do not edit.
"""The resource `items`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import items as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.json_value import JSONValue
    from .._core.options import Options
    from ..models.items import HTTPValidationError, Mode
    from ..models.shared import ItemOutput

__all__ = [
    "AsyncItemsResource",
    "ItemsResource",
]


class ItemsResource(Resource):
    """Operations of `client.items`."""

    def get(
        self,
        item_id: int,
        *,
        x_token: str,
        q: str | None = None,
        mode: Mode | None = None,
        options: Options | None = None,
    ) -> ItemOutput:
        """Read Item.

        Args:
            mode: Default: "fast".
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Successful Response.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            UnprocessableEntityError: 422: Validation Error. `body` is `HTTPValidationError`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"item_id": item_id},
            query={"q": q, "mode": mode},
            headers={"x-token": x_token},
            options=options,
        )

    def update(
        self,
        item_id: int,
        *,
        name: str,
        price: float | str | None = None,
        tags: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Update Item.

        Args:
            tags: Default: [].
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Successful Response.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPDATE,
            path={"item_id": item_id},
            body={"name": name, "price": price, "tags": tags},
            options=options,
        )


class AsyncItemsResource(AsyncResource):
    """Operations of `client.items`."""

    async def get(
        self,
        item_id: int,
        *,
        x_token: str,
        q: str | None = None,
        mode: Mode | None = None,
        options: Options | None = None,
    ) -> ItemOutput:
        """Read Item.

        Args:
            mode: Default: "fast".
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Successful Response.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            UnprocessableEntityError: 422: Validation Error. `body` is `HTTPValidationError`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"item_id": item_id},
            query={"q": q, "mode": mode},
            headers={"x-token": x_token},
            options=options,
        )

    async def update(
        self,
        item_id: int,
        *,
        name: str,
        price: float | str | None = None,
        tags: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Update Item.

        Args:
            tags: Default: [].
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Successful Response.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPDATE,
            path={"item_id": item_id},
            body={"name": name, "price": price, "tags": tags},
            options=options,
        )
