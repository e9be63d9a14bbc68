"""The package compared as Python, whatever made it change: the spec, a template, the hand-written core.

griffe reads both packages without running them and knows what breaks a caller. What the comparison of the
APIs explains already is left out, so that a rename which only a template caused stands out.
"""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from .changes import Change, Verdict

if TYPE_CHECKING:
    from griffe import Alias, Attribute, Breakage, Function, Module, Object

_WORD: Final = re.compile(r"\w+")
_KINDS: Final[dict[str, tuple[Verdict, str]]] = {
    "parameter-moved": ("callers", "has another position"),
    "parameter-removed": ("callers", "is gone"),
    "parameter-changed-kind": ("callers", "is given in another way"),
    "parameter-changed-default": ("additive", "has another default"),
    "parameter-changed-required": ("callers", "has to be given"),
    "parameter-added-required": ("callers", "is new and has to be given"),
    "return-changed-type": ("readers", "returns another type"),
    "object-removed": ("callers", "is gone"),
    "object-changed-kind": ("callers", "is something else"),
    "attribute-changed-type": ("readers", "has another type"),
    "attribute-changed-value": ("additive", "has another value"),
    "class-removed-base": ("callers", "has lost a base class"),
}
"""What griffe finds: the name of its kind, what that means, how it is said."""


def compare_packages(
    old: Mapping[str, str], new: Mapping[str, str], package: str, explained: Iterable[Change]
) -> tuple[Change, ...]:
    """What changed for those who import the package and is not explained by the API.

    Args:
        old: the files of the package before, by path as the generator writes them.
        new: the files now.
        package: what it is imported as.
        explained: the changes of the API.
    """
    known = frozenset(name for change in explained for name in change.objects)
    with tempfile.TemporaryDirectory() as folder:
        before = _load(old, package, Path(folder, "old"))
        after = _load(new, package, Path(folder, "new"))
        if before is None or after is None:
            return ()
        every = [
            *_breakages(before, after),
            *_types(before, after, known),
            *_additions(before, after),
        ]
    found: dict[tuple[str, str], Change] = {}
    for change in every:  # the async twin of a class says nothing new
        if not _explained(change.subject, known):
            found.setdefault((change.check, change.subject), change)
    return tuple(found.values())


def _load(files: Mapping[str, str], package: str, folder: Path) -> Module | None:
    import griffe

    logging.getLogger("griffe").setLevel(logging.ERROR)
    for path, text in files.items():
        if path.endswith(".py"):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    try:
        loaded = griffe.load(
            package, search_paths=[folder / "src"], allow_inspection=False, resolve_aliases=True
        )
    except ImportError:
        return None
    return cast("Module", loaded)


def _breakages(old: Module, new: Module) -> Iterator[Change]:
    import griffe

    for each in griffe.find_breaking_changes(old, new):
        kind = each.kind.name.lower().replace("_", "-")
        verdict, told = _KINDS.get(kind, ("callers", each.kind.value))
        parameter = _parameter(each) if kind.startswith("parameter") else ""
        yield _change(f"python-{kind}", verdict, each.obj, parameter, told, old, new)


def _types(old: Module, new: Module, known: frozenset[str]) -> Iterator[Change]:
    """Annotations of results that differ; griffe leaves them to type checkers."""
    now = {each.path: each for each in _public(new)}
    for each in _public(old):
        other = now.get(each.path)
        if other is None or each.kind is not other.kind:
            continue
        was, becomes = _annotation(each), _annotation(other)
        words = set(_WORD.findall(was)) ^ set(_WORD.findall(becomes))
        if was and becomes and was != becomes and not (words and words <= known):
            verb = "returns" if each.is_function else "is"
            told = f"{verb} `{becomes}`, {'returned' if each.is_function else 'was'} `{was}`"
            yield _change("python-type-changed", "readers", each, "", told, old, new)


def _annotation(of: Object | Alias) -> str:
    if of.is_function:
        return str(cast("Function", of).returns or "")
    return str(cast("Attribute", of).annotation or "") if of.is_attribute else ""


def _additions(old: Module, new: Module) -> Iterator[Change]:
    was = {each.path for each in _public(old)}
    for each in _public(new):
        parent = each.parent
        fresh = parent is not None and parent.path not in was and not parent.is_module
        if each.path not in was and not fresh:
            yield _change("python-object-added", "additive", each, "", "is new", old, new)


def _public(of: Module | Object | Alias) -> Iterator[Object | Alias]:
    """Modules, classes, functions and attributes that are defined here and not private."""
    for name, member in of.members.items():
        if member.is_alias or (name.startswith("_") and not _special(name)):
            continue
        yield member
        if member.is_module or member.is_class:
            yield from _public(member)


def _special(name: str) -> bool:
    return name in ("__init__", "__call__", "__iter__", "__aiter__")


def _parameter(breakage: Breakage) -> str:
    values = (breakage.old_value, breakage.new_value)
    return next((str(each.name) for each in values if hasattr(each, "name")), "")


def _short(path: str) -> str:
    """`LogsResource.list` of `package.resources.logs.AsyncLogsResource.list`: class and member."""
    parts = path.split(".")
    first = next((index for index, part in enumerate(parts) if part[:1].isupper()), len(parts) - 1)
    return ".".join([parts[first].removeprefix("Async"), *parts[first + 1 :]])


def _explained(name: str, known: frozenset[str]) -> bool:
    """Whether a change of the API is about the object, something in it, or what it is in."""
    bare = name.partition("(")[0]
    inside = any(each == bare or each.startswith((f"{bare}.", f"{bare}(")) for each in known)
    return name in known or (inside and "(" not in name) or bare.partition(".")[0] in known


def _change(
    check: str,
    verdict: Verdict,
    of: Object | Alias,
    parameter: str,
    told: str,
    old: Module,
    new: Module,
) -> Change:
    end = f"({parameter})" if parameter else ""
    said = f"`{of.path}{end}` {told}"
    subject = f"{_short(of.path)}{end}"
    return Change(check, verdict, subject, said, said, _file(old, of.path), _file(new, of.path))


def _file(root: Module, path: str) -> str:
    """Where an object, or the nearest thing above it, is defined: `src/package/module.py:12`."""
    parts = path.split(".")[1:]
    found: Object | Alias = root
    for part in parts:
        if part not in found.members or found.members[part].is_alias:
            break
        found = found.members[part]
    file = Path(str(found.filepath)).as_posix().partition("/src/")[2]
    line = "" if found.is_module else f":{found.lineno}"
    return f"src/{file}{line}"
