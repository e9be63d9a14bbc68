"""Python identifiers: legal, readable, stable, and distinct within their scope.

A name depends only on the thing that it names. If two things of one scope get the same name, the one with that name
in the document keeps it and the other gets a number, so both wire names stay reachable. The
order of the document never decides.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar
from unicodedata import name as character_name
from unicodedata import normalize

from attrs import define, field

from ...text import split_words

_Key = TypeVar("_Key", bound=Hashable)

_ACRONYMS = {
    "ai": "AI",
    "api": "API",
    "http": "HTTP",
    "id": "ID",
    "url": "URL",
    "urls": "URLs",
    "dlp": "DLP",
    "2d": "2D",
    "2fa": "2FA",
    "3d": "3D",
}
_SIGNS = {"+": "plus ", "-": "minus "}
_SPELLED_OUT = 4
"""How many characters of a text without words are spelled out ("less than sign")."""
_MAX_FILE_NAME = 60
"""Characters of a file name; each may take four of the 255 bytes that file systems allow."""
_DEVICES = frozenset("con prn aux nul".split()) | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
"""File names that Windows reserves."""
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*\Z")


@lru_cache(maxsize=1 << 14)  # many parameters and members are called `id` or `name`
def snake(text: str) -> str:
    """Convert `text` to the name of a variable, member, method or module."""
    return _make_legal("_".join(_split(text)) or "value")


def module_name(text: str) -> str:
    """Convert `text` to the name of a module whose file every system can store."""
    name = snake(text)
    if len(name) > _MAX_FILE_NAME:
        name = f"{name[:_MAX_FILE_NAME - 9]}_{sha256(name.encode()).hexdigest()[:8]}"
    return f"{name}_" if name in _DEVICES else name


def pascal(text: str) -> str:
    """Convert `text` to the name of a class; text that is a class name already stays as it is."""
    if _IDENTIFIER.match(text) and text[0].isupper() and not text.isupper():
        return _make_legal(text)
    parts = (_ACRONYMS.get(word, word[:1].upper() + word[1:]) for word in _split(text))
    name = _make_legal("".join(parts) or "Value")
    return _make_legal(name[0].upper() + name[1:])


def constant(text: str) -> str:
    """Convert `text` to the name of a constant."""
    return _make_legal(snake(text).upper())


def _split(text: str) -> list[str]:
    """Split `text` into words. Characters of a text without words are spelled out, which keeps them distinct."""
    sign = _SIGNS.get(text[:1], "") if text[1:2].isdigit() else ""
    plain = normalize("NFKC", sign + text)
    return split_words(plain) or [
        word for each in plain[:_SPELLED_OUT] for word in split_words(character_name(each, ""))
    ]


def _make_legal(text: str) -> str:
    """Replace what an identifier can't contain. Python normalizes identifiers, so the result is normalized."""
    legal = text
    if not (text.isascii() and text.isidentifier()):
        normal = normalize("NFKC", text)
        legal = normalize("NFKC", "".join(c if f"a{c}".isidentifier() else "_" for c in normal))
    if not legal[0].isidentifier() or legal[0] == "_":
        legal = f"n{legal}"
    return f"{legal}_" if keyword.iskeyword(legal) else legal


@define
class Scope:
    """Names that must be distinct; `reserved` ones belong to generated code itself."""

    reserved: frozenset[str] = frozenset()
    _taken: set[str] = field(factory=set)

    def claim(self, name: str) -> str:
        """Take `name`, or its first free variation, and return it."""
        if name in self.reserved:
            name = f"{name}_"
        free, number = name, 2
        while free in self._taken or free in self.reserved:
            free, number = f"{name}_{number}" if name.islower() else f"{name}{number}", number + 1
        self._taken.add(free)
        return free

    def is_taken(self, name: str) -> bool:
        """Return whether `name` was claimed."""
        return name in self._taken

    def claim_all(self, names: Mapping[_Key, tuple[str, str]]) -> dict[_Key, str]:
        """Claim a name for each key, independent of their order.

        Args:
            names: for each key the name in the document, and the Python name made of it.

        Returns:
            The claimed names, in the order of `names`. What is called in Python as in the document comes first.
        """
        order = sorted(names, key=lambda key: (names[key][0] != names[key][1], names[key]))
        claimed = {key: self.claim(names[key][1]) for key in order}
        return {key: claimed[key] for key in names}
