# Generated from Search 1.0.0; do not edit.
"""The resource `hits`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import hits as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.content import File
    from .._core.options import Options
    from ..models.hits import (
        HitsListFilter,
        HitsListFilterDict,
        HitsListPaging,
        HitsListPagingDict,
        HitsNameBy,
        HitsNameByDict,
    )

__all__ = [
    "AsyncHitsResource",
    "HitsResource",
]


class HitsResource(Resource):
    """Operations of `client.hits`."""

    def list(
        self,
        *,
        paging: HitsListPaging | HitsListPagingDict | None = None,
        filter: HitsListFilter | HitsListFilterDict | None = None,
        grid: Sequence[Sequence[int]] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /hits`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Found.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            query={"paging": paging, "filter": filter, "grid": grid},
            options=options,
        )

    def name(
        self,
        *,
        by: HitsNameBy | HitsNameByDict,
        label: str,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /hits`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Named.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.NAME,
            query={"by": by},
            body={"label": label},
            options=options,
        )

    def upload(
        self,
        *,
        picture: File | None = None,
        digest: bytes | str | None = None,
        grid: Sequence[Sequence[int]] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /hits`.

        Args:
            picture: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Stored.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPLOAD,
            body={"picture": picture, "digest": digest, "grid": grid},
            options=options,
        )


class AsyncHitsResource(AsyncResource):
    """Operations of `client.hits`."""

    async def list(
        self,
        *,
        paging: HitsListPaging | HitsListPagingDict | None = None,
        filter: HitsListFilter | HitsListFilterDict | None = None,
        grid: Sequence[Sequence[int]] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /hits`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Found.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            query={"paging": paging, "filter": filter, "grid": grid},
            options=options,
        )

    async def name(
        self,
        *,
        by: HitsNameBy | HitsNameByDict,
        label: str,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /hits`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Named.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.NAME,
            query={"by": by},
            body={"label": label},
            options=options,
        )

    async def upload(
        self,
        *,
        picture: File | None = None,
        digest: bytes | str | None = None,
        grid: Sequence[Sequence[int]] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /hits`.

        Args:
            picture: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Stored.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPLOAD,
            body={"picture": picture, "digest": digest, "grid": grid},
            options=options,
        )
