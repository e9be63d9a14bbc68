"""The wire side of `ai`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, get_member, has_item, new
from .._core.operation import Operation
from ..models.ai import (
    BoundingBox,
    Classification,
    DetectedObject,
    Embeddings,
    GeneratedAudio,
    GeneratedText,
    ImageDescription,
    RecognizedWord,
    SpeechRecognition,
    Summary,
    TokenUsage,
    ToolCall,
    Translation,
)

if TYPE_CHECKING:
    from ..models.ai import RunResult

classification = adopt(Classification)
generated_audio = adopt(GeneratedAudio)
embeddings = adopt(Embeddings)
recognized_word = adopt(RecognizedWord)
bounding_box = adopt(BoundingBox)
tool_call = adopt(ToolCall)
token_usage = adopt(TokenUsage)
translation = adopt(Translation)
summary = adopt(Summary)
image_description = adopt(ImageDescription)


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


def speech_recognition(data: Any) -> SpeechRecognition:
    if data.__class__ is not dict:
        return cast("SpeechRecognition", data)
    self = new(SpeechRecognition)
    self.__dict__ = data
    if "words" in data:
        data["words"] = decode_list(recognized_word, data["words"])
    return self


def detected_object(data: Any) -> DetectedObject:
    if data.__class__ is not dict:
        return cast("DetectedObject", data)
    self = new(DetectedObject)
    self.__dict__ = data
    if (found := data.get("box")).__class__ is dict:
        data["box"] = new(BoundingBox)
        data["box"].__dict__ = found
    return self


def generated_text(data: Any) -> GeneratedText:
    if data.__class__ is not dict:
        return cast("GeneratedText", data)
    self = new(GeneratedText)
    self.__dict__ = data
    if "tool_calls" in data:
        data["tool_calls"] = decode_list(tool_call, data["tool_calls"])
    if (found := data.get("usage")).__class__ is dict:
        data["usage"] = new(TokenUsage)
        data["usage"].__dict__ = found
    return self


def _run(body: Any) -> RunResult:
    return run_result(get_member(body, "result"))


RUN: Operation[RunResult] = Operation(
    name="ai.run",
    method="POST",
    path="/accounts/{account_id}/ai/run/{model_name}",
    decode=_run,
    unescaped=("model_name",),
    body="json",
    client_parameters=("account_id",),
    media={
        "application/json": "json",
        "image/*": "bytes",
        "audio/*": "bytes",
        "text/event-stream": "events",
    },
    stream="stream",
    event=run_result,
)
