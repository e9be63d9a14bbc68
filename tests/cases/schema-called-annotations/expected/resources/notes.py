# Generated from Notebook 1; do not edit.
"""The resource `notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import notes as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.notes import NotesListResponse

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
    ) -> NotesListResponse:
        """Send `GET /notes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncNotesResource(AsyncResource):
    """Operations of `client.notes`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> NotesListResponse:
        """Send `GET /notes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
