"""How `a_b_c` look on the wire: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.decode import new
from .._core.operation import Operation
from ..models.a_b_c import ABC, ABCX


def abcx(data: Any) -> ABCX:
    if data.__class__ is not dict:
        return cast("ABCX", data)
    self = new(ABCX)
    self.__dict__ = data
    return self


def abc(data: Any) -> ABC:
    if data.__class__ is not dict:
        return cast("ABC", data)
    self = new(ABC)
    self.__dict__ = data
    if "{{ x }}" in data:
        data["{{ x }}"] = abcx(data["{{ x }}"])
    return self


IMPORT_OS_SYSTEM_TRUE: Operation[ABC] = Operation(
    name="a_b_c.import_os_system_true",
    method="POST",
    path='/a"b\\c/{x"y}',
    decode=abc,
    keys={"{{ x }}": {"type_ignore": ("# type: ignore", {})}},
    body="json",
)
