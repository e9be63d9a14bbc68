"""Finds regular expressions for which `re` may take exponential time (ReDoS).

A backtracking engine tries every way to match a text. The Glushkov automaton of the expression, whose states are
its characters, shows how many ways there are. If two states that may come next accept the same character, the engine
has a choice. If two ways to match the same text lead from a state back to that state, they double with every
iteration, and the time is exponential. Any other choice within a loop makes the time a power of the length of
the text, and one outside of loops doubles it once; a few of these are tolerated.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, Final, TypeVar

from attrs import define, field

ops: Final[Any] = import_module("re._constants")
# Python's own parser, since Python does the matching.
_parser: Final[Any] = import_module("re._parser")

_POWER: Final = 4
"""How many choices within loops are tolerated."""
_DOUBLINGS: Final = 20
"""How many choices elsewhere are tolerated."""
_ROUNDS: Final = 8
"""The count from which a counted repetition is treated as an endless one."""
_STATES: Final = 150
"""The characters that an expression with choices in loops may have, since pairs of them are examined."""

_MOST: Final = 10_000
"""The states that any automaton may have."""
_EDGES: Final = 50_000
"""The transitions that any automaton may have: `[a-z]*[a-z]*…` has one from each state to all that follow it."""
_PAIRS: Final = 200_000
"""How many pairs of transitions are compared."""

_ASCII: Final = (1 << 128) - 1
_BEYOND: Final = 1 << 128
"""Stands for every character beyond ASCII."""

_T = TypeVar("_T", bound=Hashable)


class Ambiguous(Exception):
    """There are too many ways to match, or their number can't be determined."""


def check(pattern: str) -> None:
    """Check that the ways to match a text do not multiply.

    Args:
        pattern: an expression that Python can compile.

    Raises:
        Ambiguous: they do, or the expression has backreferences, or is too large to tell.
    """
    _judge(_parser.parse(pattern))


def _judge(items: Any) -> None:
    automaton = _Automaton()
    automaton.add_sequence(items)
    automaton.judge()


@define
class _Part:
    """A part of an expression: the states that it may begin and end with, and whether it may match nothing."""

    first: list[int] = field(factory=list)
    last: list[int] = field(factory=list)
    empty: bool = True


class _Automaton:
    def __init__(self) -> None:
        self._admits: list[int] = []
        """The characters of each state, as bits."""
        self._next: list[list[int]] = []
        """The states that may come after each; one that may come in two ways stands there twice."""
        self._voids = 0
        """The number of alternatives that may be empty where another one may be, too."""
        self._depth = 0
        """The number of repetitions around what is being added."""
        self._edges = 0
        self._pairs = 0
        """How many pairs of transitions have been compared."""

    def judge(self) -> None:
        """Raise `Ambiguous` if there are too many ways to match."""
        loops = _find_loops(range(len(self._next)), self._next.__getitem__)
        rounds = {state for loop in loops for state in loop}
        choices = {
            state for state, after in enumerate(self._next) if self._have_common_character(after)
        }
        if len(choices & rounds) > _POWER or len(choices - rounds) + self._voids > _DOUBLINGS:
            raise Ambiguous
        if choices & rounds and (len(rounds) > _STATES or self._can_return_twice(loops)):
            raise Ambiguous

    def _have_common_character(self, states: Sequence[int]) -> bool:
        """Return whether more than one of `states` accepts the same character."""
        accepted = 0
        for state in states:
            if accepted & self._admits[state]:
                return True
            accepted |= self._admits[state]
        return False

    def _can_return_twice(self, loops: list[list[int]]) -> bool:
        """Return whether two ways to match one text lead from a state back to it."""
        for loop in loops:
            members = set(loop)
            if any(len(inner) > len({*inner}) for inner in self._list_inner_edges(members)):
                return True
        diagonal = [(state, state) for loop in loops for state in loop]
        return any(
            any(one == other for one, other in loop) and any(one != other for one, other in loop)
            for loop in _find_loops(diagonal, self._step_together)
        )

    def _list_inner_edges(self, members: set[int]) -> Iterator[list[int]]:
        return ([each for each in self._next[state] if each in members] for state in members)

    def _step_together(self, pair: tuple[int, int]) -> list[tuple[int, int]]:
        """Return where two ways to match can be after one more character."""
        one, other = pair
        self._pairs += len(self._next[one]) * len(self._next[other])
        if self._pairs > _PAIRS:
            raise Ambiguous
        return [
            (here, target)
            for here in dict.fromkeys(self._next[one])
            for target in dict.fromkeys(self._next[other])
            if self._admits[here] & self._admits[target]
        ]

    def add_sequence(self, items: Iterable[tuple[Any, Any]]) -> _Part:
        """Add items, one after the other."""
        combined = _Part()
        for code, argument in items:
            combined = self._join(combined, self._add_item(code, argument))
        return combined

    def _join(self, one: _Part, other: _Part) -> _Part:
        self._connect(one.last, other.first)
        return _Part(
            one.first + (other.first if one.empty else []),
            other.last + (one.last if other.empty else []),
            one.empty and other.empty,
        )

    def _connect(self, states: Sequence[int], following: Sequence[int]) -> None:
        self._edges += len(states) * len(following)
        if self._edges > _EDGES:
            raise Ambiguous
        for state in states:
            self._next[state].extend(following)

    def _add_item(self, code: Any, argument: Any) -> _Part:
        if code in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            return self._add_repetition(*argument)
        if code is ops.SUBPATTERN:
            return self.add_sequence(argument[-1])
        if code is ops.ATOMIC_GROUP:
            return self.add_sequence(argument)
        if code is ops.BRANCH:
            return self._add_either([self.add_sequence(each) for each in argument[1]])
        if code in (ops.ASSERT, ops.ASSERT_NOT):
            _judge(argument[1])  # read by itself; the text goes on from before it
            return _Part()
        if code is ops.AT:
            return _Part()
        if code in (ops.GROUPREF, ops.GROUPREF_EXISTS):
            raise Ambiguous
        return self._add_state(_list_characters(code, argument))

    def _add_state(self, characters: int) -> _Part:
        if len(self._admits) == _MOST:
            raise Ambiguous
        self._admits.append(characters)
        self._next.append([])
        return _Part([len(self._admits) - 1], [len(self._admits) - 1], empty=False)

    def _add_either(self, parts: Sequence[_Part]) -> _Part:
        voids = sum(part.empty for part in parts)
        if voids > 1 and self._depth:
            raise Ambiguous
        self._voids += max(voids - 1, 0)
        return _Part(
            [state for part in parts for state in part.first],
            [state for part in parts for state in part.last],
            any(part.empty for part in parts),
        )

    def _add_repetition(self, low: int, high: int, items: Any) -> _Part:
        """Add a repetition; a short one is unrolled."""
        self._depth += 1
        try:
            return self._unroll(low, high, items)
        finally:
            self._depth -= 1

    def _unroll(self, low: int, high: int, items: Any) -> _Part:
        if high < _ROUNDS:
            rounds = [self.add_sequence(items) for _ in range(high)]
            total = _Part()
            for number, part in reversed(list(enumerate(rounds))):
                total = self._join(part, total)
                total.empty = total.empty or number >= low
            return total
        body = self.add_sequence(items)
        if body.empty and high != ops.MAXREPEAT:
            raise Ambiguous  # which rounds are the empty ones?
        self._connect(body.last, body.first)
        return _Part(body.first, body.last, body.empty or not low)


def _find_loops(begin: Iterable[_T], after: Callable[[_T], Iterable[_T]]) -> list[list[_T]]:
    """Return the strongly connected components of a graph that have a cycle, by Tarjan's algorithm."""
    order: dict[_T, int] = {}
    lowest: dict[_T, int] = {}
    path: dict[_T, None] = {}
    components: list[list[_T]] = []
    for root in begin:
        todo = [(root, iter(after(root)))] if root not in order else []
        order.setdefault(root, len(order))
        lowest.setdefault(root, order[root])
        path |= {root: None} if todo else {}
        while todo:
            at, further = todo[-1]
            step = next((each for each in further if each not in order or each in path), None)
            if step is not None and step not in order:
                order[step] = lowest[step] = len(order)
                path[step] = None
                todo.append((step, iter(after(step))))
            elif step is not None:
                lowest[at] = min(lowest[at], order[step])
            else:
                todo.pop()
                if todo:
                    lowest[todo[-1][0]] = min(lowest[todo[-1][0]], lowest[at])
                if lowest[at] == order[at]:
                    members = [path.popitem()[0]]
                    while members[-1] != at:
                        members.append(path.popitem()[0])
                    components += [members] if len(members) > 1 or at in after(at) else []
    return components


def _list_characters(code: Any, argument: Any) -> int:
    """Return the characters that an item for a single character accepts, as bits."""
    if code is ops.LITERAL:
        return _add_other_case(argument)
    if code is ops.NOT_LITERAL:
        return _ASCII & ~_add_other_case(argument) | _BEYOND
    if code is ops.ANY:
        return _ASCII | _BEYOND
    if code is ops.RANGE:
        low, high = argument
        return _make_bits(range(low, min(high, 127) + 1)) | (_BEYOND if high > 127 else 0)
    if code is ops.CATEGORY:
        return _list_category(str(argument))
    accepted = 0
    for inner, value in argument:
        accepted |= _list_characters(inner, value) if inner is not ops.NEGATE else 0
    return _ASCII & ~accepted | _BEYOND if argument[:1] == [(ops.NEGATE, None)] else accepted


def _add_other_case(code: int) -> int:
    """Return a character and its other case, which a flag may allow."""
    return _make_bits(
        {ord(each) for each in (chr(code), chr(code).lower()[:1], chr(code).upper()[:1])}
    )


def _make_bits(codes: Iterable[int]) -> int:
    bits = 0
    for code in codes:
        bits |= 1 << code if code < 128 else _BEYOND
    return bits


def _list_category(name: str) -> int:
    test = {"DIGIT": str.isdigit, "SPACE": str.isspace}.get(
        name.rpartition("_")[2], _is_word_character
    )
    bits = _make_bits(code for code in range(128) if test(chr(code)))
    return (_ASCII & ~bits if "_NOT_" in name else bits) | _BEYOND


def _is_word_character(character: str) -> bool:
    return character.isalnum() or character == "_"
