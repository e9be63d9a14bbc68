"""What connections of httpx lack: nothing left over from one response to the next."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from inspect import iscoroutinefunction
from types import SimpleNamespace
from typing import Any
from weakref import ref

_CANCEL = 8  # code of RST_STREAM
_FLUSH = SimpleNamespace(extensions={"timeout": {"write": 5.0}})  # in place of a request
_tasks: set[Any] = set()  # a loop alone would not keep them


def close_after_leftovers(response: Any) -> None:
    """Let a connection be closed, not used again, where more bytes came than the response has.

    A server that sends a body with 204 or to HEAD, or two responses, would have the rest taken for the
    response to the next request. httpcore looks for bytes that come later, not for those it has read.
    """
    # Bound to a request by httpx, of its transport, of the pool, of the connection.
    stream = response.stream
    for name in ("_stream", "_httpcore_stream", "_stream"):
        stream = getattr(stream, name, stream)
    connection: Any = getattr(stream, "_connection", None)
    known = ("_h11_state", "_response_closed")
    if not all(hasattr(connection, name) for name in known):
        return
    if not hasattr(connection, "closes_after_leftovers"):
        connection.closes_after_leftovers = True
        connection._response_closed = _make_ending(ref(connection), connection._response_closed)


def _make_ending(connection: Any, end: Any) -> Any:
    """Make what ends a response of a connection; it holds no reference to the connection."""
    function: Any = end.__func__

    def end_response() -> Any:  # async connections return what is awaited
        own = connection()
        if own is None:  # collected in one cycle with the response that ends now
            return _do_nothing() if iscoroutinefunction(function) else None
        if own._h11_state.trailing_data[0]:
            return own.aclose() if hasattr(own, "aclose") else own.close()
        return function(own)

    return end_response


async def _do_nothing() -> None:
    pass


def release_abandoned(client: Any) -> None:
    """Free the connections of a client from what no request uses any more.

    Of HTTP/2, httpcore does not tell the server that a stream has been left, and counts it as open until
    the connection takes no other. In async code, a connection stays where a task is cancelled a second
    time while httpcore closes what it has interrupted. Both would hold their places for good.
    """
    with suppress(AttributeError):  # in another version of httpcore they may have other names
        for transport in (client._transport, *client._mounts.values()):
            if hasattr(transport, "_pool"):
                _release_connections(transport._pool)


def _release_connections(pool: Any) -> None:
    used = {id(request.connection) for request in pool._requests}
    for connection in list(pool._connections):
        shared = getattr(connection, "_connection", None)
        if hasattr(shared, "_h2_state"):
            _reset_streams(shared)
        is_orphan = id(connection) not in used and hasattr(connection, "aclose")
        if is_orphan and not (connection.is_idle() or connection.is_closed()):
            pool._connections.remove(connection)
            _start(connection.aclose())


def _reset_streams(connection: Any) -> None:
    """Reset the streams of an HTTP/2 connection that have no request any more."""
    state, lock, requested = connection._h2_state, connection._write_lock, connection._events
    left = [
        number
        for number, stream in list(state.streams.items())
        if number % 2 and number not in requested and not stream.closed
    ]
    if not left:
        return
    with suppress(Exception), lock if hasattr(lock, "__enter__") else nullcontext():
        for number in left:
            state.reset_stream(number, _CANCEL)
    with suppress(Exception):  # of a connection that is broken anyway
        sending = connection._write_outgoing_data(_FLUSH)
        if sending is not None:
            _start(sending)


def _start(coroutine: Any) -> None:
    from asyncio import get_running_loop

    task = get_running_loop().create_task(coroutine)
    _tasks.add(task)
    task.add_done_callback(_end)


def _end(task: Any) -> None:
    _tasks.discard(task)
    if not task.cancelled():
        task.exception()  # seen, so that nobody reports it


def get_socket(response: Any) -> Any:
    """Return the socket that a response is read from; None where another transport than httpcore's has none."""
    stream = response.extensions.get("network_stream")
    return stream.get_extra_info("socket") if stream is not None else None
