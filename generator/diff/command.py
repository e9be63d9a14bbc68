"""`diff OLD NEW`: read both versions, compare them, print, and set the exit code."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..openapi.settings_file import describe_unread_settings, find_unread_settings
from ..program import add_document_options, parse_count, parse_document
from .compared_versions import UnreadableError, compare_requested
from .render_changes import DEFAULT_LIMIT, render_markdown, render_text, to_dict
from .revisions import Inputs, RevisionError

OK, FINDINGS = 0, 1

_FORMATS = {"text": render_text, "markdown": render_markdown}


def add_arguments(parser: ArgumentParser, spec: Path, package: Path) -> None:
    """Give a parser the arguments of `diff`.

    Args:
        parser: the parser of the subcommand.
        spec: the repository's own document, which a bare revision stands for; an installed generator has none.
        package: the folder of its generated package.
    """
    parser.add_argument(
        "old",
        metavar="OLD",
        help="a file, a URL, - for standard input, a git revision, or REVISION:PATH",
    )
    parser.add_argument("new", metavar="NEW", nargs="?", help="likewise (default: the work tree)")
    add_input_arguments(parser)
    parser.add_argument(
        "--format", choices=(*_FORMATS, "json"), default="text", help="output format"
    )
    parser.add_argument(
        "--limit",
        type=parse_count,
        metavar="N",
        help=f"show the N most important facts, 0 for all (default: {DEFAULT_LIMIT}; JSON has all)",
    )
    parser.add_argument("--fail-on", choices=("breaking",), help="exit 1 if anything is breaking")
    parser.set_defaults(run=diff, spec=None, own=(spec, package), ends_soon=True)


def add_input_arguments(parser: ArgumentParser) -> None:
    """Add the arguments for the document, its settings and its overlays."""
    parser.add_argument(
        "--spec",
        dest="document",
        type=parse_document,
        metavar="SPEC",
        help="the document to read from a bare revision and from the work tree; a URL only next to a file or a URL",
    )
    parser.add_argument(
        "--allow-outside",
        action="store_true",
        help="let references leave a document's folder or use a network",
    )
    add_document_options(
        parser,
        config="settings for both versions (default: the file next to each)",
        overlay="an overlay to apply to both versions, as each revision has it (repeatable)",
    )


def read_inputs(arguments: Namespace, package: Path | None = None) -> Inputs:
    """Return the inputs that the command line gives besides the two versions.

    Args:
        arguments: the parsed command line.
        package: the folder of the package, if the command line names one.
    """
    own_spec, own_package = arguments.own
    spec = arguments.document or (own_spec if own_spec.is_file() else None)
    if package is None and own_package.is_dir():
        package = own_package
    overlays = tuple(arguments.overlay)
    return Inputs(spec, package, overlays, arguments.config, arguments.allow_outside)


def diff(arguments: Namespace) -> int:
    """Print what changed; return 1 where `--fail-on` asks for it, 2 if a version can't be read."""
    for version in (arguments.old, arguments.new) if arguments.config is None else ():
        unread = find_unread_settings(str(version))
        if unread is not None:
            arguments.terminal.note(describe_unread_settings(unread))
            break
    try:
        comparison = compare_requested(arguments.old, arguments.new, read_inputs(arguments))
    except (RevisionError, UnreadableError) as error:
        return int(arguments.terminal.fail(str(error)))
    is_breaking = any(change.is_breaking for change in comparison.changes)
    code = FINDINGS if arguments.fail_on == "breaking" and is_breaking else OK
    if arguments.format == "json":
        return int(arguments.terminal.print_json(code, **to_dict(comparison, arguments.limit)))
    arguments.terminal.print_result(_FORMATS[arguments.format](comparison, arguments.limit))
    return code
