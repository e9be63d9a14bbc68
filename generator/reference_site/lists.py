"""The first page of the reference, and the list of each kind of page."""

from __future__ import annotations

from collections.abc import Iterable

import griffe

from .myst import convert_docstring, format_definitions
from .package_surface import Method, Surface

_PARTS = ("clients", "resources", "methods", "models", "errors", "support")


def write_lists(surface: Surface, example: str) -> dict[str, str]:
    """Write the first page and the lists.

    Only the lists and the resources are in the navigation tree. With every page, it would be too long to use, and
    Sphinx would take a minute for it.

    Args:
        surface: the public surface of the package.
        example: a program for the first page; empty if there is none.

    Returns:
        Markdown by path.
    """
    hierarchy = surface.errors[0].module.docstring
    models = [each for objects in surface.models.values() for each in objects]
    groups = [("client", surface.client_methods)]
    groups += [(f"client.{each.name}", each.methods) for each in surface.resources]
    methods = "\n\n".join(
        f"## `{name}`\n\n{format_methods(group, '')}" for name, group in groups if group
    )
    errors = f"{convert_docstring(hierarchy.value)}\n\n" if hierarchy else ""
    return {
        "index.md": _write_first_page(surface, example),
        "resources/index.md": _write_resources(surface),
        "clients/index.md": f"# Clients\n\n{_list_objects(surface.clients)}",
        "methods/index.md": f"# Methods\n\n{methods}\n",
        "models/index.md": f"# Models\n\n{_list_objects(sorted(models, key=lambda each: each.name))}",
        "errors/index.md": f"# Errors\n\n{errors}{_list_objects(surface.errors)}",
        "support/index.md": f"# Further types\n\n{_list_objects(surface.support)}",
    }


def format_methods(methods: Iterable[Method], folder: str) -> str:
    """List methods.

    Args:
        methods: those of a resource, or of the client itself.
        folder: where the pages of methods are, from the page with the list.
    """
    return format_definitions(
        (f"[`{each.name}`]({folder}{each.name}.md)", get_summary(each.sync)) for each in methods
    )


def get_summary(member: griffe.Object) -> str:
    """Return the first paragraph of a docstring on one line."""
    text = member.docstring.value if member.docstring else ""
    return text.partition("\n\n")[0].replace("\n", " ")


def _write_first_page(surface: Surface, example: str) -> str:
    package = surface.package
    doc = package.docstring.value if package.docstring else ""
    parts = [f"# Reference of `{package.name}`", convert_docstring(doc)]
    parts += [f"```python\n{example.strip()}\n```"] if example else []
    parts += ["## Resources", _list_resources(surface, "resources/")]
    parts.append(format_toctree([f"{each}/index" for each in _PARTS]))
    return "\n\n".join(parts)


def _write_resources(surface: Surface) -> str:
    names = [each.name for each in surface.resources]
    return f"# Resources\n\n{_list_resources(surface, '')}\n\n{format_toctree(names)}"


def _list_resources(surface: Surface, folder: str) -> str:
    return format_definitions(
        (f"[`client.{each.name}`]({folder}{each.name}.md)", each.doc.partition("\n\n")[0])
        for each in surface.resources
    )


def _list_objects(objects: Iterable[griffe.Object]) -> str:
    entries = ((f"[`{each.name}`]({each.name}.md)", get_summary(each)) for each in objects)
    return f"{format_definitions(entries)}\n"


def format_toctree(entries: Iterable[str], caption: str = "") -> str:
    """Format a part of the navigation at the side, which is not shown in the page itself."""
    title = f":caption: {caption}\n" if caption else ""
    lines = "\n".join(entries)
    return f"```{{toctree}}\n:hidden:\n:maxdepth: 1\n{title}\n{lines}\n```\n"
