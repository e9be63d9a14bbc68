"""The recorder: what it writes down, what it keeps to itself, and that it changes nothing."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest
from cloudflare_ai import AsyncCloudflareAI, CloudflareAI
from cloudflare_ai.errors import APITimeoutError, Error, NotFoundError
from cloudflare_ai.recording import Recorder
from cloudflare_ai.testing import FakeResponse, FakeTransport

TOKEN = "token-of-the-test-0123456789"


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _client(path: Path, fake: FakeTransport, **options: Any) -> CloudflareAI:
    return CloudflareAI(
        api_token=TOKEN, account_id="acc", http_client=Recorder(path, fake), **options
    )


def test_an_exchange_becomes_a_line(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    fake.respond("ai_gateway.logs.get", json={"success": True, "result": {"id": "x", "odd": None}})
    client = _client(path, fake)
    assert client.ai_gateway.logs.get("x", gateway_id="my-gateway").id == "x"
    client.ai_gateway.logs.list("my-gateway", per_page=2)
    first, second = _lines(path)
    assert (first["operation"], first["method"], first["status"]) == (
        "ai_gateway.logs.get",
        "GET",
        200,
    )
    assert first["path"].endswith("/accounts/acc/ai-gateway/gateways/my-gateway/logs/x")
    assert first["response"] == {"success": True, "result": {"id": "x", "odd": None}}
    assert first["media_type"] == "application/json" and first["request"] is None
    assert second["query"] == {"per_page": "2"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_secrets_are_not_written_down(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    fake.respond(
        "ai_gateway.provider_configs.create", json={"result": {"echo": TOKEN, "secret": "s3cr3t"}}
    )
    client = _client(path, fake)
    try:
        client.ai_gateway.provider_configs.create(
            "my-gateway",
            alias="a",
            default_config=True,
            provider_slug="openai",
            secret="s3cr3t",
            secret_id="i",
        )
    finally:
        text = path.read_text(encoding="utf-8")
    assert TOKEN not in text and "s3cr3t" not in text and "authorization" not in text.lower()
    assert _lines(path)[0]["request"]["secret"] == "***"


def test_refusals_are_written_down_and_raised(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    fake.respond(
        "ai_gateway.logs.get",
        json={"success": False, "errors": [{"code": 1, "message": "no"}]},
        status=404,
    )
    with pytest.raises(NotFoundError):
        _client(path, fake).ai_gateway.logs.get("x", gateway_id="my-gateway")
    (line,) = _lines(path)
    assert line["status"] == 404 and line["response"]["errors"][0]["message"] == "no"


def test_a_line_has_the_members_that_are_documented(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    _client(path, fake).ai_gateway.get("x")
    (line,) = _lines(path)
    text = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    text = text.partition("## Recordings")[2]
    (example,) = [json.loads(each) for each in text.splitlines() if each.startswith("{")]
    rows = [
        each
        for row in re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE)
        for each in row.split(", ")
    ]
    assert list(line) == list(example) == [each.strip("`") for each in rows]
    assert line["version"] == example["version"] == 1


def test_what_does_not_come_is_not_written_down(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    fake.fail("ai_gateway.logs.get", "timeout")
    with pytest.raises(APITimeoutError):
        _client(path, fake, max_retries=0).ai_gateway.logs.get("x", gateway_id="my-gateway")
    assert not path.exists()


def test_streams_pass_through_without_their_bodies(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    fake.respond("ai.run", events=[{"response": "Hel"}, {"response": "lo"}])
    with _client(path, fake).ai.run("@cf/meta/llama", prompt="Hi", stream=True) as stream:
        assert [event.response for event in stream] == ["Hel", "lo"]
    (line,) = _lines(path)
    assert line["media_type"] == "text/event-stream" and line["response"] is None
    assert line["response_kind"] == "stream"


@pytest.mark.parametrize(
    ("body", "kind", "media_type"),
    [
        (b"", "empty", "application/json"),
        (b" null\n", "json", "application/json"),
        (b'{"result": {"id": "x"}}', "json", "application/json"),
        (b"{", "text", "application/json"),
        (b"<p>", "text", "application/json"),
        (b"\x89PNG\r\n", "bytes", "application/json"),
        (b"\x89PNG\r\n", "bytes", "image/png"),
        (b"GIF89a", "bytes", "image/gif"),
        (b"k\xe4se", "text", "text/plain; charset=latin-1"),
    ],
)
def test_null_is_recorded_as_another_body_than_none(
    body: bytes, kind: str, media_type: str, tmp_path: Path
) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    headers = {"content-type": media_type}
    fake.respond("ai_gateway.logs.get", FakeResponse(body=body, headers=headers))
    with contextlib.suppress(Error):
        _client(path, fake, max_retries=0).ai_gateway.logs.get("x", gateway_id="my-gateway")
    (line,) = _lines(path)
    assert line["response_kind"] == kind


def test_bytes_are_left_as_they_are(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    fake.respond(
        "ai.run", FakeResponse(body=b"\xff\xd8picture", headers={"content-type": "image/png"})
    )
    assert _client(path, fake).ai.run("@cf/x/y", prompt="a cat") == b"\xff\xd8picture"
    assert _lines(path)[0]["response"] is None


def test_async_clients_record_as_well(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()

    async def call() -> None:
        recorder = Recorder(path, fake)
        async with AsyncCloudflareAI(
            api_token=TOKEN, account_id="acc", http_client=recorder
        ) as client:
            await client.ai_gateway.logs.get("x", gateway_id="my-gateway")
        await recorder.aclose()

    asyncio.run(call())
    assert _lines(path)[0]["operation"] == "ai_gateway.logs.get"


HARMFUL: list[Any] = [
    {"result": {"id": "\ud800"}},
    {"result": {"id": "line\u2028separator"}},
]


@pytest.mark.parametrize("body", HARMFUL)
def test_text_that_cannot_be_encoded_is_recorded(tmp_path: Path, body: Any) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    fake.respond(
        "ai_gateway.logs.get",
        FakeResponse(body=json.dumps(body), headers={"content-type": "application/json"}),
    )
    assert _client(path, fake).ai_gateway.logs.get("x", gateway_id="g").id == body["result"]["id"]
    (line,) = _lines(path)
    assert line["response"] == body


def test_a_deep_body_is_recorded_down_to_a_level(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    deep = '{"result": {"id": "x", "odd": ' + "[" * 900 + "]" * 900 + "}}"
    fake.respond(
        "ai_gateway.logs.get", FakeResponse(body=deep, headers={"content-type": "application/json"})
    )
    assert _client(path, fake).ai_gateway.logs.get("x", gateway_id="g").id == "x"
    (line,) = _lines(path)
    assert line["response"]["result"]["id"] == "x" and "***" in json.dumps(line)


def test_a_recorder_never_fails_a_call(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fake = tmp_path / "no" / "folder.jsonl", FakeTransport()
    fake.respond("ai_gateway.logs.get", json={"result": {"id": "x"}})
    assert _client(path, fake).ai_gateway.logs.get("x", gateway_id="g").id == "x"
    assert "ai_gateway.logs.get was not recorded: No such file or directory" in caplog.text
    path = tmp_path / "full.jsonl"
    _client(path, fake).ai_gateway.logs.get("x", gateway_id="g")
    before = path.read_bytes()
    write = os.write

    def fill(handle: int, data: bytes) -> int:
        monkeypatch.setattr(os, "write", full)
        return write(handle, data[:10])

    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", fill)
    assert _client(path, fake).ai_gateway.logs.get("x", gateway_id="g").id == "x"
    monkeypatch.undo()
    assert path.read_bytes() == before and "No space left on device" in caplog.text


def test_echoed_credentials_and_tokens_are_masked(tmp_path: Path) -> None:
    path, fake = tmp_path / "exchanges.jsonl", FakeTransport()
    echo = {
        "you": f"Bearer {TOKEN}",
        "list": [TOKEN],
        TOKEN: 1,
        "access_token": "fresh",
        "max_tokens": 5,
    }
    fake.respond("GET /new", json={"result": echo})
    _client(path, fake).request("GET", "/new", query={"sig": "fresh", "t": TOKEN})
    text = path.read_text()
    assert TOKEN not in text and "fresh" not in text
    assert _lines(path)[0]["response"]["result"]["max_tokens"] == 5
