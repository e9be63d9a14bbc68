# Generated from Typed responses 1; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._core.content import File
    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.client import ChatError, Done, Problem
    from ..models.shared import Delta

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods, StreamingResource):
    """Methods of the client itself."""

    @overload
    def chat(
        self,
        *,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> Done: ...

    @overload
    def chat(
        self,
        *,
        stream: Literal[True],
        options: Options | None = None,
    ) -> EventStream[Delta | Done | str]: ...

    @overload
    def chat(
        self,
        *,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Done | EventStream[Delta | Done | str]: ...

    def chat(
        self,
        *,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Done | EventStream[Delta | Done | str]:
        """Send `POST /chat`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The answer.

        Raises:
            NotFoundError: 404: No such model. `body` is `Problem`.
            APIStatusError: Any other status: Anything else. `body` is `ChatError`.
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return self._stream(_codec.CHAT, body={"stream": stream}, options=options)
        return self._call(
            _codec.CHAT,
            body={"stream": stream},
            options=options,
        )

    def log(
        self,
        *,
        options: Options | None = None,
    ) -> EventStream[str]:
        """Send `GET /log`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Lines of text.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.LOG,
            options=options,
        )

    def upload(
        self,
        *,
        url: str | None = None,
        file: File | None = None,
        body: str | bytes | None = None,
        media_type: Literal["application/json", "multipart/form-data", "text/plain"] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            body: The whole body in place of its members, sent as `text/plain` unless `media_type`
                says otherwise.
            media_type: Media type of the body. Default: the first of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPLOAD,
            body={"url": url, "file": file},
            content=body,
            media_type=media_type,
            options=options,
        )


class AsyncRootResource(AsyncClientMethods, AsyncStreamingResource):
    """Methods of the client itself."""

    @overload
    async def chat(
        self,
        *,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> Done: ...

    @overload
    async def chat(
        self,
        *,
        stream: Literal[True],
        options: Options | None = None,
    ) -> AsyncEventStream[Delta | Done | str]: ...

    @overload
    async def chat(
        self,
        *,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Done | AsyncEventStream[Delta | Done | str]: ...

    async def chat(
        self,
        *,
        stream: bool | None = None,
        options: Options | None = None,
    ) -> Done | AsyncEventStream[Delta | Done | str]:
        """Send `POST /chat`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The answer.

        Raises:
            NotFoundError: 404: No such model. `body` is `Problem`.
            APIStatusError: Any other status: Anything else. `body` is `ChatError`.
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return await self._stream(_codec.CHAT, body={"stream": stream}, options=options)
        return await self._call(
            _codec.CHAT,
            body={"stream": stream},
            options=options,
        )

    async def log(
        self,
        *,
        options: Options | None = None,
    ) -> AsyncEventStream[str]:
        """Send `GET /log`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Lines of text.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.LOG,
            options=options,
        )

    async def upload(
        self,
        *,
        url: str | None = None,
        file: File | None = None,
        body: str | bytes | None = None,
        media_type: Literal["application/json", "multipart/form-data", "text/plain"] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            body: The whole body in place of its members, sent as `text/plain` unless `media_type`
                says otherwise.
            media_type: Media type of the body. Default: the first of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPLOAD,
            body={"url": url, "file": file},
            content=body,
            media_type=media_type,
            options=options,
        )
