"""A value of a document that knows its JSON pointer and, when asked, its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from ...diagnostics import Location
from ..json_pointers import escape, find_index, split_pointer, unescape
from ..metamodel import is_list, is_map
from .source_map import Pin

if TYPE_CHECKING:
    from .document import Document


class Missing:
    """The value of a node that is not there."""

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False


MISSING: Final = Missing()


class Node:
    """A value inside a document, reached with `/`.

    Nodes are cheap views made on the way and compare by document and pointer. The values are plain
    Python (`dict` with string keys, `list`, `str`, `int`, `float`, `bool`, `None`) and are never changed.
    """

    __slots__ = ("_key", "_parent", "_pointer", "document", "value")

    document: Document
    value: Any

    def __init__(
        self, document: Document, value: Any, parent: Node | None = None, key: str = ""
    ) -> None:
        self.document = document
        self.value = value
        self._parent = parent
        self._key = key
        self._pointer: str | None = None

    @property
    def pointer(self) -> str:
        """The RFC 6901 pointer of this node within its document, e.g. `/paths/~1logs/get`."""
        if self._pointer is None:
            above = self._parent
            self._pointer = f"{above.pointer}/{escape(self._key)}" if above is not None else ""
        return self._pointer

    @property
    def address(self) -> str:
        """The place in the document, as `name#pointer`."""
        return f"{self.document.name}#{self.pointer}"

    @property
    def parent(self) -> Node | None:
        """The node this one was reached from, None for the root of a document."""
        return self._parent

    @property
    def key(self) -> str:
        """The last token of the pointer, unescaped; empty for the root of a document."""
        return self._key

    def __truediv__(self, key: str | int) -> Node:
        """Return the member or item called `key`; its value is MISSING if there is none."""
        value = self.value
        if value.__class__ is dict:  # not `is_map`: this is the most frequent call of all
            token = key if type(key) is str else str(key)
            return Node(self.document, value.get(token, MISSING), self, token)
        token = str(key)
        if is_list(value) and (index := find_index(value, token)) is not None:
            return Node(self.document, value[index], self, token)
        return Node(self.document, MISSING, self, token)

    def get(self, key: str | int) -> Node | None:
        """Return the member or item called `key`, or None if there is none."""
        value = self.value
        if value.__class__ is dict and type(key) is str:
            return Node(self.document, value[key], self, key) if key in value else None
        node = self / key
        return node if node.value is not MISSING else None

    def get_fragment(self, token: str) -> Node | None:
        """Return the member or item that a token of a URI fragment names: percent-decoded, else as it is written."""
        decoded = self.get(unescape(unquote(token)))
        return decoded if decoded is not None else self.get(unescape(token))

    def at(self, pointer: str) -> Node:
        """Return the node that a pointer from this one names; its value is MISSING if there is none."""
        node = self
        for token in split_pointer(pointer):
            node = node / token
        return node

    def __contains__(self, key: str) -> bool:
        return self.value.__class__ is dict and key in self.value

    def items(self) -> Iterator[tuple[str, Node]]:
        """Return the members of a mapping in the order of the document; nothing for anything else."""
        if is_map(self.value):
            for key, value in self.value.items():
                yield key, Node(self.document, value, self, key)

    def __iter__(self) -> Iterator[Node]:
        """Return the items of a list; nothing for anything else."""
        if is_list(self.value):
            for index, value in enumerate(self.value):
                yield Node(self.document, value, self, str(index))

    @property
    def exists(self) -> bool:
        """Whether the document has this node."""
        return self.value is not MISSING

    @property
    def is_map(self) -> bool:
        """Whether the value is a mapping."""
        return is_map(self.value)

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return is_list(self.value)

    @property
    def is_str(self) -> bool:
        """Whether the value is text."""
        return type(self.value) is str

    def text(self, key: str) -> str | None:
        """Return the member called `key` if it is text, otherwise None."""
        value = self.value.get(key) if self.value.__class__ is dict else None
        return value if type(value) is str else None

    def plain(self, key: str, default: Any = None) -> Any:
        """Return the value of the member called `key`; `default` if there is none, or nothing with members."""
        value = self.value
        return value.get(key, default) if value.__class__ is dict else default

    @property
    def file(self) -> str:
        """The file that this node comes from, as the user would call it."""
        return self.pinned().file

    def pinned(self) -> Pin:
        """Return the place in a text that this node comes from, without its value."""
        return self.document.pin(self.pointer)

    def location(self) -> Location | None:
        """Return where this node (the key of a member) is, or its nearest parent if it is missing."""
        return self.pinned().location()

    def excerpt(self) -> tuple[str, ...]:
        """Return the numbered lines around this node, with a caret below it."""
        return self.pinned().excerpt()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return self.document is other.document and self.pointer == other.pointer

    def __hash__(self) -> int:
        return hash((id(self.document), self.pointer))

    def __repr__(self) -> str:
        return f"<Node {self.document.name}#{self.pointer}>"
