"""The way to the index: every reason to refuse comes before anything leaves the machine.

Interrupted anywhere, the same command goes on: until the upload nothing has happened outside; from then on the
index tells, by their digests, which of our files it has, and a note tells that the last steps are due.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from packaging.version import Version

from ..diagnostics import Report
from ..lowering.naming.lock import read_package_lock
from ..output.tree import compare
from ..pipeline import Compilation, Options
from ..program import COMMAND
from ..text import pluralize
from . import index as indexes
from .build import Built, build
from .errors import Refusal
from .index import Index, Listed
from .install_check import try_from_index, try_wheel
from .project import Project, Workplace, read_project
from .upload_state import Memory, left_to_send
from .version_check import check_bump

Say = Callable[[str], None]


def publish(place: Workplace, index: Index, dry_run: bool, say: Say) -> None:
    """Publish the client, or refuse.

    Args:
        place: where things are.
        index: where to publish.
        dry_run: do everything but the upload; the wheel is tried instead of what the index has.
        say: is told each step as it begins.

    Raises:
        Refusal: something stands in the way.
    """
    say("comparing the client with its spec")
    _check_drift(place)
    project = read_project(place.generated)
    memory = Memory(place.state / f"{project.stem}.json")
    say(f"looking for {project.distribution} {project.version} at {index.simple}")
    there = indexes.listed(index, project.distribution)
    unfinished = memory.unfinished(index.upload)
    _check_absent(project, there, bool(unfinished))
    say("judging the version by what changed")
    check_bump(place, project, there, lambda package, path: indexes.fetch(index, package, path))
    say("running the tests")
    _check_tests(place)
    say("building")
    built = build(project, place.spec, place.dist)
    missing = left_to_send(built.hashes, _same_version(project, there), unfinished)
    if dry_run:
        say("trying the wheel in a fresh environment")
        with tempfile.TemporaryDirectory() as at:
            try_wheel(project, built, Path(at, "environment"))
        say(f"would upload {', '.join(missing) or 'nothing more'}; nothing was sent")
        return
    memory.begin(index.upload, built.hashes)
    _send(index, project, built, missing, say)
    memory.end()


def _send(index: Index, project: Project, built: Built, missing: tuple[str, ...], say: Say) -> None:
    if missing:
        say(f"uploading {', '.join(missing)}")
        indexes.upload(index, [built.wheel.with_name(name) for name in missing])
    indexes.wait_for(index, project.distribution, built.hashes)
    say("installing it from the index into a fresh environment, and trying it")
    with tempfile.TemporaryDirectory() as at:
        try_from_index(project, built, index, Path(at, "environment"))
    say(
        f"published {project.distribution} {project.version}; mark the commit: git tag v{project.version}"
    )


def _check_drift(place: Workplace) -> None:
    report = Report()
    options = Options(name_lock=read_package_lock(place.generated))
    tree = Compilation(place.spec, report, options).tree
    if tree is None or report.has_errors:
        raise Refusal("the document has errors", f"`{COMMAND} lint` shows them")
    paths = compare(tree, place.generated).paths
    if paths:
        raise Refusal(
            f"{place.generated.name}/ is not what the spec gives: {pluralize(len(paths), 'file')}, {paths[0]} the first",
            f"`{COMMAND} generate` writes them; commit them before you publish",
        )


def _same_version(project: Project, there: Listed) -> dict[str, str | None]:
    return dict(there.files.get(Version(project.version), {}))


def _check_absent(project: Project, there: Listed, unfinished: bool) -> None:
    """Refuse early what is complete on the index; what is not, is judged by its bytes once they are built."""
    kinds = {Path(name).suffix for name in _same_version(project, there)}
    if kinds >= {".whl", ".gz"} and not unfinished:
        raise Refusal(
            f"the index has {project.distribution} {project.version} already",
            f"raise the version with `{COMMAND} release --write`",
        )


def _check_tests(place: Workplace) -> None:
    done = subprocess.run(
        place.tests,
        cwd=place.generated.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal("the tests fail", f"they said:\n{done.stdout.strip()[-4000:]}")
