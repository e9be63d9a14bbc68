"""Redaction of credentials in everything that is printed."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

from attrs import frozen

_USERINFO = re.compile(r"(?<=://)[^/@\s'\"]+(?=@)")
MASK = "***"


@frozen
class Redactor:
    """Replaces secrets in texts.

    Attributes:
        secrets: the texts to replace, longest first.
    """

    secrets: tuple[str, ...]

    def __call__(self, text: str) -> str:
        """Redact a text.

        Args:
            text: anything that is about to be printed.

        Returns:
            The text without secrets, and without user and password in any URL.
        """
        for secret in self.secrets:
            text = text.replace(secret, MASK)
        return _USERINFO.sub(MASK, text)


def make_redactor(credentials: Iterable[tuple[str, str]]) -> Redactor:
    """Make a redactor of credentials, as they are and in the encodings in which they are sent.

    Args:
        credentials: pairs of user name and password; user names alone are not secret.
    """
    secrets: set[str] = set()
    for user, password in credentials:
        pair = base64.b64encode(f"{user}:{password}".encode()).decode()
        secrets |= {password, quote(password, safe=""), quote_plus(password), quote(password)}
        secrets |= {repr(password)[1:-1], pair}
    return Redactor(tuple(sorted(secrets - {""}, key=lambda text: (-len(text), text))))
