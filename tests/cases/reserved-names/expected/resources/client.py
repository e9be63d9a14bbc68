# Generated from Reserved 1; do not edit.
"""The resource `client`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._codec import client as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from datetime import date as date_

    from .._core.options import Options
    from ..models.client import (
        Client,
        ClientDict,
        List,
        Operation as OperationModel,
        Page as PageModel,
    )

__all__ = [
    "AsyncClientResource",
    "ClientResource",
]


class ClientResource(Resource):
    """Operations of `client.client`."""

    def import_(
        self,
        *,
        to_dict: str | None = None,
        from_dict: str | None = None,
        extra_: str | None = None,
        class_: str | None = None,
        client: Client | ClientDict | None = None,
        not_required: bool | None = None,
        options: Options | None = None,
    ) -> OperationModel:
        """Send `POST /things`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.IMPORT_,
            body={
                "to_dict": to_dict,
                "from_dict": from_dict,
                "extra": extra_,
                "__class__": class_,
                "client": client,
                "NotRequired": not_required,
            },
            options=options,
        )

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[List]:
        """Send `GET /lists`.

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

    def date(
        self,
        *,
        from_: date_ | str | None = None,
        options: Options | None = None,
    ) -> PageModel:
        """Send `GET /pages`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DATE,
            query={"from": from_},
            options=options,
        )


class AsyncClientResource(AsyncResource):
    """Operations of `client.client`."""

    async def import_(
        self,
        *,
        to_dict: str | None = None,
        from_dict: str | None = None,
        extra_: str | None = None,
        class_: str | None = None,
        client: Client | ClientDict | None = None,
        not_required: bool | None = None,
        options: Options | None = None,
    ) -> OperationModel:
        """Send `POST /things`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.IMPORT_,
            body={
                "to_dict": to_dict,
                "from_dict": from_dict,
                "extra": extra_,
                "__class__": class_,
                "client": client,
                "NotRequired": not_required,
            },
            options=options,
        )

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[List]:
        """Send `GET /lists`.

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

    async def date(
        self,
        *,
        from_: date_ | str | None = None,
        options: Options | None = None,
    ) -> PageModel:
        """Send `GET /pages`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DATE,
            query={"from": from_},
            options=options,
        )
