"""Where a redirect or a link to the next page may lead, and what goes along."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
# What another host may see; any other field may hold a credential.
_HARMLESS = frozenset(
    "accept accept-encoding accept-language if-match if-modified-since if-none-match"
    " if-range if-unmodified-since range user-agent".split()
)


class Target(NamedTuple):
    """Where a redirect leads.

    Attributes:
        url: Absolute, without a fragment.
        same_host: Whether credentials may go there.
    """

    url: str
    same_host: bool


def find_redirect_target(url: str, location: str) -> Target | None:
    """Return where a redirect may be followed to.

    Args:
        url: The URL that was redirected.
        location: Absolute or relative to it.

    Returns:
        The target on the same host, or on another host by TLS; None where it must not be followed.
    """
    same = resolve_on_host(url, location)
    if same is not None:
        return Target(same, True)
    try:
        target = _absolute(url, location)
        parts = urlsplit(target)
        sound = parts.scheme == "https" and parts.hostname and parts.port != 0
    except ValueError:
        return None
    if not sound or parts.username is not None:
        return None
    return Target(target, False)


def _absolute(url: str, target: str) -> str:
    """Make the absolute URL of a target, without its fragment.

    Characters that a URL can't have are escaped, as browsers do: servers send blanks and letters as they are.
    """
    absolute = urljoin(url, target.strip()).partition("#")[0]
    start = absolute.find("/", absolute.find("://") + 3)
    if start < 0 or (absolute.isascii() and absolute.isprintable() and " " not in absolute):
        return absolute
    rest = absolute[start:].encode("utf-8", "surrogateescape")
    return absolute[:start] + quote(rest, safe="/?:@!$&'()*+,;=%[]~")


def keep_harmless_headers(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the header fields that may go to another host: nothing that could be a credential."""
    return [field for field in headers if field[0] in _HARMLESS]


def resolve_on_host(url: str, target: str) -> str | None:
    """Return where a target that the server gave leads; None for away from the host.

    Args:
        url: The URL it was given for.
        target: Absolute or relative to that.

    Returns:
        An absolute URL of the same scheme, host and port, or of the same host by TLS.
    """
    try:
        absolute = _absolute(url, target)
        a, b = urlsplit(url), urlsplit(absolute)
        here = (a.scheme, a.hostname, a.port or _PORTS.get(a.scheme))
        there = (b.scheme, b.hostname, b.port or _PORTS.get(b.scheme))
    except ValueError:
        return None
    safer = a.hostname == b.hostname and (here[2], there[0], there[2]) == (80, "https", 443)
    same = here == there or safer
    return absolute if same and a.username == b.username else None
