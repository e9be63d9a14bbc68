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
    """FormSendBodyPlain as the API gives it."""

    a: int | None = None


class FormSendBodyPlainDict(TypedDict):
    """`FormSendBodyPlain` as a dictionary."""

    a: NotRequired[int]


@model
class FormSendBodySpread(Model):
    """FormSendBodySpread as the API gives it."""

    b: int | None = None


class FormSendBodySpreadDict(TypedDict):
    """`FormSendBodySpread` as a dictionary."""

    b: NotRequired[int]
