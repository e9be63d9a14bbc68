"""The names of the arguments of a method."""

from __future__ import annotations

from attrs import define

from . import reserved
from .identifiers import Scope, snake


@define
class ArgumentNames:
    """The arguments of one method. Of two with the same name, the second says where it goes."""

    _scope: Scope

    @classmethod
    def for_method(cls, *, is_paged: bool) -> ArgumentNames:
        """Make the names of a method, which can't be those of the arguments that every method has."""
        return cls(Scope(reserved.PAGED_ARGUMENTS if is_paged else reserved.ARGUMENTS))

    def claim(self, name: str, place: str = "") -> str:
        """Name an argument; `place` goes in front where the name is taken."""
        candidate = snake(name)
        is_taken = place and self._scope.is_taken(candidate)
        return self._scope.claim(f"{place}_{candidate}" if is_taken else candidate)
