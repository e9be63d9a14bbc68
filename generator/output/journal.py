"""Change files of a folder in place, all or none of them, even if the run is killed in between.

Everything is prepared in a work folder inside the folder: the new files, and links to the old ones. Then a journal is
written that lists the steps, and the steps are carried out; each is one rename or one removal. If a step fails, the
old files come back. If the run is killed, the next one carries out the steps that are left (`recover`).

No step touches a file that changed since it was compared: a file that a user saved meanwhile stays.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from attrs import asdict, frozen

from .folder_exchange import copy_attributes, is_work_folder

_PREFIX: Final = ".generator-"
_MARKER: Final = "made-by-openapi-client-generator"
_JOURNAL: Final = "journal.json"
_PREPARED = re.compile(r"(new|old)-\d+|journal\.json(\.part)?")


@frozen
class _Step:
    """One change of one file.

    Attributes:
        path: the file, relative to the folder.
        before: the digest of its content before the run; empty where there was none.
        after: the digest of its content afterwards; empty where it is removed.
        number: the number of the prepared files, `new-N` and `old-N`.
    """

    path: str
    before: str
    after: str
    number: int


def apply(folder: Path, files: Mapping[str, bytes], removed: Iterable[str]) -> None:
    """Write and remove files of a folder.

    Args:
        folder: an existing folder.
        files: the new contents by relative path.
        removed: the relative paths of the files to remove.

    Raises:
        OSError: a file can't be written; all are as they were before.
    """
    work = Path(mkdtemp(prefix=_PREFIX, dir=folder))
    try:
        (work / _MARKER).touch()
        changes: dict[str, bytes | None] = {**dict.fromkeys(removed), **files}
        steps = [
            _prepare(work, folder, path, content, number)
            for number, (path, content) in enumerate(changes.items())
        ]
        part = work / f"{_JOURNAL}.part"
        part.write_text(json.dumps([asdict(step) for step in steps]), encoding="utf-8")
        os.rename(part, work / _JOURNAL)
    except BaseException:
        _remove(work)
        raise
    _carry_out(work, folder, steps)


def recover(folder: Path) -> None:
    """Carry out the remaining steps of a killed run."""
    for work in _list_work_folders(folder):
        if not (work / _MARKER).is_file():
            with suppress(
                OSError
            ):  # killed before it wrote the marker; a folder that is not empty is not ours
                work.rmdir()
            continue
        try:
            steps = [_Step(**each) for each in json.loads((work / _JOURNAL).read_bytes())]
        except (OSError, ValueError, TypeError):  # it was killed before the first step
            steps = []
        _carry_out(work, folder, steps)


def is_interrupted(folder: Path) -> bool:
    """Return whether a run was killed while it changed a folder, so that the next one has to go on with it."""
    return any((work / _JOURNAL).is_file() for work in _list_work_folders(folder))


def _list_work_folders(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [folder / name for name in names if is_work_folder(name, _PREFIX)]


def _prepare(work: Path, folder: Path, path: str, content: bytes | None, number: int) -> _Step:
    target, new, old = folder / path, work / f"new-{number}", work / f"old-{number}"
    before = _digest_file(target)
    if before:
        _link(target, old)
    if content is not None:
        new.write_bytes(content)
        if before and not target.is_symlink():
            copy_attributes(target, new)
    return _Step(path, before, _digest_bytes(content) if content is not None else "", number)


def _carry_out(work: Path, folder: Path, steps: list[_Step]) -> None:
    try:
        for step in steps:
            _do(work, folder, step)
    except BaseException:  # also after an interrupt
        for step in steps:
            _undo(work, folder, step)
        _remove(work)
        raise
    _remove(work)


def _do(work: Path, folder: Path, step: _Step) -> None:
    target, new = folder / step.path, work / f"new-{step.number}"
    if _digest_file(target) != step.before:
        return  # done already, or saved by a user
    if not step.after:
        target.unlink(missing_ok=True)
        _remove_empty(target.parent, folder)
    elif new.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        if step.before:
            _move(new, target)
        else:
            _add(new, target)


def _undo(work: Path, folder: Path, step: _Step) -> None:
    target, old = folder / step.path, work / f"old-{step.number}"
    with suppress(OSError):
        if _digest_file(target) != step.after or step.before == step.after:
            return
        if step.before:
            target.parent.mkdir(parents=True, exist_ok=True)
            _move(old, target)
        else:
            target.unlink(missing_ok=True)
            _remove_empty(target.parent, folder)


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder and those around it, as far as they are empty."""
    with suppress(OSError):
        while folder != top and not folder.is_symlink():
            folder.rmdir()
            folder = folder.parent


def _digest_file(path: Path) -> str:
    """Return the digest of the file at a path, for a link that of its target; empty if there is none."""
    if path.is_symlink():
        return _digest_bytes(b"link " + os.fsencode(os.readlink(path)))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return "no file"  # a folder, or a pipe, which would never end
        return _digest_bytes(path.read_bytes())
    except FileNotFoundError:
        return ""
    except NotADirectoryError:
        return "no file"


def _digest_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # another file system, or one without hard links
        shutil.copy2(source, target, follow_symlinks=False)


def _add(source: Path, target: Path) -> None:
    """Rename a file without replacing one that a user saved at the target meanwhile."""
    try:
        os.link(source, target)
    except FileExistsError:
        return
    except OSError:  # another file system, or one without hard links
        _move(source, target)
    else:
        source.unlink()


def _move(source: Path, target: Path) -> None:
    """Rename a file, also to another file system that is mounted inside the folder."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        part = target.with_name(f"{_PREFIX}{target.name}")
        try:
            shutil.copy2(source, part, follow_symlinks=False)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)


def _remove(work: Path) -> None:
    """Remove a work folder and the files that were prepared in it, nothing else."""
    with suppress(OSError):
        for name in os.listdir(work):
            if _PREPARED.fullmatch(name):
                (work / name).unlink()
        (work / _MARKER).unlink()
        work.rmdir()
