"""Examples for schemas that have none, for `testing`: small values that fit."""

from __future__ import annotations

import base64
import math
import re
from contextlib import suppress
from typing import Any

from .compiled_schema import CompiledSchema, has_type, name_type
from .contract import find_gaps, has_format

_FORMATS = {
    "date-time": "2000-01-01T00:00:00Z",
    "date": "2000-01-01",
    "time": "00:00:00Z",
    "duration": "P1D",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "user@example.com",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uri-reference": "/",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": base64.b64encode(b"example").decode("ascii"),
}
_FILL = "x"
_MOST_MEMBERS = 100
"""Members that are made up at most."""
_MOST_OPTIONAL = 500
_MOST_LEVELS = 6
"""How many optional members a complete example has, and how deep they are."""


class _EndlessError(Exception):
    """A schema requires itself."""


def make_example(
    node: CompiledSchema, *, items: int = 0, path: str = "", is_complete: bool = False
) -> Any:
    """Make a value that fits, with the members that are required.

    Args:
        node: The schema.
        items: How many items a list has where the schema does not say.
        path: Dotted path of a member that is there, too: what a method returns.
        is_complete: Whether lists have an item and objects their optional members, as far as these end
            and the whole fits.

    Returns:
        The value; None where nothing fits.
    """
    if is_complete:
        made = _make(node, _Maker(1, _MOST_OPTIONAL), path)
        if not find_gaps(node, made, model=""):
            return made
    return _make(node, _Maker(items), path)


def _make(node: CompiledSchema, maker: _Maker, path: str) -> Any:
    try:
        value = maker.make(node, ())
        maker.add_members(node, value, path.split("."))
    except _EndlessError:
        return None
    return value


def make_complete_example(node: CompiledSchema) -> Any:
    """Make a value that fits, with an item in its list and all members of its object, so that its type shows."""
    while node.variants:
        node = node.variants[0]
    if node.items is not None:
        return [make_complete_example(node.items)]
    value = make_example(node)
    for name in node.properties:
        with suppress(_EndlessError):
            _Maker(0).add_members(node, value, [name])
    return value


class _Maker:
    def __init__(self, items: int, optional: int = 0) -> None:
        self._items = items
        self._optional = optional

    def make(self, node: CompiledSchema, stack: tuple[CompiledSchema, ...]) -> Any:
        if node.values:
            return self._first_that_fits(node, node.values)
        if any(node is each for each in stack):
            raise _EndlessError
        stack = (*stack, node)
        if node.variants:
            return self._variant(node, stack)
        types = [name for name in node.types if name != "null"]
        if types[:1] == ["object"] or (not types and (node.properties or node.required)):
            return self._object(node, stack)
        if types[:1] == ["array"] or (not types and (node.items or node.prefix)):
            return self._array(node, stack)
        if types[:1] == ["string"] or (not types and node.format in _FORMATS):
            return _string(node)
        if types and types[0] in ("integer", "number"):
            return _number(node, types[0] == "integer")
        return True if types[:1] == ["boolean"] else None

    def add_members(self, node: CompiledSchema, value: Any, path: list[str]) -> None:
        """Add the members of a path that are missing in an object."""
        name, *below = path
        child = node.member(name) if name and value.__class__ is dict else None
        if child is None:
            return
        if name not in value:
            value[name] = self.make(child, ())
        self.add_members(child, value[name], below or [""])

    def _first_that_fits(self, node: CompiledSchema, values: list[Any]) -> Any:
        fitting = [each for each in values if has_type(each, node.types)]
        return next((each for each in fitting if each is not None), values[0])

    def _variant(self, node: CompiledSchema, stack: tuple[CompiledSchema, ...]) -> Any:
        """Return the example of the first variant that fits the whole, null last."""
        if node.discriminator is not None:
            for tag, variant in node.table.items():
                try:
                    value = self.make(variant, stack)
                except _EndlessError:
                    continue
                if value.__class__ is dict:
                    value[node.discriminator] = self._tag(variant, node.discriminator, tag)
                    return value
        fallback: list[Any] = []
        for variant in sorted(node.variants, key=lambda each: each.types == ("null",)):
            try:
                value = self.make(variant, stack)
            except _EndlessError:
                continue
            if not find_gaps(node, value, model=""):
                return value
            fallback.append(value)
        if not fallback:
            raise _EndlessError
        return fallback[0]

    def _tag(self, variant: CompiledSchema, member: str, tag: str) -> Any:
        """Return the value of a discriminator; where the schema of the variant lists it, in its type."""
        described = variant.properties.get(member)
        for value in (described.values if described else None) or ():
            if value is not None and tag in (value, str(value)):
                return value
        return tag

    def _object(self, node: CompiledSchema, stack: tuple[CompiledSchema, ...]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name in (*node.required, *node.required_elsewhere):
            child = node.member(name)
            if child is None:
                made[name] = None
                continue
            try:
                made[name] = self.make(child, stack)
            except _EndlessError:
                if "null" not in child.types:
                    raise
                made[name] = None
        self._add_optional(node, made, stack)
        return made

    def _add_optional(
        self, node: CompiledSchema, made: dict[str, Any], stack: tuple[CompiledSchema, ...]
    ) -> None:
        """Add members: in a complete example all, else until there are as many as there have to be."""
        most = node.constraints.get("maxProperties", _MOST_MEMBERS)
        for name, child in sorted(node.properties.items(), key=lambda each: _has_parts(each[1])):
            if self._optional and len(stack) <= _MOST_LEVELS and len(made) < most:
                if name not in made:
                    self._add_where_it_ends(made, name, child, stack)
        least = min(node.constraints.get("minProperties", 0), _MOST_MEMBERS)
        for name, child in node.properties.items():
            if len(made) < least and name not in made:
                with suppress(_EndlessError):
                    made[name] = self.make(child, stack)
        while len(made) < least and not node.is_closed:
            name = f"{_FILL}{len(made)}"
            made[name] = self.make(node.additional, stack) if node.additional is not None else None

    def _add_where_it_ends(
        self,
        made: dict[str, Any],
        name: str,
        child: CompiledSchema,
        stack: tuple[CompiledSchema, ...],
    ) -> None:
        self._optional -= 1
        with suppress(_EndlessError):
            value = self.make(child, stack)
            if value is not None and not find_gaps(child, value, model=""):
                made[name] = value

    def _array(self, node: CompiledSchema, stack: tuple[CompiledSchema, ...]) -> list[Any]:
        least = node.constraints.get("minItems", self._items)
        most = node.constraints.get("maxItems", max(least, len(node.prefix)))
        try:
            made = [self.make(each, stack) for each in node.prefix[:most]]
            while node.items is not None and len(made) < min(least, most):
                item = self.make(node.items, stack)
                step = node.items.constraints.get("multipleOf", 1)
                is_unique = node.constraints.get("uniqueItems")
                made.append(_vary(item, len(made), step) if is_unique else item)
        except _EndlessError:
            if node.constraints.get("minItems"):
                raise
            made = []
        if node.items is None and not node.prefix:
            made += [None] * least
        return made


def _has_parts(node: CompiledSchema) -> bool:
    return bool(node.properties or node.items or node.variants)


def _vary(value: Any, number: int, step: float) -> Any:
    """Return another value of the same kind, for lists of different items."""
    if number and name_type(value) == "number":
        return value + number * step
    return f"{value}{number}" if number and isinstance(value, str) else value


def _string(node: CompiledSchema) -> str:
    least, most = node.constraints.get("minLength", 0), node.constraints.get("maxLength", math.inf)
    if (pattern := node.constraints.get("pattern")) is not None:
        from .pattern_examples import match_pattern

        for text in (_FORMATS.get(node.format), match_pattern(pattern, least)):
            if text is None or not least <= len(text) <= most:
                continue
            if re.search(pattern, text) and has_format(node, text):
                return text
    text = _FORMATS.get(node.format, "")
    if len(text) < least:
        text += _FILL * (least - len(text))
    return text if len(text) <= most else text[: int(most)]


def _number(node: CompiledSchema, whole: bool) -> float:
    """Return the number nearest to 0 that keeps the constraints."""
    limits, step = node.constraints, node.constraints.get("multipleOf") or (1 if whole else 0)
    low = limits.get("exclusiveMinimum", limits.get("minimum", -math.inf))
    high = limits.get("exclusiveMaximum", limits.get("maximum", math.inf))
    value: float = min(max(0, low), high)
    if step:
        value = math.ceil(value / step) * step
        if value == limits.get("exclusiveMinimum"):
            value += step
        if value > high or value == limits.get("exclusiveMaximum"):
            value = math.ceil(high / step - 1) * step if value != high else value - step
    elif value in (limits.get("exclusiveMinimum"), limits.get("exclusiveMaximum")):
        value = (
            (low + high) / 2 if math.isfinite(low + high) else value + (1 if value == low else -1)
        )
    return int(value) if whole or float(value).is_integer() else value
