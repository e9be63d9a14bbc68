"""`generate --watch`: regenerate on every save of the description or a template, until interrupted.

The files are polled twenty times a second: there are few, they are known exactly, and it works on every file
system without another dependency.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

from ..diagnostics import Report
from ..openapi.loading import load
from ..output.format import FormatError
from ..output.render import TemplateError
from ..output.tree import Tree, TreeError, write
from ..program import TEMPLATES
from ..text import pluralize

PAUSE: Final = 0.05
"""Seconds between two looks at the files."""

Snapshot: TypeAlias = dict[Path, tuple[int, int]]
"""Size and time of change of each file; folders tell of files that come and go."""


@frozen
class Job:
    """What is done again and again.

    Attributes:
        spec: the root of the document.
        output: the folder of the package.
        build: makes the package; None where the report forbids it.
        say: shows findings and tells whether they forbid to write.
        beside: what is read besides the description and our templates: settings, overlays, a folder of
            other templates.
    """

    spec: Path
    output: Path
    build: Callable[[Report], Tree | None]
    say: Callable[[Report], bool]
    beside: tuple[Path, ...] = ()


def run(job: Job) -> bool:
    """Do the job once and show how it went; if something is wrong, nothing is written.

    Returns:
        Whether the package was brought up to date.
    """
    began = time.perf_counter()
    report = Report()
    try:
        tree = job.build(report)
        if job.say(report) or tree is None:
            _tell("nothing was written; waiting for the next save")
            return False
        changed = write(tree, job.output)
    except (FormatError, TreeError, TemplateError, OSError) as error:
        _tell(f"{error}\nnothing was written; waiting for the next save")
        return False
    _tell(
        f"{pluralize(len(changed), 'file')} changed in {time.perf_counter() - began:.2f} s",
        *_listed(changed),
    )
    return True


def watch(job: Job, ended: Callable[[], bool] = lambda: False) -> None:
    """Do a job now and after every change of what it reads, until interrupted.

    Args:
        job: what to do.
        ended: asked at every look; True ends the watch.
    """
    seen = snapshot(job)
    run(job)
    while not ended():
        time.sleep(PAUSE)
        now = snapshot(job, seen)
        if now != seen:
            now = _at_rest(job, now)
            run(job)
            seen = now


def snapshot(job: Job, known: Iterable[Path] = ()) -> Snapshot:
    """The state of everything that a run reads.

    Args:
        job: what is watched.
        known: the files of an earlier snapshot; left out, they are found out, which takes longer.
    """
    files = list(known) or _files(job)
    found: Snapshot = {}
    for path in files:
        try:
            status = path.stat()
        except OSError:
            found[path] = (-1, -1)
        else:
            found[path] = (status.st_size, status.st_mtime_ns)
    return found


def _files(job: Job) -> list[Path]:
    """The documents, whatever they refer to (there or not), the templates, and the folders of all."""
    source = load(job.spec, Report())
    files = [*(source.paths if source is not None else ()), Path(os.path.realpath(job.spec))]
    further = [
        path
        for place in (TEMPLATES, *job.beside)
        for path in (place.rglob("*") if place.is_dir() else (place,))
        if not path.is_dir() and "__pycache__" not in path.parts
    ]
    folders = (path.parent for path in (*files, *further))
    return list(dict.fromkeys([*files, *further, *folders]))


def _at_rest(job: Job, now: Snapshot) -> Snapshot:
    """The state once a save is complete: editors write in several steps."""
    while True:
        time.sleep(PAUSE / 2)
        later = snapshot(job, now)
        if later == now:
            return snapshot(job)  # references may lead elsewhere now
        now = later


def _listed(changed: tuple[str, ...]) -> Iterable[str]:
    shown = [path for path in changed if not path.startswith(".")]
    return (*(f"  {path}" for path in shown[:8]), *(["  …"] if len(shown) > 8 else []))


def _tell(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr, flush=True)
