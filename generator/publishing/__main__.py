"""The command line: `python -m generator.publishing COMMAND`.

Exit codes: 0 done, 1 refused, 130 interrupted (the same command goes on from there).
"""

from __future__ import annotations

import argparse
import shlex
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from ..program import PACKAGE
from ..reference_site.build import build_docs
from ..text import pluralize
from . import index as indexes
from .build import build
from .errors import Refusal
from .project import ROOT, Workplace, read_project, workplace
from .publish import publish

_TESTS = (sys.executable, "-m", "pytest", "-q")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line; None for the process's own.

    Returns:
        The exit code.
    """
    given = _parser().parse_args(arguments)
    place = workplace(
        given.root.resolve(), tuple(shlex.split(given.tests)) if given.tests else _TESTS
    )
    try:
        given.run(given, place)
    except Refusal as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; the same command goes on from here", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog=f"python -m {PACKAGE.name}.publishing", description="Release the generated client."
    )
    found = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, run, summary in (
        ("build", _build, "sdist, wheel and bill of materials, into dist/"),
        ("publish", _publish, "test, build, upload, install from the index and try it"),
        ("docs", _docs, "a browsable reference of the client, into build/docs/"),
    ):
        made = found.add_parser(
            name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
        )
        made.add_argument(
            "--root", type=Path, default=ROOT, help="the repository (default: this one)"
        )
        made.add_argument(
            "--tests", metavar="COMMAND", help="what tests the client (default: pytest)"
        )
        made.set_defaults(run=run)
        if run is _publish:
            made.add_argument("--dry-run", action="store_true", help="everything but the upload")
    return top


def _build(_given: argparse.Namespace, place: Workplace) -> None:
    built = build(read_project(place.generated), place.spec, place.dist)
    for path in (built.sdist, built.wheel, built.bill):
        print(f"{path.stat().st_size:>9} {path}")


def _docs(_given: argparse.Namespace, place: Workplace) -> None:
    count = build_docs(read_project(place.generated), place.docs)
    print(f"{pluralize(count, 'page')}, {place.docs / 'index.html'}")


def _publish(given: argparse.Namespace, place: Workplace) -> None:
    index = indexes.named_index()
    veil = index.veil

    def say(text: str) -> None:
        print(veil(text), file=sys.stderr, flush=True)

    try:
        publish(place, index, given.dry_run, say)
    except Refusal as refusal:
        raise refusal.masked(veil) from None
    except Exception:  # noqa: BLE001  # a fault of ours; it may quote what it was given
        say(traceback.format_exc())
        raise Refusal("something went wrong", "this is a bug") from None


if __name__ == "__main__":
    sys.exit(main())
