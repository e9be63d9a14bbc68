"""What a description is read from: a file, a pipe, an address, compressed or not; and the sentences where it can't be."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from generator.__main__ import main
from generator.diagnostics import Report
from generator.openapi.loading import Source, files, load

DOCUMENT = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"


def refused(source: str | Path) -> str:
    """The only error about what can't be read, with its help."""
    report = Report()
    assert load(source, report) is None
    (error,) = report.errors
    return f"{error.message}; {error.help}"


def title(source: Source | None) -> object:
    return source is not None and source.root.value["info"]["title"]


@pytest.mark.parametrize("name", ["api.yaml.gz", "api.yaml", "api"])
def test_gzip_is_recognized_by_its_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(DOCUMENT.encode()))
    assert title(load(tmp_path / name, Report())) == "T"


def test_damaged_and_huge_gzip_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(DOCUMENT.encode() * 100)
    (tmp_path / "bad.gz").write_bytes(packed[:12] + b"\xff" * 20)
    assert "damaged gzip" in refused(tmp_path / "bad.gz")
    monkeypatch.setattr(files, "_SIZE_LIMIT", 2000)
    (tmp_path / "big.gz").write_bytes(packed)
    assert "larger than" in refused(tmp_path / "big.gz")


def test_standard_input_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.yaml").write_text("type: string\n")
    text = DOCUMENT + "components: {schemas: {A: {$ref: b.yaml}}}\nx: 1\nx: 2\n"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    monkeypatch.chdir(tmp_path)
    report = Report()
    source = load("-", report)
    assert source is not None
    assert source.root.value["components"]["schemas"]["A"] == {"type": "string"}
    assert [str(each.location) for each in report.findings] == ["<stdin>:6:1"]


def test_a_pipe_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    Thread(target=(tmp_path / "pipe").write_text, args=(DOCUMENT,), daemon=True).start()
    assert title(load(tmp_path / "pipe", Report())) == "T"


def test_sentences_about_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "openapi.json").write_text("{}")
    assert "is a folder, not a document; name the document in it, e.g. `" in refused(
        tmp_path / "api"
    )
    assert refused(tmp_path / "api").endswith("api/openapi.json`")
    assert refused(tmp_path / "api" / "opnapi.json").endswith("did you mean `openapi.json`?")
    assert "there is no file" in refused(tmp_path / "none" / "x.yaml")
    assert "can't be read: File name too long" in refused(tmp_path / ("a" * 5000))
    assert len(refused(tmp_path / ("a" * 5000))) < 300
    assert "neither a file nor an http address" in refused("ftp://example.com/api.yaml")
    assert "neither a file nor an http address" in refused("a\0b")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "there is no file" in refused(tmp_path / "loop")


def test_a_linked_document_has_its_files_next_to_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "api.yaml").write_text(
        DOCUMENT + "components: {schemas: {A: {$ref: b.yaml}}}\n"
    )
    (tmp_path / "real" / "b.yaml").write_text("type: string\n")
    (tmp_path / "api.yaml").symlink_to(tmp_path / "real" / "api.yaml")
    source = load(tmp_path / "api.yaml", Report())
    assert source is not None
    assert source.root.value["components"]["schemas"]["A"] == {"type": "string"}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "served"
    (folder / "api" / "parts").mkdir(parents=True)
    reference = "components: {schemas: {A: {$ref: 'PART'}}}\n"
    for name, part in {
        "in": "parts/b.yaml#/B",
        "up": "../secret.yaml",
        "moved": "elsewhere.yaml",
    }.items():
        (folder / "api" / f"{name}.yaml").write_text(DOCUMENT + reference.replace("PART", part))
    (folder / "api" / "parts" / "b.yaml").write_text("B: {type: string}\n")
    (folder / "secret.yaml").write_text("type: boolean\n")
    handler = partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api"
        server.shutdown()


_PACKED = gzip.compress(DOCUMENT.encode())
_RESPONSES: dict[str, tuple[dict[str, str], bytes]] = {
    "/api/plain": ({}, DOCUMENT.encode()),
    "/api/encoded": ({"Content-Encoding": "gzip"}, _PACKED),
    "/api/packed.gz": ({}, _PACKED),
    "/api/twice.gz": ({"Content-Encoding": "gzip"}, gzip.compress(_PACKED)),
    "/api/br": ({"Content-Encoding": "br"}, b"?"),
    "/api/short": ({"Content-Length": "500"}, DOCUMENT.encode()),
    "/api/page": ({"Content-Type": "text/html"}, b"<!DOCTYPE html><html></html>"),
    "/api/docs": (
        {},
        b"\n<!doctype html>\n<html><script>f({x: 1, url: '../v2/api.json?a=b'})</script></html>",
    ),
    **{
        f"/api/{charset}": (
            {"Content-Type": f'application/yaml; charset="{charset}"'},
            DOCUMENT.replace("T,", "Käse,").encode(encoding),
        )
        for charset, encoding in {
            "ISO-8859-1": "latin-1",
            "windows-1252": "cp1252",
            "utf-16le": "utf-16-le",
            "utf-16": "utf-16",
            "utf-8": "utf-8",
            "iso-8859-15": "utf-8",
            "klingon": "utf-8",
        }.items()
    },
    "/api/unicode_escape": (
        {"Content-Type": "text/yaml; charset=unicode_escape"},
        DOCUMENT.encode() + b"#\xe9",
    ),
}


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in _RESPONSES:
            headers, body = _RESPONSES[self.path]
            self.send_response(200)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        elif self.path == "/api/closed":
            self.send_error(401)
        elif self.path == "/api/loop":
            self.send_response(302)
            self.send_header("Location", "/api/loop")
            self.end_headers()
        elif self.path == "/api/elsewhere.yaml":
            self.send_response(302)
            self.send_header("Location", "/secret.yaml")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@pytest.mark.parametrize("name", ["in", "up", "moved"])
@pytest.mark.parametrize("allow_outside", [True, False])
def test_an_address_may_refer_to_what_is_below_it(
    address: str, name: str, allow_outside: bool
) -> None:
    source = load(f"{address}/{name}.yaml", Report(), allow_outside=allow_outside)
    assert source is not None
    schema = source.root.value["components"]["schemas"]["A"]
    if name == "in":
        assert schema == {"type": "string"}
    else:
        assert schema.get("type") == ("boolean" if allow_outside else None)
        broken = source.explain(source.root / "components" / "schemas" / "A")
        assert (broken is None) is allow_outside
        assert allow_outside or (broken is not None and broken.code == "outside-reference")


def test_the_password_of_an_address_is_not_shown() -> None:
    sentence = refused("http://user:secret@127.0.0.1:1/x")
    assert "can't be fetched" in sentence and "secret" not in sentence


@pytest.mark.parametrize("name", ["plain", "encoded", "packed.gz", "twice.gz"])
def test_an_address_is_read_however_it_is_compressed(address: str, name: str) -> None:
    assert title(load(f"{address}/{name}", Report())) == "T"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("br", "compressed as `br`"),
        ("short", "bytes too early"),
        ("loop", "infinite loop"),
        ("none", "404: File not found; check the address; FastAPI's document"),
        ("closed", "with your credentials"),
        ("docs", "the page shows `ADDRESS/v2/api.json?a=b`"),
        ("page", "FastAPI's, for one, is `ADDRESS/openapi.json`"),
    ],
)
def test_a_response_that_is_no_document_is_refused(address: str, name: str, sentence: str) -> None:
    expected = sentence.replace("ADDRESS", address.removesuffix("/api"))
    assert expected in refused(f"{address}/{name}")


@pytest.mark.parametrize(
    "name", [each[5:] for each in _RESPONSES if "-" in each or "kling" in each]
)
def test_the_charset_of_a_response_is_honoured(address: str, name: str) -> None:
    assert title(load(f"{address}/{name}", Report())) == "Käse"


def test_only_charsets_of_text_are_honoured(address: str) -> None:
    report = Report()
    load(f"{address}/unicode_escape", report)
    assert "not UTF-8" in str(report.errors)


def test_a_saved_page_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "docs.html").write_text("<html><p>url: a\nb: c</p></html>")
    assert "is an HTML page" in refused(tmp_path / "docs.html")


@pytest.mark.parametrize("name", ["up", "moved"])
def test_a_bundle_reports_what_it_does_not_contain(
    address: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bundle", f"{address}/{name}.yaml"]) == 0
    assert "[outside-reference]" in capsys.readouterr().err
    assert main(["bundle", f"{address}/{name}.yaml", "--allow-outside"]) == 0
    assert not capsys.readouterr().err


def test_settings_that_are_not_read_are_mentioned(
    address: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("openapi-client.toml").write_text('package = "thing"\n')
    main(["lint", f"{address}/plain"])
    assert "help: add `--config openapi-client.toml`" in capsys.readouterr().err
    main(["lint", f"{address}/plain", "--config", "openapi-client.toml"])
    assert "is not read" not in capsys.readouterr().err
    main(["diff", f"{address}/plain", f"{address}/encoded"])
    assert capsys.readouterr().err.count("help: add `--config openapi-client.toml`") == 1


def test_gzip_that_ends_early_is_refused(tmp_path: Path) -> None:
    (tmp_path / "short.gz").write_bytes(_PACKED[:-12])
    assert "ends too early" in refused(tmp_path / "short.gz")


@pytest.mark.parametrize("command", ["lint", "bundle", "diff"])
def test_a_page_is_no_document(
    address: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    others = [f"{address}/plain"] if command == "diff" else []
    assert main([command, f"{address}/page", *others]) == 2
    output = capsys.readouterr()
    assert "is an HTML page" in output.err + output.out


def test_versions_at_addresses_are_compared(
    address: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT)
    file = tmp_path / "api.yaml"
    monkeypatch.chdir(tmp_path)
    for old, new in (
        (f"{address}/plain", f"{address}/encoded"),
        (file.as_uri(), f"{address}/packed.gz"),
        ("-", str(file)),
    ):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(DOCUMENT.encode())))
        assert main(["diff", old, new]) == 0
        assert "no change" in capsys.readouterr().out
    assert main(["diff", f"{address}/none", str(file)]) == 2
    assert "404" in capsys.readouterr().err


def test_a_folder_is_no_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old").mkdir()
    Path("old", "openapi.json").write_text("{}")
    Path("new.yaml").write_text(DOCUMENT)
    assert main(["diff", "old", "new.yaml"]) == 2
    output = capsys.readouterr()
    assert "`old` is a folder, not a document" in output.err + output.out
    assert "old/openapi.json`" in output.err + output.out
