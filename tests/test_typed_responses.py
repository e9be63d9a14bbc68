"""What a document says of events, errors, constants and media types is what callers get."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .support.cases import imported
from .test_cases import importable
from .test_operation_cases import Answer, Wire, client

_EVENTS = (
    b'event: delta\ndata: {"text": "a"}\n\n'
    b'event: done\ndata: {"total": 3}\n\n'
    b'event: note\ndata: {"total": 3}\n\n'
    b'event: unknown\ndata: {"x": 1}\n\n'
)


def methods(api: Any) -> dict[str, Any]:
    """The methods of a client and of all its resources, by name."""
    members = [getattr(api, key) for key in dir(api) if not key.startswith("_")]
    resources = [each for each in members if type(each).__name__.endswith("Resource")]
    return {
        name: getattr(owner, name)
        for owner in (api, *resources)
        for name in dir(type(owner))
        if not name.startswith("_") and callable(getattr(owner, name, None))
    }


def test_events_are_decoded_by_their_names(tmp_path: Path) -> None:
    with imported("typed-responses", tmp_path) as package:
        wire = Wire()
        call = methods(client(package, wire))["chat"]
        wire.answer = Answer(_EVENTS, "text/event-stream", 200)
        events = list(call(stream=True))
        assert [type(each).__name__ for each in events] == ["Delta", "Done", "str", "dict"]
        assert (events[0].text, events[1].total, events[2]) == ("a", 3, '{"total": 3}')


def test_a_stream_of_text_is_text_whatever_it_looks_like(tmp_path: Path) -> None:
    with imported("typed-responses", tmp_path) as package:
        wire = Wire()
        wire.answer = Answer(
            b'data: 12\n\ndata: {"a": 1}\n\ndata: null\n\n', "text/event-stream", 200
        )
        assert list(methods(client(package, wire))["log"]()) == ["12", '{"a": 1}', "null"]


_FAILURES = ['{"error": {"message": "no"}}', '{"errors": [{"message": "no"}]}', '{"error": "no"}']


@pytest.mark.parametrize("data", _FAILURES)
@pytest.mark.parametrize(
    ("name", "media_type", "described"),
    [
        ("chat", "text/event-stream", ""),
        ("watch", "text/event-stream", "error"),  # a member of a variant
        ("export", "application/jsonl", "errors"),
    ],
)
def test_an_event_with_an_error_is_data_where_that_is_described(
    tmp_path: Path, name: str, media_type: str, described: str, data: str
) -> None:
    with imported("typed-responses", tmp_path) as package:
        wire = Wire()
        arguments = {"stream": True} if name == "chat" else {}
        text = f"{data}\n" if media_type == "application/jsonl" else f"data: {data}\n\n"
        wire.answer = Answer(text.encode(), media_type, 200)
        call = methods(client(package, wire))[name]
        if described and f'"{described}"' in data:
            (event,) = call(**arguments)
            assert getattr(event, described) is not None
            return
        with pytest.raises(importable(package, "errors").APIStatusError, match="no"):
            list(call(**arguments))


@pytest.mark.parametrize(
    ("status", "body", "type_"),
    [
        (404, b'{"detail": "gone"}', "Problem"),
        (409, b'{"trace": "t"}', "ChatError"),
        (404, b'"gone"', "str"),
        (404, b"gone", "str"),
        (500, b"", "str"),
    ],
)
def test_bodies_of_errors_are_what_the_document_describes(
    tmp_path: Path, status: int, body: bytes, type_: str
) -> None:
    with imported("typed-responses", tmp_path) as package:
        wire = Wire()
        call = methods(client(package, wire, max_retries=0))["chat"]
        wire.answer = Answer(body, "application/json", status)
        with pytest.raises(importable(package, "errors").APIStatusError) as caught:
            call()
        assert type(caught.value.body).__name__.endswith(type_)


def test_models_send_their_constants(tmp_path: Path) -> None:
    with imported("typed-responses", tmp_path) as package:
        models, wire = importable(package, "models"), Wire()
        call = methods(client(package, wire))["draw"]
        call(shape=models.Circle(size=2))
        assert json.loads(wire.body) == {"shape": {"kind": "circle", "size": 2}}
        call(shape=models.Square())
        assert json.loads(wire.body) == {"shape": {"kind": "square"}}
        call(shape=models.Square(kind=None, side=1))
        assert json.loads(wire.body) == {"shape": {"side": 1}}


def test_every_media_type_of_a_body_can_be_sent(tmp_path: Path) -> None:
    with imported("typed-responses", tmp_path) as package:
        wire = Wire()
        call = methods(client(package, wire))["upload"]
        call(url="u")
        assert (wire.headers["content-type"], wire.body) == ("application/json", b'{"url":"u"}')
        call(file=b"f", media_type="multipart/form-data")
        assert wire.headers["content-type"].startswith("multipart/") and b"\r\nf\r\n" in wire.body
        call(body="plain")
        assert wire.headers["content-type"].startswith("text/plain") and wire.body == b"plain"
        with pytest.raises(importable(package, "errors").ArgumentError, match="both"):
            call(body="plain", url="u")
