"""Every error this package raises, one tree:

    Error
    ├── ConfigurationError                    a credential or a setting is missing or can't be used
    ├── ArgumentError                         (also ValueError) refused before anything was sent
    └── APIError                              .method .url .attempts
        ├── APIConnectionError                no complete response: .sent .kind .host .phase .seconds
        │   └── APITimeoutError               (also TimeoutError)
        ├── APIResponseValidationError        a response that can't be read: .status .body
        │   └── ContractError                 strict mode: .path
        └── APIStatusError                    .status .errors .messages .body .headers .request_id .retry_after
            ├── BadRequestError               400
            ├── AuthenticationError           401
            ├── PermissionDeniedError         403
            ├── NotFoundError                 404
            ├── ConflictError                 409
            ├── UnprocessableEntityError      422
            ├── RateLimitError                429
            └── InternalServerError           500 and above

A response with `"success": false` and a status of success raises `APIStatusError` itself.
All of them can be pickled; none holds a credential.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = [
    "STATUS_ERRORS",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "ArgumentError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "ContractError",
    "Error",
    "ErrorDetail",
    "InternalServerError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "UnprocessableEntityError",
]


def __dir__() -> list[str]:  # its own: what other modules have imports this one
    return [*__all__, *(name for name in globals() if name.startswith("__"))]


class Error(Exception):
    """The base of all errors of this package."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        return _revive, (type(self), self.args, dict(self.__dict__))


def _revive(cls: type[Error], args: tuple[Any, ...], state: dict[str, Any]) -> Error:
    """Make a pickled error again without asking its constructor."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigurationError(Error):
    """The client can't work as it was set up; the message names the keyword and the variable."""


class ArgumentError(Error, ValueError):
    """An argument was refused before anything was sent; the message says what to pass instead."""


class APIError(Error):
    """A call failed.

    Attributes:
        method: HTTP method of the request.
        url: Its URL; secrets in the query are masked.
        attempts: How often the request was sent.
    """

    def __init__(self, message: str, *, method: str = "", url: str = "", attempts: int = 1) -> None:
        super().__init__(message)
        self.method = method
        self.url = url
        self.attempts = attempts


class APIConnectionError(APIError):
    """No complete response came: refused, reset, host not found, not HTTP.

    Attributes:
        sent: False where no byte of the request was handed to a connection.
        kind: What went wrong: `connect`, `connect_timeout`, `pool_timeout`, `write_timeout`, `timeout`,
            `deadline`, `read`, `write`, `protocol`, `closed` or `other`.
        host: Host and port of the request.
        phase: What took too long: `connect`, `pool`, `write`, `read` or `deadline`; "" for no timeout.
        seconds: The limit that was passed, None where there is none or it is not known.
    """

    def __init__(
        self,
        message: str,
        *,
        method: str = "",
        url: str = "",
        attempts: int = 1,
        sent: bool = True,
        kind: str = "other",
        host: str = "",
        phase: str = "",
        seconds: float | None = None,
    ) -> None:
        super().__init__(message, method=method, url=url, attempts=attempts)
        self.sent = sent
        self.kind = kind
        self.host = host
        self.phase = phase
        self.seconds = seconds


class APITimeoutError(APIConnectionError, TimeoutError):
    """No response came in time. The server may still have processed the request."""


class APIResponseValidationError(APIError):
    """The response can't be read: not JSON, cut off, not what the operation documents.

    Attributes:
        status: HTTP status of the response.
        body: The beginning of the body as text.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        body: str = "",
        method: str = "",
        url: str = "",
        attempts: int = 1,
    ) -> None:
        super().__init__(message, method=method, url=url, attempts=attempts)
        self.status = status
        self.body = body


class ContractError(APIResponseValidationError):
    """Strict mode: the response differs from the API's description.

    Attributes:
        path: Where in the body (`$.result[3].cost`).
    """

    def __init__(
        self,
        message: str,
        *,
        path: str = "$",
        status: int = 0,
        body: str = "",
        method: str = "",
        url: str = "",
        attempts: int = 1,
    ) -> None:
        super().__init__(
            message, status=status, body=body, method=method, url=url, attempts=attempts
        )
        self.path = path


class ErrorDetail:
    """One of the errors that a server lists.

    Attributes:
        code: The API's own number or name of the error.
        message: What it says.
        data: The whole entry as it came; secrets are masked.
        field: The member or parameter that it is about (`body.name`), "" for the whole.
    """

    __slots__ = ("code", "message", "data", "field")

    def __init__(
        self, code: int | str | None, message: str, data: Any = None, field: str = ""
    ) -> None:
        self.code = code
        self.message = message
        self.data = data
        self.field = field

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ErrorDetail):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        field = f", field={self.field!r}" if self.field else ""
        return f"ErrorDetail(code={self.code!r}, message={self.message!r}{field})"


class APIStatusError(APIError):
    """The server responded with an error.

    Attributes:
        status: HTTP status.
        errors: What the server lists as errors.
        messages: Its further messages.
        body: The body: decoded where the description has a model for the status, else parsed JSON or text.
        headers: Header fields of the response, names in lower case; secrets are masked.
        retry_after: Seconds the server asks to wait, if it does.
        request_id: The server's identifier of the request, to be quoted to its support.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        errors: list[ErrorDetail] | None = None,
        messages: list[Any] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
        request_id: str | None = None,
        method: str = "",
        url: str = "",
        attempts: int = 1,
    ) -> None:
        super().__init__(message, method=method, url=url, attempts=attempts)
        self.status = status
        self.errors = errors or []
        self.messages = messages or []
        self.body = body
        self.headers: dict[str, str] = dict(headers or {})
        self.retry_after = retry_after
        self.request_id = request_id


class BadRequestError(APIStatusError):
    """400: the server can't understand the request."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing or wrong."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not allow this."""


class NotFoundError(APIStatusError):
    """404: the object does not exist."""


class ConflictError(APIStatusError):
    """409: the request conflicts with the current state."""


class UnprocessableEntityError(APIStatusError):
    """422: the request was understood and refused."""


class RateLimitError(APIStatusError):
    """429: too many requests; see `retry_after`."""


class InternalServerError(APIStatusError):
    """500 and above: the server failed."""


STATUS_ERRORS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
"""The class of each status that has its own; from 500 on it is `InternalServerError`."""
