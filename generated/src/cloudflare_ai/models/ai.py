# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai`."""

from __future__ import annotations

from typing import Any, TypeAlias

from .._core.model import Model, model

__all__ = [
    "BoundingBox",
    "Classification",
    "DetectedObject",
    "Embeddings",
    "GeneratedAudio",
    "GeneratedText",
    "ImageDescription",
    "RecognizedWord",
    "RunResult",
    "SpeechRecognition",
    "Summary",
    "TokenUsage",
    "ToolCall",
    "Translation",
]


@model
class Classification(Model):
    """A class that a text or an image may belong to."""

    label: str | None = None
    score: float | None = None
    """How sure the model is, from 0 to 1."""


@model
class GeneratedAudio(Model):
    """Audio that a model generated."""

    audio: str | None = None
    """The audio in MP3 format, base64-encoded."""


@model
class Embeddings(Model):
    """Embeddings of texts, or of texts and images."""

    data: list[list[float]] | None = None
    """A vector per input."""
    shape: list[int] | None = None
    """How many vectors, and how long each is."""


@model
class SpeechRecognition(Model):
    """Text that was recognized in speech."""

    text: str
    """The whole text."""
    vtt: str | None = None
    """The text as WebVTT subtitles."""
    word_count: int | None = None
    words: list[RecognizedWord] | None = None


@model
class RecognizedWord(Model):
    """A word and when it was spoken."""

    end: float | None = None
    """Second at which the word ends."""
    start: float | None = None
    """Second at which the word begins."""
    word: str | None = None


@model
class DetectedObject(Model):
    """An object that was found in an image."""

    box: BoundingBox | None = None
    label: str | None = None
    score: float | None = None
    """How sure the model is."""


@model
class BoundingBox(Model):
    """Where in the image an object was found; x grows to the right, y downwards."""

    xmax: float | None = None
    xmin: float | None = None
    ymax: float | None = None
    ymin: float | None = None


@model
class GeneratedText(Model):
    """Text that a model generated."""

    response: str
    """The text."""
    tool_calls: list[ToolCall] | None = None
    """Tools that the model asks the caller to run."""
    usage: TokenUsage | None = None


@model
class ToolCall(Model):
    """A tool that the model asks the caller to run."""

    arguments: Any = None
    """What the tool is to be given."""
    name: str | None = None


@model
class TokenUsage(Model):
    """How many tokens a request took."""

    completion_tokens: int | None = None
    """Tokens of the answer."""
    prompt_tokens: int | None = None
    """Tokens of the input."""
    total_tokens: int | None = None


@model
class Translation(Model):
    """A translated text."""

    translated_text: str | None = None


@model
class Summary(Model):
    """A summarized text."""

    summary: str | None = None


@model
class ImageDescription(Model):
    """What a model says about an image."""

    description: str | None = None


RunResult: TypeAlias = (
    "list[Classification] | str | GeneratedAudio | Embeddings | SpeechRecognition | list[DetectedObject] | GeneratedText | Translation | Summary | ImageDescription | Any"
)
"""Answer of a model; the members it has say which kind it is."""
