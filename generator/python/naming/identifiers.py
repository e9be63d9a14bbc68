"""Python names: legal, readable, stable, and distinct within their scope.

A name depends on what it names and on nothing else. Where two things of one scope come out alike, the first that
claims the name keeps it and the next gets a number, because both wire names stay reachable; who claims first is
settled by what things are called and where they stand, not by what comes before them in the document.
"""

from __future__ import annotations

import keyword
import re
from functools import lru_cache
from hashlib import sha256
from unicodedata import name, normalize

from attrs import define, field

from ...text import split_words

_ACRONYMS = {
    "ai": "AI",
    "api": "API",
    "http": "HTTP",
    "id": "ID",
    "url": "URL",
    "urls": "URLs",
    "dlp": "DLP",
}
_SIGNS = {"+": "plus ", "-": "minus "}
_SPELLED = 4
"""How many signs of a text without words are spelled out."""
_LONGEST_FILE = 60
"""Characters of a file's name, of which each may take four of the 255 bytes that there are."""
_DEVICES = frozenset("con prn aux nul".split()) | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
"""What no file may be called on Windows."""
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*\Z")


@lru_cache(maxsize=1 << 14)  # parameters and members are called `id` and `name` again and again
def snake(text: str) -> str:
    """`text` as the name of a variable, member, method or module."""
    return _legal("_".join(_spoken(text)) or "value")


def module_name(text: str) -> str:
    """`text` as the name of a module, whose file every system can hold."""
    name = snake(text)
    if len(name) > _LONGEST_FILE:
        name = f"{name[:_LONGEST_FILE - 9]}_{sha256(name.encode()).hexdigest()[:8]}"
    return f"{name}_" if name in _DEVICES else name


def pascal(text: str) -> str:
    """`text` as the name of a class; one that is written as a class name already stays as it is."""
    if _IDENTIFIER.match(text) and text[0].isupper() and not text.isupper():
        return _legal(text)
    spoken = (_ACRONYMS.get(word, word[:1].upper() + word[1:]) for word in _spoken(text))
    name = _legal("".join(spoken) or "Value")
    return name[0].upper() + name[1:]


def constant(text: str) -> str:
    """`text` as the name of a constant."""
    return snake(text).upper()


def _spoken(text: str) -> list[str]:
    """The words of `text`; a text of signs alone is spelled out, so that signs are told apart."""
    sign = _SIGNS.get(text[:1], "") if text[1:2].isdigit() else ""
    plain = normalize("NFKC", sign + text)
    return split_words(plain) or [
        word for sign in plain[:_SPELLED] for word in split_words(name(sign, ""))
    ]


def _legal(text: str) -> str:
    """`text` without what can't stand in an identifier, as Python itself will read it."""
    kept = text
    if not (text.isascii() and text.isidentifier()):
        read = normalize("NFKC", text)
        kept = normalize("NFKC", "".join(c if f"a{c}".isidentifier() else "_" for c in read))
    if not kept[0].isidentifier() or kept[0] == "_":
        kept = f"n{kept}"
    return f"{kept}_" if keyword.iskeyword(kept) else kept


@define
class Scope:
    """Names that must be distinct; `reserved` are taken before the first is given."""

    reserved: frozenset[str] = frozenset()
    _taken: set[str] = field(factory=set)

    def claim(self, name: str) -> str:
        """`name`, or the first free variation of it."""
        if name in self.reserved:
            name = f"{name}_"
        free, number = name, 2
        while free in self._taken:
            free, number = f"{name}_{number}" if name.islower() else f"{name}{number}", number + 1
        self._taken.add(free)
        return free
