"""The media types that the core knows by name. A test compares them with those of the generator."""

from __future__ import annotations

from typing import Any, Final, cast

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
BYTES: Final = "application/octet-stream"
EVENT_STREAM: Final = "text/event-stream"
JSON_SEQUENCE: Final = "application/json-seq"

BODY_TYPES: Final = {
    "json": JSON,
    "form": FORM,
    "bytes": BYTES,
    "lines": "application/jsonl",
    "text": "text/plain; charset=utf-8",
    "multipart": MULTIPART,
}
"""The media type of each kind of body, where an operation names no other."""

STREAM_FRAMINGS: Final = {
    EVENT_STREAM: "events",
    "application/jsonl": "lines",
    "application/x-ndjson": "lines",
    "application/x-jsonlines": "lines",
    JSON_SEQUENCE: "lines",
}
"""How the events of each media type of streams are divided."""


def is_json(media_type: str) -> bool:
    """Return whether a media type, in lower case and without parameters, is JSON."""
    return media_type.endswith(("/json", "+json"))


def get_media_type(headers: Any) -> str:
    """Return the media type of a response without its parameters, in lower case."""
    value = cast(str, headers.get("content-type") or "").partition(";")[0]
    return value.partition(",")[0].strip().lower()  # the first of several
