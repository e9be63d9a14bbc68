"""Checks that the members and parameters which vendor keys name exist: a misspelt one reads nothing, silently."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from attrs import frozen

from ...diagnostics import Report, did_you_mean
from ...openapi.extensions import operation_keys
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node, Source
from ..schemas.all_of import merge_schema
from ..schemas.schema import Schema

_PATHS = ("items", "info", "total", "total_pages", "next", "has_more")
_PARAMETERS = ("page", "size", "cursor", "offset")


@frozen
class MemberPaths:
    """Checks the names in the vendor keys of operations."""

    source: Source
    report: Report

    def check_response(
        self, node: Node, paging: Mapping[str, Any], schemas: Iterable[Node]
    ) -> None:
        """Check the members that `x-result` and `x-paging` name against the JSON of the successes of an operation."""
        paths = {("x-paging", key): paging[key] for key in _PATHS if paging.get(key)}
        result = read_extension(node, "x-result")
        paths |= {("x-result", ""): result} if result else {}
        described = list(schemas) if paths else []
        if described:
            for (key, member), path in paths.items():
                self._check_path(described, path, _place(node, key, member))

    def check_request(
        self,
        node: Node,
        paging: Mapping[str, Any],
        parameters: Collection[str],
        members: Collection[str],
    ) -> None:
        """Check the parameters and members of the body that the `x-` keys of an operation name."""
        named = {("x-paging", key): paging[key] for key in _PARAMETERS if paging.get(key)}
        candidates = {*parameters, *members}
        self._check_switches(node, candidates)
        places = [(_place(node, key, member), name) for (key, member), name in named.items()]
        places += [(each, each.value) for each in operation_keys.iter_overload_arguments(node)]
        for place, name in places:
            if name.rpartition(".")[2] not in candidates and name not in candidates:
                self._report(place, f"the operation takes no `{name}`", name, sorted(candidates))

    def _check_switches(self, node: Node, arguments: Collection[str]) -> None:
        """Check the parameters and members of the body that choose a media type of the response."""
        stream: Mapping[str, str] = read_extension(node, "x-stream") or {}
        named = {("x-stream", "member"): stream["member"]} if stream.get("member") else {}
        named |= {("x-media-by", each): each for each, _, _ in operation_keys.read_media_by(node)}
        for (key, member), name in named.items():
            if name not in arguments:
                place = _place(node, key, member)
                self._report(place, f"the operation takes no `{name}`", name, sorted(arguments))

    def _check_path(self, schemas: list[Node], path: str, place: Node) -> None:
        """Report `path` where none of `schemas` has it and all say which members they have."""
        missing: tuple[str, Collection[str]] | None = None
        for schema in schemas:
            unknown = self._find_missing(schema, path)
            if unknown is None:
                return
            missing = missing or unknown
        if missing is not None:
            name, candidates = missing
            help = "end the path before it: what is there has no members"
            message = f"the response has no member `{name}`"
            self._report(place, message, name, candidates, without=help)

    def _find_missing(self, schema: Node, path: str) -> tuple[str, Collection[str]] | None:
        """Return the first name of `path` that the JSON of `schema` does not have, and those that it has."""
        node = schema
        while path:
            merged = merge_schema(node, self.source)
            name, path = split_member_path(path, merged.properties)
            if name == "-1" and merged.items is not None:
                node = merged.items
                continue
            if merged.types and "object" not in merged.types and not merged.options:
                return name, []
            if not merged.properties or _is_open(merged):
                return None
            if name not in merged.properties:
                return name, list(merged.properties)
            node = merged.properties[name]
        return None

    def _report(
        self,
        place: Node,
        message: str,
        name: str,
        candidates: Collection[str],
        without: str = "remove the key",
    ) -> None:
        """Report a name that leads nowhere; `without` is the help where there are no candidates."""
        names = ", ".join(f"`{each}`" for each in list(candidates)[:8])
        self.report.error(
            "unknown-member",
            place,
            message,
            did_you_mean(name, candidates, f"name one of {names}" if names else without),
        )


def split_member_path(path: str, members: Collection[str]) -> tuple[str, str]:
    """Split a dotted path into its first name and the rest; a member may have dots in its own name."""
    if path in members:
        return path, ""
    name, _, rest = path.partition(".")
    return name, rest


def _is_open(schema: Schema) -> bool:
    """Return whether a schema says that there are members besides those that it describes."""
    has_further = schema.additional is not None and schema.additional.value is not False
    return has_further or bool(schema.patterns) or bool(schema.groups)


def _place(node: Node, key: str, member: str) -> Node:
    """Return where a vendor key names something; the operation where another generator's key does."""
    place = node / key / member if member else node / key
    return place if place.exists else node / key if key in node else node
