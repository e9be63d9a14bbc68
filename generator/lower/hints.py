"""Reading the vendor keys of an operation (`spec/DIALECT.md`), whose shapes have been checked before."""

from __future__ import annotations

from ..api.types import Json
from ..dialect import read as dialect
from ..source import Node


def text(node: Node, *keys: str) -> str:
    """The string at `keys` below `node`, or ""."""
    found: Node | None = node
    for key in keys:
        found = found.get(key) if found is not None and found.is_map else None
    return found.value if found is not None and isinstance(found.value, str) else ""


def texts(node: Node, key: str) -> tuple[str, ...]:
    """The strings of the list at `key`; a single string counts as a list of one."""
    value = node.value.get(key)
    values = value if isinstance(value, list) else [value]
    return tuple(each for each in values if isinstance(each, str))


def paging(operation: Node) -> dict[str, str]:
    """What is said of the pages of a list (`x-paging`, or another generator's key that means the same)."""
    return dialect(operation, "x-paging") or {}


def result_path(operation: Node) -> str:
    """Where the result lies in the body: the items of a paged list, or `x-result`."""
    return paging(operation).get("items", "") or text(operation, "x-result")


def sources(operation: Node) -> tuple[str, ...]:
    """The documents and headings that `x-source` names, as "document: heading"."""
    value = operation.value.get("x-source")
    entries = value if isinstance(value, list) else [value]
    return tuple(
        f"{each.get('document', '')}: {each.get('heading', '')}" for each in entries if isinstance(each, dict)
    )


def media_by(operation: Node) -> tuple[tuple[str, Json, str], ...]:
    """The arguments whose values choose a media type (`x-media-by`): name, value, media type."""
    value = operation.value.get("x-media-by")
    return tuple(
        (argument, choice, media_type)
        for argument, choices in (value if isinstance(value, dict) else {}).items()
        for choice, media_type in (choices if isinstance(choices, dict) else {}).items()
    )
