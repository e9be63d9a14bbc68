"""Keep credentials out of everything that is said."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

from attrs import frozen

_USERINFO = re.compile(r"(?<=://)[^/@\s'\"]+(?=@)")
MASK = "***"


@frozen
class Veil:
    """Replaces what must not be seen.

    Attributes:
        hidden: the texts, longest first.
    """

    hidden: tuple[str, ...]

    def __call__(self, text: str) -> str:
        """Mask a text.

        Args:
            text: anything that is about to be said.

        Returns:
            The text without secrets, and without user or password in any URL.
        """
        for each in self.hidden:
            text = text.replace(each, MASK)
        return _USERINFO.sub(MASK, text)


def veil(secrets: Iterable[tuple[str, str]]) -> Veil:
    """A veil over credentials, as they are and as they travel.

    Args:
        secrets: pairs of user name and password; user names alone are not secret.

    Returns:
        The veil.
    """
    found: set[str] = set()
    for user, password in secrets:
        plain = f"{user}:{password}".encode()
        found |= {password, quote(password, safe=""), quote_plus(password), quote(password)}
        found |= {repr(password)[1:-1], base64.b64encode(plain).decode()}
    return Veil(tuple(sorted(found - {""}, key=lambda text: (-len(text), text))))
