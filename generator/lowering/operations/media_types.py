"""Media types: which representation is sent, and how each is read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...ir.operations import BodyKind, MediaKind
from ...openapi.loading import Node, Source

FORM = "application/x-www-form-urlencoded"
_LINES = frozenset(
    {"application/jsonl", "application/x-ndjson", "application/x-jsonlines", "application/json-seq"}
)
_YAML = frozenset({"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"})
_ANYTHING = frozenset({"*/*", "application/*", "*"})


MISPLACED = frozenset({"schema", "itemSchema", "example", "examples", "encoding"})
"""What belongs below a media type, and stands in its place where a document is indented wrongly."""


def iter_media_entries(content: Node, source: Source) -> Iterator[tuple[str, Node]]:
    """Yield media types and the objects that describe them, with references resolved (OpenAPI 3.2).

    A schema in place of a media type is that of JSON.
    """
    entries = [
        (range_, (source.resolve(media) or media) if "$ref" in media else media)
        for range_, media in content.items()
        if range_ not in MISPLACED and not range_.startswith("x-")
    ]
    if not entries and "schema" in content:
        entries = [("application/json", content)]
    yield from entries


@lru_cache(1024)
def get_essence(media_type: str) -> str:
    """Return type and subtype in lower case, without parameters."""
    return media_type.split(";", 1)[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return whether `media_type` is JSON by name or by its structured suffix."""
    name = get_essence(media_type)
    return name in ("application/json", "text/json", "application/*+json") or name.endswith("+json")


def is_wildcard(media_type: str) -> bool:
    """Return whether `media_type` is a wildcard, so that the schema decides what is sent."""
    return get_essence(media_type) in _ANYTHING


def is_yaml(media_type: str) -> bool:
    """Return whether `media_type` is YAML, which includes JSON."""
    name = get_essence(media_type)
    return name in _YAML or name.endswith("+yaml")


def choose_body_kind(media_type: str, schema: Node | None = None) -> BodyKind:
    """Return how a body of `media_type` with a resolved schema is written."""
    name = get_essence(media_type)
    if is_json(media_type) or is_yaml(media_type):
        return "bytes" if _is_binary(schema) else "json"
    if name in _LINES:
        return "text" if schema is not None and schema.text("type") == "string" else "lines"
    if is_wildcard(media_type):
        return "bytes" if _is_binary(schema) else "json"
    if name == FORM:
        return "form"
    if name.startswith("multipart/") or name == "application/form-data":
        return "multipart"
    return "text" if name.startswith("text/") or name.endswith("xml") else "bytes"


def choose_media_kind(range_: str, schema: Node | None = None) -> MediaKind:
    """Return how a response of the media range `range_` with a resolved schema is read."""
    name = get_essence(range_)
    if is_json(range_):
        return "bytes" if _is_binary(schema) else "json"
    if is_wildcard(range_):
        return "bytes" if _is_binary(schema) else "json"
    if name == "text/event-stream":
        return "events"
    if name in _LINES:
        return "lines"
    return (
        "text" if name.startswith("text/") or name.endswith("xml") or is_yaml(range_) else "bytes"
    )


def _is_binary(schema: Node | None) -> bool:
    return (
        schema is not None
        and schema.text("type") in ("string", "file")
        and schema.text("format") == "binary"
    )


def is_structured(schema: Node) -> bool:
    """Return whether a resolved schema describes more than a scalar."""
    return schema.is_map and schema.text("type") in (None, "object", "array")


_ORDER: tuple[BodyKind, ...] = ("json", "lines", "multipart", "form", "bytes", "text")


def choose_media_type(content: Node, source: Source) -> tuple[str, Node]:
    """Return the media type that is sent unless a caller chooses another one: plain JSON first, then by kind."""

    def rank(entry: tuple[str, Node]) -> tuple[int, bool, bool]:
        range_, media = entry
        schema = media.get("schema")
        if schema is not None and schema.is_map:
            schema = source.resolve(schema)
        kind = choose_body_kind(range_, schema)
        return _ORDER.index(kind), is_yaml(range_), get_essence(range_) != "application/json"

    entries = list(iter_media_entries(content, source))
    return min(entries, key=rank) if entries else ("", content)


def find_example(media: Node, source: Source) -> Node | None:
    """Return the first example of `media`, wherever it is kept."""
    if "example" in media:
        return media / "example"
    for _, node in (media / "examples").items():  # a node has no values()
        resolved = source.resolve(node)
        if resolved is not None and "value" in resolved:
            return resolved / "value"
    return None
