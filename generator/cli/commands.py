"""The commands about one document: generate, check, bundle. Each reads the document, acts, and reports what it did."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import TypeAlias

from attrs import evolve

from ..diagnostics import Report, make_lines_printable
from ..lowering.naming.name_lock import read_package_lock
from ..openapi.settings_file import FILE as CONFIG
from ..openapi.settings_file import describe_unread_settings, find_unread_settings
from ..output.journal import is_interrupted
from ..output.tree import MANIFEST, Drift, Tree, compare, write
from ..pipeline import Compilation, Options
from ..program import COMMAND
from ..text import pluralize
from .terminal import Terminal

Command: TypeAlias = Callable[[Namespace], int]

FINE, FINDINGS, BAD_INPUT = 0, 1, 2


def generate(arguments: Namespace) -> int:
    """Write the package; nothing is written if the document has errors."""
    if arguments.watch:
        return _watch(arguments)
    terminal: Terminal = arguments.terminal
    tree, report = _compile(arguments)
    if tree is None:
        return terminal.print_json(BAD_INPUT, report, output=str(arguments.output))
    if arguments.dry_run:
        return _show_plan(arguments, tree, report)
    terminal.begin_stage(f"writing {pluralize(len(tree), 'file')}")
    changed = _without_manifest(write(tree, arguments.output, terminal.note))
    for path in changed:
        terminal.show_detail(f"  {path}")
    removed = sum(path not in tree for path in changed)
    counts = f"{pluralize(len(tree), 'file')}, {len(changed) - removed} written"
    end = f", {removed} removed" if removed else ""
    terminal.note(f"{shorten(arguments.output)}: {counts}{end}")
    return terminal.print_json(
        FINE, report, output=str(arguments.output), files=len(tree), changed=changed
    )


def _show_plan(arguments: Namespace, tree: Tree, report: Report) -> int:
    """Show what `generate` would do."""
    terminal: Terminal = arguments.terminal
    drift = compare(tree, arguments.output)
    plan = {
        "add": _without_manifest(drift.missing),
        "change": _without_manifest(drift.changed),
        "remove": _without_manifest(drift.stale),
    }
    for verb, paths in plan.items():
        terminal.print_result("".join(f"{verb} {path}\n" for path in paths))
    changes = sum(map(len, plan.values()))
    terminal.note(
        f"{shorten(arguments.output)}: {pluralize(len(tree), 'file')}, {changes} would change; nothing was written"
    )
    return terminal.print_json(FINE, report, output=str(arguments.output), files=len(tree), **plan)


def _watch(arguments: Namespace) -> int:
    """Write the package again after every save, until interrupted."""
    from .watch import Job, watch

    terminal: Terminal = arguments.terminal
    if not isinstance(arguments.spec, Path):
        terminal.complain("only a file can be watched; save the document and name it")
        return BAD_INPUT

    def show(report: Report) -> bool:
        report = judge(arguments, report)
        terminal.show_findings(report, arguments.limit)
        return report.has_errors

    def build(report: Report) -> Tree | None:
        return Compilation(arguments.spec, report, _make_options_with_lock(arguments)).tree

    options = read_options(arguments)
    config = options.config or arguments.spec.parent / CONFIG
    templates = (options.templates,) if options.templates is not None else ()
    inputs = (config, *options.overlays, *templates)
    terminal.note(f"watching {shorten(arguments.spec)}; Ctrl+C ends it")
    try:
        watch(Job(arguments.spec, arguments.output, build, show, inputs, terminal.note, config))
    except KeyboardInterrupt:
        terminal.note("ended")
    return FINE


def check(arguments: Namespace) -> int:
    """Compare the package on disk with what would be generated."""
    terminal: Terminal = arguments.terminal
    tree, report = _compile(arguments)
    if tree is None:
        return terminal.print_json(BAD_INPUT, report, output=str(arguments.output))
    terminal.begin_stage(f"comparing {pluralize(len(tree), 'file')}")
    drift = compare(tree, arguments.output)
    name = shorten(arguments.output)
    if not drift.paths:
        terminal.note(f"{name}: {pluralize(len(tree), 'file')}, as generated")
    else:
        _show_drift(terminal, drift)
        terminal.note(
            f"{name}: {len(drift.missing)} missing, {len(drift.stale)} stale, {len(drift.changed)} changed; "
            f"help: `{COMMAND} generate` writes them"
        )
    if is_interrupted(arguments.output):
        terminal.note(f"{name}: a run was interrupted here; the next `generate` completes it")
    misformatted = _verify_layout(terminal, tree) if arguments.verify_layout else ()
    return terminal.print_json(
        FINDINGS if drift.paths or misformatted else FINE,
        report,
        output=str(arguments.output),
        misformatted=misformatted,
        missing=drift.missing,
        stale=drift.stale,
        changed=drift.changed,
        diff=drift.diff,
    )


def _show_drift(terminal: Terminal, drift: Drift) -> None:
    lines = [
        f"{kind}: {path}\n"
        for kind, paths in (("missing", drift.missing), ("stale", drift.stale))
        for path in paths
    ]
    terminal.print_result(make_lines_printable(drift.diff) + "".join(lines))


def _verify_layout(terminal: Terminal, tree: Tree) -> tuple[str, ...]:
    """Show what Black would change in generated Python, and return the paths of these files."""
    from ..output.format import find_layout_differences

    terminal.begin_stage(f"formatting {pluralize(len(tree), 'file')} with Black")
    formatted = find_layout_differences(tree)
    for path, text in formatted.items():
        lines, blacks = (each.splitlines(keepends=True) for each in (tree[path], text))
        terminal.print_result("".join(unified_diff(lines, blacks, path, f"{path} (Black)")))
    if formatted:
        terminal.note(
            f"Black formats {pluralize(len(formatted), 'file')} differently; help: please report this"
        )
    return tuple(formatted)


def bundle(arguments: Namespace) -> int:
    """Print the document as one self-contained document."""
    terminal: Terminal = arguments.terminal
    compilation = Compilation(
        arguments.spec, Report(), read_options(arguments), terminal.begin_stage
    )
    text = compilation.bundle("json" if terminal.as_json else arguments.notation)
    report = judge(arguments, compilation.report.with_severities(compilation.severities))
    terminal.show_findings(report, arguments.limit)
    if text is None or report.has_errors:
        return terminal.print_json(BAD_INPUT, report)
    terminal.print_result(text)
    document = json.loads(text) if terminal.as_json else None
    return terminal.print_json(FINE, report, document=document)


def _compile(arguments: Namespace) -> tuple[Tree | None, Report]:
    """Build the package in memory and show all findings; return None if there are errors."""
    terminal: Terminal = arguments.terminal
    if arguments.report is not None:
        from .run_report import check_replaceable

        check_replaceable(arguments.report)
    compilation = Compilation(
        arguments.spec, Report(), _make_options_with_lock(arguments), terminal.begin_stage
    )
    compilation.api  # noqa: B018  # all findings are there afterwards
    report = judge(arguments, compilation.report.with_severities(compilation.severities))
    terminal.show_findings(report, arguments.limit)
    if arguments.report is not None:
        from .run_report import render_run_report

        arguments.report.write_text(render_run_report(compilation, report), encoding="utf-8")
    return (None if report.has_errors else compilation.tree), report


def read_options(arguments: Namespace) -> Options:
    """Return the options that the command line gives for a document; note settings that are not read."""
    unread = find_unread_settings(arguments.spec) if arguments.config is None else None
    if unread is not None:
        terminal: Terminal = arguments.terminal
        terminal.note(describe_unread_settings(unread))
    return Options(
        arguments.config, tuple(arguments.overlay), arguments.templates, arguments.allow_outside
    )


def _make_options_with_lock(arguments: Namespace) -> Options:
    """Return the options with the names that the package on disk has."""
    return evolve(read_options(arguments), name_lock=read_package_lock(arguments.output))


def judge(arguments: Namespace, report: Report) -> Report:
    """Return the report with warnings as errors where that was asked for."""
    is_own = os.path.realpath(arguments.spec) == str(arguments.own)
    return report.strict() if arguments.strict or is_own else report


def _without_manifest(paths: tuple[str, ...]) -> list[str]:
    return [path for path in paths if path != MANIFEST]


def shorten(path: str | Path) -> str:
    """Return a path as short as it can be named from the current folder."""
    if isinstance(path, str):
        return path
    try:
        return Path(os.path.realpath(path)).relative_to(Path.cwd()).as_posix() or "."
    except ValueError:
        return str(path)
