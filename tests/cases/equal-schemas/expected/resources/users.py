# Generated from Equal 1; do not edit.
"""The resource `users`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._codec import users as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.users import User

__all__ = [
    "AsyncUsersResource",
    "UsersResource",
]


class UsersResource(Resource):
    """Operations of `client.users`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[User]:
        """Send `GET /users`.

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


class AsyncUsersResource(AsyncResource):
    """Operations of `client.users`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[User]:
        """Send `GET /users`.

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
