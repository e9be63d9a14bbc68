"""The command line: `python -m generator COMMAND`.

Exit codes: 0 all is well, 1 drift or findings, 2 bad input, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .cli import commands
from .diff.command import add_arguments as add_diff
from .openapi.config import FILE
from .output.format import StyleError
from .output.render import TemplateFault
from .output.tree import TreeError
from .reconcile.command import add_arguments as add_reconcile
from .release.command import add_arguments as add_release

_ROOT = Path(__file__).resolve().parents[1]
SPEC = _ROOT / "spec" / "openapi.yaml"
OUTPUT = _ROOT / "generated"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    top = parser()
    given = top.parse_args(arguments)
    _check_defaults(top, given)
    try:
        code: int = given.run(given)
    except KeyboardInterrupt:
        print("interrupted; nothing was written", file=sys.stderr)
        return 130
    except (StyleError, TreeError, TemplateFault) as error:  # before the first file is written
        print(f"{error}\nnothing was written", file=sys.stderr)
        return 2
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"{where}{error.strerror or error}", file=sys.stderr)
        return 2
    return code


def _check_defaults(top: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """What is left out stands for our own document, which an installed generator does not have."""
    if given.spec is SPEC and not SPEC.is_file():
        top.error("name a document: our own is in the repository alone")
    if getattr(given, "output", None) is OUTPUT and os.path.realpath(given.spec) != str(SPEC):
        top.error("name a folder with --output: generated/ is that of our own document")


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    top = argparse.ArgumentParser(
        prog="python -m generator",
        description="Make a Python client package of an OpenAPI document.",
        epilog="Exit codes: 0 all is well, 1 drift or findings, 2 bad input, 130 interrupted.",
    )
    add = top.add_subparsers(title="commands", metavar="COMMAND", required=True).add_parser
    generate = _command(add, "generate", "write the package", commands.generate)
    _output(generate)
    generate.add_argument(
        "--watch", action="store_true", help="write it again after every save, until interrupted"
    )
    check = _command(
        add, "check", "show how the package on disk differs; exit 1 if it does", commands.check
    )
    _output(check)
    _command(add, "lint", "say everything there is to say about a document", commands.lint)
    bundle = _command(
        add, "bundle", "print one self-contained document for other tools", commands.bundle
    )
    bundle.add_argument(
        "--as", dest="notation", choices=("yaml", "json"), default="yaml", help="notation"
    )
    summary = "say what changed between two descriptions and what it breaks"
    add_diff(_plain(add, "diff", summary), SPEC, OUTPUT)
    summary = (
        "propose the next version and its changelog entry, from what changed since the last release"
    )
    add_release(_plain(add, "release", summary), SPEC, OUTPUT)
    summary = "say where recorded answers differ from the description, and propose an overlay"
    add_reconcile(_plain(add, "reconcile", summary), SPEC)
    return top


def _command(
    add: Callable[..., argparse.ArgumentParser],
    name: str,
    summary: str,
    run: commands.Command,
) -> argparse.ArgumentParser:
    made = add(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
    made.add_argument(
        "spec",
        nargs="?",
        type=Path,
        default=SPEC,
        metavar="SPEC",
        help="an OpenAPI document (default: our own)",
    )
    made.add_argument(
        "--strict",
        action="store_true",
        help="take warnings for errors (always so for our own document)",
    )
    made.add_argument(
        "--config", type=Path, metavar="FILE", help=f"settings (default: {FILE} beside SPEC)"
    )
    made.add_argument(
        "--overlay",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="an overlay to apply (repeatable)",
    )
    made.add_argument(
        "--allow-outside",
        action="store_true",
        help="let references leave SPEC's folder or use a network",
    )
    made.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the findings"
    )
    made.set_defaults(run=run, own=SPEC, templates=None, report=None)
    return made


def _plain(
    add: Callable[..., argparse.ArgumentParser], name: str, summary: str
) -> argparse.ArgumentParser:
    return add(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="templates in place of ours (templates/README.md)",
    )
    command.add_argument(
        "--report", type=Path, metavar="FILE", help="what became of every operation, as JSON"
    )
    command.add_argument(
        "--output",
        type=Path,
        default=OUTPUT,
        metavar="DIR",
        help="folder of the package (default for our own document: generated/)",
    )


if __name__ == "__main__":
    sys.exit(main())
