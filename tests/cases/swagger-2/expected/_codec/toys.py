# Generated from Toys API 1; do not edit.
"""Decoders and operations of `toys`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_any, decode_list, decode_nothing
from .._core.operation import Operation
from ..models.toys import Ball, Person, Problem, Toy

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.toys import AnyToy

toy: Callable[[Any], Toy] = adopt(
    Toy,
    {
        "owner": lambda data: person(data),
    },
)
person: Callable[[Any], Person] = adopt(Person)
ball: Callable[[Any], Ball] = adopt(
    Ball,
    {
        "owner": lambda data: person(data),
    },
)
problem: Callable[[Any], Problem] = adopt(Problem)


def any_toy(data: Any) -> AnyToy:
    if data.__class__ is not dict:
        return cast("AnyToy", data)
    value = data.get("kind")
    decode = _ANY_TOYS.get(value, toy) if value.__class__ is str else toy
    return decode(data)


_ANY_TOYS: dict[str, Callable[[Any], AnyToy]] = {"Ball": ball, "Toy": toy}
LIST: Operation[list[AnyToy]] = Operation(
    name="toys.list",
    method="GET",
    path="/toys",
    decode=lambda item: decode_list(any_toy, item),
    styles={
        "query": {"plain": "comma", "csv": "comma", "ssv": "space", "tsv": "tab", "pipes": "pipe"},
        "header": {"X-Colours": "pipe"},
    },
    errors={"404": problem},
    security=(("api_key",), ("username",)),
)
CREATE: Operation[AnyToy] = Operation(
    name="toys.create",
    method="POST",
    path="/toys",
    decode=any_toy,
    nulls=("name",),
    body="json",
    security=(("access_token",), ("client_id",)),
)
DELETE: Operation[None] = Operation(
    name="toys.delete",
    method="DELETE",
    path="/toys/{ids}",
    decode=decode_nothing,
    styles={"path": {"ids": "space"}},
    security=(("api_key",), ("username",)),
)
REPLACE: Operation[None] = Operation(
    name="toys.replace",
    method="PUT",
    path="/toys/{ids}",
    decode=decode_nothing,
    styles={"path": {"ids": "space"}},
    body="form",
    encoding={"tags": "form", "sizes": "comma"},
    security=(("api_key",), ("username",)),
)
GET_PICTURE: Operation[bytes] = Operation(
    name="toys.get_picture",
    method="GET",
    path="/toys/{id}/picture",
    decode=decode_any,
    media={"image/png": "bytes"},
    security=(("api_key",), ("username",)),
)
UPLOAD_PICTURE: Operation[AnyToy] = Operation(
    name="toys.upload_picture",
    method="POST",
    path="/toys/{id}/picture",
    decode=any_toy,
    body="multipart",
    encoding={"file": "file"},
    security=(("api_key",), ("username",)),
)
