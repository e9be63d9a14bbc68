# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of schemas that no operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.others import ResponseMessage, RunInput

if TYPE_CHECKING:
    from collections.abc import Callable

response_message: Callable[[Any], ResponseMessage] = adopt(ResponseMessage)
run_input: Callable[[Any], RunInput] = adopt(RunInput)
