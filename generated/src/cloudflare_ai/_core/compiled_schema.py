"""The schemas of `_contract.json`, compiled for comparing values with them.

Work that is the same for all values is done here once: references are followed, `allOf` is merged, variants of
unions and classes of values that need no further look are listed. `contract` compares, `made_up_values` makes values
that fit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

from attrs import define, field

from .codec import is_list, is_mapping

JSON_TYPES: dict[type, str] = {
    **{str: "string", bool: "boolean", int: "number", float: "number"},
    **{dict: "object", list: "array", type(None): "null"},
}
_CLASSES: dict[str, set[type]] = {
    **{name: {cls} for cls, name in JSON_TYPES.items()},
    **{"integer": {int}, "number": {int, float}},
}
FORMATS = {
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
}
Constraint = tuple[str, Callable[[Any, Any], bool], str]
"""The JSON type that a keyword constrains, the test, and what it asks for in words."""
_CONSTRAINTS: dict[str, Constraint] = {
    "minimum": ("number", lambda value, bound: value >= bound, "at least {}"),
    "maximum": ("number", lambda value, bound: value <= bound, "at most {}"),
    "exclusiveMinimum": ("number", lambda value, bound: value > bound, "more than {}"),
    "exclusiveMaximum": ("number", lambda value, bound: value < bound, "less than {}"),
    "multipleOf": ("number", lambda value, bound: _is_multiple(value, bound), "a multiple of {}"),
    "minLength": ("string", lambda value, bound: len(value) >= bound, "at least {} characters"),
    "maxLength": ("string", lambda value, bound: len(value) <= bound, "at most {} characters"),
    "pattern": ("string", lambda value, bound: re.search(bound, value) is not None, "text like {}"),
    "minItems": ("array", lambda value, bound: len(value) >= bound, "at least {} items"),
    "maxItems": ("array", lambda value, bound: len(value) <= bound, "at most {} items"),
    "minProperties": ("object", lambda value, bound: len(value) >= bound, "at least {} members"),
    "maxProperties": ("object", lambda value, bound: len(value) <= bound, "at most {} members"),
    "uniqueItems": (
        "array",
        lambda value, bound: not bound or _is_unique(value),
        "different items",
    ),
}
_EXCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
_IMPOSSIBLE = ("no value",)


@define(eq=False, repr=False)
class CompiledSchema:
    """A schema, ready for comparing values with it. Without `types` it takes every type.

    Attributes:
        name: Name of the schema; "" for one written in place.
        types: Names of JSON types.
        plain_classes: Classes whose values need no further look.
        properties: Described members of an object.
        required: Members that can't be left out.
        required_elsewhere: Members required in the other direction only.
        patterns: Members described by a pattern of their names.
        additional: What members beyond those must be.
        is_closed: Whether no members beyond those are described.
        items: What the items of a list must be, beyond those in `prefix`.
        values: The only values, where they are listed.
        variants: Alternatives, one of which a value has to match.
        discriminator: Member whose value names the variant.
        table: Its values as text → variant.
        constraints: Keywords with their values, in requests.
        is_secret: Whether values are not shown.
    """

    name: str
    types: tuple[str, ...] = ()
    plain_classes: set[type] = field(factory=set)
    properties: dict[str, CompiledSchema] = field(factory=dict)
    required: tuple[str, ...] = ()
    required_elsewhere: tuple[str, ...] = ()
    patterns: tuple[tuple[re.Pattern[str], CompiledSchema], ...] = ()
    additional: CompiledSchema | None = None
    is_closed: bool = False
    items: CompiledSchema | None = None
    prefix: tuple[CompiledSchema, ...] = ()
    values: list[Any] | None = None
    variants: tuple[CompiledSchema, ...] = ()
    discriminator: str | None = None
    table: dict[str, CompiledSchema] = field(factory=dict)
    format: str = ""
    constraints: dict[str, Any] = field(factory=dict)
    is_secret: bool = False

    @property
    def expected(self) -> str:
        """What the schema asks for, in words."""
        if self.values is not None:
            return "one of " + ", ".join(map(json.dumps, self.values))
        if self.variants:
            names = [
                each.name or (each.expected if not each.variants else "a value")
                for each in self.variants
            ]
            return " or ".join(dict.fromkeys(name for name in names if name != "null"))
        types = [name for name in self.types if name != "null"] or self.types
        format_ = self.format if self.format in FORMATS else ""
        return format_ or " or ".join(types) or "any value"

    def member(self, name: str) -> CompiledSchema | None:
        """Return what a member of this name must be; None where nothing is described."""
        child = self.properties.get(name)
        if child is None:
            for pattern, node in self.patterns:
                if pattern.search(name):
                    return node
            child = self.additional
        return child

    def list_violations(self, value: Any) -> list[str]:
        """Describe the constraints that a value of the right type violates."""
        messages: list[str] = []
        for key, bound in self.constraints.items():
            type_name, is_satisfied, words = _CONSTRAINTS[key]
            if has_type(value, (type_name,)) and not is_satisfied(value, bound):
                messages.append(words.format(bound))
        return messages


class SchemaCompiler:
    """Compiles the schemas of a contract, each once.

    Args:
        named: The schemas by name.
        requests: Whether requests are compared, constraints included, or responses.
    """

    def __init__(self, named: Mapping[str, Any], *, requests: bool) -> None:
        self._named = named
        self._requests = requests
        self._compiled: dict[str, CompiledSchema] = {}

    def compile(self, schema: Any) -> CompiledSchema:
        """Return a schema, which may be a reference or a boolean, ready for comparisons."""
        key = json.dumps(schema)
        if key not in self._compiled:
            # Known before it is filled: schemas may contain themselves.
            node = self._compiled[key] = CompiledSchema(_referenced_name(schema))
            if schema is False:
                node.types = _IMPOSSIBLE
            else:
                self._fill(node, self._flatten(schema, frozenset()))
        return self._compiled[key]

    def _flatten(self, schema: Any, seen: frozenset[str]) -> dict[str, Any]:
        """Return `schema` with what it refers to and its `allOf` merged into it."""
        if not is_mapping(schema):
            return {}
        if "allOf" not in schema and "$ref" not in schema:
            return dict(schema)
        merged: dict[str, Any] = {}
        parts: list[Any] = []
        if "$ref" in schema:
            name = _referenced_name(schema)
            if name not in seen:  # an `allOf` may lead back to itself
                parts.append(self._named.get(name, {}))
                seen |= {name}
        parts += schema.get("allOf", ())
        parts.append({key: value for key, value in schema.items() if key not in ("allOf", "$ref")})
        for part in parts:
            _merge(merged, self._flatten(part, seen))
        return merged

    def _fill(self, node: CompiledSchema, schema: dict[str, Any]) -> None:
        types = schema.get("type", ())
        names = (types,) if isinstance(types, str) else types if is_list(types) else ()
        # Any value fits a type that JSON does not have; what it means is not guessed by the client.
        node.types = tuple(names) if all(name in _CLASSES for name in names) else ()
        node.is_secret = bool(schema.get("x-secret", _is_secret_by_nature(schema)))
        node.format = str(schema.get("format") or "")
        values = [schema["const"]] if "const" in schema else schema.get("enum")
        node.values = list(values) if is_list(values) else None
        if node.values and not any(has_type(each, node.types) for each in node.values):
            node.types, node.values = (), None  # nothing fits both: any value is taken
        if self._requests:
            node.constraints = _read_constraints(schema)
        self._fill_members(node, schema)
        self._fill_variants(node, schema)
        is_checked = node.values is not None or node.variants or node.format in FORMATS
        if not (is_checked or node.constraints or node.is_secret):
            node.plain_classes = {
                cls for name in node.types or JSON_TYPES.values() for cls in _CLASSES[name]
            }
            if (
                node.properties
                or node.required
                or node.additional
                or node.is_closed
                or node.patterns
            ):
                node.plain_classes.discard(dict)
            if node.items or node.prefix:
                node.plain_classes.discard(list)

    def _fill_members(self, node: CompiledSchema, schema: dict[str, Any]) -> None:
        properties = schema.get("properties", {})
        node.properties = {name: self.compile(each) for name, each in properties.items()}
        node.patterns = tuple(
            (pattern, self.compile(each))
            for text, each in schema.get("patternProperties", {}).items()
            if (pattern := _compile(text)) is not None
        )
        described = {
            name: self._flatten(properties.get(name, {}), frozenset())
            for name in schema.get("required", ())
            if isinstance(name, str)
        }
        needed = {name: each for name, each in described.items() if not each.get("x-optional")}
        lacking = "readOnly" if self._requests else "writeOnly"
        node.required = tuple(name for name, each in needed.items() if not each.get(lacking))
        additional: Any = schema.get("additionalProperties", not (properties or node.patterns))
        node.additional = self.compile(additional) if is_mapping(additional) else None
        if self._requests and properties:
            # A required member that nothing describes is not an argument, so a caller can't give it.
            node.required = tuple(name for name in node.required if node.member(name) is not None)
        node.required_elsewhere = tuple(name for name in needed if name not in node.required)
        node.is_closed = additional is False
        node.prefix = tuple(self.compile(each) for each in schema.get("prefixItems", ()))
        items: Any = schema.get("items")
        node.items = self.compile(items) if is_mapping(items) or items is False else None

    def _fill_variants(self, node: CompiledSchema, schema: dict[str, Any]) -> None:
        variants = schema.get("oneOf") or schema.get("anyOf") or ()
        shared = {key: schema[key] for key in ("type", "properties", "required") if key in schema}
        named: dict[str, CompiledSchema] = {}
        for each in variants:
            name = _referenced_name(each)
            variant = self.compile(
                {"allOf": [shared, each]} if node.properties and each is not False else each
            )
            variant.name = variant.name or name
            node.variants = (*node.variants, variant)
            if name:
                named[name] = variant
        discriminator = schema.get("discriminator")
        if node.variants and is_mapping(discriminator):
            self._fill_discriminator(node, discriminator, named)

    def _fill_discriminator(
        self,
        node: CompiledSchema,
        discriminator: Mapping[str, Any],
        named: dict[str, CompiledSchema],
    ) -> None:
        """Fill the table of a discriminator; leave it out where it can't choose between the variants."""
        member = discriminator.get("propertyName")
        mapping = discriminator.get("mapping")
        if not mapping:
            described = {name: self._describe_member(name, member) for name in named}
            if all(each is None for each in described.values()):
                return  # no variant has the member
            tags = [
                (tag, name)
                for name, each in described.items()
                for tag in _list_tags(each or {}) or (name,)
            ]
            mapping = dict(tags)
            if len(mapping) < len(tags):
                return  # several variants allow the same value
        table = {
            value: named[name]
            for value, reference in mapping.items()
            if (name := _last_segment(reference)) in named
        }
        if isinstance(member, str) and table:
            node.discriminator, node.table = member, table

    def _describe_member(self, name: str, member: Any) -> dict[str, Any] | None:
        """Return what a variant says about the discriminator; None where it does not have it."""
        properties = self._flatten(self._named.get(name), frozenset()).get("properties", {})
        return self._flatten(properties[member], frozenset()) if member in properties else None


def _list_tags(schema: dict[str, Any]) -> list[str]:
    """Return the values that a schema lists for a discriminator, as text."""
    values: Any = [schema["const"]] if "const" in schema else schema.get("enum")
    listed = values if is_list(values) else []
    return [each if isinstance(each, str) else json.dumps(each) for each in listed]


def _merge(merged: dict[str, Any], part: dict[str, Any]) -> None:
    """Merge one part of an `allOf` into the others."""
    properties = {**merged.get("properties", {}), **part.get("properties", {})}
    required = list(dict.fromkeys((*merged.get("required", ()), *part.get("required", ()))))
    several = any(key in merged and key in part for key in ("oneOf", "anyOf"))
    merged |= part
    merged |= {"properties": properties} if properties else {}
    merged |= {"required": required} if required else {}
    if several:  # only the last of several unions is compared, so others may add members
        merged["additionalProperties"] = True


def _read_constraints(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the constraints of a schema; OpenAPI 3.0 has booleans for exclusive ones."""
    constraints = {key: schema[key] for key in _CONSTRAINTS if key in schema}
    for key, inclusive in _EXCLUSIVE.items():
        if isinstance(constraints.get(key), bool):
            if constraints.pop(key) and inclusive in constraints:
                constraints[key] = constraints.pop(inclusive)
    if "pattern" in constraints and _compile(constraints["pattern"]) is None:
        del constraints["pattern"]
    return constraints


def _is_secret_by_nature(schema: Mapping[str, Any]) -> bool:
    """Return whether values are secrets although nothing says so: passwords, and text that is never sent back."""
    if schema.get("type") != "string" or "enum" in schema:
        return False
    return schema.get("format") == "password" or schema.get("writeOnly") is True


def _compile(pattern: Any) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except (re.error, TypeError, RecursionError):
        return None


def _referenced_name(schema: Any) -> str:
    return _last_segment(schema.get("$ref", "")) if is_mapping(schema) else ""


def _last_segment(reference: Any) -> str:
    """Return the name at the end of a reference, with the escapes of URIs and JSON pointers undone."""
    text = unquote(str(reference).rpartition("/")[2])
    return text.replace("~1", "/").replace("~0", "~")


def _is_multiple(value: float, bound: float) -> bool:
    if not bound:
        return True
    if isinstance(value, int) and isinstance(bound, int):
        return value % bound == 0
    quotient = value / bound
    return abs(quotient - round(quotient)) < 1e-9 * max(1.0, abs(quotient))


def _is_unique(value: list[Any]) -> bool:
    texts = [json.dumps(each, sort_keys=True) for each in value]
    return len(set(texts)) == len(texts)


def name_type(value: Any) -> str:
    """Return JSON's name for the type of a value; that of Python where JSON has none."""
    return JSON_TYPES.get(value.__class__) or type(value).__name__


def has_type(value: Any, types: tuple[str, ...]) -> bool:
    """Return whether a value has one of the types; without any, every value has."""
    name = name_type(value)
    if not types or name in types:
        return True
    return name == "number" and "integer" in types and _is_whole(value)


def _is_whole(value: float) -> bool:
    return isinstance(value, int) or value.is_integer()


def is_listed(value: Any, values: list[Any]) -> bool:
    """Return whether a value is one of those listed."""
    # In Python True == 1, in JSON it is not.
    return any(
        each == value and (each.__class__ is bool) == (value.__class__ is bool) for each in values
    )


def describe_value(value: Any) -> str:
    """Describe a value for the reader of a report: briefly, and containers by their types only."""
    if value.__class__ in (dict, list) or value.__class__ not in JSON_TYPES:
        return describe_type(value)
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:56] + '…"'


def describe_type(value: Any) -> str:
    """Return the types of a value without its content, which may be a secret that nobody marked."""
    if value.__class__ is dict:
        members = [f"{name}: {name_type(each)}" for name, each in value.items()]
        return "{" + ", ".join([*members[:6], *(["…"] if len(members) > 6 else [])]) + "}"
    if value.__class__ is list:
        return "[" + " | ".join({name_type(each): None for each in value}) + "]"
    return name_type(value)
