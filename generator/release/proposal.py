"""The next version, as both `release` and `publish` decide it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from attrs import frozen

from ..diff import compared_versions as versions
from ..diff.changes import Change, find_most_severe
from ..diff.compared_versions import compare_versions, read_current
from ..diff.revisions import Inputs, RevisionError, explain_keeping, locate
from ..diff.tags import RELEASES, find_newest_tag
from ..program import COMMAND
from .semver import Version, bump_version


@frozen
class Proposal:
    """The next release.

    Attributes:
        since: the name of the last release: a tag, a revision, a file, or a version on an index.
        last: its version.
        current: the version that the document has now.
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

    @property
    def is_high_enough(self) -> bool:
        """Whether the document already has the version that the changes ask for."""
        return str(self.version) == str(self.current)


def propose(since: str | None, inputs: Inputs) -> Proposal:
    """Return the next release of a document's package.

    Args:
        since: the revision or file of the last release; None for the newest tag.
        inputs: the document, the folder of its package, overlays and settings.

    Raises:
        RevisionError: there is no tag, or `since` is neither a file nor a revision.
        UnreadableError: a document has errors.
        ValueError: a version is not made of three numbers.
    """
    if inputs.spec is None:
        raise RevisionError("there is no document to release\nhelp: name it with --spec")
    if since is None and isinstance(inputs.spec, str):
        raise RevisionError(
            "`release` compares with a tag, and needs a file in git\n"
            f"help: {explain_keeping(inputs.spec)}; or name the earlier document: `{COMMAND} release OLD --spec URL`"
        )
    baseline = since or find_newest_tag(RELEASES, Path(inputs.spec).parent)
    with tempfile.TemporaryDirectory() as folder:
        old = versions.Version(locate(baseline, inputs, Path(folder)))
        return decide(old, read_current(inputs, old))


def decide(old: versions.Version, new: versions.Version) -> Proposal:
    """Return the next release, from what was released and what is there now.

    A package whose code differs asks for a patch even where no change is visible from outside.
    """
    changes = compare_versions(old, new)
    last, current = (Version.parse(each.api.settings.version) for each in (old, new))
    has_changed = bool(changes) or _read_modules(old) != _read_modules(new)
    next_ = bump_version(last, find_most_severe(changes)) if has_changed else last
    highest = max(next_, current, key=lambda each: each.order)
    return Proposal(old.origin.name, last, current, highest, changes)


def _read_modules(version: versions.Version) -> dict[str, str]:
    """Return the modules of a package, without the line that names its version."""
    return {
        path: "\n".join(line for line in text.splitlines() if not line.startswith("__version__"))
        for path, text in version.files.items()
        if path.endswith(".py")
    }
