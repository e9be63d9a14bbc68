"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.others import ModelModel
from .client import client


def model_model(data: Any) -> ModelModel:
    if data.__class__ is not dict:
        return cast("ModelModel", data)
    self = new(ModelModel)
    self.__dict__ = data
    if "client" in data:
        data["client"] = client(data["client"])
    return self
