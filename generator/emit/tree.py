"""The generated files in memory, and the two things one can do with them: write and compare."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

Tree = Mapping[str, str]
"""Relative path, with `/`, to text."""


@frozen
class Drift:
    """How a folder differs from a tree: paths by kind, and a unified diff of them all."""

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    changed: tuple[str, ...]
    diff: str

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths that differ, sorted."""
        return tuple(sorted((*self.missing, *self.stale, *self.changed)))


def write(tree: Tree, folder: Path) -> tuple[str, ...]:
    """Make the folder hold exactly the tree; returns the paths that were changed."""
    raise NotImplementedError


def compare(tree: Tree, folder: Path) -> Drift:
    """How the folder differs from the tree."""
    raise NotImplementedError
