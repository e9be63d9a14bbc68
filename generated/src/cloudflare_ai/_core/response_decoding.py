"""From a response to a result. Pure: the response has been read.

What the method promises decides how a body is read; the media type of the response refines it
where the method promises several kinds.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from ..errors import ContractError
from .codec import decode_nothing, has_large_integer
from .error_details import printable
from .failures import make_status_error, make_unreadable_error
from .media_types import JSON, get_media_type, is_json
from .operation import Operation

if TYPE_CHECKING:
    from .call import Attempt

_EMPTY_STATUSES = frozenset({204, 205, 304})
_MAX_MEDIA_TYPE = 100  # characters of one in a message
_MAX_CHARSET = 40  # characters of a name; the lookup keeps every name that it sees
# Codecs of Python that are no charsets: some take the square of the time, others read escapes.
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
# What stands next to the errors of a stream in an object that is about nothing else.
_FAILURE_MEMBERS = frozenset(
    "code detail error error_description errors message messages request_id status success type".split()
)
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]+)", re.I)


class Checker(Protocol):
    """The interface of the checker for strict mode and the contract-gap hook (see `contract`)."""

    def check(self, operation: str, status: int, media_type: str, body: Any, /) -> object:
        """Report or raise differences of the body from the description."""


@cache
def _fast_loads() -> Callable[[bytes], Any] | None:
    """Return the parser of the optional extra [fast]; it is not loaded before the first response."""
    try:
        loads: Callable[[bytes], Any] = import_module("orjson").loads
    except ImportError:
        return None
    return loads


def parse(body: bytes, headers: Any = None) -> Any:
    """Parse JSON.

    Args:
        body: UTF-8, as JSON should be, or else what the first bytes or the headers say.
        headers: Header fields of the response.

    Raises:
        ValueError: It is not JSON, or not UTF-8.
        RecursionError: It is nested too deeply.
    """
    if (fast_loads := _fast_loads()) is not None and not has_large_integer(body):
        try:
            return fast_loads(body)
        except ValueError:
            pass  # it knows neither NaN nor other encodings; the standard parser decides
    try:
        return json.loads(body.decode())
    except ValueError:
        encoding = json.detect_encoding(body)
        if not encoding.startswith("utf-8"):  # UTF-16 or UTF-32, by its first bytes
            return json.loads(body.decode(encoding))
        if body.startswith(codecs.BOM_UTF8):
            return json.loads(body.decode("utf-8-sig"))
        charset = _charset(headers)
        if charset is None or charset.lower() in ("utf-8", "utf8"):
            raise
    return json.loads(_decoded_text(body, charset))


def _charset(headers: Any) -> str | None:
    match = _CHARSET.search((headers.get("content-type") or "") if headers is not None else "")
    return match[1] if match else None


def _decoded_text(body: bytes, charset: str) -> str:
    try:
        known = codecs.lookup(charset[:_MAX_CHARSET]).name
        return body.decode("utf-8" if known in _NO_CHARSETS else known, "replace")
    except (LookupError, ValueError):  # no charset that Python knows, or none of text
        return body.decode("utf-8", "replace")


def decode_charset(body: bytes, headers: Any) -> str:
    """Return the text of a body, by the charset of its media type, else UTF-8; never an error."""
    return _decoded_text(body, _charset(headers) or "utf-8-sig")


def choose_media_kind(media: Mapping[str, str], media_type: str) -> str:
    """Decide how a response of a media type is read.

    Args:
        media: The documented media ranges and the kind of each; empty for JSON alone.
        media_type: Media type of the response; "" where it names none.
    """
    if not media:
        return "json"
    kind = media.get(media_type) or media.get(media_type.partition("/")[0] + "/*")
    if kind is None and not (is_json(media_type) and "json" in media.values()):
        kind = media.get("*/*")
    return kind or _nearest(tuple(media.values()), media_type)


def _nearest(promised: tuple[str, ...], media_type: str) -> str:
    """Return the promised kind that is nearest to an undocumented media type."""
    kinds = [kind for kind in promised if kind not in ("events", "lines")]
    if "json" in kinds and (is_json(media_type) or not media_type):
        return "json"
    # Where several kinds are promised, a text is one by its own media type.
    if media_type.startswith("text/") and ("text" in kinds or len(set(kinds)) > 1):
        return "text"
    return next((kind for kind in ("bytes", "text") if kind in kinds), "json")


def decode_result(attempt: Attempt, decode: Callable[[Any], Any] | None = None) -> Any:
    """Return the result of a call whose response has been read.

    Args:
        attempt: The last attempt.
        decode: Parsed body → result, in place of the operation's own.

    Raises:
        APIError: The server refused, or its response can't be read.
    """
    call, body = attempt.call, attempt.body or b""
    if not 200 <= attempt.status < 300:
        raise make_status_error(attempt, _error_body(body, attempt.headers))
    operation = call.operation
    media_type = get_media_type(attempt.headers)
    decode = decode or _decoder(operation, attempt.status, media_type)
    if call.method == "HEAD":
        return None
    if decode is decode_nothing:
        return _undocumented(attempt, media_type) if body else None
    kind = choose_media_kind(operation.media, media_type)
    if kind == "bytes":
        check(attempt, media_type, body)
        return body
    if not body and kind == "json" and _may_be_empty(attempt):
        return None
    if kind in ("text", "events", "lines"):
        text = decode_charset(body, attempt.headers)
        check(attempt, media_type, text)
        return text
    return _decode_body(attempt, media_type, decode)


def _decode_body(attempt: Attempt, media_type: str, decode: Callable[[Any], Any]) -> Any:
    operation, body = attempt.call.operation, attempt.body or b""
    try:
        data: Any = parse(body, attempt.headers)
    except (ValueError, RecursionError) as error:
        if body and not media_type and "bytes" in operation.media.values():
            check(attempt, media_type, body)
            return body
        raise make_unreadable_error(attempt, _complaint(attempt, media_type, error)) from None
    if operation.enveloped and has_failed(data, attempt.call.config.envelope.success):
        raise make_status_error(attempt, data)
    check(attempt, media_type, data)
    try:
        return decode(data)
    except (ValueError, RecursionError) as error:
        raise make_unreadable_error(attempt, f"The response does not fit: {error}") from None


def _undocumented(attempt: Attempt, media_type: str) -> Any:
    """Return the content of a success for which the description has none: parsed if it is JSON, else bytes."""
    body = attempt.body or b""
    data: Any = body
    if is_json(media_type):
        try:
            data = parse(body, attempt.headers)
        except (ValueError, RecursionError):
            data = body
    if data is not body and attempt.call.operation.enveloped:
        if has_failed(data, attempt.call.config.envelope.success):
            raise make_status_error(attempt, data)
    check(attempt, media_type, data)
    return data


def _may_be_empty(attempt: Attempt) -> bool:
    """Return whether an empty body is a success without a result, rather than a lost one."""
    method = attempt.call.method
    if attempt.status in _EMPTY_STATUSES or method == "DELETE":
        return True
    return method != "GET" and attempt.headers.get("content-length") == "0"


def check(attempt: Attempt, media_type: str, data: Any) -> None:
    """Compare the response with the description, if the client is set to.

    Raises:
        ContractError: It differs from the description, and the client is strict.
    """
    config = attempt.call.config
    if config.checker is None:
        return
    try:
        config.checker.check(attempt.call.operation.name, attempt.status, media_type, data)
    except ContractError as error:
        error.method, error.attempts = attempt.request.method, attempt.call.attempts
        error.url = attempt.call.redactor.url(attempt.request.url)
        raise


def _decoder(operation: Operation[Any], status: int, media_type: str) -> Callable[[Any], Any]:
    if not operation.statuses:
        return operation.decode
    exact = str(status)
    for text in (exact, f"{exact[0]}XX", "default"):
        for key in (f"{text} {media_type}", text):
            if key in operation.statuses:
                return operation.statuses[key]
    return operation.decode


def has_failed(data: Any, member: str | None) -> bool:
    """Return whether the envelope's member for success says that the call failed."""
    if member is None:
        return False
    return data.__class__ is dict and data.get(member, True) in (False, "false")


def reports_failure(data: Mapping[str, Any], members: Collection[str], is_record: bool) -> bool:
    """Return whether a member says that a stream has failed: an object, a text, a list of errors, or true.

    Args:
        data: The data of an event.
        members: The members that may say so.
        is_record: Whether the data may be a record with an error of its own, as a line often is; then
            there must be nothing else in it.
    """
    if is_record and not data.keys() <= _FAILURE_MEMBERS:
        return False
    values = [data.get(name) for name in members]
    return any(
        value is True or (bool(value) and isinstance(value, (dict, list, str))) for value in values
    )


def _complaint(attempt: Attempt, media_type: str, error: Exception) -> str:
    expected = list_expected_types(attempt.call.operation)
    if not attempt.body:
        return f"Expected {expected} but the response is empty"
    received = printable(media_type[:_MAX_MEDIA_TYPE]) or "a response without a media type"
    return f"Expected {expected} but received {received}, which is not JSON: {error}"


def list_expected_types(operation: Operation[Any]) -> str:
    """Return the media types that an operation documents, for messages."""
    return ", ".join(operation.media) or JSON


def _error_body(body: bytes, headers: Any) -> Any:
    try:
        return parse(body, headers)
    except (ValueError, RecursionError):
        return decode_charset(body, headers)
