"""The one way in which a release stops."""

from __future__ import annotations

from collections.abc import Callable


class Refusal(Exception):
    """A step that must not go on; the message says what stands in the way, then the cure."""

    def __init__(self, what: str, cure: str) -> None:
        """Make a refusal.

        Args:
            what: what stands in the way, as a sentence without its full stop.
            cure: what the maintainer can do about it, likewise.
        """
        super().__init__(f"{what}; {cure}")
        self._parts = (what, cure)

    def masked(self, hide: Callable[[str], str]) -> Refusal:
        """The same refusal without secrets.

        Args:
            hide: masks what must not be seen in a text.

        Returns:
            A refusal whose message can be shown.
        """
        return Refusal(*map(hide, self._parts))
