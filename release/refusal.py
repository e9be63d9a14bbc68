"""The one way in which a release stops."""

from __future__ import annotations


class Refusal(Exception):
    """A step that must not go on; the message says what stands in the way, then the cure."""

    def __init__(self, what: str, cure: str) -> None:
        """Make a refusal.

        Args:
            what: what stands in the way, as a sentence without its full stop.
            cure: what the maintainer can do about it, likewise.
        """
        super().__init__(f"{what}; {cure}")
