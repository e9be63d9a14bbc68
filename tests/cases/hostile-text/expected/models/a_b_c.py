# Generated from Hostile """ {{ 7*7 }} {% raw %} 1; do not edit.
"""The models of `a_b_c`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from .._core.model import Model, member, model

__all__ = [
    "ABC",
    "ABCX",
    "ABCXDict",
]


@model
class ABCX(Model):
    type_ignore: str | None = member("# type: ignore", default=None)


class ABCXDict(TypedDict):
    """`ABCX` as a dict, for arguments."""

    type_ignore: NotRequired[str]


@model
class ABC(Model):
    """\"\"\" class Evil: pass � �."""

    print_1: Literal['"', "'", "\\", "\n", "{{ 7*7 }}", "\u0000", "😀"] = member('"); print(1)  #')
    """\"\"\"."""
    line_separator: str | None = member("\u2028", default=None)
    """\\."""
    value: str | None = member("", default=None)
    value_2: str | None = member("\u0000", default=None)
    x: ABCX | None = member("{{ x }}", default=None)
