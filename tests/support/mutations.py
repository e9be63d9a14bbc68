"""Every way in which an answer can differ from the one that was recorded: places, and what is done there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import frozen

Place = tuple[str | int, ...]
"""Names and indexes from the root of a body."""

ABSENT: Any = object()
"""Stands for a member that is taken away."""
STRANGER = "a member that nobody has described"
REPLACEMENTS: tuple[Any, ...] = (
    None,
    ABSENT,
    "something new",
    0.5,
    True,
    [],
    [None, "x", {"unforeseen": 1}],
    {},
    {"unforeseen": {"to_dict": 1, "__class__": 2, "type": []}},
)


@frozen
class Mutation:
    """What is put where."""

    place: Place
    value: Any

    @property
    def path(self) -> str:
        """The place as the client's errors spell it."""
        path = "$"
        for key in self.place:
            if isinstance(key, int):
                path += f"[{key}]"
            else:
                path += f".{key}" if key.isidentifier() else f"[{json.dumps(key)}]"
        return path

    def applied(self, body: Any) -> Any:
        """A copy of `body` with the mutation; `body` itself where an earlier one took the place away."""
        if not self.place:
            return self.value
        made = json.loads(json.dumps(body))
        holder = made
        for key in self.place[:-1]:
            if not _has(holder, key):
                return body
            holder = holder[key]
        key = self.place[-1]
        if not _has(holder, key) and not (isinstance(holder, dict) and self.value is not ABSENT):
            return body
        if self.value is ABSENT:
            del holder[key]
        else:
            holder[key] = json.loads(json.dumps(self.value))
        return made


def _has(holder: Any, key: str | int) -> bool:
    if isinstance(holder, list):
        return isinstance(key, int) and key < len(holder)
    return isinstance(holder, dict) and key in holder


def places(body: Any, place: Place = ()) -> Iterator[Place]:
    """Every place within `body`; of equal neighbours in a list only the first."""
    if place:
        yield place
    if isinstance(body, dict):
        for key, value in body.items():
            yield from places(value, (*place, key))
    if isinstance(body, list):
        for index, value in enumerate(body):
            if index == 0 or value != body[index - 1]:
                yield from places(value, (*place, index))


def at(body: Any, place: Place) -> Any:
    """What stands at a place of `body`."""
    for key in place:
        body = body[key]
    return body


def mutations(body: Any) -> Iterator[Mutation]:
    """Every single mutation of `body` that changes it and does not tell of failure."""
    for place in places(body):
        old = at(body, place)
        for value in REPLACEMENTS:
            if value is ABSENT or json.dumps(value) != json.dumps(old):
                yield Mutation(place, value)
        if isinstance(old, dict):
            yield Mutation((*place, STRANGER), {"kept": ["as", "it", "came"]})
    yield Mutation((STRANGER,), 1)
