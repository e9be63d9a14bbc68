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

from .. import pipeline
from ..diagnostics import Report, render_json, render_text
from ..ir.document import Api
from ..lowering.naming.lock import names_in
from ..output.tree import MANIFEST, Tree, compare, write
from ..text import amount
from .run_report import account

Command: TypeAlias = Callable[[Namespace], int]

FINE, FINDINGS, BAD_INPUT = 0, 1, 2


def generate(given: Namespace) -> int:
    """Write the package; nothing is written where the document has errors."""
    if given.watch:
        return _watch(given)
    report = Report()
    tree = _tree(given, report)
    if tree is None:
        return BAD_INPUT
    changed = write(tree, given.output)
    ours = len(set(changed) - {MANIFEST})
    print(f"{_shown(given.output)}: {amount(len(tree), 'file')}, {ours} changed", file=sys.stderr)
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
        return pipeline.build(given.spec, report, beside=_remembering(given))

    beside = _beside(given)
    config = beside.settings or given.spec.parent / SETTINGS
    templates = (beside.templates,) if beside.templates is not None else ()
    further = (config, *beside.overlays, *templates)
    print(f"watching {_shown(given.spec)}; Ctrl+C ends it", file=sys.stderr)
    try:
        watch(Job(given.spec, given.output, build, say, further))
    except KeyboardInterrupt:
        print("ended", file=sys.stderr)
    return FINE


def check(given: Namespace) -> int:
    """Compare the package on disk with what would be generated."""
    report = Report()
    tree = _tree(given, report)
    if tree is None:
        return BAD_INPUT
    drift = compare(tree, given.output)
    if not drift.paths:
        print(f"{_shown(given.output)}: {amount(len(tree), 'file')}, as generated", file=sys.stderr)
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
    """Say everything there is to say about the document."""
    report = _strict(given, pipeline.lint(given.spec, _beside(given)))
    _say(given, report)
    if not report.findings and given.format == "text":
        print(f"{_shown(given.spec)}: nothing to say", file=sys.stderr)
    if report.has_errors:
        return BAD_INPUT
    return FINDINGS if report.findings else FINE


def bundle(given: Namespace) -> int:
    """Print one self-contained document."""
    report = Report()
    text = pipeline.bundle(given.spec, given.notation, report, _beside(given))
    _say(given, report)
    if text is None:
        return BAD_INPUT
    sys.stdout.write(text)
    return FINE


def _tree(given: Namespace, report: Report) -> Tree | None:
    """The package in memory, or None where a finding forbids it; all findings have been said."""
    stage = _Progress()
    stage("reading")
    api = _read(given, report)  # the document itself is let go before there is a package
    return pipeline.written(api, stage, _beside(given)) if api is not None else None


def _read(given: Namespace, report: Report) -> Api | None:
    """The API, or None where a finding forbids it; all findings have been said and accounted for."""
    beside = _remembering(given)
    source = pipeline.opened(given.spec, report, beside)
    api = pipeline.understood(source, report) if source is not None else None
    judged = _strict(given, report)
    _say(given, judged)
    if given.report is not None:
        given.report.write_text(account(source, api, judged), encoding="utf-8")
    return None if judged.has_errors else api


def _beside(given: Namespace) -> pipeline.Beside:
    return pipeline.Beside(given.config, tuple(given.overlay), given.templates, given.allow_outside)


def _remembering(given: Namespace) -> pipeline.Beside:
    """The same with the names that the package has which is there."""
    return evolve(_beside(given), kept=names_in(given.output))


def _strict(given: Namespace, report: Report) -> Report:
    own = os.path.realpath(given.spec) == str(given.own)
    return report.strict() if given.strict or own else report


def _say(given: Namespace, report: Report) -> None:
    if given.format == "json":
        sys.stderr.write(render_json(report.findings))
    elif report.findings:
        sys.stderr.write(render_text(report.findings, colour=sys.stderr.isatty()))
        found = amount(len(report.errors), "error"), amount(len(report.warnings), "warning")
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
