# Generated from OAuth 1; do not edit.
"""The resource `notes`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._codec import notes as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncNotesResource",
    "NotesResource",
]


class NotesResource(Resource):
    """Operations of `client.notes`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[str]:
        """Send `GET /notes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Notes.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )

    def add(
        self,
        *,
        text: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /notes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Added.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `notes:read` and `notes:write` or `admin`.
        """
        return self._call(
            _codec.ADD,
            body={"text": text},
            options=options,
        )


class AsyncNotesResource(AsyncResource):
    """Operations of `client.notes`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[str]:
        """Send `GET /notes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Notes.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )

    async def add(
        self,
        *,
        text: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /notes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Added.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `notes:read` and `notes:write` or `admin`.
        """
        return await self._call(
            _codec.ADD,
            body={"text": text},
            options=options,
        )
