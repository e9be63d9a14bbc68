"""Which operations use a definition: a graph from operations to what they reach."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from .changes import OperationRef

Key = TypeVar("Key", bound=Hashable)


class UsageGraph(Generic[Key]):
    """Keys that operations reach, each visited once, and the way back to the operations."""

    def __init__(self, expand: Callable[[Key], Iterable[Key]]) -> None:
        """Make an empty graph; `expand` returns the keys that a key leads to."""
        self._expand = expand
        self._above: dict[Key, list[Key]] = defaultdict(list)
        self._roots: dict[Key, list[OperationRef]] = defaultdict(list)
        self._visited: dict[Key, None] = {}

    def __iter__(self) -> Iterator[Key]:
        """Iterate over the keys in the order in which they were reached."""
        return iter(self._visited)

    def add(self, keys: Iterable[Key], operation: OperationRef | None) -> None:
        """Add keys that an operation leads to, and everything that they lead to."""
        waiting: deque[Key] = deque()
        for key in keys:
            if operation is not None:
                self._roots[key].append(operation)
            waiting.append(key)
        while waiting:
            key = waiting.popleft()
            if key in self._visited:
                continue
            self._visited[key] = None
            for below in self._expand(key):
                self._above[below].append(key)
                waiting.append(below)

    def operations(self, key: Key) -> tuple[OperationRef, ...]:
        """Return the operations that lead to a key."""
        operations: dict[OperationRef, None] = {}
        waiting, visited = deque([key]), {key}
        while waiting:
            at = waiting.popleft()
            operations.update(dict.fromkeys(self._roots.get(at, ())))
            for above in self._above.get(at, ()):
                if above not in visited:
                    visited.add(above)
                    waiting.append(above)
        return tuple(operations)
