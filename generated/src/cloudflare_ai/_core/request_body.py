"""Request bodies: JSON, forms, multipart with files, bytes, text. No I/O except reading files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from typing import IO, Any, TypeAlias, cast
from urllib.parse import unquote

from ..errors import ArgumentError
from .codec import NULL, is_iterable, is_list, is_mapping, rename_keys, to_wire
from .model import Model
from .operation import Operation
from .serialization import encode_json, escape, format_query_pairs, format_text

FileContent: TypeAlias = "bytes | IO[bytes] | os.PathLike[str]"
File: TypeAlias = "FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]"
"""What is uploaded: bytes, an open binary file, a path, or (file name, one of these[, media type])."""

_CHUNK = 1 << 16
_TYPES = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "bytes": "application/octet-stream",
    "lines": "application/jsonl",
    "text": "text/plain; charset=utf-8",
    "multipart": "multipart/form-data",
}


class Pieces:
    """A body in pieces, read anew each time it is iterated, if its files allow it.

    Attributes:
        length: In bytes, None where a file does not tell.
        repeatable: Whether it can be sent again.
    """

    def __init__(self, parts: Iterable[FileContent]) -> None:
        self._parts = [_open_later(part) for part in parts]
        lengths = [_measure(part) for part, _ in self._parts]
        known = [length for length in lengths if length is not None]
        self.length = sum(known) if len(known) == len(lengths) else None
        self.repeatable = all(start is not None for _, start in self._parts)

    def __iter__(self) -> Iterator[bytes]:
        if self.length is None:
            yield from self._read_all()
            return
        # The length has been announced: a file that changes must not get the connection out of step.
        left = self.length
        for piece in self._read_all():
            if len(piece) > left:
                raise ArgumentError("The file has grown while it was sent; send it again")
            left -= len(piece)
            yield piece
        if left:
            raise ArgumentError("The file has shrunk while it was sent; send it again")

    def _read_all(self) -> Iterator[bytes]:
        for part, start in self._parts:
            if isinstance(part, bytes):
                yield part
            elif isinstance(part, os.PathLike):
                with open(part, "rb") as file:
                    yield from _read(file)
            else:
                if start is not None:
                    part.seek(start)
                yield from _read(part)


def _open_later(part: FileContent) -> tuple[FileContent, int | None]:
    """Return the part and where it starts, None for a file that can't be read twice."""
    if isinstance(part, (bytes, bytearray)):
        return bytes(part), 0
    if isinstance(part, os.PathLike):
        return part, 0
    if not hasattr(part, "read"):
        raise ArgumentError(f"Expected bytes, a binary file or a path but received {type(part)}")
    try:
        return part, part.tell() if part.seekable() else None
    except (AttributeError, OSError):
        return part, None


def _measure(part: FileContent) -> int | None:
    if isinstance(part, bytes):
        return len(part)
    if isinstance(part, os.PathLike):
        try:
            return os.stat(part).st_size
        except OSError as error:
            raise ArgumentError(f"The file can't be read: {error.strerror}") from None
    try:
        here = part.tell()
        end = part.seek(0, os.SEEK_END)
        part.seek(here)
    except (AttributeError, OSError):
        return None
    return end - here


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        if not isinstance(chunk, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ArgumentError("The file is open as text; open it with mode 'rb'")
        yield chunk


def encode_body(
    operation: Operation[Any],
    members: Mapping[str, Any] | None,
    content: Any = None,
    extra: Mapping[str, Any] | None = None,
    chosen: str | None = None,
) -> tuple[bytes | Iterable[bytes] | None, list[tuple[str, str]]]:
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
    try:
        body, media_type = _encode_content(kind, content, media_type, operation.encoding)
    except UnicodeEncodeError:
        raise ArgumentError(
            "The body has half of a surrogate pair in it, which is not a character"
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


def _first_multipart(operation: Operation[Any]) -> str | None:
    return next((name for name, kind in operation.bodies.items() if kind == "multipart"), None)


def _has_upload(operation: Operation[Any], content: Any) -> bool:
    """Return whether a member is a file or bytes, which JSON and forms can't represent."""
    members: Mapping[str, Any] = vars(content) if isinstance(content, Model) else content
    return is_mapping(members) and any(
        _is_upload(item) and not operation.encoding.get(name, "").startswith("base64")
        for name, value in members.items()
        for item in (value if value.__class__ is list else [value])
    )


def _is_upload(value: Any) -> bool:
    if issubclass(type(value), tuple):
        return len(value) in (2, 3) and isinstance(value[0], str) and _is_upload(value[1])
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
    kind: str, content: Any, media_type: str, encoding: Mapping[str, str]
) -> tuple[bytes | Iterable[bytes], str]:
    if kind == "json":
        return encode_json(content).encode(), media_type
    if kind == "lines":
        start = "\x1e" if media_type == "application/json-seq" else ""
        return "".join(f"{start}{encode_json(item)}\n" for item in content).encode(), media_type
    if isinstance(content, str) and kind == "bytes":
        raise ArgumentError("Expected bytes, a binary file or a path but received text; encode it")
    if kind == "text":
        return format_text(content).encode(), media_type
    if kind == "form":
        return encode_form(_as_members(content), encoding).encode(), media_type
    if kind == "multipart":
        return encode_multipart(_as_members(content), os.urandom(16).hex(), encoding, media_type)
    if isinstance(content, (bytes, bytearray)):
        return bytes(content), media_type
    if is_iterable(content) and not hasattr(content, "read"):
        return content, media_type
    return Pieces([cast(FileContent, content)]), media_type


def encode_form(members: Mapping[str, Any], styles: Mapping[str, str] = {}) -> str:
    """Encode a form for a URL: lists repeat the name, objects are written as JSON, unless a style says more."""
    pairs: list[str] = []
    for name, value in members.items():
        if style := styles.get(name):
            pairs += format_query_pairs(name, value, style)
        else:
            items = value if is_list(value) else [value]
            pairs += [f"{escape(name)}={escape(_field_text(item))}" for item in items]
    return "&".join(pairs)


def _field_text(value: Any) -> str:
    return "" if value is None or value is NULL else format_text(value)


def encode_multipart(
    members: Mapping[str, Any],
    boundary: str,
    types: Mapping[str, str] = {},
    media_type: str = "",
) -> tuple[Pieces, str]:
    """Encode a multipart form: files and bytes as files, objects as JSON, lists repeat the name.

    Args:
        members: Name → value, or `File`, or a list of either.
        boundary: Something that does not occur in the parts.
        types: Media types of parts that do not have the usual one; or styles as in the query; or
            "base64", perhaps with a media type after it, for bytes that are sent as text.
        media_type: That of the whole body, if it is not a form.

    Returns:
        The body and its media type.
    """
    parts: list[FileContent] = []
    for name, value in members.items():
        for head, content in _parts(name, value, types.get(name)):
            parts += [f"--{boundary}\r\n{head}\r\n\r\n".encode(), content, b"\r\n"]
    parts.append(f"--{boundary}--\r\n".encode())
    whole = media_type if media_type.startswith("multipart/") else "multipart/form-data"
    return Pieces(parts), f"{whole}; boundary={boundary}"


def _parts(name: str, value: Any, form: str | None) -> Iterator[tuple[str, FileContent]]:
    """Yield the head and content of each part that a member becomes."""
    items = value if is_list(value) and not _is_file(value) else [value]
    kind, _, media_type = (form or "").partition(" ")
    if kind == "base64":
        for item in items:
            yield _part(name, to_wire(item), media_type or None)
    elif form and "/" not in form and not any(map(_is_file, items)):
        for pair in format_query_pairs(
            name, value, form
        ):  # a style of the query, without its escapes
            key, _, text = pair.partition("=")
            yield _part(unquote(key), unquote(text), None)
    else:
        for item in items:
            yield _part(name, item, form if form and "/" in form else None)


def _is_file(value: Any) -> bool:
    """Return whether a value is a `File`; any other tuple is a list.

    Raises:
        ArgumentError: It is a tuple of texts, which may be meant as either.
    """
    if not issubclass(type(value), tuple):
        return isinstance(value, (bytes, bytearray, os.PathLike)) or hasattr(value, "read")
    if len(value) not in (2, 3) or not isinstance(value[0], str):
        return False
    if isinstance(value[1], str):
        raise ArgumentError(
            "Expected a file as (file name, bytes, binary file or path) but received a tuple of "
            "texts; encode its content, or pass a list of texts as a list"
        )
    return _is_file(value[1])


def _part(name: str, value: Any, media_type: str | None) -> tuple[str, FileContent]:
    head = f'Content-Disposition: form-data; name="{_quote(name)}"'
    if _is_file(value):
        filename, content, own_type = _file(value, name, media_type)
        head += f'; filename="{_quote(filename)}"\r\nContent-Type: {_quote(own_type)}'
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


def _file(value: Any, name: str, documented: str | None) -> tuple[str, FileContent, str]:
    """Return file name, content and media type of an upload."""
    if is_list(value):
        filename, content, *media_type = value
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
