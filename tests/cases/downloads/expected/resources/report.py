# Generated from Archive 1.0.0; do not edit.
"""The resource `report`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import report as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.report import ReportGetResponse

__all__ = [
    "AsyncReportResource",
    "ReportResource",
]


class ReportResource(Resource):
    """Operations of `client.report`."""

    def get(
        self,
        *,
        options: Options | None = None,
    ) -> ReportGetResponse | bytes:
        """Send `GET /report`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The report.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            options=options,
        )


class AsyncReportResource(AsyncResource):
    """Operations of `client.report`."""

    async def get(
        self,
        *,
        options: Options | None = None,
    ) -> ReportGetResponse | bytes:
        """Send `GET /report`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The report.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            options=options,
        )
