"""Keywords that the declared version of OpenAPI does not have, and siblings of references in 3.0."""

from __future__ import annotations

from collections import Counter

from ..openapi.loading import Node
from .linter import Linter

_SINCE = {
    (shape, key): minor
    for minor, fields in {
        1: {
            "document": "webhooks jsonSchemaDialect",
            "info": "summary",
            "license": "identifier",
            "components": "pathItems",
            "schema": "const examples if then else prefixItems contains minContains maxContains propertyNames"
            " patternProperties dependentRequired dependentSchemas unevaluatedItems unevaluatedProperties $defs"
            " $id $anchor $schema $comment $dynamicRef $dynamicAnchor contentEncoding contentMediaType contentSchema",
        },
        2: {
            "document": "$self",
            "server": "name",
            "components": "mediaTypes",
            "pathItem": "query additionalOperations",
            "mediaType": "itemSchema prefixEncoding itemEncoding",
            "example": "dataValue serializedValue",
            "tag": "summary parent kind",
            "flows": "deviceAuthorization",
            "securityScheme": "oauth2MetadataUrl deprecated",
            "response": "summary",
            "xml": "nodeType",
            "discriminator": "defaultMapping",
        },
    }.items()
    for shape, keys in fields.items()
    for key in keys.split()
}
"""The minor version that brought a field."""
_BOUNDS = ("exclusiveMinimum", "exclusiveMaximum")


class VersionCheck:
    """Collects what belongs to another version; each keyword is reported once."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._first: dict[tuple[str, str, str], Node] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def check(self, shape: str, node: Node) -> None:
        """Note the keywords of an object."""
        minor = self._linter.minor
        if minor is None:
            return
        for key in node.value:
            since = _SINCE.get((shape, key))
            if since is not None and since > minor:
                self._note(
                    key, f"came with OpenAPI 3.{since}", "raise `openapi`, or remove it", node
                )
        if shape == "schema":
            self._check_schema(node, minor)

    def _check_schema(self, node: Node, minor: int) -> None:
        type_ = node.plain("type")
        if minor == 0 and type(type_) is list:
            self._note(
                "type",
                "is a list since OpenAPI 3.1",
                "write one type, and `nullable: true` for null",
                node,
            )
        elif minor == 0 and type_ == "null":
            self._note(
                "type",
                "can be `null` since OpenAPI 3.1",
                "write `nullable: true` next to a type",
                node,
            )
        if minor > 0 and "nullable" in node:
            self._note(
                "nullable",
                "was removed in OpenAPI 3.1",
                "write the type as a list, e.g. [string, 'null']",
                node,
            )
        for key in _BOUNDS:
            is_flag = type(node.plain(key)) is bool
            if key in node and is_flag is (minor > 0):
                what = "a number since OpenAPI 3.1" if minor > 0 else "true or false in OpenAPI 3.0"
                bound = key.removeprefix("exclusive").lower()
                other = (
                    f"write the bound itself, without `{bound}`"
                    if minor > 0
                    else f"write it as `{bound}`, and this as `true`"
                )
                self._note(key, f"is {what}", other, node)

    def _note(self, key: str, message: str, help: str, node: Node) -> None:
        self._first.setdefault((key, message, help), node / key)
        self._counts[key, message, help] += 1

    def report(self) -> None:
        """Report what was collected."""
        for (key, message, help), place in self._first.items():
            number = self._counts[key, message, help] - 1
            more = f" (here and at {number:,} more)" if number else ""
            self._linter.warn("version-keyword", place, f"`{key}` {message}{more}", help)


def check_siblings(linter: Linter, node: Node) -> None:
    """Report siblings of a reference to a schema in a version that ignores them."""
    if linter.minor != 0:
        return
    siblings = [key for key in node.value if key != "$ref" and not key.startswith("x-")]
    if siblings:
        names = ", ".join(f"`{each}`" for each in siblings)
        linter.warn(
            "ref-siblings",
            node / siblings[0],
            f"OpenAPI 3.0 ignores {names} next to `$ref`",
            "put the reference into an `allOf`",
        )
