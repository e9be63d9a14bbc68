"""The sync client: a thin send loop over a pure core."""

# pyright: reportPrivateUsage=false
# What is private in the core is private to the package.

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, Self, TypeVar, cast

from ..errors import APIConnectionError, APIError, ArgumentError, Error
from . import strip_frames
from .call import Attempt, Call
from .client_base import BaseClient
from .codec import is_async_iterable
from .operation import BodyKind, Operation
from .options import Options
from .request_builder import CallArguments, prepare
from .response_body import read_body
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
from .transport import Response, TransportError

if TYPE_CHECKING:
    from .raw_response import RawResponse, StreamedResponse

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
            The whole response: parsed JSON, text or bytes, by its media type.

        Raises:
            APIError: The call failed.
        """
        operation = self._undocumented(method, path, None if body is None else body_kind)
        arguments = CallArguments(path_parameters, query, content=body, options=options)
        return self._perform(operation, arguments)

    def parsed_response(
        self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> ParsedResponse[T]:
        """Call a method, and return its result with facts about the response.

        Args:
            method: A method of this client, `client.customers.get` for example.
            args: Its positional arguments.
            kwargs: Its keyword arguments.

        Returns:
            The result with status, headers, time and number of attempts.
        """
        with capture_calls("parsed", method) as capture:
            value = method(*args, **kwargs)
        return make_parsed_response(value, capture)

    def raw_response(
        self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method, and return the response undecoded.

        Args:
            method: A method of this client, `client.customers.get` for example.
            args: Its positional arguments.
            kwargs: Its keyword arguments.

        Returns:
            Status, headers and `content`; `parse()` gives what the method would have returned.

        Raises:
            APIError: The call failed, or the server refused.
        """
        with capture_calls("raw", method) as capture:
            method(*args, **kwargs)
        return cast("RawResponse[T]", get_raw_response(capture))

    def streamed_response(
        self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> StreamedResponse[T]:
        """Call a method, and return the response once its head has arrived, to read its body in pieces.

        Args:
            method: A method of this client, `client.files.download` for example.
            args: Its positional arguments.
            kwargs: Its keyword arguments.

        Returns:
            Status and headers, `iter_bytes()` and `save(path)`. Use it in a `with` block, or close it.

        Raises:
            APIError: The call failed, or the server refused.
        """
        with capture_calls("stream", method) as capture:
            method(*args, **kwargs)
        return cast("StreamedResponse[T]", get_raw_response(capture))

    def close(self) -> None:
        """Close all connections, unless they belong to an httpx client that was given."""
        if not self._shares_connections():
            self._config.connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _perform(self, operation: Operation[T], arguments: CallArguments) -> T:
        if (capture := get_raw_capture()) is not None:
            call = prepare(self._config, operation, arguments, stream=capture.mode == "stream")
            return cast(T, self._capture(capture, call, self._value))
        attempt, _ = self._carry_out(prepare(self._config, operation, arguments))
        return cast(T, self._decode_response(attempt))

    def _value(self, attempt: Attempt, response: Response) -> Any:
        from .response_body import read

        read(attempt, response)
        return self._decode_response(attempt)

    def _capture(
        self, capture: Capture, call: Call, parse: Callable[[Attempt, Response], Any]
    ) -> Any:
        """Carry out a call that returns the raw response."""
        from .raw_response import RawResponse, StreamedResponse

        attempt, response = self._carry_out(call)
        if not attempt.is_success:
            self._decode_response(attempt)

        def parse_response() -> Any:
            return parse(attempt, response)

        if capture.mode == "raw":
            made: object = RawResponse(attempt, parse_response)
        else:
            made = StreamedResponse(attempt, response, parse_response)
        capture.responses.append(made)
        return made

    def _carry_out(self, call: Call) -> tuple[Attempt, Response]:
        """Send a request until there is a response to keep."""
        if is_async_iterable(call.content):
            raise ArgumentError(
                "This client can't read an async iterable; pass bytes, or use the async client"
            )
        try:
            return self._send(call)
        except Error as error:
            failure = error
        self._fail(call, failure)

    def _decode_response(self, attempt: Attempt, decode: Callable[[Any], Any] | None = None) -> Any:
        """Decode a response that has been read."""
        try:
            return decode_result(attempt, decode)
        except Error as error:
            failure = error
        self._fail(attempt.call, failure)

    def _fail(self, call: Call, error: Error) -> NoReturn:
        """Raise the error that ends a call, without its frames: they hold what was sent."""
        strip_frames(error)
        hook = self._config.on_error
        if hook is not None and isinstance(error, APIError) and call.latest is not None:
            hook(call.latest.request, error)
        raise error

    def _send(self, call: Call) -> tuple[Attempt, Response]:
        """Send until there is a response to keep. `AsyncClient` has the same loop."""
        config = self._config
        transport = config.pool.get()
        while True:
            attempt = call.begin()
            response: Response | None = None
            try:
                limiter = config.rate_limiter
                if limiter is not None and (wait := self._reserve(limiter, attempt)) > 0:
                    self._pause(call, wait)
                if config.before_request is not None:
                    config.before_request(attempt.request)
                    attempt.restrict()
                try:
                    response = cast(Response, transport.send(attempt.request))
                    if attempt.receive(response):
                        attempt.body = read_body(call, response)
                except TransportError as error:
                    attempt.fail(strip_frames(error))
                    if response is not None:
                        response.close()
                delay = call.next_delay(attempt)
                self._log(attempt, delay)
                if attempt.failure is None and config.after_response is not None:
                    config.after_response(attempt.request, make_info(attempt))
            except BaseException:  # e.g. an error of a hook; nothing else would free the connection
                if response is not None:
                    response.close()
                raise
            if delay is None:
                return attempt, self._finish(attempt, response)
            if attempt.failure is not None and config.on_error is not None:
                error_seen = self._error(attempt)
                if isinstance(error_seen, APIError):
                    config.on_error(attempt.request, error_seen)
            self._pause(call, delay)

    def _pause(self, call: Call, seconds: float) -> None:
        if call.cancelled is None:
            time.sleep(seconds)
        elif call.cancelled.wait(seconds):
            raise APIConnectionError("The wait for the response was cancelled", sent=False)
