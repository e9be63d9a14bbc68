"""The command line: `python -m generator.publishing COMMAND`.

Exit codes: 0 done, 1 refused, 70 an internal error, 130 interrupted (run the same command again).
"""

from __future__ import annotations

import argparse
import shlex
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from ..diagnostics import make_lines_printable
from ..internal_error import EXIT_CODE, report_internal_error
from ..program import PACKAGE
from ..reference_site.build_site import build_docs
from ..text import pluralize
from . import index as indexes
from .build import build
from .errors import Refusal
from .project import ROOT, Workplace, make_workplace, read_project
from .publish import publish

_TESTS = (sys.executable, "-m", "pytest", "-q")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line; None for that of the process.

    Returns:
        The exit code.
    """
    options = _make_parser().parse_args(arguments)
    place = make_workplace(
        options.root.resolve(), tuple(shlex.split(options.tests)) if options.tests else _TESTS
    )
    try:
        options.run(options, place)
    except Refusal as refusal:
        return _fail(options, f"refused: {refusal}", 1)
    except KeyboardInterrupt:
        return _fail(options, "interrupted; run the same command again to continue", 130)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _fail(options, f"refused: {where}{error.strerror or error}", 1)
    except Exception as error:  # a bug of ours; the message may quote arguments
        if options.debug:
            return _fail(options, "".join(traceback.format_exception(error)), EXIT_CODE)
        internal_error = report_internal_error(error, options.command, "package", options.redact)
        return _fail(options, internal_error, EXIT_CODE)
    return 0


def _fail(options: argparse.Namespace, text: str, exit_code: int) -> int:
    """Show why a command ended, without secrets and control characters, and return the exit code."""
    print(make_lines_printable(options.redact(text)), file=sys.stderr)
    return exit_code


def _make_parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog=f"python -m {PACKAGE.name}.publishing", description="Release the generated client."
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, run, summary in (
        ("build", _build, "sdist, wheel and bill of materials, into dist/"),
        ("publish", _publish, "test, build, upload, install from the index and try it"),
        ("docs", _build_docs, "a site of the documents and the reference, into build/docs/"),
    ):
        command = commands.add_parser(
            name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
        )
        command.add_argument(
            "--root", type=Path, default=ROOT, help="the repository (default: this one)"
        )
        command.add_argument(
            "--tests", metavar="COMMAND", help="what tests the client (default: pytest)"
        )
        command.add_argument(
            "--debug", action="store_true", help="show the traceback of an internal error"
        )
        command.set_defaults(run=run, command=name, redact=str)
        if run is _publish:
            command.add_argument("--dry-run", action="store_true", help="everything but the upload")
    return top


def _build(_options: argparse.Namespace, place: Workplace) -> None:
    built = build(read_project(place.generated), place.spec, place.dist)
    for path in (built.sdist, built.wheel, built.bill):
        print(f"{path.stat().st_size:>9} {path}")


def _build_docs(options: argparse.Namespace, place: Workplace) -> None:
    count = build_docs(read_project(place.generated), options.root.resolve(), place.docs)
    print(f"{pluralize(count, 'page')}, {place.docs / 'index.html'}")


def _publish(options: argparse.Namespace, place: Workplace) -> None:
    index = indexes.find_index()
    options.redact = index.redactor

    def announce(text: str) -> None:
        print(make_lines_printable(options.redact(text)), file=sys.stderr, flush=True)

    publish(place, index, options.dry_run, announce)


if __name__ == "__main__":
    sys.exit(main())
