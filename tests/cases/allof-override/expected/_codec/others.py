# Generated from Envelopes 1; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from ..models.others import Aged, Envelope, EnvelopeMeta, Nothing, Shelf, Something

if TYPE_CHECKING:
    from collections.abc import Callable

envelope: Callable[[Any], Envelope] = adopt(
    Envelope,
    {
        "meta": lambda data: envelope_meta(data),
    },
)
envelope_meta: Callable[[Any], EnvelopeMeta] = adopt(EnvelopeMeta)
aged: Callable[[Any], Aged] = adopt(Aged)
nothing: Callable[[Any], Nothing] = adopt(Nothing)
something: Callable[[Any], Something] = adopt(Something)
shelf: Callable[[Any], Shelf] = adopt(
    Shelf,
    {
        "holds": lambda data: something(data),
        "held": lambda data: decode_list(something, data),
    },
)
