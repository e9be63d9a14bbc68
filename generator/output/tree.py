"""The generated files in memory, and the two things one can do with them: write and compare.

A folder changes as a whole. The new one is built beside the old one (unchanged files as hard links, so they
keep their modification time) and then takes its place: in one step where the system can exchange
two names (Linux, macOS), otherwise in two, and then the next start puts back what a kill between them
left aside. The folder's manifest says which files are generated; nothing else is ever removed.
"""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from .atomic_replace import exclusive, put_in_place, recover, staging

Tree = Mapping[str, str]
"""Relative path, with `/`, to text."""

MANIFEST: Final = ".generated"
"""The file in the folder that lists, one to a line, what the generator made."""

_HEAD: Final = (
    "# What the generator made here; a run replaces or removes these files and no others.\n"
)


class TreeError(Exception):
    """The tree cannot stand in that folder; the message says why and what to do."""


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
    """Make a folder hold exactly the tree, beside files that are not the generator's.

    Args:
        tree: all files that are to be there.
        folder: where; it is created if need be.

    Returns:
        The paths that were added, changed or removed; if there are none, nothing was touched.

    Raises:
        TreeError: a path leads out of the folder, it is no folder or can't be written, or a file in the way is
            not the generator's; the old folder stands.
    """
    try:
        return _replace(_with_manifest(tree), Path(os.path.realpath(folder)))
    except OSError as error:
        raise TreeError(
            f"{folder} can't be written: {error.strerror or error}; "
            "the folder that it stands in must be writable, too, or choose another with `--output`"
        ) from error


def _replace(whole: Tree, folder: Path) -> tuple[str, ...]:
    if folder.exists() and not folder.is_dir():
        raise TreeError(f"{folder.name} is a file; choose a folder for the package")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(folder.parent):
        recover(folder)
        drift = _differences(whole, folder)
        if drift.paths:
            _refuse_foreign(drift, folder)
            _build(whole, folder, staging(folder))
            put_in_place(folder)
        return drift.paths


def compare(tree: Tree, folder: Path) -> Drift:
    """How a folder differs from a tree.

    Args:
        tree: all files that should be there.
        folder: where they should be; it may be missing.

    Returns:
        The differing paths and a unified diff from what is there to what should be.
    """
    folder = Path(os.path.realpath(folder))
    if folder.parent.is_dir():
        with exclusive(folder.parent):
            recover(folder)
    whole = _with_manifest(tree)
    drift = _differences(whole, folder)
    diff = "".join(line for path in drift.paths for line in _diff(path, whole, folder))
    return Drift(drift.missing, drift.stale, drift.changed, diff)


def _with_manifest(tree: Tree) -> dict[str, str]:
    for path in tree:
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts) or set(path) & set('\\:\0\n"'):
            raise TreeError(f"the path {path!r} does not lie inside the output folder")
        if any("/".join(parts[:end]) in tree for end in range(1, len(parts))) or path == MANIFEST:
            raise TreeError(f"the path {path!r} is taken by another file")
    listed = sorted((*tree, MANIFEST))
    return {**tree, MANIFEST: _HEAD + "".join(f"{path}\n" for path in listed)}


def _differences(whole: Tree, folder: Path) -> Drift:
    missing: list[str] = []
    changed: list[str] = []
    for path, text in whole.items():
        found = _read(folder, path)
        if found is None:
            missing.append(path)
        elif found != text.encode():
            changed.append(path)
    stale = [
        path for path in _owned(folder) if path not in whole and _read(folder, path) is not None
    ]
    return Drift(tuple(sorted(missing)), tuple(sorted(stale)), tuple(sorted(changed)), "")


def _owned(folder: Path) -> frozenset[str]:
    """The paths that the folder's manifest lists, as far as they lead into the folder."""
    listed = (_read(folder, MANIFEST) or b"").decode("utf-8", "replace").splitlines()
    return frozenset(
        line
        for line in listed
        if not line.startswith(("#", "/")) and ".." not in line.split("/") and line
    )


def _read(folder: Path, path: str) -> bytes | None:
    try:
        return (folder / path).read_bytes() if (folder / path).is_file() else None
    except OSError:
        return None


def _refuse_foreign(drift: Drift, folder: Path) -> None:
    owned = _owned(folder)
    foreign = [path for path in drift.changed if path not in owned]
    foreign += [path for path in drift.missing if os.path.lexists(folder / path)]
    if foreign:
        raise TreeError(
            f"{folder.name}/{foreign[0]} is in the way and was not made by the generator; "
            "move it away, or choose another output folder"
        )


def _build(whole: Tree, folder: Path, beside: Path) -> None:
    beside.mkdir()
    for path, text in whole.items():
        target = beside / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if _read(folder, path) == text.encode() and not (folder / path).is_symlink():
            _link(folder / path, target)
        else:
            target.write_bytes(text.encode())
    if folder.is_dir():
        shutil.copymode(folder, beside)
        owned = _owned(folder)
        for path in _foreign(folder, owned | set(whole)):
            target = beside / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if (folder / path).is_dir() and not (folder / path).is_symlink():
                target.mkdir(exist_ok=True)
            else:
                _link(folder / path, target)


def _foreign(folder: Path, ours: set[str] | frozenset[str]) -> Iterator[str]:
    """What is in the folder and not the generator's; caches of compiled modules go with the modules."""
    for at, folders, files in os.walk(folder):
        if "__pycache__" in folders:
            folders.remove("__pycache__")
        inside = Path(at).relative_to(folder)
        linked = [name for name in folders if (Path(at) / name).is_symlink()]
        for name in (*files, *linked):
            path = (inside / name).as_posix()
            if path not in ours:
                yield path
        if not files and not folders:
            yield inside.as_posix()


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # another file system, or one without hard links
        shutil.copy2(source, target, follow_symlinks=False)


def _diff(path: str, whole: Tree, folder: Path) -> Iterator[str]:
    before = (_read(folder, path) or b"").decode("utf-8", "replace").splitlines(keepends=True)
    after = whole.get(path, "").splitlines(keepends=True)
    old = f"a/{path}" if before else "/dev/null"
    new = f"b/{path}" if path in whole else "/dev/null"
    for line in difflib.unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
