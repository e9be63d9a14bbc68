"""`generate --watch`: regenerate on every save of the document or of a file that it refers to, until interrupted.

The files are polled twenty times a second: there are few, they are known exactly, and it works on every file
system without another dependency.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

from ..diagnostics import Report
from ..openapi.loading import load
from ..openapi.settings_file import find_overlays, load_settings
from ..output.format import FormatError
from ..output.render import TemplateError
from ..output.tree import Tree, TreeError, write
from ..program import TEMPLATES
from ..text import pluralize

INTERVAL: Final = 0.05
"""Seconds between two polls."""

_LISTED_FILES: Final = 8

Snapshot: TypeAlias = dict[Path, tuple[int, int]]
"""Size and modification time of each file; those of folders change when files come and go."""


def _ignore(_text: str) -> None: ...


@frozen
class Job:
    """The work that is repeated.

    Attributes:
        spec: the root of the document.
        output: the folder of the package.
        build: makes the package; None where the report forbids it.
        show: shows findings; returns whether they forbid writing.
        inputs: what is read besides the document and the built-in templates: settings, overlays, a folder of templates.
        note: shows a message.
        config: the file with the settings, which may name overlays; they are watched, too.
    """

    spec: Path
    output: Path
    build: Callable[[Report], Tree | None]
    show: Callable[[Report], bool]
    inputs: tuple[Path, ...] = ()
    note: Callable[[str], None] = _ignore
    config: Path | None = None


def run(job: Job) -> bool:
    """Run the job once and show the result; if there are errors, write nothing.

    Returns:
        Whether the package was brought up to date.
    """
    began = time.perf_counter()
    report = Report()
    try:
        tree = job.build(report)
        if job.show(report) or tree is None:
            job.note("nothing was written; waiting for the next save")
            return False
        changed = write(tree, job.output, job.note)
    except (FormatError, TreeError, TemplateError, OSError) as error:
        job.note(f"{error}\nnothing was written; waiting for the next save")
        return False
    seconds = time.perf_counter() - began
    job.note(
        "\n".join(
            [f"{pluralize(len(changed), 'file')} changed in {seconds:.2f} s", *_list(changed)]
        )
    )
    return True


def watch(job: Job, is_ended: Callable[[], bool] = lambda: False) -> None:
    """Run a job now and after every change of its inputs, until interrupted.

    Args:
        job: what to do.
        is_ended: asked at every poll; True ends the watch.
    """
    before = take_snapshot(job)
    run(job)
    while not is_ended():
        time.sleep(INTERVAL)
        after = take_snapshot(job, before)
        if after != before:
            what = _name_changed(job, before, after)
            job.note(f"{time.strftime('%H:%M:%S')} changed: {what}; generating…")
            after = _wait_for_quiet(job, after)
            run(job)
            before = after


def _name_changed(job: Job, before: Snapshot, after: Snapshot) -> str:
    """Return the first file that differs, and how many others do; a folder only where no file does."""
    paths = [path for path in after if before.get(path) != after[path]]
    files = [path for path in paths if not path.is_dir()] or paths
    folder = job.spec.parent
    name = files[0].relative_to(folder) if files[0].is_relative_to(folder) else files[0]
    return f"{name} and {len(files) - 1} more" if len(files) > 1 else str(name)


def take_snapshot(job: Job, paths: Iterable[Path] = ()) -> Snapshot:
    """Return the state of every file that a run reads.

    Args:
        job: what is watched.
        paths: the files of an earlier snapshot; None to find them, which takes longer.
    """
    snapshot: Snapshot = {}
    for path in list(paths) or _list_files(job):
        try:
            status = path.stat()
        except (OSError, ValueError):
            snapshot[path] = (-1, -1)
        else:
            snapshot[path] = (status.st_size, status.st_mtime_ns)
    return snapshot


def _list_files(job: Job) -> list[Path]:
    """Return the paths to watch: files of the document, existing or not, other inputs, and all folders."""
    source = load(job.spec, Report())
    files = [*(source.paths if source is not None else ()), Path(os.path.realpath(job.spec))]
    inputs = [
        path
        for place in (TEMPLATES, *job.inputs, *_list_overlays(job.config))
        for path in (place.rglob("*") if place.is_dir() else (place,))
        if not path.is_dir() and "__pycache__" not in path.parts
    ]
    folders = (path.parent for path in (*files, *inputs))
    return list(dict.fromkeys([*files, *inputs, *folders]))


def _list_overlays(config: Path | None) -> tuple[Path, ...]:
    """Return the overlays that the settings name now."""
    if config is None or not config.is_file():
        return ()
    return find_overlays(load_settings(config, Report()), config.parent, Report())


def _wait_for_quiet(job: Job, now: Snapshot) -> Snapshot:
    """Return the state once a save is complete; editors write in several steps."""
    while True:
        time.sleep(INTERVAL / 2)
        later = take_snapshot(job, now)
        if later == now:
            return take_snapshot(job)  # references may lead elsewhere now
        now = later


def _list(changed: tuple[str, ...]) -> Iterator[str]:
    """Yield lines with the first of the changed files."""
    visible = [path for path in changed if not path.startswith(".")]
    yield from (f"  {path}" for path in visible[:_LISTED_FILES])
    if len(visible) > _LISTED_FILES:
        yield f"  and {len(visible) - _LISTED_FILES} more"
