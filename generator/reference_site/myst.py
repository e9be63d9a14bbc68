"""Text of docstrings as Markdown for MyST: everything is escaped, except code spans, bullets and literal blocks."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable

from ..python.source.markdown import escape_markdown

_ENTRY = re.compile(r"^(\*{0,2}[\w.()`]+): ", re.MULTILINE)
_BULLET = re.compile(r"\n(?=[ ]*[-*+][ ]+\S)")
_BACKTICKS = re.compile("`+")
_MYST_MARKS = "{}$&"
"""Marks of MyST and HTML besides those of Markdown: roles, directives, mathematics, `&amp;`."""
_MYST_OPENERS = ("%", "(", ":", "+++", "~~~")
"""What begins a comment, a target, a definition, a block break or a fence at the start of a line."""
_NOTHING = "<!-- -->"
"""The meaning of a term that has none: Markdown needs one, and the style sheet hides it."""
_CODE_MARKS = re.compile(r"[^\w\s.,;:/=&#-]|_")


def escape_myst(text: str) -> str:
    """Escape one line of text, code spans apart.

    MyST reads more at the start of a line than Markdown does: `% text` is a comment there and vanishes.

    Args:
        text: the text.

    Returns:
        The same text for a reader of the page, wherever in a line it is put.
    """
    escaped = escape_markdown(text, _MYST_MARKS)
    return f"\\{escaped}" if escaped.startswith(_MYST_OPENERS) else escaped


def escape_code(text: str) -> str:
    """Escape text for a `code` element within a line, where Markdown would still be read.

    Args:
        text: the text.

    Returns:
        HTML with a character reference for each character that may be markup.
    """
    # `html.escape` comes first: what it adds contains no character that is replaced after it.
    return _CODE_MARKS.sub(lambda match: f"&#{ord(match[0])};", html.escape(text))


def convert_docstring(text: str) -> str:
    """Convert the text of a docstring to Markdown.

    Args:
        text: paragraphs, with blank lines between them; indented ones are literal.

    Returns:
        Markdown paragraphs, lists and literal blocks.
    """
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    return "\n\n".join(_convert_block(block) for block in blocks)


def _convert_block(block: str) -> str:
    if block.startswith("    "):
        return _format_literal(textwrap.dedent(block))
    # Each paragraph becomes one line: within a code span that is wrapped, the start of a line can't be escaped.
    first, *rest = (" ".join(part.split()) for part in _BULLET.split(f"\n{block}"))
    lines = [escape_myst(first)] if first else []
    return "\n".join([*lines, *(f"- {escape_myst(item[1:].lstrip())}" for item in rest)])


def _format_literal(text: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def format_definitions(entries: Iterable[tuple[str, str]]) -> str:
    """Format a list of terms and their meanings.

    Args:
        entries: pairs of Markdown for the term and plain text for its meaning.

    Returns:
        Markdown.
    """
    return "\n\n".join(
        f"{term}\n: {_indent(convert_docstring(text) or _NOTHING)}" for term, text in entries
    )


def _indent(text: str) -> str:
    return text.replace("\n", "\n  ")


def parse_entries(text: str) -> list[tuple[str, str]]:
    """Parse the entries of a section such as `Keys:`.

    Args:
        text: lines `name: meaning`; a meaning may continue in indented lines.

    Returns:
        Pairs of name in code and meaning; one pair without a name if the text has no such lines.
    """
    parts = _ENTRY.split(textwrap.dedent(text).strip())
    if len(parts) == 1:
        return [("", " ".join(text.split()))]
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return [(f"`{name.strip('`')}`", " ".join(meaning.split())) for name, meaning in pairs]
