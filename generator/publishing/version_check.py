"""Checks that the version is high enough for the changes since the last one on the index.

The last sdist on the index is what users have: it holds the document, as one file, and the package. The same is built
from the current state, and both are compared by the function that `release` proposes versions with.
"""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from packaging.version import Version
from pypi_simple import DistributionPackage

from ..diff.compared_versions import UnreadableError
from ..diff.compared_versions import Version as SdistVersion
from ..diff.render_changes import summarize
from ..diff.revisions import Origin, unpack
from ..program import COMMAND
from ..release.proposal import decide
from .build import DOCUMENT, stage_sources
from .errors import Refusal
from .index import Releases
from .project import Project, Workplace

Fetch = Callable[[DistributionPackage, Path], None]


def check_bump(place: Workplace, project: Project, releases: Releases, fetch: Fetch) -> None:
    """Refuse a version that is lower than the changes ask for.

    Args:
        place: where things are.
        project: what is to be published.
        releases: what the index has of it.
        fetch: fetches a file from the index.

    Raises:
        Refusal: the changes ask for a higher version, or can't be judged.
    """
    before = [version for version in releases.files if version < Version(project.version)]
    if not before:
        return
    last = max(before)
    if last not in releases.sdists:
        raise Refusal(
            f"the index has no sdist of {last}, so what changed since then can't be judged",
            f"upload the sdist of {last}",
        )
    with tempfile.TemporaryDirectory() as at:
        folder = Path(at)
        fetch(releases.sdists[last], folder / "sdist.tar.gz")
        old = _read_sdist(_unpack(folder), str(last))
        stage_sources(project, place.spec, folder / "current")
        proposal = decide(old, _read_sdist(folder / "current", project.version))
    if not proposal.is_high_enough:
        changes = summarize(proposal.changes) or "changes that no caller sees"
        raise Refusal(
            f"{proposal.current} is too low: {changes} since {last} ask for {proposal.version}",
            f"`{COMMAND} diff` shows them, `{COMMAND} release --write` raises the version",
        )


def _unpack(folder: Path) -> Path:
    with tarfile.open(folder / "sdist.tar.gz") as archive:
        unpack(archive, folder / "unpacked")
    return next((folder / "unpacked").iterdir())


def _read_sdist(source: Path, name: str) -> SdistVersion:
    origin = Origin(
        source / DOCUMENT, name, label=f"{name}:", prefix=f"{source.as_posix()}/", package=source
    )
    try:
        return SdistVersion(origin)
    except (UnreadableError, OSError) as error:
        raise Refusal(
            f"the document in the sdist of {name} can't be read by this generator",
            f"compare by hand and raise the version; the message:\n{error}",
        ) from None
