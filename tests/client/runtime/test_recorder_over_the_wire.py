"""The recorder together with retries, streams, downloads, limits and cancellation, against a real server."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cloudflare_ai import AsyncCloudflareAI, CloudflareAI, errors
from cloudflare_ai._core.aiohttp_transport import AiohttpTransport
from cloudflare_ai.recording import Recorder
from loopback import Script, Server, http

JSON = "Content-Type: application/json"
GOOD = http(b'{"result": {"id": "x"}, "success": true}', JSON)
EVENTS = http(
    b'data: {"response": "Hel"}\n\ndata: {"response": "lo"}\n\n', "Content-Type: text/event-stream"
)
PICTURE = b"\x89PNG" * 5000


def in_turn(*scripts: list[bytes | float | None]) -> Callable[[bytes], Script]:
    left = list(scripts)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


class Recording:
    """Makes the same calls with each kind of client over a recorder, and reads what was written down."""

    def __init__(self, mode: str, path: Path) -> None:
        self.mode, self.path = mode, path

    def run(self, server: Server, use: Callable[[Any], Any], **options: Any) -> Any:
        options = {"api_token": "t", "account_id": "a", "base_url": server.url, **options}
        if self.mode == "sync":
            recorder = Recorder(self.path)
            try:
                return use(CloudflareAI(http_client=recorder, **options))
            finally:
                recorder.close()

        async def main() -> Any:
            inner = AiohttpTransport() if self.mode == "aiohttp" else None
            recorder = Recorder(self.path, inner)
            try:
                return await use(AsyncCloudflareAI(http_client=recorder, **options))
            finally:
                await (recorder if inner is None else inner).aclose()

        return asyncio.run(main())

    def lines(self) -> list[tuple[int, str, Any]]:
        text = self.path.read_text() if self.path.exists() else ""
        read = [json.loads(line) for line in text.splitlines()]
        return [(line["status"], line["response_kind"], line["response"]) for line in read]


@pytest.fixture(params=["sync", "async", "aiohttp"])
def recording(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Recording:
    monkeypatch.setattr("cloudflare_ai._core.retry.choose_backoff", lambda _: 0.0)
    return Recording(request.param, tmp_path / "exchanges.jsonl")


def get(client: Any) -> Any:
    return client.ai_gateway.logs.get("x", gateway_id="g")


def test_each_attempt_that_was_responded_to_is_a_line(recording: Recording) -> None:
    refusal = http(b'{"errors": []}', JSON, "Retry-After: 0", status="503 Busy")
    half = http(b"x" * 50, JSON)[:-40]
    with Server(in_turn([refusal], [half, None], [None], [GOOD])) as server:
        assert recording.run(server, get, max_retries=5).id == "x"
    good = {"result": {"id": "x"}, "success": True}
    assert recording.lines() == [(503, "json", {"errors": []}), (200, "json", good)]


def test_a_stream_is_read_as_it_comes_and_its_refusal_is_written_down(recording: Recording) -> None:
    refusal = http(b'{"errors": [{"message": "busy"}]}', JSON, status="429 Too Many")

    def sync(client: Any) -> list[Any]:
        with client.ai.run("m", prompt="p", stream=True) as stream:
            return [event.response for event in stream]

    async def wait(client: Any) -> list[Any]:
        async with await client.ai.run("m", prompt="p", stream=True) as stream:
            return [event.response async for event in stream]

    with Server(in_turn([refusal], [EVENTS])) as server:
        values = recording.run(server, sync if recording.mode == "sync" else wait)
    assert values == ["Hel", "lo"]
    body = {"errors": [{"message": "busy"}]}
    assert recording.lines() == [(429, "json", body), (200, "stream", None)]


def test_a_download_is_saved_in_pieces(recording: Recording, tmp_path: Path) -> None:
    target = tmp_path / "picture.png"

    def sync(client: Any) -> int:
        with client.streamed_response(client.request, "GET", "/picture") as response:
            return int(response.save(target))

    async def wait(client: Any) -> int:
        async with await client.streamed_response(client.request, "GET", "/picture") as response:
            return int(await response.save(target))

    with Server(in_turn([http(PICTURE, "Content-Type: image/png")])) as server:
        size = recording.run(server, sync if recording.mode == "sync" else wait)
    assert size == len(PICTURE) and target.read_bytes() == PICTURE
    assert recording.lines() == [(200, "stream", None)]


@pytest.mark.parametrize("limit", [{"max_response_bytes": 1000}, {"deadline": 0.3}])
def test_limits_of_the_client_hold_with_a_recorder(
    recording: Recording, limit: dict[str, Any]
) -> None:
    bomb = http(gzip.compress(bytes(50_000_000)), JSON, "Content-Encoding: gzip")
    drip: list[bytes | float | None] = [http(b" " * 5000, JSON)[:-5000], *[b" ", 0.02] * 400]
    script = drip if "deadline" in limit else [bomb]
    expected = errors.APITimeoutError if "deadline" in limit else errors.APIResponseValidationError
    with Server(in_turn(script)) as server, pytest.raises(expected):
        recording.run(server, get, **limit)
    assert recording.lines() == []


def test_a_call_that_is_cancelled_is_not_written_down(tmp_path: Path) -> None:
    recording = Recording("async", tmp_path / "exchanges.jsonl")

    async def use(client: Any) -> Any:
        task = asyncio.create_task(get(client))
        while not server.requests:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return await get(client)

    with Server(in_turn([http(b"x" * 50, JSON)[:-40], 60.0], [GOOD])) as server:
        assert recording.run(server, use).id == "x"
    assert [status for status, _, _ in recording.lines()] == [200]


def test_one_recorder_in_two_event_loops(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "exchanges.jsonl")
    with Server(in_turn([GOOD])) as server:
        client = AsyncCloudflareAI(
            api_token="t", account_id="a", base_url=server.url, http_client=recorder
        )

        async def main() -> str:
            return str((await get(client)).id)

        assert [asyncio.run(main()), asyncio.run(main())] == ["x", "x"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_child_records_over_a_connection_of_its_own(tmp_path: Path) -> None:
    recording = Recording("sync", tmp_path / "exchanges.jsonl")

    def use(client: Any) -> None:
        get(client)
        child = os.fork()
        if child == 0:
            os._exit(0 if get(client).id == "x" else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        get(client)

    with Server(in_turn([GOOD])) as server:
        recording.run(server, use)
        assert server.connections == 2
    assert len(recording.lines()) == 3
