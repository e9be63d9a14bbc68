# Generated from Argument names 1.0.0; do not edit.
"""The resource `transfers`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._codec import transfers as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.transfers import TransfersCreateResponse

__all__ = [
    "AsyncTransfersResource",
    "TransfersResource",
]


class TransfersResource(Resource):
    """Operations of `client.transfers`."""

    def list(
        self,
        *,
        wire: bool | None = None,
        codec: str | None = None,
        any: int | None = None,
        value: int | None = None,
        options: Options | None = None,
    ) -> builtins.list[str]:
        """Send `GET /transfers`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            query={"wire": wire, "_codec": codec, "Any": any, "": value},
            options=options,
        )

    def create(
        self,
        *,
        wire: str,
        cast: str | None = None,
        new: str | None = None,
        float: float | None = None,
        value: str | None = None,
        options: Options | None = None,
    ) -> TransfersCreateResponse:
        """Send `POST /transfers`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Made.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CREATE,
            body={"wire": wire, "cast": cast, "new": new, "float": float, "": value},
            options=options,
        )


class AsyncTransfersResource(AsyncResource):
    """Operations of `client.transfers`."""

    async def list(
        self,
        *,
        wire: bool | None = None,
        codec: str | None = None,
        any: int | None = None,
        value: int | None = None,
        options: Options | None = None,
    ) -> builtins.list[str]:
        """Send `GET /transfers`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            query={"wire": wire, "_codec": codec, "Any": any, "": value},
            options=options,
        )

    async def create(
        self,
        *,
        wire: str,
        cast: str | None = None,
        new: str | None = None,
        float: float | None = None,
        value: str | None = None,
        options: Options | None = None,
    ) -> TransfersCreateResponse:
        """Send `POST /transfers`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Made.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CREATE,
            body={"wire": wire, "cast": cast, "new": new, "float": float, "": value},
            options=options,
        )
