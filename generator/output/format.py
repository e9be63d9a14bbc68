"""Formats the Python files of a package as the pinned Black would.

What our templates render is laid out by `layout`, which is some fifty times faster than Black. Black formats the files of a
user's own templates and the few statements that the layout doesn't know, and is imported only then. Copied files are formatted
where they live.
"""

from __future__ import annotations

from typing import Final

from .layout.module import lay_out_module
from .layout.strings import Undecided
from .render import Rendering
from .tree import Tree

LINE_LENGTH: Final = 100


class FormatError(Exception):
    """A generated file is not valid Python: a mistake in a template or in its view."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"internal error: the generated file {self.path} can't be formatted: {self.reason}\n"
            "  help: the cause is the generator, or a template given with --templates; if there is none, please "
            "report this with the document"
        )


def format_tree(rendering: Rendering) -> Tree:
    """Return the files of a package, Python files formatted.

    Raises:
        FormatError: a file is not Python.
    """
    return {path: _format_file(path, text, rendering) for path, text in rendering.files.items()}


def _format_file(path: str, text: str, rendering: Rendering) -> str:
    if not path.endswith(".py") or path in rendering.copied:
        return text
    if path not in rendering.custom:
        try:
            return lay_out_module(text, LINE_LENGTH, format_statement)
        except (Undecided, RecursionError):
            pass  # Black formats the whole file
    return _format_module(path, text)


def _format_module(path: str, text: str) -> str:
    """Format a file with Black. The result is not cached: write access to a cache would be write access to packages."""
    try:
        return format_with_black(text)
    except Exception as error:  # noqa: BLE001  # Black and its tokenizer raise many kinds
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise FormatError(path, reason) from None


def format_with_black(text: str, width: int = LINE_LENGTH) -> str:
    """Return a module as Black formats it.

    Raises:
        ValueError: it is not Python.
    """
    import black
    from black.mode import TargetVersion

    mode = black.FileMode(line_length=width, target_versions={TargetVersion.PY311})
    return black.format_str(text, mode=mode)


def format_statement(lines: list[str], depth: int, width: int = LINE_LENGTH) -> list[str]:
    """Return one statement as Black formats it at its depth.

    Args:
        lines: its lines, indented.
        depth: the number of blocks around it.
        width: the longest line.

    Raises:
        Undecided: it can't be formatted alone.
    """
    around = ["    " * level + "if _:" for level in range(depth)]
    below: list[str] = []
    if lines[0].lstrip().startswith("@"):
        below = ["    " * depth + "def _(): ..."]
    elif lines[-1].rstrip().endswith(":"):
        below = ["    " * (depth + 1) + "pass"]
    try:
        text = format_with_black("\n".join([*around, *lines, *below, ""]), width)
    except Exception as error:  # noqa: BLE001  # Black and its tokenizer raise many kinds
        raise Undecided(str(error)) from error
    formatted = text.rstrip("\n").split("\n")[depth:]
    first = (
        1 if formatted[0] == "" else 0
    )  # Black adds a blank line between a function and the block's head
    return formatted[first : len(formatted) - len(below)]


def find_layout_differences(tree: Tree) -> Tree:
    """Return the files that Black would change, as Black formats them.

    Raises:
        FormatError: a file is not Python.
    """
    python = {path: text for path, text in tree.items() if path.endswith(".py")}
    formatted = {path: _format_module(path, text) for path, text in python.items()}
    return {path: text for path, text in formatted.items() if text != python[path]}
