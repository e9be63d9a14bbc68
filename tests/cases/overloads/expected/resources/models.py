# Generated from Overloads 1; do not edit.
"""The resource `models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from .._codec import models as _codec
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.models import Result
    from ..models.shared import Label, Text

__all__ = [
    "AsyncModelsResource",
    "ModelsResource",
]


class ModelsResource(StreamingResource):
    """Operations of `client.models`."""

    @overload
    def run(
        self,
        model: str,
        *,
        prompt: str,
        cached: bool | None = None,
        max_tokens: int | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> Text: ...

    @overload
    def run(
        self,
        model: str,
        *,
        prompt: str,
        cached: bool | None = None,
        max_tokens: int | None = None,
        stream: Literal[True],
        options: Options | None = None,
    ) -> EventStream[Text]: ...

    @overload
    def run(
        self,
        model: str,
        *,
        image: str,
        options: Options | None = None,
    ) -> list[Label] | Text: ...

    @overload
    def run(
        self,
        model: str,
        *,
        draw: str,
        options: Options | None = None,
    ) -> bytes: ...

    @overload
    def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> Result | bytes: ...

    @overload
    def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: Literal[True],
        options: Options | None = None,
        **extra: Any,
    ) -> EventStream[Text]: ...

    @overload
    def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> Result | bytes | EventStream[Text]: ...

    def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> Result | bytes | EventStream[Text]:
        """Send `POST /models/{model}/run`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            What the model says. `Text` for `prompt`; `list[Label] | Text` for `image`; `bytes` for
            `draw`.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return self._stream(
                _codec.RUN,
                path={"model": model},
                query={"cached": cached},
                body={
                    **self._further(extra),
                    "prompt": prompt,
                    "image": image,
                    "draw": draw,
                    "max-tokens": max_tokens,
                    "stream": stream,
                },
                options=options,
            )
        return self._call(
            _codec.RUN,
            path={"model": model},
            query={"cached": cached},
            body={
                **self._further(extra),
                "prompt": prompt,
                "image": image,
                "draw": draw,
                "max-tokens": max_tokens,
                "stream": stream,
            },
            options=options,
        )


class AsyncModelsResource(AsyncStreamingResource):
    """Operations of `client.models`."""

    @overload
    async def run(
        self,
        model: str,
        *,
        prompt: str,
        cached: bool | None = None,
        max_tokens: int | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> Text: ...

    @overload
    async def run(
        self,
        model: str,
        *,
        prompt: str,
        cached: bool | None = None,
        max_tokens: int | None = None,
        stream: Literal[True],
        options: Options | None = None,
    ) -> AsyncEventStream[Text]: ...

    @overload
    async def run(
        self,
        model: str,
        *,
        image: str,
        options: Options | None = None,
    ) -> list[Label] | Text: ...

    @overload
    async def run(
        self,
        model: str,
        *,
        draw: str,
        options: Options | None = None,
    ) -> bytes: ...

    @overload
    async def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> Result | bytes: ...

    @overload
    async def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: Literal[True],
        options: Options | None = None,
        **extra: Any,
    ) -> AsyncEventStream[Text]: ...

    @overload
    async def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> Result | bytes | AsyncEventStream[Text]: ...

    async def run(
        self,
        model: str,
        *,
        cached: bool | None = None,
        prompt: str | None = None,
        image: str | None = None,
        draw: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> Result | bytes | AsyncEventStream[Text]:
        """Send `POST /models/{model}/run`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            What the model says. `Text` for `prompt`; `list[Label] | Text` for `image`; `bytes` for
            `draw`.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        if stream:
            return await self._stream(
                _codec.RUN,
                path={"model": model},
                query={"cached": cached},
                body={
                    **self._further(extra),
                    "prompt": prompt,
                    "image": image,
                    "draw": draw,
                    "max-tokens": max_tokens,
                    "stream": stream,
                },
                options=options,
            )
        return await self._call(
            _codec.RUN,
            path={"model": model},
            query={"cached": cached},
            body={
                **self._further(extra),
                "prompt": prompt,
                "image": image,
                "draw": draw,
                "max-tokens": max_tokens,
                "stream": stream,
            },
            options=options,
        )
