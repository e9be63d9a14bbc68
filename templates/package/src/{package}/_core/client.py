"""The clients: two thin send loops over a pure core."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, Self, TypeVar, cast

from ..errors import APIError, Error
from . import strip_frames
from .client_base import BaseClient, finished, pause
from .exchange import Exchange
from .operation import BodyKind, Operation, Options
from .reply import Reply, first_reply, info_of, listening
from .request_builder import Call, prepare
from .resource import AsyncResource as AsyncResource
from .resource import Resource as Resource
from .response import result
from .transport import AsyncResponse, Response, TransportError

if TYPE_CHECKING:
    from .streaming import AsyncEventStream, EventStream

T = TypeVar("T")
P = ParamSpec("P")


class Client(BaseClient):
    """The sync client. It can be shared between threads, and closed or used as a context manager."""

    def request(
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
        """Call an endpoint that has no method here.

        Args:
            method: HTTP method.
            path: Path under the base URL; `{name}` is filled in, escaped, from `path_parameters` or
                from what the client holds.
            path_parameters: Values for the path.
            query: Query parameters; None leaves one out.
            body: What to send.
            body_kind: As what.
            options: Options of this call.

        Returns:
            The whole answer: parsed JSON, text or bytes, by its media type.

        Raises:
            APIError: The call failed.
        """
        operation = self._undocumented(method, path, None if body is None else body_kind)
        call = Call(path_parameters, query, content=body, options=options)
        return self._perform(operation, call)

    def reply(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Reply[T]:
        """Call a method and learn what else the server said.

        Args:
            method: A method of this client, `client.ai_gateway.get` for example.
            args: Its positional arguments.
            kwargs: Its keyword arguments.

        Returns:
            The result with status, headers, time and number of attempts.
        """
        with listening() as heard:
            value = method(*args, **kwargs)
        return first_reply(value, heard)

    def close(self) -> None:
        """Close all connections, unless they belong to an httpx client that was given."""
        transport = self._config.pool.take()
        if transport is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _perform(self, operation: Operation[T], call: Call) -> T:
        x = prepare(self._config, operation, call)
        self._carry_out(x)
        return cast(T, self._decoded(x))

    def _carry_out(self, x: Exchange) -> None:
        """Send a request until there is an answer to keep."""
        try:
            self._send(x)
            return
        except Error as error:
            failure = error
        self._fail(x, failure)

    def _decoded(self, x: Exchange, decode: Callable[[Any], Any] | None = None) -> Any:
        """Decode an answer that has been read."""
        try:
            return result(x, self._config.envelope, decode, self._config.checker)
        except Error as error:
            failure = error
        self._fail(x, failure)

    def _open(self, operation: Operation[Any], call: Call) -> EventStream[Any]:
        """Carry out a call whose answer is a stream."""
        from .streaming import EventStream, Whole, framing, stream_parts, whole_parts

        x = prepare(self._config, operation, call, stream=True)
        try:
            response = self._send(x)
            judges = self._config.envelope, self._config.checker
            if x.body is None and framing(x) is not None:
                return EventStream(response, **stream_parts(x, *judges))
            x.body = response.read() if x.body is None else x.body
            return EventStream(Whole(x), **whole_parts(x, *judges))
        except TransportError as error:
            x.failed(strip_frames(error))
            failure: Error = self._error(x)
        except Error as error:
            failure = error
        self._fail(x, failure)

    def _fail(self, x: Exchange, error: Error) -> NoReturn:
        """Raise what ends a call, without the frames it comes from: they hold what was sent."""
        strip_frames(error)
        if (hook := self._config.on_error) is not None and isinstance(error, APIError):
            hook(x.request, error)
        raise error

    def _send(self, x: Exchange) -> Response:
        """Send until there is an answer to keep. `AsyncClient` has the same loop."""
        config = self._config
        transport = config.pool.get()
        while True:
            x.begin()
            if (
                config.rate_limiter is not None
                and (wait := config.rate_limiter.reserve(time.monotonic())) > 0
            ):
                time.sleep(wait)
            if config.before_request is not None:
                config.before_request(x.request)
            response: Response | None = None
            try:
                response = cast(Response, transport.send(x.request))
                if x.answered(response):
                    x.body = response.read()
            except TransportError as error:
                x.failed(strip_frames(error))
                if response is not None:
                    response.close()
            delay = x.next_delay()
            self._log(x, delay)
            if x.failure is None and config.after_response is not None:
                config.after_response(x.request, info_of(x))
            if delay is None:
                return self._settled(x, response)
            if x.failure is not None and config.on_error is not None:
                config.on_error(x.request, self._error(x))
            time.sleep(delay)


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
            The whole answer: parsed JSON, text or bytes, by its media type.

        Raises:
            APIError: The call failed.
        """
        operation = self._undocumented(method, path, None if body is None else body_kind)
        call = Call(path_parameters, query, content=body, options=options)
        return await self._perform(operation, call)

    async def reply(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Reply[T]:
        """Call a method and learn what else the server said; see `Client.reply`.

        Returns:
            The result with status, headers, time and number of attempts.
        """
        with listening() as heard:
            value = await method(*args, **kwargs)
        return first_reply(value, heard)

    async def close(self) -> None:
        """Close all connections, unless they belong to an httpx client that was given."""
        transport = self._config.pool.take()
        if transport is not None:
            await transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def _perform(self, operation: Operation[T], call: Call) -> T:
        x = prepare(self._config, operation, call)
        await self._carry_out(x)
        return cast(T, await self._decoded(x))

    async def _carry_out(self, x: Exchange) -> None:
        """Send a request until there is an answer to keep."""
        try:
            await self._send(x)
            return
        except Error as error:
            failure = error
        await self._fail(x, failure)

    async def _decoded(self, x: Exchange, decode: Callable[[Any], Any] | None = None) -> Any:
        """Decode an answer that has been read."""
        try:
            return result(x, self._config.envelope, decode, self._config.checker)
        except Error as error:
            failure = error
        await self._fail(x, failure)

    async def _open(self, operation: Operation[Any], call: Call) -> AsyncEventStream[Any]:
        """Carry out a call whose answer is a stream."""
        from .streaming import AsyncEventStream, Whole, framing, stream_parts, whole_parts

        x = prepare(self._config, operation, call, stream=True)
        try:
            response = await self._send(x)
            judges = self._config.envelope, self._config.checker
            if x.body is None and framing(x) is not None:
                return AsyncEventStream(response, **stream_parts(x, *judges))
            x.body = await response.aread() if x.body is None else x.body
            return AsyncEventStream(Whole(x), **whole_parts(x, *judges))
        except TransportError as error:
            x.failed(strip_frames(error))
            failure: Error = self._error(x)
        except Error as error:
            failure = error
        await self._fail(x, failure)

    async def _fail(self, x: Exchange, error: Error) -> NoReturn:
        """Raise what ends a call, without the frames it comes from: they hold what was sent."""
        strip_frames(error)
        if (hook := self._config.on_error) is not None and isinstance(error, APIError):
            await finished(hook(x.request, error))
        raise error

    async def _send(self, x: Exchange) -> AsyncResponse:
        """Send until there is an answer to keep. `Client` has the same loop."""
        config = self._config
        transport = config.pool.get()
        while True:
            x.begin()
            if (
                config.rate_limiter is not None
                and (wait := config.rate_limiter.reserve(time.monotonic())) > 0
            ):
                await pause(wait)
            if config.before_request is not None:
                await finished(config.before_request(x.request))
            response: AsyncResponse | None = None
            try:
                response = cast(AsyncResponse, await transport.asend(x.request))
                if x.answered(response):
                    x.body = await response.aread()
            except TransportError as error:
                x.failed(strip_frames(error))
                if response is not None:
                    await response.aclose()
            delay = x.next_delay()
            self._log(x, delay)
            if x.failure is None and config.after_response is not None:
                await finished(config.after_response(x.request, info_of(x)))
            if delay is None:
                return self._settled(x, response)
            if x.failure is not None and config.on_error is not None:
                await finished(config.on_error(x.request, self._error(x)))
            await pause(delay)
