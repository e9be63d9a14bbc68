"""The smallest valid value of a schema of a contract, made without the package's own validator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import find, settings
from hypothesis.strategies import from_regex

from generator.lowering.contract.contract_references import find_schema

_FORMATS = {
    "date-time": "2024-05-06T07:08:09Z",
    "date": "2024-05-06",
    "time": "07:08:09Z",
    "uuid": "0b0f4b8e-3c1d-4f60-8d3a-5f1f5b2a9c11",
    "email": "a@example.com",
    "uri": "https://example.com",
    "url": "https://example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "hostname": "example.com",
    "byte": "YQ==",
    "duration": "P1D",
}
_PATTERN_SAMPLES = (
    "a",
    "A",
    "1",
    "aa",
    "a-a",
    "abc",
    "0",
    "a1",
    "https://example.com",
    "/a",
    "a@example.com",
    "1.0",
)


class NoValue(Exception):
    """A schema that this module can make no value of."""


def smallest(schema: Any, schemas: Mapping[str, Any], depth: int = 0) -> Any:
    """Return the smallest value that `schema` admits.

    Args:
        schema: a schema of a contract.
        schemas: the named schemas of the contract.
        depth: how deep the value stands.

    Raises:
        NoValue: a value can't be made, e.g. for an unusual pattern.
    """
    if depth > 30:
        raise NoValue("the schema requires itself")
    if not isinstance(schema, dict) or not schema:
        if schema is False:
            raise NoValue("false admits nothing")
        return "a"
    schema = flatten(schema, schemas)
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    for keyword in ("anyOf", "oneOf"):
        if schema.get(keyword):
            return _first(schema, schema[keyword], schemas, depth)
    return _typed(schema, schemas, depth)


def flatten(schema: Any, schemas: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return `schema` with what it refers to and the parts of its `allOf` merged into it.

    Args:
        schema: a schema of a contract.
        schemas: the named schemas of the contract.
        depth: how many references led here.
    """
    if not isinstance(schema, dict) or depth > 20:
        return {}
    parts = list(schema.get("allOf", []))
    if "$ref" in schema:
        parts.insert(0, find_schema(schema["$ref"], schemas) or {})
    merged: dict[str, Any] = {}
    own = {key: value for key, value in schema.items() if key not in ("allOf", "$ref")}
    for part in (*(flatten(each, schemas, depth + 1) for each in parts), own):
        properties = {**merged.get("properties", {}), **part.get("properties", {})}
        required = list(dict.fromkeys([*merged.get("required", []), *part.get("required", [])]))
        merged |= part
        merged |= {"properties": properties} if properties else {}
        merged |= {"required": required} if required else {}
    return merged


def _first(
    schema: dict[str, Any], options: list[Any], schemas: Mapping[str, Any], depth: int
) -> Any:
    """Return a value of the first option that has one, with the discriminator of that option."""
    rest = {key: value for key, value in schema.items() if key not in ("anyOf", "oneOf")}
    discriminator = rest.pop("discriminator", {})
    for option in options:
        try:
            whole = {"allOf": [rest, option]} if "properties" in rest and option else option
            value = smallest(whole, schemas, depth + 1)
        except NoValue:
            continue
        if isinstance(value, dict) and "propertyName" in discriminator:
            value = _tagged(value, option, discriminator, schemas)
        return value
    raise NoValue("no option has a value")


def _tagged(
    value: dict[str, Any],
    option: dict[str, Any],
    discriminator: dict[str, Any],
    schemas: Mapping[str, Any],
) -> dict[str, Any]:
    """Return `value` with the discriminator of the option that it was made of."""
    name, reference = discriminator["propertyName"], option.get("$ref", "")
    tags = {reference: tag for tag, reference in discriminator.get("mapping", {}).items()}
    described = flatten(option, schemas).get("properties", {})
    own = flatten(described.get(name), schemas)
    values = [own["const"]] if "const" in own else own.get("enum", [])
    if values:
        tag = tags.get(reference)
        return {**value, name: tag if tag in values else value.get(name, values[0])}
    if reference in tags or (reference and name in described):
        return {**value, name: tags.get(reference, reference.rpartition("/")[2])}
    return value


def _typed(schema: dict[str, Any], schemas: Mapping[str, Any], depth: int) -> Any:
    kinds = schema.get("type")
    kind = kinds[0] if isinstance(kinds, list) and kinds else kinds
    if kind is None:
        kind = (
            "object"
            if "properties" in schema or "required" in schema
            else "array" if "items" in schema else "string"
        )
    match kind:
        case "null":
            return None
        case "boolean":
            return True
        case "integer" | "number":
            return _number(schema, kind)
        case "array":
            return _array(schema, schemas, depth)
        case "object":
            return _object(schema, schemas, depth)
        case _:
            return b"a" if schema.get("format") == "binary" else _text(schema)


def _array(schema: dict[str, Any], schemas: Mapping[str, Any], depth: int) -> list[Any]:
    prefix = schema.get("prefixItems", [])
    described = [*prefix, *[schema.get("items", {})] * schema.get("minItems", 0)]
    count = schema.get("minItems", 0)
    items = [smallest(each, schemas, depth + 1) for each in described[:count]]
    if schema.get("uniqueItems"):
        return [
            f"{item}{n or ''}" if isinstance(item, str) else item for n, item in enumerate(items)
        ]
    return items


def _object(schema: dict[str, Any], schemas: Mapping[str, Any], depth: int) -> dict[str, Any]:
    members = schema.get("properties", {})
    value = {
        name: smallest(members.get(name, {}), schemas, depth + 1)
        for name in schema.get("required", [])
        if (name in members or not members)
        and not (isinstance(members.get(name), dict) and members[name].get("readOnly"))
    }
    for number in range(len(value), schema.get("minProperties", 0)):
        value[f"member{number}"] = smallest(
            schema.get("additionalProperties", {}), schemas, depth + 1
        )
    return value


def _number(schema: dict[str, Any], kind: str) -> int | float:
    step = schema.get("multipleOf", 1)
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    value = low if isinstance(low, (int, float)) else 0
    if "exclusiveMinimum" in schema and value == low:
        value += step
    if isinstance(high, (int, float)) and value > high:
        value = high
    if step and value % step:
        value += step - value % step
    return int(value) if kind == "integer" else value


def _text(schema: dict[str, Any]) -> str:
    least, most = schema.get("minLength", 1), schema.get("maxLength", 1 << 20)
    value = _FORMATS.get(schema.get("format", ""), "a")
    pattern = schema.get("pattern")
    if pattern is not None:
        return _matching(pattern, value, least, most)
    return (
        (value + "a" * (least - len(value)))[: max(most, 0)]
        if least > len(value)
        else value[: max(most, 1)]
    )


def _matching(pattern: str, preferred: str, least: int, most: int) -> str:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise NoValue(f"the pattern {pattern!r} is not Python's") from error
    samples = [each * count for each in _PATTERN_SAMPLES for count in {1, max(least, 1)}]
    for sample in (preferred, *samples):
        if compiled.search(sample) and least <= len(sample) <= most:
            return sample
    text = _find_text(pattern, least, most)
    if text is None:
        raise NoValue(f"no text matches {pattern!r}")
    return text


@cache
def _find_text(pattern: str, least: int, most: int) -> str | None:
    """Search for a text that matches; None if there is none nearby."""
    fewer = settings(max_examples=200, database=None, derandomize=True, deadline=None)
    try:
        return find(
            from_regex(pattern), lambda text: least <= len(text) <= most, settings=fewer
        ).rstrip("\n")
    except Exception:  # an unsatisfiable or odd pattern
        return None
