"""Formatting generated Python with Black, in process and only what was never formatted before.

Black is by far the slowest stage, so its answers are kept under the hash of the text, and what is left
is shared between processes when there is enough of it.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Collection
from typing import Final

from ..cache import Cache, digest, version_of
from .tree import Tree

LINE_LENGTH: Final = 100

_POOL_FROM: Final = 25_000
"""Characters to format from which a second process pays for its start (about 0.3 s of work)."""


class StyleError(Exception):
    """Black can't lay out a generated file: a mistake in a template or in what it was given, or Black's own."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)  # both, so that it can cross from another process
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"internal error: the generated file {self.path} can't be laid out: {self.reason}\n"
            "  the generator is at fault, or a template given with --templates; without one, please report "
            "this with the document that it happened with"
        )


def style(tree: Tree, verbatim: Collection[str] = ()) -> Tree:
    """Lay out every Python file of a tree.

    Args:
        tree: the rendered files.
        verbatim: paths to leave alone, because they were written by hand and are formatted already.

    Returns:
        The same paths in the same order, Python files as Black lays them out.

    Raises:
        StyleError: a file is no Python.
    """
    cache = Cache("black")
    wanted = {
        path: text for path, text in tree.items() if path.endswith(".py") and path not in verbatim
    }
    keys = {path: _key(text) for path, text in wanted.items()}
    known = {path: text for path, key in keys.items() if (text := cache.get(key)) is not None}
    fresh = _format_all({path: text for path, text in wanted.items() if path not in known})
    for path, text in fresh.items():
        cache.put(keys[path], text)
    laid_out = known | fresh
    return {path: laid_out.get(path, text) for path, text in tree.items()}


def _key(text: str) -> str:
    return digest(version_of("black"), str(LINE_LENGTH), "py311", text)


def _format_all(files: dict[str, str]) -> dict[str, str]:
    """Format texts, the longest first so that the processes end together."""
    if not files:
        return {}
    importlib.import_module("black")  # once, here, and not in every process

    todo = sorted(files.items(), key=lambda item: -len(item[1]))
    workers = min(len(todo), os.cpu_count() or 1)
    if workers < 2 or sum(map(len, files.values())) < _POOL_FROM or sys.platform != "linux":
        return dict(map(_format, todo))
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        return dict(pool.map(_format, todo))


def layout(text: str) -> str:
    """A text as Black lays it out.

    Args:
        text: Python source.

    Returns:
        The same, laid out.

    Raises:
        ValueError: it is no Python.
    """
    import black
    from black.mode import TargetVersion

    mode = black.FileMode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    return black.format_str(text, mode=mode)


def _format(item: tuple[str, str]) -> tuple[str, str]:
    path, text = item
    try:
        return path, layout(text)
    except (
        Exception
    ) as error:  # noqa: BLE001  # Black and its tokenizer have exceptions of many kinds
        raise StyleError(path, str(error).partition("\n")[0] or type(error).__name__) from None
