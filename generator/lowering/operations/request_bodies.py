"""Request bodies: the media type that is sent, its members as arguments, and what else could be sent."""

from __future__ import annotations

from attrs import evolve, field, frozen

from ...diagnostics import Report
from ...ir.definitions import Member
from ...ir.operations import Body, BodyKind, Encoding
from ...ir.types import Anything, Binary, ListOf, Primitive, Type
from ...openapi.loading import Node, Source
from ..schemas.all_of import is_bare_reference, merge_schema, referenced_schema
from ..schemas.constraints import read_schema_constraints
from ..schemas.lower_schema import SchemaLowering
from ..schemas.names import component_name, definition_key
from ..schemas.presets import preset_member
from ..schemas.schema import Schema
from .media_types import body_kind, essence, media_entries, preferred_media_type

_METHODS_WITHOUT_BODY = frozenset({"get", "head", "delete", "options", "trace"})
_STYLE_KEYWORDS = frozenset({"explode", "allowReserved"})
"""What says that a member has a style, without saying which."""
_KINDS_WITH_MEMBERS = ("json", "form", "multipart")
"""The kinds of body that have members."""


@frozen
class RequestBodyLowering:
    """Lowers the request bodies of one document."""

    types: SchemaLowering
    source: Source
    report: Report
    _read: dict[str, Schema] = field(factory=dict)
    """What bodies refer to, by place."""
    _known: dict[str, tuple[Member, ...]] = field(factory=dict)
    """The members of what bodies refer to."""

    def lower(self, node: Node, hint: str) -> Body | None:
        """The body of the operation at `node`, None where it takes none."""
        body = node.get("requestBody")
        body = self.source.resolve(body) if body is not None else None
        content = body.get("content") if body is not None else None
        if body is None or content is None or not content.is_map or not content.value:
            if body is not None and body.is_map and (content is None or content.is_map):
                help = "describe its `content` by media type"
                self._warn(body, "this body has no media type; none is sent", help)
            return None
        media_type, media = preferred_media_type(content, self.source)
        schema = media.get("itemSchema") or media.get("schema")
        kind = self._kind(media_type, media, schema)
        made = Body(
            kind,
            media_type,
            _opaque_type(kind),
            required=body.plain("required") is True,
            omit_when_empty=_is_optional(body, kind, node.key),
            description=body.text("description") or "",
            pointer=definition_key(media),
            others=self._others(content, media_type, media),
            encodings=self._encodings(media, kind),
        )
        self._untold(content, made, media)
        return self._typed(made, schema, media, hint) if schema is not None else made

    def _typed(self, made: Body, schema: Node, media: Node, hint: str) -> Body:
        """The body with the type that `schema` describes, or with members."""
        flat = self._object(schema)
        if made.kind in ("bytes", "text"):
            if flat is not None:
                help = "add `application/json` if the server takes it"
                told = "is not written from arguments; it is passed as it is"
                self._warn(media, f"a body of `{made.media_type}` {told}", help)
            return made
        if made.kind == "lines":
            return evolve(made, type=self._lines(media, schema, hint))
        if flat is not None:
            members = tuple(
                preset_member(each, self.types.catalog)
                for each in self._members(schema, flat, hint)
            )
            extra = self.types.lower_additional(flat, hint)
            return evolve(made, description="", members=members, additional=extra)
        used = self.types.lower(schema, f"{hint} body")
        return evolve(made, type=used, constraints=read_schema_constraints(schema, self.source))

    def _resolved(self, schema: Node | None) -> Node | None:
        return self.source.resolve(schema) if schema is not None and schema.is_map else None

    def _object(self, schema: Node) -> Schema | None:
        """The schema of an object whose members can be arguments; None for anything else."""
        if self._resolved(schema) is None:
            return None
        key = self._referred(schema)
        flat = self._read.get(key) or merge_schema(schema, self.source)
        # what has patterns is called after where it is used
        if key and flat.properties and not flat.patterns:
            self._read[key] = flat
        return flat if flat.properties and not flat.options and not flat.nullable else None

    def _members(self, schema: Node, flat: Schema, hint: str) -> tuple[Member, ...]:
        place = self.source.resolve(schema) or schema
        if place is schema:
            return self.types.lower_members(flat, f"{hint} body")
        key = self._referred(schema)
        members = self._known.get(key) or self.types.lower_members(flat, component_name(place))
        if key:
            self._known[key] = members
        return members

    def _referred(self, schema: Node) -> str:
        """The place of what `schema` is nothing but a reference to; "" where it says more."""
        target = referenced_schema(schema, self.source) if is_bare_reference(schema) else None
        return definition_key(target) if target is not None else ""

    def _others(self, content: Node, chosen: str, media: Node) -> tuple[tuple[str, BodyKind], ...]:
        """The other media types that the same arguments could be sent as, and their kinds."""
        schema = (media / "schema").value
        found: dict[str, BodyKind] = {}
        for range_, other in media_entries(content, self.source):
            kind = body_kind(range_, self._resolved(other.get("schema")))
            name = essence(range_)
            fits = (
                kind in _KINDS_WITH_MEMBERS
                and (other / "schema").value == schema
                and "*" not in name
            )
            if fits and name not in (essence(chosen), "text/json"):
                found[name] = kind
        return tuple(found.items())

    def _encodings(self, media: Node, kind: str) -> tuple[Encoding, ...]:
        """How single members are written, where the document says."""
        if kind not in ("form", "multipart"):
            return ()
        return tuple(
            Encoding(
                name,
                (node.text("contentType") or "").split(",")[0].strip(),
                style := node.text("style")
                or ("form" if _STYLE_KEYWORDS & node.value.keys() else ""),
                node.plain("explode", style == "form") is True,
                node.plain("allowReserved") is True,
            )
            for name, node in (media / "encoding").items()
            if node.is_map
        )

    def _kind(self, media_type: str, media: Node, schema: Node | None) -> BodyKind:
        """How the body is written; a multipart one whose parts have no names is passed as it is."""
        resolved = self._resolved(schema)
        kind = body_kind(media_type, resolved)
        if kind != "multipart" or resolved is None or resolved.text("type") != "array":
            return kind
        help = "give the parts names, as members of an object"
        self._warn(media, "parts without names are not written; the body is passed as it is", help)
        return "bytes"

    def _lines(self, media: Node, schema: Node, hint: str) -> Type:
        """The type of a body of lines: its schema is of the whole list, or of one line."""
        made = self.types.lower(schema, f"{hint} line" if "itemSchema" in media else f"{hint} body")
        return made if isinstance(made, ListOf) else ListOf(made)

    def _untold(self, content: Node, made: Body, media: Node) -> None:
        """Say which media types and headers of parts can't be sent."""
        known = {made.media_type, *(name for name, _ in made.others)}
        for range_, other in media_entries(content, self.source):
            same = (other / "schema").value == (media / "schema").value
            if not same and essence(range_) not in known and range_ not in known:
                told = f"the body is written as `{made.media_type}` alone, not as `{range_}`"
                self._warn(other, told, "remove the media type that you do not need, by an overlay")
        for name, node in (media / "encoding").items() if made.kind == "multipart" else ():
            for header in (node / "headers").value or () if node.is_map else ():
                if header.lower() not in ("content-type", "content-disposition"):
                    told = f"the part `{name}` is sent without the header `{header}`"
                    self._warn(node / "headers" / header, told, "send what it tells in a part")

    def _warn(self, node: Node, message: str, help: str) -> None:
        self.report.warning("media-type", node, message, help)


def _is_optional(body: Node, kind: BodyKind, method: str) -> bool:
    """Whether no body at all is sent where no member is given.

    Documents forget `required: true` more often than servers bear a missing body: an empty JSON object is what both
    take, unless the document says `required: false`, or the method has no body as a rule.
    """
    told = body.plain("required")
    return told is False or told is not True and (kind != "json" or method in _METHODS_WITHOUT_BODY)


def _opaque_type(kind: str) -> Type:
    if kind == "bytes":
        return Binary()
    return Primitive("string") if kind == "text" else Anything()
