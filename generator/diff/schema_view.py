"""A schema as the comparison of constraints sees it: references followed, `allOf` merged, null set aside.

Spellings that mean the same become the same here: `exclusiveMaximum: true` of OpenAPI 3.0 and the number of 3.1,
`minLength: 0` and nothing, an `anyOf` of one schema and null and the schema itself.
"""

from __future__ import annotations

import json
from typing import Any, Final

from attrs import define, field, frozen

from ..ir.types import Json
from ..openapi.loading import Node, Source
from ..openapi.metamodel import is_list, is_map

_BOUNDS: Final = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength"}
    | {"maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minProperties"}
    | {"maxProperties", "minContains", "maxContains", "default"}
)
_COMPARED_AS_ONE: Final = frozenset(
    {"contains", "prefixItems", "not", "if", "then", "else", "propertyNames", "dependentRequired"}
    | {"dependentSchemas", "unevaluatedItems", "unevaluatedProperties", "contentEncoding"}
    | {"contentMediaType", "contentSchema"}
)
"""Keywords that are compared as a whole."""
_TEXT: Final = {"minLength", "maxLength", "pattern", "contentEncoding"} | {
    "contentMediaType",
    "contentSchema",
}
_NUMBER: Final = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
_LIST: Final = {"minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"} | {
    "prefixItems",
    "unevaluatedItems",
}
_OBJECT: Final = {"minProperties", "maxProperties", "propertyNames", "dependentRequired"} | {
    "dependentSchemas",
    "unevaluatedProperties",
}
_KEYWORDS_OF_TYPES: Final[dict[str, set[str]]] = {
    "string": _TEXT,
    "integer": _NUMBER,
    "number": _NUMBER,
    "array": _LIST,
    "object": _OBJECT,
}
"""The keywords that restrict values of a type, and no other values."""
RESTRICTING: Final = frozenset[str]().union(*_KEYWORDS_OF_TYPES.values())
"""The keywords that say nothing where values are listed."""
SUBSCHEMAS: Final = frozenset(
    {"contains", "prefixItems", "not", "if", "then", "else", "propertyNames"}
)
"""Keywords whose schemas are compared by what they admit, not by their text."""
_ANNOTATIONS: Final = frozenset(
    {"description", "title", "example", "examples", "deprecated", "$comment"}
)
_EMPTY: Final = {
    "minLength": 0,
    "minItems": 0,
    "minProperties": 0,
    "uniqueItems": False,
    "minContains": 1,
}
"""Values that say as much as the keyword's absence."""
_ANYTHING: Final = frozenset({"", "^", "$", ".*", "^.*", ".*$", "^.*$"})
"""Patterns that every text matches."""
_LOWEST: Final = frozenset(
    {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"}
)
_HIGHEST: Final = frozenset(
    {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"}
)


@define
class SchemaView:
    """What a schema demands of a value and of the values inside it."""

    keywords: dict[str, Json] = field(factory=dict)
    """Bounds, and what is compared as a whole as JSON text."""
    types: frozenset[str] | None = None
    """The JSON types, None where the schema names none."""
    format: str = ""
    values: list[Json] | None = None
    """The values that are listed by `enum` or `const`, None where none are."""
    required: set[str] = field(factory=set)
    nodes: dict[str, list[Node]] = field(factory=dict)
    """Where the keywords stand that are compared as a whole."""
    properties: dict[str, list[Node]] = field(factory=dict)
    patterns: dict[str, list[Node]] = field(factory=dict)
    items: list[Node] = field(factory=list)
    additional: list[Node] = field(factory=list)
    """Schemas of members that are not listed."""
    is_closed: bool = False
    """Whether members that are not listed are refused."""
    alternatives: list[list[Node]] = field(factory=list)
    """The alternatives of `anyOf` and `oneOf`, null left out, where there is more than one."""


@frozen
class Schemas:
    """Reads schemas of a document."""

    source: Source
    _views: dict[tuple[str, ...], SchemaView] = field(factory=dict)

    def find(self, place: str) -> Node | None:
        """Return the node at `file#pointer`, None where there is none."""
        node = self.source.document.at(place.partition("#")[2])
        return node if node.exists else None

    def view(self, nodes: list[Node]) -> SchemaView:
        """Return what the schemas at `nodes`, which all apply, demand."""
        key = tuple(map(place_of, nodes))
        if key not in self._views:
            view = SchemaView()
            for node in nodes:
                self._add(node, view, frozenset())
            _normalize(view)
            self._views[key] = view
        return self._views[key]

    def target(self, node: Node) -> Node:
        """Return what a bare chain of references ends at; the node itself if it is not a reference."""
        if node.text("$ref") is None:
            return node
        resolved = self.source.resolve(node)
        return resolved if resolved is not None else node

    def follow(self, node: Node, reference: str) -> Node | None:
        """Return what a reference inside the schema at `node` leads to, None if it leads nowhere."""
        return self.source.resolve(Node(node.document, {"$ref": reference}, node))

    def _add(self, node: Node, view: SchemaView, above: frozenset[str]) -> None:
        """Add the demands of the schema at `node` to a view."""
        place = place_of(node)
        if place in above:
            return
        above |= {place}
        value = node.value
        if value.__class__ is not dict:
            return
        if "$ref" in value:
            target = self.source.resolve(node)
            if target is not None and target is not node:
                self._add(target, view, above)
        self._add_own(node, view)
        for part in node / "allOf":
            self._add(part, view, above)
        for keyword in ("anyOf", "oneOf"):
            options = [each for each in node / keyword if not self._is_null(each)]
            if len(options) == 1:
                self._add(options[0], view, above)
            elif options:
                view.alternatives += [[option] for option in options]

    def _add_own(self, node: Node, view: SchemaView) -> None:
        value: dict[str, Any] = node.value
        types = value.get("type")
        if isinstance(types, str) or is_list(types):
            listed = [types] if isinstance(types, str) else types
            named = frozenset(map(str, listed)) - {"null"}
            view.types = named if view.types is None else view.types & named
        for keyword in value.keys() & _BOUNDS:
            _add_bound(keyword, value[keyword], view.keywords)
        for keyword in value.keys() & _COMPARED_AS_ONE:
            text = _write_canonical(value[keyword])
            if text != _TRIVIAL.get(keyword):
                view.keywords[keyword] = text
                view.nodes.setdefault(keyword, []).append(node / keyword)
        if is_list(value.get("enum")) or "const" in value:
            listed = value["enum"] if is_list(value.get("enum")) else [value["const"]]
            view.values = [each for each in listed if each is not None]
        if isinstance(value.get("format"), str):
            view.format = value["format"]
        if is_list(value.get("required")):
            view.required |= set(map(str, value["required"]))
        for name, each in (node / "properties").items():
            view.properties.setdefault(name, []).append(each)
        for name, each in (node / "patternProperties").items():
            view.patterns.setdefault(name, []).append(each)
        items = node.get("items")
        if items is not None and items.is_map:
            view.items.append(items)
        further = node.get("additionalProperties")
        if further is not None:
            if further.value is False:
                view.is_closed = True
            elif further.is_map and further.value:
                view.additional.append(further)

    def _is_null(self, node: Node) -> bool:
        value = self.target(node).value
        if value.__class__ is not dict:
            return False
        return (
            value.get("type") in ("null", ["null"])
            or value.get("enum") == [None]
            or ("const" in value and value["const"] is None)
        )


_TRIVIAL: Final = {
    "unevaluatedProperties": "true",
    "unevaluatedItems": "true",
    "propertyNames": "{}",
    "contentEncoding": '"base64"',
    "contentMediaType": '"application/octet-stream"',
}
"""Values that say nothing, or what the type of a value says already: bytes, as `format: byte` and `binary` do."""


def place_of(node: Node) -> str:
    """Return where a node stands, `file#pointer`."""
    return f"{node.document.name}#{node.pointer}"


def _add_bound(keyword: str, value: Any, keywords: dict[str, Json]) -> None:
    """Add a bound; of two that both apply, the tighter one counts."""
    if isinstance(value, (dict, list)):
        value = _write_canonical(value)
    if keyword in _EMPTY and value == _EMPTY[keyword]:
        return
    other = keywords.get(keyword)
    if is_number(other) and is_number(value):
        if keyword in _LOWEST:
            value = min(other, value)
        elif keyword in _HIGHEST:
            value = max(other, value)
    keywords[keyword] = value


def _normalize(view: SchemaView) -> None:
    """Make spellings equal that mean the same, and leave out keywords that restrict nothing."""
    keywords = view.keywords
    for inclusive, exclusive in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        flag = keywords.get(exclusive)
        if isinstance(flag, bool):  # of OpenAPI 3.0
            del keywords[exclusive]
            if flag and inclusive in keywords:
                keywords[exclusive] = keywords.pop(inclusive)
    useless: set[str] = set()
    if view.types is not None:
        useless |= RESTRICTING.difference(
            *(_KEYWORDS_OF_TYPES.get(each, ()) for each in view.types)
        )
    if view.values is not None:
        useless |= RESTRICTING
    if "contains" not in keywords:
        useless |= {"minContains", "maxContains"}
    if "if" not in keywords or keywords.keys().isdisjoint({"then", "else"}):
        useless |= {"if", "then", "else"}
    if keywords.get("pattern") in _ANYTHING:
        useless.add("pattern")
    if view.types == frozenset({"integer"}) and keywords.get("multipleOf") == 1:
        useless.add("multipleOf")
    for keyword in useless & keywords.keys():
        del keywords[keyword]


def is_number(value: Any) -> bool:
    """Return whether a JSON value is a number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _write_canonical(value: Any) -> str:
    """Return a value as JSON text without annotations, keys sorted."""
    return json.dumps(_without_annotations(value), sort_keys=True, ensure_ascii=False, default=str)


def _without_annotations(value: Any) -> Any:
    if is_map(value):
        return {
            key: _without_annotations(each)
            for key, each in value.items()
            if key not in _ANNOTATIONS
        }
    return [_without_annotations(each) for each in value] if is_list(value) else value
