# Generated from Fake 1.0.0; do not edit.
"""Decoders and operations of `api`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_any, decode_nothing
from .._core.operation import Operation
from ..models.api import (
    APIBoundedResponse,
    APIContradictionResponse,
    APINullableModelResponse,
    APINullableTextResponse,
    AQ as AQModel,
    P as PModel,
    Tree,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.api import APIEitherResponse

api_nullable_text_response: Callable[[Any], APINullableTextResponse] = adopt(
    APINullableTextResponse
)
api_nullable_model_response: Callable[[Any], APINullableModelResponse] = adopt(
    APINullableModelResponse,
    {
        "p": lambda data: p(data),
    },
)
p: Callable[[Any], PModel] = adopt(PModel)
aq: Callable[[Any], AQModel] = adopt(AQModel)
api_bounded_response: Callable[[Any], APIBoundedResponse] = adopt(APIBoundedResponse)
tree: Callable[[Any], Tree] = adopt(
    Tree,
    {
        "next": lambda data: tree(data),
    },
)
api_contradiction_response: Callable[[Any], APIContradictionResponse] = adopt(
    APIContradictionResponse
)


def api_either_response(data: Any) -> APIEitherResponse:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "a" in data:
            return p(data)
        if "b" in data:
            return aq(data)
    return cast("APIEitherResponse", data)


NULLABLE_TEXT: Operation[APINullableTextResponse] = Operation(
    name="api.nullable_text",
    method="GET",
    path="/nullable-text",
    decode=api_nullable_text_response,
)
NULLABLE_MODEL: Operation[APINullableModelResponse] = Operation(
    name="api.nullable_model",
    method="GET",
    path="/nullable-model",
    decode=api_nullable_model_response,
)
EITHER: Operation[APIEitherResponse] = Operation(
    name="api.either",
    method="GET",
    path="/either",
    decode=api_either_response,
    media={"application/vnd.fake+json": "json"},
)
BOUNDED: Operation[APIBoundedResponse] = Operation(
    name="api.bounded",
    method="GET",
    path="/bounded",
    decode=api_bounded_response,
)
TREE: Operation[Tree] = Operation(
    name="api.tree",
    method="GET",
    path="/tree",
    decode=tree,
)
ANYTHING: Operation[Any] = Operation(
    name="api.anything",
    method="GET",
    path="/anything",
    decode=decode_any,
)
PICTURE: Operation[bytes] = Operation(
    name="api.picture",
    method="GET",
    path="/picture",
    decode=decode_any,
    media={"image/*": "bytes"},
)
WHATEVER: Operation[bytes] = Operation(
    name="api.whatever",
    method="GET",
    path="/whatever",
    decode=decode_any,
    media={"*/*": "bytes"},
)
TEXT_EXAMPLE: Operation[PModel] = Operation(
    name="api.text_example",
    method="GET",
    path="/text-example",
    decode=p,
)
CONTRADICTION: Operation[APIContradictionResponse] = Operation(
    name="api.contradiction",
    method="GET",
    path="/contradiction",
    decode=api_contradiction_response,
)
DOWNLOAD: Operation[None] = Operation(
    name="api.download",
    method="GET",
    path="/download",
    decode=decode_nothing,
)
