"""Readers of OpenAPI's parameter styles, written from the tables of the specification and of RFC 6570."""

from __future__ import annotations

import json
from typing import Any, Literal
from urllib.parse import unquote

Shape = Literal["scalar", "list", "object"]
_SEPARATORS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


def read_path(style: str, explode: bool, shape: Shape, name: str, text: str) -> Any:
    """Read a parameter out of its percent-encoded part of a path."""
    if style == "json":
        return json.loads(unquote(text))
    if style == "matrix":
        return _read_matrix(explode, shape, name, text)
    if style == "label":
        assert text.startswith(".")
        text = text[1:]
    separator = "." if style == "label" and explode else ","
    return _split(text, separator, explode, shape)


def _read_matrix(explode: bool, shape: Shape, name: str, text: str) -> Any:
    assert text.startswith(";")
    pairs = [_pair(each) for each in text[1:].split(";")]
    if explode and shape == "object":
        return dict(pairs)
    assert {key for key, _ in pairs} == {name}
    if explode and shape == "list":
        return [value for _, value in pairs]
    return _split(text[1:].partition("=")[2], ",", False, shape)


def read_header(style: str, explode: bool, shape: Shape, text: str) -> Any:
    """Read a header, in which nothing is percent-encoded."""
    if style == "json":
        return json.loads(text)
    if shape == "scalar":
        return text
    parts = text.split(",") if text else []
    if shape == "list":
        return parts
    if explode:
        return {key: value for key, _, value in (each.partition("=") for each in parts)}
    return dict(zip(parts[::2], parts[1::2], strict=True))


def read_query(style: str, explode: bool, shape: Shape, name: str, text: str) -> Any:
    """Read a parameter out of a percent-encoded query that holds nothing else; None where it is missing."""
    raw = [each.partition("=")[::2] for each in text.split("&")] if text else []
    pairs = [(unquote(key), value) for key, value in raw]
    if style == "deepObject":
        return _read_deep(name, [(key, unquote(value)) for key, value in pairs])
    if shape == "object" and explode:
        return {key: unquote(value) for key, value in pairs}
    assert {key for key, _ in pairs} <= {name}
    values = [value for _, value in pairs]
    if style == "json":
        return json.loads(unquote(values[0])) if values else None
    if shape == "list" and explode:
        return [unquote(value) for value in values]
    if not values:
        return None
    assert len(values) == 1
    return _split(values[0], _SEPARATORS.get(style, ","), False, shape)


def _read_deep(name: str, pairs: list[tuple[str, str]]) -> Any:
    tree: dict[str, Any] = {}
    for key, value in pairs:
        assert key.startswith(f"{name}[") and key.endswith("]")
        *parents, last = key[len(name) + 1 : -1].split("][")
        here = tree
        for parent in parents:
            here = here.setdefault(parent, {})
        here[last] = value
    return tree


def _split(text: str, separator: str, explode: bool, shape: Shape) -> Any:
    if shape == "scalar":
        return unquote(text)
    parts = text.split(separator) if text else []
    if shape == "list":
        return [unquote(each) for each in parts]
    if explode:
        return dict(map(_pair, parts))
    texts = list(map(unquote, parts))
    return dict(zip(texts[::2], texts[1::2], strict=True))


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return unquote(key), unquote(value)
