"""What each command does: read, act, say what happened, give the exit code."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from attrs import evolve

from ..diagnostics import Report, render_json, render_text
from ..lowering.naming.lock import names_in
from ..output.tree import MANIFEST, Tree, compare, write
from ..pipeline import Compilation, Options
from ..text import pluralize
from .run_report import render_run_report

Command: TypeAlias = Callable[[Namespace], int]

FINE, FINDINGS, BAD_INPUT = 0, 1, 2


def generate(given: Namespace) -> int:
    """Write the package; nothing is written where the document has errors."""
    if given.watch:
        return _watch(given)
    tree = _tree(given)
    if tree is None:
        return BAD_INPUT
    changed = write(tree, given.output)
    ours = len(set(changed) - {MANIFEST})
    print(
        f"{_shown(given.output)}: {pluralize(len(tree), 'file')}, {ours} changed", file=sys.stderr
    )
    return FINE


def _watch(given: Namespace) -> int:
    """Write the package again after every save, until interrupted."""
    from ..openapi.config import FILE as SETTINGS
    from .watch import Job, watch

    def say(report: Report) -> bool:
        judged = _strict(given, report)
        _say(given, judged)
        return judged.has_errors

    def build(report: Report) -> Tree | None:
        return Compilation(given.spec, report, _options_with_lock(given)).rendered

    options = _options(given)
    config = options.config or given.spec.parent / SETTINGS
    templates = (options.templates,) if options.templates is not None else ()
    further = (config, *options.overlays, *templates)
    print(f"watching {_shown(given.spec)}; Ctrl+C ends it", file=sys.stderr)
    try:
        watch(Job(given.spec, given.output, build, say, further))
    except KeyboardInterrupt:
        print("ended", file=sys.stderr)
    return FINE


def check(given: Namespace) -> int:
    """Compare the package on disk with what would be generated."""
    tree = _tree(given)
    if tree is None:
        return BAD_INPUT
    drift = compare(tree, given.output)
    if not drift.paths:
        print(
            f"{_shown(given.output)}: {pluralize(len(tree), 'file')}, as generated", file=sys.stderr
        )
        return FINE
    sys.stdout.write(drift.diff)
    for kind, paths in (("missing", drift.missing), ("stale", drift.stale)):
        for path in paths:
            print(f"{kind}: {path}")
    print(
        f"{_shown(given.output)}: {len(drift.missing)} missing, {len(drift.stale)} stale, "
        f"{len(drift.changed)} changed; `python -m generator generate` mends it",
        file=sys.stderr,
    )
    return FINDINGS


def lint(given: Namespace) -> int:
    """Show all findings about the document, its examples included."""
    compilation = Compilation(given.spec, Report(), _options(given))
    compilation.check_examples()
    report = _strict(given, compilation.report)
    _say(given, report)
    if not report.findings and given.format == "text":
        print(f"{_shown(given.spec)}: nothing to say", file=sys.stderr)
    if report.has_errors:
        return BAD_INPUT
    return FINDINGS if report.findings else FINE


def bundle(given: Namespace) -> int:
    """Print the document as one self-contained document."""
    compilation = Compilation(given.spec, Report(), _options(given))
    text = compilation.bundle(given.notation)
    _say(given, compilation.report)
    if text is None:
        return BAD_INPUT
    sys.stdout.write(text)
    return FINE


def _tree(given: Namespace) -> Tree | None:
    """Return the package in memory, or None where a finding forbids it; all findings have been shown."""
    compilation = Compilation(given.spec, Report(), _options_with_lock(given), _Progress())
    compilation.api  # noqa: B018  # all findings are there afterwards
    report = _strict(given, compilation.report)
    _say(given, report)
    if given.report is not None:
        given.report.write_text(render_run_report(compilation, report), encoding="utf-8")
    return None if report.has_errors else compilation.tree


def _options(given: Namespace) -> Options:
    return Options(given.config, tuple(given.overlay), given.templates, given.allow_outside)


def _options_with_lock(given: Namespace) -> Options:
    """Return the options with the names that the package on disk has."""
    return evolve(_options(given), name_lock=names_in(given.output))


def _strict(given: Namespace, report: Report) -> Report:
    own = os.path.realpath(given.spec) == str(given.own)
    return report.strict() if given.strict or own else report


def _say(given: Namespace, report: Report) -> None:
    if given.format == "json":
        sys.stderr.write(render_json(report.findings))
    elif report.findings:
        sys.stderr.write(render_text(report.findings, colour=sys.stderr.isatty()))
        found = pluralize(len(report.errors), "error"), pluralize(len(report.warnings), "warning")
        print(f"\n{', '.join(found)}", file=sys.stderr)


def _shown(path: Path) -> str:
    """`path` as short as it can be said from here."""
    try:
        return Path(os.path.realpath(path)).relative_to(Path.cwd()).as_posix() or "."
    except ValueError:
        return str(path)


class _Progress:
    """Names the stage at hand on a terminal once the whole work has taken a second."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = sys.stderr.isatty()

    def __call__(self, stage: str) -> None:
        if self._shown and time.monotonic() - self._began > 1:
            print(f"{stage} …", file=sys.stderr)
