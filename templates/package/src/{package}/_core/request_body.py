"""Request bodies: JSON, forms, multipart with files, bytes, text. No I/O except reading files."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import AsyncIterable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, cast
from urllib.parse import unquote

from ..errors import ArgumentError
from .codec import NULL, is_iterable, is_list, is_mapping, rename_keys, to_wire
from .content import FileContent, Pieces, is_content, pass_on
from .model import Model
from .operation import Operation
from .option_checks import check_header
from .serialization import encode_json, escape, format_query_pairs, format_text

_TYPES = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "bytes": "application/octet-stream",
    "lines": "application/jsonl",
    "text": "text/plain; charset=utf-8",
    "multipart": "multipart/form-data",
}
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
    usual = operation.body_type or _TYPES[kind]
    if chosen is None:
        multipart_type = _first_multipart(operation) if kind != "multipart" else None
        if multipart_type is not None and _has_upload(operation, content):
            return "multipart", multipart_type
        if "*" not in usual:
            return kind, usual
        name = _file_name(content, "")
        return kind, _file_type(name, usual) if name else _TYPES[kind]
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
        return _has_name(value) and _is_upload(value[1])
    return _is_file(value)


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
    start = "\x1e" if media_type == "application/json-seq" else ""
    return "".join(f"{start}{encode_json(item)}\n" for item in content).encode()


def _charset(media_type: str) -> str:
    """Return the codec for text of a media type; UTF-8 where it names none that Python has."""
    match = _CHARSET(media_type)
    try:
        return codecs.lookup(match[1]).name if match else "utf-8"
    except LookupError:
        return "utf-8"


def encode_form(members: Mapping[str, Any], styles: Mapping[str, str] = {}) -> str:
    """Encode a form for a URL: lists repeat the name, objects are written as JSON, unless a style says more."""
    pairs: list[str] = []
    for name, value in members.items():
        kind, style, _ = _split_form(styles.get(name))
        items = value if is_list(value) else [value]
        if kind == "file":
            _refuse_texts(name, items)
        if style:
            pairs += format_query_pairs(name, value, style)
        else:
            pairs += [f"{escape(name)}={escape(_field_text(item))}" for item in items]
    return "&".join(pairs)


def _split_form(form: str | None) -> tuple[str, str, str | None]:
    """Split what an operation says of a member into kind of part, style and media type, each perhaps empty."""
    if not form:
        return "", "", None
    kind, _, rest = form.partition(" ")
    if kind not in ("base64", "list", "file"):
        kind, rest = "", form
    return (kind, "", rest) if "/" in rest else (kind, rest, None)


def _field_text(value: Any) -> str:
    return "" if value is None or value is NULL else format_text(value)


def encode_multipart(
    members: Mapping[str, Any],
    boundary: str,
    types: Mapping[str, str] = {},
    media_type: str = "",
    headers: Mapping[str, Mapping[str, Any]] = {},
) -> tuple[Pieces, str]:
    """Encode a multipart form: files and bytes as files, objects as JSON, lists repeat the name.

    Args:
        members: Name → value, or `File`, or a list of either.
        boundary: Something that does not occur in the parts.
        types: Media types of parts that do not have the usual one; or styles as in the query; or
            "base64" for bytes that are sent as text, "list" for a list of what is no file, or "file"
            for what is always one, each perhaps with a media type or a style after it.
        media_type: That of the whole body, if it is not a form.
        headers: Name → header fields of its parts.

    Returns:
        The body and its media type.
    """
    parts: list[FileContent] = []
    for name, value in members.items():
        fields = headers.get(name, {})
        for head, content in _parts(name, value, types.get(name)):
            given = head.lower()
            missing = {
                key: each for key, each in fields.items() if f"\n{key.lower()}:" not in given
            }
            head += _head_fields(missing)
            parts += [f"--{boundary}\r\n{head}\r\n\r\n".encode(), content, b"\r\n"]
    parts.append(f"--{boundary}--\r\n".encode())
    whole = media_type if media_type.startswith("multipart/") else "multipart/form-data"
    return Pieces(parts), f"{whole}; boundary={boundary}"


def _parts(name: str, value: Any, form: str | None) -> Iterator[tuple[str, FileContent]]:
    """Yield the head and content of each part that a member becomes."""
    kind, style, media_type = _split_form(form)
    holds_no_file = kind in ("base64", "list")
    if holds_no_file:
        items = [
            list(item) if is_list(item) else to_wire(item)
            for item in (value if is_list(value) else [value])
        ]
    else:
        items = list(value) if is_list(value) and not _is_file(value) else [value]
    if kind == "file":
        _refuse_texts(name, items)
    if style and (holds_no_file or not any(map(_is_file, items))):
        for pair in format_query_pairs(name, value, style):  # without its escapes
            key, _, text = pair.partition("=")
            yield _part(unquote(key), unquote(text), None)
    else:
        for item in items:
            yield _part(name, item, media_type)


def _refuse_texts(name: str, items: Iterable[Any]) -> None:
    """Refuse text in place of a file: it may be meant as a path or as the content.

    Raises:
        ArgumentError: One of the items is text.
    """
    if any(isinstance(item, str) for item in items):
        raise ArgumentError(
            f"Expected a file as `{name}` but received text; pass `pathlib.Path(...)` for a path, "
            "or encode the text for content"
        )


def _is_file(value: Any) -> bool:
    """Return whether a value is a `File`; any other tuple is a list.

    Raises:
        ArgumentError: It is a tuple of texts, which may be meant as either.
    """
    if not issubclass(type(value), tuple):
        return is_content(value)
    if not _has_name(value):
        return False
    if isinstance(value[1], str):
        raise ArgumentError(
            "Expected a file as (file name, bytes, binary file or path) but received a tuple of "
            "texts; encode its content, or pass a list of texts as a list"
        )
    return _is_file(value[1])


def _has_name(value: tuple[Any, ...]) -> bool:
    """Return whether a tuple begins like a file: its name, content, and perhaps media type and headers."""
    is_long_enough = len(value) in (2, 3) or (len(value) == 4 and is_mapping(value[3]))
    return is_long_enough and isinstance(value[0], str)


def _part(name: str, value: Any, media_type: str | None) -> tuple[str, FileContent]:
    head = f'Content-Disposition: form-data; name="{_quote(name)}"'
    if _is_file(value):
        filename, content, own_type = _file(value, name, media_type)
        head += f'; filename="{_quote(filename)}"\r\nContent-Type: {_quote(own_type)}'
        if issubclass(type(value), tuple) and len(value) == 4:
            head += _head_fields(value[3])
        return head, content
    exact = [each.strip() for each in (media_type or "").split(",") if "*" not in each]
    media_type = exact[0] if exact else None
    if is_mapping(value) or is_list(value) or isinstance(value, Model):
        media_type = _quote(media_type or "application/json")
        return f"{head}\r\nContent-Type: {media_type}", encode_json(value).encode()
    if not media_type:
        return head, _field_text(value).encode()
    is_json = media_type.partition(";")[0].rstrip().lower().endswith("json")
    text = encode_json(value) if is_json else _field_text(value)
    return f"{head}\r\nContent-Type: {_quote(media_type)}", text.encode()


def _head_fields(fields: Mapping[str, Any]) -> str:
    """Return further lines for the head of a part.

    Raises:
        ArgumentError: A name or a value that HTTP does not allow.
    """
    texts = [(name, format_text(value)) for name, value in fields.items()]
    for name, text in texts:
        check_header(name, text)
    return "".join(f"\r\n{name}: {text}" for name, text in texts)


def _file(value: Any, name: str, documented: str | None) -> tuple[str, FileContent, str]:
    """Return file name, content and media type of an upload."""
    if is_list(value):
        filename, content, *media_type = value[:3]
        return filename, content, media_type[0] if media_type else _file_type(filename, documented)
    filename = _file_name(value, name)
    return filename, value, _file_type(filename, documented)


def _file_name(value: Any, default: str) -> str:
    """Return the name of an open file or a path, without its folder."""
    own: object = getattr(value, "name", None)
    if hasattr(value, "__fspath__"):
        own = os.fspath(cast("os.PathLike[Any]", value))
    # A file that was opened by number has a number for a name.
    return (os.path.basename(own) if isinstance(own, str) else "") or default


def _file_type(filename: str, documented: str | None) -> str:
    """Return the documented media type of a file; by the end of its name where several are documented, or none."""
    ranges = [each.strip() for each in documented.split(",")] if documented else []
    if len(ranges) == 1 and "*" not in ranges[0]:
        return ranges[0]
    guess = _load_types().guess_type(filename, strict=False)[0]
    fits = not ranges or any(fnmatchcase(guess or "", each) for each in ranges)
    exact = [each for each in ranges if "*" not in each]
    return guess if guess and fits else next(iter(exact), _TYPES["bytes"])


@cache
def _load_types() -> Any:
    from mimetypes import MimeTypes

    return MimeTypes()  # Python's own table, so that the machine makes no difference


def _quote(text: str) -> str:
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
