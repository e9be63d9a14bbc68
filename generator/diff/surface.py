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
from typing import TYPE_CHECKING, Final

from .changes import Change, Verdict

if TYPE_CHECKING:
    from griffe import Alias, Breakage, Module, Object

_READERS: Final = {"Attribute value was changed", "Return types are incompatible"}


def compare_packages(
    old: Mapping[str, str], new: Mapping[str, str], package: tuple[str, str], explained: Iterable[Change]
) -> tuple[Change, ...]:
    """What changed for those who import the package and is not explained by the API.

    Args:
        old: the files of the package before, by path as the generator writes them.
        new: the files now.
        package: what it is imported as, before and now.
        explained: the changes of the API.
    """
    with tempfile.TemporaryDirectory() as folder:
        before = _load(old, package[0], Path(folder, "old"))
        after = _load(new, package[1], Path(folder, "new"))
        if before is None or after is None or package[0] != package[1]:
            return ()
        known = frozenset(name for change in explained for name in change.objects)
        found = [*_breakages(before, after, known), *_additions(before, after, known)]
    return tuple(dict.fromkeys(found))


def _load(files: Mapping[str, str], package: str, folder: Path) -> Module | None:
    import griffe

    logging.getLogger("griffe").setLevel(logging.ERROR)
    for path, text in files.items():
        if path.endswith(".py"):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    try:
        loaded = griffe.load(package, search_paths=[folder / "src"], allow_inspection=False, resolve_aliases=True)
    except ImportError:
        return None
    return loaded  # type: ignore[return-value]  # a folder with an __init__ is a module


def _breakages(old: Module, new: Module, known: frozenset[str]) -> Iterator[Change]:
    import griffe

    for each in griffe.find_breaking_changes(old, new):
        name = _name(each)
        if _private(each.obj.path) or _explained(name, known):
            continue
        verdict: Verdict = "readers" if each.kind.value in _READERS else "callers"
        check = "python-" + "-".join(each.kind.value.lower().replace("parameter's", "parameter").split())
        yield _change(check, verdict, each.obj, name, _sentence(each), old, new)


def _additions(old: Module, new: Module, known: frozenset[str]) -> Iterator[Change]:
    was = {each.path: each for each in _public(old)}
    for each in _public(new):
        name = _short(each.path)
        if each.path not in was and not _explained(name, known):
            parent = each.parent
            if parent is not None and parent.path not in was and not parent.is_module:
                continue
            yield _change("python-object-added", "additive", each, name, "is new", old, new)


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


def _name(breakage: Breakage) -> str:
    """The object as the comparison of the APIs calls it, with the parameter if it is about one."""
    name = _short(breakage.obj.path)
    for value in (breakage.old_value, breakage.new_value):
        parameter = getattr(value, "name", None)
        if parameter is not None and breakage.kind.value.lower().startswith("parameter"):
            return f"{name}({parameter})"
    return name


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


def _private(path: str) -> bool:
    return any(part.startswith("_") and not _special(part) for part in path.split("."))


def _sentence(breakage: Breakage) -> str:
    import griffe

    plain = re.sub(r"\x1b\[[0-9;]*m", "", breakage.explain(griffe.ExplanationStyle.ONE_LINE))
    return plain.partition(": ")[2].strip() or breakage.kind.value


def _change(
    check: str, verdict: Verdict, of: Object | Alias, name: str, text: str, old: Module, new: Module
) -> Change:
    where = f"{of.path.replace('.', '/')}"
    line = f":{of.lineno}" if of.lineno else ""
    said = f"`{of.path}` {text}"
    return Change(check, verdict, name, said, said, f"{where}{line}", f"{where}")
