"""A line of code that may still be too long: leaves at a depth, and the properties that Black's rules use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from .leaves import Leaf
from .strings import fits


@define(eq=False)
class Line:
    """Leaves that stand on one line as long as they fit.

    Attributes:
        depth: its indentation, in steps of four.
        width: the longest line.
        inside_brackets: whether it is what stands between two brackets.
        leaves: its tokens.
        delimiters: the leaves after which the line may be broken, outside its brackets, with their priorities.
        has_magic_comma: whether brackets on it end with a comma and so stay exploded.
        must_split: whether it is to be split although it fits.
        invisible: its optional parentheses, both halves.
    """

    depth: int
    width: int
    inside_brackets: bool = False
    leaves: list[Leaf] = field(factory=list[Leaf])
    delimiters: dict[Leaf, int] = field(factory=dict[Leaf, int])
    has_magic_comma: bool = False
    must_split: bool = False
    invisible: list[Leaf] = field(factory=list[Leaf])
    _open: list[Leaf] = field(factory=list[Leaf])
    _previous: Leaf | None = None

    def extend(self, leaves: Sequence[Leaf], tracked: set[Leaf] | None = None) -> None:
        """Append leaves; of the lines outside brackets only `tracked` ones count for splits."""
        every = self.inside_brackets or tracked is None
        if not every and not tracked:
            self.leaves += leaves
            return
        for leaf in leaves:
            if every or (tracked is not None and leaf in tracked):
                self._mark(leaf)
            self.leaves.append(leaf)

    def _mark(self, leaf: Leaf) -> None:
        """Note the depth of a leaf, and whether a line may be broken next to it."""
        kind, stack = leaf.kind, self._open
        if kind == "close":
            if not stack:
                return
            stack.pop()
            if self.leaves[-1].value == "," and not self.has_magic_comma:
                leaf.depth = len(stack)
                self.has_magic_comma = self._is_magic(leaf, len(self.leaves))
        leaf.depth = len(stack)
        if not stack:
            if leaf.before and self._previous is not None:
                self.delimiters[self._previous] = leaf.before
            elif leaf.after:
                self.delimiters[leaf] = leaf.after
        if kind == "open":
            stack.append(leaf)
        self._previous = leaf
        if not leaf.value:
            self.invisible.append(leaf)

    def _is_magic(self, closing: Leaf, at: int) -> bool:
        """Return whether the comma before `closing`, which stands at `at`, is more than what makes a tuple."""
        opening = closing.opening
        if closing.value == "}" or opening is None or self.is_import:
            return True
        if closing.value == "]":
            return opening.role != "trailer" or self._count_commas(closing, at) > 1
        return not self._is_one_tuple(closing, at)

    def is_one_tuple(self, closing: Leaf) -> bool:
        """Return whether the parentheses that `closing` ends hold a single element and a comma."""
        return self._is_one_tuple(closing, self._index(closing))

    def _is_one_tuple(self, closing: Leaf, at: int) -> bool:
        opening = closing.opening
        if opening is None or closing.kind != "close" or closing.value not in (")", ""):
            return False
        return opening.role == "atom" and self._count_commas(closing, at) < 2

    def count_commas(self, closing: Leaf) -> int:
        """Count the commas directly inside the brackets that `closing` ends; 2 stands for many."""
        return self._count_commas(closing, self._index(closing))

    def _count_commas(self, closing: Leaf, at: int) -> int:
        count = 0
        for index in range(at - 1, -1, -1):
            leaf = self.leaves[index]
            if leaf is closing.opening:
                return count
            if leaf.depth == closing.depth + 1 and leaf.value == ",":
                count += 1
                if count == 2:
                    break
        else:
            return 2 if closing.opening not in self.leaves else count
        return count

    def _index(self, leaf: Leaf) -> int:
        """Return the place of a leaf, the end of the line where it is not there yet."""
        for index in range(len(self.leaves) - 1, -1, -1):
            if self.leaves[index] is leaf:
                return index
        return len(self.leaves)

    @property
    def text(self) -> str:
        """The line as it would be written."""
        return "    " * self.depth + "".join([f"{leaf.prefix}{leaf.value}" for leaf in self.leaves])

    @property
    def fits(self) -> bool:
        """Whether it is no longer than allowed."""
        return self.fits_in(self.width)

    def fits_in(self, width: int) -> bool:
        """Return whether it takes at most `width` columns."""
        return fits(self.text, width)

    @property
    def is_import(self) -> bool:
        """Whether it begins an import."""
        return bool(self.leaves) and self.leaves[0].value in ("import", "from")

    @property
    def is_def(self) -> bool:
        """Whether it begins a function."""
        begin = [leaf.value for leaf in self.leaves[:2]]
        return begin[:1] == ["def"] or begin == ["async", "def"]

    @property
    def is_chained_assignment(self) -> bool:
        """Whether there are several `=`, those of keyword arguments included (as Black counts them)."""
        return sum(leaf.value == "=" for leaf in self.leaves) > 1

    def find_highest_priority(self, without_last: bool = False) -> int:
        """Return the highest priority of its delimiters, 0 where it has none."""
        last = self.leaves[-1] if without_last and self.leaves else None
        return max((each for leaf, each in self.delimiters.items() if leaf is not last), default=0)

    def iter_reversed_with_length(self) -> Iterator[tuple[int, Leaf, int]]:
        """Yield index, leaf and length of all leaves from the last to the first."""
        for index in range(len(self.leaves) - 1, -1, -1):
            leaf = self.leaves[index]
            yield index, leaf, len(leaf.prefix) + len(leaf.value)


def find_matched_leaves(leaves: Sequence[Leaf]) -> set[Leaf]:
    """Return the leaves within brackets that are opened and closed among `leaves`, brackets included."""
    matched: set[Leaf] = set()
    stack: list[list[Leaf]] = []
    for leaf in leaves:
        if leaf.kind == "open":
            stack.append([leaf])
        elif leaf.kind == "close":
            if not stack:
                if matched:
                    break
                continue
            if stack[-1][0] is not leaf.opening:
                break
            matched.update(stack.pop(), (leaf,))
        elif stack:
            stack[-1].append(leaf)
    return matched
