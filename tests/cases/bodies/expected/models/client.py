# Generated from Bodies 1; do not edit.
"""The models of the client itself."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, model

__all__ = [
    "UploadBodyAbout",
    "UploadBodyAboutDict",
]


@model
class UploadBodyAbout(Model):
    title: str | None = None


class UploadBodyAboutDict(TypedDict):
    """`UploadBodyAbout` as a dict, for arguments."""

    title: NotRequired[str]
