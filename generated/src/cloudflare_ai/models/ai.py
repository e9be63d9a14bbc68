# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._core.json_value import JSONValue

__all__ = [
    "BoundingBox",
    "ChatMessage",
    "ChatMessageContent",
    "ChatMessageContentDict",
    "ChatMessageDict",
    "Classification",
    "DetectedObject",
    "Embeddings",
    "FunctionCode",
    "FunctionCodeDict",
    "FunctionTool",
    "FunctionToolDict",
    "GeneratedAudio",
    "GeneratedText",
    "ImageDescription",
    "ImageURL",
    "ImageURLDict",
    "MessagePart",
    "MessagePartDict",
    "RecognizedWord",
    "ResponseFormat",
    "ResponseFormatDict",
    "RunResult",
    "SpeechRecognition",
    "Summary",
    "TokenUsage",
    "Tool",
    "ToolCall",
    "ToolDescription",
    "ToolDescriptionDict",
    "ToolDict",
    "Translation",
]


@model
class ChatMessage(Model):
    """A message of a conversation."""

    role: str
    """Who says it, such as `system`, `user`, `assistant` or `tool`."""
    content: ChatMessageContent
    """What is said, as text or in parts."""


class ChatMessageDict(TypedDict):
    """`ChatMessage` as a dict, for arguments."""

    role: str
    content: ChatMessageContent | ChatMessageContentDict


@model
class MessagePart(Model):
    """A part of a message."""

    type: str
    """Kind of the part, such as `text` or `image_url`."""
    text: str | None = None
    """The text, of a part that is text."""
    image_url: ImageURL | None = None


class MessagePartDict(TypedDict):
    """`MessagePart` as a dict, for arguments."""

    type: str
    text: NotRequired[str]
    image_url: NotRequired[ImageURL | ImageURLDict]


@model
class ImageURL(Model):
    """Address of an image."""

    url: str
    """The address, with the image in it, as in `data:image/jpeg;base64,…`."""


class ImageURLDict(TypedDict):
    """`ImageURL` as a dict, for arguments."""

    url: str


@model
class ResponseFormat(Model):
    """Form that the answer has to have."""

    type: Literal["json_object", "json_schema"] | None = None
    """Kind of JSON, any object or one that fits `json_schema`."""
    json_schema: Any = None
    """JSON Schema of the answer."""


class ResponseFormatDict(TypedDict):
    """`ResponseFormat` as a dict, for arguments."""

    type: NotRequired[Literal["json_object", "json_schema"]]
    json_schema: NotRequired[Any]


@model
class FunctionCode(Model):
    """A function that the model may run by itself."""

    name: str
    """Name of the function."""
    code: str
    """Source code of the function."""


class FunctionCodeDict(TypedDict):
    """`FunctionCode` as a dict, for arguments."""

    name: str
    code: str


@model
class ToolDescription(Model):
    """A tool that the model may ask the caller to run."""

    name: str
    """Name of the tool."""
    description: str
    """What the tool does."""
    parameters: dict[str, Any]
    """JSON Schema of what the tool is given."""


class ToolDescriptionDict(TypedDict):
    """`ToolDescription` as a dict, for arguments."""

    name: str
    description: str
    parameters: Mapping[str, Any]


@model
class FunctionTool(Model):
    """A tool that is a function."""

    type: str
    """Kind of the tool, `function`."""
    function: ToolDescription


class FunctionToolDict(TypedDict):
    """`FunctionTool` as a dict, for arguments."""

    type: str
    function: ToolDescription | ToolDescriptionDict


@model
class Classification(Model):
    """A class that a text or an image may belong to."""

    label: str | None = None
    """Name of the class."""
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
    """How many words were recognized."""
    words: list[RecognizedWord] | None = None
    """The words, in the order in which they were spoken."""


@model
class RecognizedWord(Model):
    """A word and when it was spoken."""

    end: float | None = None
    """Second at which the word ends."""
    start: float | None = None
    """Second at which the word begins."""
    word: str | None = None
    """The word."""


@model
class DetectedObject(Model):
    """An object that was found in an image."""

    box: BoundingBox | None = None
    label: str | None = None
    """Name of what the object is."""
    score: float | None = None
    """How sure the model is."""


@model
class BoundingBox(Model):
    """Where in the image an object was found; x grows to the right, y downwards."""

    xmax: float | None = None
    """Right edge of the box."""
    xmin: float | None = None
    """Left edge of the box."""
    ymax: float | None = None
    """Lower edge of the box."""
    ymin: float | None = None
    """Upper edge of the box."""


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
    """Name of the tool."""


@model
class TokenUsage(Model):
    """How many tokens a request took."""

    completion_tokens: int | None = None
    """Tokens of the answer."""
    prompt_tokens: int | None = None
    """Tokens of the input."""
    total_tokens: int | None = None
    """Tokens of input and answer together."""


@model
class Translation(Model):
    """A translated text."""

    translated_text: str | None = None
    """The text in the other language."""


@model
class Summary(Model):
    """A summarized text."""

    summary: str | None = None
    """The shorter text."""


@model
class ImageDescription(Model):
    """What a model says about an image."""

    description: str | None = None
    """What the image shows."""


ChatMessageContent: TypeAlias = "str | list[MessagePart]"
"""What is said, as text or in parts."""

ChatMessageContentDict: TypeAlias = (
    "str | Sequence[MessagePart | MessagePartDict | Mapping[str, Any]]"
)

Tool: TypeAlias = "ToolDescription | FunctionTool"
"""A tool that the model may ask the caller to run, itself or as a function."""

ToolDict: TypeAlias = "ToolDescriptionDict | FunctionToolDict"

RunResult: TypeAlias = (
    "list[Classification] | str | GeneratedAudio | Embeddings | SpeechRecognition | list[DetectedObject] | GeneratedText | Translation | Summary | ImageDescription | JSONValue"
)
"""Answer of a model; the members it has say which kind it is."""
