# Generated from Words 1; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Literal, overload

from .._codec import client as _codec
from .._core.pages import AsyncPagedResource, PagedResource
from .._core.resource import AsyncClientMethods, ClientMethods
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.client import Client, EmbedResponse
    from ..models.shared import Profile

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods, PagedResource, StreamingResource):
    """Methods of the client itself."""

    def embed(
        self,
        *,
        texts: Sequence[builtins.str],
        options: Options | None = None,
    ) -> EmbedResponse:
        """Send `POST /v1/embed`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.EMBED,
            body={"texts": texts},
            options=options,
        )

    def embed_v2(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[float]:
        """Send `POST /v2/embed`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.EMBED_V2,
            options=options,
        )

    @overload
    def chat(
        self,
        *,
        text: builtins.str,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> Client: ...

    @overload
    def chat(
        self,
        *,
        text: builtins.str,
        stream: Literal[True],
        options: Options | None = None,
    ) -> EventStream[Profile]: ...

    @overload
    def chat(
        self,
        *,
        text: builtins.str,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Client | EventStream[Profile]: ...

    def chat(
        self,
        *,
        text: builtins.str,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Client | EventStream[Profile]:
        """Send `POST /v1/chat`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return self._stream(_codec.CHAT, body={"text": text, "stream": stream}, options=options)
        return self._call(
            _codec.CHAT,
            body={"text": text, "stream": stream},
            options=options,
        )

    def close_(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /v1/close`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CLOSE,
            options=options,
        )

    def request_(
        self,
        *,
        options: Options | None = None,
    ) -> Profile:
        """Send `GET /v1/request`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REQUEST,
            options=options,
        )

    def str(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.str:
        """Send `GET /v1/str`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.STR,
            options=options,
        )

    def list(
        self,
        *,
        after: builtins.str | None = None,
        filter: Sequence[builtins.str] | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Client, None]:
        """Send `GET /v1/list`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.LIST,
            query={"after": after, "filter": filter},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def count_things(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /v1/things/count`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.COUNT_THINGS,
            options=options,
        )

    def sum_things(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /v1/things/sum`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SUM_THINGS,
            options=options,
        )


class AsyncRootResource(AsyncClientMethods, AsyncPagedResource, AsyncStreamingResource):
    """Methods of the client itself."""

    async def embed(
        self,
        *,
        texts: Sequence[builtins.str],
        options: Options | None = None,
    ) -> EmbedResponse:
        """Send `POST /v1/embed`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.EMBED,
            body={"texts": texts},
            options=options,
        )

    async def embed_v2(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[float]:
        """Send `POST /v2/embed`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.EMBED_V2,
            options=options,
        )

    @overload
    async def chat(
        self,
        *,
        text: builtins.str,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> Client: ...

    @overload
    async def chat(
        self,
        *,
        text: builtins.str,
        stream: Literal[True],
        options: Options | None = None,
    ) -> AsyncEventStream[Profile]: ...

    @overload
    async def chat(
        self,
        *,
        text: builtins.str,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Client | AsyncEventStream[Profile]: ...

    async def chat(
        self,
        *,
        text: builtins.str,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Client | AsyncEventStream[Profile]:
        """Send `POST /v1/chat`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return await self._stream(
                _codec.CHAT, body={"text": text, "stream": stream}, options=options
            )
        return await self._call(
            _codec.CHAT,
            body={"text": text, "stream": stream},
            options=options,
        )

    async def close_(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /v1/close`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CLOSE,
            options=options,
        )

    async def request_(
        self,
        *,
        options: Options | None = None,
    ) -> Profile:
        """Send `GET /v1/request`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REQUEST,
            options=options,
        )

    async def str(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.str:
        """Send `GET /v1/str`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.STR,
            options=options,
        )

    def list(
        self,
        *,
        after: builtins.str | None = None,
        filter: Sequence[builtins.str] | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Client, None]:
        """Send `GET /v1/list`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.LIST,
            query={"after": after, "filter": filter},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def count_things(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /v1/things/count`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.COUNT_THINGS,
            options=options,
        )

    async def sum_things(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /v1/things/sum`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SUM_THINGS,
            options=options,
        )
