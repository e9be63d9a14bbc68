"""Schemas of Swagger 2.0 as schemas of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..loading.document import Origins
from ..loading.node import Node
from ..metamodel import SWAGGER_2, is_list, is_map
from .component_names import rename_in_pointer

DEFINITIONS: Final = "#/definitions/"
SCHEMAS: Final = "#/components/schemas/"

VALUE_KEYWORDS: Final = (
    *(
        "type",
        "format",
        "items",
        "default",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
    ),
    *(
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
        "uniqueItems",
        "enum",
        "multipleOf",
    ),
    *("x-nullable", "x-enum-varnames", "x-enumNames", "x-enum-descriptions", "x-secret"),
)
"""Keywords of parameters, headers and `items` that 3.x has in a schema."""


class SchemaConverter:
    """Converts schemas; what needs no change is shared with the original."""

    def __init__(self, origins: Origins, renamed: Mapping[str, str]) -> None:
        self._origins = origins
        self._renamed = renamed
        self._open: set[str] = set()

    def convert(self, node: Node) -> Any:
        """Return the schema at a node, which knows where it comes from."""
        converted = self._convert(node)
        if is_map(converted):
            self._origins.record(converted, node.pinned())
        return converted

    def convert_value(self, owner: Node) -> dict[str, Any]:
        """Return the schema of the value of a parameter, a header or `items`."""
        value = {key: owner.value[key] for key in VALUE_KEYWORDS if key in owner.value}
        if "items" in value and is_map(value["items"]):
            value["items"] = self.convert_value(owner / "items")
        converted = _change_keywords(value)
        self._origins.record(converted, owner.pinned())
        return converted

    def _convert(self, node: Node) -> Any:
        if not is_map(node.value):
            return node.value
        reference = node.text("$ref")
        if reference is not None and not reference.startswith(DEFINITIONS):
            return self._inline(node, reference)
        changed: dict[str, Any] = {}
        if reference is not None:
            pointer = reference.removeprefix(DEFINITIONS)
            changed["$ref"] = SCHEMAS + rename_in_pointer(pointer, self._renamed)
        for key, slot in SWAGGER_2.list_slots("schema", node.value):
            if slot.shape == "schema":
                child = node / key
                is_one = slot.many == "one" or (slot.many == "either" and not child.is_list)
                converted = self._convert(child) if is_one else self._convert_all(child, slot.many)
                if converted is not child.value:
                    changed[key] = converted
        value = {**node.value, **changed} if changed else node.value
        return _change_keywords(value)

    def _convert_all(self, node: Node, many: str) -> Any:
        if many == "map" and node.is_map:
            converted: Any = {key: self._convert(child) for key, child in node.items()}
            same = all(converted[key] is node.value[key] for key in converted)
        elif many != "map" and node.is_list:
            converted = [self._convert(child) for child in node]
            same = all(new is old for new, old in zip(converted, node.value, strict=True))
        else:
            return node.value
        return node.value if same else converted

    def _inline(self, node: Node, reference: str) -> Any:
        """Return what a reference to something else than a definition leads to, which is elsewhere in 3.x."""
        if not reference.startswith("#/") or reference in self._open:
            return node.value
        target = node.document.at(reference[1:])
        if not target.is_map:
            return node.value
        self._open.add(reference)
        converted = self.convert(target)
        self._open.discard(reference)
        return converted


def _change_keywords(value: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in which keywords of 2.0 are replaced by those of 3.1."""
    changed = dict(value)
    if changed.get("type") == "file":
        changed |= {"type": "string", "format": "binary"}
    for limit, exclusive in (("maximum", "exclusiveMaximum"), ("minimum", "exclusiveMinimum")):
        if type(changed.get(exclusive)) is bool:
            if changed.pop(exclusive) and limit in changed:
                changed[exclusive] = changed.pop(limit)
    if type(changed.get("discriminator")) is str:
        changed["discriminator"] = {"propertyName": changed["discriminator"]}
    if changed.get("x-nullable") is True:
        changed = _add_null(changed)
    return value if changed == value else changed


def _add_null(value: dict[str, Any]) -> dict[str, Any]:
    rest = {key: item for key, item in value.items() if key != "x-nullable"}
    types = rest.get("type")
    if types is None or "$ref" in rest:
        annotations: dict[str, Any] = {
            key: rest.pop(key) for key in ("title", "description", "default") if key in rest
        }
        return {"anyOf": [rest, {"type": "null"}], **annotations}
    listed = types if is_list(types) else [types]
    rest["type"] = listed if "null" in listed else [*listed, "null"]
    if is_list(rest.get("enum")) and None not in rest["enum"]:
        rest["enum"] = [*rest["enum"], None]
    return rest
