# Generated from Argument names 1.0.0; do not edit.
"""The resource `wires`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import wires as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncWiresResource",
    "WiresResource",
]


class WiresResource(Resource):
    """Operations of `client.wires`."""

    def get(
        self,
        wire: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /wires/{wire}`.

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
            path={"wire": wire},
            options=options,
        )


class AsyncWiresResource(AsyncResource):
    """Operations of `client.wires`."""

    async def get(
        self,
        wire: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /wires/{wire}`.

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
            path={"wire": wire},
            options=options,
        )
