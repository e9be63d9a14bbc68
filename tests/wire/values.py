"""A value for any schema: what the document gives as an example, else the simplest that fits."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from hypothesis import find
from hypothesis.strategies import from_regex
from jsonschema import Draft202012Validator

_FORMATS = {
    "date": "2024-05-06",
    "date-time": "2024-05-06T07:08:09Z",
    "time": "07:08:09Z",
    "duration": "P1D",
    "email": "a@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "byte": "aGk=",
    "base64": "aGk=",
}
_TEXTS = (
    "a",
    "A",
    "1",
    "aa",
    "Ab1",
    "12",
    "123456",
    "2024-05-06",
    "a@example.com",
    "EUR",
    "en",
    "en-US",
    "a-b",
    "00:00",
    "#ffffff",
    "/a",
)


class Values:
    """Makes values for the schemas of a document."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document

    def resolved(self, node: Any) -> dict[str, Any]:
        """What `node` stands for; an empty schema where it leads nowhere."""
        for _ in range(20):
            reference = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            node = self._document
            for token in reference[2:].split("/"):
                token = unquote(token).replace("~1", "/").replace("~0", "~")
                node = node.get(token) if isinstance(node, dict) else None
        return node if isinstance(node, dict) else {}

    def of(self, schema: Any, depth: int = 0, full: bool = False) -> Any:
        """A value that `schema` admits, as far as that can be told."""
        schema = self.resolved(schema)
        for key in ("example", "const", "default"):
            if schema.get(key) is not None and depth and self._fits(schema[key], schema):
                return schema[key]
        if isinstance(schema.get("enum"), list) and schema["enum"]:
            return next((each for each in schema["enum"] if each is not None), None)
        for key in ("oneOf", "anyOf"):
            if isinstance(schema.get(key), list) and schema[key]:
                return self._chosen(schema, schema[key], depth)
        kind = schema.get("type")
        kind = (
            next((each for each in kind if each != "null"), "string")
            if isinstance(kind, list)
            else kind
        )
        if kind == "object" or "properties" in schema or "allOf" in schema:
            sole = schema.get("allOf") or [{}]
            plain = (
                "properties" not in schema
                and len(sole) == 1
                and "properties" not in self.resolved(sole[0])
            )
            return (
                self.of(sole[0], depth, full)
                if sole != [{}] and plain
                else self._object(schema, depth, full)
            )
        if kind == "array" or "items" in schema:
            count = max(schema.get("minItems", 1), 1)
            return (
                [self.of(schema.get("items") or {}, depth + 1) for _ in range(count)]
                if depth < 6
                else []
            )
        if kind in ("integer", "number"):
            return self._number(schema)
        return True if kind == "boolean" else self._text(schema)

    def _fits(self, value: Any, schema: dict[str, Any]) -> bool:
        """Return whether a value that the document gives is of the type and format that it asks for."""
        parts = [schema, *map(self.resolved, schema.get("allOf") or ())]
        if any(part.get("format") in ("uri", "url") for part in parts):
            return isinstance(value, str) and _is_address(value)
        return _is_of(value, schema.get("type"))

    def _chosen(self, schema: dict[str, Any], options: list[Any], depth: int) -> Any:
        """The first value made of one of `options` that the whole of `schema` admits."""
        made: list[Any] = []
        for full in (False, True):
            for option in map(self.resolved, options[:6]):
                if "properties" in schema and set(option) <= {"required", "title", "description"}:
                    option = {
                        **schema,
                        "oneOf": [],
                        "anyOf": [],
                        **option,
                    }  # it only says what must be there
                value = self.of(option, depth + 1, full) if depth < 6 else {}
                if isinstance(value, dict):
                    value = {
                        **self._object({**schema, "oneOf": [], "anyOf": []}, depth, full),
                        **value,
                    }
                made.append(value)
        return next((each for each in made if self.admits(schema, each)), made[0])

    def admits(self, schema: dict[str, Any], value: Any) -> bool:
        """Return whether `schema` admits `value`, as far as that can be told."""
        whole = {**schema, "components": self._document.get("components", {})}
        try:
            return bool(Draft202012Validator(whole).is_valid(value))
        except Exception:  # the schema itself can't be worked with
            return True

    def _object(self, schema: dict[str, Any], depth: int, full: bool) -> Any:
        properties, required = self._members(schema)
        made: dict[str, Any] = {}
        for name, member in properties.items():
            resolved_member = self.resolved(member)
            wanted = name in required or (full and depth < 4)
            if wanted and resolved_member.get("readOnly") is not True and depth < 10:
                made[name] = self.of(member, depth + 1)
        return made

    def _members(self, schema: dict[str, Any], depth: int = 0) -> tuple[dict[str, Any], set[str]]:
        """The properties of an object and the names that it requires, those of `allOf` included."""
        properties: dict[str, Any] = {}
        required: set[str] = set()
        for part in schema.get("allOf") or () if depth < 8 else ():
            more, needed = self._members(self.resolved(part), depth + 1)
            properties, required = properties | more, required | needed
        own = schema.get("required")
        return properties | (schema.get("properties") or {}), required | set(
            own if isinstance(own, list) else ()
        )

    def _number(self, schema: dict[str, Any]) -> int | float:
        low, above = schema.get("minimum"), schema.get("exclusiveMinimum")
        high = schema.get("maximum")
        value: int | float = 1
        if isinstance(low, (int, float)) and not isinstance(low, bool):
            value = low + 1 if above is True else low
        elif isinstance(above, (int, float)) and not isinstance(above, bool):
            value = above + 1
        if isinstance(high, (int, float)) and value > high:
            value = high
        step = schema.get("multipleOf")
        if isinstance(step, (int, float)) and step and value % step:
            value = step * (int(value / step) + 1)
        return int(value) if schema.get("type") == "integer" else value

    def _text(self, schema: dict[str, Any]) -> str:
        pattern = schema.get("pattern")
        low, high = schema.get("minLength", 0), schema.get("maxLength", 1000)
        if isinstance(pattern, str):
            matching = next(
                (each for each in self._texts(low, high) if _matches(pattern, each)), None
            )
            return _grown(pattern) if matching is None else matching
        text = _FORMATS.get(schema.get("format", ""), "a")
        return (
            (text * (low or 1))[: max(low, min(high, len(text)))]
            if len(text) < low or len(text) > high
            else text
        )

    def _texts(self, low: int, high: int) -> list[str]:
        plain = [each for each in _TEXTS if low <= len(each) <= high]
        lengths = sorted({low, min(high, 40), 2, 3, 6, 8, 10, 16, 20, 24, 32, 36, 40, 64})
        grown = [letter * n for n in lengths if low <= n <= high and n for letter in "aA1"]
        return [*plain, *_FORMATS.values(), *grown]


def _is_of(value: Any, kind: Any) -> bool:
    """Return whether a value that a document gives is of the type that it asks for; not all are."""
    types: dict[str, type | tuple[type, ...]] = {
        "string": str,
        "boolean": bool,
        "integer": int,
        "number": (int, float),
        "array": list,
        "object": dict,
    }
    wanted = types.get(kind) if isinstance(kind, str) else None
    return wanted is None or (
        isinstance(value, wanted) and isinstance(value, bool) == (kind == "boolean")
    )


def _is_address(text: str) -> bool:
    try:
        return bool(urlsplit(text).netloc)
    except ValueError:
        return False


@cache
def _grown(pattern: str) -> str:
    """A simple text of a pattern."""
    try:
        return str(find(from_regex(pattern, fullmatch=True), lambda _: True))
    except Exception:  # a pattern that Python does not know
        return "a"


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return False
