"""Formatting generated Python with Black."""

from __future__ import annotations

from .tree import Tree


def style(tree: Tree) -> Tree:
    """The tree with every Python file laid out by Black."""
    raise NotImplementedError
