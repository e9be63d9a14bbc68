"""Runs one command and turns whatever goes wrong into a sentence and an exit code."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any, Final

from ..output.format import FormatError
from ..output.render import TemplateError
from ..output.tree import TreeError
from ..program import COMMAND, version
from . import parser as command_line
from .terminal import Terminal

BAD_INPUT: Final = 2
FAULT: Final = 70
"""`EX_SOFTWARE` of sysexits.h: a fault of the generator."""
INTERRUPTED: Final = 130


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = command_line.build_parser()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks for completions
        import argcomplete

        argcomplete.autocomplete(parser)
    given = parser.parse_args(arguments)
    _check_defaults(parser, given)
    terminal = given.terminal = Terminal(
        given.command,
        as_json=getattr(given, "format", "text") == "json",
        verbosity=getattr(given, "verbose", 0) - getattr(given, "quiet", 0),
        colour=getattr(given, "color", "auto"),
    )
    try:
        return _run(given, terminal)
    finally:
        terminal.close()


def _run(given: Namespace, terminal: Terminal) -> int:
    try:
        code: int = given.run(given)
    except KeyboardInterrupt:
        terminal.complain("interrupted; nothing was written")
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has read enough, `head` for example
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (FormatError, TreeError, TemplateError) as error:  # before the first file is written
        return _fail(terminal, f"{error}\nnothing was written")
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _fail(terminal, f"{where}{error.strerror or error}")
    except Exception as error:  # whatever nobody foresaw
        if getattr(given, "debug", False):
            raise
        return _report_fault(given, terminal, error)
    return code


def _fail(terminal: Terminal, message: str) -> int:
    terminal.complain(message)
    return terminal.print_json(BAD_INPUT, error=message)


def _report_fault(given: Namespace, terminal: Terminal, error: Exception) -> int:
    """Write the traceback to a file and say in one sentence what to do with it."""
    kind = type(error).__name__
    text = "\n".join(
        (
            f"openapi-client-generator {version()}, Python {platform.python_version()}, {sys.platform}",
            f"command: {given.command}",
            "",
            "".join(traceback.format_exception(error)),
        )
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="openapi-client-generator-", suffix=".txt", delete=False
        ) as file:
            file.write(text)
        place = f"please report it with {file.name} and the document, if you may show them"
    except OSError:
        place = "please report it with what `--debug` shows"
    message = f"internal error ({kind}): a fault of the generator, not of your document; {place}"
    terminal.complain(message)
    return terminal.print_json(FAULT, error=message)


def _check_defaults(parser: ArgumentParser, given: Any) -> None:
    """Refuse defaults that don't apply: the repository's own document and package."""
    if getattr(given, "spec", None) is command_line.SPEC and not command_line.SPEC.is_file():
        parser.error(f"name a document: `{COMMAND} {given.command} openapi.yaml`")
    if getattr(given, "output", None) is command_line.OUTPUT and os.path.realpath(
        given.spec
    ) != str(command_line.SPEC):
        parser.error("name a folder with --output: generated/ is for the repository's own document")
