# Generated from Cloudflare AI v4; do not edit.
"""Cloudflare AI.

AI Gateway, Workers AI and the Radar summary of AI inference.

Begin with `CloudflareAI` or `AsyncCloudflareAI`; models live in `.models`, errors in `.errors`.
"""

from __future__ import annotations

from ._core import attach_api_spec, make_lazy_exports

# Type checkers know this name; importing `typing` for it would double the time of the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncCloudflareAI, CloudflareAI
    from ._core.aiohttp_transport import AiohttpTransport as AiohttpTransport
    from ._core.contract import Gap
    from ._core.framing import ServerSentEvent
    from ._core.json_value import JSONValue
    from ._core.model import NULL
    from ._core.options import ClientOptions, Options
    from ._core.pages import AsyncPage, Page
    from ._core.raw_response import AsyncStreamedResponse, RawResponse, StreamedResponse
    from ._core.response_info import ParsedResponse, ResponseInfo
    from ._core.streaming import AsyncEventStream, EventStream
    from ._core.transport import Request, Timeout
    from .errors import (
        APIConnectionError,
        APIError,
        APIResponseValidationError,
        APIStatusError,
        APITimeoutError,
        ArgumentError,
        AuthenticationError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        ContractError,
        Error,
        InternalServerError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )

# Not `AiohttpTransport`: what a star imports must not need an extra.
__all__ = [
    "CloudflareAI",
    "AsyncCloudflareAI",
    "NULL",
    "SPEC",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "ArgumentError",
    "AsyncEventStream",
    "AsyncPage",
    "AsyncStreamedResponse",
    "AuthenticationError",
    "BadRequestError",
    "ClientOptions",
    "ConfigurationError",
    "ConflictError",
    "ContractError",
    "Error",
    "EventStream",
    "Gap",
    "InternalServerError",
    "JSONValue",
    "NotFoundError",
    "Options",
    "Page",
    "ParsedResponse",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "Request",
    "ResponseInfo",
    "ServerSentEvent",
    "StreamedResponse",
    "Timeout",
    "UnprocessableEntityError",
]

__version__ = "0.1.0"

SPEC = attach_api_spec(
    __spec__,
    title="Cloudflare AI",
    version="v4",
    sha256="594a2df0de006460e6afe8d5716bf9dc7c01c36c5917fbf439ff6f9cff28b8bb",
)
"""The description that this package was made of; `__spec__` is the same object."""

_MODULES = {
    "CloudflareAI": "_client",
    "AsyncCloudflareAI": "_client",
    "NULL": "_core.model",
    "AiohttpTransport": "_core.aiohttp_transport",
    "AsyncEventStream": "_core.streaming",
    "AsyncPage": "_core.pages",
    "AsyncStreamedResponse": "_core.raw_response",
    "ClientOptions": "_core.options",
    "EventStream": "_core.streaming",
    "Gap": "_core.contract",
    "JSONValue": "_core.json_value",
    "Options": "_core.options",
    "Page": "_core.pages",
    "ParsedResponse": "_core.response_info",
    "RawResponse": "_core.raw_response",
    "Request": "_core.transport",
    "ResponseInfo": "_core.response_info",
    "ServerSentEvent": "_core.framing",
    "StreamedResponse": "_core.raw_response",
    "Timeout": "_core.transport",
    "APIConnectionError": "errors",
    "APIError": "errors",
    "APIResponseValidationError": "errors",
    "APIStatusError": "errors",
    "APITimeoutError": "errors",
    "ArgumentError": "errors",
    "AuthenticationError": "errors",
    "BadRequestError": "errors",
    "ConfigurationError": "errors",
    "ConflictError": "errors",
    "ContractError": "errors",
    "Error": "errors",
    "InternalServerError": "errors",
    "NotFoundError": "errors",
    "PermissionDeniedError": "errors",
    "RateLimitError": "errors",
    "UnprocessableEntityError": "errors",
}

__getattr__, __dir__ = make_lazy_exports(__name__, _MODULES, {"AiohttpTransport": "aiohttp"})
