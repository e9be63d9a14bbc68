"""A server on this machine that answers every operation with its documented example, and keeps what it was sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, unquote

from ..support.bundled_spec import OPERATIONS
from ..support.spec_checks import answer, example

_EVENTS = b'data: {"response": "Hel"}\n\ndata: {"response": "lo"}\n\ndata: [DONE]\n\n'


def _routes() -> list[tuple[str, re.Pattern[str], Any]]:
    """Method, path and answer of every operation, more special paths first."""
    routes: list[tuple[str, re.Pattern[str], Any]] = []
    for name, operation in sorted(OPERATIONS.items(), key=lambda each: each[0].count("{")):
        method, _, path = name.partition(" ")
        pattern = re.sub(
            r"\{(\w+)\}", lambda match: ".+" if match[1] == "model_name" else "[^/]+", path
        )
        routes.append((method, re.compile(pattern), example(answer(operation))))
    return routes


class Requests(list[tuple[str, str, tuple[tuple[str, str], ...], Any]]):
    """Method, path, query and body of each request."""


@contextmanager
def serve() -> Iterator[tuple[str, Requests]]:
    """Serve the documented examples; a list has two pages, and what is called `missing` is not there; the model `text` writes text."""
    routes, requests = _routes(), Requests()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            path, _, text = self.path.partition("?")
            query = tuple(sorted(parse_qsl(text, keep_blank_values=True)))
            sent = self.rfile.read(int(self.headers.get("content-length") or 0))
            body = json.loads(sent) if sent else None
            requests.append((self.command, unquote(path), query, body))
            if "missing" in path:
                self.reply(404, {"success": False, "errors": [{"code": 1, "message": "no"}]})
            elif isinstance(body, dict) and body.get("stream"):
                self.write(200, "text/event-stream", _EVENTS)
            elif path.endswith("/run/text"):
                self.reply(200, {"success": True, "result": {"response": "Hello"}})
            else:
                self.reply(200, self.find(path, dict(query)))

        def find(self, path: str, query: dict[str, str]) -> Any:
            match = next(
                value
                for method, pattern, value in routes
                if method == self.command and pattern.fullmatch(path)
            )
            if not (isinstance(match, dict) and isinstance(match.get("result"), list)):
                return match
            page, size = int(query.get("page", 1)), int(query.get("per_page", 1))
            (item,) = match["result"]
            items = [{**item, "id": f"{page}-{number}"} for number in range(size)]
            if "/only-one/" in path:
                info = {"count": 1, "page": page, "per_page": 1, "total_count": 1}
                return {**match, "result": [item] if page == 1 else [], "result_info": info}
            body = {key: value for key, value in match.items() if key != "result_info"}
            return {**body, "result": items if page < 3 else []}

        def reply(self, status: int, value: Any) -> None:
            self.write(status, "application/json", json.dumps(value).encode())

        def write(self, status: int, media_type: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", media_type)
            self.send_header("content-length", str(len(body)))
            self.send_header("cf-ray", "ray")
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

        def log_message(self, format: str, *arguments: Any) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", requests
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
