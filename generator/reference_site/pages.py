"""The pages of the reference: one for each client, resource, method, model, error and other export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import griffe
from attrs import frozen

from ..python.source.markdown import code_span
from .links import Links
from .lists import format_methods, get_summary, write_lists
from .myst import convert_docstring, escape_myst, format_definitions, parse_entries
from .package_surface import Method, Resource, Surface
from .signatures import format_signature

_ORPHAN = "---\norphan: true\n---\n\n"  # linked from the lists, not from the navigation tree
_SECTIONS = {
    griffe.DocstringSectionKind.parameters: "Arguments",
    griffe.DocstringSectionKind.attributes: "Members",
    griffe.DocstringSectionKind.returns: "Returns",
    griffe.DocstringSectionKind.raises: "Raises",
}


def write_pages(surface: Surface, example: str = "") -> dict[str, str]:
    """Write all pages of the reference.

    Args:
        surface: the public surface of the package.
        example: a program for the first page.

    Returns:
        Markdown by path.
    """
    links = Links(dict(_list_pages(surface)))
    writer = _Writer(surface.package.name, links, _find_uses(surface, links))
    pages = write_lists(surface, example)
    pages |= {
        f"clients/{each.name}.md": writer.write_client(each, surface.client_methods)
        for each in surface.clients
    }
    for resource in surface.resources:
        pages[f"resources/{resource.name}.md"] = writer.write_resource(resource)
    client = surface.clients[0].name
    pages |= {
        f"methods/{each.name}.md": writer.write_method(each, client) for each in surface.methods
    }
    for objects in surface.models.values():
        pages |= {f"models/{each.name}.md": writer.write_model(each) for each in objects}
    pages |= {f"errors/{each.name}.md": writer.write_object(each) for each in surface.errors}
    pages |= {f"support/{each.name}.md": writer.write_object(each) for each in surface.support}
    return pages


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
    for resource in surface.resources:
        yield from ((name, f"resources/{resource.name}") for name in resource.class_names)


def _find_uses(surface: Surface, links: Links) -> dict[str, dict[str, str]]:
    """Return for each name the titles and pages of the methods and models that use it."""
    uses: dict[str, dict[str, str]] = {}
    for method in surface.methods:
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
        children = "\n".join(f"- [`client.{name}`]({name}.md)" for name in resource.children)
        parts = [f"# `client.{resource.name}`", convert_docstring(resource.doc)]
        if resource.methods:
            parts += ["## Methods", format_methods(resource.methods, "../methods/")]
        parts += ["## Resources", children] if children else []
        return _join(parts)

    def write_client(self, client: griffe.Class, methods: Iterable[Method]) -> str:
        """Write the page of a client, which lists the operations that are methods of its own."""
        page, listed = self.write_object(client), format_methods(methods, "../methods/")
        return f"{page}\n## Methods\n\n{listed}\n" if listed else page

    def write_method(self, method: Method, client: str) -> str:
        """Write the page of a method; `client` is the class of the client."""
        call = f"client.{method.name}"
        overloads = (
            method.sync.parent.overloads.get(method.sync.name) if method.sync.parent else None
        ) or []
        home = method.name.rpartition(".")[0]
        link = f"[`client.{home}`](../resources/{home}.md)"
        link = link if home else f"[`{client}`](../clients/{client}.md)"
        parts = [f"# `{method.name}`", f"A method of {link}."]
        summary = convert_docstring(get_summary(method.sync))
        parts += [summary, code_span(method.request)]
        functions = overloads or [method.sync]
        parts += [format_signature(call, each, self.links) for each in functions]
        text, *sections = self._format_sections(method.sync, "## {}")
        parts += [text.removeprefix(summary).strip(), *sections]
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
            title, name = "Constructor", function.parent.name
        else:
            title, name = f"`{function.name}`", function.name
        signature = format_signature(name, function, self.links)
        return [f"## {title}", signature, *self._format_sections(function)]

    def _format_sections(self, member: griffe.Object, heading: str = "**{}**") -> Iterator[str]:
        """Yield the text of a docstring as Markdown, then each section below a heading."""
        for section in member.docstring.parsed if member.docstring else ():
            value: Any = section.value
            match section.kind:
                case griffe.DocstringSectionKind.text:
                    yield convert_docstring(value)
                case (
                    griffe.DocstringSectionKind.parameters | griffe.DocstringSectionKind.attributes
                ):
                    yield heading.format(_SECTIONS[section.kind])
                    yield format_definitions(
                        (self._format_argument(each), each.description) for each in value
                    )
                case griffe.DocstringSectionKind.returns | griffe.DocstringSectionKind.raises:
                    yield heading.format(_SECTIONS[section.kind])
                    yield format_definitions(
                        (self.links.link_annotation(each.annotation), each.description)
                        for each in value
                    )
                case griffe.DocstringSectionKind.admonition:
                    yield heading.format(escape_myst(str(section.title)))
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
    """List the documented public methods, the constructor first."""
    methods = [
        each
        for name, each in member.functions.items()
        if each.docstring and (name == "__init__" or not name.startswith("_"))
    ]
    return sorted(methods, key=lambda each: each.name != "__init__")


def _join(parts: Iterable[str]) -> str:
    return _ORPHAN + "\n\n".join(part for part in parts if part) + "\n"
