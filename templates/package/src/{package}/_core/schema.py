"""Makes the schemas of `_contract.json` ready to be compared with values.

Whatever can be settled once is settled here: references, `allOf`, the variants of a union, the
classes of values that need no further look. `contract` does the comparing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from attrs import define, field

NAMES: dict[type, str] = {
    **{str: "string", bool: "boolean", int: "number", float: "number"},
    **{dict: "object", list: "array", type(None): "null"},
}
_CLASSES: dict[str, set[type]] = {
    **{name: {cls} for cls, name in NAMES.items()},
    **{"integer": {int}, "number": {int, float}},
}
FORMATS = {
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
}
_Bound = tuple[str, Callable[[Any, Any], bool], str]
_BOUNDS: dict[str, _Bound] = {
    "minimum": ("number", lambda value, bound: value >= bound, "at least {}"),
    "maximum": ("number", lambda value, bound: value <= bound, "at most {}"),
    "exclusiveMinimum": ("number", lambda value, bound: value > bound, "more than {}"),
    "exclusiveMaximum": ("number", lambda value, bound: value < bound, "less than {}"),
    "minLength": ("string", lambda value, bound: len(value) >= bound, "at least {} characters"),
    "maxLength": ("string", lambda value, bound: len(value) <= bound, "at most {} characters"),
    "pattern": ("string", lambda value, bound: re.search(bound, value) is not None, "text like {}"),
    "minItems": ("array", lambda value, bound: len(value) >= bound, "at least {} items"),
    "maxItems": ("array", lambda value, bound: len(value) <= bound, "at most {} items"),
}
_STREAMS = frozenset(
    "text/event-stream application/jsonl application/x-ndjson application/x-jsonlines"
    " application/json-seq".split()
)


def _last(reference: str) -> str:
    return reference.rpartition("/")[2]


def _name(schema: dict[str, Any]) -> str:
    return _last(schema.get("$ref", ""))


def _is_secret_by_nature(schema: dict[str, Any]) -> bool:
    """Whether values are secrets although nothing says so: passwords, and text that is never sent back."""
    if schema.get("type") != "string" or "enum" in schema:
        return False
    return schema.get("format") == "password" or schema.get("writeOnly") is True


@define(eq=False, repr=False)
class Node:
    """A schema made ready to be compared with values. Without `kinds` it takes every type."""

    name: str
    kinds: tuple[str, ...] = ()
    fast: set[type] = field(factory=set)  # classes whose values need no further look
    properties: dict[str, Node] = field(factory=dict)
    required: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()  # required as well, but only in the other direction
    extra: Node | None = None  # what members beyond `properties` must be
    closed: bool = False  # no members beyond `properties` are described
    items: Node | None = None
    prefix: tuple[Node, ...] = ()
    values: list[Any] | None = None
    variants: tuple[Node, ...] = ()
    tag: str = ""
    table: dict[str, Node] = field(factory=dict)
    format: str = ""
    bounds: tuple[tuple[_Bound, Any], ...] = ()
    secret: bool = False

    @property
    def expected(self) -> str:
        """What the schema wants, in words."""
        if self.values is not None:
            return "one of " + ", ".join(map(json.dumps, self.values))
        if self.variants:
            names = [each.name or each.expected for each in self.variants]
            return " or ".join(dict.fromkeys(name for name in names if name != "null"))
        kinds = [kind for kind in self.kinds if kind != "null"] or self.kinds
        return self.format or " or ".join(kinds) or "any value"


class Schemas:
    """Makes nodes of the schemas of a contract, each named one once.

    Args:
        named: The schemas.
        requests: Whether it is requests that are compared, bounds included, or answers.
    """

    def __init__(self, named: dict[str, Any], *, requests: bool) -> None:
        self._named = named
        self._requests = requests
        self._nodes: dict[str, Node] = {}

    def node(self, schema: dict[str, Any]) -> Node:
        """The node of `schema`, which may be a reference."""
        key = json.dumps(schema)
        if key not in self._nodes:
            # Known before it is filled: schemas may hold themselves.
            node = self._nodes[key] = Node(_name(schema))
            self._fill(node, self._flat(schema))
        return self._nodes[key]

    def _flat(self, schema: dict[str, Any]) -> dict[str, Any]:
        """`schema` with what it refers to and its `allOf` merged into it."""
        if "allOf" not in schema and "$ref" not in schema:
            return schema
        merged: dict[str, Any] = {}
        own = {key: value for key, value in schema.items() if key not in ("allOf", "$ref")}
        referred = [self._named[_name(schema)]] if "$ref" in schema else []
        for part in map(self._flat, [*referred, *schema.get("allOf", ()), own]):
            properties = {**merged.get("properties", {}), **part.get("properties", {})}
            required = [*merged.get("required", ()), *part.get("required", ())]
            merged |= part
            if properties:
                merged |= {"properties": properties, "required": required}
        return merged

    def _fill(self, node: Node, schema: dict[str, Any]) -> None:
        kinds = schema.get("type", ())
        node.kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
        node.secret = bool(schema.get("x-secret", _is_secret_by_nature(schema)))
        node.format = str(schema.get("format")) if schema.get("format") in FORMATS else ""
        node.values = [schema["const"]] if "const" in schema else schema.get("enum")
        if self._requests:
            node.bounds = tuple((_BOUNDS[key], schema[key]) for key in _BOUNDS if key in schema)
        self._fill_members(node, schema)
        self._fill_variants(node, schema)
        if not (node.values or node.variants or node.format or node.bounds or node.secret):
            node.fast = {cls for kind in node.kinds or NAMES.values() for cls in _CLASSES[kind]}
            if node.properties or node.required or node.extra or node.closed:
                node.fast.discard(dict)
            if node.items or node.prefix:
                node.fast.discard(list)

    def _fill_members(self, node: Node, schema: dict[str, Any]) -> None:
        properties = schema.get("properties", {})
        node.properties = {name: self.node(each) for name, each in properties.items()}
        said = {name: self._flat(properties.get(name, {})) for name in schema.get("required", ())}
        needed = {name: each for name, each in said.items() if not each.get("x-optional")}
        lacking = "readOnly" if self._requests else "writeOnly"
        node.required = tuple(name for name, each in needed.items() if not each.get(lacking))
        node.elsewhere = tuple(name for name, each in needed.items() if each.get(lacking))
        extra: Any = schema.get("additionalProperties", not properties)
        node.extra = self.node(extra) if extra.__class__ is dict else None
        node.closed = extra is False
        node.prefix = tuple(self.node(each) for each in schema.get("prefixItems", ()))
        items: Any = schema.get("items")
        node.items = self.node(items) if items.__class__ is dict else None

    def _fill_variants(self, node: Node, schema: dict[str, Any]) -> None:
        variants = schema.get("oneOf") or schema.get("anyOf") or ()
        shared = {key: schema[key] for key in ("type", "properties", "required") if key in schema}
        named: dict[str, Node] = {}
        for each in variants:
            variant = self.node({"allOf": [shared, each]} if node.properties else each)
            variant.name = variant.name or _name(each)
            node.variants = (*node.variants, variant)
            named[variant.name] = variant
        discriminator = schema.get("discriminator", {})
        node.tag = discriminator.get("propertyName", "") if variants else ""
        mapping = discriminator.get("mapping", {name: name for name in named})
        node.table = {tag: named[_last(ref)] for tag, ref in mapping.items() if _last(ref) in named}


def is_json(media_type: str) -> bool:
    """Whether a media type (without parameters) says JSON."""
    return media_type == "application/json" or media_type.endswith("+json")


def is_stream(media_type: str) -> bool:
    """Whether a media type (without parameters) says one event after the other."""
    return media_type in _STREAMS


def fits(value: Any, kinds: tuple[str, ...]) -> bool:
    """Whether a value is of one of the types; without any, all are welcome."""
    kind = NAMES[value.__class__]
    if not kinds or kind in kinds:
        return True
    return kind == "number" and "integer" in kinds and float(value).is_integer()


def among(value: Any, values: list[Any]) -> bool:
    """Whether a value is one of those listed."""
    # In Python True == 1, in JSON it is not.
    return any(each == value and (each is True) == (value is True) for each in values)


def sample(value: Any) -> str:
    """A described value for the reader of a report: short, and of containers the types only."""
    if value.__class__ in (dict, list):
        return shape(value)
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:56] + '…"'


def shape(value: Any) -> str:
    """What a value is made of, without what it says: it may be a secret that nobody marked."""
    if value.__class__ is dict:
        members = [f"{name}: {NAMES[each.__class__]}" for name, each in value.items()]
        return "{" + ", ".join([*members[:6], *(["…"] if len(members) > 6 else [])]) + "}"
    if value.__class__ is list:
        return "[" + " | ".join({NAMES[each.__class__]: None for each in value}) + "]"
    return NAMES[value.__class__]


def smallest(node: Node) -> Any:
    """A value that fits, with the members that are required; for examples that are missing."""
    if node.values:
        return node.values[0]
    if node.table:
        tag, variant = next(iter(node.table.items()))
        return {**smallest(variant), node.tag: tag}
    if node.variants:
        return smallest(node.variants[0])
    if "object" in node.kinds or node.properties:
        names = (*node.required, *node.elsewhere)
        return {name: smallest(node.properties.get(name, node)) for name in names}
    text = {"date-time": "2000-01-01T00:00:00Z", "date": "2000-01-01"}.get(node.format, "")
    blanks: dict[str, Any] = {"string": text, "array": [], "boolean": True, "null": None}
    return blanks.get(node.kinds[0], 0) if node.kinds else None
