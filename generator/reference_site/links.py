"""From docstrings and annotations to Markdown (MyST): escaped, and linked to the pages of what they name."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

import griffe
from attrs import frozen

_NAMED = re.compile(r"^(\*{0,2}[\w.()`]+): ", re.MULTILINE)
_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\*_[]<>|#{}$"})


@frozen
class Links:
    """Where each name has its page.

    Attributes:
        pages: page by name, without ending, from the root of the reference.
    """

    pages: Mapping[str, str]

    def typed(self, annotation: Any) -> str:
        """Return an annotation as HTML, every name that has a page a link, for a page one folder below the root.

        Args:
            annotation: what griffe found; None for nothing.

        Returns:
            A `code` element.
        """
        return f"<code>{''.join(map(self._part, _parts(annotation)))}</code>"

    def _part(self, part: Any) -> str:
        name = part.name if isinstance(part, griffe.ExprName) else ""
        text = html.escape(name or str(part))
        return f'<a href="../{self.pages[name]}.html">{text}</a>' if name in self.pages else text

    def names(self, annotation: Any) -> set[str]:
        """Return the names in an annotation that have a page.

        Args:
            annotation: what griffe found; None for nothing.

        Returns:
            The names.
        """
        names = (part.name for part in _parts(annotation) if isinstance(part, griffe.ExprName))
        return {name for name in names if name in self.pages}


def _parts(annotation: Any) -> list[Any]:
    """Return an annotation in pieces, names apart from what is between them."""
    if isinstance(annotation, griffe.Expr):
        return list(annotation.iterate(flat=True))
    text = str(annotation or "Any")
    if text[:1] not in "'\"":
        return [text]
    # A type in quotes, because what it names comes later in the module.
    pieces = re.split(r"(\w+)", text[1:-1])
    return [griffe.ExprName(piece) if piece.isidentifier() else piece for piece in pieces]


def plain(text: str) -> str:
    """Text of a docstring as Markdown: code stays, indented blocks become literal ones, all else is harmless.

    Args:
        text: the text.

    Returns:
        Markdown paragraphs.
    """
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    return "\n\n".join(_block(block) for block in blocks)


def _block(block: str) -> str:
    if block.startswith("    "):
        return f"```text\n{textwrap.dedent(block)}\n```"
    parts = block.split("`")
    if len(parts) % 2 == 0:
        return block.translate(_MARKUP)
    return "`".join(part if at % 2 else part.translate(_MARKUP) for at, part in enumerate(parts))


def definitions(entries: Iterable[tuple[str, str]]) -> str:
    """Return a list of terms and what they mean.

    Args:
        entries: pairs of Markdown for the term and plain text for its meaning.

    Returns:
        Markdown.
    """
    return "\n\n".join(f"{term}\n: {_indented(plain(text) or '–')}" for term, text in entries)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def named(text: str) -> list[tuple[str, str]]:
    """Return the entries of a section like `Keys:`.

    Args:
        text: lines `name: meaning`; a meaning may go on in indented lines.

    Returns:
        Pairs of name in code and meaning; one pair without a name where the text has no such lines.
    """
    parts = _NAMED.split(textwrap.dedent(text).strip())
    if len(parts) == 1:
        return [("", " ".join(text.split()))]
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return [(f"`{name.strip('`')}`", " ".join(meaning.split())) for name, meaning in pairs]
