"""The `x-` keys of an operation, read after validation (`spec/DIALECT.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...ir.types import Json
from ..loading import Node
from ..metamodel import is_list
from .registry import read_extension


def read_text(node: Node, *keys: str) -> str:
    """Return the string at `keys` below `node`, or ""."""
    target: Node | None = node
    for key in keys:
        target = target.get(key) if target is not None and target.is_map else None
    return target.value if target is not None and isinstance(target.value, str) else ""


def read_texts(node: Node, key: str) -> tuple[str, ...]:
    """Return the strings of the list at `key`; a single string counts as a list of one."""
    return tuple(each for each in _as_list(node.plain(key)) if isinstance(each, str))


def _as_list(value: Any) -> list[Any]:
    return value if is_list(value) else [value]


def read_paging(operation: Node) -> dict[str, Any]:
    """Return the paging of a list: `x-paging`, or a key of another generator that means the same."""
    return read_extension(operation, "x-paging") or {}


def read_overloads(operation: Node) -> tuple[tuple[tuple[str, ...], tuple[str, ...], Node], ...]:
    """Return the calls of `x-overloads`: required arguments, optional ones, and the schema of the result."""
    return tuple(
        (read_texts(each, "required"), read_texts(each, "optional"), each / "result")
        for each in _iter_overloads(operation)
    )


def iter_overload_arguments(operation: Node) -> Iterator[Node]:
    """Yield the names of arguments that `x-overloads` has."""
    for overload in _iter_overloads(operation):
        for key in ("required", "optional"):
            yield from overload.get(key) or ()


def _iter_overloads(operation: Node) -> Iterator[Node]:
    return iter(operation / "x-overloads" if read_extension(operation, "x-overloads") else ())


def read_media_by(operation: Node) -> tuple[tuple[str, Json, str], ...]:
    """Return the arguments whose values choose a media type (`x-media-by`): name, value, media type."""
    arguments: dict[str, Any] = read_extension(operation, "x-media-by") or {}
    return tuple(
        (argument, choice, media_type)
        for argument, choices in arguments.items()
        for choice, media_type in choices.items()
    )
