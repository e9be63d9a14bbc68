"""`python -m generator release`: propose the next version and its changelog entry, write them on request."""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from attrs import frozen

from ..diagnostics import Report
from ..diff.changes import Change, gravest
from ..diff.command import State, UnreadableError, compare_states, current, read
from ..diff.render import counted
from ..diff.revisions import RevisionError, origin, revision_of
from ..lowering.naming.lock import read_package_lock
from ..output.tree import Tree, write
from ..pipeline import Compilation, Options
from ..text import pluralize
from .changelog import entry, inserted
from .semver import Version, required
from .write_version import with_version

FINE, BAD_INPUT = 0, 2
_TAGS = "v[0-9]*"


@frozen
class Proposal:
    """What the next release is to be.

    Attributes:
        since: the revision of the last release.
        last: its version.
        current: the version that the description names now.
        version: the version that the changes ask for, or `current` if that is higher.
        changes: what changed.
    """

    since: str
    last: Version
    current: Version
    version: Version
    changes: tuple[Change, ...]

    @property
    def is_due(self) -> bool:
        """Whether there is anything to release."""
        return str(self.version) != str(self.last)


class NothingToCompareError(Exception):
    """No release is known that the work tree could be compared with; the message says what to do."""


def add_arguments(parser: ArgumentParser, spec: Path, package: Path) -> None:
    """Give a parser the arguments of `release`.

    Args:
        parser: that of the subcommand.
        spec: our own document.
        package: the folder of the generated package.
    """
    told = "the revision or file of the last release (default: the newest tag like v1.2.0 that leads here)"
    parser.add_argument("since", metavar="SINCE", nargs="?", help=told)
    parser.add_argument("--spec", type=Path, default=spec, help="the document (default: our own)")
    parser.add_argument(
        "--output", type=Path, default=package, metavar="DIR", help="folder of the package"
    )
    parser.add_argument(
        "--changelog", type=Path, default=package.parent / "CHANGELOG.md", help="the changelog"
    )
    parser.add_argument("--write", action="store_true", help="write version, changelog and package")
    parser.set_defaults(run=release)


def release(given: Namespace) -> int:
    """Print the proposal, and with `--write` carry it out."""
    try:
        found = propose(given.since, given.spec, given.output)
        text = given.changelog.read_text(encoding="utf-8") if given.changelog.is_file() else ""
        section = entry(str(found.version), found.changes, text)
        _say(found, section)
        if not found.is_due or not given.write:
            return FINE
        _write(found, inserted(text, section), given)
    except (RevisionError, UnreadableError, NothingToCompareError, ValueError) as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    return FINE


def propose(since: str | None, spec: Path, package: Path) -> Proposal:
    """What the next release of a description's package is to be.

    Args:
        since: the revision or file of the last release; None for the newest tag.
        spec: the description.
        package: the folder of the generated package.

    Raises:
        NothingToCompareError: there is no tag.
        RevisionError: `since` is neither a file nor a revision.
        UnreadableError: a description has errors.
        ValueError: a version is not made of three numbers.
    """
    asked = since or revision_of(_TAGS, spec.parent)
    if asked is None:
        raise NothingToCompareError(
            "no tag like `v1.2.0` leads here; name the revision of the last release: `release REVISION`"
        )
    with tempfile.TemporaryDirectory() as folder:
        old = read(origin(asked, spec, Path(folder), package))
        return proposal(old, current(spec, package, old))


def proposal(old: State, new: State) -> Proposal:
    """What the next release is to be, from the state that was released and the state that is."""
    changes = compare_states(old, new)
    last, current = (Version.parse(each.api.settings.version) for each in (old, new))
    touched = bool(changes) or _code(old) != _code(new)
    wanted = required(last, gravest(changes)) if touched else last
    return Proposal(
        old.origin.name, last, current, max(wanted, current, key=lambda each: each.order), changes
    )


def _code(state: State) -> dict[str, str]:
    """The modules of the package, without the line that names its version."""
    return {
        path: "\n".join(line for line in text.splitlines() if not line.startswith("__version__"))
        for path, text in state.files.items()
        if path.endswith(".py")
    }


def _say(found: Proposal, section: str) -> None:
    if not found.is_due:
        print(f"{found.last}: nothing changed since {found.since}")
        return
    what = counted(found.changes) or "nothing that a caller sees"
    print(f"{found.last} → {found.version}: {what} since {found.since}\n")
    print(section.rstrip())


def _write(found: Proposal, changelog: str, given: Namespace) -> None:
    text = given.spec.read_text(encoding="utf-8")
    edited = with_version(text, str(found.version))
    if edited is None:
        raise ValueError(
            f"{given.spec} has no `x-client` to write the version into; add `x-client: {{}}`"
        )
    given.spec.write_text(edited, encoding="utf-8")
    try:
        changed = write(_package(given, str(found.version)), given.output)
    except BaseException:  # all of it or nothing, also where somebody interrupts it
        given.spec.write_text(text, encoding="utf-8")
        raise
    given.changelog.write_text(changelog, encoding="utf-8")
    files = pluralize(len(changed), "file")
    print(f"\nwritten: {given.spec.name}, {given.changelog.name}, {files} of the package")


def _package(given: Namespace, version: str) -> Tree:
    options = Options(name_lock=read_package_lock(given.output))
    compilation = Compilation(given.spec, Report(), options)
    api = compilation.api
    tree = compilation.tree
    if api is None or tree is None or api.settings.version != version:
        raise ValueError(f"{given.spec}: write `version: {version}` below `x-client` by hand")
    return tree
