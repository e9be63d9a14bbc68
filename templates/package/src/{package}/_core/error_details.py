"""Error bodies in all common shapes, read as one list of codes and messages.

Known are envelopes that the API describes, `message`, `detail` (also FastAPI's list), `title` and `detail` of
RFC 9457, `error` with `error_description` of OAuth, `error.message`, and `errors` as a list or by field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import ErrorDetail
from .codec import get_at_path, is_list, is_mapping
from .operation import Operation
from .profile import Envelope
from .redaction import Redactor

_MESSAGES = (
    "message",
    "msg",
    "detail",
    "description",
    "error_description",
    "errorMessage",
    "reason",
    "title",
)
_CODES = ("code", "error_code", "errorCode", "type", "error", "status")
_FIELDS = ("field", "param", "pointer", "path", "source", "loc")
_LISTED = 5  # errors in the message of an exception
_DEPTH = 8  # levels of lists and objects that are looked into
_LENGTH = 300  # characters of one of them


def read_errors(body: Any, envelope: Envelope, redactor: Redactor) -> list[ErrorDetail]:
    """Read the errors in a body, without secrets.

    Args:
        body: Parsed JSON; text has no parts.
        envelope: Where the API says that its errors are.
        redactor: Masks secrets.
    """
    listed = get_at_path(body, envelope.errors) if envelope.errors else None
    errors = list(_entries(listed, "") if listed else _errors(body))
    for error in errors:
        error.message, error.field = redactor.message(error.message), redactor.values(error.field)
        if isinstance(error.code, str):
            error.code = redactor.values(error.code)
        error.data = redactor.body(error.data)
    return errors


def describe_errors(errors: list[ErrorDetail]) -> str:
    """Describe errors in one line, for the message of an exception."""
    parts: list[str] = []
    for error in errors[:_LISTED]:
        text = printable(error.message)
        text = text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…"
        text = f"{printable(error.field)}: {text}" if error.field else text
        parts.append(text if error.code is None else f"{text} (code {printable(str(error.code))})")
    if len(errors) > _LISTED:
        parts.append(f"… {len(errors) - _LISTED} more")
    return "; ".join(dict.fromkeys(parts))


def printable(text: str) -> str:
    """Return a text in one line, without characters that move a cursor or that no encoding has."""
    text = " ".join(text.split())
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)


def decode_error(operation: Operation[Any], status: int, body: Any) -> Any:
    """Decode the body of an error by its status, where the description has a schema for it.

    Args:
        operation: Its decoders.
        status: HTTP status.
        body: Parsed JSON or text.

    Returns:
        The decoded body; the body itself where it is not described or does not fit.
    """
    if not operation.errors or not (is_mapping(body) or is_list(body)):
        return body
    decoders, text = operation.errors, str(status)
    decode = decoders.get(text) or decoders.get(f"{text[0]}XX") or decoders.get("default")
    try:
        return body if decode is None else decode(body)
    except (ValueError, RecursionError):
        return body


def _errors(body: Any) -> Iterator[ErrorDetail]:
    """Yield the errors of a body of unknown shape, the one about the whole first."""
    if is_list(body):
        yield from _entries(body, "")
    if not is_mapping(body):
        return
    error, detail = body.get("error"), body.get("detail")
    if is_mapping(error):
        yield from _entries(error, "")
        body = {key: value for key, value in body.items() if key not in ("error", "type", "status")}
    elif isinstance(error, str) and not _text(body, "error_description", "message"):
        yield ErrorDetail(None, error, body)
    elif is_list(error):
        yield from _entries(error, "")
    whole = _message(body)
    if whole:
        yield ErrorDetail(_code(body), whole, body)
    for key in ("detail", "errors", "message"):
        value = body.get(key)
        if is_list(value) or is_mapping(value):
            yield from _entries(value, "")
    if not whole and error is None and detail is None and "errors" not in body:
        yield from _by_field(body)


def _entries(value: Any, field: str, depth: int = 0) -> Iterator[ErrorDetail]:
    """Yield the errors in a list, in an object by field, or in a single entry."""
    if value is None or value == "" or depth > _DEPTH:
        return
    if is_list(value):
        for entry in value:
            yield from _entries(entry, field, depth + 1)
    elif not is_mapping(value):
        yield ErrorDetail(None, str(value), value, field)
    elif _message(value) or _code(value) is not None:
        place = _place(value) or field
        code = _code(value)
        yield ErrorDetail(code, _message(value) or str(code), value, place)
        nested = value.get("errors") or value.get("details")
        if is_list(nested):
            yield from _entries([each for each in nested if is_mapping(each)], place, depth + 1)
    elif is_mapping(value.get("error")):
        yield from _entries(value["error"], field, depth + 1)
    else:
        fields = list(_by_field(value, depth + 1))
        yield from fields or [ErrorDetail(None, str(dict(value)), value, field)]


def _by_field(value: Mapping[str, Any], depth: int = 0) -> Iterator[ErrorDetail]:
    """Yield the errors of an object that lists messages under the names of fields."""
    if value and all(is_list(each) and each for each in value.values()):
        for name, entries in value.items():
            yield from _entries(entries, name, depth)


def _message(entry: Mapping[str, Any]) -> str:
    """Return the message of an entry; RFC 9457 has a title and perhaps a detail."""
    title, detail = _text(entry, "title"), _text(entry, "detail")
    if title and detail and title != detail:
        return f"{title}: {detail}"
    return _text(entry, *_MESSAGES)


def _text(entry: Mapping[str, Any], *names: str) -> str:
    for name in names:
        value = entry.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _code(entry: Mapping[str, Any]) -> int | str | None:
    for name in _CODES:
        value = entry.get(name)
        if (
            isinstance(value, bool)
            or not isinstance(value, (int, str))
            or value in ("", "about:blank")
        ):
            continue
        if name != "status" or isinstance(value, str):  # a number repeats that of HTTP
            return value
    return None


def _place(entry: Mapping[str, Any]) -> str:
    """Return the field that an entry is about: `body.items.0.name`, `/data/attributes/title`."""
    for name in _FIELDS:
        value = entry.get(name)
        if is_mapping(value):  # JSON:API
            value = _text(value, "pointer", "parameter", "header")
        if is_list(value) and all(isinstance(part, (str, int)) for part in value):
            return ".".join(map(str, value))
        if isinstance(value, str) and value:
            return value
    return ""
