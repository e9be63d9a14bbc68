"""Forms as bodies: URL-encoded, and multipart with files. No I/O except reading files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, cast
from urllib.parse import unquote

from ..errors import ArgumentError
from .codec import NULL, is_list, is_mapping, to_wire
from .content import FileContent, Pieces, is_content
from .media_types import BYTES, JSON, MULTIPART, is_json
from .model import Model
from .option_checks import check_header
from .serialization import encode_json, escape, format_query_pairs, format_text


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
    whole = media_type if media_type.startswith("multipart/") else MULTIPART
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
        items = list(value) if is_list(value) and not is_file(value) else [value]
    if kind == "file":
        _refuse_texts(name, items)
    if style and (holds_no_file or not any(map(is_file, items))):
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


def is_file(value: Any) -> bool:
    """Return whether a value is a `File`; any other tuple is a list.

    Raises:
        ArgumentError: It is a tuple of texts, which may be meant as either.
    """
    if not issubclass(type(value), tuple):
        return is_content(value)
    if not has_name(value):
        return False
    if isinstance(value[1], str):
        raise ArgumentError(
            "Expected a file as (file name, bytes, binary file or path) but received a tuple of "
            "texts; encode its content, or pass a list of texts as a list"
        )
    return is_file(value[1])


def has_name(value: tuple[Any, ...]) -> bool:
    """Return whether a tuple begins like a file: its name, content, and perhaps media type and headers."""
    is_long_enough = len(value) in (2, 3) or (len(value) == 4 and is_mapping(value[3]))
    return is_long_enough and isinstance(value[0], str)


def _part(name: str, value: Any, media_type: str | None) -> tuple[str, FileContent]:
    head = f'Content-Disposition: form-data; name="{_quote(name)}"'
    if is_file(value):
        filename, content, own_type = _file(value, name, media_type)
        head += f'; filename="{_quote(filename)}"\r\nContent-Type: {_quote(own_type)}'
        if issubclass(type(value), tuple) and len(value) == 4:
            head += _head_fields(value[3])
        return head, content
    exact = [each.strip() for each in (media_type or "").split(",") if "*" not in each]
    media_type = exact[0] if exact else None
    if is_mapping(value) or is_list(value) or isinstance(value, Model):
        media_type = _quote(media_type or JSON)
        return f"{head}\r\nContent-Type: {media_type}", encode_json(value).encode()
    if not media_type:
        return head, _field_text(value).encode()
    essence = media_type.partition(";")[0].rstrip().lower()
    text = encode_json(value) if is_json(essence) else _field_text(value)
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
        return (
            filename,
            content,
            media_type[0] if media_type else choose_file_type(filename, documented),
        )
    filename = get_file_name(value, name)
    return filename, value, choose_file_type(filename, documented)


def get_file_name(value: Any, default: str) -> str:
    """Return the name of an open file or a path, without its folder."""
    own: object = getattr(value, "name", None)
    if hasattr(value, "__fspath__"):
        own = os.fspath(cast("os.PathLike[Any]", value))
    # A file that was opened by number has a number for a name.
    return (os.path.basename(own) if isinstance(own, str) else "") or default


def choose_file_type(filename: str, documented: str | None) -> str:
    """Return the documented media type of a file; by the end of its name where several are documented, or none."""
    ranges = [each.strip() for each in documented.split(",")] if documented else []
    if len(ranges) == 1 and "*" not in ranges[0]:
        return ranges[0]
    guess = _load_types().guess_type(filename, strict=False)[0]
    fits = not ranges or any(fnmatchcase(guess or "", each) for each in ranges)
    exact = [each for each in ranges if "*" not in each]
    return guess if guess and fits else next(iter(exact), BYTES)


@cache
def _load_types() -> Any:
    from mimetypes import MimeTypes

    return MimeTypes()  # Python's own table, so that the machine makes no difference


def _quote(text: str) -> str:
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
