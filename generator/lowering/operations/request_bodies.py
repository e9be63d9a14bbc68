"""Request bodies: how each media type is written, and which members can be arguments."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attrs import evolve, field, frozen

from ...diagnostics import Report, did_you_mean
from ...ir.definitions import Member
from ...ir.operations import Body, BodyKind, Encoding
from ...ir.types import AnyOf, Anything, Binary, Json, ListOf, Primitive, Type
from ...openapi.loading import Node, Source
from ..schemas.all_of import find_referenced_schema, is_bare_reference, merge_schema
from ..schemas.constant_members import add_preset
from ..schemas.constraints import read_schema_constraints
from ..schemas.lower_schema import SchemaLowering
from ..schemas.names import make_definition_key, name_component
from ..schemas.schema import Schema
from .body_alternatives import combine_bodies
from .media_types import (
    choose_body_kind,
    choose_media_type,
    find_example,
    get_essence,
    iter_media_entries,
)
from .parameters import read_member_style

_METHODS_WITHOUT_BODY = frozenset({"get", "head", "delete", "options", "trace"})
_STANDARD_PART_HEADERS = frozenset({"content-type", "content-disposition"})


@frozen
class RequestBodyLowering:
    """Lowers the request bodies of one document."""

    types: SchemaLowering
    source: Source
    report: Report
    _merged: dict[str, Schema] = field(factory=dict)
    """The schemas that bodies refer to, by key."""
    _members: dict[str, tuple[Member, ...]] = field(factory=dict)
    """Their members."""
    _omitted: dict[str, list[Node]] = field(factory=dict)
    """The media types that are not sent, by name."""

    def lower(self, node: Node, name: str) -> Body | None:
        """Lower the body of the operation at `node`; None where it takes none.

        Args:
            node: the operation.
            name: the name for inline schemas that are defined along the way.
        """
        body = node.get("requestBody")
        body = self.source.resolve(body) if body is not None else None
        content = body.get("content") if body is not None else None
        if body is None or content is None or not content.is_map or not content.value:
            if body is not None and body.is_map and (content is None or content.is_map):
                self._warn(
                    body,
                    "this body has no media type, so no body is sent",
                    "describe its `content` by media type",
                )
            return None
        media_type, media = choose_media_type(content, self.source)
        body_ = combine_bodies(
            [
                self._lower_media(media_type, media, f"{name} body"),
                *self._lower_alternatives(content, media_type, media, name),
            ]
        )
        return evolve(
            body_,
            required=body.plain("required") is True,
            omit_when_empty=_may_be_omitted(body, body_.kind, node.key),
            description="" if body_.members is not None else body.text("description") or "",
        )

    def finish(self) -> None:
        """Report each media type that is not sent, once."""
        for media_type, nodes in self._omitted.items():
            count = len(nodes)
            where = "this body" if count == 1 else f"{count} bodies, of which this is the first"
            self._warn(
                nodes[0],
                f"`{media_type}` is not written for {where}; another media type is sent",
                "ignore this if the server accepts the other one; otherwise remove that with an overlay",
            )

    def _lower_media(self, media_type: str, media: Node, name: str) -> Body:
        """Lower one media type of a body."""
        schema = media.get("itemSchema") or media.get("schema")
        kind = self._choose_kind(media_type, media, schema)
        body_ = Body(
            kind,
            media_type,
            _make_opaque_type(kind),
            required=False,
            pointer=make_definition_key(media),
            encodings=self._read_encodings(media, kind),
            example=self._read_example(media) if kind == "json" else "",
        )
        if kind == "multipart":
            self._check_part_headers(media)
        return self._add_type(body_, schema, media, name) if schema is not None else body_

    def _add_type(self, body_: Body, schema: Node, media: Node, name: str) -> Body:
        """Add the type that `schema` describes, or members."""
        merged = self._merge_object(schema)
        if merged is not None and body_.encodings:
            self._check_encoded_names(media, merged)
        if body_.kind in ("bytes", "text"):
            if merged is not None:
                self._warn(
                    media,
                    f"`{body_.media_type}` bodies are not serialized; pass the encoded text or bytes",
                    "add `application/json` if the server takes it",
                )
            return body_
        if body_.kind == "lines":
            return evolve(body_, type=self._lower_lines(media, schema, name))
        if merged is not None:
            members = self._lower_members(schema, merged, name)
            presets = tuple(add_preset(each, self.types.catalog) for each in members)
            # the value that may replace members is named like a body without a name
            further = self.types.lower_additional(merged, name.removesuffix(" body"))
            return evolve(body_, members=presets, additional=further)
        used = self.types.lower(schema, name)
        return evolve(body_, type=used, constraints=read_schema_constraints(schema, self.source))

    def _lower_alternatives(
        self, content: Node, preferred: str, media: Node, name: str
    ) -> list[Body]:
        """Lower the other media types that the body can be sent as."""
        schema = (media / "schema").value
        bodies: dict[str, Body] = {}
        for range_, other in iter_media_entries(content, self.source):
            media_type = get_essence(range_)
            if media_type in (get_essence(preferred), "text/json") or "*" in media_type:
                continue
            kind = choose_body_kind(range_, self._resolve(other.get("schema")))
            is_same = (other / "schema").value == schema
            if kind in ("bytes", "text") and (is_same or self._is_object(other)):
                self._omitted.setdefault(media_type, []).append(other)
                continue
            own = f"{name} body" if is_same else f"{name} {kind} body"
            bodies[media_type] = evolve(
                self._lower_media(range_, other, own), media_type=media_type
            )
        return list(bodies.values())

    def _read_example(self, media: Node) -> str:
        example = find_example(media, self.source)
        return json.dumps(example.value) if example is not None else ""

    def _resolve(self, schema: Node | None) -> Node | None:
        return self.source.resolve(schema) if schema is not None and schema.is_map else None

    def _is_object(self, media: Node) -> bool:
        schema = media.get("schema")
        return schema is not None and self._merge_object(schema) is not None

    def _merge_object(self, schema: Node) -> Schema | None:
        """Return the schema of an object whose members can be arguments; None for anything else."""
        if self._resolve(schema) is None:
            return None
        key = self._find_referenced_key(schema)
        merged = self._merged.get(key) or merge_schema(schema, self.source)
        # members by pattern are named after where they are used
        if key and merged.properties and not merged.patterns:
            self._merged[key] = merged
        return merged if merged.properties and not merged.options and not merged.nullable else None

    def _lower_members(self, schema: Node, merged: Schema, name: str) -> tuple[Member, ...]:
        target = self.source.resolve(schema) or schema
        if target is schema:
            return self.types.lower_members(merged, name)
        key = self._find_referenced_key(schema)
        members = self._members.get(key) or self.types.lower_members(merged, name_component(target))
        if key:
            self._members[key] = members
        return members

    def _find_referenced_key(self, schema: Node) -> str:
        """Return the key of the schema that a bare `$ref` leads to; "" if `schema` has other keywords."""
        target = find_referenced_schema(schema, self.source) if is_bare_reference(schema) else None
        return make_definition_key(target) if target is not None else ""

    def _read_encodings(self, media: Node, kind: BodyKind) -> tuple[Encoding, ...]:
        """Read how single members are written, where the document says."""
        if kind not in ("form", "multipart"):
            return ()
        return tuple(
            Encoding(
                name,
                (node.text("contentType") or "").strip(),
                style := read_member_style(node, ""),
                node.plain("explode", style == "form") is True,
                node.plain("allowReserved") is True,
                tuple(self._read_part_headers(node)) if kind == "multipart" else (),
            )
            for name, node in (media / "encoding").items()
            if node.is_map
        )

    def _choose_kind(self, media_type: str, media: Node, schema: Node | None) -> BodyKind:
        """Return how the body is written; a multipart one whose parts have no names is passed as it is."""
        resolved = self._resolve(schema)
        kind = choose_body_kind(media_type, resolved)
        if kind != "multipart" or resolved is None or resolved.text("type") != "array":
            return kind
        self._warn(
            media,
            "parts without names are not written; the body is passed as it is",
            "give the parts names, as members of an object",
        )
        return "bytes"

    def _lower_lines(self, media: Node, schema: Node, name: str) -> Type:
        """Return the type of a body of lines: its schema describes the whole list, or one line."""
        is_line = "itemSchema" in media
        used = self.types.lower(schema, f"{name.removesuffix(' body')} line" if is_line else name)
        return used if isinstance(used, ListOf) else ListOf(used)

    def _check_encoded_names(self, media: Node, merged: Schema) -> None:
        """Report encodings of members that a form does not have."""
        is_open = merged.additional is not None and merged.additional.value is not False
        if is_open or merged.patterns:
            return
        for name, encoding in (media / "encoding").items():
            if name not in merged.properties:
                self.report.warning(
                    "encoding-without-property",
                    encoding,
                    f"the form has no member `{name}`, so this has no effect",
                    did_you_mean(name, merged.properties, "describe it below `properties`"),
                )

    def _part_headers(self, encoding: Node) -> Iterator[tuple[str, Node, Json]]:
        """Yield name, node and fixed value of the headers of a part; None where a caller has to choose the value."""
        headers = encoding / "headers"
        for name, node in headers.items() if headers.is_map else ():
            if name.lower() in _STANDARD_PART_HEADERS:
                continue
            header = self.source.resolve(node)
            schema = header.get("schema") if header is not None and header.is_map else None
            merged = merge_schema(schema, self.source) if schema is not None else None
            values = merged.enum or () if merged is not None else ()
            default = self._default(schema)
            yield name, node, values[0] if len(values) == 1 else default

    def _default(self, schema: Node | None) -> Json:
        """Return the default of a schema, if it is a scalar."""
        resolved = self._resolve(schema)
        default = resolved.get("default") if resolved is not None else None
        is_scalar = default is not None and not default.is_map and not default.is_list
        return default.value if default is not None and is_scalar else None

    def _read_part_headers(self, encoding: Node) -> Iterator[tuple[str, Json]]:
        for name, _, value in self._part_headers(encoding):
            if value is not None:
                yield name, value

    def _check_part_headers(self, media: Node) -> None:
        """Report the headers of parts that are sent only if a caller gives them."""
        for name, encoding in (media / "encoding").items():
            for header, node, value in self._part_headers(encoding) if encoding.is_map else ():
                if value is None:
                    self._warn(
                        node,
                        f"the part `{name}` has the header `{header}` only if it is passed as a file with headers",
                        "pass (file name, content, media type, headers), or give the header a default",
                    )

    def _warn(self, node: Node, message: str, help: str) -> None:
        self.report.warning("unsupported-media-type", node, message, help)


def _may_be_omitted(body: Node, kind: BodyKind, method: str) -> bool:
    """Return whether no body at all is sent where no member is given.

    Documents forget `required: true` more often than servers accept a missing body. An empty JSON object is what both
    take, unless the document says `required: false`, or the method has no body as a rule.
    """
    required = body.plain("required")
    is_unusual = kind != "json" or method in _METHODS_WITHOUT_BODY
    return required is False or (required is not True and is_unusual)


def _make_opaque_type(kind: BodyKind) -> Type:
    if kind == "bytes":
        return Binary()
    return AnyOf((Primitive("string"), Binary())) if kind == "text" else Anything()
