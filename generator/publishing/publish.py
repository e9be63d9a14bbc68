"""Publishing: every reason to refuse is checked before anything is uploaded.

The command can be repeated after an interruption at any step: before the upload nothing has happened outside; after
it, the digests on the index show which files it has, and a record shows that the last steps are left.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from packaging.version import Version

from ..diagnostics import Report
from ..lowering.naming.name_lock import read_package_lock
from ..output.tree import compare
from ..pipeline import Compilation, Options
from ..program import COMMAND
from ..text import pluralize
from . import index as indexes
from .build import Built, build
from .commit import check_commit
from .errors import Refusal
from .index import Index, Releases
from .install_check import try_from_index, try_wheel
from .process import run_or_refuse
from .project import Project, Workplace, read_project
from .upload_state import UploadState, find_missing
from .version_check import check_bump

Announce = Callable[[str], None]


def publish(place: Workplace, index: Index, dry_run: bool, announce: Announce) -> None:
    """Publish the client, or refuse.

    Args:
        place: where things are.
        index: where to publish.
        dry_run: do everything but the upload; the wheel is tried instead of what the index has.
        announce: takes each step as it begins.

    Raises:
        Refusal: the client can't be published as it is.
    """
    project = read_project(place.generated)
    check_commit(place)
    state = UploadState(place.state / f"{project.stem}.json")
    announce(f"looking for {project.distribution} {project.version} at {index.simple}")
    releases = indexes.list_releases(index, project.distribution)
    unfinished = state.read_unfinished(index.upload)
    _check_absent(project, releases, bool(unfinished))
    announce("comparing the client with its description")
    _check_drift(place)
    announce("checking the version against what changed")
    check_bump(place, project, releases, lambda package, path: indexes.fetch(index, package, path))
    announce("running the tests")
    _check_tests(place)
    announce("building")
    built = build(project, place.spec, place.dist)
    missing = find_missing(built.hashes, _list_files_of_same_version(project, releases), unfinished)
    if dry_run:
        announce("trying the wheel in a fresh environment")
        with tempfile.TemporaryDirectory() as at:
            try_wheel(project, built, Path(at, "environment"))
        announce(f"would upload {', '.join(missing) or 'nothing more'}; nothing was sent")
        return
    state.begin(index.upload, built.hashes)
    _send(index, project, built, missing, announce)
    state.end()


def _send(
    index: Index, project: Project, built: Built, missing: tuple[str, ...], announce: Announce
) -> None:
    if missing:
        announce(f"uploading {', '.join(missing)}")
        indexes.upload(index, [built.wheel.with_name(name) for name in missing])
    indexes.wait_for(index, project.distribution, built.hashes)
    announce("installing it from the index into a fresh environment, and trying it")
    with tempfile.TemporaryDirectory() as at:
        try_from_index(project, built, index, Path(at, "environment"))
    announce(
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


def _list_files_of_same_version(project: Project, releases: Releases) -> dict[str, str | None]:
    return dict(releases.files.get(Version(project.version), {}))


def _check_absent(project: Project, releases: Releases, unfinished: bool) -> None:
    """Refuse a version that is complete on the index; an incomplete one is compared by its bytes later."""
    kinds = {Path(name).suffix for name in _list_files_of_same_version(project, releases)}
    if kinds >= {".whl", ".gz"} and not unfinished:
        raise Refusal(
            f"the index has {project.distribution} {project.version} already",
            f"raise the version with `{COMMAND} release --write`",
        )


def _check_tests(place: Workplace) -> None:
    run_or_refuse(
        place.tests,
        "the tests fail",
        folder=place.generated.parent,
        help="their output ends with",
    )
