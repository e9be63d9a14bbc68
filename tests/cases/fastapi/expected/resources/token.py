# Generated from FastAPI 0.1.0; do not edit.
"""The resource `token`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import token as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.json_value import JSONValue
    from .._core.model import Null
    from .._core.options import Options

__all__ = [
    "AsyncTokenResource",
    "TokenResource",
]


class TokenResource(Resource):
    """Operations of `client.token`."""

    def login(
        self,
        *,
        username: str,
        password: str,
        grant_type: Null | str | None = None,
        scope: str | None = None,
        client_secret: Null | str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Login.

        Args:
            scope: Default: "".
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Ok.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LOGIN,
            body={
                "username": username,
                "password": password,
                "grant_type": grant_type,
                "scope": scope,
                "client_secret": client_secret,
            },
            options=options,
        )


class AsyncTokenResource(AsyncResource):
    """Operations of `client.token`."""

    async def login(
        self,
        *,
        username: str,
        password: str,
        grant_type: Null | str | None = None,
        scope: str | None = None,
        client_secret: Null | str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Login.

        Args:
            scope: Default: "".
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Ok.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LOGIN,
            body={
                "username": username,
                "password": password,
                "grant_type": grant_type,
                "scope": scope,
                "client_secret": client_secret,
            },
            options=options,
        )
