# Generated from FastAPI 0.1.0; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.others import BodyLoginTokenPost, BodyUploadUploadPost, ItemInput

if TYPE_CHECKING:
    from collections.abc import Callable

item_input: Callable[[Any], ItemInput] = adopt(ItemInput)
body_upload_upload_post: Callable[[Any], BodyUploadUploadPost] = adopt(BodyUploadUploadPost)
body_login_token_post: Callable[[Any], BodyLoginTokenPost] = adopt(BodyLoginTokenPost)
