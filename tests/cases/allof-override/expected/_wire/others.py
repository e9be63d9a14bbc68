"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.decode import new
from ..models.others import Aged, Envelope, EnvelopeMeta


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
