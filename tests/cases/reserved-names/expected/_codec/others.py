# Generated from Reserved 1; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.others import ModelModel
from .client import client

if TYPE_CHECKING:
    from collections.abc import Callable

model_model: Callable[[Any], ModelModel] = adopt(
    ModelModel,
    {
        "client": lambda data: client(data),
    },
)
