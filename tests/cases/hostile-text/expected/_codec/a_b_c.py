# Generated from Hostile """ {{ 7*7 }} {% raw %} 1; do not edit.
"""Decoders and operations of `a_b_c`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.a_b_c import ABC as ABCModel, ABCX as ABCXModel

if TYPE_CHECKING:
    from collections.abc import Callable

abcx: Callable[[Any], ABCXModel] = adopt(ABCXModel)
abc: Callable[[Any], ABCModel] = adopt(
    ABCModel,
    {
        "{{ x }}": lambda data: abcx(data),
    },
)


IMPORT_OS_SYSTEM_TRUE: Operation[ABCModel] = Operation(
    name="a_b_c.import_os_system_true",
    method="POST",
    path='/a"b\\c/{x"y}',
    decode=abc,
    keys={"{{ x }}": {"type_ignore": ("# type: ignore", {})}},
    body="json",
)
