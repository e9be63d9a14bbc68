"""`python -m generator reconcile RECORDINGS`: report where reality and description differ, propose an overlay."""

from __future__ import annotations

import json
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from ..diagnostics import Report, render_text
from ..lowering.naming.operation_index import index_operations
from ..openapi.loading import Source, load
from ..text import format_times, pluralize
from .exchanges import Difference, Reality, compare
from .json_values import as_object
from .propose_overlay import propose
from .recordings import RecordingError, read_recordings

FINE, FINDINGS, BAD_INPUT = 0, 1, 2


@frozen
class Whole:
    """A description as one document, and the way back to its files."""

    source: Source
    origin: Callable[[str], str]


class UnreadableError(Exception):
    """The description can't be read; the message holds the findings as text."""


def add_arguments(parser: ArgumentParser, spec: Path) -> None:
    """Give a parser the arguments of `reconcile`.

    Args:
        parser: that of the subcommand.
        spec: our own document.
    """
    parser.add_argument(
        "recordings",
        type=Path,
        metavar="RECORDINGS",
        help="a file of recorded exchanges, or a folder",
    )
    parser.add_argument(
        "spec", nargs="?", type=Path, default=spec, metavar="SPEC", help="default: our own"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the report"
    )
    told = "where the proposed overlay goes (default: beside the recordings, `.overlay.yaml`)"
    parser.add_argument("--overlay", type=Path, metavar="FILE", help=told)
    parser.set_defaults(run=reconcile)


def reconcile(given: Namespace) -> int:
    """Print the differences and write the overlay; the exit code is 1 if there are any."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            whole = read_whole(given.spec, Path(folder))
            found = judge(given.recordings, whole)
            text = _overlay(found, whole)
    except (RecordingError, UnreadableError) as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    sys.stdout.write(_as_json(found, whole) if given.format == "json" else _as_text(found, whole))
    if not found.differences:
        return FINE
    path = given.overlay or given.recordings.with_name(f"{given.recordings.stem}.overlay.yaml")
    path.write_text(text, encoding="utf-8")
    print(f"{path}: proposed; keep the lines you agree with", file=sys.stderr)
    return FINDINGS


def read_whole(spec: Path, folder: Path) -> Whole:
    """Read a description as one document.

    Args:
        spec: its root.
        folder: an empty folder for that document.

    Raises:
        UnreadableError: it can't be read.
    """
    report = Report()
    source = load(spec, report)
    if source is None:
        raise UnreadableError(render_text(report.errors))

    def origin(pointer: str) -> str:
        place = source.document.pin(pointer)
        return f"{place.location() or place.file} #{place.pointer}"

    return Whole(source, origin)


def judge(recordings: Path, whole: Whole) -> Reality:
    """Hold recordings against a description.

    Raises:
        RecordingError: a recording can't be read.
    """
    said = as_object(whole.source.root.plain("x-envelope")) or {}
    envelope = frozenset(str(each) for each in said.values())
    return compare(
        read_recordings(recordings), index_operations(whole.source), whole.source, envelope
    )


def _overlay(found: Reality, whole: Whole) -> str:
    title = (whole.source.root / "info").text("title") or "the API"
    return propose(found, title, whole.source, whole.origin)


def _as_text(found: Reality, whole: Whole) -> str:
    lines = [line for each in found.differences for line in _block(each, whole)]
    exchanges = pluralize(found.exchanges, "exchange")
    operations = pluralize(len(found.operations), "operation")
    end = pluralize(len(found.differences), "difference") if found.differences else "as described"
    return "\n".join([*lines, f"{exchanges} of {operations}: {end}", ""])


def _block(each: Difference, whole: Whole) -> list[str]:
    place = whole.origin(each.node.pointer)
    name = f" `{each.name}`" if each.name else ""
    evidence = [f"    {line}" for line in each.evidence]
    return [
        f"{place}",
        f"  {each.kind}{name}, {format_times(each.count)}, in {', '.join(each.operations)}",
        *evidence,
        "",
    ]


def _as_json(found: Reality, whole: Whole) -> str:
    differences = [
        {
            "kind": each.kind,
            "name": each.name,
            "pointer": each.node.pointer,
            "place": whole.origin(each.node.pointer),
            "count": each.count,
            "operations": each.operations,
            "evidence": each.evidence,
        }
        for each in found.differences
    ]
    whole_report = {
        "exchanges": found.exchanges,
        "operations": list(found.operations),
        "differences": differences,
    }
    return json.dumps(whole_report, indent=2, ensure_ascii=False) + "\n"
