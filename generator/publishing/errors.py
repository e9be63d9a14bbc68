"""The one way in which a release stops."""

from __future__ import annotations

from collections.abc import Callable


class Refusal(Exception):
    """A step that must not go on; the message says what stands in the way, then how to fix it."""

    def __init__(self, what: str, help: str) -> None:
        """Make a refusal.

        Args:
            what: what stands in the way, as a sentence without its full stop.
            help: what the maintainer can do about it, likewise.
        """
        super().__init__(f"{what}; {help}")
        self._parts = (what, help)

    def masked(self, hide: Callable[[str], str]) -> Refusal:
        """The same refusal without secrets.

        Args:
            hide: masks what must not be seen in a text.

        Returns:
            A refusal whose message can be shown.
        """
        return Refusal(*map(hide, self._parts))
