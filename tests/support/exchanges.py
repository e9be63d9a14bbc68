"""Recorded exchanges: a call, the request it must make, the answer, and what the call must give."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
from attrs import frozen

RECORDINGS = Path(__file__).resolve().parents[1] / "recordings"


@frozen
class Exchange:
    """One recording; `label` names it in a test's output."""

    label: str
    operation: str
    call: Mapping[str, Any]
    request: Mapping[str, Any]
    response: Mapping[str, Any]
    result: Any


def exchanges() -> Iterator[Exchange]:
    """Every recording there is."""
    for path in sorted(RECORDINGS.glob("*.json")):
        for number, each in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            yield Exchange(f"{each['operation']}-{path.stem}-{number}", **each)


def arguments(call: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The positional and keyword arguments of a recorded call."""
    given = {key: _value(item) for key, item in call.items()}
    return given.pop("$args", []), given


def _value(recorded: Any) -> Any:
    match recorded:
        case {"$datetime": text}:
            return datetime.fromisoformat(text)
        case dict():
            return {key: _value(item) for key, item in recorded.items()}
        case list():
            return [_value(item) for item in recorded]
        case _:
            return recorded


def answer(response: Mapping[str, Any]) -> httpx.Response:
    """The recorded answer as httpx has it."""
    headers = dict(response["headers"])
    if "json" in response:
        return httpx.Response(response["status"], headers=headers, json=response["json"])
    if "text" in response:
        return httpx.Response(
            response["status"], headers=headers, content=response["text"].encode()
        )
    return httpx.Response(
        response["status"], headers=headers, content=base64.b64decode(response["base64"])
    )
