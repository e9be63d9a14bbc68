"""Names of schemas: that of the document where it has one, otherwise after the place."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from ...ir.definitions import is_component
from ...openapi.json_pointers import split_pointer
from ...openapi.loading import Node
from ...openapi.metamodel import is_list
from ...text import split_words
from ..naming.inflection import singular

_STRUCTURAL_TOKENS = frozenset(
    {
        "paths",
        "components",
        "schemas",
        "schema",
        "properties",
        "patternProperties",
        "responses",
        "content",
    }
    | {
        "parameters",
        "requestBody",
        "requestBodies",
        "headers",
        "allOf",
        "definitions",
        "$defs",
        "webhooks",
    }
    | {"callbacks", "prefixItems", "application/json", "200", "201", "pathItems"}
)
_VARIANTS = frozenset({"oneOf", "anyOf"})


def definition_key(node: Node) -> str:
    """Return the place of `node` as `file#pointer`, which is the key of what it defines."""
    return f"{node.document.name}#{node.pointer}"


def component_name(node: Node) -> str:
    """Return the name of the schema at `node` in the document, or one after its place."""
    pointer = node.pointer
    if not pointer:
        return node.document.name.rsplit("/", 1)[-1].split(".")[0]
    tokens = [unquote(token) for token in split_pointer(pointer)]
    return tokens[-1] if is_component(f"#{pointer}") else _name_from_pointer(tokens)


def _name_from_pointer(tokens: list[str]) -> str:
    """Return the significant tokens of a pointer: `/paths/~1pets/get/responses/200/…/schema` is "pets get response"."""
    words: list[str] = []
    before = ""
    for token in tokens:
        if token == "items" and words and before != "properties":
            words.append(item_name(words.pop()))
        elif before in _VARIANTS and token.isdecimal():
            words.append(f"option {int(token) + 1}")
        elif before == "allOf" or (
            token in _STRUCTURAL_TOKENS | _VARIANTS and before != "properties"
        ):
            words += {"responses": ["response"], "requestBody": ["body"]}.get(token, [])
        elif token == "additionalProperties" and before != "properties":
            words.append("value")
        else:
            words.append(" ".join(split_words(token)))
        before = token
    return " ".join(each for each in words if each) or "value"


def item_name(name: str) -> str:
    """Return the name of one of several `name`."""
    one = singular(name)
    return one if one != name else f"{name} item"


def is_null(node: Node) -> bool:
    """Return whether a variant is null and nothing else: the one beside it needs no name of its own."""
    return bool(node.plain("type") == "null" or node.plain("enum") == [None])


def variant_name(node: Node, number: int) -> str:
    """Return the name of a variant written in place: its title, the constant that distinguishes it, or its number."""
    parts = (node, *(node / "allOf"))
    constants = (
        _word_constant(each) for part in parts for _, each in (part / "properties").items()
    )
    return node.text("title") or next(filter(None, constants), f"option {number}")


def _word_constant(node: Node) -> str:
    """Return the one text that a schema allows, if it consists of a few words."""
    listed: Any = [node.plain("const")] if "const" in node else node.plain("enum")
    only_value: Any = listed[0] if is_list(listed) and len(listed) == 1 else None
    return (
        only_value
        if isinstance(only_value, str) and re.fullmatch(r"[A-Za-z][\w.-]{0,30}", only_value)
        else ""
    )
