"""One operation: what it takes, and what its responses are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from ...diagnostics import Report
from ...ir.operations import Body, Operation, Parameter, Response, Switch
from ...ir.types import Anything
from ...openapi.extensions import operation_keys
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node, Source
from ..naming.operation_index import IndexedOperation
from ..schemas.lower_schema import SchemaLowering
from ..schemas.names import make_definition_key
from .media_types import choose_media_kind
from .member_paths import MemberPaths
from .overloads import lower_overloads
from .paging import lower_paging
from .parameters import ParameterLowering
from .request_bodies import RequestBodyLowering
from .responses import ResponseLowering
from .security import Security, read_permissions
from .servers import Servers


@frozen
class OperationLowering:
    """Lowers operations of one document."""

    types: SchemaLowering
    source: Source
    report: Report
    client_parameters: frozenset[str]
    """Wire names of the parameters that the client may hold."""
    security: Security
    servers: Servers
    success: str = ""
    """Dotted path of the member that says whether a request succeeded, where the API has one."""

    @cached_property
    def _parameters(self) -> ParameterLowering:
        return ParameterLowering(self.types, self.source, self.report, self.client_parameters)

    @cached_property
    def _bodies(self) -> RequestBodyLowering:
        return RequestBodyLowering(self.types, self.source, self.report)

    @cached_property
    def _responses(self) -> ResponseLowering:
        return ResponseLowering(self.types, self.source, self.report)

    def lower(self, place: IndexedOperation) -> Operation:
        """Lower the operation at `place`."""
        node = place.node
        name = place.type_prefix
        body = self._bodies.lower(node, name)
        paging = self._read_declared_paging(node)
        result: str = read_extension(node, "x-result") or ""
        responses = self._responses.lower(node, name, paging.get("items", "") or result)
        parameters = self._parameters.lower(place, name)
        self._check_names(node, paging, parameters, body)
        return Operation(
            id=node.text("operationId") or f"{place.method} {place.path}",
            resource=place.resource,
            name=place.name,
            method=place.method.upper(),
            path=place.path,
            summary=node.text("summary") or "",
            description=node.text("description") or "",
            parameters=parameters,
            body=body,
            responses=responses,
            errors=self._responses.lower_errors(node, name),
            result=result,
            paging=lower_paging(paging, place, body, self.source),
            info=self._responses.lower_page_info(node, name, paging.get("info", "")),
            retry_safe=node.plain("x-retry-safe") is True,
            enveloped=self._responses.declares(node, self.success),
            switches=_find_media_switches(node, body, responses),
            overloads=lower_overloads(node, self.types, name),
            security=self.security.find_requirements(node),
            server=self.servers.find_base_url(place),
            permissions=operation_keys.read_texts(node, "x-permissions") or read_permissions(node),
            tags=operation_keys.read_texts(node, "tags"),
            deprecated=node.plain("deprecated") is True,
            pointer=make_definition_key(node),
        )

    def finish(self) -> None:
        """Report what concerns many operations."""
        self._bodies.finish()
        self._responses.finish()

    def _read_declared_paging(self, node: Node) -> dict[str, Any]:
        """Return the paging that an operation declares.

        Azure's documents have their key on operations that return no list, too: it is ignored there.
        """
        paging = operation_keys.read_paging(node)
        if "x-ms-pageable" not in node or "x-paging" in node:
            return paging
        members = [paging[key] for key in ("items", "next") if paging.get(key)]
        missing = [each for each in members if not self._responses.declares(node, each)]
        if not missing:
            return paging
        self.report.warning(
            "unknown-member",
            node / "x-ms-pageable",
            f"the response has no member `{missing[0]}`, so the method returns it as it is",
            "correct the key, or remove it where the response is no list",
        )
        return {}

    def _check_names(
        self,
        node: Node,
        paging: Mapping[str, Any],
        parameters: tuple[Parameter, ...],
        body: Body | None,
    ) -> None:
        """Check what the vendor keys of an operation name."""
        paths = MemberPaths(self.source, self.report)
        paths.check_response(node, paging, self._responses.iter_json_schemas(node))
        members = body.members or () if body is not None else ()
        paths.check_request(
            node, paging, [each.name for each in parameters], [each.name for each in members]
        )


def _find_media_switches(
    node: Node, body: Body | None, responses: tuple[Response, ...]
) -> tuple[Switch, ...]:
    """Return the arguments that choose a media type of the response: declared ones, or a `stream` flag."""
    declared = tuple(
        Switch(*each, choose_media_kind(each[2])) for each in operation_keys.read_media_by(node)
    )
    stream: dict[str, str] = read_extension(node, "x-stream") or {}
    member = stream.get("member", "")
    if member:
        return (Switch(member, True, "text/event-stream", "events"), *declared)
    media = [each for response in responses for each in response.media]
    streams = [each for each in media if each.kind in ("events", "lines")]
    if declared or not streams or len(streams) == len(media):
        return declared
    if any(isinstance(each.type, Anything) and each.kind == "json" for each in media):
        return ()  # the server chooses
    members = body.members or () if body is not None else ()
    has_argument = any(each.name == "stream" for each in members)
    return (Switch("stream" if has_argument else "", True, streams[0].range, streams[0].kind),)
