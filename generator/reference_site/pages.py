"""The pages of the reference, in memory: one for each resource, method, model, error, and what else is exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import griffe
from attrs import frozen

from .links import Links, definitions, named, plain
from .package_surface import Method, Resource, Surface

_ORPHAN = "---\norphan: true\n---\n\n"  # reached from the lists, not from the tree at the side
_SECTIONS = {
    griffe.DocstringSectionKind.returns: "Returns",
    griffe.DocstringSectionKind.raises: "Raises",
}


def pages(surface: Surface, guide: str) -> dict[str, str]:
    """All pages of the reference.

    Args:
        surface: what the package has.
        guide: the package's README.

    Returns:
        Markdown by path.
    """
    links = Links(dict(_places(surface)))
    writer = _Writer(surface.package.name, links, _uses(surface, links))
    texts = {"guide.md": guide}
    texts |= {f"clients/{each.name}.md": writer.support(each) for each in surface.clients}
    for resource in surface.resources:
        texts[f"resources/{resource.name}.md"] = writer.resource(resource)
        texts |= {f"methods/{each.name}.md": writer.method(each) for each in resource.methods}
    for objects in surface.models.values():
        texts |= {f"models/{each.name}.md": writer.model(each) for each in objects}
    texts |= {f"errors/{each.name}.md": writer.support(each) for each in surface.errors}
    texts |= {f"support/{each.name}.md": writer.support(each) for each in surface.support}
    return texts | _contents(surface)


def _places(surface: Surface) -> Iterator[tuple[str, str]]:
    """Each name that annotations and docstrings use, and its page."""
    folders = {
        "clients": surface.clients,
        "errors": surface.errors,
        "support": surface.support,
        "models": [each for objects in surface.models.values() for each in objects],
    }
    for folder, objects in folders.items():
        yield from ((each.name, f"{folder}/{each.name}") for each in objects)


def _contents(surface: Surface) -> dict[str, str]:
    """Return the start page and the lists of the parts.

    Only the lists and the resources are in the tree at the side: with every page in it, it would be of no use to a
    reader, and Sphinx would spend a minute on it.
    """
    package, tree = surface.package, surface.errors[0].module.docstring
    parts = ["Guide <guide>", "clients/index", "resources/index", "methods/index", "models/index"]
    parts += ["errors/index", "support/index"]
    models = [each for objects in surface.models.values() for each in objects]
    methods = [
        (each.name, _summary(each.sync)) for one in surface.resources for each in one.methods
    ]
    errors = f"{plain(tree.value)}\n\n" if tree else ""
    return {
        "index.md": f"# {package.name}\n\n{plain(_doc(package))}\n\n{_toctree(parts)}",
        "resources/index.md": f"# Resources\n\n{_toctree(each.name for each in surface.resources)}",
        "clients/index.md": f"# Clients\n\n{_listed(surface.clients)}",
        "methods/index.md": f"# Methods\n\n{_links(methods)}",
        "models/index.md": f"# Models\n\n{_listed(sorted(models, key=lambda each: each.name))}",
        "errors/index.md": f"# Errors\n\n{errors}{_listed(surface.errors)}",
        "support/index.md": f"# Further types\n\n{_listed(surface.support)}",
    }


def _listed(objects: Iterable[griffe.Object]) -> str:
    return _links((each.name, _summary(each)) for each in objects)


def _links(entries: Iterable[tuple[str, str]]) -> str:
    return definitions((f"[`{name}`]({name}.md)", summary) for name, summary in entries) + "\n"


def _toctree(names: Iterable[str]) -> str:
    listed = "\n".join(names)
    return f"```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"


def _doc(member: griffe.Object) -> str:
    return member.docstring.value if member.docstring else ""


def _summary(member: griffe.Object) -> str:
    return _doc(member).partition("\n\n")[0].replace("\n", " ")


def _uses(surface: Surface, links: Links) -> dict[str, dict[str, str]]:
    """Of each name, what mentions it: title and page."""
    uses: dict[str, dict[str, str]] = {}
    for resource in surface.resources:
        for method in resource.methods:
            signature = [each.annotation for each in method.sync.parameters] + [method.sync.returns]
            for name in {name for each in signature for name in links.names(each)}:
                uses.setdefault(name, {})[method.name] = f"methods/{method.name}"
    for model in (each for objects in surface.models.values() for each in objects):
        members = model.attributes.values() if model.is_class else [model]
        types = [getattr(each, "annotation", None) for each in members] + [
            getattr(model, "value", None)
        ]
        for name in {name for each in types for name in links.names(each)} - {model.name}:
            uses.setdefault(name, {})[model.name] = f"models/{model.name}"
    return uses


@frozen
class _Writer:
    """Writes pages that lie one folder below the root."""

    package: str
    links: Links
    uses: dict[str, dict[str, str]]

    def resource(self, resource: Resource) -> str:
        """Return the page of a resource."""
        methods = [
            (f"[`{each.name}`](../methods/{each.name}.md)", _summary(each.sync))
            for each in resource.methods
        ]
        below = "\n".join(f"- [`client.{name}`]({name}.md)" for name in resource.children)
        parts = [f"# `client.{resource.name}`", plain(resource.doc)]
        parts += ["## Methods", definitions(methods)] if methods else []
        parts += ["## Resources below it", below] if below else []
        return _page(parts)

    def method(self, method: Method) -> str:
        """Return the page of a method."""
        call = f"client.{method.name}"
        overloads = (
            method.sync.parent.overloads.get(method.sync.name) if method.sync.parent else None
        ) or []
        home = method.name.rpartition(".")[0]
        parts = [f"# `{method.name}`", f"A method of [`client.{home}`](../resources/{home}.md)."]
        parts.append(f"`{method.request}`" if method.request else "")
        parts += [_signature(call, each) for each in (overloads or [method.sync])]
        parts += self._sections(method.sync)
        asynchronous = method.asynchronous
        word = "await " if "async" in asynchronous.labels else ""
        parts += [
            "## Asynchronous",
            f"`{word}{call}(…)` returns {self.links.typed(asynchronous.returns)}",
        ]
        return _page(parts)

    def model(self, model: griffe.Object) -> str:
        """Return the page of a model, a typed dict or a named type."""
        parts = [
            f"# `{model.name}`",
            f"```python\nfrom {self.package}.models import {model.name}\n```",
        ]
        parts.append(plain(model.docstring.value) if model.docstring else "")
        if model.is_class:
            parts += self._members(model, own=True)
        elif isinstance(model, griffe.Attribute):
            parts += ["## Values", self.links.typed(model.value)]
        return _page([*parts, *self._used_by(model.name)])

    def support(self, member: griffe.Object) -> str:
        """Return the page of a class or constant of the run-time core."""
        home = f"{self.package}.errors" if member.module.name == "errors" else self.package
        parts = [f"# `{member.name}`", f"```python\nfrom {home} import {member.name}\n```"]
        if isinstance(member, griffe.Class) and member.bases:
            parts.append(
                "Derived from " + ", ".join(self.links.typed(each) for each in member.bases) + "."
            )
        parts += self._sections(member)
        if member.is_class:
            parts += self._members(member, own=False)
            parts += [part for each in _methods(member) for part in self._function(each)]
        return _page([*parts, *self._used_by(member.name)])

    def _members(self, owner: griffe.Object, own: bool) -> list[str]:
        members: dict[str, Any] = dict(owner.members if own else owner.attributes)
        rows = [
            (
                f"`{name}` {self.links.typed(each.annotation)}",
                each.docstring.value if each.docstring else "",
            )
            for name, each in members.items()
            if each.is_attribute and not name.startswith("_") and each.annotation is not None
        ]
        return ["## Members", definitions(rows)] if rows else []

    def _function(self, function: griffe.Function) -> list[str]:
        name = "Making one" if function.name == "__init__" else f"`{function.name}`"
        return [f"## {name}", _signature(function.name, function), *self._sections(function)]

    def _sections(self, member: griffe.Object) -> Iterator[str]:
        """Yield the parts of a docstring, section by section."""
        for section in member.docstring.parsed if member.docstring else ():
            value: Any = section.value
            match section.kind:
                case griffe.DocstringSectionKind.text:
                    yield plain(value)
                case (
                    griffe.DocstringSectionKind.parameters | griffe.DocstringSectionKind.attributes
                ):
                    yield "**Arguments**" if section.kind.value == "parameters" else "**Members**"
                    yield definitions((self._argument(each), each.description) for each in value)
                case griffe.DocstringSectionKind.returns | griffe.DocstringSectionKind.raises:
                    yield f"**{_SECTIONS[section.kind]}**"
                    yield definitions(
                        (self.links.typed(each.annotation), each.description) for each in value
                    )
                case griffe.DocstringSectionKind.admonition:
                    yield f"**{section.title}**"
                    yield _entries(str(value.description))
                case _:
                    yield plain(str(value))

    def _argument(self, each: Any) -> str:
        default = (
            f" = `{each.default}`" if getattr(each, "default", None) not in (None, "None") else ""
        )
        return f"`{each.name}` {self.links.typed(each.annotation)}{default}"

    def _used_by(self, name: str) -> list[str]:
        used = self.uses.get(name, {})
        links = "\n".join(f"- [`{title}`](../{page}.md)" for title, page in used.items())
        return ["## Used by", links] if links else []


def _entries(text: str) -> str:
    entries = named(text)
    return plain(entries[0][1]) if not entries[0][0] else definitions(entries)


def _methods(owner: griffe.Object) -> list[griffe.Function]:
    return [
        each
        for name, each in owner.functions.items()
        if each.docstring and (name == "__init__" or not name.startswith("_"))
    ]


def _signature(call: str, function: griffe.Function) -> str:
    shown = "".join(f"    {part},\n" for part in _parameters(function))
    return f"```python\n{call}(\n{shown}) -> {function.returns}\n```"


def _parameters(function: griffe.Function) -> Iterator[str]:
    starred = False
    for each in function.parameters:
        if each.name == "self":
            continue
        kind = each.kind.value if each.kind else ""
        if kind == "keyword-only" and not starred:
            starred = True
            yield "*"
        prefix = {"variadic positional": "*", "variadic keyword": "**"}.get(kind, "")
        default = f" = {each.default}" if each.default is not None and not prefix else ""
        yield f"{prefix}{each.name}: {each.annotation}{default}"


def _page(parts: Iterable[str]) -> str:
    return _ORPHAN + "\n\n".join(part for part in parts if part) + "\n"
