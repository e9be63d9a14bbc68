"""Whether the version is high enough for what changed since the last one on the index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pypi_simple import DistributionPackage

from .index import Listed
from .project import Project, Workplace

Fetch = Callable[[DistributionPackage, Path], None]


def check_bump(place: Workplace, project: Project, there: Listed, fetch: Fetch) -> None:
    """Refuse a version that promises more than it keeps.

    The last published sdist holds the document it was made from; `python -m generator diff` judges what
    became of it.

    Args:
        place: where things are.
        project: what is to be published.
        there: what the index has of it.
        fetch: fetches a file from the index.

    Raises:
        Refusal: the changes ask for a higher version.
    """
