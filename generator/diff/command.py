"""`python -m generator diff OLD NEW`: read both sides, compare, print, and say by the exit code how grave it is."""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from attrs import frozen

from ..diagnostics import Report
from ..diagnostics import render_text as render_findings
from ..ir.document import Api
from ..lowering.naming.lock import NO_LOCK, NameLock, read_lock, read_package_lock
from ..output.tree import Tree
from ..pipeline import Compilation, Options
from .changes import Change, ordered
from .compare import compare
from .python_surface import compare_packages
from .render import Comparison, render_json, render_markdown, render_text
from .revisions import Origin, RevisionError, origin, work_tree
from .snapshot import Side

FINE, FINDINGS, BAD_INPUT = 0, 1, 2

_FORMS = {"text": render_text, "markdown": render_markdown, "json": render_json}


@frozen
class State:
    """One side, read: its API and the package that goes with it."""

    origin: Origin
    api: Api
    files: Tree


class UnreadableError(Exception):
    """A side cannot be read; the message holds the findings as text."""


def add_arguments(parser: ArgumentParser, spec: Path, package: Path) -> None:
    """Give a parser the arguments of `diff`.

    Args:
        parser: that of the subcommand.
        spec: our own document, which a bare revision stands for.
        package: the folder of the generated package.
    """
    parser.add_argument("old", metavar="OLD", help="a file, a git revision, or REVISION:PATH")
    parser.add_argument("new", metavar="NEW", nargs="?", help="likewise (default: the work tree)")
    parser.add_argument(
        "--spec", type=Path, default=spec, help="the document that a bare revision stands for"
    )
    parser.add_argument(
        "--format", choices=tuple(_FORMS), default="text", help="form of the output"
    )
    parser.add_argument("--fail-on", choices=("breaking",), help="exit 1 if anything is breaking")
    parser.set_defaults(run=diff, package=package)


def diff(given: Namespace) -> int:
    """Print what changed; the exit code is 1 where `--fail-on` asks for it, 2 if a side can't be read."""
    try:
        found = compare_revisions(given.old, given.new, given.spec, given.package)
    except (RevisionError, UnreadableError) as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    sys.stdout.write(_FORMS[given.format](found))
    broken = any(change.breaking for change in found.changes)
    return FINDINGS if given.fail_on == "breaking" and broken else FINE


def compare_revisions(old: str, new: str | None, spec: Path, package: Path) -> Comparison:
    """Compare two files or revisions.

    Args:
        old: as the user writes it.
        new: likewise; None for the work tree.
        spec: the document that a bare revision stands for.
        package: the folder of the generated package.

    Raises:
        RevisionError: one of them is neither a file nor a revision.
        UnreadableError: one of them has errors.
    """
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "old"), Path(folder, "new")
        before.mkdir()
        after.mkdir()
        was = read(origin(old, spec, before, package))
        if new is None:
            now = current(spec, package, was)
        else:
            now = read(origin(new, spec, after, package), read_lock(was.api.contract))
        return Comparison(was.origin.name, now.origin.name, compare_states(was, now))


def compare_states(old: State, new: State) -> tuple[Change, ...]:
    """What changed in the API, and what else changed in the package, the gravest first."""
    sides = (_side(each) for each in (old, new))
    api = compare(*sides)
    packages = {each.api.settings.package for each in (old, new)}
    if len(packages) > 1:  # told by the API already: nothing can be imported as before
        return api
    return ordered([*api, *compare_packages(old.files, new.files, packages.pop(), api)])


def current(spec: Path, package: Path, before: State) -> State:
    """The state of the work tree; operations keep the names that they have in `package`, or had `before`.

    Raises:
        UnreadableError: the document has errors.
    """
    return read(work_tree(spec), {**read_lock(before.api.contract), **read_package_lock(package)})


def read(of: Origin, before: NameLock = NO_LOCK) -> State:
    """Read one side: the document, and the package as it is kept or else as it would be made.

    Args:
        of: where it comes from.
        before: the names that operations had before, where no package is kept that knows them.

    Raises:
        UnreadableError: the document has errors.
    """
    report = Report()
    kept = read_package_lock(of.package) if of.package is not None else before
    compilation = Compilation(of.spec, report, Options(name_lock=kept))
    api = compilation.api
    if api is None:
        raise UnreadableError(f"{of.name} can't be read\n{render_findings(report.errors)}")
    files = _kept(of.package) if of.package is not None else compilation.tree
    return State(of, api, files or {})


def _kept(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*.py"))
    }


def _side(state: State) -> Side:
    return Side(state.api, state.origin.prefix, state.origin.label)
