# Generated from Reserved 1; do not edit.
"""Decoders and operations of `client`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, decode_map
from .._core.operation import Operation
from ..models.client import (
    AnyModel,
    Client,
    Dict,
    List,
    Operation as OperationModel,
    Page as PageModel,
    Type,
)

if TYPE_CHECKING:
    from collections.abc import Callable

client: Callable[[Any], Client] = adopt(Client)
operation: Callable[[Any], OperationModel] = adopt(
    OperationModel,
    {
        "page": lambda data: page(data),
        "any": lambda data: any_model(data),
    },
)
page: Callable[[Any], PageModel] = adopt(PageModel)
any_model: Callable[[Any], AnyModel] = adopt(
    AnyModel,
    {
        "dict": lambda data: dict_(data),
    },
)
dict_: Callable[[Any], Dict] = adopt(
    Dict,
    {
        "dict": lambda data: decode_map(type_, data),
    },
)
type_: Callable[[Any], Type] = adopt(Type)
list_: Callable[[Any], List] = adopt(
    List,
    {
        "next": lambda data: decode_list(type_, data),
    },
)


IMPORT_: Operation[OperationModel] = Operation(
    name="client.import",
    method="POST",
    path="/things",
    decode=operation,
    keys={"client": {"self_": ("self", {}), "class_": ("class", {})}},
    body="json",
)
LIST: Operation[list[List]] = Operation(
    name="client.list",
    method="GET",
    path="/lists",
    decode=lambda item: decode_list(list_, item),
)
DATE: Operation[PageModel] = Operation(
    name="client.date",
    method="GET",
    path="/pages",
    decode=page,
)
