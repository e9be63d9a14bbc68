"""Placeholders in paths and server URLs: `/pets/{pet}`, `https://{region}.example`. Imports nothing."""

from __future__ import annotations

import re
from typing import Final

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


def find_placeholders(text: str) -> list[str]:
    """Return the names in braces, each once."""
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))
