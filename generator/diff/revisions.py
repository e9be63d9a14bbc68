"""Where the two versions come from: files, or revisions that git has.

A revision is unpacked into a temporary folder, so the work tree is neither changed nor locked. Only the folder of the
document, the generated package, and the given overlays and settings are taken from it.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from attrs import frozen

from ..openapi.loading.files import STANDARD_INPUT, strip_credentials
from ..program import COMMAND, parse_document

_SHOWN: Final = 200
"""How many characters of what the user wrote are repeated in a message."""


class RevisionError(Exception):
    """A version can't be located; the message says what is wrong and how to fix it."""


@frozen
class Inputs:
    """What a command is given besides the versions.

    Attributes:
        spec: the document that a bare revision and the work tree stand for, which may be at a URL; None if there is none.
        package: the folder of the generated package; None if there is none.
        overlays: overlays to apply to both versions. What a revision has under the same path is taken from it.
        config: a file with settings, likewise; None for the one next to each document.
    """

    spec: Path | str | None = None
    package: Path | None = None
    overlays: tuple[Path, ...] = ()
    config: Path | None = None
    allow_outside: bool = False
    """Whether references may leave the folder of a document or use a network."""


@frozen
class Origin:
    """Where one version is read from."""

    spec: Path | str
    """The root document; text where it is a URL, or `-` for standard input."""
    name: str
    """What the version is called."""
    label: str = ""
    """The start of pointers as they are shown: `HEAD~1:`, or nothing."""
    prefix: str = ""
    """The start of pointers that is not shown."""
    package: Path | None = None
    """The folder of the generated package that belongs to it, if one exists."""
    overlays: tuple[Path, ...] = ()
    config: Path | None = None
    allow_outside: bool = False


def locate_file(spec: Path | str, inputs: Inputs) -> Origin:
    """Return a document as it is on disk, at a URL or on standard input."""
    if isinstance(spec, Path):
        name = _display(spec)
    else:
        name = "<stdin>" if spec == STANDARD_INPUT else strip_credentials(spec)
    return Origin(
        spec,
        name,
        overlays=inputs.overlays,
        config=inputs.config,
        allow_outside=inputs.allow_outside,
    )


def locate(reference: str, inputs: Inputs, folder: Path) -> Origin:
    """Return the version that the user means by `OLD` or `NEW`.

    Args:
        reference: a file, a URL, `-`, a git revision (`HEAD~1`, `v1.2.0`), or a file of a revision
            (`v1:spec/openapi.yaml`).
        inputs: what the command is given besides.
        folder: an empty folder to unpack a revision in.

    Raises:
        RevisionError: it is neither, or git can't answer.
    """
    document = parse_document(reference)
    if (
        isinstance(document, str)
        or _is_file_or_pipe(document)
        or _is_folder_only(document, reference)
    ):
        return locate_file(document, inputs)
    revision, _, path = reference.partition(":")
    if not path and inputs.spec is None:
        raise RevisionError(
            f"`{_shorten(reference)}` is not a file\nhelp: name a file, a URL or `REVISION:PATH`, or the document with --spec"
        )
    spec = inputs.spec if not path else None
    if isinstance(spec, str):
        raise RevisionError(
            f"`{_shorten(reference)}` is not a file, and git has no earlier version of {locate_file(spec, inputs).name}\n"
            f"help: name the earlier document, or keep the document in git: {explain_keeping(spec)}"
        )
    home = spec.parent if spec is not None else Path.cwd()
    root = find_repository(home, f"`{_shorten(reference)}` is not a file, and ")
    _check_revision(revision, root, reference)
    inside = _find_path_inside(path, root) if path else _make_relative(spec or Path(), root)
    others = [
        each for each in (inputs.package, inputs.config, *inputs.overlays) if each is not None
    ]
    needed_paths = [
        inside.parent,
        *(each for path in others if (each := _try_relative(path, root))),
    ]
    _unpack_paths(revision, needed_paths, root, folder)
    if not (folder / inside).is_file():
        raise RevisionError(_describe_missing_file(revision, inside, root))
    return Origin(
        spec=folder / inside,
        name=reference if path else revision,
        label=f"{revision}:",
        prefix=f"{folder.as_posix()}/",
        package=(
            _find_unpacked(inputs.package, root, folder) if inputs.package is not None else None
        ),
        overlays=tuple(_from_revision(inputs.overlays, root, folder)),
        config=next(
            iter(_from_revision([inputs.config] if inputs.config else [], root, folder)), None
        ),
        allow_outside=inputs.allow_outside,
    )


def explain_keeping(spec: str) -> str:
    """Return how a document that is not a file gets into git."""
    document = "SPEC" if spec == STANDARD_INPUT else strip_credentials(spec)
    return (
        f"`{COMMAND} bundle {document} > openapi.yaml`, commit it, and give `--spec openapi.yaml`"
    )


def _is_file_or_pipe(path: Path) -> bool:
    """Return whether there is a file or a pipe; a folder counts if it can't be a revision."""
    try:
        return path.exists() and (path.is_absolute() or not path.is_dir())
    except OSError:  # longer than a name can be
        return False


def _is_folder_only(path: Path, reference: str) -> bool:
    """Return whether there is a folder of the name, and no revision."""
    try:
        return path.is_dir() and _verify_revision(reference, Path()) != 0
    except OSError:
        return False


def locate_work_tree(old: str, inputs: Inputs) -> Origin:
    """Return the work tree's version of what `OLD` names.

    Raises:
        RevisionError: no document is known, or the work tree has none under that path.
    """
    _, _, path = old.partition(":")
    document = parse_document(old)
    if path and isinstance(document, Path) and not _is_file_or_pipe(document):
        root = find_repository(Path.cwd())
        spec = root / _find_path_inside(path, root)
        if not spec.is_file():
            raise RevisionError(
                f"the work tree has no {path}\nhelp: name the new document: `diff {old} NEW`"
            )
        return locate_file(spec, inputs)
    if inputs.spec is None:
        raise RevisionError("there is no document to compare with\nhelp: name it: `diff OLD NEW`")
    return locate_file(inputs.spec, inputs)


def find_repository(folder: Path, context: str = "") -> Path:
    """Return the top folder of the repository that a folder is in.

    Raises:
        RevisionError: it is in none; `context` begins the message.
    """
    result = run_git(folder, "rev-parse", "--show-toplevel")
    if result.returncode:
        where = f"`{_display(folder)}`" if folder != Path() else "this folder"
        raise RevisionError(
            f"{context}{where} is in no git repository\nhelp: name a file or a URL instead"
        )
    return Path(result.stdout.decode(errors="surrogateescape").rstrip("\n"))


def is_shallow(root: Path) -> bool:
    """Return whether a repository is a shallow clone."""
    return run_git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _verify_revision(revision: str, folder: Path) -> int:
    """Return 0 if the repository that a folder is in has the revision."""
    commit = f"{revision}^{{commit}}"
    options = ("--verify", "--quiet", "--end-of-options")
    return run_git(folder, "rev-parse", *options, commit).returncode


def _check_revision(revision: str, root: Path, reference: str) -> None:
    if not revision or _verify_revision(revision, root):
        more = (
            "\nhelp: this is a shallow clone; `git fetch --unshallow --tags` fetches its history"
            if is_shallow(root)
            else "\nhelp: give a file, a revision such as `HEAD~1`, or `REVISION:PATH`"
        )
        raise RevisionError(
            f"`{_shorten(reference)}` is neither a file nor a revision of this repository{more}"
        )


def _find_path_inside(path: str, root: Path) -> Path:
    """Return the path of a file of a revision; `./x` begins at the current folder, as with git.

    Raises:
        RevisionError: it is absolute or leads out of the repository.
    """
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or Path(path).is_absolute():
        raise RevisionError(
            f"`{path}` is not a path inside a revision\n"
            "help: write it from the top of the repository, without `..`: `REVISION:api/openapi.yaml`"
        )
    return _make_relative(Path.cwd(), root) / pure if path.startswith("./") else Path(pure)


def _make_relative(path: Path, root: Path) -> Path:
    relative = _try_relative(path, root)
    if relative is None:
        raise RevisionError(
            f"{_display(path)} is outside the repository\nhelp: name a file or a URL instead of the revision"
        )
    return relative


def _try_relative(path: Path, root: Path) -> Path | None:
    resolved, top = path.resolve(), root.resolve()
    return resolved.relative_to(top) if resolved.is_relative_to(top) else None


def _find_unpacked(path: Path, root: Path, folder: Path) -> Path | None:
    """Return where a path of the work tree was unpacked, None if the revision lacks it."""
    inside = _try_relative(path, root)
    return folder / inside if inside is not None and (folder / inside).exists() else None


def _from_revision(paths: Iterable[Path], root: Path, folder: Path) -> Iterable[Path]:
    """Yield files as the revision has them; one that it lacks is left out, one from elsewhere stays."""
    for path in paths:
        if _try_relative(path, root) is None:
            yield path
        elif (unpacked := _find_unpacked(path, root, folder)) is not None:
            yield unpacked


def _describe_missing_file(revision: str, inside: Path, root: Path) -> str:
    listed = run_git(root, "ls-tree", revision, "--", inside.as_posix()).stdout
    if listed.startswith(b"120000"):
        return (
            f"{inside.as_posix()} is a symbolic link in {revision} that leads out of its folder\n"
            f"help: name the file that it leads to: `{revision}:PATH`"
        )
    return f"{revision} has no file {inside.as_posix()}\nhelp: name the document: `{revision}:PATH`"


def _unpack_paths(revision: str, paths: list[Path], root: Path, folder: Path) -> None:
    """Unpack those of the paths that the revision has."""
    names = [path.as_posix() for path in paths]
    listed = run_git(root, "ls-tree", "--name-only", "-z", revision, "--", *names).stdout
    present = [name for name in listed.decode(errors="surrogateescape").split("\0") if name]
    if not present:
        return
    result = run_git(root, "archive", "--format=tar", revision, "--", *present)
    if result.returncode:
        raise RevisionError(result.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=io.BytesIO(result.stdout)) as archive:
        unpack(archive, folder)


def unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack an archive into a folder; what would land or lead outside is left out."""
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter=_filter_member)
        return
    for member in archive:  # before Python 3.11.4; links are left out
        target = (folder / member.name).resolve()
        if (member.isreg() or member.isdir()) and target.is_relative_to(folder.resolve()):
            archive.extract(member, folder, set_attrs=False)


def _filter_member(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def run_git(
    folder: Path, *arguments: str, timeout: float | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git, which never asks for anything; one that takes longer than `timeout` seconds has failed.

    Raises:
        RevisionError: git is not installed.
    """
    command = ["git", "-C", str(folder or "."), *arguments]
    quiet = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
    quiet.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
    try:
        return subprocess.run(
            command,
            capture_output=True,
            check=False,
            env=quiet,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, b"", b"")
    except FileNotFoundError:
        raise RevisionError(
            "git is not installed\nhelp: name a file or a URL instead of the revision"
        ) from None


def read_git(folder: Path, *arguments: str, timeout: float | None = None) -> str:
    """Return the output of git without its last newline; "" if it fails.

    Raises:
        RevisionError: git is not installed.
    """
    result = run_git(folder, *arguments, timeout=timeout)
    return result.stdout.decode(errors="replace").rstrip("\n") if result.returncode == 0 else ""


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _display(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix() or "."
    except ValueError:
        return str(path)
