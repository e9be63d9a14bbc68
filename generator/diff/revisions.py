"""Where the two sides come from: files, or revisions that git keeps.

A revision is unpacked into a temporary folder, so the work tree is neither touched nor locked. Only the
folder of the description and the generated package are taken from it.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from attrs import frozen


class RevisionError(Exception):
    """What was asked for is neither a file nor a revision; the message says what to do."""


@frozen
class Origin:
    """Where one side is read from."""

    spec: Path
    """The root document."""
    label: str
    """What pointers begin with when shown, `HEAD~1:` or nothing."""
    prefix: str
    """What they begin with in fact and a reader need not see."""
    package: Path | None
    """The folder of the generated package that goes with it, if one is kept."""
    name: str
    """What the side is called."""


def work_tree(spec: Path, package: Path | None = None) -> Origin:
    """The description as it stands on disk."""
    return Origin(spec, "", "", package, _shown(spec))


def origin(asked: str, spec: Path, folder: Path, package: Path) -> Origin:
    """Find what the user means by `OLD` or `NEW`.

    Args:
        asked: a file, a git revision (`HEAD~1`, `v1.2.0`), or a file of a revision (`v1:spec/openapi.yaml`).
        spec: the root document that a bare revision stands for.
        folder: an empty folder to unpack a revision in.
        package: the folder of the generated package, as it is called in the work tree.

    Raises:
        RevisionError: it is neither, or git cannot be asked.
    """
    if Path(asked).is_file():
        return work_tree(Path(asked))
    revision, _, path = asked.partition(":")
    root = _top(spec.parent if not path else Path.cwd())
    _known(revision, root, asked)
    inside = Path(path) if path else _inside(spec, root)
    kept = _package(package, root)
    wanted = [inside.parent.as_posix(), *([kept.as_posix()] if kept is not None else [])]
    _unpack(revision, wanted, root, folder)
    if not (folder / inside).is_file():
        raise RevisionError(f"{revision} has no {inside.as_posix()}; name it as `{revision}:PATH`")
    return Origin(
        spec=folder / inside,
        label=f"{revision}:",
        prefix=f"{folder.as_posix()}/",
        package=folder / kept if kept is not None and (folder / kept).is_dir() else None,
        name=revision,
    )


def revision_of(pattern: str, folder: Path) -> str | None:
    """The newest tag of a pattern that leads here, None if there is none.

    Args:
        pattern: as `git describe --match` takes it.
        folder: a folder of the repository.
    """
    asked = ("describe", "--tags", "--abbrev=0", f"--match={pattern}", "HEAD")
    done = _git(folder, *asked)
    return done.stdout.decode().strip() or None if done.returncode == 0 else None


def _top(folder: Path) -> Path:
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise RevisionError(f"{_shown(folder)} is in no git repository; give two files")
    return Path(done.stdout.decode().rstrip("\n"))


def _known(revision: str, root: Path, asked: str) -> None:
    done = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if done.returncode:
        raise RevisionError(f"`{asked}` is neither a file nor a revision of this repository")


def _inside(path: Path, root: Path) -> Path:
    try:
        return path.resolve().relative_to(root.resolve())
    except ValueError:
        raise RevisionError(f"{_shown(path)} is outside the repository; give two files") from None


def _package(package: Path, root: Path) -> Path | None:
    """The folder of the package within the repository, None if it is elsewhere."""
    resolved, top = package.resolve(), root.resolve()
    return resolved.relative_to(top) if resolved.is_relative_to(top) else None


def _unpack(revision: str, paths: list[str], root: Path, folder: Path) -> None:
    """Unpack those of the paths that the revision has."""
    listed = _git(root, "ls-tree", "--name-only", "-z", revision, "--", *paths).stdout
    found = [name for name in listed.decode().split("\0") if name]
    if not found:
        return
    done = _git(root, "archive", "--format=tar", revision, "--", *found)
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        unpack(archive, folder)


def unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack an archive into a folder, and nothing beyond it."""
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
        return
    for member in archive:  # before Python 3.11.4; links are left out
        target = (folder / member.name).resolve()
        if (member.isreg() or member.isdir()) and target.is_relative_to(folder.resolve()):
            archive.extract(member, folder, set_attrs=False)


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed; give two files") from None


def _shown(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix() or "."
    except ValueError:
        return str(path)
