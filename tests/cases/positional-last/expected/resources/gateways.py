# Generated from Positional last 1; do not edit.
"""The resource `gateways`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import gateways as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncGatewaysResource",
    "GatewaysResource",
]


class GatewaysResource(Resource):
    """Operations of `client.gateways`."""

    def get(
        self,
        gateway: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /gateways/{gateway}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"gateway": gateway},
            options=options,
        )


class AsyncGatewaysResource(AsyncResource):
    """Operations of `client.gateways`."""

    async def get(
        self,
        gateway: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /gateways/{gateway}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"gateway": gateway},
            options=options,
        )
