"""Media types: which representation is sent, and how each is read."""

from __future__ import annotations

from ..api.operations import BodyKind, MediaKind
from ..source import Node


def essence(media_type: str) -> str:
    """The type and subtype alone, in lower case: no parameters."""
    return media_type.split(";", 1)[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether `media_type` is JSON by name or by its structured suffix."""
    name = essence(media_type)
    return name in ("application/json", "text/json") or name.endswith("+json")


def body_kind(media_type: str) -> BodyKind:
    """How a body of `media_type` is written."""
    name = essence(media_type)
    if is_json(media_type) or name in ("*/*", "application/*"):
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    if name.startswith("multipart/"):
        return "multipart"
    return "text" if name.startswith("text/") else "bytes"


def media_kind(range_: str) -> MediaKind:
    """How a response of the media range `range_` is read."""
    name = essence(range_)
    if is_json(range_) or name in ("*/*", "application/*"):
        return "json"
    if name == "text/event-stream":
        return "events"
    return "text" if name.startswith("text/") or name.endswith("xml") else "bytes"


_ORDER: tuple[BodyKind, ...] = ("json", "multipart", "form", "bytes", "text")


def preferred(content: Node) -> tuple[str, Node]:
    """The media type that is sent where a body may have several: JSON first, then as the kinds are listed."""
    entries = list(content.items())
    return min(entries, key=lambda entry: _ORDER.index(body_kind(entry[0]))) if entries else ("", content)
