"""Names of schemas: that of the document where it has one, otherwise after the place."""

from __future__ import annotations

from urllib.parse import unquote

from ...ir.definitions import is_component
from ...openapi.json_pointers import split_pointer
from ...openapi.loading import Node
from ...text import split_words
from ..naming.inflection import make_singular
from .variant_names import name_variants

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


def make_definition_key(node: Node) -> str:
    """Return the place of `node` as `file#pointer`, which is the key of what it defines."""
    return f"{node.document.name}#{node.pointer}"


def name_component(node: Node) -> str:
    """Return the name of the schema at `node` in the document, or one after its place."""
    pointer = node.pointer
    if not pointer:
        return node.document.name.rsplit("/", 1)[-1].split(".")[0]
    tokens = [unquote(token) for token in split_pointer(pointer)]
    return (
        tokens[-1]
        if is_component(f"#{pointer}")
        else _name_from_pointer(node.document.root, tokens)
    )


def _name_from_pointer(root: Node, tokens: list[str]) -> str:
    """Return the significant tokens of a pointer: `/paths/~1pets/get/responses/200/…/schema` is "pets get response"."""
    words: list[str] = []
    before, parent = "", root
    for token in tokens:
        if token == "items" and words and before != "properties":
            words.append(name_item(words.pop()))
        elif before in _VARIANTS and token.isdecimal():
            is_root = len(words) == 1
            words.append(dict(enumerate(name_variants([*parent], is_root))).get(int(token), ""))
        elif before == "allOf" or (
            token in _STRUCTURAL_TOKENS | _VARIANTS and before != "properties"
        ):
            words += {"responses": ["response"], "requestBody": ["body"]}.get(token, [])
        elif token == "additionalProperties" and before != "properties":
            words.append("value")
        else:
            words.append(" ".join(split_words(token)))
        before, parent = token, parent / token
    return " ".join(each for each in words if each) or "value"


def name_item(name: str) -> str:
    """Return the name of one of several `name`."""
    one = make_singular(name)
    return one if one != name else f"{name} item"
