"""Parameters of Swagger 2.0 as parameters and request bodies of OpenAPI 3.1."""

from __future__ import annotations

from typing import Any, Final

from ...diagnostics import Report
from ..loading.document import Origins
from ..loading.node import Node
from .convert_schemas import VALUE_KEYWORDS, SchemaConverter

FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"

_STYLES: Final[dict[str, tuple[str, bool]]] = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}
"""The style and `explode` of a list in a query or a form."""
_NOT_COPIED: Final = frozenset({*VALUE_KEYWORDS, "collectionFormat", "schema"})


class ParameterConverter:
    """Converts parameters."""

    def __init__(self, schemas: SchemaConverter, origins: Origins, report: Report) -> None:
        self._schemas = schemas
        self._origins = origins
        self._report = report

    def convert(self, node: Node) -> dict[str, Any]:
        """Return a parameter that is not sent in the body."""
        converted = {key: value for key, value in node.value.items() if key not in _NOT_COPIED}
        converted["schema"] = self._schemas.convert_value(node)
        if "x-example" in node:
            converted.setdefault("example", node.value["x-example"])
        if node.plain("type") == "array":
            converted |= self._convert_collection_format(node, node.text("in") or "")
        self._origins.record(converted, node.pinned())
        return converted

    def convert_body(self, node: Node, media_types: list[str]) -> dict[str, Any]:
        """Return the request body that a parameter `in: body` describes."""
        media = {"schema": self._schemas.convert(node / "schema")} if "schema" in node else {}
        self._origins.record(media, node.pinned())
        copied = ("description", "required")
        body = {key: node.value[key] for key in node.value if key in copied or key.startswith("x-")}
        body["content"] = {
            each: self._with_example(media, node, each)
            for each in media_types or ["application/json"]
        }
        self._origins.record(body, node.pinned())
        return body

    def _with_example(self, media: dict[str, Any], node: Node, media_type: str) -> dict[str, Any]:
        """Return a media type with the example that `x-examples` has for it."""
        examples = node / "x-examples"
        if media_type not in examples:
            return media
        converted = {**media, "example": examples.value[media_type]}
        self._origins.record(converted, node.pinned())
        return converted

    def convert_form(self, nodes: list[Node], media_types: list[str]) -> dict[str, Any]:
        """Return the request body that parameters `in: formData` describe together."""
        properties: dict[str, Any] = {}
        encoding: dict[str, Any] = {}
        for node in nodes:
            name = node.text("name") or ""
            schema = dict(self._schemas.convert_value(node))
            schema |= {
                key: node.value[key]
                for key in node.value
                if key in ("description", "allowEmptyValue")
            }
            schema |= {
                key: node.value[key]
                for key in node.value
                if key.startswith("x-") and key != "x-nullable"
            }
            schema.pop("allowEmptyValue", None)
            self._origins.record(schema, node.pinned())
            properties[name] = schema
            if node.plain("type") == "array":
                encoding[name] = self._convert_collection_format(node, "formData")
                self._origins.record(encoding[name], node.pinned())
        required = [node.text("name") for node in nodes if node.plain("required") is True]
        schema_of_form: dict[str, Any] = {"type": "object", "properties": properties}
        if required:
            schema_of_form["required"] = required
        media: dict[str, Any] = {"schema": schema_of_form}
        if encoding:
            media["encoding"] = encoding
        content = dict.fromkeys(self._choose_form_types(nodes, media_types), media)
        body = {"content": content, "required": True} if required else {"content": content}
        for container in (schema_of_form, media, body):
            self._origins.record(container, nodes[0].pinned())
        return body

    def _choose_form_types(self, nodes: list[Node], media_types: list[str]) -> list[str]:
        if any("file" in (node.plain("type"), (node / "items").plain("type")) for node in nodes):
            return [MULTIPART]
        return [each for each in media_types if each in (FORM, MULTIPART)] or [FORM]

    def _convert_collection_format(self, node: Node, place: str) -> dict[str, Any]:
        """Return how a list is written, as far as 3.x has a style for it; `x-collection-format` says the rest."""
        format_ = node.text("collectionFormat") or "csv"
        if (node / "items").plain("type") == "array":
            self._warn(
                node,
                "a list of lists has no style in OpenAPI 3; its inner lists are written as JSON is",
            )
        if format_ not in (*_STYLES, "tsv") or (
            format_ == "multi" and place not in ("query", "formData")
        ):
            format_names = (
                "csv",
                "ssv",
                "tsv",
                "pipes",
                *(["multi"] if place in ("query", "formData") else []),
            )
            message = (
                f"`collectionFormat: {format_}` has no meaning here; the list is joined by commas"
            )
            self._report.warning(
                "swagger-parameter",
                node / "collectionFormat",
                message,
                f"write one of {', '.join(format_names)}",
            )
            format_ = "csv"
        is_pairs = place in ("query", "formData")
        style, explode = _STYLES.get(format_, ("form", False))
        converted: dict[str, Any] = (
            {"style": style, "explode": explode} if is_pairs else {"style": "simple"}
        )
        if format_ == "tsv" or (not is_pairs and format_ in ("ssv", "pipes")):
            converted["x-collection-format"] = format_
        return converted

    def _warn(self, node: Node, message: str) -> None:
        self._report.warning(
            "swagger-parameter", node / "items", message, "describe one list, or a text"
        )
