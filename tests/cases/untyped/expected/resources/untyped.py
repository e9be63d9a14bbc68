# Generated from Untyped 1; do not edit.
"""The resource `untyped`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .._codec import untyped as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from .._core.model import Null
    from .._core.options import Options
    from ..models.untyped import (
        Address,
        AddressDict,
        Color,
        Extras,
        ExtrasDict,
        Payment,
        PaymentDict,
        Untyped,
    )

__all__ = [
    "AsyncUntypedResource",
    "UntypedResource",
]


class UntypedResource(Resource):
    """Operations of `client.untyped`."""

    def replace(
        self,
        *,
        at: datetime | str | None = None,
        name: str | None = None,
        amount: float | None = None,
        list: Sequence[Any] | None = None,
        object: Mapping[str, Any] | None = None,
        code: str | None = None,
        several: Any = None,
        anything: Any = None,
        excluded: Any = None,
        color: Null | Color | None = None,
        point: Mapping[str, Any] | None = None,
        origin: Null | Literal["none"] | Mapping[str, Any] | Sequence[Any] | None = None,
        address: Address | AddressDict | None = None,
        extras: Extras | ExtrasDict | Mapping[str, Any] | None = None,
        payment: Payment | PaymentDict | None = None,
        options: Options | None = None,
    ) -> Untyped:
        """Send `PUT /untyped`.

        Args:
            name: At most 10 characters.
            amount: At least 0.
            code: Python can't check it.
            several: At most 3 characters, at least 0.
            color: Each value has a title.
            payment: What alternatives say of the same member is said by all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            body={
                "at": at,
                "name": name,
                "amount": amount,
                "list": list,
                "object": object,
                "code": code,
                "several": several,
                "anything": anything,
                "excluded": excluded,
                "color": color,
                "point": point,
                "origin": origin,
                "address": address,
                "extras": extras,
                "payment": payment,
            },
            options=options,
        )


class AsyncUntypedResource(AsyncResource):
    """Operations of `client.untyped`."""

    async def replace(
        self,
        *,
        at: datetime | str | None = None,
        name: str | None = None,
        amount: float | None = None,
        list: Sequence[Any] | None = None,
        object: Mapping[str, Any] | None = None,
        code: str | None = None,
        several: Any = None,
        anything: Any = None,
        excluded: Any = None,
        color: Null | Color | None = None,
        point: Mapping[str, Any] | None = None,
        origin: Null | Literal["none"] | Mapping[str, Any] | Sequence[Any] | None = None,
        address: Address | AddressDict | None = None,
        extras: Extras | ExtrasDict | Mapping[str, Any] | None = None,
        payment: Payment | PaymentDict | None = None,
        options: Options | None = None,
    ) -> Untyped:
        """Send `PUT /untyped`.

        Args:
            name: At most 10 characters.
            amount: At least 0.
            code: Python can't check it.
            several: At most 3 characters, at least 0.
            color: Each value has a title.
            payment: What alternatives say of the same member is said by all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            body={
                "at": at,
                "name": name,
                "amount": amount,
                "list": list,
                "object": object,
                "code": code,
                "several": several,
                "anything": anything,
                "excluded": excluded,
                "color": color,
                "point": point,
                "origin": origin,
                "address": address,
                "extras": extras,
                "payment": payment,
            },
            options=options,
        )
