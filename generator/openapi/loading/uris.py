"""URI helpers, which never raise an error for malformed input."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit


def split(reference: str) -> tuple[str, str]:
    """Split a reference into its address and its fragment."""
    address, _, fragment = reference.partition("#")
    return address, fragment


def get_scheme(address: str) -> str:
    """Return the scheme of an address in lower case; empty for a path and for text that is not a URI."""
    try:
        return urlsplit(address).scheme
    except ValueError:  # e.g. an unclosed bracket
        return ""


def is_remote(address: str) -> bool:
    """Return whether a network would be needed to read it."""
    return get_scheme(address) in ("http", "https") or address.startswith("//")


def join(base: str, address: str) -> str:
    """Resolve an address against another one; without a fragment."""
    try:
        return urldefrag(urljoin(base, address))[0]
    except ValueError:
        return address


def to_fragment(pointer: str) -> str:
    """Write a JSON pointer as a reference into the same document."""
    return "#" + pointer.replace("%", "%25")
