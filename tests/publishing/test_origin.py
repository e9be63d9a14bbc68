"""The password of an index goes to the origin of that index and to no other, and a hostile index is refused."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.publishing import index as indexes
from generator.publishing.errors import Refusal
from generator.publishing.index import Index, fetch, find_index, list_releases

_AUTHORIZATION = "Basic " + base64.b64encode(b"user:secret").decode()


class _Server(ThreadingHTTPServer):
    """Serves one page for every path, and keeps the credentials that come."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.page = b""
        self.redirect = ""
        self.is_endless = False
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
        if not self.server.is_endless:
            self.send_header("Content-Length", str(len(self.server.page)))
        self.end_headers()
        self.wfile.write(self.server.page)
        while self.server.is_endless:
            try:
                self.wfile.write(b"<!-- x -->" * 1000)
            except OSError:
                break

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


def test_a_redirect_of_the_index_to_another_host_is_refused(
    servers: tuple[_Server, _Server],
) -> None:
    here, there = servers
    here.redirect = f"{there.url}pets/"
    with pytest.raises(Refusal) as refused:
        list_releases(Index(here.url, here.url, "user", "secret"), "pets")
    environment = {"TWINE_USERNAME": "user", "TWINE_PASSWORD": "secret"}
    with pytest.raises(Refusal) as refused_first:
        find_index({**environment, "TWINE_REPOSITORY_URL": here.url})
    for refusal in (refused, refused_first):
        message = str(refusal.value)
        assert f"{here.url[:-1]} redirects to {there.url[:-1]}," in message
        assert "pypiserver: start it with --disable-fallback" in message
    assert there.authorizations == []


def test_a_file_may_be_redirected_to_another_host(
    servers: tuple[_Server, _Server], tmp_path: Path
) -> None:
    here, there = servers
    digest = hashlib.sha256(there.page).hexdigest()
    here.page = f'<a href="/pets-1.0.tar.gz#sha256={digest}">pets-1.0.tar.gz</a>'.encode()
    index = Index(here.url, here.url, "user", "secret")
    [package] = list_releases(index, "pets").sdists.values()
    here.redirect, here.page = f"{there.url}stored", b""
    fetch(index, package, tmp_path / "pets.tar.gz")
    assert there.authorizations == [None]


def test_an_error_of_tls_names_the_url(servers: tuple[_Server, _Server]) -> None:
    here, _ = servers
    url = here.url.replace("http:", "https:")  # which it does not speak
    with pytest.raises(Refusal) as refused:
        list_releases(Index(url, url, "user", "secret"), "pets")
    environment = {"TWINE_USERNAME": "user", "TWINE_PASSWORD": "secret"}
    with pytest.raises(Refusal) as refused_first:
        find_index({**environment, "TWINE_REPOSITORY_URL": url})
    for refusal in (refused, refused_first):
        assert f"TLS with {url}" in str(refusal.value)
        assert "TWINE_CERT" in str(refusal.value) and "later" not in str(refusal.value)


@pytest.mark.parametrize(
    "redirect", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://[", "/simple/"]
)
def test_a_redirect_that_leads_nowhere_is_refused(
    servers: tuple[_Server, _Server], redirect: str
) -> None:
    here, _ = servers
    here.redirect = redirect
    with pytest.raises(Refusal, match="can't be read"):
        list_releases(Index(here.url, here.url, "user", "secret"), "pets")


@pytest.mark.parametrize("redirect", ["", "/pets/"])
def test_a_page_without_an_end_is_refused(
    servers: tuple[_Server, _Server], redirect: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = servers
    here.is_endless, here.redirect = True, redirect
    monkeypatch.setattr(indexes, "_PAGE_BYTES", 1_000_000)
    with pytest.raises(Refusal, match="can't be read"):
        list_releases(Index(here.url, here.url, "user", "secret"), "pets")


def test_a_page_that_comes_too_slowly_is_refused(
    servers: tuple[_Server, _Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = servers
    here.page = b"<a href='pets-1.0.tar.gz'>pets-1.0.tar.gz</a>"
    monkeypatch.setattr(indexes, "_PAGE_SECONDS", -1.0)
    with pytest.raises(Refusal, match="can't be read"):
        list_releases(Index(here.url, here.url, "user", "secret"), "pets")


def test_a_file_with_another_digest_is_refused(
    servers: tuple[_Server, _Server], tmp_path: Path
) -> None:
    here, _ = servers
    for fragment in ("", f"#sha256={'0' * 64}"):
        here.page = f'<a href="pets-1.0.tar.gz{fragment}">pets-1.0.tar.gz</a>'.encode()
        index = Index(here.url, here.url, "user", "secret")
        [package] = list_releases(index, "pets").sdists.values()
        with pytest.raises(Refusal, match=r"pets-1\.0\.tar\.gz can't be fetched"):
            fetch(index, package, tmp_path / "pets.tar.gz")
        assert not (tmp_path / "pets.tar.gz").exists()


@pytest.mark.parametrize("name", ["Pets.Shop", "pets-shop", "pets_shop", "PETS--SHOP"])
def test_files_of_other_projects_do_not_count(servers: tuple[_Server, _Server], name: str) -> None:
    here, _ = servers
    files = ["pets_shop-1.0.tar.gz", "pets_shop_2-2.0.tar.gz", "pets-3.0.tar.gz", "x", "../y.whl"]
    files += ["pets_shop-4.0-py3-none-any.whl", "cats_shop-5.0-py3-none-any.whl"]
    here.page = "".join(f'<a href="{each}">{each}</a>' for each in files).encode()
    releases = list_releases(Index(here.url, here.url, "user", "secret"), name)
    assert sorted(map(str, releases.files)) == ["1.0", "4.0"]
