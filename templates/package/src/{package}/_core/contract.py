"""Compares bodies with what the API's description says of them.

The description travels with the package as `_contract.json`; it is read when the first client asks
for strict mode or for gap reports, or by `testing`. Where everything fits, a member costs one
table look-up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Set
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Any, Literal, NamedTuple, TypeAlias

from attrs import evolve, frozen

from ..errors import ContractError
from .schema import FORMATS, NAMES, Node, Schemas, among, fits, is_json, is_stream, sample, shape

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
        kind: What kind of difference it is.
        path: Where, from the root of the body: `$.result[3].cost`.
        expected: What the description says: `number`.
        found: What stood there, in the same words: `string`.
        model: The model that the member belongs to; the operation where there is none.
        field: The wire name of the member; empty for the body itself.
        sample: What came, shortened; types only where it is not described, `***` for secrets.
    """

    kind: GapKind
    path: str
    expected: str
    found: str
    model: str
    field: str
    sample: str = ""

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, found {self.found}"


class Contract:
    """The description of a package's API.

    Args:
        document: What `_contract.json` holds.
        requests: Whether it is for requests, which lack what only answers have and keep to bounds.
    """

    def __init__(self, document: dict[str, Any], *, requests: bool = False) -> None:
        self.operations: dict[str, Any] = document["operations"]
        self.envelope: dict[str, str] = document.get("envelope") or {}
        self._schemas = Schemas(document.get("schemas", {}), requests=requests)
        self._answers: dict[tuple[str, int, str], Node | Gap] = {}

    def node(self, schema: dict[str, Any]) -> Node:
        """A schema of the contract, ready to be compared."""
        return self._schemas.node(schema)

    def answer_gaps(self, operation: str, status: int, media_type: str, body: Any) -> list[Gap]:
        """What is not as described in an answer to an operation of the contract."""
        key = (operation, status, media_type.partition(";")[0].strip().lower())
        if key not in self._answers:
            self._answers[key] = self._answer(*key)
        node = self._answers[key]
        return [node] if isinstance(node, Gap) else find_gaps(node, body, model=operation)

    def _answer(self, operation: str, status: int, name: str) -> Node | Gap:
        answers = self.operations[operation]["responses"]
        media = answers.get(str(status), answers.get(f"{status // 100}XX", answers.get("default")))
        place = _Place(None, "$", operation, "")
        if media is None:
            found = f"status {status}"
            return place.gap("undocumented status", "status " + " or ".join(answers), found, found)
        for documented in (name, name.partition("/")[0] + "/*", "*/*"):
            said = media.get(documented, {})
            if documented in media and is_json(name):
                return self._open(self.node(said.get("schema", {})))
            if documented in media:  # there is nothing to look into in bytes and text
                return self._event(said, media) if is_stream(name) else self.node({})
        if not media:
            return self.node({})
        return place.gap("undocumented media type", " or ".join(media), name or "none", name)

    def _event(self, said: dict[str, Any], media: dict[str, Any]) -> Node:
        """One event of a stream; a schema that speaks of all of them tells nothing of it."""
        if "item" in said:
            node = self.node(said["item"])
            return self.node({}) if "string" in node.kinds else node  # "3" is a text, too
        schema = said.get("schema", {})
        whole = any(is_json(name) and each.get("schema") == schema for name, each in media.items())
        node = self.node({} if whole else schema)
        return self.node({}) if {"string", "array"}.intersection(node.kinds) else node

    def _open(self, node: Node) -> Node:
        """An envelope may carry all its members where the description names but some."""
        if self.envelope.get("success") in node.properties:
            for member in self.envelope.values():
                node.properties.setdefault(member, self.node({}))
        return node


class Checker:
    """Holds the answers that one client gets against the contract.

    Args:
        contract: The description.
        strict: Whether a gap is an error.
        on_gap: Called once for each kind of gap: model, field and kind.
    """

    def __init__(
        self, contract: Contract, *, strict: bool, on_gap: Callable[[Gap], object] | None
    ) -> None:
        self._contract = contract
        self._strict = strict
        self._on_gap = on_gap
        self._told: set[tuple[str, str, str]] = set()
        self._lock = Lock()

    def check(self, operation: str, status: int, media_type: str, body: Any) -> None:
        """Compare an answer with the contract.

        Args:
            operation: Name of the operation; one that the contract does not have is not checked.
            status: HTTP status of the answer.
            media_type: Its `Content-Type`.
            body: The parsed JSON; anything where the answer is not JSON.

        Raises:
            ContractError: In strict mode, for the first gap.
        """
        if operation not in self._contract.operations:
            return
        gaps = self._contract.answer_gaps(operation, status, media_type, body)
        if gaps and self._on_gap is not None:
            for gap in gaps:
                self._tell(gap, self._on_gap)
        if gaps and self._strict:
            raise ContractError(str(gaps[0]), path=gaps[0].path, status=status)

    def _tell(self, gap: Gap, on_gap: Callable[[Gap], object]) -> None:
        with self._lock:
            news = (gap.model, gap.field, gap.kind) not in self._told
            self._told.add((gap.model, gap.field, gap.kind))
        if news:
            on_gap(gap)


def make_checker(package: str, strict: bool, on_gap: Callable[[Gap], object] | None) -> Checker:
    """What a client of `package` checks its answers with."""
    return Checker(load(package), strict=strict, on_gap=on_gap)


@cache
def load(package: str, *, requests: bool = False) -> Contract:
    """The contract of an installed package, read once."""
    document = json.loads(files(package).joinpath("_contract.json").read_bytes())
    return Contract(document, requests=requests)


def find_gaps(node: Node, value: Any, *, model: str, root: str = "$") -> list[Gap]:
    """Every place where `value` is not what `node` describes.

    Args:
        node: What is described.
        value: Parsed JSON.
        model: The model, where the schema has no name.
        root: What paths begin with.
    """
    found: list[Gap] = []
    _visit(node, value, _Place(None, root, model, ""), found)
    return found


class _Place(NamedTuple):
    """Where a value stands: in what, under which name or index, as which field of which model."""

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

    def gap(self, kind: GapKind, expected: str, found: str, sample: str = "") -> Gap:
        return Gap(kind, self.path(), expected, found, self.model, self.field, sample)


def _visit(node: Node, value: Any, place: _Place, found: list[Gap]) -> None:
    before = len(found)
    if node.tag and value.__class__ is dict:
        _tagged(node, value, place, found)
    elif node.variants:
        _union(node, value, place, found)
    else:
        _plain(node, value, place, found)
    if node.secret:
        found[before:] = map(_masked, found[before:])


def _masked(gap: Gap) -> Gap:
    """A gap in a secret, or within one: types may be told, values not."""
    told = gap.found in (*NAMES.values(), "nothing")
    return evolve(gap, found=gap.found if told else "***", sample="***")


def _plain(node: Node, value: Any, place: _Place, found: list[Gap]) -> None:
    kind = NAMES[value.__class__]
    if not fits(value, node.kinds):
        problem: GapKind = "null" if value is None else "wrong type"
        found.append(place.gap(problem, node.expected, kind, sample(value)))
    elif value is None:
        return
    elif node.values is not None and not among(value, node.values):
        found.append(place.gap("unknown enum value", node.expected, sample(value), sample(value)))
    elif node.format and kind == "string" and not FORMATS[node.format].fullmatch(value):
        found.append(place.gap("wrong type", node.format, kind, sample(value)))
    else:
        for (kind_name, holds, words), bound in node.bounds:
            if fits(value, (kind_name,)) and not holds(value, bound):
                shown = sample(value)
                found.append(place.gap("out of bounds", words.format(bound), shown, shown))
        if kind == "object":
            _object(node, value, place, found)
        elif kind == "array":
            _array(node, value, place, found)


def _object(node: Node, value: dict[str, Any], place: _Place, found: list[Gap]) -> None:
    model = node.name or place.model
    for name in node.required:
        if name not in value:
            expected = node.properties[name].expected if name in node.properties else "a value"
            found.append(
                _Place(place, name, model, name).gap("missing member", expected, "nothing")
            )
    for name, member in value.items():
        child = node.properties.get(name, node.extra)
        if child is None:
            if node.closed:
                kind, at = NAMES[member.__class__], _Place(place, name, model, name)
                found.append(at.gap("unknown member", "no such member", kind, shape(member)))
        elif member.__class__ not in child.fast:
            _visit(child, member, _Place(place, name, model, name), found)


def _array(node: Node, value: list[Any], place: _Place, found: list[Gap]) -> None:
    for index, item in enumerate(value):
        child = node.prefix[index] if index < len(node.prefix) else node.items
        if child is not None and item.__class__ not in child.fast:
            _visit(child, item, _Place(place, index, place.model, place.field), found)


def _tagged(node: Node, value: dict[str, Any], place: _Place, found: list[Gap]) -> None:
    tag: Any = value.get(node.tag)
    variant = node.table.get(tag if tag.__class__ is str else json.dumps(tag))
    if variant is not None:
        _visit(variant, value, place, found)
        return
    at = _Place(place, node.tag, place.model, place.field)
    expected = "one of " + ", ".join(map(json.dumps, node.table))
    if node.tag not in value:
        found.append(at.gap("missing member", expected, "nothing", shape(value)))
    else:
        found.append(at.gap("unknown variant", expected, sample(tag), shape(value)))


def _union(node: Node, value: Any, place: _Place, found: list[Gap]) -> None:
    """Report against the variant that resembles the value most."""
    members: Set[str] = value.keys() if value.__class__ is dict else set()
    tries: list[tuple[int, Node, list[Gap]]] = []
    for variant in node.variants:
        gaps: list[Gap] = []
        _visit(variant, value, place, gaps)
        if not gaps:
            return
        if gaps[0].kind not in ("wrong type", "null") or gaps[0].path != place.path():
            # What shares members with a variant is meant to be that variant.
            tries.append((len(gaps) - len(variant.properties.keys() & members), variant, gaps))
    kind, made_of = NAMES[value.__class__], shape(value)
    if not tries:
        problem: GapKind = "null" if value is None else "wrong type"
        found.append(place.gap(problem, node.expected, kind, sample(value)))
        return
    _, variant, gaps = min(tries, key=lambda each: each[0])
    if len(tries) > 1 and members and not variant.properties.keys() & members:
        found.append(place.gap("unknown variant", node.expected, made_of, made_of))
    else:
        found += gaps
