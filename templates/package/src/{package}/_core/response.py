"""From an answer to a result or an error. Pure: the answer has been read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus
from typing import Any, Protocol, cast

from ..errors import (
    STATUS_ERRORS,
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    ContractError,
    ErrorDetail,
    InternalServerError,
)
from .codec import decode_nothing, get_at_path, is_list, is_mapping
from .error_details import decode_error
from .exchange import Exchange
from .operation import Envelope, Operation
from .retry import retry_after
from .transport import TransportError

_SHOWN = 500  # characters of a body in an error
_EMPTY_STATUSES = frozenset({204, 205, 304})


class Checker(Protocol):
    """What strict mode and the contract-gap hook ask (see `contract`)."""

    def check(self, operation: str, status: int, media_type: str, body: Any, /) -> object:
        """Report or raise where the body departs from the description."""


@cache
def _fast_loads() -> Callable[[bytes], Any] | None:
    """The parser of the optional extra [fast]; it is not loaded before the first answer."""
    try:
        from orjson import loads
    except ImportError:
        return None
    return loads


def parse(body: bytes) -> Any:
    """Parse JSON.

    Raises:
        ValueError: It is not JSON, or not UTF-8.
        RecursionError: It is nested too deeply.
    """
    if (fast_loads := _fast_loads()) is not None:
        try:
            return fast_loads(body)
        except ValueError:
            pass  # it knows neither NaN nor other encodings; the standard parser decides
    try:
        return json.loads(body.decode())
    except UnicodeDecodeError:
        raise
    except ValueError:
        return json.loads(body)  # a byte order mark, UTF-16


def media_type_of(headers: Any) -> str:
    """The media type of an answer without its parameters, in lower case."""
    return cast(str, headers.get("content-type") or "").partition(";")[0].strip().lower()


def media_kind(media: Mapping[str, str], media_type: str) -> str:
    """What becomes of an answer of a media type; JSON is tried where nothing is said of it."""
    if not media:
        return "json"
    kind = media.get(media_type)
    if kind is None and not media_type.endswith("json"):
        kind = media.get(media_type.partition("/")[0] + "/*") or media.get("*/*")
    return kind or "json"


def result(
    x: Exchange,
    envelope: Envelope,
    decode: Callable[[Any], Any] | None = None,
    checker: Checker | None = None,
) -> Any:
    """The result of a call whose answer has been read.

    Args:
        x: The call.
        envelope: Members that tell failure.
        decode: Parsed body → result, in place of the operation's own.
        checker: Sees the parsed body before it is decoded.

    Raises:
        APIError: The server refused, or its answer can't be read.
    """
    if not 200 <= x.status < 300:
        raise status_error(x, envelope, _lenient(x.body or b""))
    operation, body = x.operation, x.body or b""
    decode = decode or _decoder(operation, x.status)
    if decode is decode_nothing or (not body and x.status in _EMPTY_STATUSES):
        return decode(None)
    if x.request.method == "HEAD":
        return None
    media_type = media_type_of(x.headers)
    kind = media_kind(operation.media, media_type)
    if kind == "bytes":
        checked(checker, x, media_type, body)
        return body
    try:
        data: Any = parse(body) if kind == "json" else body.decode()
    except (ValueError, RecursionError) as error:
        raise unreadable(x, _complaint(body, media_type, error)) from None
    if kind != "json":
        checked(checker, x, media_type, data)
        return data
    if failed(data, envelope.success):
        raise status_error(x, envelope, data)
    checked(checker, x, media_type, data)
    try:
        return decode(data)
    except (ValueError, RecursionError) as error:
        raise unreadable(x, f"The answer does not fit: {error}") from None


def checked(checker: Checker | None, x: Exchange, media_type: str, data: Any) -> None:
    """Let what came be compared with the description, if it is to be.

    Raises:
        ContractError: It departs from the description, and the client is strict.
    """
    if checker is None:
        return
    try:
        checker.check(x.operation.name, x.status, media_type, data)
    except ContractError as error:
        error.method, error.attempts = x.request.method, x.attempts
        error.url = x.redactor.url(x.request.url)
        raise


def _decoder(operation: Operation[Any], status: int) -> Callable[[Any], Any]:
    if not operation.statuses:
        return operation.decode
    text = str(status)
    return operation.statuses.get(text) or operation.statuses.get(text[0] + "XX", operation.decode)


def failed(data: Any, member: str | None) -> bool:
    """Whether the member that tells of success tells of failure."""
    if member is None:
        return False
    return data.__class__ is dict and data.get(member, True) in (False, "false")


def _complaint(body: bytes, media_type: str, error: Exception) -> str:
    if not body:
        return "The answer is empty where JSON was expected"
    said = f" ({media_type})" if media_type else ""
    return f"The answer{said} is not the JSON that was expected: {error}"


def _lenient(body: bytes) -> Any:
    try:
        return parse(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")


def unreadable(x: Exchange, message: str) -> APIResponseValidationError:
    """The error for an answer that can't be read."""
    shown = (x.body or b"")[: 4 * _SHOWN].decode("utf-8", "replace")
    return APIResponseValidationError(
        x.redactor.values(message),
        status=x.status,
        body=x.redactor.text(shown)[:_SHOWN],
        method=x.request.method,
        url=x.redactor.url(x.request.url),
        attempts=x.attempts,
    )


def failure_error(x: Exchange, failure: TransportError) -> APIError:
    """The error for an attempt that got no answer."""
    message = x.redactor.values(failure.message)
    if failure.kind == "decoding":
        return unreadable(x, f"The answer can't be decompressed: {message}")
    cls = APITimeoutError if "timeout" in failure.kind else APIConnectionError
    return cls(
        f"{_FAILURES.get(failure.kind, 'The connection failed')}: {message}",
        method=x.request.method,
        url=x.redactor.url(x.request.url),
        attempts=x.attempts,
        sent=failure.sent,
    )


_FAILURES = {
    "connect": "No connection",
    "connect_timeout": "No connection in time",
    "timeout": "No answer in time",
    "read": "The connection broke before the whole answer was there",
    "write": "The connection broke before the whole request was sent",
    "protocol": "The server does not speak proper HTTP",
    "closed": "The client is closed",
}


def status_error(x: Exchange, envelope: Envelope, body: Any) -> APIStatusError:
    """The error for an answer that tells of failure."""
    status = x.status
    errors = details(get_at_path(body, envelope.errors)) if envelope.errors else []
    messages = get_at_path(body, envelope.messages) if envelope.messages else None
    ray = x.headers.get("cf-ray")
    cls = STATUS_ERRORS.get(status, InternalServerError if status >= 500 else APIStatusError)
    redactor = x.redactor
    for error in errors:
        error.message, error.data = redactor.values(error.message), redactor.body(error.data)
    text = f"{_headline(x, body, errors)} [{x.request.method} {redactor.url(x.request.url)}"
    return cls(
        text + (f", cf-ray {ray}]" if ray else "]"),
        status=status,
        errors=errors,
        messages=messages if is_list(messages) else [],
        body=decode_error(x.operation, status, redactor.body(body)),
        headers=redactor.headers(x.headers.items()),
        retry_after=retry_after(x.headers.get("retry-after")),
        method=x.request.method,
        url=redactor.url(x.request.url),
        attempts=x.attempts,
    )


def _headline(x: Exchange, body: Any, errors: list[ErrorDetail]) -> str:
    try:
        phrase = f"{x.status} {HTTPStatus(x.status).phrase}"
    except ValueError:
        phrase = str(x.status)
    if 300 <= x.status < 400:
        return (
            f"{phrase}: a redirect that is not followed: it leads to another host or would repeat"
        )
    said = "; ".join(
        error.message + (f" (code {error.code})" if error.code is not None else "")
        for error in errors
    )
    if not said and isinstance(body, str):
        said = x.redactor.text(" ".join(body.split()))[:100]
    return f"{phrase}: {said}" if said else phrase


def details(errors: Any) -> list[ErrorDetail]:
    """The errors that a server lists, whatever shape it gives them."""
    if errors is None or errors == "":
        return []
    return [_detail(entry) for entry in (errors if is_list(errors) else [errors])]


def _detail(entry: Any) -> ErrorDetail:
    if not is_mapping(entry):
        return ErrorDetail(None, str(entry), entry)
    code, message = entry.get("code"), entry.get("message")
    known = code if isinstance(code, (int, str)) and not isinstance(code, bool) else None
    return ErrorDetail(known, message if isinstance(message, str) else str(message or entry), entry)
