# Generated from Operation names 1; do not edit.
"""The resource `users`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import users as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

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
    ) -> None:
        """Send `GET /users`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )

    def create(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /users`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CREATE,
            options=options,
        )

    def list_users(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The id coincides with another one.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST_USERS,
            path={"id": id},
            options=options,
        )

    def import_(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.IMPORT_,
            path={"id": id},
            options=options,
        )

    def replace(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            path={"id": id},
            options=options,
        )

    def update(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `PATCH /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPDATE,
            path={"id": id},
            options=options,
        )

    def change_password(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /users/{id}/password`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CHANGE_PASSWORD,
            path={"id": id},
            options=options,
        )

    def shared(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /shared`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A path in another file.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SHARED,
            options=options,
        )


class AsyncUsersResource(AsyncResource):
    """Operations of `client.users`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /users`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )

    async def create(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /users`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CREATE,
            options=options,
        )

    async def list_users(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The id coincides with another one.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST_USERS,
            path={"id": id},
            options=options,
        )

    async def import_(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.IMPORT_,
            path={"id": id},
            options=options,
        )

    async def replace(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            path={"id": id},
            options=options,
        )

    async def update(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `PATCH /users/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPDATE,
            path={"id": id},
            options=options,
        )

    async def change_password(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /users/{id}/password`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CHANGE_PASSWORD,
            path={"id": id},
            options=options,
        )

    async def shared(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /shared`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A path in another file.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SHARED,
            options=options,
        )
