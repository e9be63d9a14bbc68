"""Which target of a redirect or of a link may be followed with the credentials of the call."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}


def target_on_host(url: str, target: str) -> str | None:
    """Where a target that the server gave leads; None for away from the host.

    Args:
        url: The URL it was given for.
        target: Absolute or relative to that.

    Returns:
        An absolute URL of the same scheme, host and port, or of the same host by TLS.
    """
    try:
        found = urljoin(url, target).partition("#")[0]
        a, b = urlsplit(url), urlsplit(found)
        here = (a.scheme, a.hostname, a.port or _PORTS.get(a.scheme))
        there = (b.scheme, b.hostname, b.port or _PORTS.get(b.scheme))
    except ValueError:
        return None
    safer = a.hostname == b.hostname and (here[2], there[0], there[2]) == (80, "https", 443)
    same = here == there or safer
    return found if same and a.username == b.username else None
