# Generated from Bodies 1; do not edit.
"""The resource `form`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import form as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._core.options import Options
    from ..models.form import (
        FormSendBodyPlain,
        FormSendBodyPlainDict,
        FormSendBodySpread,
        FormSendBodySpreadDict,
    )

__all__ = [
    "AsyncFormResource",
    "FormResource",
]


class FormResource(Resource):
    """Operations of `client.form`."""

    def send(
        self,
        *,
        name: str,
        tags: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        metadata: Mapping[str, str] | None = None,
        plain: FormSendBodyPlain | FormSendBodyPlainDict | None = None,
        spread: FormSendBodySpread | FormSendBodySpreadDict | None = None,
        link: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /form`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            body={
                "name": name,
                "tags": tags,
                "ids": ids,
                "metadata": metadata,
                "plain": plain,
                "spread": spread,
                "link": link,
            },
            options=options,
        )


class AsyncFormResource(AsyncResource):
    """Operations of `client.form`."""

    async def send(
        self,
        *,
        name: str,
        tags: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        metadata: Mapping[str, str] | None = None,
        plain: FormSendBodyPlain | FormSendBodyPlainDict | None = None,
        spread: FormSendBodySpread | FormSendBodySpreadDict | None = None,
        link: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /form`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            body={
                "name": name,
                "tags": tags,
                "ids": ids,
                "metadata": metadata,
                "plain": plain,
                "spread": spread,
                "link": link,
            },
            options=options,
        )
