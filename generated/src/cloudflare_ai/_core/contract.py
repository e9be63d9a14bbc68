"""Compares bodies with the API's description.

The description travels with the package as `_contract.json`. It is read when the first client asks for
strict mode or for reports of gaps, or by `testing`. A member that fits costs one look-up in a table.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Set
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias

from attrs import evolve, frozen

from ..errors import ContractError
from .compiled_schema import (
    FORMATS,
    JSON_TYPES,
    CompiledSchema,
    SchemaCompiler,
    describe_type,
    describe_value,
    has_type,
    is_listed,
    name_type,
)
from .fork import ForkLock
from .media_types import STREAM_FRAMINGS, is_json

GapKind: TypeAlias = Literal[
    "wrong type",
    "null",
    "missing member",
    "unknown member",
    "unknown enum value",
    "unknown variant",
    "out of bounds",
    "undocumented status",
    "undocumented media type",
]


@frozen
class Gap:
    """A place where a body and the API's description differ.

    Attributes:
        kind: The kind of difference.
        path: Where, from the root of the body: `$.result[3].cost`.
        expected: What the description says: `number`.
        actual: What the body has there, in the same words: `string`.
        model: The model that the member belongs to; the operation where there is none.
        field: The wire name of the member; empty for the body itself.
        sample: The value, shortened; types only where it is not described, `***` for secrets.
    """

    kind: GapKind
    path: str
    expected: str
    actual: str
    model: str
    field: str
    sample: str = ""

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, found {self.actual}"


class Contract:
    """The description of a package's API.

    Args:
        document: The content of `_contract.json`.
        requests: Whether it is for requests, which lack read-only members and keep constraints.
    """

    def __init__(self, document: dict[str, Any], *, requests: bool = False) -> None:
        self.operations: dict[str, Any] = document["operations"]
        self.envelope: dict[str, str] = document.get("envelope") or {}
        named = document.get("schemas", {})
        self._compiler = SchemaCompiler(named, requests=requests)
        self._response_compiler = (
            SchemaCompiler(named, requests=False) if requests else self._compiler
        )
        self._responses: dict[tuple[str, int, str], CompiledSchema | Gap | None] = {}

    def compile(self, schema: Any) -> CompiledSchema:
        """Return a schema of the contract, ready for comparing values with it."""
        return self._compiler.compile(schema)

    def find_response_gaps(
        self, operation: str, status: int, media_type: str, body: Any
    ) -> list[Gap]:
        """Return the gaps of a response to an operation of the contract.

        Args:
            operation: Name of the operation.
            status: HTTP status.
            media_type: The `Content-Type`.
            body: Parsed JSON; bytes and text have no parts to compare.
        """
        key = (operation, status, media_type.partition(";")[0].strip().lower())
        if key not in self._responses:
            self._responses[key] = self._response(*key)
        node = self._responses[key]
        if isinstance(node, Gap):
            has_come = bool(key[2]) or body not in (b"", "", None)
            return [node] if has_come or node.kind == "undocumented status" else []
        if node is None or body.__class__ not in JSON_TYPES:
            return []
        return find_gaps(node, body, model=operation)

    def _response(self, operation: str, status: int, name: str) -> CompiledSchema | Gap | None:
        """Return what the body of a response must be; None where there is nothing to compare."""
        responses = self.operations[operation]["responses"]
        # Where no response is described, no status is wrong.
        media = find_response(responses, status) if responses else {}
        place = _Place(None, "$", operation, "")
        if media is None:
            actual = f"status {status}"
            listed = " or ".join(responses) or "none"
            return place.gap("undocumented status", f"status {listed}", actual, actual)
        documented = find_media(media, name)
        if documented is None:
            if not media and not 200 <= status < 300:
                return None
            expected = " or ".join(media) or "no content"
            return place.gap("undocumented media type", expected, name or "none", name)
        if is_json(name):
            return self._open_envelope(
                self._response_compiler.compile(documented.get("schema", {}))
            )
        return self._event(documented, media) if name in STREAM_FRAMINGS else None

    def _event(self, documented: dict[str, Any], media: dict[str, Any]) -> CompiledSchema | None:
        """Return what one event of a stream must be; a schema of the whole stream says nothing about it."""
        if "item" in documented:
            node = self._response_compiler.compile(documented["item"])
            return None if "string" in node.types else node  # "3" is a text, too
        schema = documented.get("schema", {})
        whole = any(is_json(name) and each.get("schema") == schema for name, each in media.items())
        node = self._response_compiler.compile({} if whole else schema)
        return None if {"string", "array"}.intersection(node.types) else node

    def _open_envelope(self, node: CompiledSchema) -> CompiledSchema:
        """Let an envelope carry all its members where the description names only some."""
        if self.envelope.get("success") in node.properties:
            for member in self.envelope.values():
                node.properties.setdefault(member, self._response_compiler.compile({}))
        return node


def find_response(responses: dict[str, Any], status: int) -> dict[str, Any] | None:
    """Return the documented media types of a status; None for an undocumented one."""
    content: dict[str, Any] | None = responses.get(
        str(status), responses.get(f"{status // 100}XX", responses.get("default"))
    )
    return content


def find_media(media: dict[str, Any], name: str) -> dict[str, Any] | None:
    """Return what is documented of a media type, by itself or by a range that contains it."""
    for range_ in (name, name.partition("/")[0] + "/*", "*/*"):
        if range_ in media:
            documented: dict[str, Any] = media[range_]
            return documented
    return None


class Checker:
    """Compares the responses that one client gets with the contract.

    Args:
        contract: The description.
        strict: Whether a gap is an error.
        on_gap: Called once for each combination of model, field and kind.
        logger: Gets a message if a comparison or a hook fails.
    """

    def __init__(
        self,
        contract: Contract,
        *,
        strict: bool,
        on_gap: Callable[[Gap], object] | None,
        logger: logging.Logger,
    ) -> None:
        self._contract = contract
        self._strict = strict
        self._on_gap = on_gap
        self._logger = logger
        self._reported: set[tuple[str, str, str]] = set()
        self._lock = ForkLock()

    def check(self, operation: str, status: int, media_type: str, body: Any) -> None:
        """Compare a response with the contract. Only a gap fails a call, and only in strict mode.

        Args:
            operation: Name of the operation; one that the contract does not have is not checked.
            status: HTTP status of the response.
            media_type: Its `Content-Type`.
            body: The parsed JSON; anything where the response is not JSON.

        Raises:
            ContractError: In strict mode, for the first gap.
        """
        if operation not in self._contract.operations:
            return
        try:
            gaps = self._contract.find_response_gaps(operation, status, media_type, body)
        except Exception:  # the server has acted: an error in here must not hide its response
            self._logger.warning("a response of %s was not compared", operation, exc_info=True)
            return
        if self._on_gap is not None:
            for gap in gaps:
                self._report(gap, self._on_gap)
        if gaps and self._strict:
            raise ContractError(
                f"{gaps[0]} [{operation}, {status}]", path=gaps[0].path, status=status
            )

    def _report(self, gap: Gap, on_gap: Callable[[Gap], object]) -> None:
        key = (gap.model, gap.field, gap.kind)
        with self._lock.current:
            is_new = key not in self._reported
            self._reported.add(key)
        if not is_new:
            return
        try:
            on_gap(gap)
        except Exception:  # an observer never fails a call
            self._logger.warning("`on_contract_gap` failed", exc_info=True)


def make_checker(package: str, strict: bool, on_gap: Callable[[Gap], object] | None) -> Checker:
    """Make the checker of the responses of a client of `package`."""
    logger = logging.getLogger(package)
    return Checker(load_contract(package), strict=strict, on_gap=on_gap, logger=logger)


@cache
def load_contract(package: str, *, requests: bool = False) -> Contract:
    """Load the contract of an installed package, once."""
    document = json.loads(files(package).joinpath("_contract.json").read_bytes())
    return Contract(document, requests=requests)


def find_gaps(node: CompiledSchema, value: Any, *, model: str, root: str = "$") -> list[Gap]:
    """Find every place where a value is not what a schema describes.

    Args:
        node: The schema.
        value: Parsed JSON.
        model: The model, where the schema has no name.
        root: What paths begin with.
    """
    gaps: list[Gap] = []
    with suppress(RecursionError):  # values nested this deeply are not compared completely
        _visit(node, value, _Place(None, root, model, ""), gaps)
    return gaps


class _Place(NamedTuple):
    """The place of a value: in which other one, at which name or index, as which field of which model."""

    parent: _Place | None
    key: str | int
    model: str
    field: str

    def path(self) -> str:
        if self.parent is None:
            return str(self.key)
        if isinstance(self.key, int):
            return f"{self.parent.path()}[{self.key}]"
        name = f".{self.key}" if self.key.isidentifier() else f"[{json.dumps(self.key)}]"
        return self.parent.path() + name

    def gap(self, kind: GapKind, expected: str, actual: str, sample: str = "") -> Gap:
        return Gap(kind, self.path(), expected, actual, self.model, self.field, sample)


def _visit(node: CompiledSchema, value: Any, place: _Place, gaps: list[Gap]) -> None:
    before = len(gaps)
    if node.discriminator is not None and value.__class__ is dict:
        _compare_variant(node, value, place, gaps)
    elif node.variants:
        _union(node, value, place, gaps)
    else:
        _plain(node, value, place, gaps)
    if node.is_secret:
        gaps[before:] = map(_mask, gaps[before:])


def _mask(gap: Gap) -> Gap:
    """Mask the value of a gap in a secret, or within one; types may be shown."""
    is_type = gap.actual in (*JSON_TYPES.values(), "nothing")
    return evolve(gap, actual=gap.actual if is_type else "***", sample="***")


def _plain(node: CompiledSchema, value: Any, place: _Place, gaps: list[Gap]) -> None:
    kind = name_type(value)
    if not has_type(value, node.types):
        problem: GapKind = "null" if value is None else "wrong type"
        gaps.append(place.gap(problem, node.expected, kind, describe_value(value)))
    elif value is None:
        return
    elif node.values is not None and not is_listed(value, node.values):
        gaps.append(
            place.gap(
                "unknown enum value", node.expected, describe_value(value), describe_value(value)
            )
        )
    elif kind == "string" and not has_format(node, value):
        gaps.append(place.gap("wrong type", node.format, kind, describe_value(value)))
    else:
        shown = describe_value(value) if node.constraints else ""
        for expected in node.list_violations(value):
            gaps.append(place.gap("out of bounds", expected, shown, shown))
        if kind == "object":
            _object(node, value, place, gaps)
        elif kind == "array":
            _array(node, value, place, gaps)


def has_format(node: CompiledSchema, value: str) -> bool:
    """Check that a text has the format that is described; listed values (`now`) may have another one."""
    pattern = FORMATS.get(node.format) if node.values is None else None
    return pattern is None or pattern.fullmatch(value) is not None


def _object(node: CompiledSchema, value: dict[str, Any], place: _Place, gaps: list[Gap]) -> None:
    model = node.name or place.model
    for name in node.required:
        if name not in value:
            expected = node.properties[name].expected if name in node.properties else "a value"
            gaps.append(_Place(place, name, model, name).gap("missing member", expected, "nothing"))
    for name, member in value.items():
        child = node.member(name)
        if child is None:
            if node.is_closed and name not in node.required:
                kind, at = name_type(member), _Place(place, name, model, name)
                gaps.append(at.gap("unknown member", "no such member", kind, describe_type(member)))
        elif member.__class__ not in child.plain_classes:
            _visit(child, member, _Place(place, name, model, name), gaps)


def _array(node: CompiledSchema, value: list[Any], place: _Place, gaps: list[Gap]) -> None:
    for index, item in enumerate(value):
        child = node.prefix[index] if index < len(node.prefix) else node.items
        if child is not None and item.__class__ not in child.plain_classes:
            _visit(child, item, _Place(place, index, place.model, place.field), gaps)


def _compare_variant(
    node: CompiledSchema, value: dict[str, Any], place: _Place, gaps: list[Gap]
) -> None:
    member = node.discriminator or ""
    tag: Any = value.get(member)
    variant = node.table.get(tag if tag.__class__ is str else json.dumps(tag))
    if variant is not None:
        _visit(variant, value, place, gaps)
        return
    at = _Place(place, member, place.model, place.field)
    expected = "one of " + ", ".join(map(json.dumps, node.table))
    if member not in value:
        gaps.append(at.gap("missing member", expected, "nothing", describe_type(value)))
    else:
        gaps.append(at.gap("unknown variant", expected, describe_value(tag), describe_type(value)))


def _union(node: CompiledSchema, value: Any, place: _Place, gaps: list[Gap]) -> None:
    """Report against the variant that resembles the value most."""
    members: Set[str] = value.keys() if value.__class__ is dict else set()
    tries: list[tuple[int, CompiledSchema, list[Gap]]] = []
    for variant in node.variants:
        mismatches: list[Gap] = []
        _visit(variant, value, place, mismatches)
        if not mismatches:
            return
        if mismatches[0].kind not in ("wrong type", "null") or mismatches[0].path != place.path():
            # What shares members with a variant is meant to be that variant.
            distance = len(mismatches) - len(variant.properties.keys() & members)
            tries.append((distance, variant, mismatches))
    kind, made_of = name_type(value), describe_type(value)
    if not tries:
        problem: GapKind = "null" if value is None else "wrong type"
        gaps.append(place.gap(problem, node.expected, kind, describe_value(value)))
        return
    _, variant, mismatches = min(tries, key=lambda each: each[0])
    if len(tries) > 1 and members and not variant.properties.keys() & members:
        gaps.append(place.gap("unknown variant", node.expected, made_of, made_of))
    else:
        gaps += mismatches
