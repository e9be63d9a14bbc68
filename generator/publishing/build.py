"""The distributions: built twice from a clean copy, and only kept where both times give the same bytes.

Only what the generator's manifest lists goes in, whatever else lies in the folder; and the document, as one
file, so that whoever has the sdist has all that the package was made of.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from attrs import frozen

from ..diagnostics import Report
from ..output.atomic_replace import MANIFEST
from ..pipeline import Compilation
from ..program import COMMAND
from .errors import Refusal
from .project import Project
from .sbom import sbom

DOCUMENT = "openapi.json"
"""The document the package was made from, in its sdist."""


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
        Refusal: the document can't be read, the build fails, or gives other bytes the second time.
    """
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dist, prefix=".building-") as at:
        first, second = (_once(project, spec, Path(at, turn)) for turn in ("first", "second"))
        hashes = {path.name: digest(path) for path in first}
        if hashes != {path.name: digest(path) for path in second}:
            raise Refusal(
                f"two builds of {project.stem} differ",
                "find what in it depends on time or place",
            )
        _check(first)
        kept = [path.replace(dist / path.name) for path in sorted(first)]
    bill = dist / f"{project.stem}.cdx.json"
    bill.write_text(sbom(project, hashes), encoding="utf-8")
    wheel, sdist = sorted(kept, key=lambda path: path.suffix != ".whl")
    return Built(sdist, wheel, bill, hashes)


def digest(path: Path) -> str:
    """The SHA-256 of a file.

    Args:
        path: the file.

    Returns:
        64 hexadecimal digits.
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _once(project: Project, spec: Path, at: Path) -> tuple[Path, ...]:
    source, out = at / "source", at / "out"
    stage_sources(project, spec, source)
    out.mkdir()
    # Without isolation, so that the pinned build backend is used and nothing is downloaded.
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)]
    _run(command, {"SOURCE_DATE_EPOCH": str(project.epoch)}, "the build fails")
    return tuple(sorted(out.iterdir()))


def stage_sources(project: Project, spec: Path, source: Path) -> None:
    """Copy what goes into an sdist into a folder: the files of the package, and the document as one file.

    Raises:
        Refusal: the document has errors.
    """
    listed = (project.folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    for path in listed:
        if path and not path.startswith("#") and path != MANIFEST:
            target = source / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((project.folder / path).read_bytes())
    text = Compilation(spec, Report()).bundle("json")
    if text is None:
        raise Refusal("the document has errors", f"`{COMMAND} lint` shows them")
    (source / DOCUMENT).write_text(text, encoding="utf-8")


def _check(files: tuple[Path, ...]) -> None:
    command = [sys.executable, "-m", "twine", "--no-color", "check", "--strict", *map(str, files)]
    _run(command, {}, "`twine check` finds fault with the metadata")


def _run(command: list[str], variables: dict[str, str], what: str) -> None:
    done = subprocess.run(
        command,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal(what, f"it said:\n{done.stdout.strip()}")
