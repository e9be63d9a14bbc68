"""Method names without collisions: a stable matching of operations to the names that each could have.

Every operation brings its candidates, the best first. In each round every operation that has no name yet asks for its
next candidate, in the order of priorities; who comes first gets it. So first candidates go before second ones, the
order of the document means nothing, and an operation takes a name only from one that wants the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

from attrs import frozen

from ...text import split_words


@frozen
class NameRequest:
    """What one operation may be called.

    Attributes:
        resource: the resource that it belongs to, outermost first.
        names: names for the method, the best first; asked for as far as needed.
        priority: who has the lower one is asked first.
    """

    resource: tuple[str, ...]
    names: Iterator[str]
    priority: tuple[object, ...]


@frozen
class AllocatedName:
    """The method name of one operation.

    Attributes:
        name: the name.
        wanted: the name that it would have if no other operation had it.
    """

    name: str
    wanted: str


def allocate_names(requests: Sequence[NameRequest]) -> list[AllocatedName]:
    """Return the method name of each request; who runs out of candidates gets a number.

    Names are unique among the methods and the resources of one resource, compared by their words.
    """
    taken = {
        (request.resource[:depth], spell(request.resource[depth]))
        for request in requests
        for depth in range(len(request.resource))
    }

    def take(name: str, resource: tuple[str, ...]) -> bool:
        key = (resource, spell(name))
        is_free = key not in taken
        taken.add(key)
        return is_free

    names: dict[int, str] = {}
    first: dict[int, str] = {}
    waiting = sorted(range(len(requests)), key=lambda number: requests[number].priority)
    exhausted: list[int] = []
    while waiting:
        refused: list[int] = []
        for number in waiting:
            request = requests[number]
            name = next(request.names, None)
            if name is None:
                exhausted.append(number)
                continue
            first.setdefault(number, name)
            if take(name, request.resource):
                names[number] = name
            else:
                refused.append(number)
        waiting = refused
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    for number in exhausted:
        numbered = (f"{first[number]}_{each}" for each in numbers[first[number]])
        names[number] = next(each for each in numbered if take(each, requests[number].resource))
    return [AllocatedName(names[number], first[number]) for number in range(len(requests))]


def spell(name: str) -> str:
    """Return what two names must differ in: their words, whatever the spelling."""
    return "_".join(split_words(name)) or name
