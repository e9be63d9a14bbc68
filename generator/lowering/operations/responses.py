"""What an operation answers: by status, and within it by media type."""

from __future__ import annotations

from collections.abc import Mapping, Set

from attrs import frozen

from ...ir.operations import Media, MediaKind, Response
from ...ir.types import Anything, Type
from ...openapi.extensions import operation as hints
from ...openapi.loading import Node, Source
from ...openapi.loading.node import MISSING
from ..schemas.all_of import merge_schema
from ..schemas.constraints import read_schema_constraints
from ..schemas.lower_schema import SchemaLowering
from ..schemas.names import definition_key
from .media_types import essence, is_json, is_wildcard, media_entries, media_kind


@frozen
class ResponseLowering:
    """Lowers the responses of one document."""

    types: SchemaLowering
    source: Source

    def lower(self, node: Node, hint: str, path: str) -> tuple[Response, ...]:
        """The successes of the operation at `node`, whose result lies at `path`; `default` where it names none."""
        asked = {media_type for _, _, media_type in hints.media_by(node)}
        successes: list[Response] = []
        others: list[Response] = []
        for status, response in (node / "responses").items():
            code = status.strip()[:3].upper()
            if code[:1] != "2" and status.lower() != "default":
                continue
            response = self.source.resolve(response) or response
            into = successes if code[:1] == "2" else others
            named = f"{hint} {code}" if into else hint
            silent = node.key.lower() == "head"  # whatever its body would be, there is none
            content = dict(media_entries(response / "content", self.source))
            media = () if silent else self._representations(content, asked, path, named)
            said, headers = response.text("description") or "", self._headers(response)
            into.append(Response(code, media, said, headers, definition_key(response)))
        return tuple(successes or others)

    def _headers(self, response: Node) -> tuple[tuple[str, str], ...]:
        """The headers of a response; `Content-Type` is what the media type says, and not described here."""
        return tuple(
            (name, (self.source.resolve(node) or node).text("description") or "")
            for name, node in (response / "headers").items()
            if name.lower() != "content-type"
        )

    def lower_page_info(self, node: Node, hint: str, path: str) -> Type | None:
        """The type of what a page says of the whole list, which lies at `path` (`x-paging: {info: …}`)."""
        for status, response in (node / "responses").items() if path else ():
            content = (self.source.resolve(response) or response) / "content"
            if status[:1] == "2" and content.is_map:
                found = media_entries(content, self.source)
                schema = next((each.get("schema") for key, each in found if is_json(key)), None)
                member = self._within(schema, path) if schema is not None else None
                return self.types.lower(member, f"{hint} info") if member is not None else None
        return None

    def _representations(
        self, content: Mapping[str, Node], asked: Set[str], path: str, hint: str
    ) -> tuple[Media, ...]:
        """The media of one status, each kind of representation once.

        What says in XML, YAML or the like just what JSON says is left out where there is JSON.
        """
        found: dict[str, Media] = {}
        structured = False
        kinds: dict[str, MediaKind] = {
            range_: self._kind(range_, media) for range_, media in content.items()
        }
        for range_, media in content.items():
            kind = kinds[range_]
            if kind == "json" and structured:
                continue
            again = kind == "text" and "json" in kinds.values()
            again = again or kind == "bytes" and self._repeats(media, content, kinds)
            if again and range_ not in asked:
                continue
            structured = structured or kind == "json"
            if kind in ("events", "lines"):
                event = None if self._repeats(media, content, kinds) else self._event(media)
                made = self._stream(range_, kind, media, event, hint)
            else:
                made = self._media(range_, kind, media, path, hint)
            found.setdefault(made.range, made)
        return tuple(found.values())

    def _kind(self, range_: str, media: Node) -> MediaKind:
        if not is_wildcard(range_):  # its schema decides nothing
            return media_kind(range_)
        schema = media.get("schema")
        resolved = self.source.resolve(schema) if schema is not None and schema.is_map else None
        return media_kind(range_, resolved)

    def _repeats(
        self, media: Node, content: Mapping[str, Node], kinds: dict[str, MediaKind]
    ) -> bool:
        """Whether `media` has the schema that the JSON of `content` has."""
        schema = media.plain("schema", MISSING)
        return schema is not MISSING and any(
            each.plain("schema", MISSING) == schema
            for range_, each in content.items()
            if kinds[range_] == "json"
        )

    def _media(self, range_: str, kind: MediaKind, media: Node, path: str, hint: str) -> Media:
        name = essence(range_)
        schema = media.get("schema")
        if kind != "json" or schema is None:
            return Media(name, kind, Anything(), pointer=definition_key(media))
        result = self._within(schema, path)
        used = self.types.lower(result, f"{hint} {'result' if path else 'response'}")
        place = definition_key(result) if result is not None else definition_key(media)
        return Media(name, "json", used, read_schema_constraints(result, self.source), place)

    def _stream(
        self, range_: str, kind: MediaKind, media: Node, event: Node | None, hint: str
    ) -> Media:
        used = self.types.lower(event, f"{hint} event") if event is not None else Anything()
        return Media(essence(range_), kind, used, pointer=definition_key(media))

    def _event(self, media: Node) -> Node | None:
        """The schema of the data of one event: by `itemSchema`, else by `schema`."""
        item = media.get("itemSchema")
        if item is None:
            schema = media.get("schema")
            resolved = self.source.resolve(schema) if schema is not None and schema.is_map else None
            scalar = resolved is not None and resolved.text("type") in ("string", "array")
            return None if scalar else schema
        return event_data_schema(item, self.source)

    def _within(self, schema: Node, path: str) -> Node | None:
        """The schema of the member at the dotted `path` below `schema`."""
        node: Node | None = schema
        for name in path.split(".") if path else ():
            node = (
                merge_schema(node, self.source).properties.get(name) if node is not None else None
            )
        return node


def event_data_schema(item: Node, source: Source) -> Node | None:
    """What an `itemSchema` says of the data of one event: of the fields of an event, `data` counts."""
    data = merge_schema(item, source).properties.get("data") if item.is_map else None
    if data is None:
        return item
    return data.get("contentSchema") if "contentSchema" in data else data
