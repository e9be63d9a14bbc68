# Generated from Cloudflare AI v4; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import Model, model

if TYPE_CHECKING:
    from .ai import ChatMessage, FunctionCode, ResponseFormat, Tool

__all__ = [
    "ResponseMessage",
    "RunInput",
]


@model
class ResponseMessage(Model):
    """An error or a notice that comes with an answer."""

    code: int
    """Number of the error or notice."""
    message: str
    """The error or notice, in words."""


@model
class RunInput(Model):
    """Input of a model; which members it takes depends on the model."""

    text: str | list[str] | None = None
    """Text to classify, translate or speak, or one or more texts to embed."""
    prompt: str | None = None
    """Text that the model continues, or what it draws or says."""
    messages: list[ChatMessage] | None = None
    """The conversation so far, oldest message first."""
    input_text: str | None = None
    """Text to summarize."""
    image: list[int] | str | None = None
    """Image to work on: its bytes as numbers from 0 to 255, or base64 text."""
    image_b64: str | None = None
    """Image to redraw, as base64 text."""
    mask: list[int] | None = None
    """Mask of the part of the image to redraw: its bytes as numbers from 0 to 255."""
    audio: list[int] | str | None = None
    """Recording to transcribe: its bytes as numbers from 0 to 255, or base64 text."""
    source_lang: str | None = None
    """Code of the language of the text or recording, such as `en`."""
    target_lang: str | None = None
    """Code of the language to translate into, such as `fr`."""
    lang: str | None = None
    """Code of the language to speak, such as `en`."""
    max_tokens: int | None = None
    """Most tokens to generate."""
    max_length: int | None = None
    """Longest summary, in tokens."""
    temperature: float | None = None
    """Randomness of the answer; higher is more random."""
    top_p: float | None = None
    """Share of the probability that the next token is chosen from."""
    top_k: int | None = None
    """Number of most probable tokens that the next one is chosen from."""
    frequency_penalty: float | None = None
    """Penalty for tokens by how often they have occurred."""
    presence_penalty: float | None = None
    """Penalty for tokens that have occurred."""
    repetition_penalty: float | None = None
    """Penalty for repeated tokens."""
    seed: int | None = None
    """Seed of the randomness, for answers that can be repeated."""
    raw: bool | None = None
    """Whether the prompt goes to the model without its chat template."""
    lora: str | None = None
    """Name of a LoRA adapter to apply to the model."""
    ignore_eos: bool | None = None
    """Whether to go on after the token that ends the text."""
    response_format: ResponseFormat | None = None
    functions: list[FunctionCode] | None = None
    """Functions that the model may run by itself."""
    tools: list[Tool] | None = None
    """Tools that the model may ask the caller to run."""
    guidance: float | None = None
    """How closely the image follows the prompt; higher is closer."""
    height: int | None = None
    """Height of the generated image in pixels."""
    width: int | None = None
    """Width of the generated image in pixels."""
    negative_prompt: str | None = None
    """What the image must not show."""
    num_steps: int | None = None
    """Number of diffusion steps; more take longer and draw better."""
    strength: float | None = None
    """How much the given image changes, from 0 to 1."""
    stream: bool | None = None
    """Whether the answer comes piece by piece, as server-sent events."""
