"""The error that stops a publication."""

from __future__ import annotations


class Refusal(Exception):
    """A step that must not continue; the message says what is wrong, then how to fix it."""

    def __init__(self, what: str, help: str) -> None:
        """Make a refusal.

        Args:
            what: what is wrong, as a sentence without a full stop.
            help: how to fix it, likewise.
        """
        super().__init__(f"{what}; {help}")
