"""`release`: propose the next version and its changelog entry, and write them on request."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from ..diagnostics import Report, make_printable
from ..diff.changes import find_most_severe
from ..diff.command import add_input_arguments, read_inputs
from ..diff.compared_versions import UnreadableError
from ..diff.render_changes import summarize
from ..diff.revisions import Inputs, RevisionError, explain_keeping
from ..lowering.naming.name_lock import read_package_lock
from ..openapi.settings_file import FILE
from ..output.tree import Tree, write
from ..pipeline import Compilation, Options
from ..text import pluralize
from .changelog import find_version, insert_section, write_section
from .proposal import Proposal, propose
from .write_version import edit_version

_NAMED_FILES: Final = 8
"""How many files of the package are named after they were written."""


def add_arguments(parser: ArgumentParser, spec: Path, package: Path) -> None:
    """Give a parser the arguments of `release`.

    Args:
        parser: the parser of the subcommand.
        spec: the repository's own document; an installed generator has none.
        package: the folder of its generated package.
    """
    text = (
        "the last release: a file, a URL, or a git revision (default: the newest tag like v1.2.0)"
    )
    parser.add_argument("since", metavar="SINCE", nargs="?", help=text)
    add_input_arguments(parser)
    parser.add_argument(
        "--output", dest="package", type=Path, metavar="DIR", help="folder of the package"
    )
    parser.add_argument(
        "--changelog",
        type=Path,
        metavar="FILE",
        help="the changelog (default: CHANGELOG.md next to the folder of the package)",
    )
    parser.add_argument("--write", action="store_true", help="write version, changelog and package")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the proposal"
    )
    parser.set_defaults(run=release, spec=None, own=(spec, package))


def release(arguments: Namespace) -> int:
    """Print the proposal, and with `--write` carry it out."""
    package = arguments.package or (arguments.own[1] if arguments.document is None else None)
    changelog = arguments.changelog or (package.parent / "CHANGELOG.md" if package else None)
    try:
        inputs = read_inputs(arguments, package)
        proposal = propose(arguments.since, inputs)
        text = _read_text(changelog)
        version = str(proposal.version)
        section = find_version(text, version) or write_section(
            version, proposal.changes, text, _get_release_date()
        )
        arguments.terminal.print_result(_render_proposal(proposal, section))
        if proposal.is_due and arguments.write:
            if package is None or changelog is None:
                raise ValueError(
                    "there is no folder to write the package to\nhelp: name it with --output"
                )
            outcome = _write(proposal, insert_section(text, section), inputs, package, changelog)
            arguments.terminal.print_result(f"\n{outcome}\n")
    except (RevisionError, UnreadableError, ValueError) as error:
        return int(arguments.terminal.fail(str(error)))
    members = _to_dict(proposal, section, is_saved=proposal.is_due and arguments.write)
    return int(arguments.terminal.print_json(0, **members))


def _get_release_date() -> date:
    """Return the date of the release in UTC; `SOURCE_DATE_EPOCH` sets it for reproducible runs."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (
        datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    ).date()


def _read_text(changelog: Path | None) -> str:
    has_text = changelog is not None and changelog.is_file()
    return changelog.read_text(encoding="utf-8") if changelog is not None and has_text else ""


def _render_proposal(proposal: Proposal, section: str) -> str:
    if not proposal.is_due:
        return make_printable(f"{proposal.last}: nothing changed since {proposal.since}") + "\n"
    what = summarize(proposal.changes) or "nothing that a caller sees"
    head = f"{proposal.last} → {proposal.version}: {what} since {proposal.since}"
    return "\n".join([*map(make_printable, [head, "", *section.rstrip().split("\n")]), ""])


def _to_dict(proposal: Proposal, section: str, is_saved: bool) -> dict[str, Any]:
    return {
        "since": proposal.since,
        "last": str(proposal.last),
        "next": str(proposal.version) if proposal.is_due else None,
        "verdict": find_most_severe(proposal.changes),
        "section": section if proposal.is_due else None,
        "written": is_saved,
    }


def _write(
    proposal: Proposal, changelog: str, inputs: Inputs, package: Path, changelog_path: Path
) -> str:
    """Write version, package and changelog; where one fails, the document and the settings are as they were.

    Returns:
        What was written, as a sentence.
    """
    spec = inputs.spec
    if not isinstance(spec, Path):
        raise RevisionError(
            "`--write` writes the version into the document or the settings next to it, and this document is no file\n"
            f"help: {explain_keeping(spec or '')}"
        )
    settings = inputs.config or spec.with_name(FILE)
    path, text = edit_version(spec, settings, str(proposal.version))
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    path.write_text(text, encoding="utf-8")
    try:
        changed = write(_generate(inputs, package, str(proposal.version)), package)
    except BaseException:  # an interrupt included
        if before is None:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8")
        raise
    files = [path.name] if text != before else []
    if changelog != _read_text(changelog_path):
        changelog_path.write_text(changelog, encoding="utf-8")
        files.append(changelog_path.name)
    files += [f"{package.name}/{path}" for path in changed[:_NAMED_FILES]]
    if len(changed) > _NAMED_FILES:
        files.append(f"{pluralize(len(changed) - _NAMED_FILES, 'more file')} of the package")
    version = proposal.version
    done = f"{version} is written already; commit it, tag it v{version} and publish it"
    return f"wrote {', '.join(files)}" if files else done


def _generate(inputs: Inputs, package: Path, version: str) -> Tree:
    assert inputs.spec is not None
    options = Options(
        config=inputs.config, overlays=inputs.overlays, name_lock=read_package_lock(package)
    )
    compilation = Compilation(inputs.spec, Report(), options)
    api, tree = compilation.api, compilation.tree
    if api is None or tree is None or api.settings.version != version:
        raise ValueError(
            f"the version of {inputs.spec} can't be written\n"
            f"help: write `version: {version}` below `x-client` by hand, or where an overlay sets it"
        )
    return tree
