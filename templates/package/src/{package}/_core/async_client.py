"""The async client: a thin send loop over a pure core."""

# pyright: reportPrivateUsage=false
# What is private in the core is private to the package.

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, Self, TypeVar, cast

from ..errors import APIError, Error
from . import strip_frames
from .call import Attempt, Call
from .client_base import BaseClient, finish_hook, pause
from .operation import BodyKind, Operation
from .options import Options
from .request_builder import CallArguments, prepare
from .response_body import aread_body, make_deadline_failure
from .response_decoding import decode_result
from .response_info import (
    Capture,
    ParsedResponse,
    capture_calls,
    get_raw_capture,
    get_raw_response,
    make_info,
    make_parsed_response,
)
from .transport import AsyncResponse, TransportError

if TYPE_CHECKING:
    from .raw_response import AsyncStreamedResponse, RawResponse

T = TypeVar("T")
P = ParamSpec("P")


class AsyncClient(BaseClient):
    """The async client. It can be shared between tasks, and closed or used as a context manager."""

    _asynchronous = True

    async def request(
        self,
        method: str,
        path: str,
        *,
        path_parameters: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        body_kind: BodyKind = "json",
        options: Options | None = None,
    ) -> Any:
        """Call an endpoint that has no method here; the arguments are those of `Client.request`.

        Returns:
            The whole response: parsed JSON, text or bytes, by its media type.

        Raises:
            APIError: The call failed.
        """
        operation = self._undocumented(method, path, None if body is None else body_kind)
        arguments = CallArguments(path_parameters, query, content=body, options=options)
        return await self._perform(operation, arguments)

    async def parsed_response(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> ParsedResponse[T]:
        """Call a method; return its result with facts about the response; see `Client.parsed_response`.

        Returns:
            The result with status, headers, time and number of attempts.
        """
        with capture_calls("parsed", method) as capture:
            value = await method(*args, **kwargs)
        return make_parsed_response(value, capture)

    async def raw_response(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method, and return the response undecoded; see `Client.raw_response`.

        Raises:
            APIError: The call failed, or the server refused.
        """
        with capture_calls("raw", method) as capture:
            await method(*args, **kwargs)
        return cast("RawResponse[T]", get_raw_response(capture))

    async def streamed_response(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> AsyncStreamedResponse[T]:
        """Call a method, and return the response once its head has arrived; see `Client.streamed_response`.

        Returns:
            Use it in an `async with` block, or close it.

        Raises:
            APIError: The call failed, or the server refused.
        """
        with capture_calls("stream", method) as capture:
            await method(*args, **kwargs)
        return cast("AsyncStreamedResponse[T]", get_raw_response(capture))

    async def close(self) -> None:
        """Close all connections, unless they belong to the client that this is a copy of, or to an httpx client that was passed in."""
        if not self._shares_connections():
            await self._config.connections.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def _perform(self, operation: Operation[T], arguments: CallArguments) -> T:
        if (capture := get_raw_capture()) is not None:
            call = prepare(self._config, operation, arguments, stream=capture.mode == "stream")
            return cast(T, await self._capture(capture, call, self._decode_read, self._value))
        attempt, _ = await self._carry_out(prepare(self._config, operation, arguments))
        return cast(T, await self._decode_response(attempt))

    async def _value(self, attempt: Attempt, response: AsyncResponse) -> Any:
        from .response_body import aread

        await aread(attempt, response)
        return await self._decode_response(attempt)

    async def _capture(
        self,
        capture: Capture,
        call: Call,
        parse_read: Callable[[Attempt], Any],
        parse_open: Callable[[Attempt, AsyncResponse], Awaitable[Any]],
    ) -> Any:
        """Carry out a call that returns the raw response."""
        from .raw_response import AsyncStreamedResponse, RawResponse

        attempt, response = await self._carry_out(call)
        if not attempt.is_success:
            await self._decode_response(attempt)
        if capture.mode == "raw":
            made: object = RawResponse(attempt, partial(parse_read, attempt))
        else:
            made = AsyncStreamedResponse(attempt, response, partial(parse_open, attempt, response))
        capture.responses.append(made)
        return made

    async def _carry_out(self, call: Call) -> tuple[Attempt, AsyncResponse]:
        """Send a request until there is a response to keep."""
        try:
            return await self._send_in_time(call)
        except Error as error:
            failure = error
        await self._fail(call, failure)

    async def _decode_response(
        self, attempt: Attempt, decode: Callable[[Any], Any] | None = None
    ) -> Any:
        """Decode a response that has been read."""
        try:
            return decode_result(attempt, decode)
        except Error as error:
            failure = error
        await self._fail(attempt.call, failure)

    async def _fail(self, call: Call, error: Error) -> NoReturn:
        """Raise the error that ends a call, without its frames: they hold what was sent."""
        strip_frames(error)
        hook = self._config.on_error
        if hook is not None and isinstance(error, APIError) and call.latest is not None:
            await finish_hook(hook(call.latest.request, error))
        raise error

    @staticmethod
    def _decode_read(attempt: Attempt, decode: Callable[[Any], Any] | None = None) -> Any:
        try:
            return decode_result(attempt, decode)
        except Error as error:
            failure = strip_frames(error)
        raise failure

    async def _send_in_time(self, call: Call) -> tuple[Attempt, AsyncResponse]:
        """Send until there is a response to keep, or the deadline of the call is over."""
        if (remaining := call.remaining()) is None:
            return await self._send(call)
        from asyncio import timeout

        limit = timeout(remaining)
        try:
            async with limit:
                return await self._send(call)
        except TimeoutError:
            if not limit.expired() or call.latest is None:
                raise
        attempt = call.latest
        attempt.fail(make_deadline_failure())
        raise self._error(attempt)

    async def _send(self, call: Call) -> tuple[Attempt, AsyncResponse]:
        """Send until there is a response to keep. `Client` has the same loop."""
        config = self._config
        transport = config.pool.get()
        while True:
            attempt = call.begin()
            response: AsyncResponse | None = None
            try:
                limiter = config.rate_limiter
                if limiter is not None and (wait := self._reserve(limiter, attempt)) > 0:
                    await pause(wait)
                if config.before_request is not None:
                    await finish_hook(config.before_request(attempt.request))
                    attempt.restrict()
                try:
                    response = cast(AsyncResponse, await transport.asend(attempt.request))
                    if attempt.receive(response):
                        attempt.body = await aread_body(call, response)
                except TransportError as error:
                    attempt.fail(strip_frames(error))
                    if response is not None:
                        await response.aclose()
                delay = call.next_delay(attempt)
                self._log(attempt, delay)
                if attempt.failure is None and config.after_response is not None:
                    await finish_hook(config.after_response(attempt.request, make_info(attempt)))
            except BaseException:  # e.g. an error of a hook; nothing else would free the connection
                if response is not None:
                    await response.aclose()
                raise
            if delay is None:
                return attempt, self._finish(attempt, response)
            if attempt.failure is not None and config.on_error is not None:
                error_seen = self._error(attempt)
                if isinstance(error_seen, APIError):
                    await finish_hook(config.on_error(attempt.request, error_seen))
            await pause(delay)
