# Generated from Reserved 1; do not edit.
"""The models of `client`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._core.model import DATE, Model, member, member as member_, model

if TYPE_CHECKING:
    from datetime import date as date_

__all__ = [
    "AnyModel",
    "Client",
    "ClientDict",
    "Dict",
    "List",
    "Operation",
    "Page",
    "Type",
]


@model
class Client(Model):
    self_: str | None = member("self", default=None)
    class_: str | None = member("class", default=None)


class ClientDict(TypedDict):
    """`Client` as a dict, for arguments."""

    self_: NotRequired[str]
    class_: NotRequired[str]


@model
class Operation(Model):
    page: Page | None = None
    any: AnyModel | None = None


@model
class Page(Model):
    member: str | None = None
    member_id: str | None = member_("memberId", default=None)
    date: date_ | None = member_(default=None, converter=DATE)
    day: date_ | None = member_(default=None, converter=DATE)


@model
class AnyModel(Model):
    dict: Dict | None = None


@model(decoder="dict_")
class Dict(Model):
    dict: builtins.dict[str, Type] | None = None


@model(decoder="type_")
class Type(Model):
    type: str | None = None


@model(decoder="list_")
class List(Model):
    list: builtins.list[builtins.str] | None = None
    str: builtins.str | None = None
    next: builtins.list[Type] | None = None
