"""Type annotations as HTML, each name linked to its page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import griffe
from attrs import frozen

from .myst import escape_code


@frozen
class Links:
    """The page of each name.

    Attributes:
        pages: page by name, without suffix, from the root of the reference.
    """

    pages: Mapping[str, str]

    def link_annotation(self, annotation: Any) -> str:
        """Format an annotation as HTML, with links, for a page one folder below the root.

        Args:
            annotation: an expression of griffe; None for no annotation.

        Returns:
            A `code` element.
        """
        return f"<code>{self.link_types(annotation)}</code>"

    def link_types(self, annotation: Any) -> str:
        """Format an annotation as `link_annotation` does, without the element around it."""
        return "".join(map(self._link_part, _split_annotation(annotation)))

    def _link_part(self, part: Any) -> str:
        name = part.name if isinstance(part, griffe.ExprName) else ""
        text = escape_code(name or str(part))
        return f'<a href="../{self.pages[name]}.html">{text}</a>' if name in self.pages else text

    def find_names(self, annotation: Any) -> set[str]:
        """Return the names in an annotation that have a page.

        Args:
            annotation: an expression of griffe; None for no annotation.
        """
        parts = _split_annotation(annotation)
        names = (part.name for part in parts if isinstance(part, griffe.ExprName))
        return {name for name in names if name in self.pages}


def _split_annotation(annotation: Any) -> list[Any]:
    """Split an annotation into names and the text between them."""
    if isinstance(annotation, griffe.Expr):
        return list(annotation.iterate(flat=True))
    text = str(annotation or "Any")
    if text[:1] not in "'\"":
        return [text]
    # A forward reference: the annotation is quoted because the class is defined later in the module.
    pieces = re.split(r"(\w+)", text[1:-1])
    return [griffe.ExprName(piece) if piece.isidentifier() else piece for piece in pieces]
