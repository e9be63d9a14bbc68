# Generated from Equal 1; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.others import Person, UserName, UserName2, UserName3

if TYPE_CHECKING:
    from collections.abc import Callable

person: Callable[[Any], Person] = adopt(Person)
user_name3: Callable[[Any], UserName3] = adopt(UserName3)
user_name: Callable[[Any], UserName] = adopt(UserName)
user_name2: Callable[[Any], UserName2] = adopt(
    UserName2,
    {
        "both": lambda data: user_name3(data),
        "more": lambda data: user_name(data),
    },
)
