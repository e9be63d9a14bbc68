# Generated from Cloudflare AI v4; do not edit.
"""The models of schemas that no operation uses."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "ResponseMessage",
    "RunInput",
]


@model
class ResponseMessage(Model):
    """An error or a notice that comes with an answer."""

    code: int
    message: str


@model
class RunInput(Model):
    """Input of a model; which members it takes is the model's affair."""

    text: str | None = None
    """Text that the model works on. Not empty."""
    stream: bool | None = None
    """Whether the answer comes piece by piece, as server-sent events."""
