"""One operation: where it stands, what it takes, what it answers."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from ...diagnostics import Report
from ...ir.operations import Body, Operation, Response, Switch
from ...ir.types import Anything
from ...openapi.extensions import operation as hints
from ...openapi.extensions.registry import read as dialect
from ...openapi.loading import Node, Source
from ..naming.operation_index import IndexedOperation
from ..schemas.lower_schema import SchemaLowering
from ..schemas.names import definition_key
from .media_types import media_kind
from .pagination import lower_paging
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
    held: frozenset[str]
    """Wire names of the parameters that the client may hold."""
    security: Security
    servers: Servers

    @cached_property
    def _parameters(self) -> ParameterLowering:
        return ParameterLowering(self.types, self.source, self.report, self.held)

    @cached_property
    def _bodies(self) -> RequestBodyLowering:
        return RequestBodyLowering(self.types, self.source, self.report)

    @cached_property
    def _answers(self) -> ResponseLowering:
        return ResponseLowering(self.types, self.source)

    def lower(self, place: IndexedOperation) -> Operation:
        """The operation at `place`."""
        node = place.node
        hint = f"{place.resource[-1]} {place.name}"
        body = self._bodies.lower(node, hint)
        told = hints.paging(node)
        result: str = dialect(node, "x-result") or ""
        responses = self._answers.lower(node, hint, told.get("items", "") or result)
        return Operation(
            id=node.text("operationId") or f"{place.method} {place.path}",
            resource=place.resource,
            name=place.name,
            method=place.method.upper(),
            path=place.path,
            summary=node.text("summary") or "",
            description=node.text("description") or "",
            parameters=self._parameters.lower(place, hint),
            body=body,
            responses=responses,
            result=result,
            paging=lower_paging(told),
            info=self._answers.lower_page_info(node, hint, told.get("info", "")),
            retry_safe=node.plain("x-retry-safe") is True,
            switches=_media_switches(node, body, responses),
            security=self.security.requirements_of(node),
            server=self.servers.base_url_of(place),
            sources=hints.sources(node),
            permissions=hints.texts(node, "x-permissions") or read_permissions(node),
            tags=hints.texts(node, "tags"),
            deprecated=node.plain("deprecated") is True,
            pointer=definition_key(node),
        )


def _media_switches(
    node: Node, body: Body | None, responses: tuple[Response, ...]
) -> tuple[Switch, ...]:
    """The arguments that choose between representations, as the document says or as is usual for streams."""
    told = tuple(Switch(*each, media_kind(each[2])) for each in hints.media_by(node))
    stream: dict[str, str] = dialect(node, "x-stream") or {}
    member = stream.get("member", "")
    if member:
        return (Switch(member, True, "text/event-stream", "events"), *told)
    media = [each for response in responses for each in response.media]
    streams = [each for each in media if each.kind in ("events", "lines")]
    if told or not streams or len(streams) == len(media):
        return told
    members = body.members or () if body is not None else ()
    if any(isinstance(each.type, Anything) and each.kind == "json" for each in media) and not told:
        return ()  # what comes is the server's choice
    asked = any(each.name == "stream" for each in members)
    return (Switch("stream" if asked else "", True, streams[0].range, streams[0].kind),)
