"""What a schema defines: the named things of a document."""

from __future__ import annotations

from typing import TypeAlias

from attrs import define, field, frozen

from .types import Constraints, Json, Type


@frozen
class Member:
    """A property of an object, by its wire name."""

    name: str
    type: Type
    required: bool
    description: str = ""
    deprecated: bool = False
    secret: bool = False
    lenient: bool = False
    """Required by the document, although the API may leave it out."""
    read_only: bool = False
    write_only: bool = False
    constraints: Constraints = ()
    pointer: str = ""
    """Where it is described: `file#pointer`, as in the keys of definitions."""
    preferred_name: str = ""
    """The name that the document gives it in code, if not that on the wire."""
    preset: Json = None
    """What is sent unless the caller gives a value: a constant, or the value of a discriminator."""


@frozen
class Model:
    """An object with known members."""

    key: str
    name: str
    description: str
    members: tuple[Member, ...]
    additional: Type | None = None
    """Type of the members that are not listed, where the document names one."""
    deprecated: bool = False


@frozen
class Enumeration:
    """A named set of values."""

    key: str
    name: str
    description: str
    values: tuple[Json, ...]
    notes: tuple[tuple[Json, str], ...] = ()
    """Names or descriptions of single values."""


@frozen
class Discriminator:
    """The member that distinguishes the variants of a union, and the variant of each value."""

    member: str
    variants: tuple[tuple[Json, Type], ...]
    default: Type | None = None
    """The type of a value that no variant claims, where the document has one."""


@frozen
class VariantTest:
    """A test for a variant of a union: one of `members` is there, or has one of the values or JSON types."""

    members: tuple[str, ...]
    values: tuple[Json, ...] = ()
    json_types: tuple[str, ...] = ()

    @property
    def is_presence(self) -> bool:
        """Whether one of the members has to be there, with any value."""
        return not self.values and not self.json_types


@frozen
class Union:
    """A value of one of several types."""

    key: str
    name: str
    description: str
    options: tuple[Type, ...]
    discriminator: Discriminator | None = None
    tests: tuple[tuple[VariantTest, Type], ...] = ()
    """The tests that distinguish variants without a discriminator, in the order in which to try them; that of an
    array tests its items."""


@frozen
class Alias:
    """A name for a type that is not a class: a list, a map, a constrained string."""

    key: str
    name: str
    description: str
    type: Type


Definition: TypeAlias = Model | Enumeration | Union | Alias


@define
class Catalog:
    """All definitions of a document, by key, in the order of the document."""

    definitions: dict[str, Definition] = field(factory=dict)
    merged: dict[str, str] = field(factory=dict)
    """The keys of definitions that are equal to another one, and its key."""

    def __getitem__(self, key: str) -> Definition:
        return self.definitions[self.find_canonical(key)]

    def find_canonical(self, key: str) -> str:
        """Return the key of the definition that stands for `key`."""
        return self.merged.get(key, key)


def is_component(key: str) -> bool:
    """Return whether the definition called `key` (`file#pointer`) has its name from the document."""
    tokens = key.partition("#")[2].split("/")[1:]
    return (
        not tokens or tokens[-2:-1] in (["schemas"], ["definitions"], ["$defs"]) or len(tokens) == 1
    )


def make_depth_key(key: str) -> tuple[int, str]:
    """Return the sort key of a definition: the least deep place first, whatever the order of the document."""
    return key.count("/"), key
