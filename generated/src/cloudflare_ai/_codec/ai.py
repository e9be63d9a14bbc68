# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `ai`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, get_member, has_item
from .._core.operation import Operation
from ..models.ai import (
    BoundingBox,
    ChatMessage,
    Classification,
    DetectedObject,
    Embeddings,
    FunctionCode,
    FunctionTool,
    GeneratedAudio,
    GeneratedText,
    ImageDescription,
    ImageURL,
    MessagePart,
    RecognizedWord,
    ResponseFormat,
    SpeechRecognition,
    Summary,
    TokenUsage,
    ToolCall,
    ToolDescription,
    Translation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.ai import ChatMessageContent, RunResult, Tool

chat_message: Callable[[Any], ChatMessage] = adopt(
    ChatMessage,
    {
        "content": lambda data: chat_message_content(data),
    },
)
message_part: Callable[[Any], MessagePart] = adopt(
    MessagePart,
    {
        "image_url": lambda data: image_url(data),
    },
)
image_url: Callable[[Any], ImageURL] = adopt(ImageURL)
response_format: Callable[[Any], ResponseFormat] = adopt(ResponseFormat)
function_code: Callable[[Any], FunctionCode] = adopt(FunctionCode)
tool_description: Callable[[Any], ToolDescription] = adopt(ToolDescription)
function_tool: Callable[[Any], FunctionTool] = adopt(
    FunctionTool,
    {
        "function": lambda data: tool_description(data),
    },
)
classification: Callable[[Any], Classification] = adopt(Classification)
generated_audio: Callable[[Any], GeneratedAudio] = adopt(GeneratedAudio)
embeddings: Callable[[Any], Embeddings] = adopt(Embeddings)
speech_recognition: Callable[[Any], SpeechRecognition] = adopt(
    SpeechRecognition,
    {
        "words": lambda data: decode_list(recognized_word, data),
    },
)
recognized_word: Callable[[Any], RecognizedWord] = adopt(RecognizedWord)
detected_object: Callable[[Any], DetectedObject] = adopt(
    DetectedObject,
    {
        "box": lambda data: bounding_box(data),
    },
)
bounding_box: Callable[[Any], BoundingBox] = adopt(BoundingBox)
generated_text: Callable[[Any], GeneratedText] = adopt(
    GeneratedText,
    {
        "tool_calls": lambda data: decode_list(tool_call, data),
        "usage": lambda data: token_usage(data),
    },
)
tool_call: Callable[[Any], ToolCall] = adopt(ToolCall)
token_usage: Callable[[Any], TokenUsage] = adopt(TokenUsage)
translation: Callable[[Any], Translation] = adopt(Translation)
summary: Callable[[Any], Summary] = adopt(Summary)
image_description: Callable[[Any], ImageDescription] = adopt(ImageDescription)


def chat_message_content(data: Any) -> ChatMessageContent:
    """Choose a variant by its members."""
    if data.__class__ is list:
        return decode_list(message_part, data)
    return cast("ChatMessageContent", data)


def tool(data: Any) -> Tool:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "name" in data or "description" in data or "parameters" in data:
            return tool_description(data)
        if "type" in data or "function" in data:
            return function_tool(data)
    return cast("Tool", data)


def run_result(data: Any) -> RunResult:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "audio" in data:
            return generated_audio(data)
        if "data" in data or "shape" in data:
            return embeddings(data)
        if "text" in data or "vtt" in data or "word_count" in data or "words" in data:
            return speech_recognition(data)
        if "response" in data or "tool_calls" in data or "usage" in data:
            return generated_text(data)
        if "translated_text" in data:
            return translation(data)
        if "summary" in data:
            return summary(data)
        if "description" in data:
            return image_description(data)
    if has_item(data, lambda item: "box" in item):
        return decode_list(detected_object, data)
    if has_item(data, lambda item: "label" in item or "score" in item):
        return decode_list(classification, data)
    return cast("RunResult", data)


def _run(body: Any) -> RunResult:
    return run_result(get_member(body, "result"))


RUN: Operation[RunResult] = Operation(
    name="ai.run",
    method="POST",
    path="/accounts/{account_id}/ai/run/{model_name}",
    decode=_run,
    unescaped=("model_name",),
    client_parameters=("account_id",),
    body="json",
    media={
        "application/json": "json",
        "image/*": "bytes",
        "audio/*": "bytes",
        "text/event-stream": "events",
    },
    stream="stream",
    event=run_result,
)
