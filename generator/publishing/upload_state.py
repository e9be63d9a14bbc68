"""What is left to do, from what we built, what the index has, and what we remember of an earlier run.

That the distributions are reproducible makes this simple: a file on the index is ours if it has our bytes.
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
class Memory:
    """The note that a publication has begun and is not known to have ended.

    Attributes:
        path: where the note is.
    """

    path: Path

    def begin(self, upload: str, hashes: Mapping[str, str]) -> None:
        """Note that files are about to go to an index.

        Args:
            upload: address of the index.
            hashes: SHA-256 of the files by name.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".new")
        beside.write_text(json.dumps({"index": upload, "hashes": dict(hashes)}), encoding="utf-8")
        beside.replace(self.path)

    def unfinished(self, upload: str) -> Mapping[str, str]:
        """What an earlier run was about to send to an index.

        Args:
            upload: address of the index.

        Returns:
            SHA-256 of the files by name; empty where there was no such run, or it ended well.
        """
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
            return dict(told["hashes"]) if told["index"] == upload else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def end(self) -> None:
        """Forget it: the publication is complete."""
        self.path.unlink(missing_ok=True)


def left_to_send(
    ours: Mapping[str, str], theirs: Mapping[str, str | None], unfinished: Mapping[str, str]
) -> tuple[str, ...]:
    """Which files are still to be sent.

    Args:
        ours: SHA-256 of what we built, by file name.
        theirs: what the index has of this version; None where it does not tell the digest.
        unfinished: what an earlier run that did not end well was about to send.

    Returns:
        Names of files; none where all are there and only the last steps are to be repeated.

    Raises:
        Refusal: the index has this version, and it is not an unfinished publication of the same bytes.
    """
    known = {name: digest or unfinished.get(name) for name, digest in theirs.items()}
    foreign = sorted(name for name in known if name not in ours or known[name] != ours[name])
    if foreign:
        raise Refusal(f"the index has {foreign[0]} already, with other content than ours", _HELP)
    missing = tuple(sorted(set(ours) - set(theirs)))
    if not missing and unfinished != ours:
        raise Refusal(f"the index has {min(theirs)} already, published and complete", _HELP)
    return missing
