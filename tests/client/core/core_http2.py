"""A server on loopback that speaks HTTP/2 (with prior knowledge, without TLS) and misbehaves as it is told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, RequestReceived, StreamEnded

Behaviour = Callable[["Stream"], None]
INTERNAL, REFUSED = 2, 7  # codes of RST_STREAM


class Stream:
    """One request at the server."""

    def __init__(self, server: H2Server, connection: H2Connection, sock: socket.socket) -> None:
        self._server, self._connection, self._socket = server, connection, sock
        self.id = 0
        self.headers: dict[str, str] = {}
        self.body = b""

    @property
    def target(self) -> str:
        return self.headers[":path"]

    def head(self, status: int, *fields: str, end: bool = False) -> None:
        pairs = [
            (name.lower(), value) for name, _, value in (each.partition(": ") for each in fields)
        ]
        self._connection.send_headers(self.id, [(":status", str(status)), *pairs], end_stream=end)
        self.flush()

    def data(self, piece: bytes, *, end: bool = False) -> None:
        self._connection.send_data(self.id, piece, end_stream=end)
        self.flush()

    def answer(self, status: int, body: bytes, *fields: str) -> None:
        self.head(status, *fields)
        self.data(body, end=True)

    def reset(self, code: int) -> None:
        self._connection.reset_stream(self.id, code)
        self.flush()

    def go_away(self, last: int) -> None:
        self._connection.close_connection(0, last_stream_id=last)
        self.flush()

    def frame(
        self, kind: int, payload: bytes, *, flags: int = 0, stream: int | None = None
    ) -> None:
        """Send a frame that h2 itself would not send."""
        number = self.id if stream is None else stream
        head = len(payload).to_bytes(3, "big") + bytes((kind, flags)) + number.to_bytes(4, "big")
        self._socket.sendall(head + payload)

    def hang_up(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)

    def flush(self) -> None:
        self._socket.sendall(self._connection.data_to_send())


class H2Server:
    """Follows a list of behaviours, one a request; the last one stays."""

    def __init__(self, *behaviours: Behaviour) -> None:
        self._behaviours = list(behaviours)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self.visits: list[Stream] = []
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                accepted, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(accepted)
            threading.Thread(target=self._serve, args=(accepted,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        connection = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        connection.initiate_connection()
        streams: dict[int, Stream] = {}
        try:
            while True:
                sock.sendall(connection.data_to_send())
                received = sock.recv(65536)
                if not received:
                    return
                for event in connection.receive_data(received):
                    if isinstance(event, RequestReceived):
                        stream = streams[event.stream_id] = Stream(self, connection, sock)
                        stream.id, stream.headers = event.stream_id, dict(event.headers)
                    elif isinstance(event, DataReceived):
                        streams[event.stream_id].body += event.data
                        connection.acknowledge_received_data(len(event.data), event.stream_id)
                    elif isinstance(event, StreamEnded):
                        self._behave(streams[event.stream_id])
        except Exception:  # of the client, or of what a behaviour did to the connection
            sock.close()

    def _behave(self, stream: Stream) -> None:
        with self._lock:
            self.visits.append(stream)
            behave = self._behaviours[0]
            if len(self._behaviours) > 1:
                self._behaviours.pop(0)
        behave(stream)

    def close(self) -> None:
        self._socket.close()
        for each in self._open:
            each.close()

    def __enter__(self) -> H2Server:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
