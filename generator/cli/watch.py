"""`generate --watch`: regenerate on every save of the description or a template, until interrupted.

The files are asked for their state twenty times a second: there are few, they are known exactly, and it works
on every file system without another dependency. The first run lays everything out with Black; afterwards
only pieces that differ are (`emit.patch`), and when nothing happens the result is held against Black's of
the whole files.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import unquote, urldefrag

from attrs import define, field, frozen

from ..diagnostics import Report
from ..openapi.loading import load
from ..openapi.loading.document import Document
from ..output.format import StyleError, style
from ..output.incremental_format import patched
from ..output.render import TemplateFault
from ..output.tree import Tree, TreeError, write
from ..program import TEMPLATES
from ..text import pluralize

PAUSE: Final = 0.05
"""Seconds between two looks at the files."""

_QUIET: Final = 1.0
"""Seconds without a change until the layout is checked."""

Snapshot: TypeAlias = dict[Path, tuple[int, int]]
"""Size and time of change of each file; folders tell of files that come and go."""


@frozen
class Job:
    """What is done again and again.

    Attributes:
        spec: the root of the document.
        output: the folder of the package.
        build: makes the package, not laid out; None where the report forbids it.
        say: shows findings and tells whether they forbid to write.
        beside: what is read besides the description and our templates: settings, overlays, a folder of
            other templates.
    """

    spec: Path
    output: Path
    build: Callable[[Report], Tree | None]
    say: Callable[[Report], bool]
    beside: tuple[Path, ...] = ()


@define
class Watch:
    """One watch: the job, and what the last good run left."""

    job: Job
    _raw: Tree = field(factory=dict[str, str])
    _laid_out: Tree = field(factory=dict[str, str])

    def run(self) -> bool:
        """Do the job once and tell how it went; what is wrong is shown and nothing is written.

        Returns:
            Whether the package was brought up to date.
        """
        began = time.perf_counter()
        report = Report()
        try:
            raw = self.job.build(report)
            if self.job.say(report) or raw is None:
                _tell("nothing was written; waiting for the next save")
                return False
            laid_out = self._layout(raw)
            changed = write(laid_out, self.job.output)
        except (StyleError, TreeError, TemplateFault, OSError) as error:
            _tell(f"{error}\nnothing was written; waiting for the next save")
            return False
        self._raw, self._laid_out = raw, laid_out
        _tell(
            f"{pluralize(len(changed), 'file')} changed in {time.perf_counter() - began:.2f} s",
            *_listed(changed),
        )
        return True

    def settle(self) -> bool:
        """Hold what was written against Black's layout of the whole files, and put right what differs.

        Returns:
            Whether anything had to be put right.
        """
        whole = style(self._raw)
        if whole == self._laid_out:
            return False
        self._laid_out = whole
        return bool(write(whole, self.job.output))

    def _layout(self, raw: Tree) -> Tree:
        if not self._raw:
            return style(raw)
        return {path: self._file(path, text) for path, text in raw.items()}

    def _file(self, path: str, text: str) -> str:
        before = self._raw.get(path)
        if text == before:
            return self._laid_out[path]
        if before is None or not path.endswith(".py"):
            return style({path: text})[path]
        try:
            return patched(text, before, self._laid_out[path])
        except ValueError as error:
            raise StyleError(path, str(error).partition("\n")[0]) from None


def watch(job: Job, ended: Callable[[], bool] = lambda: False) -> None:
    """Do a job now and after every change of what it reads, until interrupted.

    Args:
        job: what to do.
        ended: asked at every look; True ends the watch.
    """
    state = Watch(job)
    seen = snapshot(job)
    state.run()
    settled, last = True, time.monotonic()
    while not ended():
        time.sleep(PAUSE)
        now = snapshot(job, seen)
        if now != seen:
            now = _at_rest(job, now)
            settled = not state.run()
            seen, last = now, time.monotonic()
        elif not settled and time.monotonic() - last > _QUIET:
            settled = True
            if state.settle():
                _tell("the layout was put right")


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
    documents = source.documents.values() if source is not None else ()
    files = [
        Path(os.path.realpath(job.spec)),
        *(path for each in documents for path in _named(each)),
    ]
    further = [
        path
        for place in (TEMPLATES, *job.beside)
        for path in (place.rglob("*") if place.is_dir() else (place,))
        if not path.is_dir() and "__pycache__" not in path.parts
    ]
    folders = (path.parent for path in (*files, *further))
    return list(dict.fromkeys([*files, *further, *folders]))


def _named(document: Document) -> Iterator[Path]:
    """A document and the files that it refers to."""
    for address in ("", *document.references):
        file = unquote(urldefrag(address)[0])
        if "://" not in file and "://" not in document.key and "\0" not in file:
            yield Path(document.key).parent / file if file else Path(document.key)


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
