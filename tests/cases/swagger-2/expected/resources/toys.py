# Generated from Toys API 1; do not edit.
"""The resource `toys`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Literal

from .._codec import toys as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.content import File
    from .._core.model import Null
    from .._core.options import Options
    from ..models.toys import AnyToy, Person, PersonDict, Problem

__all__ = [
    "AsyncToysResource",
    "ToysResource",
]


class ToysResource(Resource):
    """Operations of `client.toys`."""

    def list(
        self,
        *,
        limit: int | None = None,
        plain: Sequence[str] | None = None,
        csv: Sequence[str] | None = None,
        ssv: Sequence[str] | None = None,
        tsv: Sequence[str] | None = None,
        pipes: Sequence[int] | None = None,
        multi: Sequence[Literal["a", "b"]] | None = None,
        x_colours: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> builtins.list[AnyToy]:
        """Send `GET /toys`.

        Args:
            limit: At most 100. Default: 10.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Toys.

        Raises:
            NotFoundError: 404: There is none. `body` is `Problem`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            query={
                "limit": limit,
                "plain": plain,
                "csv": csv,
                "ssv": ssv,
                "tsv": tsv,
                "pipes": pipes,
                "multi": multi,
            },
            headers={"X-Colours": x_colours},
            options=options,
        )

    def create(
        self,
        *,
        kind: str,
        name: str | None,
        price: float | None = None,
        owner: Null | Person | PersonDict | None = None,
        options: Options | None = None,
    ) -> AnyToy:
        """Send `POST /toys`.

        Args:
            price: More than 0.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Made.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `toys:read`.
        """
        return self._call(
            _codec.CREATE,
            body={"kind": kind, "name": name, "price": price, "owner": owner},
            options=options,
        )

    def delete(
        self,
        ids: Sequence[str],
        *,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /toys/{ids}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Gone.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DELETE,
            path={"ids": ids},
            options=options,
        )

    def replace(
        self,
        ids: Sequence[str],
        *,
        name: str,
        tags: Sequence[str] | None = None,
        sizes: Sequence[int] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /toys/{ids}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Replaced.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            path={"ids": ids},
            body={"name": name, "tags": tags, "sizes": sizes},
            options=options,
        )

    def get_picture(
        self,
        id: int,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /toys/{id}/picture`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A picture.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET_PICTURE,
            path={"id": id},
            options=options,
        )

    def upload_picture(
        self,
        id: int,
        *,
        file: File,
        caption: str | None = None,
        options: Options | None = None,
    ) -> AnyToy:
        """Send `POST /toys/{id}/picture`.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Kept.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPLOAD_PICTURE,
            path={"id": id},
            body={"file": file, "caption": caption},
            options=options,
        )


class AsyncToysResource(AsyncResource):
    """Operations of `client.toys`."""

    async def list(
        self,
        *,
        limit: int | None = None,
        plain: Sequence[str] | None = None,
        csv: Sequence[str] | None = None,
        ssv: Sequence[str] | None = None,
        tsv: Sequence[str] | None = None,
        pipes: Sequence[int] | None = None,
        multi: Sequence[Literal["a", "b"]] | None = None,
        x_colours: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> builtins.list[AnyToy]:
        """Send `GET /toys`.

        Args:
            limit: At most 100. Default: 10.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Toys.

        Raises:
            NotFoundError: 404: There is none. `body` is `Problem`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            query={
                "limit": limit,
                "plain": plain,
                "csv": csv,
                "ssv": ssv,
                "tsv": tsv,
                "pipes": pipes,
                "multi": multi,
            },
            headers={"X-Colours": x_colours},
            options=options,
        )

    async def create(
        self,
        *,
        kind: str,
        name: str | None,
        price: float | None = None,
        owner: Null | Person | PersonDict | None = None,
        options: Options | None = None,
    ) -> AnyToy:
        """Send `POST /toys`.

        Args:
            price: More than 0.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Made.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `toys:read`.
        """
        return await self._call(
            _codec.CREATE,
            body={"kind": kind, "name": name, "price": price, "owner": owner},
            options=options,
        )

    async def delete(
        self,
        ids: Sequence[str],
        *,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /toys/{ids}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Gone.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DELETE,
            path={"ids": ids},
            options=options,
        )

    async def replace(
        self,
        ids: Sequence[str],
        *,
        name: str,
        tags: Sequence[str] | None = None,
        sizes: Sequence[int] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /toys/{ids}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Replaced.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            path={"ids": ids},
            body={"name": name, "tags": tags, "sizes": sizes},
            options=options,
        )

    async def get_picture(
        self,
        id: int,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /toys/{id}/picture`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A picture.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET_PICTURE,
            path={"id": id},
            options=options,
        )

    async def upload_picture(
        self,
        id: int,
        *,
        file: File,
        caption: str | None = None,
        options: Options | None = None,
    ) -> AnyToy:
        """Send `POST /toys/{id}/picture`.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Kept.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPLOAD_PICTURE,
            path={"id": id},
            body={"file": file, "caption": caption},
            options=options,
        )
