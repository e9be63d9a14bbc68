"""A real server on the loopback that answers with whatever bytes a test wants."""

import socket
import threading
import time
from collections.abc import Callable, Iterable

Script = Iterable[bytes | float | None]
"""Bytes to send, seconds to wait, None to reset the connection."""


def http(body: bytes = b"", *fields: str, status: str = "200 OK") -> bytes:
    length = f"Content-Length: {len(body)}"
    head = "\r\n".join([f"HTTP/1.1 {status}", length, *fields])
    return head.encode() + b"\r\n\r\n" + body


class Server:
    """Answers each request by its script; remembers requests and counts connections."""

    def __init__(self, script: Callable[[bytes], Script]) -> None:
        self.script = script
        self.requests: list[bytes] = []
        self.connections = 0
        self.dropped = 0  # clients that went away before their answer ended
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *error: object) -> None:
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            while request := self._request(connection):
                self.requests.append(request)
                for step in self.script(request):
                    if step is None:
                        linger = b"\1\0\0\0\0\0\0\0"  # closing sends a reset
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                        return
                    if isinstance(step, float):
                        time.sleep(step)
                    else:
                        connection.sendall(step)
                if b"connection: close" in request.lower():
                    return
        except OSError:
            self.dropped += 1
        finally:
            connection.close()

    def _request(self, connection: socket.socket) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            if not (more := connection.recv(65536)):
                return b""
            data += more
        head, _, body = data.partition(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        if fields.get(b"transfer-encoding") == b"chunked":
            while not body.endswith(b"0\r\n\r\n"):
                body += self._received(connection)
        while len(body) < int(fields.get(b"content-length", 0)):
            body += self._received(connection)
        return head + b"\r\n\r\n" + body

    @staticmethod
    def _received(connection: socket.socket) -> bytes:
        if chunk := connection.recv(65536):
            return chunk
        raise ConnectionError("the client left in the middle of a body")


def refused_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
