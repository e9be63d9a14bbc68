"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_list, new
from ..models.others import Aged, Envelope, EnvelopeMeta, Nothing, Shelf, Something


def envelope(data: Any) -> Envelope:
    if data.__class__ is not dict:
        return cast("Envelope", data)
    self = new(Envelope)
    self.__dict__ = data
    if (found := data.get("meta")).__class__ is dict:
        data["meta"] = new(EnvelopeMeta)
        data["meta"].__dict__ = found
    return self


def envelope_meta(data: Any) -> EnvelopeMeta:
    if data.__class__ is not dict:
        return cast("EnvelopeMeta", data)
    self = new(EnvelopeMeta)
    self.__dict__ = data
    return self


def aged(data: Any) -> Aged:
    if data.__class__ is not dict:
        return cast("Aged", data)
    self = new(Aged)
    self.__dict__ = data
    return self


def nothing(data: Any) -> Nothing:
    if data.__class__ is not dict:
        return cast("Nothing", data)
    self = new(Nothing)
    self.__dict__ = data
    return self


def something(data: Any) -> Something:
    if data.__class__ is not dict:
        return cast("Something", data)
    self = new(Something)
    self.__dict__ = data
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
