"""An editable copy of a description, of which every container knows where it comes from."""

from __future__ import annotations

from typing import Any, Final

from .json_pointers import escape
from .loading import Node, Source, edit
from .loading.document import Origins
from .loading.source_map import Pin
from .metamodel import is_list, is_map

_MAX_DUPLICATED: Final = 500_000
"""Containers that copies may add to a draft; copies of copies pass it at once."""


class DuplicationError(Exception):
    """Copies of copies make a draft too large."""


class Draft:
    """A copy of a document that may be changed. What is put into it comes from an overlay, a settings file or itself.

    Attributes:
        value: the copy; nothing in it is part of anything else.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._origins = Origins()
        self._duplicated = 0
        self.value: Any = self.copy(source.root)

    def copy(self, node: Node) -> Any:
        """Return a copy of a node's value, in which containers come from where they are now."""
        return self._copy(node.value, node.pinned(), node)

    def _copy(self, value: Any, pin: Pin, node: Node) -> Any:
        origins = getattr(node.document, "origins", None)
        pending: list[tuple[Any, Any, Pin]] = []

        def begin(value: Any, pin: Pin) -> Any:
            if not is_map(value) and not is_list(value):
                return value
            origin = origins.get(value) if origins is not None else None
            pin = origin or pin
            copied_container: Any = {} if is_map(value) else []
            self._origins.record(copied_container, pin)
            pending.append((value, copied_container, pin))
            return copied_container

        copied = begin(value, pin)
        while pending:
            original, copied_container, at = pending.pop()
            if is_map(original):
                for key, item in original.items():
                    member = origins.get_member(original, key) if origins is not None else None
                    if member is not None:
                        self._origins.record_member(copied_container, key, member)
                    below = member or Pin(at.text, f"{at.pointer}/{escape(key)}")
                    copied_container[key] = begin(item, below)
            else:
                for index, item in enumerate(original):
                    copied_container.append(begin(item, Pin(at.text, f"{at.pointer}/{index}")))
        return copied

    def duplicate(self, value: Any) -> Any:
        """Return a copy of a part of this draft.

        Raises:
            DuplicationError: such copies make it too large.
        """
        if is_map(value):
            copied: Any = {key: self.duplicate(item) for key, item in value.items()}
        elif is_list(value):
            copied = [self.duplicate(item) for item in value]
        else:
            return value
        self._duplicated += 1
        if self._duplicated > _MAX_DUPLICATED:
            raise DuplicationError
        origin = self._origins.get(value)
        if origin is not None:
            self._origins.record(copied, origin)
        return copied

    def record(self, container: Any, node: Node) -> None:
        """Note that a container of the draft comes from a node."""
        self._origins.record(container, node.pinned())

    def record_member(self, container: Any, key: str, node: Node) -> None:
        """Note that a member of a container of the draft comes from a node, whatever its value is."""
        self._origins.record_member(container, key, node.pinned())

    def record_merged_member(self, container: Any, key: str, source: Any) -> None:
        """Note that a member of a container of the draft comes from the same member of another one, its source."""
        pin = self._origins.get(source)
        if pin is not None:
            self._origins.record_member(
                container, key, Pin(pin.text, f"{pin.pointer}/{escape(key)}")
            )

    def pin(self, container: Any) -> Pin | None:
        """Return where a container of the draft comes from."""
        return self._origins.get(container)

    def finish(self) -> Source | None:
        """Return the description with the changed document; None, with an error, if it can't be put together."""
        return edit(self._source, self.value, self._origins, self._source.report)
