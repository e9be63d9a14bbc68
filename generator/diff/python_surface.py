"""The package compared as Python, whatever changed it: the description, a template, the run-time core.

The modules are parsed and never run. What counts is what a program can import and call: a class is known by the name
that it is imported by, so that it may move between modules. What the comparison of the APIs explains is left out.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final, Literal, TypeAlias

from attrs import frozen

from .changes import Change, Verdict

_WORD: Final = re.compile(r"\w+")
_SPECIAL: Final = frozenset({"__init__", "__call__", "__iter__", "__aiter__"})
_IMPORTED_AS_ONE: Final = frozenset({"models", "resources"})
"""Packages whose names are imported from the package itself and not from one of its modules."""
Kind: TypeAlias = Literal["module", "class", "function", "attribute"]


@frozen
class Parameter:
    """A parameter of a function."""

    name: str
    kind: str
    """`positional`, `keyword`, `*` or `**`."""
    default: str | None


@frozen
class Entry:
    """A public object: what it is, and where it stands."""

    kind: Kind
    place: str
    """`src/package/module.py:12`."""
    path: str
    """`package.module.Class.member`."""
    parameters: tuple[Parameter, ...] = ()
    annotation: str = ""
    """Of an attribute, or of what a function returns."""
    value: str = ""
    bases: tuple[str, ...] = ()


Surface: TypeAlias = Mapping[str, Entry]
"""Public objects by the name that they are known by: `models.Log.cost`, `LogsResource.list`, `errors.APIError`."""


def read_surface(files: Mapping[str, str], package: str) -> Surface:
    """Return the public objects of a package; modules that can't be parsed have none.

    Args:
        files: its files, by path as the generator writes them.
        package: its import name.
    """
    root = f"src/{package}/"
    surface: dict[str, Entry] = {}
    exported = _find_exported(files.get(f"{root}__init__.py", ""))
    for path, text in files.items():
        if not path.startswith(root) or not path.endswith(".py"):
            continue
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError):
            continue
        parts = PurePosixPath(path.removeprefix("src/")).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        is_private = any(part.startswith("_") for part in parts)
        prefix = _prefix(parts[1:], is_private=is_private)
        module = ".".join(parts)
        if not is_private and not set(parts) & _IMPORTED_AS_ONE:
            surface[prefix.rstrip(".") or package] = Entry("module", path, module)
        for name, entry in _iter_definitions(tree.body, path, module):
            if not is_private or name.partition(".")[0] in exported:
                surface.setdefault(prefix + name, entry)
    return surface


def _prefix(parts: tuple[str, ...], *, is_private: bool) -> str:
    if is_private or not parts:
        return ""
    return f"{parts[0] if parts[0] in _IMPORTED_AS_ONE else '.'.join(parts)}."


def _find_exported(text: str) -> frozenset[str]:
    """Return the names that the package itself exports."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return frozenset()
    return frozenset(
        each.value
        for node in body
        if isinstance(node, ast.Assign) and _find_target(node) == "__all__"
        for each in ast.walk(node.value)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )


def _iter_definitions(
    body: Iterable[ast.stmt], path: str, module: str, owner: str = ""
) -> Iterator[tuple[str, Entry]]:
    """Yield the public definitions of a module or class, members after their class."""
    for node in body:
        if isinstance(node, ast.If):
            yield from _iter_definitions([*node.body, *node.orelse], path, module, owner)
            continue
        name = _name(node)
        if name is None or (name.startswith("_") and name not in _SPECIAL):
            continue
        full = f"{owner}{name}"
        where, dotted = f"{path}:{node.lineno}", f"{module}.{full}"
        if isinstance(node, ast.ClassDef):
            bases = tuple(ast.unparse(base) for base in node.bases)
            yield full, Entry("class", where, dotted, bases=bases)
            yield from _iter_definitions(node.body, path, module, f"{full}.")
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            returns = _write_source(node.returns)
            yield full, Entry(
                "function", where, dotted, tuple(_iter_parameters(node.args)), returns
            )
        elif isinstance(node, ast.AnnAssign):
            annotation, value = _write_source(node.annotation), _write_source(node.value)
            yield full, Entry("attribute", where, dotted, annotation=annotation, value=value)
        elif isinstance(node, ast.Assign):
            yield full, Entry("attribute", where, dotted, value=_write_source(node.value))


def _name(node: ast.stmt) -> str | None:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case ast.Assign():
            return _find_target(node)
        case _:
            return None


def _find_target(node: ast.Assign) -> str | None:
    target = node.targets[0]
    return target.id if isinstance(target, ast.Name) else None


def _write_source(node: ast.expr | None) -> str:
    if node is None:
        return ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value  # an annotation in quotes
    return ast.unparse(node)


def _iter_parameters(arguments: ast.arguments) -> Iterator[Parameter]:
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for each, default in zip(positional, defaults, strict=True):
        if each.arg not in ("self", "cls"):
            yield Parameter(each.arg, "positional", _write_default(default))
    if arguments.vararg is not None:
        yield Parameter(arguments.vararg.arg, "*", "")
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield Parameter(each.arg, "keyword", _write_default(default))
    if arguments.kwarg is not None:
        yield Parameter(arguments.kwarg.arg, "**", "")


def _write_default(node: ast.expr | None) -> str | None:
    return ast.unparse(node) if node is not None else None


def compare_surfaces(old: Surface, new: Surface, explained: Iterable[Change]) -> tuple[Change, ...]:
    """Return what changed for programs that import the package and is not explained by the API.

    Args:
        old: the public objects before.
        new: the public objects now.
        explained: the changes of the API.
    """
    explained_names = frozenset(name for change in explained for name in change.objects)
    changes: dict[tuple[str, str], Change] = {}
    for change in (
        *_iter_removals(old, new),
        *_iter_differences(old, new, explained_names),
        *_iter_additions(old, new),
    ):
        if not _is_explained(
            change.subject, explained_names
        ):  # what an async class repeats comes second
            changes.setdefault((change.check, change.subject), change)
    return tuple(changes.values())


def _iter_removals(old: Surface, new: Surface) -> Iterator[Change]:
    for name, entry in old.items():
        parent = name.rpartition(".")[0]
        if name not in new and (parent not in old or parent in new):
            yield _change("object-removed", "callers", name, entry, entry, "is gone", new)


def _iter_additions(old: Surface, new: Surface) -> Iterator[Change]:
    for name, entry in new.items():
        parent = name.rpartition(".")[0]
        if name not in old and (parent not in new or parent in old):
            yield _change("object-added", "additive", name, entry, entry, "is new", new)


def _iter_differences(
    old: Surface, new: Surface, explained_names: frozenset[str]
) -> Iterator[Change]:
    for name, was in old.items():
        now = new.get(name)
        if now is None:
            continue
        if was.kind != now.kind:
            text = f"is a {now.kind} now, was a {was.kind}"
            yield _change("object-changed-kind", "callers", name, was, now, text, new)
            continue
        for base in was.bases:
            if base not in now.bases:
                text = f"no longer has the base class `{base}`"
                yield _change("class-removed-base", "callers", name, was, now, text, new)
        yield from _iter_parameter_changes(name, was, now, new)
        words = set(_WORD.findall(was.annotation)) ^ set(_WORD.findall(now.annotation))
        is_explained = bool(words) and words <= explained_names
        if _is_other_type(was.annotation, now.annotation) and not is_explained:
            verbs = ("returns", "returned") if was.kind == "function" else ("is", "was")
            text = f"{verbs[0]} `{now.annotation}`, {verbs[1]} `{was.annotation}`"
            yield _change("type-changed", "readers", name, was, now, text, new)
        elif was.annotation == "TypeAlias" and _is_other_type(was.value, now.value):
            text = "stands for another type"
            yield _change("attribute-changed-value", "additive", name, was, now, text, new)


def _is_other_type(was: str, now: str) -> bool:
    """Return whether two annotations differ in more than the order of alternatives."""
    return bool(was and now) and set(was.split(" | ")) != set(now.split(" | "))


def _iter_parameter_changes(name: str, was: Entry, now: Entry, new: Surface) -> Iterator[Change]:
    before = {each.name: each for each in was.parameters}
    after = {each.name: each for each in now.parameters}
    positions = [
        {each.name: n for n, each in enumerate(entry.parameters) if each.kind == "positional"}
        for entry in (was, now)
    ]

    def change(check: str, verdict: Verdict, parameter: str, text: str) -> Change:
        return _change(f"parameter-{check}", verdict, f"{name}({parameter})", was, now, text, new)

    takes_any = any(each.kind == "**" for each in now.parameters)
    for each in before.values():
        other = after.get(each.name)
        if other is None:
            if not takes_any or each.kind != "keyword":
                yield change("removed", "callers", each.name, "is gone")
            continue
        if each.kind != other.kind and other.kind != "positional":
            text = f"is {other.kind} now, was {each.kind}"
            yield change("changed-kind", "callers", each.name, text)
        elif positions[0].get(each.name, -1) != positions[1].get(each.name, -1) and (
            each.name in positions[0]
        ):
            yield change("moved", "callers", each.name, "has another position")
        if each.default is not None and other.default is None:
            yield change("changed-required", "callers", each.name, "has to be given")
        elif each.default is not None and other.default != each.default:
            yield change("changed-default", "additive", each.name, "has another default")
    for other in after.values():
        if other.name not in before and other.default is None:
            yield change("added-required", "callers", other.name, "is new and has to be given")


def _shorten(name: str) -> str:
    """Return class and member: `LogsResource.list` for the method of `AsyncLogsResource` as well."""
    parts = name.split(".")
    first = next((index for index, part in enumerate(parts) if part[:1].isupper()), 0)
    return ".".join([parts[first].removeprefix("Async"), *parts[first + 1 :]])


def _is_explained(name: str, explained_names: frozenset[str]) -> bool:
    """Return whether a change of the API is about the object, something in it, or its class."""
    bare = name.partition("(")[0]
    is_inside = any(
        each == bare or each.startswith((f"{bare}.", f"{bare}(")) for each in explained_names
    )
    return (
        name in explained_names
        or (is_inside and "(" not in name)
        or bare.partition(".")[0] in explained_names
    )


def _change(
    check: str, verdict: Verdict, name: str, was: Entry, now: Entry, text: str, new: Surface
) -> Change:
    parameter = name.partition("(")[2]
    location = f"`{was.path}{f'({parameter}' if parameter else ''}`"
    parent = new.get(name.rpartition(".")[0])
    place = now.place if now is not was or name in new else (parent.place if parent else was.place)
    sentence = f"{location} {text}"
    return Change(
        f"python-{check}",
        verdict,
        _shorten(name),
        sentence,
        sentence,
        was.place,
        place,
        group="package",
        location=location,
    )
