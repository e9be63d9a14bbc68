"""The pages of the reference: one for each client, resource, method, model, error and other export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import griffe
from attrs import frozen

from ..python.source.markdown import code_span
from .links import Links
from .myst import convert_docstring, escape_myst, format_definitions, parse_entries
from .package_surface import Method, Resource, Surface

_ORPHAN = "---\norphan: true\n---\n\n"  # linked from the lists, not from the navigation tree
_SECTIONS = {
    griffe.DocstringSectionKind.returns: "Returns",
    griffe.DocstringSectionKind.raises: "Raises",
}


def write_pages(surface: Surface, readme: str) -> dict[str, str]:
    """Write all pages of the reference.

    Args:
        surface: the public surface of the package.
        readme: the README of the package.

    Returns:
        Markdown by path.
    """
    links = Links(dict(_list_pages(surface)))
    writer = _Writer(surface.package.name, links, _find_uses(surface, links))
    pages = {"guide.md": readme}
    pages |= {f"clients/{each.name}.md": writer.write_object(each) for each in surface.clients}
    for resource in surface.resources:
        pages[f"resources/{resource.name}.md"] = writer.write_resource(resource)
        pages |= {f"methods/{each.name}.md": writer.write_method(each) for each in resource.methods}
    for objects in surface.models.values():
        pages |= {f"models/{each.name}.md": writer.write_model(each) for each in objects}
    pages |= {f"errors/{each.name}.md": writer.write_object(each) for each in surface.errors}
    pages |= {f"support/{each.name}.md": writer.write_object(each) for each in surface.support}
    return pages | _write_lists(surface)


def _list_pages(surface: Surface) -> Iterator[tuple[str, str]]:
    """Yield each name that annotations can link to, and its page."""
    folders = {
        "clients": surface.clients,
        "errors": surface.errors,
        "support": surface.support,
        "models": [each for objects in surface.models.values() for each in objects],
    }
    for folder, objects in folders.items():
        yield from ((each.name, f"{folder}/{each.name}") for each in objects)


def _write_lists(surface: Surface) -> dict[str, str]:
    """Write the start page and the list of each part.

    Only the lists and the resources are in the navigation tree. With every page, it would be too long to use, and
    Sphinx would take a minute for it.
    """
    package, hierarchy = surface.package, surface.errors[0].module.docstring
    parts = ["Guide <guide>", "clients/index", "resources/index", "methods/index", "models/index"]
    parts += ["errors/index", "support/index"]
    models = [each for objects in surface.models.values() for each in objects]
    methods = [
        (each.name, _get_summary(each.sync))
        for resource in surface.resources
        for each in resource.methods
    ]
    errors = f"{convert_docstring(hierarchy.value)}\n\n" if hierarchy else ""
    return {
        "index.md": f"# {package.name}\n\n{convert_docstring(_get_docstring(package))}\n\n{_format_toctree(parts)}",
        "resources/index.md": f"# Resources\n\n{_format_toctree(each.name for each in surface.resources)}",
        "clients/index.md": f"# Clients\n\n{_list_objects(surface.clients)}",
        "methods/index.md": f"# Methods\n\n{_list_links(methods)}",
        "models/index.md": f"# Models\n\n{_list_objects(sorted(models, key=lambda each: each.name))}",
        "errors/index.md": f"# Errors\n\n{errors}{_list_objects(surface.errors)}",
        "support/index.md": f"# Further types\n\n{_list_objects(surface.support)}",
    }


def _list_objects(objects: Iterable[griffe.Object]) -> str:
    return _list_links((each.name, _get_summary(each)) for each in objects)


def _list_links(entries: Iterable[tuple[str, str]]) -> str:
    return (
        format_definitions((f"[`{name}`]({name}.md)", summary) for name, summary in entries) + "\n"
    )


def _format_toctree(names: Iterable[str]) -> str:
    lines = "\n".join(names)
    return f"```{{toctree}}\n:maxdepth: 1\n\n{lines}\n```\n"


def _get_docstring(member: griffe.Object) -> str:
    return member.docstring.value if member.docstring else ""


def _get_summary(member: griffe.Object) -> str:
    return _get_docstring(member).partition("\n\n")[0].replace("\n", " ")


def _find_uses(surface: Surface, links: Links) -> dict[str, dict[str, str]]:
    """Return for each name the titles and pages of the methods and models that use it."""
    uses: dict[str, dict[str, str]] = {}
    for resource in surface.resources:
        for method in resource.methods:
            signature = [each.annotation for each in method.sync.parameters] + [method.sync.returns]
            for name in {name for each in signature for name in links.find_names(each)}:
                uses.setdefault(name, {})[method.name] = f"methods/{method.name}"
    for model in (each for objects in surface.models.values() for each in objects):
        members = model.attributes.values() if model.is_class else [model]
        types = [getattr(each, "annotation", None) for each in members] + [
            getattr(model, "value", None)
        ]
        for name in {name for each in types for name in links.find_names(each)} - {model.name}:
            uses.setdefault(name, {})[model.name] = f"models/{model.name}"
    return uses


@frozen
class _Writer:
    """Writes the pages, which are one folder below the root."""

    package: str
    links: Links
    uses: dict[str, dict[str, str]]

    def write_resource(self, resource: Resource) -> str:
        """Write the page of a resource."""
        methods = [
            (f"[`{each.name}`](../methods/{each.name}.md)", _get_summary(each.sync))
            for each in resource.methods
        ]
        children = "\n".join(f"- [`client.{name}`]({name}.md)" for name in resource.children)
        parts = [f"# `client.{resource.name}`", convert_docstring(resource.doc)]
        parts += ["## Methods", format_definitions(methods)] if methods else []
        parts += ["## Resources", children] if children else []
        return _join(parts)

    def write_method(self, method: Method) -> str:
        """Write the page of a method."""
        call = f"client.{method.name}"
        overloads = (
            method.sync.parent.overloads.get(method.sync.name) if method.sync.parent else None
        ) or []
        home = method.name.rpartition(".")[0]
        parts = [f"# `{method.name}`", f"A method of [`client.{home}`](../resources/{home}.md)."]
        parts.append(code_span(method.request))
        parts += [_format_signature(call, each) for each in (overloads or [method.sync])]
        parts += self._format_sections(method.sync)
        counterpart = method.asynchronous
        word = "await " if "async" in counterpart.labels else ""
        parts += [
            "## Asynchronous",
            f"`{word}{call}(…)` returns {self.links.link_annotation(counterpart.returns)}",
        ]
        return _join(parts)

    def write_model(self, model: griffe.Object) -> str:
        """Write the page of a model, a typed dict or a named type."""
        parts = [
            f"# `{model.name}`",
            f"```python\nfrom {self.package}.models import {model.name}\n```",
        ]
        parts.append(convert_docstring(model.docstring.value) if model.docstring else "")
        if model.is_class:
            parts += self._format_members(model, own=True)
        elif isinstance(model, griffe.Attribute):
            parts += ["## Values", self.links.link_annotation(model.value)]
        return _join([*parts, *self._format_uses(model.name)])

    def write_object(self, member: griffe.Object) -> str:
        """Write the page of a client, an error or another export."""
        home = f"{self.package}.errors" if member.module.name == "errors" else self.package
        parts = [f"# `{member.name}`", f"```python\nfrom {home} import {member.name}\n```"]
        if isinstance(member, griffe.Class) and member.bases:
            parts.append(
                "Base classes: "
                + ", ".join(self.links.link_annotation(each) for each in member.bases)
                + "."
            )
        parts += self._format_sections(member)
        if member.is_class:
            parts += self._format_members(member, own=False)
            parts += [
                part for each in _list_methods(member) for part in self._format_function(each)
            ]
        return _join([*parts, *self._format_uses(member.name)])

    def _format_members(self, member: griffe.Object, own: bool) -> list[str]:
        members: dict[str, Any] = dict(member.members if own else member.attributes)
        rows = [
            (
                f"`{name}` {self.links.link_annotation(each.annotation)}",
                each.docstring.value if each.docstring else "",
            )
            for name, each in members.items()
            if each.is_attribute and not name.startswith("_") and each.annotation is not None
        ]
        return ["## Members", format_definitions(rows)] if rows else []

    def _format_function(self, function: griffe.Function) -> list[str]:
        if function.name == "__init__" and function.parent:
            title, signature = "Constructor", _format_signature(function.parent.name, function)
        else:
            title, signature = f"`{function.name}`", _format_signature(function.name, function)
        return [f"## {title}", signature, *self._format_sections(function)]

    def _format_sections(self, member: griffe.Object) -> Iterator[str]:
        """Yield Markdown for each section of a docstring."""
        for section in member.docstring.parsed if member.docstring else ():
            value: Any = section.value
            match section.kind:
                case griffe.DocstringSectionKind.text:
                    yield convert_docstring(value)
                case (
                    griffe.DocstringSectionKind.parameters | griffe.DocstringSectionKind.attributes
                ):
                    yield "**Arguments**" if section.kind.value == "parameters" else "**Members**"
                    yield format_definitions(
                        (self._format_argument(each), each.description) for each in value
                    )
                case griffe.DocstringSectionKind.returns | griffe.DocstringSectionKind.raises:
                    yield f"**{_SECTIONS[section.kind]}**"
                    yield format_definitions(
                        (self.links.link_annotation(each.annotation), each.description)
                        for each in value
                    )
                case griffe.DocstringSectionKind.admonition:
                    yield f"**{escape_myst(str(section.title))}**"
                    yield _format_entries(str(value.description))
                case _:
                    yield convert_docstring(str(value))

    def _format_argument(self, argument: Any) -> str:
        default = getattr(argument, "default", None)
        suffix = f" = {code_span(str(default))}" if default not in (None, "None") else ""
        return f"`{argument.name}` {self.links.link_annotation(argument.annotation)}{suffix}"

    def _format_uses(self, name: str) -> list[str]:
        uses = self.uses.get(name, {})
        links = "\n".join(f"- [`{title}`](../{page}.md)" for title, page in uses.items())
        return ["## Used by", links] if links else []


def _format_entries(text: str) -> str:
    entries = parse_entries(text)
    return convert_docstring(entries[0][1]) if not entries[0][0] else format_definitions(entries)


def _list_methods(member: griffe.Object) -> list[griffe.Function]:
    return [
        each
        for name, each in member.functions.items()
        if each.docstring and (name == "__init__" or not name.startswith("_"))
    ]


def _format_signature(call: str, function: griffe.Function) -> str:
    lines = "".join(f"    {part},\n" for part in _format_parameters(function))
    arguments = f"\n{lines}" if lines else ""
    returns = "" if function.name == "__init__" else f" -> {function.returns}"
    return f"```python\n{call}({arguments}){returns}\n```"


def _format_parameters(function: griffe.Function) -> Iterator[str]:
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


def _join(parts: Iterable[str]) -> str:
    return _ORPHAN + "\n\n".join(part for part in parts if part) + "\n"
