"""From arguments to the parts of a request: path, query, headers and cookies. No I/O.

Styles are spelled as in `Operation.styles`: "form" (the default in the query; lists repeat the name), "field" (the
same, but objects are JSON), "comma", "space", "pipe", "tab", "deep", "json" and "bare" (without the name), and
"simple", "label", "matrix" in a path or a header. At the end stands an asterisk for OpenAPI's `explode`, a plus sign
for its `allowReserved`, a tilde for what a cookie can hold as it is.
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import partial
from typing import Any, TypeAlias
from urllib.parse import quote

from ..errors import ArgumentError
from .codec import NULL, is_iterable, is_mapping, rename_keys, to_wire
from .model import Model, to_plain
from .operation import Operation
from .option_checks import check_header

Pair: TypeAlias = tuple[str, str]
Escape: TypeAlias = Callable[[str], str]

_NONE: Mapping[str, Any] = {}
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_CLEAN = re.compile(r"[A-Za-z0-9_~-]+").fullmatch
_DOTS = re.compile(r"/(?:\.|%2E){1,2}(?=/|$)")
_NOT_ASCII = re.compile(r"[^ -~]")
_SURROGATE = re.compile(r"[\ud800-\udfff]").search
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# What may stand as it is; the rest of the reserved would end the path, the query, a parameter or a cookie.
_IN_PATH = "/:@!$&'()*+,;="
_IN_QUERY = "/?:@!$'()*,;=%"
_IN_COOKIE = "!#$%&'()*+/:<=>?@[]^`{|}"


def escape(text: str) -> str:
    """Percent-encode everything but unreserved characters."""
    return text if _CLEAN(text) else _quote(text, "")


def _quote(text: str, safe: str) -> str:
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        raise ArgumentError(
            "A path, query or cookie argument has half of a surrogate pair in it, which is no "
            "character; pass well-formed text"
        ) from None


def _escape_path(text: str) -> str:
    return _quote(text, _IN_PATH)


def _escape_reserved(text: str) -> str:
    return _quote(_LONE_PERCENT.sub("%25", text), _IN_QUERY)


def _escape_json(character: re.Match[str]) -> str:
    units = character[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _escape_cookie(text: str) -> str:
    return _quote(text, _IN_COOKIE)


def format_text(value: Any) -> str:
    """Return a value as it stands in a URL, a header or a form; lists and objects as JSON.

    Raises:
        ArgumentError: The value has no text that a server would understand.
    """
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return format_text(value.value)
    if isinstance(value, float):
        return _format_number(value)
    if value is None or value is NULL:
        return "null"
    value = to_wire(value)
    if isinstance(value, (str, int)):
        return str(value)
    if isinstance(value, Model) or is_iterable(value):
        return encode_json(value)
    return _format_scalar(value)


def _format_scalar(value: Any) -> str:
    """Return the text of a scalar of the standard library or of numpy; anything else is refused."""
    module, name = type(value).__module__, type(value).__name__
    if module in ("uuid", "decimal", "ipaddress", "fractions") or module.startswith("pathlib"):
        return str(value)
    if module == "datetime" and name == "time":
        return str(value.isoformat())
    if hasattr(value, "__index__"):
        return str(int(value))
    if hasattr(value, "__float__"):
        return _format_number(float(value))
    raise ArgumentError(
        f"Expected text, a number, a date, a list or an object but received {name}; pass its text"
    )


def _format_number(value: float) -> str:
    if not math.isfinite(value):
        raise ArgumentError(f"Expected a finite number but received {value}; pass a number")
    return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)


def encode_json(value: Any) -> str:
    """Encode a value as compact JSON.

    Raises:
        ArgumentError: The value can't be written as JSON.
    """
    try:
        text = json.dumps(
            to_plain(value),
            separators=(",", ":"),
            ensure_ascii=False,
            allow_nan=False,
            default=_to_jsonable,
        )
    except RecursionError:
        raise ArgumentError("Can't be written as JSON: it is nested too deeply") from None
    except (TypeError, ValueError) as error:
        raise ArgumentError(f"Can't be written as JSON: {error}") from None
    if not text.isascii() and _SURROGATE(text):
        raise ArgumentError("Can't be written as JSON: half of a surrogate pair is not a character")
    return text


def _to_jsonable(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if help_ := _find_file_help(value):
        raise TypeError(f"there is {help_}")
    if is_iterable(value):
        return to_plain(list(value))
    if type(value).__name__ == "UUID":  # without loading its module
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form; pass plain values or a model")


def _find_file_help(value: Any) -> str:
    """Return what to pass in place of a file, which would be a list of lines; "" for anything else."""
    if hasattr(value, "read"):
        return "an open file where a value belongs; pass file.read()"
    if isinstance(value, os.PathLike):
        return "a path where a value belongs; read the bytes: path.read_bytes()"
    return ""


def _items(value: Any) -> list[Any] | None:
    """Return the items of a list of any kind, None for anything else."""
    if isinstance(value, (str, bytes, bytearray, Mapping)) or not is_iterable(value):
        return None
    if help_ := _find_file_help(value):
        raise ArgumentError(f"Can't be written as text: there is {help_}")
    return [item for item in value if item is not None]


def _members(value: Any) -> list[tuple[str, Any]] | None:
    """Return the members of an object (mapping or model) that are there, None for anything else."""
    if not is_mapping(value) and not isinstance(value, Model):
        return None
    members: dict[Any, Any] = to_plain(value)
    return [(format_text(key), item) for key, item in members.items() if item is not None]


def _expand(name: str, value: Any, style: str, escape: Escape) -> str:
    """Return a value as it stands in a path or in a header; "" where it has nothing to show."""
    explode = style.endswith("*")
    kind = style.rstrip("*")
    if kind == "json":
        return escape(encode_json(value))
    lead, between = _LEADS.get(kind, ("", ","))
    delimiter = escape(_SEPARATORS[kind]) if kind in _SEPARATORS else ","
    if kind == "label" and explode:
        escape = partial(_escape_label, escape)
    equals = f"{escape(name)}=" if kind == "matrix" else ""
    members, items = _members(value), _items(value)
    if members is not None and explode:
        texts = [
            f"{escape(key)}={escape(format_text(part))}"
            for key, item in members
            for part in _repeat_values(item)
        ]
        return lead + between.join(texts) if texts else ""
    if members is not None:
        texts = [escape(part) for key, item in members for part in (key, format_text(item))]
    elif items is not None:
        texts = [escape(format_text(item)) for item in items]
        if explode:
            return lead + between.join(equals + text for text in texts) if any(texts) else ""
    else:
        texts = [escape(format_text(value))]
    return lead + equals + delimiter.join(texts) if any(texts) else ""


def _escape_label(escape: Escape, text: str) -> str:
    return escape(text).replace(".", "%2E")  # a dot would begin another item


_LEADS = {"label": (".", "."), "matrix": (";", ";")}
_SEPARATORS = {"space": " ", "pipe": "|", "tab": "\t"}
_DELIMITERS = {"comma": ",", "space": "%20", "pipe": "%7C", "tab": "%09"}
_ESCAPES: dict[str, Escape] = {"+": _escape_reserved, "~": _escape_cookie}


def format_query_pairs(name: str, value: Any, style: str) -> list[str]:
    """Encode a parameter as escaped `name=value` pairs in a style (see above)."""
    explode = style.endswith("*")
    safe = _ESCAPES.get(style[-1:], escape)
    kind = style.rstrip("*+~")
    if kind == "bare":
        return [safe(value if isinstance(value, str) else encode_json(value))]
    if kind == "json":
        return [f"{escape(name)}={safe(encode_json(value))}"]
    if kind == "deep":
        return [f"{key}={safe(text)}" for key, text in _deep(escape(name), value)]
    members = _members(value) if kind != "field" else None
    items = _items(value)
    if members is None and items is None:
        return [f"{escape(name)}={safe(format_text(value))}"]
    if kind in _DELIMITERS and not explode:
        flat = [part for pair in members for part in pair] if members is not None else items or []
        if not flat:
            return []
        texts = [safe(format_text(part)) for part in flat]
        return [f"{escape(name)}={_DELIMITERS[kind].join(texts)}"]
    if members is not None:
        return [
            f"{escape(key)}={safe(format_text(part))}"
            for key, item in members
            for part in _repeat_values(item)
        ]
    return [f"{escape(name)}={safe(format_text(item))}" for item in items or []]


def _repeat_values(value: Any) -> list[Any]:
    """Return what a member of an exploded object is written as: the name is repeated for each item of a list."""
    items = _items(value)
    return [value] if items is None else items


def _deep(prefix: str, value: Any) -> Iterator[Pair]:
    members, items = _members(value), _items(value)
    if members is not None:
        for key, item in members:
            yield from _deep(f"{prefix}%5B{escape(key)}%5D", item)
    elif items is not None:
        for index, item in enumerate(items):
            yield from _deep(f"{prefix}%5B{index}%5D", item)
    else:
        yield prefix, format_text(value)


# --- the parts of a request --------------------------------------------------------------------


def expand_path(operation: Operation[Any], values: Mapping[str, Any]) -> str:
    """Fill in a path template.

    Args:
        operation: Its template, the styles of its parameters and which keep their slashes.
        values: By wire name.

    Raises:
        ArgumentError: A value is missing or empty, or would make a dot segment.
    """
    if operation.compiled is None:
        operation.compiled = _PLACEHOLDER.split(operation.path)
    parts: list[str] = operation.compiled.copy()
    styles = operation.styles.get("path", _NONE)
    for index in range(1, len(parts), 2):
        name = parts[index]
        value = values.get(name)
        if type(value) is str and _CLEAN(value) and name not in styles:
            parts[index] = value
            continue
        keep = name in operation.unescaped
        parts[index] = _format_path_value(
            name,
            _rename_keys(operation, "path", name, value),
            styles.get(name, "simple"),
            _escape_path if keep else escape,
        )
    path = "".join(parts)
    if "/." in path and _DOTS.search(path):
        raise ArgumentError(
            f"The path {path!r} has a dot segment and would lead elsewhere; "
            "pass path arguments other than '.' and '..'"
        )
    return path


def _format_path_value(name: str, value: Any, style: str, escape: Escape) -> str:
    text = "" if value is None or value is NULL else _expand(name, value, style, escape)
    if not text:
        raise ArgumentError(
            f"Expected a non-empty value for `{name}` but received {value!r}; "
            "an empty path argument would address something else"
        )
    return text


def format_query(operation: Operation[Any], values: Mapping[str, Any]) -> str:
    """Write the query; parameters that are None are left out.

    Raises:
        ArgumentError: An explicitly empty value where that is refused.
    """
    pairs: list[str] = []
    styles = operation.styles.get("query", _NONE)
    for name, value in values.items():
        if value is None:
            continue
        if name in operation.refuse_empty and _empty(value):
            raise ArgumentError(
                f"Expected `{name}` to have items but received {value!r}, which would mean "
                "everything; leave it out if that is what you want"
            )
        style = styles.get(name, "form")
        if style == "form" and type(value) is str:
            pairs.append(f"{escape(name)}={escape(value)}")
        else:
            pairs += format_query_pairs(name, _rename_keys(operation, "query", name, value), style)
    return "&".join(pairs)


def _empty(value: Any) -> bool:
    return hasattr(value, "__len__") and len(value) == 0


def format_headers(operation: Operation[Any], values: Mapping[str, Any]) -> list[Pair]:
    """Return header fields, names in lower case; None, empty lists and empty objects are left out.

    Raises:
        ArgumentError: A name or a value that HTTP does not allow.
    """
    fields: list[Pair] = []
    styles = operation.styles.get("header", _NONE)
    for name, value in values.items():
        if value is None:
            continue
        value = _rename_keys(operation, "header", name, value)
        text = _expand(name, value, styles.get(name, "simple"), str)
        if not text and not isinstance(value, (str, bytes)):
            continue
        if styles.get(name) == "json":
            text = _NOT_ASCII.sub(_escape_json, text)
        check_header(name, text)
        fields.append((name.lower(), text))
    return fields


def format_cookies(operation: Operation[Any], values: Mapping[str, Any]) -> list[Pair]:
    """Return the `cookie` header for these values, or none."""
    pairs: list[str] = []
    styles = operation.styles.get("cookie", _NONE)
    for name, value in values.items():
        if value is not None:
            wired = _rename_keys(operation, "cookie", name, value)
            pairs += format_query_pairs(name, wired, styles.get(name, "form"))
    return [("cookie", "; ".join(pairs))] if pairs else []


def _rename_keys(operation: Operation[Any], place: str, name: str, value: Any) -> Any:
    """Rename the keys in the value of a parameter to wire names."""
    keys = operation.renames.get(place, _NONE).get(name) if operation.renames else None
    return rename_keys(value, keys) if keys else value
