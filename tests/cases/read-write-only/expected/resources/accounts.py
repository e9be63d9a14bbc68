# Generated from Accounts 1; do not edit.
"""The resource `accounts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import accounts as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.accounts import Account, Profile, ProfileDict

__all__ = [
    "AccountsResource",
    "AsyncAccountsResource",
]


class AccountsResource(Resource):
    """Operations of `client.accounts`."""

    def create(
        self,
        *,
        name: str,
        password: str,
        profile: Profile | ProfileDict,
        old: str | None = None,
        options: Options | None = None,
    ) -> Account:
        """Send `POST /accounts`.

        Args:
            old: Use `name`.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CREATE,
            body={"name": name, "password": password, "profile": profile, "old": old},
            options=options,
        )


class AsyncAccountsResource(AsyncResource):
    """Operations of `client.accounts`."""

    async def create(
        self,
        *,
        name: str,
        password: str,
        profile: Profile | ProfileDict,
        old: str | None = None,
        options: Options | None = None,
    ) -> Account:
        """Send `POST /accounts`.

        Args:
            old: Use `name`.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CREATE,
            body={"name": name, "password": password, "profile": profile, "old": old},
            options=options,
        )
