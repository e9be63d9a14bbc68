# Generated from Extras 1; do not edit.
"""Decoders and operations of `registries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_additional, decode_list, decode_map, new
from .._core.operation import Operation
from ..models.registries import Entry, Open, Registry, RegistryCounts

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.registries import RegistryTupleItem

entry: Callable[[Any], Entry] = adopt(Entry)
registry_counts: Callable[[Any], RegistryCounts] = adopt(RegistryCounts)
open_: Callable[[Any], Open] = adopt(Open)


def registry_tuple_item(data: Any) -> RegistryTupleItem:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return entry(data)
    return cast("RegistryTupleItem", data)


def registry(data: Any) -> Registry:
    if data.__class__ is not dict:
        return cast("Registry", data)
    self = new(Registry)
    self.__dict__ = data
    if "entries" in data:
        data["entries"] = decode_map(entry, data["entries"])
    if "lists" in data:
        data["lists"] = decode_map(lambda item: decode_list(entry, item), data["lists"])
    if "counts" in data:
        data["counts"] = registry_counts(data["counts"])
    if "open" in data:
        data["open"] = open_(data["open"])
    if "tuple" in data:
        data["tuple"] = decode_list(registry_tuple_item, data["tuple"])
    decode_additional(
        entry,
        data,
        "name",
        "entries",
        "lists",
        "anything",
        "free",
        "closed",
        "labels",
        "matched",
        "counts",
        "open",
        "tuple",
        "rest",
        "never",
    )
    return self


REPLACE: Operation[Registry] = Operation(
    name="registries.replace",
    method="PUT",
    path="/registries",
    decode=registry,
    keys={
        "entries": {"*": ("*", {"host_name": ("hostName", {})})},
        "lists": {"*": ("*", {"host_name": ("hostName", {})})},
        "tuple": {"host_name": ("hostName", {})},
    },
    body="json",
)
