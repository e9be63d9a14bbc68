"""The two versions, read and compared: the API from its document, and the package that belongs to it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from ..diagnostics import Report
from ..finding_text import FINDINGS_LIMIT
from ..finding_text import render_text as render_findings
from ..ir.api import Api
from ..lowering.naming.name_lock import NO_LOCK, NameLock, read_package_lock
from ..openapi.loading import Source
from ..openapi.loading.gc_pause import gc_paused
from ..pipeline import Compilation, Options
from .changes import Change, sort_by_verdict
from .compare_apis import compare
from .python_surface import Surface, compare_surfaces, read_surface
from .render_changes import Comparison
from .revisions import Inputs, Origin, locate, locate_file, locate_work_tree
from .snapshot import Snapshot

_BROKEN = frozenset({"encoding", "json-syntax", "yaml-syntax", "broken-file"})
"""Findings about a file that exists and can't be read. What it describes would seem to be gone."""
_NAMES_REMOVED = frozenset({"api-schema-removed", "model-renamed", "python-object-removed"})
_NAMES_ADDED = frozenset({"api-schema-added", "python-object-added"})


class UnreadableError(Exception):
    """A version can't be read; the message holds the findings as text."""


class Version:
    """One version: where it comes from, its API, its document, and the files of its package.

    Attributes:
        origin: where it comes from.
        api: the API.
        source: the document.
    """

    def __init__(self, origin: Origin, name_lock: NameLock = NO_LOCK) -> None:
        """Read a version.

        Args:
            origin: where it comes from.
            name_lock: the names that operations had before, where no package exists that has them.

        Raises:
            UnreadableError: the document has errors.
        """
        report = Report()
        if origin.package is not None:
            name_lock = read_package_lock(origin.package)
        options = Options(
            config=origin.config,
            overlays=origin.overlays,
            name_lock=name_lock,
            allow_outside=origin.allow_outside,
        )
        self.origin = origin
        self._compilation = Compilation(origin.spec, report, options)
        source, api = self._compilation.document, self._compilation.api
        broken = [each for each in report.findings if each.code in _BROKEN]
        if api is None or source is None or broken:
            causes = report.errors or broken
            raise UnreadableError(
                f"{origin.name} can't be read\n{render_findings(causes, limit=FINDINGS_LIMIT)}"
            )
        self.api: Api = api
        self.source: Source = source

    @property
    def has_package(self) -> bool:
        """Whether the package exists as files, which templates may have made that are not ours."""
        return self.origin.package is not None

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The Python files of the package: those that exist, or those that would be generated."""
        if self.origin.package is not None:
            return _read_python_files(self.origin.package)
        return self._compilation.tree or {}

    @cached_property
    def surface(self) -> Surface:
        """The public objects of the package."""
        return read_surface(self.files, self.api.settings.package)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The version as the comparison sees it."""
        return Snapshot(self.api, self.source, self.origin.prefix, self.origin.label)


def compare_requested(old: str, new: str | None, inputs: Inputs) -> Comparison:
    """Compare two files or revisions.

    Args:
        old: as the user writes it.
        new: likewise; None for the work tree.
        inputs: what the command is given besides.

    Raises:
        RevisionError: one of them is neither a file nor a revision.
        UnreadableError: one of them has errors.
    """
    with gc_paused(), tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "old"), Path(folder, "new")
        before.mkdir()
        after.mkdir()
        was = Version(locate(old, inputs, before))
        if new is None:
            now = read_work_tree(locate_work_tree(old, inputs), inputs.package, was)
        else:
            now = Version(locate(new, inputs, after), was.snapshot.name_lock)
        return Comparison(was.origin.name, now.origin.name, compare_versions(was, now))


def read_work_tree(origin: Origin, package: Path | None, before: Version) -> Version:
    """Read the work tree; operations keep the names that they have in `package`, or had before.

    Raises:
        UnreadableError: the document has errors.
    """
    return Version(
        origin,
        before.snapshot.name_lock | (read_package_lock(package) if package else NO_LOCK),
    )


def read_current(inputs: Inputs, before: Version) -> Version:
    """Read the document of `inputs` as it is in the work tree.

    Raises:
        UnreadableError: the document has errors.
    """
    assert inputs.spec is not None
    return read_work_tree(locate_file(inputs.spec, inputs), inputs.package, before)


def compare_versions(old: Version, new: Version) -> tuple[Change, ...]:
    """Return what changed in the API, and what else changed in the package, the most severe first.

    Two packages that are generated now differ by what the APIs explain. Where one exists already, other templates or
    another run-time core may have made it, so that both are compared as Python, too.
    """
    with gc_paused():
        changes = compare(old.snapshot, new.snapshot)
    packages = {each.api.settings.package for each in (old, new)}
    if len(packages) > 1 or not (old.has_package or new.has_package):
        return changes
    changes = tuple(each for each in changes if _is_importable(each, old.surface, new.surface))
    python = compare_surfaces(old.surface, new.surface, changes)
    aliases = new.snapshot.importable.keys() - {name.rpartition(".")[2] for name in new.surface}
    return sort_by_verdict([*changes, *(each for each in python if each.subject not in aliases)])


def _is_importable(change: Change, old: Surface, new: Surface) -> bool:
    """Return whether a class was added, removed or renamed in the packages as well.

    A document in one file may name schemas that have other names, or none, in the package made of the files.
    """
    name = f"models.{change.subject}"
    if change.group == "models" and change.check in _NAMES_REMOVED:
        return name in old and name not in new
    if change.group == "models" and change.check in _NAMES_ADDED:
        return name in new and name not in old
    return True


def _read_python_files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*.py"))
    }
