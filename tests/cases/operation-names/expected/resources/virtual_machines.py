# Generated from Operation names 1; do not edit.
"""The resource `virtual_machines`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import virtual_machines as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncVirtualMachinesResource",
    "VirtualMachinesResource",
]


class VirtualMachinesResource(Resource):
    """Operations of `client.virtual_machines`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /machines`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            As Azure makes ids.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncVirtualMachinesResource(AsyncResource):
    """Operations of `client.virtual_machines`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /machines`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            As Azure makes ids.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
