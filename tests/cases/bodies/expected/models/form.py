# Generated from Bodies 1; do not edit.
"""The models of `form`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, model

__all__ = [
    "FormSendBodyPlain",
    "FormSendBodyPlainDict",
    "FormSendBodySpread",
    "FormSendBodySpreadDict",
]


@model
class FormSendBodyPlain(Model):
    a: int | None = None


class FormSendBodyPlainDict(TypedDict):
    """`FormSendBodyPlain` as a dict, for arguments."""

    a: NotRequired[int]


@model
class FormSendBodySpread(Model):
    b: int | None = None


class FormSendBodySpreadDict(TypedDict):
    """`FormSendBodySpread` as a dict, for arguments."""

    b: NotRequired[int]
