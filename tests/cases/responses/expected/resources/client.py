# Generated from Answers 1; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.client import Job, Pet, Problem

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods, StreamingResource):
    """Methods of the client itself."""

    def statuses(
        self,
        *,
        options: Options | None = None,
    ) -> Pet | Job | str | None:
        """Send `GET /statuses`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All of it.

        Response headers:
            X-Total: How many there are.
            X-Bare
            Link: Where the next page is.
            X-\"\"\": Ends \"\"\" the text.

        Raises:
            APIStatusError: 4XX: Wrong. `body` is `Problem`.
            APIStatusError: Any other status: Wrong. `body` is `Problem`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.STATUSES,
            options=options,
        )

    def fallback(
        self,
        *,
        options: Options | None = None,
    ) -> Pet:
        """Send `GET /fallback`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.FALLBACK,
            options=options,
        )

    def nothing(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /nothing`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.NOTHING,
            options=options,
        )

    def vendor(
        self,
        *,
        options: Options | None = None,
    ) -> Pet:
        """Send `GET /vendor`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.VENDOR,
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
            A picture.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PICTURE,
            options=options,
        )

    def mixed(
        self,
        *,
        options: Options | None = None,
    ) -> Pet | bytes:
        """Send `GET /mixed`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet or its picture.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.MIXED,
            options=options,
        )

    def wild(
        self,
        *,
        options: Options | None = None,
    ) -> Pet:
        """Send `GET /wild`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.WILD,
            options=options,
        )

    def text(
        self,
        *,
        options: Options | None = None,
    ) -> str:
        """Send `GET /text`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Text.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.TEXT,
            options=options,
        )

    def events(
        self,
        *,
        options: Options | None = None,
    ) -> EventStream[Pet]:
        """Send `GET /events`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Pets as they come.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.EVENTS,
            options=options,
        )

    def lines(
        self,
        *,
        options: Options | None = None,
    ) -> EventStream[Pet]:
        """Send `GET /lines`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Pets by line.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.LINES,
            options=options,
        )

    def sequence(
        self,
        *,
        options: Options | None = None,
    ) -> EventStream[Pet]:
        """Send `GET /sequence`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Pets by record.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.SEQUENCE,
            options=options,
        )

    def head(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `HEAD /head`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Its head alone.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.HEAD,
            options=options,
        )

    @overload
    def both(
        self,
        *,
        stream: Literal[False] = False,
        options: Options | None = None,
    ) -> Job: ...

    @overload
    def both(
        self,
        *,
        stream: Literal[True],
        options: Options | None = None,
    ) -> EventStream[Pet]: ...

    @overload
    def both(
        self,
        *,
        stream: bool = False,
        options: Options | None = None,
    ) -> Job | EventStream[Pet]: ...

    def both(
        self,
        *,
        stream: bool = False,
        options: Options | None = None,
    ) -> Job | EventStream[Pet]:
        """Send `GET /both`.

        Args:
            stream: Whether to read the response piece by piece, as it arrives.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A job, or its steps.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return self._stream(_codec.BOTH, options=options)
        return self._call(
            _codec.BOTH,
            options=options,
        )

    @overload
    def asked(
        self,
        *,
        stream: Literal[False] | None = None,
        text: str | None = None,
        options: Options | None = None,
    ) -> Job: ...

    @overload
    def asked(
        self,
        *,
        stream: Literal[True],
        text: str | None = None,
        options: Options | None = None,
    ) -> EventStream[Pet]: ...

    @overload
    def asked(
        self,
        *,
        stream: bool | None = None,
        text: str | None = None,
        options: Options | None = None,
    ) -> Job | EventStream[Pet]: ...

    def asked(
        self,
        *,
        stream: bool | None = None,
        text: str | None = None,
        options: Options | None = None,
    ) -> Job | EventStream[Pet]:
        """Send `POST /asked`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A job, or its steps.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return self._stream(
                _codec.ASKED, body={"stream": stream, "text": text}, options=options
            )
        return self._call(
            _codec.ASKED,
            body={"stream": stream, "text": text},
            options=options,
        )


class AsyncRootResource(AsyncClientMethods, AsyncStreamingResource):
    """Methods of the client itself."""

    async def statuses(
        self,
        *,
        options: Options | None = None,
    ) -> Pet | Job | str | None:
        """Send `GET /statuses`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All of it.

        Response headers:
            X-Total: How many there are.
            X-Bare
            Link: Where the next page is.
            X-\"\"\": Ends \"\"\" the text.

        Raises:
            APIStatusError: 4XX: Wrong. `body` is `Problem`.
            APIStatusError: Any other status: Wrong. `body` is `Problem`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.STATUSES,
            options=options,
        )

    async def fallback(
        self,
        *,
        options: Options | None = None,
    ) -> Pet:
        """Send `GET /fallback`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.FALLBACK,
            options=options,
        )

    async def nothing(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /nothing`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.NOTHING,
            options=options,
        )

    async def vendor(
        self,
        *,
        options: Options | None = None,
    ) -> Pet:
        """Send `GET /vendor`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.VENDOR,
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
            A picture.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PICTURE,
            options=options,
        )

    async def mixed(
        self,
        *,
        options: Options | None = None,
    ) -> Pet | bytes:
        """Send `GET /mixed`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet or its picture.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.MIXED,
            options=options,
        )

    async def wild(
        self,
        *,
        options: Options | None = None,
    ) -> Pet:
        """Send `GET /wild`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A pet.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.WILD,
            options=options,
        )

    async def text(
        self,
        *,
        options: Options | None = None,
    ) -> str:
        """Send `GET /text`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Text.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.TEXT,
            options=options,
        )

    async def events(
        self,
        *,
        options: Options | None = None,
    ) -> AsyncEventStream[Pet]:
        """Send `GET /events`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Pets as they come.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.EVENTS,
            options=options,
        )

    async def lines(
        self,
        *,
        options: Options | None = None,
    ) -> AsyncEventStream[Pet]:
        """Send `GET /lines`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Pets by line.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.LINES,
            options=options,
        )

    async def sequence(
        self,
        *,
        options: Options | None = None,
    ) -> AsyncEventStream[Pet]:
        """Send `GET /sequence`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Pets by record.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.SEQUENCE,
            options=options,
        )

    async def head(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `HEAD /head`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Its head alone.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.HEAD,
            options=options,
        )

    @overload
    async def both(
        self,
        *,
        stream: Literal[False] = False,
        options: Options | None = None,
    ) -> Job: ...

    @overload
    async def both(
        self,
        *,
        stream: Literal[True],
        options: Options | None = None,
    ) -> AsyncEventStream[Pet]: ...

    @overload
    async def both(
        self,
        *,
        stream: bool = False,
        options: Options | None = None,
    ) -> Job | AsyncEventStream[Pet]: ...

    async def both(
        self,
        *,
        stream: bool = False,
        options: Options | None = None,
    ) -> Job | AsyncEventStream[Pet]:
        """Send `GET /both`.

        Args:
            stream: Whether to read the response piece by piece, as it arrives.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A job, or its steps.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return await self._stream(_codec.BOTH, options=options)
        return await self._call(
            _codec.BOTH,
            options=options,
        )

    @overload
    async def asked(
        self,
        *,
        stream: Literal[False] | None = None,
        text: str | None = None,
        options: Options | None = None,
    ) -> Job: ...

    @overload
    async def asked(
        self,
        *,
        stream: Literal[True],
        text: str | None = None,
        options: Options | None = None,
    ) -> AsyncEventStream[Pet]: ...

    @overload
    async def asked(
        self,
        *,
        stream: bool | None = None,
        text: str | None = None,
        options: Options | None = None,
    ) -> Job | AsyncEventStream[Pet]: ...

    async def asked(
        self,
        *,
        stream: bool | None = None,
        text: str | None = None,
        options: Options | None = None,
    ) -> Job | AsyncEventStream[Pet]:
        """Send `POST /asked`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A job, or its steps.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return await self._stream(
                _codec.ASKED, body={"stream": stream, "text": text}, options=options
            )
        return await self._call(
            _codec.ASKED,
            body={"stream": stream, "text": text},
            options=options,
        )
