"""Variables in the URL of a server. No value may lead to a host that the URL does not describe."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from ..errors import ArgumentError, ConfigurationError

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_LABELS = re.compile(r"[A-Za-z0-9._-]*").fullmatch
_HOST_AND_PORT = re.compile(r"[A-Za-z0-9._-]*(:[0-9]+)?").fullmatch
_PORT = re.compile(r"[0-9]+").fullmatch
_SEPARATED_PORT = re.compile(r"(:[0-9]+)?").fullmatch
_PATH = re.compile(r"[^\x00-\x20\x7f?#@\\{}]*").fullmatch
_DOTS = re.compile(r"(\.|%2e){1,2}", re.IGNORECASE).fullmatch

_CHECKS: Final = {
    "scheme": (re.compile(r"https?").fullmatch, "`http` or `https`"),
    "host": (_LABELS, "letters, digits, `-`, `.` and `_` only: it is a part of the host"),
    "authority": (_HOST_AND_PORT, "the name of a host, which a port may follow"),
    "port": (_PORT, "digits only: it is the port"),
    "separated port": (_SEPARATED_PORT, "`:` and digits: it is the port"),
}


def read_server_variables(
    defaults: Mapping[str, str], values: Mapping[str, Collection[str]], given: Mapping[str, Any]
) -> dict[str, str]:
    """Return the value of each variable.

    Args:
        defaults: The defaults of all variables.
        values: The documented values of those that have an `enum`.
        given: What the caller chose; None and "" stand for the default.

    Raises:
        ArgumentError: A value is no text.
        ConfigurationError: A value is not a documented one.
    """
    chosen: dict[str, str] = {}
    for name, default in defaults.items():
        value = given.get(name)
        if value is not None and not isinstance(value, str):
            raise ArgumentError(f"`{name}` must be text, not {type(value).__name__}")
        chosen[name] = value = value or default
        if value != default and name in values and value not in values[name]:
            listed = ", ".join(f"`{each}`" for each in values[name])
            raise ConfigurationError(f"`{name}` must be one of {listed}")
    return chosen


def fill_server_url(
    template: str,
    chosen: Mapping[str, str],
    defaults: Mapping[str, str],
    values: Mapping[str, Collection[str]],
) -> str:
    """Return the URL of a server with the values of its variables.

    Args:
        template: The URL with `{variables}`.
        chosen: Their values.
        defaults: Their defaults; the document is trusted.
        values: The documented values of those that have an `enum`.

    Raises:
        ConfigurationError: A value has characters that its place in the URL does not allow.
    """

    def substitute(match: re.Match[str]) -> str:
        name = match[1]
        if name not in chosen:
            return match[0]
        if chosen[name] not in (defaults[name], *values.get(name, ())):
            _check_value(name, chosen[name], _find_place(template, match, defaults[name]))
        return chosen[name]

    return _PLACEHOLDER.sub(substitute, template)


def _find_place(template: str, match: re.Match[str], default: str) -> str:
    """Return which part of the URL a variable stands in."""
    literal = _PLACEHOLDER.sub(lambda each: "x" * len(each[0]), template)
    scheme_end = literal.find("://")
    if match.start() < scheme_end:
        return "scheme"
    start = scheme_end + 3 if scheme_end >= 0 else 2 if literal.startswith("//") else 0
    is_whole_url = not start and not match.start() and "://" in default
    end = literal.find("/", start) if start else 0
    end = len(literal) if end < 0 else end
    if match.start() >= end:
        return "URL" if is_whole_url else "path"
    if match.start() == start and match.end() == end:
        return "authority"
    if literal[match.start() - 1] == ":":
        return "port"
    if match.end() == end and default.startswith(":"):
        return "separated port"
    return "base path" if match.end() == end and default[:1] in ("", "/") else "host"


def _check_value(name: str, value: str, place: str) -> None:
    if place in _CHECKS:
        matches, expected = _CHECKS[place]
        if not matches(value):
            raise ConfigurationError(f"`{name}` must be {expected}")
        return
    if not _PATH(value) or any(map(_DOTS, value.split("/"))):
        raise ConfigurationError(
            f"`{name}` has a blank, one of ? # @ \\ {{ }}, a segment of dots or a control character, "
            "which a part of the base URL can't have"
        )
    if place == "base path" and value and not value.startswith("/"):
        raise ConfigurationError(f"`{name}` must begin with a slash: it follows the host")
