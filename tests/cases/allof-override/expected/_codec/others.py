"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, new
from ..models.others import Aged, Envelope, EnvelopeMeta, Nothing, Shelf, Something

envelope_meta = adopt(EnvelopeMeta)
aged = adopt(Aged)
nothing = adopt(Nothing)
something = adopt(Something)


def envelope(data: Any) -> Envelope:
    if data.__class__ is not dict:
        return cast("Envelope", data)
    self = new(Envelope)
    self.__dict__ = data
    if (found := data.get("meta")).__class__ is dict:
        data["meta"] = new(EnvelopeMeta)
        data["meta"].__dict__ = found
    return self


def shelf(data: Any) -> Shelf:
    if data.__class__ is not dict:
        return cast("Shelf", data)
    self = new(Shelf)
    self.__dict__ = data
    if (found := data.get("holds")).__class__ is dict:
        data["holds"] = new(Something)
        data["holds"].__dict__ = found
    if "held" in data:
        data["held"] = decode_list(something, data["held"])
    return self
