"""Request bodies: the media type that is sent, its members as arguments, and what else could be sent."""

from __future__ import annotations

from attrs import evolve, frozen

from ..api.operations import Body, BodyKind, Encoding
from ..api.types import Anything, Binary, Primitive, Type
from ..diagnostics import Report
from ..source import Node, Source
from .limits import schema_bounds
from .media import body_kind, essence, preferred
from .merging import read
from .naming import component_name, where
from .schema import Schema
from .types import Types

_STYLED = frozenset({"explode", "allowReserved"})
"""What says that a member has a style, without saying which."""
_MEMBERS = ("json", "form", "multipart")
"""The kinds of body that have members."""


@frozen
class Bodies:
    """Lowers the request bodies of one document."""

    types: Types
    source: Source
    report: Report

    def lower(self, node: Node, hint: str) -> Body | None:
        """The body of the operation at `node`, None where it takes none."""
        body = node.get("requestBody")
        body = self.source.resolve(body) if body is not None else None
        content = body.get("content") if body is not None else None
        if body is None or content is None or not content.is_map or not content.value:
            return None
        media_type, media = preferred(content, self.source)
        schema = media.get("itemSchema") or media.get("schema")
        kind = body_kind(media_type, self._resolved(schema))
        made = Body(
            kind,
            media_type,
            _whole(kind),
            required=body.plain("required") is True,
            description=body.text("description") or "",
            pointer=where(media),
            others=self._others(content, media_type, media),
            encodings=self._encodings(media, kind),
        )
        if kind in ("bytes", "text") or schema is None:
            self._degraded(media_type, schema, media)
            return made
        flat = self._members(schema)
        if flat is not None:
            place = self.source.resolve(schema) or schema
            owner = f"{hint} body" if place == schema else component_name(place)
            members = self.types.members(flat, owner)
            extra = self.types.additional(flat, hint)
            return evolve(made, description="", members=members, open=extra)
        return evolve(
            made,
            type=self.types.of(schema, f"{hint} body"),
            bounds=schema_bounds(schema, self.source),
        )

    def _resolved(self, schema: Node | None) -> Node | None:
        return self.source.resolve(schema) if schema is not None and schema.is_map else None

    def _members(self, schema: Node) -> Schema | None:
        """The schema of an object whose members can be arguments; None for anything else."""
        if self._resolved(schema) is None:
            return None
        flat = read(schema, self.source)
        return flat if flat.properties and not flat.options and not flat.nullable else None

    def _others(self, content: Node, chosen: str, media: Node) -> tuple[tuple[str, BodyKind], ...]:
        """The other media types that the same arguments could be sent as, and their kinds."""
        schema = (media / "schema").value
        found: dict[str, BodyKind] = {}
        for range_, other in content.items():
            kind = body_kind(range_, self._resolved(other.get("schema")))
            name = essence(range_)
            fits = kind in _MEMBERS and (other / "schema").value == schema and "*" not in name
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
                style := node.text("style") or ("form" if _STYLED & node.value.keys() else ""),
                node.plain("explode", style == "form") is True,
                node.plain("allowReserved") is True,
            )
            for name, node in (media / "encoding").items()
            if node.is_map
        )

    def _degraded(self, media_type: str, schema: Node | None, media: Node) -> None:
        """Say so where the document describes members of a body that is passed as it is."""
        if schema is not None and self._members(schema) is not None:
            self.report.warning(
                "media-type",
                media,
                f"a body of `{media_type}` is not written from arguments; it is passed as it is",
                "add `application/json` if the server takes it",
            )


def _whole(kind: str) -> Type:
    if kind == "bytes":
        return Binary()
    return Primitive("string") if kind == "text" else Anything()
