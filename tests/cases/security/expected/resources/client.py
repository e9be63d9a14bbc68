# Generated from Security 1; do not edit.
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

    def usual(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /usual`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.USUAL,
            options=options,
        )

    def open(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /open`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.OPEN,
            options=options,
        )

    def basic(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /basic`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BASIC,
            options=options,
        )

    def query(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /query`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.QUERY,
            options=options,
        )

    def cookie(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /cookie`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `read`.
        """
        return self._call(
            _codec.COOKIE,
            options=options,
        )

    def unknown(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /unknown`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UNKNOWN,
            options=options,
        )

    def certified(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /certified`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CERTIFIED,
            options=options,
        )

    def mutual(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /mutual`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.MUTUAL,
            options=options,
        )

    def jar(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /jar`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.JAR,
            options=options,
        )

    def digest(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /digest`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DIGEST,
            options=options,
        )


class AsyncRootResource(AsyncClientMethods):
    """Methods of the client itself."""

    async def usual(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /usual`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.USUAL,
            options=options,
        )

    async def open(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /open`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.OPEN,
            options=options,
        )

    async def basic(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /basic`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BASIC,
            options=options,
        )

    async def query(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /query`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.QUERY,
            options=options,
        )

    async def cookie(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /cookie`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `read`.
        """
        return await self._call(
            _codec.COOKIE,
            options=options,
        )

    async def unknown(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /unknown`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UNKNOWN,
            options=options,
        )

    async def certified(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /certified`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CERTIFIED,
            options=options,
        )

    async def mutual(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /mutual`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.MUTUAL,
            options=options,
        )

    async def jar(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /jar`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.JAR,
            options=options,
        )

    async def digest(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /digest`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DIGEST,
            options=options,
        )
