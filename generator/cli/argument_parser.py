"""The command line: every command with its arguments. What the commands do is in `commands` and the modules that it imports."""

from __future__ import annotations

import re
from argparse import SUPPRESS, Action, ArgumentError, ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from ..diagnostics import did_you_mean, make_printable
from ..finding_text import FINDINGS_LIMIT
from ..openapi.settings_file import FILE
from ..program import (
    COMMAND,
    PACKAGE,
    add_document_options,
    find_version,
    parse_count,
    parse_document,
)
from . import commands

SPEC: Final = PACKAGE.parent / "spec" / "openapi.yaml"
"""The repository's own document, the default of most commands."""
OUTPUT: Final = PACKAGE.parent / "generated"

_EXIT_CODES = (
    "Exit codes: 0 success, 1 drift or findings, 2 bad input, 70 internal error, 130 interrupted."
)
_Add = Callable[..., ArgumentParser]


def build_parser() -> ArgumentParser:
    """Build the parser of the command line."""
    parser = _Parser(
        prog=COMMAND,
        description="Generate a Python client package from an OpenAPI document.",
        epilog=_EXIT_CODES,
    )
    parser.add_argument(
        "--version", action="version", version=f"openapi-client-generator {find_version()}"
    )
    _add_output_options(parser)
    add = parser.add_subparsers(
        title="commands",
        metavar="COMMAND",
        dest="command",
        required=True,
        parser_class=_CommandParser,
    ).add_parser
    _add_document_commands(add)
    summary = "show what changed between two documents, and which callers it breaks"
    _add_lazy_command(add, "diff", summary, "..diff.command", SPEC, OUTPUT)
    summary = (
        "propose the next version and its changelog entry, from what changed since the last release"
    )
    _add_lazy_command(add, "release", summary, "..release.command", SPEC, OUTPUT)
    summary = "show where recorded responses differ from the document, and propose an overlay"
    _add_lazy_command(add, "reconcile", summary, "..reconcile.command", SPEC)
    _add_lazy_command(
        add, "init", f"write {FILE}, from options or from answers to questions", ".init"
    )
    summary = "print the script that completes commands and options in a shell"
    _add_lazy_command(add, "completion", summary, ".completion")
    return parser


class _Parser(ArgumentParser):
    """A parser whose errors name the command, option or value that was probably meant."""

    def _check_value(self, action: Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            names = [str(each) for each in action.choices]
            help = did_you_mean(str(value), names, f"choose from {', '.join(names)}")
            raise ArgumentError(action, f"there is no `{make_printable(str(value))}`; {help}")


class _CommandParser(_Parser):
    """The parser of a command. Its arguments are added when it is used, so that one command doesn't import all."""

    _fill: Callable[[], None] | None = None

    def fill_later(self, fill: Callable[[], None]) -> None:
        """Call `fill` before anything is parsed."""
        self._fill = fill

    def parse_known_args(  # type: ignore[override]  # one signature for what typeshed overloads
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Any, list[str]]:
        fill, self._fill = self._fill, None
        if fill is not None:
            fill()
        parsed, unknown = super().parse_known_args(args, namespace)
        if unknown:
            option = unknown[0].partition("=")[0]
            options = re.findall(r"--[a-z-]+", self.format_usage())
            help = did_you_mean(option, options, f"`{self.prog} --help` lists all")
            self.error(f"unknown argument `{make_printable(unknown[0])}`; {help}")
        return parsed, unknown


def _add_lazy_command(add: _Add, name: str, summary: str, module: str, *defaults: Path) -> None:
    """Add a command whose module has a function `add_arguments`, which takes the parser and `defaults`."""
    parser = _add_command(add, name, summary)
    assert isinstance(parser, _CommandParser)
    parser.fill_later(lambda: import_module(module, __package__).add_arguments(parser, *defaults))


def _add_document_commands(add: _Add) -> None:
    generate = _add_document_command(add, "generate", "write the package", commands.generate)
    _add_package_options(generate)
    generate.add_argument(
        "--watch", action="store_true", help="write it again after every save, until interrupted"
    )
    generate.add_argument(
        "--dry-run", action="store_true", help="show which files would change, and write nothing"
    )
    summary = "show how the package on disk differs; exit 1 if it does"
    check = _add_document_command(add, "check", summary, commands.check)
    _add_package_options(check)
    check.add_argument(
        "--verify-layout",
        action="store_true",
        help="also compare the layout of the generated Python with Black's",
    )
    summary = "show all findings about a document"
    lint = _add_command(add, "lint", summary)
    assert isinstance(lint, _CommandParser)
    lint.fill_later(lambda: _fill_lint(lint))
    summary = "print one self-contained document for other tools"
    bundle = _add_document_command(add, "bundle", summary, commands.bundle)
    bundle.add_argument(
        "--as", dest="notation", choices=("yaml", "json"), default="yaml", help="notation"
    )


def _fill_lint(parser: ArgumentParser) -> None:
    from . import lint

    _add_document_arguments(parser, lint.lint, lint.FORMATS)
    lint.add_arguments(parser)


def _add_command(add: _Add, name: str, summary: str) -> ArgumentParser:
    parser = add(
        name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.", epilog=_EXIT_CODES
    )
    _add_output_options(parser)
    return parser


def _add_output_options(parser: ArgumentParser) -> None:
    """Add the options of every command, which may stand before its name or after it."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "-q", "--quiet", action="store_const", const=1, default=SUPPRESS, help="show errors only"
    )
    group.add_argument(
        "-v",
        "--verbose",
        action="store_const",
        const=1,
        default=SUPPRESS,
        help="show every stage with its time, and every changed file",
    )
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default=SUPPRESS,
        help="colours (default: on a terminal; NO_COLOR and FORCE_COLOR are respected)",
    )
    group.add_argument(
        "--debug",
        action="store_true",
        default=SUPPRESS,
        help="show the traceback of an internal error",
    )


def _add_document_command(
    add: _Add, name: str, summary: str, run: commands.Command
) -> ArgumentParser:
    parser = _add_command(add, name, summary)
    _add_document_arguments(parser, run)
    return parser


def _add_document_arguments(
    parser: ArgumentParser, run: commands.Command, formats: tuple[str, ...] = ("text", "json")
) -> None:
    parser.add_argument(
        "spec",
        nargs="?",
        type=parse_document,
        default=SPEC,
        metavar="SPEC",
        help="an OpenAPI document: a file, a URL, or - for standard input",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="treat warnings as errors (always so for the repository's own document)",
    )
    add_document_options(
        parser,
        config=f"settings (default: {FILE} next to SPEC)",
        overlay="an overlay to apply (repeatable)",
    )
    parser.add_argument(
        "--allow-outside",
        action="store_true",
        help="let references leave SPEC's folder or use a network",
    )
    parser.add_argument(
        "--format",
        choices=formats,
        default="text",
        help="form of the result on standard output",
    )
    parser.add_argument(
        "--limit",
        type=parse_count,
        default=FINDINGS_LIMIT,
        metavar="N",
        help=f"show N findings of each rule as text, 0 for all (default: {FINDINGS_LIMIT}; other formats have all)",
    )
    parser.set_defaults(run=run, own=SPEC, templates=None, report=None)


def _add_package_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="templates that replace or extend the built-in ones (templates/README.md)",
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write what became of every operation, as JSON",
    )
    parser.add_argument(
        "--output",
        type=Path,
        default=OUTPUT,
        metavar="DIR",
        help="folder of the package (default for the repository's own document: generated/)",
    )
