"""The models of `upload`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, model

__all__ = [
    "UploadSendBodyAbout",
    "UploadSendBodyAboutDict",
]


@model
class UploadSendBodyAbout(Model):
    """UploadSendBodyAbout as the API gives it."""

    title: str | None = None


class UploadSendBodyAboutDict(TypedDict):
    """`UploadSendBodyAbout` as a dictionary."""

    title: NotRequired[str]
