# Generated from Lists of maps 1; do not edit.
"""The resource `query`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import query as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.query import Params

__all__ = [
    "AsyncQueryResource",
    "QueryResource",
]


class QueryResource(Resource):
    """Operations of `client.query`."""

    def params(
        self,
        *,
        options: Options | None = None,
    ) -> Params:
        """Send `GET /query`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The parameters.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PARAMS,
            options=options,
        )


class AsyncQueryResource(AsyncResource):
    """Operations of `client.query`."""

    async def params(
        self,
        *,
        options: Options | None = None,
    ) -> Params:
        """Send `GET /query`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The parameters.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PARAMS,
            options=options,
        )
