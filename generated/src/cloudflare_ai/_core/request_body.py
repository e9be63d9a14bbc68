"""Request bodies: JSON, forms, bytes, text. No I/O except reading files."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import AsyncIterable, Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any, cast

from ..errors import ArgumentError
from .codec import NULL, is_async_iterable, is_iterable, is_mapping, rename_keys
from .content import is_content, pass_on
from .forms import choose_file_type, encode_form, encode_multipart, get_file_name, has_name, is_file
from .media_types import BODY_TYPES, JSON_SEQUENCE
from .model import Model
from .operation import Operation
from .serialization import encode_json, format_text

_CHARSET = re.compile(r";\s*charset=[\"']?([\w.:-]+)", re.IGNORECASE).search


def encode_body(
    operation: Operation[Any],
    members: Mapping[str, Any] | None,
    content: Any = None,
    extra: Mapping[str, Any] | None = None,
    chosen: str | None = None,
) -> tuple[bytes | Iterable[bytes] | AsyncIterable[bytes] | None, list[tuple[str, str]]]:
    """Make the body of a request.

    Args:
        operation: Its kind of body and the renaming of its members.
        members: Members of the body by wire name; those that are None are left out.
        content: The whole body, where it is not given by members.
        extra: Further members, sent as they are.
        chosen: The media type, where the operation has several.

    Returns:
        The body, None for none, and the header fields that describe it.
    """
    kind: str | None = operation.body
    if content is None and members is None and "" in operation.nulls:
        content = NULL
    if kind is None and (members or content is not None or extra):
        kind = "json"
    if kind is None or (members is None and content is None and not extra):
        return _make_empty(operation.method)
    if operation.whole is not None and content is not None:
        if members and any(value is not None for value in members.values()):
            raise ArgumentError("Expected the whole body or its members but received both")
        members, chosen = None, chosen or operation.whole
    if members is not None:
        content = _choose_members(operation, members)
    elif operation.keys and "" in operation.keys:
        content = rename_keys(content, operation.keys[""])
    if operation.optional and members is not None and not content and not extra:
        return _make_empty(operation.method)
    if extra:
        content = {**_as_members(content), **extra}
    kind, media_type = _choose_media_type(operation, kind, content, chosen)
    if operation.bodies and members is not None:
        content = _as_members(content)
        _check_members(kind, media_type, content)
        if media_type in operation.constants:
            content = {**operation.constants[media_type], **content}
    try:
        body, media_type = _encode_content(kind, content, media_type, operation)
    except UnicodeEncodeError as error:
        raise ArgumentError(
            f"The body has the character {error.object[error.start]!a}, which {error.encoding} does not have"
        ) from None
    length = len(body) if isinstance(body, bytes) else getattr(body, "length", None)
    description_headers = [("content-type", media_type)]
    if length is not None:
        description_headers.append(("content-length", str(length)))
    return body, description_headers


def _choose_media_type(
    operation: Operation[Any], kind: str, content: Any, chosen: str | None
) -> tuple[str, str]:
    """Return the kind and media type of the body: those that the caller asks for, else those that `content` needs."""
    usual = operation.body_type or BODY_TYPES[kind]
    if chosen is None:
        multipart_type = _first_multipart(operation) if kind != "multipart" else None
        if multipart_type is not None and _has_upload(operation, content):
            return "multipart", multipart_type
        if "*" not in usual:
            return kind, usual
        name = get_file_name(content, "")
        return kind, choose_file_type(name, usual) if name else BODY_TYPES[kind]
    if chosen in operation.bodies:
        return operation.bodies[chosen], chosen
    if not fnmatchcase(chosen.partition(";")[0].strip().lower(), usual.partition(";")[0].lower()):
        listed = ", ".join((usual, *operation.bodies))
        raise ArgumentError(f"The body is not sent as {chosen!r}; there are {listed}")
    return kind, usual if "*" not in usual else chosen


def _check_members(kind: str, media_type: str, members: Mapping[str, Any]) -> None:
    """Refuse members that can't be sent as the media type that was chosen.

    Raises:
        ArgumentError: The media type has no members, or no files.
    """
    if kind in ("bytes", "text", "lines"):
        raise ArgumentError(f"A body of {media_type!r} has no members; pass it as a whole")
    files = () if kind == "multipart" else members.items()
    for name, value in files:
        items = value if value.__class__ is list else [value]
        if any(issubclass(type(item), tuple) and _is_upload(item) for item in items):
            raise ArgumentError(
                f"`{name}` is a file, which {media_type!r} can't hold; pass its content, or send a form"
            )


def _first_multipart(operation: Operation[Any]) -> str | None:
    return next((name for name, kind in operation.bodies.items() if kind == "multipart"), None)


def _has_upload(operation: Operation[Any], content: Any) -> bool:
    """Return whether a member is a file or bytes, which JSON and forms can't represent."""
    members: Mapping[str, Any] = vars(content) if isinstance(content, Model) else content
    return is_mapping(members) and any(
        _is_upload(item) and not operation.encoding.get(name, "").startswith(("base64", "list"))
        for name, value in members.items()
        for item in (value if value.__class__ is list else [value])
    )


def _is_upload(value: Any) -> bool:
    if issubclass(type(value), tuple):
        return has_name(value) and _is_upload(value[1])
    return is_file(value)


def _make_empty(method: str) -> tuple[None, list[tuple[str, str]]]:
    # Servers may insist on a length where the method usually has a body.
    return None, [("content-length", "0")] if method in ("POST", "PUT", "PATCH") else []


def _choose_members(operation: Operation[Any], members: Mapping[str, Any]) -> dict[str, Any]:
    chosen: dict[str, Any] = {}
    for name, value in members.items():
        if value is None and name not in operation.nulls:
            continue
        keys = operation.keys.get(name) if operation.keys else None
        chosen[name] = rename_keys(value, keys) if keys else value
    return chosen


def _as_members(content: Any) -> Mapping[str, Any]:
    if content is None:
        return {}
    if is_mapping(content):
        return content
    if isinstance(content, Model):
        return vars(content)  # bytes stay: their encoding depends on where they are sent
    raise ArgumentError("Only a body that is an object can take further members")


def _encode_content(
    kind: str, content: Any, media_type: str, operation: Operation[Any]
) -> tuple[bytes | Iterable[bytes] | AsyncIterable[bytes], str]:
    if kind == "json":
        return encode_json(content).encode(), media_type
    if kind == "lines":
        return _encode_lines(content, media_type), media_type
    if kind == "text" and not is_content(content):
        is_several = not isinstance(content, str) and is_iterable(content)
        if is_several or is_async_iterable(content) or isinstance(content, Model):
            raise ArgumentError(
                f"A body of {media_type!r} is not written from values; pass its text"
            )
        return format_text(content).encode(_charset(media_type)), media_type
    if kind == "form":
        return encode_form(_as_members(content), operation.encoding).encode(), media_type
    if kind == "multipart":
        return encode_multipart(
            _as_members(content),
            os.urandom(16).hex(),
            operation.encoding,
            media_type,
            operation.part_headers,
        )
    return pass_on(content), media_type


def _encode_lines(content: Any, media_type: str) -> bytes:
    is_one = isinstance(content, (str, Model)) or is_mapping(content) or is_content(content)
    if is_one or not is_iterable(content):
        name = type(cast(object, content)).__name__
        raise ArgumentError(f"Expected the items of the lines but received {name}; pass a list")
    start = "\x1e" if media_type == JSON_SEQUENCE else ""
    return "".join(f"{start}{encode_json(item)}\n" for item in content).encode()


def _charset(media_type: str) -> str:
    """Return the codec for text of a media type; UTF-8 where it names none that Python has."""
    match = _CHARSET(media_type)
    try:
        return codecs.lookup(match[1]).name if match else "utf-8"
    except LookupError:
        return "utf-8"
