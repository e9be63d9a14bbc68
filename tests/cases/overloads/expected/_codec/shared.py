# Generated from Overloads 1; do not edit.
"""Decoders and operations of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt
from ..models.shared import Label, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shared import LabelMore

text: Callable[[Any], Text] = adopt(Text)
label: Callable[[Any], Label] = adopt(
    Label,
    {
        "more": lambda data: label_more(data),
    },
)


def label_more(data: Any) -> LabelMore:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return text(data)
    return cast("LabelMore", data)
