"""The state of an upload: what we built, what the index has, and what an interrupted run recorded.

The distributions are reproducible, so a file on the index is ours if it has our bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from ..program import COMMAND
from .errors import Refusal

_HELP = f"raise the version with `{COMMAND} release --write`"


@frozen
class UploadState:
    """The record that an upload has begun and is not known to be complete.

    Attributes:
        path: the file of the record.
    """

    path: Path

    def begin(self, upload: str, hashes: Mapping[str, str]) -> None:
        """Record that files are about to be uploaded.

        Args:
            upload: URL of the index.
            hashes: SHA-256 of the files by name.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_suffix(".new")
        record = json.dumps({"index": upload, "hashes": dict(hashes)})
        temporary.write_text(record, encoding="utf-8")
        temporary.replace(self.path)

    def read_unfinished(self, upload: str) -> Mapping[str, str]:
        """Return what an interrupted run was about to upload.

        Args:
            upload: URL of the index.

        Returns:
            SHA-256 of the files by name; empty if there was no such run, or it was completed.
        """
        try:
            record = json.loads(self.path.read_text(encoding="utf-8"))
            return dict(record["hashes"]) if record["index"] == upload else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def end(self) -> None:
        """Remove the record: the publication is complete."""
        self.path.unlink(missing_ok=True)


def find_missing(
    built: Mapping[str, str], uploaded: Mapping[str, str | None], unfinished: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the files that are still to be uploaded.

    Args:
        built: SHA-256 of what we built, by file name.
        uploaded: what the index has of this version; None if it does not give the digest.
        unfinished: what an interrupted run was about to upload.

    Returns:
        Names of files; none if all are there and only the last steps are left.

    Raises:
        Refusal: the index has this version, and it is not an unfinished publication of the same bytes.
    """
    digests = {name: digest or unfinished.get(name) for name, digest in uploaded.items()}
    foreign = sorted(name for name in digests if name not in built or digests[name] != built[name])
    if foreign:
        raise Refusal(f"the index has {foreign[0]} already, with other content", _HELP)
    missing = tuple(sorted(set(built) - set(uploaded)))
    if not missing and unfinished != built:
        raise Refusal(f"the index has {min(uploaded)} already, published and complete", _HELP)
    return missing
