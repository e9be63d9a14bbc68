# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from ..models.others import ResponseMessage, RunInput
from .ai import chat_message, function_code, response_format, tool

if TYPE_CHECKING:
    from collections.abc import Callable

response_message: Callable[[Any], ResponseMessage] = adopt(ResponseMessage)
run_input: Callable[[Any], RunInput] = adopt(
    RunInput,
    {
        "messages": lambda data: decode_list(chat_message, data),
        "response_format": lambda data: response_format(data),
        "functions": lambda data: decode_list(function_code, data),
        "tools": lambda data: decode_list(tool, data),
    },
)
