# Generated from Fake 1.0.0; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_any, decode_nothing
from .._core.operation import Operation
from ..models.client import (
    AQ as AQModel,
    BoundedResponse,
    Cat,
    ContradictionResponse,
    Dog,
    MomentOrNowResponse,
    NullableModelResponse,
    NullableTextResponse,
    P as PModel,
    Tree,
    UnknownTaggedResponse,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue
    from ..models.client import EitherResponse, TaggedResponse

nullable_text_response: Callable[[Any], NullableTextResponse] = adopt(NullableTextResponse)
nullable_model_response: Callable[[Any], NullableModelResponse] = adopt(
    NullableModelResponse,
    {
        "p": lambda data: p(data),
    },
)
p: Callable[[Any], PModel] = adopt(PModel)
aq: Callable[[Any], AQModel] = adopt(AQModel)
bounded_response: Callable[[Any], BoundedResponse] = adopt(BoundedResponse)
tree: Callable[[Any], Tree] = adopt(
    Tree,
    {
        "next": lambda data: tree(data),
    },
)
contradiction_response: Callable[[Any], ContradictionResponse] = adopt(ContradictionResponse)
unknown_tagged_response: Callable[[Any], UnknownTaggedResponse] = adopt(UnknownTaggedResponse)
cat: Callable[[Any], Cat] = adopt(Cat)
dog: Callable[[Any], Dog] = adopt(Dog)
moment_or_now_response: Callable[[Any], MomentOrNowResponse] = adopt(MomentOrNowResponse)


def either_response(data: Any) -> EitherResponse:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "a" in data:
            return p(data)
        if "b" in data:
            return aq(data)
    return cast("EitherResponse", data)


def tagged_response(data: Any) -> TaggedResponse:
    if data.__class__ is not dict:
        return cast("TaggedResponse", data)
    value = data.get("kind")
    decode = (
        _TAGGED_RESPONSES.get(value, unknown_tagged_response)
        if value.__class__ is str
        else unknown_tagged_response
    )
    return decode(data)


_TAGGED_RESPONSES: dict[str, Callable[[Any], TaggedResponse]] = {"cat": cat, "dog": dog}
NULLABLE_TEXT: Operation[NullableTextResponse] = Operation(
    name="nullable_text",
    method="GET",
    path="/nullable-text",
    decode=nullable_text_response,
)
NULLABLE_MODEL: Operation[NullableModelResponse] = Operation(
    name="nullable_model",
    method="GET",
    path="/nullable-model",
    decode=nullable_model_response,
)
EITHER: Operation[EitherResponse] = Operation(
    name="either",
    method="GET",
    path="/either",
    decode=either_response,
    media={"application/vnd.fake+json": "json"},
)
BOUNDED: Operation[BoundedResponse] = Operation(
    name="bounded",
    method="GET",
    path="/bounded",
    decode=bounded_response,
)
TREE: Operation[Tree] = Operation(
    name="tree",
    method="GET",
    path="/tree",
    decode=tree,
)
ANYTHING: Operation[JSONValue] = Operation(
    name="anything",
    method="GET",
    path="/anything",
    decode=decode_any,
)
PICTURE: Operation[bytes] = Operation(
    name="picture",
    method="GET",
    path="/picture",
    decode=decode_any,
    media={"image/*": "bytes"},
)
WHATEVER: Operation[bytes] = Operation(
    name="whatever",
    method="GET",
    path="/whatever",
    decode=decode_any,
    media={"*/*": "bytes"},
)
TEXT_EXAMPLE: Operation[PModel] = Operation(
    name="text_example",
    method="GET",
    path="/text-example",
    decode=p,
)
CONTRADICTION: Operation[ContradictionResponse] = Operation(
    name="contradiction",
    method="GET",
    path="/contradiction",
    decode=contradiction_response,
)
TAGGED: Operation[TaggedResponse] = Operation(
    name="tagged",
    method="GET",
    path="/tagged",
    decode=tagged_response,
)
MOMENT_OR_NOW: Operation[MomentOrNowResponse] = Operation(
    name="moment_or_now",
    method="GET",
    path="/moment-or-now",
    decode=moment_or_now_response,
)
DOWNLOAD: Operation[None] = Operation(
    name="download",
    method="GET",
    path="/download",
    decode=decode_nothing,
)
