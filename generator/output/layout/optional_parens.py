"""Optional parentheses: where Black may add some to split a long expression."""

from __future__ import annotations

from operator import itemgetter

from attrs import define, field

from .leaves import COMMA, KEYWORDS, Leaf
from .strings import Undecided


@define
class OptionalParens:
    """Collects where optional parentheses belong among the leaves of a statement.

    Attributes:
        leaves: the tokens.
    """

    leaves: list[Leaf]
    _pairs: list[tuple[int, int, str]] = field(factory=list[tuple[int, int, str]])

    def wrap_statement(self) -> None:
        """Find the expressions of a statement around which Black may put parentheses."""
        first, last = self.leaves[0], len(self.leaves)
        end = last - 1 if self.leaves[-1].value == ":" else last
        outside = self._list_outside_brackets()
        if first.value == "return":
            self.wrap_expression(1, last)
        elif first.value in ("if", "elif", "while"):
            self.wrap_expression(1, end)
        elif first.value == "for":
            middle = next((i for i in outside if self.leaves[i].value == "in"), 0)
            self.wrap_expression(1, middle)
            self.wrap_expression(middle + 1, end)
        elif first.value == "from":
            at = next(i for i in outside if self.leaves[i].value == "import") + 1
            self._wrap_names(at, last)
        elif first.value in ("def", "async"):
            self._wrap_returned(outside)
        elif first.value not in ("import", "class", "@", "raise", "await"):
            if first.value in KEYWORDS or first.kind != "name":
                raise Undecided(first.value)
            self._wrap_assigned(outside)

    def _list_outside_brackets(self) -> list[int]:
        indexes: list[int] = []
        depth = 0
        for index, leaf in enumerate(self.leaves):
            depth -= leaf.kind == "close"
            if not depth:
                indexes.append(index)
            depth += leaf.kind == "open"
        return indexes

    def _wrap_names(self, start: int, end: int) -> None:
        if self.leaves[start].value == "(":
            self.leaves[start].value = self.leaves[end - 1].value = ""
        elif self.leaves[start].value != "*":
            self._pairs.append((start, end, "import"))

    def _wrap_returned(self, outside: list[int]) -> None:
        arrow = next((i for i in outside if self.leaves[i].value == "->"), None)
        if arrow is None:
            return
        end = next(i for i in outside if i > arrow and self.leaves[i].value == ":")
        if self.leaves[arrow + 1].kind == "string":
            raise Undecided("a return annotation")
        self.wrap_expression(arrow + 1, end)

    def _wrap_assigned(self, outside: list[int]) -> None:
        marks = [i for i in outside if self.leaves[i].value in ("=", ":")]
        marks += [
            i
            for i in outside
            if self.leaves[i].value[1:] == "=" and self.leaves[i].value[0] in "+-*/|&^%@"
        ]
        if not marks:
            if any(self.leaves[i].before for i in outside):
                raise Undecided("an expression")
            return
        if any(self.leaves[i].value == "," for i in outside if i < marks[0]):
            raise Undecided("several targets")
        for mark, end in zip(marks, [*marks[1:], len(self.leaves)], strict=True):
            self.wrap_expression(mark + 1, end)

    def wrap_expression(self, start: int, end: int) -> None:
        """Wrap an expression; existing parentheses are used, unless they hold a tuple or a generator."""
        first, last = self.leaves[start], self.leaves[end - 1]
        if first.value != "(" or last.opening is not first:
            self.wrap(start, end)
            return
        inside = self.leaves[start + 1 : end - 1]
        depth, priority = 0, 0
        for leaf in inside:
            depth -= leaf.kind == "close"
            if not depth:
                priority = max(priority, leaf.before, leaf.after)
            depth += leaf.kind == "open"
        if inside and priority < COMMA:
            if inside[0].value == "(" and inside[-1].opening is inside[0]:
                raise Undecided("parentheses in parentheses")
            first.value = last.value = ""

    def wrap(self, start: int, end: int) -> None:
        """Put optional parentheses around the leaves from `start` to before `end`."""
        if start >= end:
            raise Undecided("nothing")
        if (start, end, "atom") not in self._pairs:
            self._pairs.append((start, end, "atom"))

    def insert(self) -> list[Leaf]:
        """Return the leaves with the parentheses among them, outer ones around inner ones."""
        if not self._pairs:
            return self.leaves
        opening: dict[int, list[tuple[int, Leaf]]] = {}
        closing: dict[int, list[tuple[int, Leaf]]] = {}
        for start, end, role in self._pairs:
            left = Leaf("", "", "open", role)
            opening.setdefault(start, []).append((-end, left))
            closing.setdefault(end, []).append((-start, Leaf("", "", "close", "", left)))
        leaves: list[Leaf] = []
        at = 0
        for index in sorted(opening.keys() | closing.keys()):
            leaves += self.leaves[at:index]
            leaves += _order_parens(closing.get(index, []))
            lefts = _order_parens(opening.get(index, []))
            if lefts:
                lefts[0].prefix, self.leaves[index].prefix = self.leaves[index].prefix, ""
            leaves += lefts
            at = index
        return leaves + self.leaves[at:]


def _order_parens(parens: list[tuple[int, Leaf]]) -> list[Leaf]:
    """Order parentheses at one place: opening ones from the outermost, closing ones from the innermost."""
    return [leaf for _, leaf in sorted(parens, key=itemgetter(0))]
