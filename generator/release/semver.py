"""Semantic versions, and the next version for a verdict."""

from __future__ import annotations

import re
from typing import Final, Self

from attrs import frozen

from ..diff.changes import Verdict

_PATTERN: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:(a|b|rc)(\d+))?", re.ASCII)
_STAGES: Final = {"a": 0, "b": 1, "rc": 2, "": 3}


@frozen
class Version:
    """A version of three numbers, and the stage of a pre-release: `1.4.0rc1`."""

    major: int
    minor: int
    patch: int
    stage: str = ""
    number: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the version that a text spells.

        Raises:
            ValueError: it spells none.
        """
        match = _PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"`{text}` is not a version of three numbers, such as `1.4.0`")
        major, minor, patch, stage, number = match.groups()
        return cls(int(major), int(minor), int(patch), stage or "", int(number or 0))

    def __str__(self) -> str:
        end = f"{self.stage}{self.number}" if self.stage else ""
        return f"{self.major}.{self.minor}.{self.patch}{end}"

    def __lt__(self, other: Version) -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[int, ...]:
        """The sort key."""
        return (self.major, self.minor, self.patch, _STAGES[self.stage], self.number)


def bump_version(last: Version, verdict: Verdict | None) -> Version:
    """Return the lowest version that may follow another.

    Args:
        last: the released version.
        verdict: the most severe verdict on what changed since; None if nothing is visible from outside.

    Returns:
        A major version for breaking changes, a minor one for additions, else a patch. Before 1.0.0
        everything moves one place to the right. A pre-release is followed by its release.
    """
    if last.stage:
        return Version(last.major, last.minor, last.patch)
    step = {"callers": 0, "readers": 0, "additive": 1}.get(verdict or "", 2)
    if last.major == 0:
        step = min(step + 1, 2)
    if step == 0:
        return Version(last.major + 1, 0, 0)
    if step == 1:
        return Version(last.major, last.minor + 1, 0)
    return Version(last.major, last.minor, last.patch + 1)
