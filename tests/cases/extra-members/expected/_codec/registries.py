"""The wire side of `registries`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_additional, decode_list, decode_map, new
from .._core.operation import Operation
from ..models.registries import Entry, Open, Registry, RegistryCounts

if TYPE_CHECKING:
    from ..models.registries import RegistryTupleItem

entry = adopt(Entry)
registry_counts = adopt(RegistryCounts)
open_ = adopt(Open)


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
    if (found := data.get("counts")).__class__ is dict:
        data["counts"] = new(RegistryCounts)
        data["counts"].__dict__ = found
    if (found := data.get("open")).__class__ is dict:
        data["open"] = new(Open)
        data["open"].__dict__ = found
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
