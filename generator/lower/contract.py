"""The document reduced to what is checked at run time: `_contract.json` of the package.

Strict mode, the hook for contract gaps and the fake transport for tests read it. Prose is left out;
references lead to `#/schemas/NAME`, inline envelopes stay where they are.
"""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..api.operations import Operation
from ..diagnostics import Report
from ..source import Node, Source
from . import hints
from .media import essence, preferred
from .places import Place
from .naming import component_name

_KEPT = (
    ("type", "format", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    + ("minLength", "maxLength", "minItems", "maxItems", "multipleOf", "pattern", "uniqueItems")
    + ("nullable", "x-secret", "x-optional")
)
_NESTED_MAPS = ("properties", "patternProperties")
_NESTED_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_NESTED = ("items", "additionalProperties", "not")


@define
class Contract:
    """Builds the contract of one document."""

    source: Source
    report: Report
    _schemas: dict[str, Any] = field(factory=dict)
    _names: dict[str, str] = field(factory=dict)

    def build(
        self, places: list[Place], operations: list[Operation], envelope: dict[str, str]
    ) -> dict[str, Any]:
        """The contract of the operations at `places`, which `operations` describes in the same order."""
        described = {
            f"{'.'.join(operation.resource)}.{operation.name}": self._operation(place)
            for place, operation in zip(places, operations, strict=True)
        }
        return {"envelope": envelope, "schemas": self._schemas, "operations": described}

    def _operation(self, place: Place) -> dict[str, Any]:
        parameters: dict[tuple[Any, Any], dict[str, Any]] = {}
        for owner in (place.item, place.node):
            for node in owner / "parameters":
                resolved = self.source.resolve(node) or node
                parameters[(resolved.text("in"), resolved.text("name"))] = self._parameter(resolved)
        described: dict[str, Any] = {
            "method": place.method.upper(),
            "path": place.path,
            "parameters": list(parameters.values()),
        }
        body = self.source.resolve(place.node / "requestBody") if "requestBody" in place.node else None
        if body is not None:
            required = body.value.get("required") is True
            described["body"] = {"required": required, "content": self._content(body / "content")}
        described["responses"] = {
            status: self._content((self.source.resolve(response) or response) / "content")
            for status, response in (place.node / "responses").items()
        }
        stream = hints.text(place.node, "x-stream", "member")
        if stream:
            described["stream"] = stream
        if told := hints.paging(place.node):
            described["paging"] = told
        return described

    def _parameter(self, node: Node) -> dict[str, Any]:
        place = node.text("in")
        described: dict[str, Any] = {
            "name": node.text("name"),
            "in": place,
            "required": node.value.get("required") is True,
        }
        if node.value.get("x-unescaped") is True:
            described["x-unescaped"] = True
        if "content" in node:
            media_type, media = preferred(node / "content")
            return {**described, "content": media_type, "schema": self._schema(media / "schema")}
        style = node.text("style") or ("form" if place in ("query", "cookie") else "simple")
        explode = node.value.get("explode", style == "form")
        return {**described, "style": style, "explode": explode, "schema": self._schema(node / "schema")}

    def _content(self, content: Node) -> dict[str, Any]:
        described: dict[str, Any] = {}
        for range_, media in content.items():
            name = essence(range_)
            described[name] = {"schema": self._schema(media / "schema")}
            example = self._example(media)
            if example is not None:
                described[name]["example"] = example.value
        return described

    def _example(self, media: Node) -> Node | None:
        """The first example of `media`, wherever it is kept."""
        if "example" in media:
            return media / "example"
        for _, node in (media / "examples").items():
            resolved = self.source.resolve(node)
            if resolved is not None and "value" in resolved:
                return resolved / "value"
        return None

    def _schema(self, node: Node) -> Any:
        if not node.exists or not node.is_map:
            return node.value if isinstance(node.value, bool) else {}
        if node.text("$ref") is not None:
            return self._reference(node)
        reduced: dict[str, Any] = {key: node.value[key] for key in _KEPT if key in node}
        if reduced.pop("nullable", None) is True and isinstance(reduced.get("type"), str):
            reduced["type"] = [reduced["type"], "null"]
        if isinstance(node.value.get("required"), list):
            reduced["required"] = node.value["required"]
        for key in _NESTED_MAPS:
            if key in node:
                reduced[key] = {name: self._schema(each) for name, each in (node / key).items()}
        for key in _NESTED_LISTS:
            if key in node:
                reduced[key] = [self._schema(each) for each in node / key]
        for key in _NESTED:
            if key in node:
                reduced[key] = self._schema(node / key)
        if "discriminator" in node:
            reduced["discriminator"] = self._discriminator(node / "discriminator")
        return reduced

    def _reference(self, node: Node) -> Any:
        target = self.source.resolve(node)
        if target is None:
            return {}
        place = f"{target.document.name}#{target.pointer}"
        if place not in self._names:
            self._names[place] = name = self._free(component_name(target))
            self._schemas[name] = {}
            self._schemas[name] = self._schema(target)
        return {"$ref": f"#/schemas/{self._names[place]}"}

    def _free(self, name: str) -> str:
        taken, number = name, 2
        while taken in self._schemas:
            taken, number = f"{name}{number}", number + 1
        return taken

    def _discriminator(self, node: Node) -> dict[str, Any]:
        mapping: dict[str, str] = {}
        for value, to in (node / "mapping").items():
            reference = Node(to.document, {"$ref": to.value}, to.parent, to.key)
            target = self._reference(reference)
            mapping[value] = target.get("$ref", "") if isinstance(target, dict) else ""
        return {"propertyName": node.text("propertyName") or "", "mapping": mapping}
