"""Failures that come within a stream, after its head has said 200: sync, async, and over aiohttp."""

from __future__ import annotations

import json
from typing import Any

import pytest
from core_server import Server
from core_ways import Runner, operation
from fakepkg import errors
from fakepkg._client import Fake

FAILURES = [
    b'event: error\ndata: {"type": "error", "error": {"message": "overloaded"}}\n\n',
    b"event: error\ndata: overloaded\n\n",
    b'data: {"error": {"message": "overloaded", "code": 529}}\n\n',
    b'data: {"error": "overloaded"}\n\n',
    b'data: {"errors": [{"message": "overloaded"}]}\n\n',
    b'data: {"n": 2, "errors": [{"message": "overloaded"}], "success": false}\n\n',
    b'data: {"error": true, "message": "overloaded"}\n\n',
]


@pytest.mark.parametrize("failure", FAILURES)
def test_an_event_that_reports_a_failure_ends_the_stream(runner: Runner, failure: bytes) -> None:
    made = operation("text/event-stream", "events")
    body = b'data: {"n": 1}\n\n' + failure + b'data: {"n": 3}\n\n'
    seen: list[Any] = []

    def use(client: Any) -> Any:
        async def wait() -> None:
            async for value in await client.things._stream(made):
                seen.append(value)

        if not isinstance(client, Fake):
            return wait()
        seen.extend(client.things._stream(made))
        return None

    with Server(lambda visit: visit.answer(200, body, "Content-Type: text/event-stream")) as server:
        with pytest.raises(errors.APIStatusError, match="overloaded") as caught:
            runner.run(server.url, use)
    assert seen == [{"n": 1}] and caught.value.status == 200


DATA = [
    # what is described, media type, body
    ((), "text/event-stream", b'data: {"error": null, "n": 1}\n\n'),
    ((), "text/event-stream", b'data: {"error": {}, "errors": [], "n": 1}\n\n'),
    ((), "text/event-stream", b'data: {"error": 0.25, "n": 1}\n\n'),
    ((), "text/event-stream", b'data: {"success": true, "errors": [{"message": "a warning"}]}\n\n'),
    (("error",), "text/event-stream", b'data: {"error": {"message": "of an item"}}\n\n'),
    (("errors",), "text/event-stream", b'data: {"errors": [{"message": "of an item"}]}\n\n'),
    # A line is often a record, which may have an error of its own.
    ((), "application/jsonl", b'{"id": 1, "error": {"message": "of an item"}}\n'),
]


@pytest.mark.parametrize(("described", "media_type", "body"), DATA)
def test_what_is_described_or_says_nothing_is_data(
    runner: Runner, described: tuple[str, ...], media_type: str, body: bytes
) -> None:
    kind = "events" if media_type == "text/event-stream" else "lines"
    members = tuple(name for name in ("error", "errors") if name not in described)
    made = operation(media_type, kind, error_members=members)
    with Server(lambda visit: visit.answer(200, body, f"Content-Type: {media_type}")) as server:
        values = runner.run(server.url, lambda client: client.things._stream(made))
    assert values == [json.loads(body.removeprefix(b"data: "))]


def test_a_described_event_of_the_name_error_is_data(runner: Runner) -> None:
    made = operation("text/event-stream", "events", events={"error": lambda data: ("error", data)})
    body = b'event: error\ndata: {"error": {"code": 1}}\n\n'
    with Server(lambda visit: visit.answer(200, body, "Content-Type: text/event-stream")) as server:
        values = runner.run(server.url, lambda client: client.things._stream(made))
    assert values == [("error", {"error": {"code": 1}})]


@pytest.mark.parametrize(
    ("media_type", "kind", "body"),
    [
        ("application/jsonl", "lines", b'{"n": 1}\n{"error": "overloaded"}\n'),
        ("application/json", "events", b'{"error": {"message": "overloaded"}}'),
        ("text/event-stream", "events", b'{"error": {"message": "overloaded"}}'),
        ("text/event-stream", "events", b'{\n  "error": {\n\n    "message": "overloaded"}\n}'),
        ("", "events", b'data: {"error": "overloaded"}\n\n'),
        ("", "events", b'{"error": "overloaded"}'),
    ],
)
def test_an_error_alone_in_a_line_or_in_place_of_a_stream(
    runner: Runner, media_type: str, kind: str, body: bytes
) -> None:
    made = operation("text/event-stream" if kind == "events" else media_type, kind)
    fields = [f"Content-Type: {media_type}"] if media_type else []
    with Server(lambda visit: visit.answer(200, body, *fields)) as server:
        with pytest.raises(errors.APIStatusError, match="overloaded"):
            runner.run(server.url, lambda client: client.things._stream(made))


@pytest.mark.parametrize("media_type", ["", "text/event-stream", "application/json", "text/html"])
@pytest.mark.parametrize("body", [b'{"message": "no"}', b'data: {"message": "no"}\n\n', b""])
@pytest.mark.parametrize("status", [400, 503])
def test_a_refusal_is_an_error_whatever_its_type(
    runner: Runner, status: int, body: bytes, media_type: str
) -> None:
    made = operation("text/event-stream", "events", "POST")
    fields = [f"Content-Type: {media_type}"] if media_type else []
    with Server(lambda visit: visit.answer(status, body, *fields)) as server:
        with pytest.raises(errors.APIStatusError) as caught:
            runner.run(server.url, lambda client: client.things._stream(made, body={}))
    assert caught.value.status == status and ("no" in str(caught.value) or not body)
