"""The generated files in memory, and the two operations on them: write and compare.

The folder's manifest lists what is generated; a run replaces or removes these files and no others. A folder that
holds nothing else is exchanged for a new one in one step (`folder_exchange`). Where other files, links or mounts are
in it, or a program runs in it, its files are changed in place with a journal (`journal`). Either way the package is the
old or the new one, once the next run has recovered from a killed one.
"""

from __future__ import annotations

import difflib
import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from attrs import frozen

from . import journal
from .folder_exchange import (
    MANIFEST as MANIFEST,
)
from .folder_exchange import (
    WorkFolder,
    can_exchange,
    copy_attributes,
    is_bytecode_of,
    recover,
)
from .folder_lock import LockedError, lock_folder

Tree = Mapping[str, str]
"""Relative path, with `/`, to text."""

_HEAD: Final = (
    "# What the generator made here; a run replaces or removes these files and no others.\n"
)
_FULL = {errno.ENOSPC, errno.EDQUOT}


class TreeError(Exception):
    """The tree can't be written to the folder; the message says why and how to fix it."""


def _ignore(_message: str) -> None: ...


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


def write(tree: Tree, folder: Path, on_wait: Callable[[str], None] = _ignore) -> tuple[str, ...]:
    """Make a folder hold exactly the tree, besides files that are not the generator's.

    Args:
        tree: all files that are to be there.
        folder: where; it is created if need be.
        on_wait: takes a sentence if another program holds the folder's lock.

    Returns:
        The paths that were added, changed or removed; if there are none, nothing was touched.

    Raises:
        TreeError: a path leads out of the folder, the folder can't be written, or a file in the way is not the
            generator's; the old package stands.
    """
    tree_with_manifest = _with_manifest(tree)
    requested_folder, folder = folder, Path(os.path.realpath(folder))
    if folder == folder.parent:
        raise TreeError(f"{folder} can't hold a package; choose another folder with `--output`")
    if folder.exists() and not folder.is_dir():
        raise TreeError(f"{folder.name} is a file; choose a folder for the package")
    created = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with lock_folder(folder, on_wait):
            return _replace(tree_with_manifest, folder)
    except LockedError as error:
        raise TreeError(str(error)) from None
    except OSError as error:
        for each in created:
            with suppress(OSError):
                each.rmdir()
        raise _make_refusal(error, requested_folder) from error


def _make_refusal(error: OSError, folder: Path) -> TreeError:
    reason = error.strerror or str(error)
    if error.errno in _FULL:
        return TreeError(
            f"{folder} can't be written: {reason}; free some space, or choose another `--output`"
        )
    place = f" ({error.filename})" if error.filename else ""
    return TreeError(
        f"{folder} can't be written: {reason}{place}; make it writable, or choose another folder with `--output`"
    )


def _replace(tree_with_manifest: Tree, folder: Path) -> tuple[str, ...]:
    recover(folder, list_owned)
    journal.recover(folder)
    drift = _find_differences(tree_with_manifest, folder)
    if not drift.paths:
        return ()
    owned = list_owned(folder)
    _refuse_foreign(drift, folder, owned)
    _refuse_links(drift, folder)
    if not folder.exists() or (
        not _has_others(folder, {*owned, *tree_with_manifest}) and can_exchange(folder)
    ):
        work = WorkFolder(folder)
        try:
            _build(tree_with_manifest, folder, work.new)
            if work.put_in_place(list_owned):
                return drift.paths
        finally:
            work.remove(list_owned)
    changed = {
        path: tree_with_manifest[path].encode()
        for path in tree_with_manifest
        if path in {*drift.missing, *drift.changed}
    }
    journal.apply(folder, changed, drift.stale)
    _remove_bytecode(folder, (*drift.changed, *drift.stale))
    return drift.paths


def compare(tree: Tree, folder: Path) -> Drift:
    """Compare a folder with a tree; takes no lock and writes nothing.

    Args:
        tree: all files that should be there.
        folder: where they should be; it may be missing.

    Returns:
        The differing paths and a unified diff from what is there to what should be.
    """
    folder = Path(os.path.realpath(folder))
    tree_with_manifest = _with_manifest(tree)
    drift = _find_differences(tree_with_manifest, folder)
    diff = "".join(line for path in drift.paths for line in _diff(path, tree_with_manifest, folder))
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


def _find_differences(tree_with_manifest: Tree, folder: Path) -> Drift:
    missing: list[str] = []
    changed: list[str] = []
    for path, text in tree_with_manifest.items():
        content = _read(folder, path)
        if content is None:
            missing.append(path)
        elif content != text.encode():
            changed.append(path)
    stale = [
        path
        for path in list_owned(folder)
        if path not in tree_with_manifest and _read(folder, path) is not None
    ]
    return Drift(tuple(sorted(missing)), tuple(sorted(stale)), tuple(sorted(changed)), "")


def list_owned(folder: Path) -> frozenset[str]:
    """Return the paths that the folder's manifest lists, as far as they lead into the folder."""
    lines = (_read(folder, MANIFEST) or b"").decode("utf-8", "replace").splitlines()
    return frozenset(
        line
        for line in lines
        if not line.startswith("#") and not {"", ".", ".."} & set(line.split("/"))
    )


def _read(folder: Path, path: str) -> bytes | None:
    try:
        return (folder / path).read_bytes() if (folder / path).is_file() else None
    except (OSError, ValueError):
        return None


def _refuse_foreign(drift: Drift, folder: Path, owned: Collection[str]) -> None:
    foreign = [path for path in drift.changed if path not in owned]
    foreign += [
        path for path in drift.missing if path not in owned and os.path.lexists(folder / path)
    ]
    foreign += [path for path in drift.missing if _is_special(folder / path)]
    if foreign:
        raise TreeError(
            f"{folder.name}/{foreign[0]} is in the way and was not made by the generator; "
            "move it away, or choose another output folder"
        )


def _is_special(path: Path) -> bool:
    """Return whether a folder, a pipe, a socket or a device stands at a path; nothing of that is generated."""
    return path.exists() and not path.is_symlink() and not path.is_file()


def _refuse_links(drift: Drift, folder: Path) -> None:
    """Refuse to write through a link that leads out of the folder."""
    for parent in {(folder / path).parent for path in drift.paths}:
        if not Path(os.path.realpath(parent)).is_relative_to(folder):
            raise TreeError(
                f"{parent.relative_to(folder).as_posix()} is a link that leads out of {folder.name}; "
                "remove it, or choose another output folder"
            )


def _has_others(folder: Path, listed: Collection[str]) -> bool:
    """Return whether anything in a folder is not generated, an empty folder included."""
    for at, folders, files in os.walk(folder):
        inside = Path(at).relative_to(folder)
        for name in files:
            path = (inside / name).as_posix()
            if path not in listed and not is_bytecode_of(path, listed):
                return True
            if _is_special(folder / path):
                return True
        if not files and not folders and inside.parts:
            return True
    return False


def _build(tree_with_manifest: Tree, folder: Path, new: Path) -> None:
    """Build the next state of a folder: unchanged files as links, so that they keep their time."""
    for path, text in sorted(tree_with_manifest.items(), key=lambda item: item[0] != MANIFEST):
        old, target = folder / path, new / path
        _make_parents(folder, new, path)
        content = _read(folder, path)
        if content == text.encode() and not old.is_symlink():
            _link(old, target)
            continue
        target.write_bytes(text.encode())
        if content is not None and not old.is_symlink():
            copy_attributes(old, target)


def _make_parents(folder: Path, new: Path, path: str) -> None:
    for parent in reversed(Path(path).parents[:-1]):
        if not (new / parent).is_dir():
            (new / parent).mkdir()
            if (folder / parent).is_dir():
                copy_attributes(folder / parent, new / parent)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target, follow_symlinks=False)


def _remove_bytecode(folder: Path, paths: Collection[str]) -> None:
    """Remove compiled forms of modules: a new file of the same second and size would pass for the old one."""
    for path in paths:
        cache = (folder / path).parent / "__pycache__"
        stem = Path(path).stem
        with suppress(OSError):
            for name in os.listdir(cache) if path.endswith(".py") else ():
                if name.endswith(".pyc") and name.partition(".")[0] == stem:
                    (cache / name).unlink()
            cache.rmdir()


def _diff(path: str, tree_with_manifest: Tree, folder: Path) -> Iterator[str]:
    before = (_read(folder, path) or b"").decode("utf-8", "replace").splitlines(keepends=True)
    after = tree_with_manifest.get(path, "").splitlines(keepends=True)
    old = f"a/{path}" if before else "/dev/null"
    new = f"b/{path}" if path in tree_with_manifest else "/dev/null"
    for line in difflib.unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
