# Generated from Operation names 1; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods):
    """Methods of the client itself."""

    def start(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /#Action=Start`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Paths that differ after the hash alone.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.START,
            options=options,
        )

    def stop(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /#Action=Stop`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.STOP,
            options=options,
        )


class AsyncRootResource(AsyncClientMethods):
    """Methods of the client itself."""

    async def start(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /#Action=Start`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Paths that differ after the hash alone.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.START,
            options=options,
        )

    async def stop(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /#Action=Stop`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.STOP,
            options=options,
        )
