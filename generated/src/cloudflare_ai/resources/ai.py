# Generated from Cloudflare AI v4; do not edit.
"""The resource `ai`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from .._codec import ai as _codec
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.ai import (
        ChatMessage,
        ChatMessageDict,
        Classification,
        DetectedObject,
        FunctionCode,
        FunctionCodeDict,
        GeneratedText,
        ResponseFormat,
        ResponseFormatDict,
        RunResult,
        SpeechRecognition,
        Summary,
        Tool,
        ToolDict,
        Translation,
    )

__all__ = [
    "AIResource",
    "AsyncAIResource",
]


class AIResource(StreamingResource):
    """Running models on Cloudflare."""

    @overload
    def run(
        self,
        model_name: str,
        *,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]],
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> GeneratedText: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]],
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[True],
        options: Options | None = None,
    ) -> EventStream[GeneratedText]: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        prompt: str,
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> GeneratedText | bytes: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        prompt: str,
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[True],
        options: Options | None = None,
    ) -> EventStream[GeneratedText]: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        text: str | Sequence[str],
        target_lang: str,
        account_id: str | None = None,
        source_lang: str | None = None,
        options: Options | None = None,
    ) -> Translation: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        input_text: str,
        account_id: str | None = None,
        max_length: int | None = None,
        options: Options | None = None,
    ) -> Summary: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        audio: Sequence[int] | str,
        account_id: str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        options: Options | None = None,
    ) -> SpeechRecognition: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        image: Sequence[int] | str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> list[Classification] | list[DetectedObject]: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: Literal[True],
        options: Options | None = None,
        **extra: Any,
    ) -> EventStream[RunResult]: ...

    @overload
    def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes | EventStream[RunResult] | EventStream[GeneratedText]: ...

    def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes | EventStream[RunResult] | EventStream[GeneratedText]:
        """Run a model.

        Args:
            model_name: Model to run, slashes and all, such as `@cf/meta/llama-3-8b-instruct`.
            account_id: Account that the request acts on.
            text: Text to classify, translate or speak, or one or more texts to embed.
            prompt: Text that the model continues, or what it draws or says.
            messages: The conversation so far, oldest message first.
            input_text: Text to summarize.
            image: Image to work on: its bytes as numbers from 0 to 255, or base64 text.
            image_b64: Image to redraw, as base64 text.
            mask: Mask of the part of the image to redraw: its bytes as numbers from 0 to 255.
            audio: Recording to transcribe: its bytes as numbers from 0 to 255, or base64 text.
            source_lang: Code of the language of the text or recording, such as `en`.
            target_lang: Code of the language to translate into, such as `fr`.
            lang: Code of the language to speak, such as `en`.
            max_tokens: Most tokens to generate.
            max_length: Longest summary, in tokens.
            temperature: Randomness of the answer; higher is more random.
            top_p: Share of the probability that the next token is chosen from.
            top_k: Number of most probable tokens that the next one is chosen from.
            frequency_penalty: Penalty for tokens by how often they have occurred.
            presence_penalty: Penalty for tokens that have occurred.
            repetition_penalty: Penalty for repeated tokens.
            seed: Seed of the randomness, for answers that can be repeated.
            raw: Whether the prompt goes to the model without its chat template.
            lora: Name of a LoRA adapter to apply to the model.
            ignore_eos: Whether to go on after the token that ends the text.
            response_format: Form that the answer has to have.
            functions: Functions that the model may run by itself.
            tools: Tools that the model may ask the caller to run.
            guidance: How closely the image follows the prompt; higher is closer.
            height: Height of the generated image in pixels.
            width: Width of the generated image in pixels.
            negative_prompt: What the image must not show.
            num_steps: Number of diffusion steps; more take longer and draw better.
            strength: How much the given image changes, from 0 to 1.
            stream: Whether the answer comes piece by piece, as server-sent events.
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            What the model answers. `GeneratedText` for `messages`; `GeneratedText | bytes` for
            `prompt`; `Translation` for `text` and `target_lang`; `Summary` for `input_text`;
            `SpeechRecognition` for `audio`; `list[Classification] | list[DetectedObject]` for
            `image`.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            Workers AI Write or Workers AI Read.
        """
        if stream:
            return self._stream(
                _codec.RUN,
                path={"model_name": model_name, "account_id": account_id},
                body={
                    **self._further(extra),
                    "text": text,
                    "prompt": prompt,
                    "messages": messages,
                    "input_text": input_text,
                    "image": image,
                    "image_b64": image_b64,
                    "mask": mask,
                    "audio": audio,
                    "source_lang": source_lang,
                    "target_lang": target_lang,
                    "lang": lang,
                    "max_tokens": max_tokens,
                    "max_length": max_length,
                    "temperature": temperature,
                    "top_p": top_p,
                    "top_k": top_k,
                    "frequency_penalty": frequency_penalty,
                    "presence_penalty": presence_penalty,
                    "repetition_penalty": repetition_penalty,
                    "seed": seed,
                    "raw": raw,
                    "lora": lora,
                    "ignore_eos": ignore_eos,
                    "response_format": response_format,
                    "functions": functions,
                    "tools": tools,
                    "guidance": guidance,
                    "height": height,
                    "width": width,
                    "negative_prompt": negative_prompt,
                    "num_steps": num_steps,
                    "strength": strength,
                    "stream": stream,
                },
                options=options,
            )
        return self._call(
            _codec.RUN,
            path={"model_name": model_name, "account_id": account_id},
            body={
                **self._further(extra),
                "text": text,
                "prompt": prompt,
                "messages": messages,
                "input_text": input_text,
                "image": image,
                "image_b64": image_b64,
                "mask": mask,
                "audio": audio,
                "source_lang": source_lang,
                "target_lang": target_lang,
                "lang": lang,
                "max_tokens": max_tokens,
                "max_length": max_length,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "raw": raw,
                "lora": lora,
                "ignore_eos": ignore_eos,
                "response_format": response_format,
                "functions": functions,
                "tools": tools,
                "guidance": guidance,
                "height": height,
                "width": width,
                "negative_prompt": negative_prompt,
                "num_steps": num_steps,
                "strength": strength,
                "stream": stream,
            },
            options=options,
        )


class AsyncAIResource(AsyncStreamingResource):
    """Running models on Cloudflare."""

    @overload
    async def run(
        self,
        model_name: str,
        *,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]],
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> GeneratedText: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]],
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[True],
        options: Options | None = None,
    ) -> AsyncEventStream[GeneratedText]: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        prompt: str,
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
    ) -> GeneratedText | bytes: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        prompt: str,
        account_id: str | None = None,
        max_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        stream: Literal[True],
        options: Options | None = None,
    ) -> AsyncEventStream[GeneratedText]: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        text: str | Sequence[str],
        target_lang: str,
        account_id: str | None = None,
        source_lang: str | None = None,
        options: Options | None = None,
    ) -> Translation: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        input_text: str,
        account_id: str | None = None,
        max_length: int | None = None,
        options: Options | None = None,
    ) -> Summary: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        audio: Sequence[int] | str,
        account_id: str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        options: Options | None = None,
    ) -> SpeechRecognition: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        image: Sequence[int] | str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> list[Classification] | list[DetectedObject]: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: Literal[False] | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: Literal[True],
        options: Options | None = None,
        **extra: Any,
    ) -> AsyncEventStream[RunResult]: ...

    @overload
    async def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes | AsyncEventStream[RunResult] | AsyncEventStream[GeneratedText]: ...

    async def run(
        self,
        model_name: str,
        *,
        account_id: str | None = None,
        text: str | Sequence[str] | None = None,
        prompt: str | None = None,
        messages: Sequence[ChatMessage | ChatMessageDict | Mapping[str, Any]] | None = None,
        input_text: str | None = None,
        image: Sequence[int] | str | None = None,
        image_b64: str | None = None,
        mask: Sequence[int] | None = None,
        audio: Sequence[int] | str | None = None,
        source_lang: str | None = None,
        target_lang: str | None = None,
        lang: str | None = None,
        max_tokens: int | None = None,
        max_length: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        repetition_penalty: float | None = None,
        seed: int | None = None,
        raw: bool | None = None,
        lora: str | None = None,
        ignore_eos: bool | None = None,
        response_format: ResponseFormat | ResponseFormatDict | None = None,
        functions: Sequence[FunctionCode | FunctionCodeDict] | None = None,
        tools: Sequence[Tool | ToolDict] | None = None,
        guidance: float | None = None,
        height: int | None = None,
        width: int | None = None,
        negative_prompt: str | None = None,
        num_steps: int | None = None,
        strength: float | None = None,
        stream: bool | None = None,
        options: Options | None = None,
        **extra: Any,
    ) -> RunResult | bytes | AsyncEventStream[RunResult] | AsyncEventStream[GeneratedText]:
        """Run a model.

        Args:
            model_name: Model to run, slashes and all, such as `@cf/meta/llama-3-8b-instruct`.
            account_id: Account that the request acts on.
            text: Text to classify, translate or speak, or one or more texts to embed.
            prompt: Text that the model continues, or what it draws or says.
            messages: The conversation so far, oldest message first.
            input_text: Text to summarize.
            image: Image to work on: its bytes as numbers from 0 to 255, or base64 text.
            image_b64: Image to redraw, as base64 text.
            mask: Mask of the part of the image to redraw: its bytes as numbers from 0 to 255.
            audio: Recording to transcribe: its bytes as numbers from 0 to 255, or base64 text.
            source_lang: Code of the language of the text or recording, such as `en`.
            target_lang: Code of the language to translate into, such as `fr`.
            lang: Code of the language to speak, such as `en`.
            max_tokens: Most tokens to generate.
            max_length: Longest summary, in tokens.
            temperature: Randomness of the answer; higher is more random.
            top_p: Share of the probability that the next token is chosen from.
            top_k: Number of most probable tokens that the next one is chosen from.
            frequency_penalty: Penalty for tokens by how often they have occurred.
            presence_penalty: Penalty for tokens that have occurred.
            repetition_penalty: Penalty for repeated tokens.
            seed: Seed of the randomness, for answers that can be repeated.
            raw: Whether the prompt goes to the model without its chat template.
            lora: Name of a LoRA adapter to apply to the model.
            ignore_eos: Whether to go on after the token that ends the text.
            response_format: Form that the answer has to have.
            functions: Functions that the model may run by itself.
            tools: Tools that the model may ask the caller to run.
            guidance: How closely the image follows the prompt; higher is closer.
            height: Height of the generated image in pixels.
            width: Width of the generated image in pixels.
            negative_prompt: What the image must not show.
            num_steps: Number of diffusion steps; more take longer and draw better.
            strength: How much the given image changes, from 0 to 1.
            stream: Whether the answer comes piece by piece, as server-sent events.
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            What the model answers. `GeneratedText` for `messages`; `GeneratedText | bytes` for
            `prompt`; `Translation` for `text` and `target_lang`; `Summary` for `input_text`;
            `SpeechRecognition` for `audio`; `list[Classification] | list[DetectedObject]` for
            `image`.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            Workers AI Write or Workers AI Read.
        """
        if stream:
            return await self._stream(
                _codec.RUN,
                path={"model_name": model_name, "account_id": account_id},
                body={
                    **self._further(extra),
                    "text": text,
                    "prompt": prompt,
                    "messages": messages,
                    "input_text": input_text,
                    "image": image,
                    "image_b64": image_b64,
                    "mask": mask,
                    "audio": audio,
                    "source_lang": source_lang,
                    "target_lang": target_lang,
                    "lang": lang,
                    "max_tokens": max_tokens,
                    "max_length": max_length,
                    "temperature": temperature,
                    "top_p": top_p,
                    "top_k": top_k,
                    "frequency_penalty": frequency_penalty,
                    "presence_penalty": presence_penalty,
                    "repetition_penalty": repetition_penalty,
                    "seed": seed,
                    "raw": raw,
                    "lora": lora,
                    "ignore_eos": ignore_eos,
                    "response_format": response_format,
                    "functions": functions,
                    "tools": tools,
                    "guidance": guidance,
                    "height": height,
                    "width": width,
                    "negative_prompt": negative_prompt,
                    "num_steps": num_steps,
                    "strength": strength,
                    "stream": stream,
                },
                options=options,
            )
        return await self._call(
            _codec.RUN,
            path={"model_name": model_name, "account_id": account_id},
            body={
                **self._further(extra),
                "text": text,
                "prompt": prompt,
                "messages": messages,
                "input_text": input_text,
                "image": image,
                "image_b64": image_b64,
                "mask": mask,
                "audio": audio,
                "source_lang": source_lang,
                "target_lang": target_lang,
                "lang": lang,
                "max_tokens": max_tokens,
                "max_length": max_length,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "raw": raw,
                "lora": lora,
                "ignore_eos": ignore_eos,
                "response_format": response_format,
                "functions": functions,
                "tools": tools,
                "guidance": guidance,
                "height": height,
                "width": width,
                "negative_prompt": negative_prompt,
                "num_steps": num_steps,
                "strength": strength,
                "stream": stream,
            },
            options=options,
        )
