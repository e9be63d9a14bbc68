"""The responses of operations: by status, and within it by media type."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set

from attrs import field, frozen

from ...diagnostics import Report
from ...ir.operations import ERROR_MEMBERS, Media, MediaKind, Response
from ...ir.types import AnyOf, Anything, Primitive, Type
from ...openapi.extensions import operation_keys
from ...openapi.loading import Node, Source
from ..schemas.all_of import merge_schema
from ..schemas.constraints import read_schema_constraints
from ..schemas.lower_schema import SchemaLowering
from ..schemas.names import make_definition_key
from .events import read_events
from .media_types import (
    choose_media_kind,
    get_essence,
    is_json,
    is_wildcard,
    iter_media_entries,
)
from .member_paths import split_member_path

_MAX_NESTED_VARIANTS = 4

_STATUS = re.compile(r"\s*([1-5](?:[0-9][0-9]|XX|xx)|default)\s*")


def read_status(key: str) -> str:
    """Return the status, range or `default` that a key of `responses` names; "" if it names none."""
    match = _STATUS.fullmatch(key)
    return match[1].replace("x", "X") if match is not None else ""


@frozen
class ResponseLowering:
    """Lowers the responses of one document."""

    types: SchemaLowering
    source: Source
    report: Report
    _omitted: dict[str, list[Node]] = field(factory=dict)
    """The representations that are not requested, by media type."""

    def lower(self, node: Node, name: str, path: str) -> tuple[Response, ...]:
        """Lower the successes of the operation at `node`; `default` where it names none.

        Args:
            node: the operation.
            name: of what is defined on the way and has no name in the document.
            path: the dotted path of the member that is the result.
        """
        switched_types = {media_type for _, _, media_type in operation_keys.read_media_by(node)}
        statuses = list(self._iter_statuses(node))
        successes = [each for each in statuses if each[0][:1] == "2"]
        others = [each for each in statuses if each[0] == "DEFAULT"]
        responses: list[Response] = []
        for code, response in successes or others:
            own = f"{name} {code}" if responses else name
            has_body = node.key.lower() != "head"
            content = (
                dict(iter_media_entries(response / "content", self.source)) if has_body else {}
            )
            media = self._lower_representations(content, switched_types, path, own)
            responses.append(_make_response(code, response, media, self._list_headers(response)))
        return tuple(responses)

    def lower_errors(self, node: Node, name: str) -> tuple[Response, ...]:
        """Lower the failures of the operation at `node` whose JSON bodies are described."""
        statuses = list(self._iter_statuses(node))
        has_success = any(code[:1] == "2" for code, _ in statuses)
        errors: list[Response] = []
        for code, response in statuses:
            if code[:1] == "2" or (code == "DEFAULT" and not has_success):
                continue
            content = iter_media_entries(response / "content", self.source)
            schemas = (
                (range_, media)
                for range_, media in content
                if is_json(range_) and "schema" in media
            )
            for range_, media in schemas:
                own = f"{name} error" if code == "DEFAULT" else f"{name} {code} error"
                used = self.types.lower(media.get("schema"), own)
                if not isinstance(used, Anything):
                    body = Media(
                        get_essence(range_), "json", used, pointer=make_definition_key(media)
                    )
                    errors.append(_make_response(code, response, (body,)))
                break
        return tuple(errors)

    def declares(self, node: Node, path: str) -> bool:
        """Return whether a success of the operation at `node` declares the member at `path` in its JSON.

        In any other response, a member of that name is data and means nothing.
        """
        return not path or any(
            self._find_member(schema, path) is not None for schema in self.iter_json_schemas(node)
        )

    def lower_page_info(self, node: Node, name: str, path: str) -> Type | None:
        """Return the type of what a page says about the whole list, at `path` (`x-paging: {info: …}`)."""
        schema = next(self.iter_json_schemas(node), None) if path else None
        member = self._find_member(schema, path) if schema is not None else None
        return self.types.lower(member, f"{name} info") if member is not None else None

    def finish(self) -> None:
        """Report each media type that is not requested, once."""
        for media_type, nodes in self._omitted.items():
            count = len(nodes)
            where = (
                "in this response"
                if count == 1
                else f"in {count} responses, of which this is the first"
            )
            self.report.warning(
                "unused-media-type",
                nodes[0],
                f"`{media_type}` is not requested {where}: JSON is preferred",
                "ignore this if the JSON has the same content; otherwise remove the JSON with an overlay",
            )

    def _iter_statuses(self, node: Node) -> Iterator[tuple[str, Node]]:
        """Yield status, in capitals, and response; whatever a reference leads to."""
        for status, response in (node / "responses").items():
            code = read_status(status)
            if code:
                yield code.upper(), self.source.resolve(response) or response

    def iter_json_schemas(self, node: Node) -> Iterator[Node]:
        """Yield the schemas of the JSON of successes."""
        for code, response in self._iter_statuses(node):
            if code[:1] == "2":
                for range_, media in iter_media_entries(response / "content", self.source):
                    schema = media.get("schema")
                    if is_json(range_) and schema is not None:
                        yield schema

    def _list_headers(self, response: Node) -> tuple[tuple[str, str], ...]:
        """Return name and description of the headers, without `Content-Type`, which the media type says."""
        return tuple(
            (name, (self.source.resolve(node) or node).text("description") or "")
            for name, node in (response / "headers").items()
            if name.lower() != "content-type"
        )

    def _lower_representations(
        self, content: Mapping[str, Node], switched_types: Set[str], path: str, name: str
    ) -> tuple[Media, ...]:
        """Lower the representations of one status, each once.

        Where there is JSON, neither text nor another notation of the same schema is requested. JSON of another media
        type with a schema of its own is.
        """
        kinds: dict[str, MediaKind] = {
            range_: self._choose_kind(range_, media) for range_, media in content.items()
        }
        schemas = Counter(
            _make_schema_key(media)
            for range_, media in content.items()
            if kinds[range_] == "json" and "schema" in media
        )
        by_range: dict[str, Media] = {}
        for range_, media in content.items():
            kind = kinds[range_]
            own = name
            if kind == "json" and any(each.kind == "json" for each in by_range.values()):
                schema = media.get("schema")
                if schema is None or schemas[_make_schema_key(media)] > 1:
                    continue
                if path and self._find_member(schema, path) is None:
                    self._omit(range_, media)
                    continue
                own = f"{name} {_subtype(range_)}"
            is_repeated = kind == "text" and "json" in kinds.values()
            is_repeated = is_repeated or (kind == "bytes" and schemas[_make_schema_key(media)] > 0)
            if is_repeated and range_ not in switched_types:
                self._omit(range_, media)
                continue
            for type_of_media in self._lower_media(range_, kind, media, schemas, path, own):
                by_range.setdefault(type_of_media.range, type_of_media)
        return tuple(by_range.values())

    def _omit(self, range_: str, media: Node) -> None:
        self._omitted.setdefault(get_essence(range_), []).append(media)

    def _lower_media(
        self,
        range_: str,
        kind: MediaKind,
        media: Node,
        schemas: Counter[str],
        path: str,
        name: str,
    ) -> tuple[Media, ...]:
        if kind in ("events", "lines"):
            return (self._lower_stream(range_, kind, media, schemas, name),)
        schema = media.get("schema")
        if kind != "json" or schema is None:
            return (
                Media(get_essence(range_), kind, Anything(), pointer=make_definition_key(media)),
            )
        result = self._find_member(schema, path)
        used = self.types.lower(result, f"{name} {'result' if path else 'response'}")
        pointer = make_definition_key(result if result is not None else media)
        constraints = read_schema_constraints(result, self.source)
        if is_wildcard(range_) and used == Primitive("string") and not path:  # text, in JSON or not
            text = Media(get_essence(range_), "text", used, pointer=pointer)
            return (Media("application/json", "json", used, constraints, pointer), text)
        if (
            is_wildcard(range_) and used == Primitive("string", "byte") and not path
        ):  # bytes, in JSON or not
            raw = Media(get_essence(range_), "bytes", Anything(), pointer=pointer)
            return (Media("application/json", "json", used, constraints, pointer), raw)
        return (Media(get_essence(range_), "json", used, constraints, pointer),)

    def _choose_kind(self, range_: str, media: Node) -> MediaKind:
        schema = media.get("schema")
        return choose_media_kind(
            range_, self.source.resolve(schema) if schema is not None else None
        )

    def _lower_stream(
        self, range_: str, kind: MediaKind, media: Node, schemas: Counter[str], name: str
    ) -> Media:
        """Lower a stream; its type is that of the data of one event."""
        own = f"{name} event"
        item = media.get("itemSchema")
        if item is not None and kind == "events":
            events = read_events(item, self.source)
            errors = self._error_members(events.all)
            by_name = tuple(
                (event, self.types.lower(node, f"{own} {event}")) for event, node in events.by_name
            )
            others = [self.types.lower(node, own) for node in events.other]
            used = _join([*(type_ for _, type_ in by_name), *others])
            by_name += (("", _join(others)),) if by_name and others else ()
            return Media(
                get_essence(range_),
                kind,
                used,
                pointer=make_definition_key(media),
                events=by_name,
                error_members=errors,
            )
        if item is None and not schemas[_make_schema_key(media)]:
            item = self._find_event_schema(media.get("schema"), kind)
        used = self.types.lower(item, own)
        errors = self._error_members([item] if item is not None else [])
        return Media(
            get_essence(range_),
            kind,
            used,
            pointer=make_definition_key(media),
            error_members=errors,
        )

    def _error_members(self, schemas: Collection[Node]) -> tuple[str, ...]:
        """Return the members for errors that the schemas of events do not describe as data."""
        return tuple(
            name
            for name in ERROR_MEMBERS
            if not any(self._has_member(schema, name, _MAX_NESTED_VARIANTS) for schema in schemas)
        )

    def _has_member(self, schema: Node, name: str, levels: int) -> bool:
        """Return whether a schema, or a variant of it, describes a member."""
        merged = merge_schema(schema, self.source)
        if name in merged.properties:
            return True
        return levels > 0 and any(
            self._has_member(variant, name, levels - 1)
            for group in merged.groups
            for variant in group
        )

    def _find_event_schema(self, schema: Node | None, kind: MediaKind) -> Node | None:
        """Return the schema of one event where `schema` describes the stream as a whole, or one event."""
        resolved = self.source.resolve(schema) if schema is not None and schema.is_map else None
        if resolved is None or not resolved.is_map:
            return None
        if resolved.text("type") == "array":
            return resolved.get("items")
        is_text = resolved.text("type") == "string"
        return None if is_text and kind == "lines" else schema

    def _find_member(self, schema: Node, path: str) -> Node | None:
        """Return the schema of the member at the dotted `path` below `schema`."""
        node: Node | None = schema
        while path and node is not None:
            properties = merge_schema(node, self.source).properties
            name, path = split_member_path(path, properties)
            node = properties.get(name)
        return node


def _make_response(
    code: str,
    node: Node,
    media: tuple[Media, ...],
    headers: tuple[tuple[str, str], ...] = (),
) -> Response:
    status = "default" if code == "DEFAULT" else code
    description = node.text("description") or ""
    return Response(status, media, description, headers, make_definition_key(node))


def _join(types: Collection[Type]) -> Type:
    """Return the type of a value of one of `types`."""
    distinct = tuple(dict.fromkeys(types))
    if not distinct or Anything() in distinct:
        return Anything()
    return distinct[0] if len(distinct) == 1 else AnyOf(distinct)


def _subtype(media_type: str) -> str:
    """Return what distinguishes a media type of JSON from others, for names: `application/vnd.api+json` is `api`."""
    subtype = get_essence(media_type).partition("/")[2].removesuffix("+json")
    return subtype.removeprefix("vnd.").replace(".", " ") or "json"


def _make_schema_key(media: Node) -> str:
    """Return the text that the schemas of two media types share where they are equal."""
    return json.dumps(media.plain("schema", ""), sort_keys=True, default=str)
