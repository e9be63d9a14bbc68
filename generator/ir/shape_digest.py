"""A short digest of what a definition is made of, whatever it is called and wherever it stands.

Names lead to nothing in it: what a definition refers to counts by what that is made of, a few levels deep.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from attrs import field, frozen

from .definitions import Alias, Catalog, Enumeration, Model, Union
from .types import AnyOf, Binary, Choice, ListOf, MapOf, Nullable, Primitive, Reference, Type

_DEPTH: Final = 2
"""Levels of references that count."""
_LENGTH: Final = 8


@frozen
class ShapeDigests:
    """The digests of the definitions of one catalog, each worked out once."""

    catalog: Catalog
    _known: dict[tuple[str, int], str] = field(factory=dict[tuple[str, int], str])

    def __getitem__(self, key: str) -> str:
        """Return the digest of the definition called `key`."""
        return self._definition(key, _DEPTH)

    def _definition(self, key: str, depth: int) -> str:
        key = self.catalog.find_canonical(key)
        digest = self._known.get((key, depth))
        if digest is None:
            text = self._describe(key, depth)
            digest = self._known[key, depth] = sha256(text.encode()).hexdigest()[:_LENGTH]
        return digest

    def _describe(self, key: str, depth: int) -> str:
        match self.catalog.definitions[key]:
            case Model(members=members, additional=additional):
                listed = sorted(f"{each.name!r}:{self._type(each.type, depth)}" for each in members)
                extra = self._type(additional, depth) if additional is not None else ""
                return f"model {','.join(listed)} {extra}"
            case Enumeration(values=values):
                return f"enumeration {sorted(map(repr, values))}"
            case Union(options=options):
                return f"union {self._types(options, depth)}"
            case Alias(type=type_):
                return f"alias {self._type(type_, depth)}"

    def _types(self, types: Iterable[Type], depth: int) -> str:
        return "|".join(sorted(self._type(each, depth) for each in types))

    def _type(self, type_: Type, depth: int) -> str:
        match type_:
            case Reference(key):
                return self._definition(key, depth - 1) if depth else "reference"
            case ListOf(inner):
                return f"[{self._type(inner, depth)}]"
            case MapOf(inner):
                return f"{{{self._type(inner, depth)}}}"
            case Nullable(inner):
                return f"{self._type(inner, depth)}?"
            case AnyOf(options):
                return f"({self._types(options, depth)})"
            case Choice(values):
                return f"{sorted(map(repr, values))}"
            case Primitive(kind=kind, format=format_):
                return f"{kind} {format_}"
            case Binary():
                return "binary"
            case _:
                return "any"
