# Generated from Extras 1; do not edit.
"""The models of `registries`."""

from __future__ import annotations

from typing import Any, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, member, model

__all__ = [
    "Entry",
    "EntryDict",
    "Open",
    "OpenDict",
    "Registry",
    "RegistryCounts",
    "RegistryCountsDict",
    "RegistryTupleItem",
    "RegistryTupleItemDict",
]


@model
class Entry(Model):
    host_name: str | None = member("hostName", default=None)


class EntryDict(TypedDict):
    """`Entry` as a dict, for arguments."""

    host_name: NotRequired[str]


@model
class RegistryCounts(Model):
    total: int | None = None

    @property
    def extra(self) -> dict[str, int | None]:
        """Members that have no attribute of their own."""
        return super().extra


class RegistryCountsDict(TypedDict):
    """`RegistryCounts` as a dict, for arguments."""

    total: NotRequired[int]


@model(decoder="open_")
class Open(Model):
    id: int | None = None


class OpenDict(TypedDict):
    """`Open` as a dict, for arguments."""

    id: NotRequired[int]


@model
class Registry(Model):
    name: str
    entries: dict[str, Entry] | None = None
    lists: dict[str, list[Entry]] | None = None
    anything: dict[str, Any] | None = None
    free: dict[str, Any] | None = None
    closed: dict[str, Any] | None = None
    labels: dict[str, str] | None = None
    matched: dict[str, str | int] | None = None
    counts: RegistryCounts | None = None
    open: Open | None = None
    tuple: list[RegistryTupleItem] | None = None
    rest: dict[str, Any] | None = None
    never: Any = None

    @property
    def extra(self) -> dict[str, Entry]:
        """Members that have no attribute of their own."""
        return super().extra


RegistryTupleItem: TypeAlias = "str | Entry | int"

RegistryTupleItemDict: TypeAlias = "str | EntryDict | int"
