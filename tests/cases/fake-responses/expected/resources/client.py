# Generated from Fake 1.0.0; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods

if TYPE_CHECKING:
    from .._core.json_value import JSONValue
    from .._core.options import Options
    from ..models.client import (
        BoundedResponse,
        ContradictionResponse,
        EitherResponse,
        MomentOrNowResponse,
        NullableModelResponse,
        NullableTextResponse,
        P as PModel,
        TaggedResponse,
        Tree,
    )

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods):
    """Methods of the client itself."""

    def nullable_text(
        self,
        *,
        options: Options | None = None,
    ) -> NullableTextResponse:
        """Send `GET /nullable-text`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A member that may be null.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.NULLABLE_TEXT,
            options=options,
        )

    def nullable_model(
        self,
        *,
        options: Options | None = None,
    ) -> NullableModelResponse:
        """Send `GET /nullable-model`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A model or null.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.NULLABLE_MODEL,
            options=options,
        )

    def either(
        self,
        *,
        options: Options | None = None,
    ) -> EitherResponse:
        """Send `GET /either`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            One of two models, documented as the default alone.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.EITHER,
            options=options,
        )

    def bounded(
        self,
        *,
        options: Options | None = None,
    ) -> BoundedResponse:
        """Send `GET /bounded`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Values within bounds, and a requirement without a property.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BOUNDED,
            options=options,
        )

    def tree(
        self,
        *,
        options: Options | None = None,
    ) -> Tree:
        """Send `GET /tree`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A model that contains itself.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.TREE,
            options=options,
        )

    def anything(
        self,
        *,
        options: Options | None = None,
    ) -> JSONValue:
        """Send `GET /anything`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A boolean schema.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.ANYTHING,
            options=options,
        )

    def picture(
        self,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /picture`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Bytes.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PICTURE,
            options=options,
        )

    def whatever(
        self,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /whatever`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Any media type.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.WHATEVER,
            options=options,
        )

    def text_example(
        self,
        *,
        options: Options | None = None,
    ) -> PModel:
        """Send `GET /text-example`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            An example of an object, as text.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.TEXT_EXAMPLE,
            options=options,
        )

    def contradiction(
        self,
        *,
        kind: str | None = None,
        options: Options | None = None,
    ) -> ContradictionResponse:
        """Send `GET /contradiction`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Values that are listed for the whole list, although the items are meant.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CONTRADICTION,
            query={"kind": kind},
            options=options,
        )

    def tagged(
        self,
        *,
        options: Options | None = None,
    ) -> TaggedResponse:
        """Send `GET /tagged`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A union whose variants list their tags, and whose discriminator has no mapping.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.TAGGED,
            options=options,
        )

    def moment_or_now(
        self,
        *,
        options: Options | None = None,
    ) -> MomentOrNowResponse:
        """Send `GET /moment-or-now`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A listed value that has not the format, and members of an array.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.MOMENT_OR_NOW,
            options=options,
        )

    def download(
        self,
        *,
        accept: Literal["application/octet-stream"] = "application/octet-stream",
        options: Options | None = None,
    ) -> None:
        """Send `GET /download`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Undescribed.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DOWNLOAD,
            headers={"Accept": accept},
            options=options,
        )


class AsyncRootResource(AsyncClientMethods):
    """Methods of the client itself."""

    async def nullable_text(
        self,
        *,
        options: Options | None = None,
    ) -> NullableTextResponse:
        """Send `GET /nullable-text`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A member that may be null.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.NULLABLE_TEXT,
            options=options,
        )

    async def nullable_model(
        self,
        *,
        options: Options | None = None,
    ) -> NullableModelResponse:
        """Send `GET /nullable-model`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A model or null.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.NULLABLE_MODEL,
            options=options,
        )

    async def either(
        self,
        *,
        options: Options | None = None,
    ) -> EitherResponse:
        """Send `GET /either`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            One of two models, documented as the default alone.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.EITHER,
            options=options,
        )

    async def bounded(
        self,
        *,
        options: Options | None = None,
    ) -> BoundedResponse:
        """Send `GET /bounded`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Values within bounds, and a requirement without a property.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BOUNDED,
            options=options,
        )

    async def tree(
        self,
        *,
        options: Options | None = None,
    ) -> Tree:
        """Send `GET /tree`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A model that contains itself.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.TREE,
            options=options,
        )

    async def anything(
        self,
        *,
        options: Options | None = None,
    ) -> JSONValue:
        """Send `GET /anything`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A boolean schema.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.ANYTHING,
            options=options,
        )

    async def picture(
        self,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /picture`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Bytes.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PICTURE,
            options=options,
        )

    async def whatever(
        self,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /whatever`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Any media type.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.WHATEVER,
            options=options,
        )

    async def text_example(
        self,
        *,
        options: Options | None = None,
    ) -> PModel:
        """Send `GET /text-example`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            An example of an object, as text.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.TEXT_EXAMPLE,
            options=options,
        )

    async def contradiction(
        self,
        *,
        kind: str | None = None,
        options: Options | None = None,
    ) -> ContradictionResponse:
        """Send `GET /contradiction`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Values that are listed for the whole list, although the items are meant.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CONTRADICTION,
            query={"kind": kind},
            options=options,
        )

    async def tagged(
        self,
        *,
        options: Options | None = None,
    ) -> TaggedResponse:
        """Send `GET /tagged`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A union whose variants list their tags, and whose discriminator has no mapping.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.TAGGED,
            options=options,
        )

    async def moment_or_now(
        self,
        *,
        options: Options | None = None,
    ) -> MomentOrNowResponse:
        """Send `GET /moment-or-now`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A listed value that has not the format, and members of an array.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.MOMENT_OR_NOW,
            options=options,
        )

    async def download(
        self,
        *,
        accept: Literal["application/octet-stream"] = "application/octet-stream",
        options: Options | None = None,
    ) -> None:
        """Send `GET /download`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Undescribed.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DOWNLOAD,
            headers={"Accept": accept},
            options=options,
        )
