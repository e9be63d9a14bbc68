"""The document reduced to what is checked at run time: `_contract.json` of the package.

Strict mode, the hook for contract gaps and the fake transport for tests read it. Prose is left out. References
lead to `#/schemas/NAME`; schemas written in place stay where they are.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import Any

from attrs import define, field

from ...diagnostics import Report
from ...ir.operations import Operation
from ...openapi.extensions import operation_keys
from ...openapi.loading import Node, Source
from ..naming.operation_index import IndexedOperation
from ..operations.events import read_events
from ..operations.media_types import (
    choose_media_kind,
    choose_media_type,
    find_example,
    get_essence,
    iter_media_entries,
)
from ..operations.parameters import read_style
from ..operations.responses import read_status
from ..schemas.memo import Memo
from ..schemas.names import make_definition_key
from .reduce_schemas import ContractSchemas


@define
class ContractBuilder:
    """Builds the contract of one document."""

    source: Source
    report: Report
    _schemas: ContractSchemas = field(init=False)
    _memos: dict[str, Memo[dict[str, Any]]] = field(init=False)
    """Of contents, and of parameters by where they are sent."""

    def __attrs_post_init__(self) -> None:
        report = self.report
        self._memos = defaultdict(lambda: Memo(report))
        self._schemas = ContractSchemas(self.source, self.report)

    def build(
        self, places: list[IndexedOperation], operations: list[Operation], envelope: dict[str, str]
    ) -> dict[str, Any]:
        """Build the contract of the operations at `places`, which are lowered as `operations`, in the same order."""
        described = {
            ".".join((*operation.resource, operation.name)): self._build_operation(place, operation)
            for place, operation in zip(places, operations, strict=True)
        }
        self._schemas.finish()
        return {"envelope": envelope, "schemas": self._schemas.schemas, "operations": described}

    def _build_operation(self, place: IndexedOperation, operation: Operation) -> dict[str, Any]:
        contract: dict[str, Any] = {
            "method": place.method.upper(),
            "path": place.path,
            "operationId": place.node.text("operationId") or "",
            "parameters": self._build_parameters(place, operation),
        }
        if any(each.text("in") == "querystring" for each in place.parameters):
            contract["querystring"] = True
        body = (
            self.source.resolve(place.node / "requestBody") if "requestBody" in place.node else None
        )
        if body is not None:
            required = body.plain("required") is True
            contract["body"] = {"required": required, "content": self._build_content(body)}
        contract["responses"] = {
            status: self._build_content(self.source.resolve(response) or response)
            for key, response in (place.node / "responses").items()
            if (status := read_status(key))
        }
        if operation.result:
            contract["result"] = operation.result
        stream = operation_keys.read_text(place.node, "x-stream", "member")
        if stream:
            contract["stream"] = stream
        contract |= self._argument_choices(place.node)
        if operation.paging is not None:
            paging, first = operation_keys.read_paging(place.node), operation.paging.first
            contract["paging"] = paging if first is None else {**paging, "first": first}
        return contract

    def _argument_choices(self, node: Node) -> dict[str, Any]:
        """Return how the arguments of a call choose the media type and the schema of its response."""
        choices: dict[str, Any] = {}
        media_by: dict[str, dict[str, str]] = defaultdict(dict)
        for argument, value, media_type in operation_keys.read_media_by(node):
            media_by[argument][str(value)] = get_essence(media_type)
        if media_by:
            choices["media_by"] = media_by
        overloads = [
            {"required": list(required), "result": self._schemas.reduce(result)}
            for required, _, result in operation_keys.read_overloads(node)
        ]
        return choices | ({"overloads": overloads} if overloads else {})

    def _build_parameters(
        self, place: IndexedOperation, operation: Operation
    ) -> list[dict[str, Any]]:
        """Return the parameters in the order of the document, each where it is sent."""
        lowered = {each.pointer: each for each in operation.parameters}
        parameters: dict[tuple[str, Any], dict[str, Any]] = {}
        for node in place.parameters:
            parameter = lowered.get(make_definition_key(node))
            if parameter is not None and node.text("in") != "querystring":
                location = parameter.location
                make = partial(
                    self._build_parameter, location=location, required=parameter.required
                )
                contract = self._memos[location].get(node, make)
                parameters[(location, contract["name"])] = contract
        return list(parameters.values())

    def _build_parameter(self, node: Node, location: str, required: bool) -> dict[str, Any]:
        contract: dict[str, Any] = {
            "name": node.text("name"),
            "in": location,
            "required": required,
        }
        if node.plain("x-unescaped") is True:
            contract["x-unescaped"] = True
        if "content" in node:
            media_type, media = choose_media_type(node / "content", self.source)
            schema = self._schemas.reduce(media / "schema")
            return {**contract, "content": media_type, "schema": schema}
        style = read_style(node, "form" if location in ("query", "cookie") else "simple")
        return {
            **contract,
            "style": style,
            "explode": node.plain("explode", style in ("form", "cookie")),
            "schema": self._schemas.reduce(node / "schema"),
        }

    def _build_content(self, owner: Node) -> dict[str, Any]:
        content = owner.get("content")
        if content is None:
            return {}
        return self._memos["content"].get(content, self._build_media_types)

    def _build_media_types(self, content: Node) -> dict[str, Any]:
        contract: dict[str, Any] = {}
        for range_, media in iter_media_entries(content, self.source):
            entry: dict[str, Any] = {"schema": self._schemas.reduce(media / "schema")}
            if "itemSchema" in media:
                entry["item"] = self._build_event_schema(media / "itemSchema", range_)
            example = find_example(media, self.source)
            if example is not None:
                entry["example"] = example.value
            contract[get_essence(range_)] = entry
        return contract

    def _build_event_schema(self, item: Node, range_: str) -> Any:
        """Return the schema of the data of one event of a stream, whatever its name."""
        if choose_media_kind(range_) != "events":
            return self._schemas.reduce(item)
        schemas = [self._schemas.reduce(node) for node in read_events(item, self.source).all]
        if not schemas:
            return {}
        return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
