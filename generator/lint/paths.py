"""Rules about paths: their form, and those that a server can't distinguish."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from ..openapi.loading import Node
from ..openapi.metamodel import HTTP_METHODS
from ..openapi.placeholders import PLACEHOLDER
from .linter import Linter

_CONVENTION = 3
"""The number of paths with a slash at the end from which it may be a convention."""


def check_paths(linter: Linter, paths: Node) -> None:
    """Check all paths of a document."""
    items = [(path, item) for path, item in paths.items() if not path.startswith("x-")]
    with_slash = [path for path, _ in items if path.endswith("/") and path != "/"]
    is_convention = len(with_slash) >= _CONVENTION and len(with_slash) * 2 > len(items)
    for path, item in items:
        _check_form(linter, path, item)
        if path in with_slash and not is_convention:
            linter.warn(
                "trailing-slash",
                item,
                f"the path {path} ends in a slash",
                "write it as the server expects it, usually without",
            )
        if not _list_methods(linter, item):
            linter.warn(
                "empty-path-item",
                item,
                f"the path {path} has no operation",
                "add one, or remove it",
            )
    for first, second in _iter_ambiguous([path for path, _ in items]):
        shared = _list_methods(linter, paths / first) & _list_methods(linter, paths / second)
        if shared:
            linter.warn(
                "ambiguous-paths",
                paths / second,
                f"a {sorted(shared)[0].upper()} may fit both {second} and {first}",
                "give the paths different segments, or remove one",
            )


def _check_form(linter: Linter, path: str, item: Node) -> None:
    if not path.startswith("/"):
        linter.warn(
            "path-without-slash",
            item,
            f"the path `{path}` begins without a slash",
            f"write `/{path}`",
        )
    route, mark, _ = path.partition("#")[0].partition("?")
    if mark:
        linter.warn(
            "query-in-path",
            item,
            f"the path {path} has a query",
            f"write `{route}`, and describe the query below `parameters`",
        )
    if set(PLACEHOLDER.sub("", route)) & {"{", "}"}:
        linter.warn(
            "path-parameter",
            item,
            f"the path {path} has a brace without its other half",
            "close each placeholder: `/pets/{id}`",
        )
    names = [name for name in PLACEHOLDER.findall(route) if name]
    for name in dict.fromkeys(each for each in names if names.count(each) > 1):
        linter.warn(
            "repeated-placeholder",
            item,
            f"the placeholder {{{name}}} stands twice in {path}",
            "give each placeholder a name of its own",
        )


def _list_methods(linter: Linter, item: Node) -> set[str]:
    """Return the methods of a path item; all of them if a reference of it leads nowhere."""
    resolved = linter.source.resolve(item)
    if resolved is None:
        return set(HTTP_METHODS)
    own = {key for node in (item, resolved) for key, _ in node.items() if key in HTTP_METHODS}
    return own | set((resolved / "additionalOperations").value or ())


def _iter_ambiguous(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of paths that one request may fit, although neither is more concrete."""
    groups: dict[tuple[int, str], list[tuple[str, list[str]]]] = defaultdict(list)
    for path in paths:
        segments = path.partition("#")[0].partition("?")[0].split("/")[1:]
        if any(map(_is_open, segments)):
            first = "" if _is_open(segments[0]) else segments[0]
            groups[len(segments), first].append((path, segments))
    for (length, first), group in groups.items():
        for one, other in combinations(group, 2):
            if _is_crossing(one[1], other[1]):
                yield one[0], other[0]
        if first:
            for one in groups.get((length, ""), ()):
                for other in group:
                    if _is_crossing(one[1], other[1]):
                        yield one[0], other[0]


def _is_open(segment: str) -> bool:
    return PLACEHOLDER.fullmatch(segment) is not None


def _is_crossing(one: list[str], other: list[str]) -> bool:
    """Return whether a request fits both, and each is more concrete than the other in some segment."""
    more = less = False
    for left, right in zip(one, other, strict=True):
        left_open, right_open = _is_open(left), _is_open(right)
        if left_open != right_open:
            literal = right if left_open else left
            if "{" in literal:
                return False  # a segment that is a placeholder in part
            more, less = more or right_open, less or left_open
        elif not left_open and left != right:
            return False
    return more and less
