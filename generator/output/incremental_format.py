"""Laying out a file again after a small change: only the functions and classes that differ go through Black.

A module is cut where a function or class begins at the margin, and a class where a method begins. Each piece is
laid out for itself; what Black made of the same piece before is taken from the file as it was laid out. The
templates' layout makes the result equal to Black's of the whole file; watching checks that afterwards.
"""

from __future__ import annotations

import re
from typing import Final

from . import format as style

_BEGINS: Final = re.compile(r"(?: {4})?(?:@|def |async def )|class ")
_QUOTES: Final = '"""'


def patched(raw: str, before: str, laid_out: str) -> str:
    """Lay out the text of a module whose previous state is known.

    Args:
        raw: the text as it was rendered.
        before: the text as it was rendered the last time.
        laid_out: what Black made of that.

    Returns:
        The text as Black lays it out.

    Raises:
        ValueError: it is no Python.
    """
    old, done = _pieces(before), _pieces(laid_out)
    known = dict(zip(old, done, strict=True)) if len(old) == len(done) else {}
    new = [known.get(piece) or _formatted(piece) for piece in _pieces(raw)]
    text = ""
    for piece in new:
        text += ("\n\n" if piece.startswith("    ") else "\n\n\n") if text else ""
        text += piece
    return f"{text}\n"


def _pieces(text: str) -> list[str]:
    """The text cut before each function, method and class, decorators included, without empty edges."""
    found: list[list[str]] = [[]]
    quoted = decorated = False
    for line in text.split("\n"):
        if not quoted and _BEGINS.match(line):
            if not decorated:
                found.append([])
            decorated = line.lstrip().startswith("@")
        found[-1].append(line)
        quoted ^= line.count(_QUOTES) % 2 == 1
    joined = ("\n".join(piece).strip("\n").rstrip() for piece in found)
    return [piece for piece in joined if piece]


def _formatted(piece: str) -> str:
    if not piece.startswith("    "):
        return style.layout(f"{piece}\n").rstrip("\n")
    return style.layout(f"class _:\n{piece}\n").partition("\n")[2].rstrip("\n")
