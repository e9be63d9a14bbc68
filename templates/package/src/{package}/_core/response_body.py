"""Reading bodies within the limits of the call: its deadline, and the size of a body."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from . import strip_frames
from .call import OUT_OF_TIME
from .failures import make_failure_error
from .transport import TransportError

if TYPE_CHECKING:
    from .call import Attempt, Call
    from .transport import AsyncResponse, Response


class _Meter:
    """Counts what was read of a response."""

    __slots__ = ("_call", "_size")

    def __init__(self, call: Call) -> None:
        self._call = call
        self._size = 0

    def count(self, piece: bytes) -> None:
        """Add a piece.

        Raises:
            TransportError: The body is too large, or the time of the call is over.
        """
        call = self._call
        self._size += len(piece)
        if call.max_bytes is not None and self._size > call.max_bytes:
            raise TransportError(
                "too_large", f"The body is larger than `max_response_bytes` ({call.max_bytes})"
            )
        if call.deadline is not None and time.monotonic() >= call.deadline:
            raise make_deadline_failure()


def make_deadline_failure() -> TransportError:
    """Make the failure of a call that took too long as a whole."""
    return TransportError("deadline", OUT_OF_TIME, is_constant=True)


def iter_limited(call: Call, response: Response) -> Iterator[bytes]:
    """Yield the pieces of a body within the limits of the call.

    Raises:
        TransportError: The connection broke, or a limit was passed.
    """
    meter = _Meter(call)
    for piece in response.iter_bytes():
        meter.count(piece)
        yield piece


async def aiter_limited(call: Call, response: AsyncResponse) -> AsyncIterator[bytes]:
    """Do what `iter_limited` does, for async code; a deadline also ends the wait for a piece."""
    from asyncio import timeout_at

    meter, source = _Meter(call), response.aiter_bytes()
    if call.deadline is None:
        async for piece in source:
            meter.count(piece)
            yield piece
        return
    end = _loop_time(call.deadline)
    while True:
        try:
            async with timeout_at(end):
                piece = await anext(source)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise make_deadline_failure() from None
        meter.count(piece)
        yield piece


def _loop_time(deadline: float) -> float:
    from asyncio import get_running_loop

    return get_running_loop().time() + deadline - time.monotonic()


def read_body(call: Call, response: Response) -> bytes:
    """Return the whole body within the limits of the call.

    Raises:
        TransportError: The connection broke, or a limit was passed.
    """
    if call.max_bytes is None and call.deadline is None:
        return response.read()
    try:
        return b"".join(iter_limited(call, response))
    finally:
        response.close()


async def aread_body(call: Call, response: AsyncResponse) -> bytes:
    """Do what `read_body` does, for async code."""
    if call.max_bytes is None:  # a deadline holds for the whole send loop
        return await response.aread()
    try:
        return b"".join([piece async for piece in aiter_limited(call, response)])
    finally:
        await response.aclose()


def iter_pieces(attempt: Attempt, response: Response) -> Iterator[bytes]:
    """Yield the pieces of an open response; failures are errors of the package's tree.

    Raises:
        APIError: The connection broke, or a limit was passed.
    """
    try:
        yield from iter_limited(attempt.call, response)
        return
    except TransportError as error:
        failure = strip_frames(error)
    raise make_failure_error(attempt, attempt.fail(failure))


async def aiter_pieces(attempt: Attempt, response: AsyncResponse) -> AsyncIterator[bytes]:
    """Do what `iter_pieces` does, for async code."""
    try:
        async for piece in aiter_limited(attempt.call, response):
            yield piece
        return
    except TransportError as error:
        failure = strip_frames(error)
    raise make_failure_error(attempt, attempt.fail(failure))


def read(attempt: Attempt, response: Response) -> bytes:
    """Return the whole body of an open response, kept with the attempt.

    Raises:
        APIError: The connection broke, or a limit was passed.
    """
    if attempt.body is None:
        try:
            attempt.body = read_body(attempt.call, response)
        except TransportError as error:
            failure = strip_frames(error)
        else:
            return attempt.body
        raise make_failure_error(attempt, attempt.fail(failure))
    return attempt.body


async def aread(attempt: Attempt, response: AsyncResponse) -> bytes:
    """Do what `read` does, for async code."""
    if attempt.body is None:
        try:
            attempt.body = b"".join(
                [piece async for piece in aiter_limited(attempt.call, response)]
            )
        except TransportError as error:
            failure = strip_frames(error)
        else:
            return attempt.body
        finally:
            await response.aclose()
        raise make_failure_error(attempt, attempt.fail(failure))
    return attempt.body
