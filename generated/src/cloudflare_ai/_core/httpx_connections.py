"""What connections of httpx lack: an end at a deadline, and nothing left over from one response to the next."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from socket import SHUT_RDWR, socket
from typing import Any
from weakref import ref

from .call import OUT_OF_TIME
from .transport import TransportError

_closing: set[Any] = set()  # tasks, which a loop alone would not keep


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
    if hasattr(connection, "_h11_state") and not hasattr(connection, "closes_after_leftovers"):
        connection.closes_after_leftovers = True
        connection._response_closed = _make_ending(ref(connection), connection._response_closed)


def _make_ending(connection: Any, end: Any) -> Any:
    """Make what ends a response of a connection; it holds no reference to the connection."""
    function = end.__func__

    def end_response() -> Any:  # async connections return what is awaited
        own = connection()
        if own._h11_state.trailing_data[0]:
            return own.aclose() if hasattr(own, "aclose") else own.close()
        return function(own)

    return end_response


def close_orphans(client: Any) -> None:
    """Close the connections of an async client that no request uses any more, but that are not free.

    They remain where a task is cancelled a second time while httpcore closes what it has interrupted,
    and they would hold their places in the pool for good.
    """
    for transport in (
        getattr(client, "_transport", None),
        *getattr(client, "_mounts", {}).values(),
    ):
        pool = getattr(transport, "_pool", None)
        connections, requests = getattr(pool, "_connections", []), getattr(pool, "_requests", [])
        used = {id(getattr(request, "connection", None)) for request in requests}
        for connection in list(connections):
            if id(connection) in used or connection.is_idle() or connection.is_closed():
                continue
            from asyncio import get_running_loop

            connections.remove(connection)
            task = get_running_loop().create_task(connection.aclose())
            _closing.add(task)
            task.add_done_callback(_closing.discard)


def get_socket(response: Any) -> Any:
    """Return the socket that a response is read from; None where another transport than httpcore's has none."""
    stream = response.extensions.get("network_stream")
    return stream.get_extra_info("socket") if stream is not None else None


@contextmanager
def aborting_at(deadline: float | None, response: Any) -> Generator[None, None, None]:
    """Break the connection when time is up: a limit for each piece does not limit their number."""
    connection = get_socket(response) if deadline is not None else None
    if deadline is None or connection is None or response.http_version == "HTTP/2":
        yield  # where connections are shared, the time is looked at between two pieces
        return
    is_over = threading.Event()

    def abort() -> None:
        is_over.set()
        # Below TLS: the thread that reads is still in there.
        try:
            socket.shutdown(connection, SHUT_RDWR)
        except OSError:
            return  # it has ended by itself

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), abort)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception:
        if not is_over.is_set():
            raise
    finally:
        timer.cancel()
    if is_over.is_set():
        raise TransportError("deadline", OUT_OF_TIME)
