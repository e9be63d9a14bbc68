"""Reads the values of parameters from paths, queries and header fields, by their styles; for `testing`."""

from __future__ import annotations

import json
from typing import Any

from .codec import is_mapping
from .compiled_schema import CompiledSchema, has_type, is_listed
from .contract import find_gaps

Pairs = list[tuple[str, str]]

ABSENT: Any = object()
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}


def read_value(parameter: dict[str, Any], node: CompiledSchema, pairs: Pairs) -> Any:
    """Read the value of a parameter; that of a union as the first variant that it fits."""
    for variant in node.variants:
        value = _read(parameter, variant, pairs)
        if value is not ABSENT and not find_gaps(variant, value, model=""):
            return value
    return _read(parameter, node, pairs)


def _read(parameter: dict[str, Any], node: CompiledSchema, pairs: Pairs) -> Any:
    name, place = parameter["name"], parameter["in"]
    style = parameter.get("style", "form" if place in ("query", "cookie") else "simple")
    explode = parameter.get("explode", style == "form")
    wanted = name.lower() if place == "header" else name
    texts = [text for key, text in pairs if key == wanted]
    array, shapes = _array(node), find_objects(node)
    if "content" in parameter:
        return parse_json(texts[0]) if texts else ABSENT
    if style == "deepObject":
        return _deep_object(name, node, pairs)
    if shapes and explode and style == "form" and not (array and texts):
        inner = [(key, text) for key, text in pairs if _member(shapes, key)]
        # An object without members leaves nothing in a query.
        is_empty = parameter.get("required") and any(not each.required for each in shapes)
        return _members(shapes, inner) if inner or is_empty else ABSENT
    if not texts:
        return ABSENT
    if place == "path":
        return _path_value(texts[0], style, explode, node)
    if array and not (explode and style == "form"):
        texts = texts[0].split(_DELIMITERS.get(style, ","))
    if array:
        return _typed_items(texts, array)
    if shapes:
        return _members(shapes, _alternating(texts[0].split(",")))
    return _typed(texts[0], node)


def _deep_object(name: str, node: CompiledSchema, pairs: Pairs) -> Any:
    """Return the value of `name[a][b]=1` and the like."""
    tree: dict[str, Any] = {}
    for key, text in pairs:
        if key.startswith(f"{name}["):
            *outer, last = key[len(name) + 1 : -1].split("][")
            branch = tree
            for each in outer:
                branch = branch.setdefault(each, {})
            branch[last] = text
    return _nested(tree, node) if tree else ABSENT


def _nested(tree: Any, node: CompiledSchema | None) -> Any:
    """Return a branch of a deep object as the type that is described; keys of a list are indices."""
    if not is_mapping(tree):
        return _typed(tree, node)
    if node is not None and (array := _array(node)) is not None:
        return [_nested(each, array.items) for each in tree.values()]
    shapes = find_objects(node) if node is not None else []
    return {name: _nested(each, _member(shapes, name)) for name, each in tree.items()}


def _path_value(text: str, style: str, explode: bool, node: CompiledSchema) -> Any:
    """Return the value of a path parameter: `a,b`, with `label` `.a.b`, with `matrix` `;name=a,b`."""
    array, shapes = _array(node), find_objects(node)
    separator = "," if style == "simple" or not explode else "." if style == "label" else ";"
    if style in ("label", "matrix"):
        text = text[1:]
    parts = text.split(separator if array or shapes else "\0") if text else []
    if style == "matrix" and not (shapes and explode):
        # each part of an exploded list has the name in front, else the first alone
        parts = [
            part.partition("=")[2] if explode or not n else part for n, part in enumerate(parts)
        ]
    if array:
        return _typed_items(parts, array)
    if shapes and explode:
        return _members(
            shapes, [(name, text) for name, _, text in (p.partition("=") for p in parts)]
        )
    if shapes:
        return _members(shapes, _alternating(parts))
    return _typed(parts[0] if parts else "", node)


def _alternating(parts: list[str]) -> Pairs:
    """Return the names and values that follow each other: `a,1,b,2`."""
    return list(zip(parts[::2], parts[1::2], strict=False))


def _members(shapes: list[CompiledSchema], pairs: Pairs) -> dict[str, Any]:
    """Return the members of an object, each as the type that one of its variants describes."""
    values: dict[str, Any] = {}
    for name, text in pairs:
        node = _member(shapes, name)
        if node is not None and (array := _array(node)) is not None and text[:1] != "[":
            values.setdefault(name, []).append(_typed(text, array.items))
        else:
            values[name] = _typed(text, node)
    return values


def _typed_items(texts: list[str], array: CompiledSchema) -> list[Any]:
    """Return the items of a list, each as the type that is described for its place."""
    prefix = array.prefix[: len(texts)]
    described = [*prefix, *[array.items] * (len(texts) - len(prefix))]
    return [_typed(text, node) for text, node in zip(texts, described, strict=True)]


def _typed(text: str, node: CompiledSchema | None) -> Any:
    """Return a text of a URL as the type that is described; unchanged if it is not one.

    What is nested deeper than a style can write is JSON.
    """
    value = parse_json(text)
    for leaf in (node.variants or (node,)) if node else ():
        kinds = tuple(kind for kind in leaf.types if kind != "string")
        if (kinds and has_type(value, kinds)) or (leaf.values and is_listed(value, leaf.values)):
            return value
    return text


def _member(shapes: list[CompiledSchema], name: str) -> CompiledSchema | None:
    """Return what a member must be by the first of the variants that describes it."""
    return next((node for each in shapes if (node := each.member(name))), None)


def _array(node: CompiledSchema) -> CompiledSchema | None:
    """Return the variant that is an array, if any."""
    return next((each for each in node.variants or (node,) if "array" in each.types), None)


def find_objects(node: CompiledSchema) -> list[CompiledSchema]:
    """Return the variants that are objects."""
    return [
        each
        for each in node.variants or (node,)
        if "object" in each.types or (each.properties and not each.types)
    ]


def parse_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
