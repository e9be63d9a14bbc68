"""The `reconcile` command: report where recorded responses differ from the description, and propose an overlay."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import frozen

from ..diagnostics import Report, make_printable
from ..finding_text import FINDINGS_LIMIT, render_text
from ..lowering.naming.operation_index import index_operations
from ..openapi.loading import Source, load
from ..openapi.metamodel import is_map
from ..openapi.overlay import apply_overlays
from ..openapi.settings_file import find_default, find_overlays, load_settings
from ..program import parse_document
from ..text import format_times, pluralize
from .amend_document import amend
from .exchanges import Comparison, Difference, compare
from .recordings import RecordingError, read_recordings
from .render_overlay import propose

FINE, FINDINGS = 0, 1


@frozen
class Description:
    """A description as one document.

    Attributes:
        source: the document.
        origin: from a pointer to its place in the files.
    """

    source: Source
    origin: Callable[[str], str]


class UnreadableError(Exception):
    """The description can't be read; the message holds the findings as text."""


def add_arguments(parser: ArgumentParser, spec: Path) -> None:
    """Add the arguments of `reconcile` to a parser.

    Args:
        parser: that of the subcommand.
        spec: the repository's own document, the default in a checkout.
    """
    parser.add_argument(
        "recordings",
        type=Path,
        metavar="RECORDINGS",
        help="a file of recorded exchanges, or a folder",
    )
    parser.add_argument(
        "spec",
        nargs="?",
        type=parse_document,
        default=spec,
        metavar="SPEC",
        help="an OpenAPI document: a file, a URL, or - for standard input",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the report"
    )
    summary = "file of the proposed overlay (default: next to the recordings, `.overlay.yaml`)"
    parser.add_argument("--overlay", type=Path, metavar="FILE", help=summary)
    parser.set_defaults(run=reconcile)


def reconcile(options: Namespace) -> int:
    """Print the differences and write the overlay; the exit code is 1 if there are any."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            description = read_description(options.spec, Path(folder))
            comparison = compare_recordings(options.recordings, description)
            text = _make_overlay(comparison, options.recordings, description)
    except (RecordingError, UnreadableError) as error:
        return int(options.terminal.fail(str(error)))
    members = _to_dict(comparison, description)
    options.terminal.print_result(_as_text(comparison, description))
    if not comparison.differences:
        return int(options.terminal.print_json(FINE, **members, overlay=None))
    path = options.overlay or options.recordings.with_name(
        f"{options.recordings.stem}.overlay.yaml"
    )
    path.write_text(text, encoding="utf-8")
    options.terminal.note(f"{path}: proposed; delete the actions that you do not agree with")
    return int(options.terminal.print_json(FINDINGS, **members, overlay=str(path)))


def read_description(spec: Path | str, folder: Path) -> Description:
    """Read a description as one document.

    Args:
        spec: its root.
        folder: an empty folder for that document.

    Raises:
        UnreadableError: it can't be read.
    """
    report = Report()
    source = load(spec, report)
    own: tuple[Path, ...] = ()
    if source is not None and (config := find_default(source)) is not None:
        own = find_overlays(load_settings(config, report), config.parent, report)
        source = apply_overlays(source, own, report)
    if source is None or (own and report.has_errors):
        raise UnreadableError(render_text(report.errors, limit=FINDINGS_LIMIT))

    def origin(pointer: str) -> str:
        place = source.document.pin(pointer)
        return f"{place.location() or place.file} #{place.pointer}"

    return Description(source, origin)


def compare_recordings(recordings: Path, description: Description) -> Comparison:
    """Compare recordings with a description.

    Raises:
        RecordingError: a recording can't be read.
    """
    keys: Any = description.source.root.plain("x-envelope")
    envelope = frozenset(str(each) for each in keys.values()) if is_map(keys) else frozenset[str]()
    return compare(
        read_recordings(recordings),
        index_operations(description.source),
        description.source,
        envelope,
    )


def _make_overlay(comparison: Comparison, recordings: Path, description: Description) -> str:
    title = (description.source.root / "info").text("title") or "the API"

    def compare_again(source: Source) -> Comparison:
        return compare_recordings(recordings, Description(source, description.origin))

    source = description.source
    amendment = amend(source, comparison, compare_again)
    return propose(comparison, title, source.root.value, amendment, description.origin)


def _as_text(comparison: Comparison, description: Description) -> str:
    lines = [line for each in comparison.differences for line in _describe(each, description)]
    exchanges = pluralize(comparison.exchanges, "exchange")
    operations = pluralize(len(comparison.operations), "operation")
    end = (
        pluralize(len(comparison.differences), "difference")
        if comparison.differences
        else "as described"
    )
    lines = [*lines, f"{exchanges} of {operations}: {end}"]
    return "".join(f"{make_printable(line)}\n" for line in lines)


def _describe(each: Difference, description: Description) -> list[str]:
    place = description.origin(each.node.pointer)
    name = f" `{each.name}`" if each.name else ""
    evidence = [f"    {line}" for line in each.evidence]
    return [
        f"{place}",
        f"  {each.kind}{name}, {format_times(each.count)}, in {', '.join(each.operations)}",
        *evidence,
        "",
    ]


def _to_dict(comparison: Comparison, description: Description) -> dict[str, Any]:
    differences = [
        {
            "kind": each.kind,
            "name": each.name,
            "pointer": each.node.pointer,
            "place": description.origin(each.node.pointer),
            "count": each.count,
            "operations": each.operations,
            "evidence": each.evidence,
        }
        for each in comparison.differences
    ]
    return {
        "exchanges": comparison.exchanges,
        "operations": list(comparison.operations),
        "differences": differences,
    }
