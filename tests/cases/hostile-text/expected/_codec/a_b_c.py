"""The wire side of `a_b_c`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, new
from .._core.operation import Operation
from ..models.a_b_c import ABC as ABCModel, ABCX as ABCXModel

abcx = adopt(ABCXModel)


def abc(data: Any) -> ABCModel:
    if data.__class__ is not dict:
        return cast("ABCModel", data)
    self = new(ABCModel)
    self.__dict__ = data
    if (found := data.get("{{ x }}")).__class__ is dict:
        data["{{ x }}"] = new(ABCXModel)
        data["{{ x }}"].__dict__ = found
    return self


IMPORT_OS_SYSTEM_TRUE: Operation[ABCModel] = Operation(
    name="a_b_c.import_os_system_true",
    method="POST",
    path='/a"b\\c/{x"y}',
    decode=abc,
    keys={"{{ x }}": {"type_ignore": ("# type: ignore", {})}},
    body="json",
)
