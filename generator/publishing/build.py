"""The distributions: built twice from a clean copy, and kept only if both builds give the same bytes.

They hold what the manifest of the generator lists, the text of the licence, and nothing else in the folder; the sdist
also holds the document as one file. What is built is compared with the manifest: an ignore file can make a build backend leave modules out.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from attrs import frozen

from ..diagnostics import Report
from ..output.folder_exchange import MANIFEST
from ..pipeline import Compilation
from ..program import COMMAND
from ..text import pluralize
from .errors import Refusal
from .process import run_or_refuse
from .project import Project
from .sbom import build_sbom

DOCUMENT = "openapi.json"
"""The document the package was made from, in its sdist."""
_LICENCE_TEXTS = ("LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*")
"""The maintainer's files that the build backend puts next to the metadata, too."""


@frozen
class Built:
    """Distributions on disk.

    Attributes:
        sdist: the source distribution.
        wheel: the wheel, built from the sdist.
        bill: the bill of materials.
        hashes: SHA-256 of sdist and wheel by file name, in hexadecimal.
    """

    sdist: Path
    wheel: Path
    bill: Path
    hashes: dict[str, str]


def build(project: Project, spec: Path, dist: Path) -> Built:
    """Build sdist, wheel and bill of materials.

    Args:
        project: what to build.
        spec: root of the OpenAPI document; it goes into the sdist.
        dist: where the files are put; files of the same names are replaced.

    Returns:
        What was built.

    Raises:
        Refusal: the document can't be read, a licence is claimed without its text, or the build fails, lacks a
            file, or gives other bytes the second time.
    """
    if project.licence and not _list_licence_texts(project):
        raise Refusal(
            f"the package claims the licence {project.licence} without its text",
            f"put the text into {project.folder.name}/LICENSE; later runs of the generator keep it",
        )
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dist, prefix=".building-") as at:
        first, second = (_build_once(project, spec, Path(at, turn)) for turn in ("first", "second"))
        hashes = {path.name: digest(path) for path in first}
        if hashes != {path.name: digest(path) for path in second}:
            raise Refusal(
                f"two builds of {project.stem} differ",
                "find out what depends on the time or the folder of the build",
            )
        _check_metadata(first)
        _check_contents(project, first)
        built = [path.replace(dist / path.name) for path in sorted(first)]
    bill = dist / f"{project.stem}.cdx.json"
    bill.write_text(build_sbom(project, hashes), encoding="utf-8")
    wheel, sdist = sorted(built, key=lambda path: path.suffix != ".whl")
    return Built(sdist, wheel, bill, hashes)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _build_once(project: Project, spec: Path, at: Path) -> tuple[Path, ...]:
    source, out = at / "source", at / "out"
    stage_sources(project, spec, source)
    out.mkdir()
    # Without isolation, so that the pinned build backend is used and nothing is downloaded.
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)]
    run_or_refuse(
        command,
        "the build fails",
        environment={**os.environ, "SOURCE_DATE_EPOCH": str(project.epoch)},
    )
    return tuple(sorted(out.iterdir()))


def stage_sources(project: Project, spec: Path, source: Path) -> None:
    """Copy what goes into an sdist into a folder: the package, its licence, and the document as one file.

    Raises:
        Refusal: the document has errors.
    """
    for path in [*_list_files(project), *_list_licence_texts(project)]:
        target = source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((project.folder / path).read_bytes())
    text = Compilation(spec, Report()).bundle("json")
    if text is None:
        raise Refusal("the document has errors", f"`{COMMAND} lint` shows them")
    (source / DOCUMENT).write_text(text, encoding="utf-8")


def _list_files(project: Project) -> list[str]:
    """Return the paths of the generated files, as the manifest lists them."""
    lines = (project.folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#") and line != MANIFEST]


def _list_licence_texts(project: Project) -> list[str]:
    """Return the names of the files that say how the package may be used."""
    files = {path for pattern in _LICENCE_TEXTS for path in project.folder.glob(pattern)}
    return sorted(path.name for path in files if path.is_file())


def _check_contents(project: Project, files: tuple[Path, ...]) -> None:
    """Refuse distributions that lack a generated file."""
    paths = _list_files(project)
    modules = {path.removeprefix("src/") for path in paths if path.startswith("src/")}
    for file in files:
        if file.suffix == ".whl":
            with zipfile.ZipFile(file) as archive:
                missing = modules - {*archive.namelist()}
        else:
            with tarfile.open(file) as archive:
                names = {name.partition("/")[2] for name in archive.getnames()}
                missing = {*paths} - names
        if missing:
            raise Refusal(
                f"{file.name} lacks {pluralize(len(missing), 'generated file')}, first {min(missing)}",
                "see whether a .gitignore excludes it",
            )


def _check_metadata(files: tuple[Path, ...]) -> None:
    command = [sys.executable, "-m", "twine", "--no-color", "check", "--strict", *map(str, files)]
    run_or_refuse(command, "`twine check` rejects the metadata")
