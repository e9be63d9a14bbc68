"""The proof by use of every case: calls against the package's own fake, snippets, diff with itself, bundle."""

from __future__ import annotations

from pathlib import Path

import pytest

from .support.cases import FOLDERS
from .use.proof import prove

AWKWARD = Path(__file__).parent / "use/awkward.yaml"
"""A document of what once failed in published ones."""
UNDESCRIBED = {"parameters": " broken.get: "}
"""Operations whose path has a placeholder that the document does not describe."""


def test_what_published_documents_have_can_be_used() -> None:
    proof = prove(AWKWARD)
    assert proof.failures == [] and proof.skipped == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_package_does_what_is_promised(folder: Path) -> None:
    proof = prove(next(folder.glob("openapi.*")))
    undescribed = UNDESCRIBED.get(folder.name, "\0")
    assert [each for each in proof.failures if undescribed not in each] == []
    assert proof.skipped == [] and proof.snippets > 1
