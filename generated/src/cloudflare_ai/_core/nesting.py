"""Comparing and copying models without recursion, however deeply they are nested. Loaded with the first need."""

# pyright: reportPrivateUsage=false
# The inner side of `model`.

from __future__ import annotations

from copy import deepcopy
from typing import Any, NamedTuple, TypeVar, cast

from .model import Model, _decoded_members, _read_members, _restore

M = TypeVar("M", bound=Model)


class Node(NamedTuple):
    """A model, an object or a list, without those in it.

    Attributes:
        cls: Its class.
        data: Its members or items; None in place of other nodes.
        links: Key or index of each other node in it, and the number of that node.
        settled: What is not to be decoded again.
    """

    cls: type[Any]
    data: Any
    links: list[tuple[Any, int]]
    settled: tuple[str, ...]


def flatten(root: Model) -> list[Node]:
    """Return the models, objects and lists that a model is made of, itself first."""
    nodes: list[Node] = []
    pending: list[Any] = [root]
    numbers = {id(root): 0}
    for value in pending:  # which grows meanwhile
        is_model = isinstance(value, Model)
        data: Any = (vars(value) if is_model else value).copy()
        links: list[tuple[Any, int]] = []
        for key, item in enumerate(data) if data.__class__ is list else data.items():
            if item.__class__ is dict or item.__class__ is list or isinstance(item, Model):
                if id(item) not in numbers:
                    numbers[id(item)] = len(pending)
                    pending.append(item)
                links.append((key, numbers[id(item)]))
        for key, _ in links:
            data[key] = None
        nodes.append(Node(type(value), data, links, _decoded_members(value) if is_model else ()))
    return nodes


def assemble(nodes: list[Node]) -> Any:
    """Put a model together again from what `flatten` returned."""
    made: list[Any] = [
        _restore(node.cls, node.data, node.settled) if issubclass(node.cls, Model) else node.data
        for node in nodes
    ]
    for node in nodes:
        for key, number in node.links:
            node.data[key] = made[number]
    return made[0]


def copy_flattened(root: M) -> M:
    """Return a deep copy of a model."""
    nodes = [node._replace(data=deepcopy(node.data)) for node in flatten(root)]
    return cast(M, assemble(nodes))


def are_equal(one: Any, other: Any) -> bool:
    """Return whether two values, models above all, are equal."""
    pending = [(one, other)]
    seen: dict[tuple[int, int], Any] = {}  # with the values: an id is free again when they go
    while pending:
        pair: tuple[Any, Any] = pending.pop()
        left, right = pair
        if left is right or seen.setdefault((id(left), id(right)), pair) is not pair:
            continue
        if issubclass(left.__class__, Model) and left.__class__ is right.__class__:
            left, right = _read_members(left), _read_members(right)
        if left.__class__ is dict and right.__class__ is dict:
            if left.keys() != right.keys():
                return False
            pending += [(value, right[key]) for key, value in left.items()]
        elif left.__class__ is list and right.__class__ is list:
            if len(left) != len(right):
                return False
            pending += zip(left, right, strict=True)
        elif left != right:
            return False
    return True
