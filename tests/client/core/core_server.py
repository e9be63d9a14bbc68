"""A server on loopback that misbehaves as it is told."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
from collections.abc import Callable
from typing import Any

Behaviour = Callable[["Visit"], None]


class Visit:
    """One request at the server."""

    def __init__(self, connection: socket.socket, head: str, body: bytes) -> None:
        self.connection = connection
        self.line, *lines = head.split("\r\n")
        self.headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in lines)
        }
        self.body = body

    @property
    def target(self) -> str:
        return self.line.split(" ")[1]

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def answer(self, status: int, body: bytes, *headers: str, length: int | None = None) -> None:
        content_length = len(body) if length is None else length
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {content_length}", *headers]
        self.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    def hang_up(self) -> None:
        """Close after what was sent."""
        self.connection.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        """Close so that the client sees a reset."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()


def ok_body(result: Any, **members: Any) -> bytes:
    return json.dumps({"success": True, "errors": [], "result": result, **members}).encode()


def respond_with(result: Any, *headers: str) -> Behaviour:
    return lambda visit: visit.answer(
        200, ok_body(result), "Content-Type: application/json", *headers
    )


def half(visit: Visit) -> None:
    visit.answer(200, ok_body({"id": "1"})[:10], length=500)
    visit.reset()


def dead(visit: Visit) -> None:
    visit.reset()


def mute(visit: Visit) -> None:
    """Never answers; the connection stays open until the server is closed."""


def truncated_gzip(visit: Visit) -> None:
    visit.answer(200, gzip.compress(ok_body({"id": "1" * 999}))[:-20], "Content-Encoding: gzip")


def bad_gzip(visit: Visit) -> None:
    visit.answer(200, b"this is no gzip", "Content-Encoding: gzip")


def not_http(visit: Visit) -> None:
    visit.send(b"SMTP ready\r\n\r\n")
    visit.connection.close()


def _join_chunks(data: bytes) -> tuple[bytes, bytes]:
    """Return the body in chunks at the beginning of `data`, and what comes after it."""
    body = b""
    while True:
        size, _, data = data.partition(b"\r\n")
        length = int(size, 16)
        body, data = body + data[:length], data[length + 2 :]
        if not length:
            return body, data


class Server:
    """Follows a list of behaviours, one a request; the last one stays."""

    def __init__(self, *behaviours: Behaviour) -> None:
        self._behaviours = list(behaviours)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self.visits: list[Visit] = []
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        rest = b""
        try:
            while True:
                while b"\r\n\r\n" not in rest:
                    chunk = connection.recv(65536)
                    if not chunk:
                        return
                    rest += chunk
                head, _, rest = rest.partition(b"\r\n\r\n")
                visit = Visit(connection, head.decode("latin-1"), b"")
                length = int(visit.headers.get("content-length", "0"))
                while len(rest) < length:
                    chunk = connection.recv(65536)
                    if not chunk:
                        return
                    rest += chunk
                visit.body, rest = rest[:length], rest[length:]
                if visit.headers.get("transfer-encoding") == "chunked":
                    while not (rest.startswith(b"0\r\n\r\n") or b"\r\n0\r\n\r\n" in rest):
                        chunk = connection.recv(65536)
                        if not chunk:
                            return
                        rest += chunk
                    visit.body, rest = _join_chunks(rest)
                with self._lock:
                    self.visits.append(visit)
                    behave = self._behaviours[0]
                    if len(self._behaviours) > 1:
                        self._behaviours.pop(0)
                behave(visit)
        except OSError:
            return

    def close(self) -> None:
        self._socket.close()
        for connection in self._open:
            connection.close()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
