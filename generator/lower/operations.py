"""One operation: where it stands, what it takes, what it answers."""

from __future__ import annotations

from attrs import frozen

from ..api.operations import Body, Media, Operation, Parameter, Response, Switch
from ..api.types import Anything, Binary, Type
from ..diagnostics import Report
from ..source import Node, Source
from . import hints
from .limits import limits
from .media import body_kind, is_json, media_kind, preferred
from .merging import read
from .names import method_name
from .paging import paging
from .types import Types

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


@frozen
class Place:
    """Where an operation stands in the document."""

    path: str
    method: str
    item: Node
    node: Node
    resource: tuple[str, ...]


@frozen
class Operations:
    """Lowers operations of one document."""

    types: Types
    source: Source
    report: Report
    held: frozenset[str]
    """Wire names of the parameters that the client may hold."""

    def lower(self, place: Place) -> Operation:
        """The operation at `place`."""
        node = place.node
        name = method_name(node, place.method, place.path)
        hint = f"{place.resource[-1]} {name}"
        body = self._body(node, hint)
        return Operation(
            id=node.text("operationId") or f"{place.method} {place.path}",
            resource=place.resource,
            name=name,
            method=place.method.upper(),
            path=place.path,
            summary=node.text("summary") or "",
            description=node.text("description") or "",
            parameters=self._parameters(place, hint),
            body=body,
            responses=self._responses(node, hint),
            result=hints.text(node, "x-result"),
            paging=paging(node),
            info=self._info(node, hint),
            retry_safe=node.value.get("x-retry-safe") is True,
            switches=self._switches(node),
            sources=hints.sources(node),
            permissions=hints.texts(node, "x-permissions"),
            tags=hints.texts(node, "tags"),
            deprecated=node.value.get("deprecated") is True,
            pointer=node.pointer,
        )

    def _parameters(self, place: Place, hint: str) -> tuple[Parameter, ...]:
        """Those of the path first, then the operation's own, which override by name and place."""
        found: dict[tuple[str, str], Parameter] = {}
        for owner in (place.item, place.node):
            nodes = owner.get("parameters")
            for node in nodes if nodes is not None and nodes.is_list else ():
                parameter = self._parameter(node, hint)
                if parameter is not None:
                    found[(parameter.place, parameter.name)] = parameter
        return tuple(found.values())

    def _parameter(self, node: Node, hint: str) -> Parameter | None:
        node = self.source.resolve(node) or node
        name, place = node.text("name"), node.text("in")
        if name is None or place not in ("path", "query", "header", "cookie"):
            return None
        content = node.get("content")
        schema = node.get("schema")
        if content is not None and content.is_map:
            media = next((each for _, each in content.items()), None)
            schema = media.get("schema") if media is not None else None
        style = node.text("style") or ("form" if place in ("query", "cookie") else "simple")
        resolved = self.source.resolve(schema) if schema is not None and schema.is_map else None
        facts = [each for each in (node, schema, resolved) if each is not None and each.is_map]
        return Parameter(
            name=name,
            place=place,  # type: ignore[arg-type]  # checked above
            type=self.types.of(schema, f"{hint} {name}"),
            required=node.value.get("required") is True or place == "path",
            style="json" if content is not None else style,
            explode=node.value.get("explode", style == "form") is True,
            description=next((text for each in facts if (text := each.text("description"))), ""),
            limits=limits(facts[1:]),
            deprecated=node.value.get("deprecated") is True,
            held_by_client=name in self.held,
            unescaped=node.value.get("x-unescaped") is True,
            refuse_empty=node.value.get("x-refuse-empty") is True,
        )

    def _body(self, node: Node, hint: str) -> Body | None:
        body = node.get("requestBody")
        body = self.source.resolve(body) if body is not None else None
        content = body.get("content") if body is not None else None
        if body is None or content is None or not content.is_map:
            return None
        media_type, media = preferred(content)
        kind = body_kind(media_type)
        schema = media.get("schema")
        required = body.value.get("required") is True
        if kind in ("bytes", "text") or schema is None:
            used: Type = Binary() if kind == "bytes" else Anything()
            return Body(kind, media_type, used, required, body.text("description") or "")
        resolved = self.source.resolve(schema)
        flat = read(schema, self.source) if resolved is not None else None
        if flat is not None and flat.properties and not flat.options and not flat.nullable:
            members = self.types.members(flat, f"{hint} body" if resolved is schema else _name(resolved))
            extra = self.types.additional(flat, hint)
            return Body(kind, media_type, Anything(), required, "", members, extra)
        used = self.types.of(schema, f"{hint} body")
        return Body(kind, media_type, used, required, body.text("description") or "")

    def _responses(self, node: Node, hint: str) -> tuple[Response, ...]:
        responses = node.get("responses")
        found: list[Response] = []
        for status, response in responses.items() if responses is not None else ():
            if not (status[:1] == "2" or status.lower() == "default"):
                continue
            response = self.source.resolve(response) or response
            content = response.get("content")
            media = tuple(
                self._media(range_, each, node, hint)
                for range_, each in (content.items() if content is not None and content.is_map else ())
            )
            found.append(Response(status, media, response.text("description") or ""))
        successes = tuple(each for each in found if each.status[:1] == "2")
        return successes or tuple(found)

    def _media(self, range_: str, media: Node, operation: Node, hint: str) -> Media:
        kind = media_kind(range_)
        schema = media.get("schema")
        if kind != "json" or schema is None:
            return Media(range_, kind, Anything())
        path = hints.result_path(operation)
        result = self._within(schema, path)
        return Media(range_, kind, self.types.of(result, f"{hint} {'result' if path else 'response'}"))

    def _info(self, node: Node, hint: str) -> Type | None:
        """The type of what a page says of the whole list (`x-paging: {info: …}`)."""
        path = hints.text(node, "x-paging", "info")
        responses = node.get("responses")
        if not path or responses is None:
            return None
        for status, response in responses.items():
            content = (self.source.resolve(response) or response).get("content")
            if status[:1] == "2" and content is not None and content.is_map:
                schema = next((each.get("schema") for key, each in content.items() if is_json(key)), None)
                member = self._within(schema, path) if schema is not None else None
                return self.types.of(member, f"{hint} info") if member is not None else None
        return None

    def _within(self, schema: Node, path: str) -> Node | None:
        """The schema of the member at the dotted `path` below `schema`."""
        node: Node | None = schema
        for name in path.split(".") if path else ():
            node = read(node, self.source).properties.get(name) if node is not None else None
        return node

    def _switches(self, node: Node) -> tuple[Switch, ...]:
        member = hints.text(node, "x-stream", "member")
        streams = (Switch(member, True, "text/event-stream"),) if member else ()
        return streams + tuple(Switch(*each) for each in hints.media_by(node))


def _name(node: Node | None) -> str:
    return node.pointer.rsplit("/", 1)[-1] if node is not None else ""
