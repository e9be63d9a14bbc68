"""The document reduced to what is checked at run time: `_contract.json` of the package.

Strict mode, the hook for contract gaps and the fake transport for tests read it. Prose is left out;
references lead to `#/schemas/NAME`, inline envelopes stay where they are.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import Any

from attrs import define, field

from ...diagnostics import Report
from ...ir.operations import Operation
from ...openapi.extensions import operation as hints
from ...openapi.loading import Node, Source
from ..naming.operation_index import IndexedOperation
from ..operations.media_types import essence, media_entries, preferred_media_type
from ..operations.responses import event_data_schema
from ..schemas.memo import Memo
from ..schemas.names import definition_key
from .schemas import ContractSchemas


@define
class ContractBuilder:
    """Builds the contract of one document."""

    source: Source
    report: Report
    _schemas: ContractSchemas = field(init=False)
    _alike: dict[str, Memo[dict[str, Any]]] = field(init=False)
    """What was described: contents, and parameters by where they are sent."""

    def __attrs_post_init__(self) -> None:
        report = self.report
        self._alike = defaultdict(lambda: Memo(report))
        self._schemas = ContractSchemas(self.source, self.report)

    def build(
        self, places: list[IndexedOperation], operations: list[Operation], envelope: dict[str, str]
    ) -> dict[str, Any]:
        """The contract of the operations at `places`, which `operations` describes in the same order."""
        described = {
            f"{'.'.join(operation.resource)}.{operation.name}": self._operation(place, operation)
            for place, operation in zip(places, operations, strict=True)
        }
        self._schemas.finish()
        return {"envelope": envelope, "schemas": self._schemas.schemas, "operations": described}

    def _operation(self, place: IndexedOperation, operation: Operation) -> dict[str, Any]:
        described: dict[str, Any] = {
            "method": place.method.upper(),
            "path": place.path,
            "operationId": place.node.text("operationId") or "",
            "parameters": self._parameters(place, operation),
        }
        if any(each.text("in") == "querystring" for each in place.parameters):
            described["querystring"] = True
        body = (
            self.source.resolve(place.node / "requestBody") if "requestBody" in place.node else None
        )
        if body is not None:
            required = body.plain("required") is True
            described["body"] = {"required": required, "content": self._content(body)}
        described["responses"] = {
            status: self._content(self.source.resolve(response) or response)
            for status, response in (place.node / "responses").items()
        }
        stream = hints.text(place.node, "x-stream", "member")
        if stream:
            described["stream"] = stream
        if told := hints.paging(place.node):
            described["paging"] = told
        return described

    def _parameters(self, place: IndexedOperation, operation: Operation) -> list[dict[str, Any]]:
        """The parameters in the order of the document, each at the place where it is sent."""
        sent = {each.pointer: each for each in operation.parameters}
        found: dict[tuple[str, Any], dict[str, Any]] = {}
        for node in place.parameters:
            lowered = sent.get(definition_key(node))
            if lowered is not None and node.text("in") != "querystring":
                make = partial(self._parameter, place=lowered.location)
                described = self._alike[lowered.location].get(node, make)
                found[(lowered.location, described["name"])] = described
        return list(found.values())

    def _parameter(self, node: Node, place: str) -> dict[str, Any]:
        described: dict[str, Any] = {
            "name": node.text("name"),
            "in": place,
            "required": node.plain("required") is True,
        }
        if node.plain("x-unescaped") is True:
            described["x-unescaped"] = True
        if "content" in node:
            media_type, media = preferred_media_type(node / "content", self.source)
            return {
                **described,
                "content": media_type,
                "schema": self._schemas.reduce(media / "schema"),
            }
        style = node.text("style") or ("form" if place in ("query", "cookie") else "simple")
        explode = node.plain("explode", style in ("form", "cookie"))
        return {
            **described,
            "style": style,
            "explode": explode,
            "schema": self._schemas.reduce(node / "schema"),
        }

    def _content(self, owner: Node) -> dict[str, Any]:
        content = owner.get("content")
        return self._alike["content"].get(content, self._described) if content is not None else {}

    def _described(self, content: Node) -> dict[str, Any]:
        described: dict[str, Any] = {}
        for range_, media in media_entries(content, self.source):
            name = essence(range_)
            described[name] = {"schema": self._schemas.reduce(media / "schema")}
            item = media.get("itemSchema")
            data = event_data_schema(item, self.source) if item is not None else None
            if data is not None:
                described[name]["item"] = self._schemas.reduce(data)
            example = self._example(media)
            if example is not None:
                described[name]["example"] = example.value
        return described

    def _example(self, media: Node) -> Node | None:
        """The first example of `media`, wherever it is kept."""
        if "example" in media:
            return media / "example"
        for _, node in (media / "examples").items():  # noqa: PERF102  # a node has no values()
            resolved = self.source.resolve(node)
            if resolved is not None and "value" in resolved:
                return resolved / "value"
        return None
