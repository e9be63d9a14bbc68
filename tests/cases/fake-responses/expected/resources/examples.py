# Generated from Fake 1.0.0; do not edit.
"""The resource `examples`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import examples as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.examples import ExamplesListResponse

__all__ = [
    "AsyncExamplesResource",
    "ExamplesResource",
]


class ExamplesResource(Resource):
    """Operations of `client.examples`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> ExamplesListResponse:
        """Send `GET /examples`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            An example that breaks its schema.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncExamplesResource(AsyncResource):
    """Operations of `client.examples`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> ExamplesListResponse:
        """Send `GET /examples`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            An example that breaks its schema.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
