"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt
from ..models.others import BodyLoginTokenPost, BodyUploadUploadPost, ItemInput

item_input = adopt(ItemInput)
body_upload_upload_post = adopt(BodyUploadUploadPost)
body_login_token_post = adopt(BodyLoginTokenPost)
