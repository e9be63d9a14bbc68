"""The options of a client and of a single call."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Final, TypedDict

if TYPE_CHECKING:
    from ..errors import APIError
    from .response_info import ResponseInfo
    from .transport import Request, Timeout


class Options(TypedDict, total=False):
    """Options of a single call.

    Keys:
        headers: Further header fields; None removes one that would be sent.
        query: Further query parameters, or other values for those of the method.
        body: Further members of a body that is an object.
        timeout: Seconds, a `Timeout`, or None for no limit.
        max_retries: How often the request may be retried.
        deadline: Seconds that the call may take as a whole: all attempts, pauses, and reading.
        max_response_bytes: How large a decompressed body may be.
        retry_budget: How many seconds the call may wait between attempts altogether.
        retry_statuses: Statuses after which an idempotent request is retried.
        idempotent: Whether the request may be retried even though it may have been processed.
    """

    headers: Mapping[str, str | None]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    timeout: float | Timeout | None
    deadline: float | None
    max_response_bytes: int | None
    max_retries: int
    retry_budget: float
    retry_statuses: Collection[int]
    idempotent: bool


class ClientOptions(TypedDict, total=False):
    """How a client works; every key has a default.

    Keys:
        timeout: Seconds for every phase of a request, a `Timeout`, or None for no limit. Default:
            60, and 10 for connecting; with your own `http_client`, its setting.
        deadline: Seconds that a call may take as a whole: all attempts, pauses, and reading. Default: any
            time.
        max_response_bytes: How large a decompressed body may be. Default: any size.
        max_retries: How often a request may be retried. Default 2.
        retry_budget: How many seconds a call may wait between attempts altogether. Default 300.
        retry_statuses: Statuses after which an idempotent request is retried. Default: 408, 429
            and everything from 500 on.
        headers: Further header fields of every request.
        default_query: Further query parameters of every request.
        rate_limit: (n, seconds): at most n requests in any period of so many seconds.
        strict: Whether a response that differs from the API's description raises `ContractError`.
        on_contract_gap: Called once for each kind of difference.
        before_request: Called with each `Request` just before it is sent; it may add headers.
        after_response: Called with the `Request` and its `ResponseInfo`, whatever the status.
        on_error: Called with the `Request` and the error, for each attempt without a response and for
            the error that ends the call.
        token_url: The token endpoint for client credentials, absolute or relative to the base URL.
            Default: as documented; with your own base URL it moves along if API and tokens are
            on one host.
    """

    timeout: float | Timeout | None
    deadline: float | None
    max_response_bytes: int | None
    max_retries: int | None
    retry_budget: float
    retry_statuses: Collection[int] | None
    headers: Mapping[str, str]
    default_query: Mapping[str, Any]
    rate_limit: tuple[int, float] | None
    strict: bool
    on_contract_gap: Callable[[Any], object] | None
    before_request: Callable[[Request], object] | None
    after_response: Callable[[Request, ResponseInfo], object] | None
    on_error: Callable[[Request, APIError], object] | None
    token_url: str


CALL_KEYS: Final = frozenset(Options.__annotations__)
CLIENT_KEYS: Final = frozenset(ClientOptions.__annotations__)
# Keywords that methods of other packages take for the same options.
FOREIGN_KEYS: Final = {"extra_headers": "headers", "extra_query": "query", "extra_body": "body"}
