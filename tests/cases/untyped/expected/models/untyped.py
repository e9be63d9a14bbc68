# Generated from Untyped 1; do not edit.
"""The models of `untyped`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "Address",
    "AddressDict",
    "Color",
    "Extras",
    "ExtrasDict",
    "Payment",
    "PaymentDict",
    "Untyped",
]


@model
class Address(Model):
    country: str
    zip: str | None = None
    code: int | None = None
    region: str | None = None


class AddressDict(TypedDict):
    """`Address` as a dict, for arguments."""

    country: str
    zip: NotRequired[str]
    code: NotRequired[int]
    region: NotRequired[str]


@model
class Extras(Model):
    a: str | None = None

    @property
    def extra(self) -> dict[str, Address]:
        """Members that have no attribute of their own."""
        return super().extra


class ExtrasDict(TypedDict):
    """`Extras` as a dict, for arguments."""

    a: NotRequired[str]


@model
class Payment(Model):
    """What alternatives say of the same member is said by all."""

    id: str | None = None
    kind: Literal["card", "bank"] | None = None
    number: int | str | None = None
    note: str | None = None
    """One."""


class PaymentDict(TypedDict):
    """`Payment` as a dict, for arguments."""

    id: NotRequired[str]
    kind: NotRequired[Literal["card", "bank"]]
    number: NotRequired[int | str]
    note: NotRequired[str]


@model
class Untyped(Model):
    at: datetime | None = member(default=None, converter=DATE_TIME)
    name: str | None = None
    """At most 10 characters."""
    amount: float | None = None
    """At least 0."""
    list: builtins.list[Any] | None = None
    object: dict[str, Any] | None = None
    code: str | None = None
    """Python can't check it."""
    several: Any = None
    """At most 3 characters, at least 0."""
    anything: Any = None
    excluded: Any = None
    color: Color | None = None
    """Each value has a title."""
    point: dict[str, Any] | None = None
    origin: Literal["none"] | dict[str, Any] | builtins.list[Any] | None = None
    address: Address | None = None
    extras: Extras | None = None
    payment: Payment | None = None


Color: TypeAlias = Literal["red", "green"]
"""Each value has a title.

Values:
- `green`: The colour of money
"""
