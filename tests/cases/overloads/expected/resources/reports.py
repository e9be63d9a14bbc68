# Generated from Overloads 1; do not edit.
"""The resource `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._codec import reports as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.json_value import JSONValue
    from .._core.options import Options
    from ..models.reports import ReportsListResponse
    from ..models.shared import Text

__all__ = [
    "AsyncReportsResource",
    "ReportsResource",
]


class ReportsResource(Resource):
    """Operations of `client.reports`."""

    @overload
    def list(
        self,
        *,
        all: bool,
        options: Options | None = None,
    ) -> Text: ...

    @overload
    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        all: bool | None = None,
        options: Options | None = None,
    ) -> ReportsListResponse: ...

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        all: bool | None = None,
        options: Options | None = None,
    ) -> ReportsListResponse:
        """Send `GET /reports`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A report. `Text` for `all`.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            query={"ids": ids, "all": all},
            options=options,
        )

    def get_anything(
        self,
        *,
        options: Options | None = None,
    ) -> JSONValue | bytes:
        """Send `GET /anything`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Free-form JSON, which is no `Any`.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET_ANYTHING,
            options=options,
        )


class AsyncReportsResource(AsyncResource):
    """Operations of `client.reports`."""

    @overload
    async def list(
        self,
        *,
        all: bool,
        options: Options | None = None,
    ) -> Text: ...

    @overload
    async def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        all: bool | None = None,
        options: Options | None = None,
    ) -> ReportsListResponse: ...

    async def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        all: bool | None = None,
        options: Options | None = None,
    ) -> ReportsListResponse:
        """Send `GET /reports`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A report. `Text` for `all`.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            query={"ids": ids, "all": all},
            options=options,
        )

    async def get_anything(
        self,
        *,
        options: Options | None = None,
    ) -> JSONValue | bytes:
        """Send `GET /anything`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Free-form JSON, which is no `Any`.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET_ANYTHING,
            options=options,
        )
