"""Runs one command and turns whatever goes wrong into a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any, Final

from ..internal_error import EXIT_CODE, report_internal_error
from ..output.format import FormatError
from ..output.render import TemplateError
from ..output.tree import TreeError
from ..program import COMMAND
from . import argument_parser as command_line
from .terminal import Terminal

INTERRUPTED: Final = 130


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = command_line.build_parser()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks for completions
        import argcomplete

        argcomplete.autocomplete(parser)
    namespace = parser.parse_args(arguments)
    _check_defaults(parser, namespace)
    terminal = namespace.terminal = Terminal(
        namespace.command,
        as_json=getattr(namespace, "format", "text") == "json",
        verbosity=getattr(namespace, "verbose", 0) - getattr(namespace, "quiet", 0),
        colour=getattr(namespace, "color", "auto"),
    )
    is_process = arguments is None
    if is_process and getattr(namespace, "ends_soon", False):
        gc.disable()
    try:
        return _run(namespace, terminal)
    finally:
        terminal.close()
        if is_process:
            gc.freeze()  # memory goes back with the process; a last collection would look at all of it


def _run(namespace: Namespace, terminal: Terminal) -> int:
    try:
        code: int = namespace.run(namespace)
    except KeyboardInterrupt:
        terminal.complain("interrupted; nothing was written")
        return INTERRUPTED
    except BrokenPipeError:  # the reader has closed the pipe, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (FormatError, TreeError, TemplateError) as error:  # before the first file is written
        return terminal.fail(f"{error}\nnothing was written")
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return terminal.fail(f"{where}{error.strerror or error}")
    except MemoryError:
        return terminal.fail("there is not enough memory for this document; nothing was written")
    except Exception as error:  # any exception that is not expected here
        if getattr(namespace, "debug", False):
            raise
        return terminal.fail(report_internal_error(error, namespace.command, "document"), EXIT_CODE)
    return code


def _check_defaults(parser: ArgumentParser, namespace: Any) -> None:
    """Refuse defaults that don't apply: the repository's own document and package."""
    if getattr(namespace, "rules", False) or getattr(namespace, "explain", None) is not None:
        return  # which is about no document
    if getattr(namespace, "spec", None) is command_line.SPEC and not command_line.SPEC.is_file():
        parser.error(f"name a document: `{COMMAND} {namespace.command} openapi.yaml`")
    if getattr(namespace, "output", None) is command_line.OUTPUT and os.path.realpath(
        namespace.spec
    ) != str(command_line.SPEC):
        parser.error(
            f"name the folder of the package: `{COMMAND} {namespace.command} {namespace.spec} --output client`"
        )
