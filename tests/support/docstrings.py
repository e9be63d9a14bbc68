"""A docstring as the templates write it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from generator.python.source.docstrings import build_doc

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_TEMPLATES), trim_blocks=True, lstrip_blocks=True  # noqa: S701
)


def docstring(
    paragraphs: Sequence[str],
    indent: int,
    sections: Iterable[tuple[str, Iterable[tuple[str, str]]]] = (),
) -> str:
    """Return the whole literal."""
    macro = _ENVIRONMENT.get_template("partials/docstring.jinja").module.docstring  # type: ignore[attr-defined]
    return str(macro(build_doc(paragraphs, indent, sections)))
