"""Only what is committed, in a clone with its history, is published; and nothing generated is missing from it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.publishing.build import build
from generator.publishing.commit import check_commit
from generator.publishing.errors import Refusal
from generator.publishing.project import make_workplace

from .conftest import Shop


def _git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def _commit(shop: Shop) -> None:
    _git(shop.root, "init", "-q")
    _git(shop.root, "add", "-A")
    _git(shop.root, "commit", "-q", "-m", "First.")


def test_what_is_committed_is_published(shop: Shop) -> None:
    check_commit(shop.place)  # outside a checkout
    _commit(shop)
    check_commit(shop.place)
    (shop.root / "notes.txt").write_text("Not part of the package.")
    check_commit(shop.place)


@pytest.mark.parametrize(
    "name", ["generated/README.md", "generated/new.txt", "spec/openapi.yaml", "spec/units.yaml"]
)
def test_an_uncommitted_file_is_refused(name: str, shop: Shop) -> None:
    _commit(shop)
    (shop.root / name).write_text("Changed.")
    with pytest.raises(Refusal, match=f"not committed, first {name}"):
        check_commit(shop.place)


def test_a_shallow_clone_is_refused(shop: Shop, tmp_path: Path) -> None:
    _commit(shop)
    _git(shop.root, "commit", "-q", "--allow-empty", "-m", "Second.")
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", "--depth", "1", shop.root.as_uri(), str(clone))
    with pytest.raises(Refusal, match="shallow clone"):
        check_commit(make_workplace(clone, ()))


def test_tags_that_were_not_fetched_are_named(shop: Shop, tmp_path: Path) -> None:
    _commit(shop)
    _git(shop.root, "tag", "v0.1.0")
    _git(shop.root, "tag", "-a", "-m", "Second.", "v0.2.0")
    _git(shop.root, "checkout", "-q", "-b", "other")
    _git(shop.root, "commit", "-q", "--allow-empty", "-m", "Elsewhere.")
    _git(shop.root, "tag", "v9.0.0")
    _git(shop.root, "checkout", "-q", "-")
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", "--no-tags", str(shop.root), str(clone))
    with pytest.raises(Refusal, match="not fetched: `v0.1.0` and `v0.2.0`;"):
        check_commit(make_workplace(clone, ()))
    _git(clone, "remote", "set-url", "origin", str(tmp_path / "nowhere"))
    check_commit(make_workplace(clone, ()))  # a remote that does not answer is no obstacle


def test_a_module_that_an_ignore_file_hides_is_missed(shop: Shop) -> None:
    """The staged folder is no checkout, but the build backend reads an ignore file in it."""
    manifest = shop.place.generated / ".generated"
    (shop.place.generated / ".gitignore").write_text("models/\n")
    manifest.write_text(manifest.read_text() + ".gitignore\n")
    with pytest.raises(Refusal, match=r"lacks \d+ generated files.*models"):
        build(shop.project, shop.place.spec, shop.place.dist)
