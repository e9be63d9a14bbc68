"""A generated package and an issuer of tokens on loopback: fetched, kept, renewed, shared, and never shown."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time
import traceback
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs

import pytest

from .support.cases import imported
from .test_cases import importable

ID, SECRET = "the client", "very+secret/phrase"


class Issuer(BaseHTTPRequestHandler):
    """Gives numbered tokens, which its API takes until they are revoked."""

    protocol_version = "HTTP/1.1"
    lasts: ClassVar[float] = 3600
    revoked: ClassVar[set[str]] = set()
    token_requests: ClassVar[list[dict[str, list[str]]]] = []
    proofs: ClassVar[list[str]] = []
    seen: ClassVar[list[str]] = []
    refuses: ClassVar[bool] = False
    revokes: ClassVar[bool] = False

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if self.path != "/oauth/token":
            return self._serve()
        time.sleep(0.05)  # long enough for all others to come
        self.token_requests.append(parse_qs(body.decode()))
        self.proofs.append(self.headers["authorization"])
        if self.refuses:
            refusal = {"error": "invalid_client", "error_description": f"{SECRET} is wrong"}
            return self._answer(401, refusal)
        token = f"token-number-{len(self.token_requests)}"
        self._answer(200, {"access_token": token, "expires_in": self.lasts})

    def do_GET(self) -> None:
        self._serve()

    def _serve(self) -> None:
        token = self.headers.get("authorization", "").removeprefix("Bearer ")
        self.seen.append(token)
        if token in self.revoked or (token and self.revokes):
            self._answer(401, {"error": f"{token} was revoked"})
        else:
            self._answer(200, ["note"])

    def _answer(self, status: int, body: Any) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None: ...


@contextmanager
def issuer(**settings: Any) -> Iterator[tuple[type[Issuer], str]]:
    """An issuer with a memory of its own, and where it is."""
    fresh = {"token_requests": [], "proofs": [], "seen": [], "revoked": set[str](), **settings}
    handler = type("Handler", (Issuer,), fresh)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield handler, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with imported("oauth", tmp_path_factory.mktemp("oauth")) as module:
        yield module


GIVEN = {"client_id": ID, "client_secret": SECRET}


def test_a_token_is_fetched_for_all_scopes_and_kept(package: Any) -> None:
    with issuer() as (server, url), package.OAuth(**GIVEN, base_url=url) as client:
        client.health()
        assert server.token_requests == [], "what is open to all needs no token"
        assert client.notes.list() == ["note"]
        client.notes.add(text="x")
        assert server.token_requests == [
            {"grant_type": ["client_credentials"], "scope": ["notes:read notes:write admin files"]}
        ]
        proof = b64encode(b"the+client:very%2Bsecret%2Fphrase").decode()
        assert server.proofs == [f"Basic {proof}"]
        assert server.seen == ["", "token-number-1", "token-number-1"]


def test_a_client_that_has_not_got_all_scopes_says_which(package: Any) -> None:
    with issuer() as (server, url):
        for scope, scopes in (("notes:read", ["notes:read"]), ("", None)):
            with package.OAuth(**GIVEN, scope=scope, base_url=url) as client:
                client.notes.list()
            assert server.token_requests[-1].get("scope") == scopes


def test_an_expired_token_is_renewed(package: Any) -> None:
    with issuer(lasts=0.2) as (server, url), package.OAuth(**GIVEN, base_url=url) as client:
        client.notes.list()
        time.sleep(0.25)
        client.notes.list()
        assert server.seen == ["token-number-1", "token-number-2"]


def test_a_refused_token_is_renewed_once(package: Any) -> None:
    errors = importable(package, "errors")
    with issuer() as (server, url), package.OAuth(**GIVEN, base_url=url) as client:
        client.notes.list()
        server.revoked.add("token-number-1")
        assert client.notes.list() == ["note"]
        assert server.seen[1:] == ["token-number-1", "token-number-2"]
        server.revoked |= {"token-number-2", "token-number-3"}
        with pytest.raises(errors.AuthenticationError):
            client.notes.list()
        assert len(server.token_requests) == 3


def test_threads_and_tasks_share_one_fetch(package: Any) -> None:
    with issuer() as (server, url), package.OAuth(**GIVEN, base_url=url) as client:
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(lambda _: client.notes.list(), range(8))) == [["note"]] * 8
        assert len(server.token_requests) == 1
        server.revoked.add("token-number-1")
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(lambda _: client.notes.list(), range(8))) == [["note"]] * 8
        assert len(server.token_requests) == 2, "one renewal for all that were refused"

    async def run(url: str, server: type[Issuer]) -> None:
        async with package.AsyncOAuth(**GIVEN, base_url=url) as client:
            for fetched in (1, 2):
                pages = await asyncio.gather(*(client.notes.list() for _ in range(8)))
                assert (pages, len(server.token_requests)) == ([["note"]] * 8, fetched)
                server.revoked.add(f"token-number-{fetched}")

    with issuer() as (server, url):
        asyncio.run(run(url, server))


def test_secrets_and_tokens_are_seen_by_nobody(
    package: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, package.__name__)
    shown: list[str] = []
    options = {"max_retries": 0, "on_error": lambda *all_text: shown.append(repr(all_text))}
    for settings in ({"refuses": True}, {"revokes": True}):
        with issuer(**settings) as (_, url):
            client = package.OAuth(**GIVEN, base_url=url, **options)
            try:
                client.notes.list()
            except package.APIError as error:
                shown += [repr(error), str(error), str(error.__dict__), repr(client)]
                trace = traceback.TracebackException.from_exception(error, capture_locals=True)
                shown += trace.format()
            client.close()
    all_text = "\n".join([*shown, caplog.text])
    assert "invalid_client" in all_text and "401" in all_text
    for secret in (SECRET, "very%2Bsecret", "token-number", b64encode(b"the+client").decode()[:9]):
        assert secret not in all_text
