# Generated from Bodies 1; do not edit.
"""The models of `api`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, model

__all__ = [
    "APIUploadBodyAbout",
    "APIUploadBodyAboutDict",
]


@model
class APIUploadBodyAbout(Model):
    title: str | None = None


class APIUploadBodyAboutDict(TypedDict):
    """`APIUploadBodyAbout` as a dict, for arguments."""

    title: NotRequired[str]
