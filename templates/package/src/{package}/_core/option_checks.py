"""Checks of what callers and the environment set: each message names the setting and what it takes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final, cast
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from ..errors import ArgumentError, ConfigurationError
from .codec import is_iterable, is_list, is_mapping
from .options import CALL_KEYS, FOREIGN_KEYS
from .transport import LONGEST_WAIT

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_FIELD_VALUE = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*").fullmatch
_HOST = re.compile(r"\[[0-9A-Fa-f:.]+(%25[^\]]+)?\]|[A-Za-z0-9._~-]+|.*[^\x00-\x7f].*").fullmatch
_LOOPBACK = re.compile(r"localhost|(.*\.)localhost|127(\.\d{1,3}){3}|::1").fullmatch
# An entry of NO_PROXY; httpx leaves one with a scheme as it is.
_EXCEPTION = re.compile(r"[\x20-\x39\x3b-\x7e]*(:\d{0,5})?|[\x20-\x7e]*://[\x20-\x7e]*").fullmatch
_MOST_REQUESTS = 10**9  # in the period of a rate limit
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


def check_options(
    options: Mapping[str, Any], known: Collection[str], others: Iterable[str] = ()
) -> None:
    """Check the options of a client or of a call.

    Args:
        options: What was given.
        known: The names of all options.
        others: Names that may be given in the same place, for the message.

    Raises:
        ArgumentError: There is no such option, or its value is invalid.
    """
    if not is_mapping(options):
        raise _refusal("options", 'a dict, such as {"timeout": 30}', options)
    for name, value in options.items():
        if name not in known:
            help_ = suggest_name(name, [*known, *others])
            raise ArgumentError(f"There is no option `{name}`; {help_}")
        if (check := _CHECKS.get(name)) is not None:
            check(name, value)


def check_further_members(members: Mapping[str, Any]) -> Mapping[str, Any]:
    """Check the keywords that a method takes as further members of the body.

    Args:
        members: The keywords that the operation does not document.

    Returns:
        The same.

    Raises:
        ArgumentError: One is the name of an option of a call, which would be sent to the server.
    """
    for name, value in members.items():
        option = FOREIGN_KEYS.get(name, name)
        if option in CALL_KEYS:
            shown = repr(value) if value is None or _is_number(value) else "…"
            raise ArgumentError(
                f"`{name}` is no member of the body that the API documents, but a setting of the call: write "
                f'options={{"{option}": {shown}}}. To send a member of that name, write '
                f'options={{"body": {{"{name}": {shown}}}}}'
            )
    return members


def suggest_name(name: str, known: Collection[str]) -> str:
    """Return which name was probably meant instead of one that does not exist; else all of them."""
    from difflib import get_close_matches  # only failures need it

    close = get_close_matches(str(name), known, 1)
    return f"did you mean `{close[0]}`?" if close else f"there are {', '.join(sorted(known))}"


def check_header(name: Any, value: Any, setting: str = "headers") -> None:
    """Check a header field. Neither the value nor a name that may be one is shown.

    Raises:
        ArgumentError: It can't be sent.
    """
    if not isinstance(name, str) or not _TOKEN(name):
        raise ArgumentError(
            f"`{setting}` has a name that HTTP does not allow; a name has letters, digits and hyphens"
        )
    if not isinstance(value, str):
        raise ArgumentError(
            f"`{setting}`: the value of {name!r} must be text, not {type(value).__name__}"
        )
    if not _FIELD_VALUE(value) or not _is_encodable(value):
        raise ArgumentError(
            f"`{setting}`: the value of {name!r} has a line break or another character that HTTP "
            "does not allow; remove it"
        )


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_headers(name: str, value: Any) -> None:
    if not is_mapping(value):
        raise _refusal(name, "a mapping of header fields", value)
    for field in value:  # values become text first
        check_header(field, "", name)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _check_seconds(name: str, value: Any) -> None:
    if not _is_number(value) or value != value:
        raise _refusal(name, "a number of seconds", value)
    if value < 0:
        raise ArgumentError(f"`{name}` can't be negative")


def _check_timeout(name: str, value: Any) -> None:
    phases = [getattr(value, phase, value) for phase in ("connect", "read", "write", "pool")]
    for seconds in phases:
        if seconds is not None and (not _is_number(seconds) or not seconds > 0):
            raise _refusal(name, "a number of seconds above 0, a `Timeout` or None", seconds)


def _check_deadline(name: str, value: Any) -> None:
    if value is not None and (not _is_number(value) or not value > 0):
        raise _refusal(name, "a number of seconds above 0 or None", value)


def _check_size(name: str, value: Any) -> None:
    if value is not None and (type(value) is not int or value <= 0):
        raise _refusal(name, "a number of bytes above 0 or None", value)


def _check_retries(name: str, value: Any) -> None:
    if value is not None and type(value) is not int:
        raise _refusal(name, "a whole number", value)
    if value is not None and value < 0:
        raise ArgumentError(f"`{name}` can't be negative; 0 means that nothing is retried")


def _check_statuses(name: str, value: Any) -> None:
    if value is None:
        return
    is_collection = is_iterable(value) and hasattr(value, "__contains__")
    if isinstance(value, (str, bytes)) or not is_collection:
        raise _refusal(name, "a collection of HTTP statuses, such as {429, 503}", value)
    for status in value:
        if not isinstance(status, int) or isinstance(status, bool):
            raise _refusal(name, "HTTP statuses, such as {429, 503}", status)


def _check_rate_limit(name: str, value: Any) -> None:
    if value is None:
        return
    pair = tuple(value) if is_list(value) else ()
    if len(pair) != 2 or type(pair[0]) is not int or not 0 < pair[0] <= _MOST_REQUESTS:
        raise _refusal(name, "(n, seconds) with n of 1 or more", value)
    if not _is_number(pair[1]) or not 0 < pair[1] <= LONGEST_WAIT:
        raise _refusal(name, "(n, seconds) with seconds above 0", value)


def _check_flag(name: str, value: Any) -> None:
    if not isinstance(value, bool):
        raise _refusal(name, "True or False", value)


def _check_hook(name: str, value: Any) -> None:
    if value is not None and not callable(value):
        raise _refusal(name, "a function or None", value)


def _check_mapping(name: str, value: Any) -> None:
    if not is_mapping(value):
        raise _refusal(name, "a mapping", value)
    for key in cast("Mapping[Any, Any]", value):
        if not isinstance(key, str):
            raise _refusal(name, "a mapping with texts as keys", key)


def _refusal(name: str, expected: str, value: Any) -> ArgumentError:
    shown = repr(value) if isinstance(value, (int, float)) else type(value).__name__
    return ArgumentError(f"`{name}` takes {expected}, not {shown}")


_CHECKS: Final[Mapping[str, Callable[[str, Any], None]]] = {
    "timeout": _check_timeout,
    "deadline": _check_deadline,
    "max_response_bytes": _check_size,
    "default_query": _check_mapping,
    "max_retries": _check_retries,
    "retry_budget": _check_seconds,
    "retry_statuses": _check_statuses,
    "headers": _check_headers,
    "query": _check_mapping,
    "body": _check_mapping,
    "idempotent": _check_flag,
    "rate_limit": _check_rate_limit,
    "strict": _check_flag,
    "on_contract_gap": _check_hook,
    "before_request": _check_hook,
    "after_response": _check_hook,
    "on_error": _check_hook,
}


# --- URLs --------------------------------------------------------------------------------------


def split_base_url(url: Any, setting: str, help_: str) -> tuple[str, str, str]:
    """Check a base URL and take its userinfo away.

    Args:
        url: What was given.
        setting: What it was given as, for the message.
        help_: What to do, for the message.

    Returns:
        The URL, escaped and without a slash at the end, the user and the password.

    Raises:
        ConfigurationError: It is not usable as a base URL.
    """
    parts = _split_url(url)
    if (
        parts is None
        or not _is_host(parts.hostname or "", parts.netloc)
        or parts.query
        or parts.fragment
    ):
        raise ConfigurationError(
            f"{setting} must be http(s)://HOST, with a path at most and without blanks; {help_}"
        )
    host = parts.netloc.rpartition("@")[2]
    if not host.isascii() and not (host := _as_ascii(host)):
        raise ConfigurationError(f"{setting} has a host that is no name of a host; {help_}")
    bare = urlunsplit((parts.scheme, host, parts.path, "", ""))
    escaped = quote(bare.rstrip("/"), safe="/:@%!$&'()*+,;=[]~")
    return escaped, unquote(parts.username or ""), unquote(parts.password or "")


def _as_ascii(host: str) -> str:
    """Return a host, perhaps with a port, as DNS has it; "" for what is no name there."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _split_url(url: Any, schemes: Collection[str] = ("http", "https")) -> SplitResult | None:
    """Split a URL; None for anything else, such as half a bracket or a port that is not a number."""
    if not isinstance(url, str) or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        is_complete = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if is_complete else None


def _is_host(host: str, netloc: str) -> bool:
    shown = netloc.rpartition("@")[2].rpartition("]")[0]
    if not _HOST(f"{shown}]" if shown else host):
        return False
    return all(0 < len(label) < 64 for label in host.rstrip(".").split("."))


def check_token_url(url: str) -> None:
    """Refuse to send the secret of a client over a connection that anybody can read.

    Raises:
        ConfigurationError: The URL is neither https:// nor on this machine.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" and not _LOOPBACK(parts.hostname or ""):
        raise ConfigurationError(
            f"The token URL begins with {parts.scheme}://, which would send the client's secret "
            "unencrypted; pass an https:// URL as `token_url`"
        )


# --- environment -------------------------------------------------------------------------------


def check_environment(environ: Mapping[str, str]) -> None:
    """Check the variables that httpx reads when a client of our own is made.

    Raises:
        ConfigurationError: A variable leads nowhere.
    """
    for name, exists in (("SSL_CERT_FILE", os.path.isfile), ("SSL_CERT_DIR", os.path.isdir)):
        if (path := environ.get(name)) and not exists(path):
            raise ConfigurationError(
                f"The variable {name} names {path!r}, which does not exist; correct or unset it"
            )
    for name in _variables_named(environ, _PROXIES):
        _check_proxy(name, environ[name])
    for name in _variables_named(environ, ("no_proxy",)):
        _check_exceptions(name, environ[name])


def _variables_named(environ: Mapping[str, str], names: Collection[str]) -> Iterable[str]:
    return [name for name in environ if name.lower() in names and environ[name]]


def _check_proxy(name: str, url: str) -> None:
    parts = _split_url(url if "://" in url else f"http://{url}", _PROXY_SCHEMES)
    if parts is None:
        raise ConfigurationError(
            f"The variable {name} is not the URL of a proxy (http, https or socks5); correct or unset it"
        )
    if parts.scheme.startswith("socks") and not _has_socks():
        raise ConfigurationError(
            f"The variable {name} names a SOCKS proxy, which needs the package `socksio`; "
            "install httpx[socks], or unset the variable"
        )


def _check_exceptions(name: str, hosts: str) -> None:
    """Check the hosts that are reached without a proxy, as httpx reads them."""
    for host in hosts.split(","):
        if not _EXCEPTION(host.strip()) and not _is_ipv6(host.strip()):
            raise ConfigurationError(
                f"The variable {name} has the entry {host.strip()!r}, which httpx can't read: it "
                "takes names, HOST:PORT, addresses and ranges of IPv4; correct or remove it"
            )


def _is_ipv6(host: str) -> bool:
    from ipaddress import AddressValueError, IPv6Address

    try:
        IPv6Address(host)
    except AddressValueError:
        return False
    return True


def _has_socks() -> bool:
    from importlib.util import find_spec

    return find_spec("socksio") is not None
