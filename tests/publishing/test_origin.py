"""The password of an index goes to the origin of that index and to no other."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.publishing.index import Index, fetch, list_releases

_AUTHORIZATION = "Basic " + base64.b64encode(b"user:secret").decode()


class _Server(ThreadingHTTPServer):
    """Serves one page for every path, and keeps the credentials that come."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.page = b""
        self.redirect = ""
        self.authorizations: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.authorizations.append(self.headers["Authorization"])
        self.send_response(302 if self.server.redirect else 200)
        if self.server.redirect:
            self.send_header("Location", self.server.redirect)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(self.server.page)))
        self.end_headers()
        self.wfile.write(self.server.page)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def servers() -> Iterator[tuple[_Server, _Server]]:
    """The index and another host, as which another port counts too."""
    both = _Server(), _Server()
    threads = [Thread(target=each.serve_forever, daemon=True) for each in both]
    for thread in threads:
        thread.start()
    yield both
    for each in both:
        each.shutdown()
        each.server_close()


def test_a_file_on_another_host_is_fetched_without_credentials(
    servers: tuple[_Server, _Server], tmp_path: Path
) -> None:
    here, there = servers
    link = f"{there.url}pets-1.0.tar.gz#sha256={hashlib.sha256(there.page).hexdigest()}"
    here.page = f'<a href="{link}">pets-1.0.tar.gz</a>'.encode()
    index = Index(here.url, here.url, "user", "secret")
    [package] = list_releases(index, "pets").sdists.values()
    fetch(index, package, tmp_path / "pets.tar.gz")
    assert here.authorizations == [_AUTHORIZATION]
    assert there.authorizations == [None]


def test_a_redirect_to_another_host_carries_no_credentials(
    servers: tuple[_Server, _Server],
) -> None:
    here, there = servers
    here.redirect = f"{there.url}pets/"
    list_releases(Index(here.url, here.url, "user", "secret"), "pets")
    assert here.authorizations == [_AUTHORIZATION]
    assert there.authorizations == [None]
