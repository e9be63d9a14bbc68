# Generated from Cloudflare AI v4; do not edit.
"""The resource `ai`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from .._codec import ai as _codec
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._core.operation import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.ai import RunResult

__all__ = [
    "AIResource",
    "AsyncAIResource",
]


class AIResource(StreamingResource):
    """Running models on Cloudflare."""

    @overload
    def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | None = None,
        stream: Literal[True],
        options: Options | None = None,
        **extra: Any,
    ) -> EventStream[RunResult]: ...

    def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes | EventStream[RunResult]:
        """Run a model.

        Args:
            model_name: Model to run, slashes and all, such as `@cf/meta/llama-3-8b-instruct`.
            account_id: Account that the request acts on.
            text: Text that the model works on. Not empty.
            stream: Whether the answer comes piece by piece, as server-sent events.
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            What the model answers.

        Raises:
            ArgumentError: A path argument is empty or a dot segment.
            APIError: The request failed; its class says how.

        Permissions:
            Workers AI Write or Workers AI Read.
        """
        if stream:
            return self._stream(
                _codec.RUN,
                path={"model_name": model_name, "account_id": account_id},
                body={**extra, "text": text, "stream": stream},
                options=options,
            )
        return self._call(
            _codec.RUN,
            path={"model_name": model_name, "account_id": account_id},
            body={**extra, "text": text, "stream": stream},
            options=options,
        )


class AsyncAIResource(AsyncStreamingResource):
    """Running models on Cloudflare."""

    @overload
    async def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | None = None,
        stream: Literal[True],
        options: Options | None = None,
        **extra: Any,
    ) -> AsyncEventStream[RunResult]: ...

    async def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes | AsyncEventStream[RunResult]:
        """Run a model.

        Args:
            model_name: Model to run, slashes and all, such as `@cf/meta/llama-3-8b-instruct`.
            account_id: Account that the request acts on.
            text: Text that the model works on. Not empty.
            stream: Whether the answer comes piece by piece, as server-sent events.
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            What the model answers.

        Raises:
            ArgumentError: A path argument is empty or a dot segment.
            APIError: The request failed; its class says how.

        Permissions:
            Workers AI Write or Workers AI Read.
        """
        if stream:
            return await self._stream(
                _codec.RUN,
                path={"model_name": model_name, "account_id": account_id},
                body={**extra, "text": text, "stream": stream},
                options=options,
            )
        return await self._call(
            _codec.RUN,
            path={"model_name": model_name, "account_id": account_id},
            body={**extra, "text": text, "stream": stream},
            options=options,
        )
