"""The models of `form`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, model

__all__ = [
    "FormSendBodyPlain",
    "FormSendBodyPlainDict",
]


@model
class FormSendBodyPlain(Model):
    """FormSendBodyPlain as the API gives it."""

    a: int | None = None


class FormSendBodyPlainDict(TypedDict):
    """`FormSendBodyPlain` as a dictionary."""

    a: NotRequired[int]
