"""Rules about components: their names, and whether anything uses them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from ..openapi.json_pointers import unescape
from ..openapi.loading import Node
from .linter import Linter
from .walk import Visit

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_PREFIX = "#/components/"


class ComponentCheck:
    """Collects what refers to components, and reports those that nothing refers to."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._used: set[tuple[str, ...]] = set()

    def note(self, visit: Visit) -> None:
        """Note what an object refers to."""
        node = visit.node
        if visit.is_reference:
            self._use(node.value["$ref"], node)
        if visit.shape == "discriminator":
            for _, target in (node / "mapping").items():
                if target.is_str:
                    self._use(target.value, node)
                    self._used.add(("schemas", target.value))
        elif visit.shape in ("document", "operation"):
            for requirement in node / "security":
                for name, _ in requirement.items():
                    self._used.add(("securitySchemes", name))
                    self._use(name, node)
        elif visit.shape == "schema":
            self._note_subtype(node)

    def _note_subtype(self, node: Node) -> None:
        """Note a component that extends another one with a discriminator, which leads to it by its name."""
        for part in node / "allOf":
            base = self._linter.source.resolve(part) if "$ref" in part else None
            if base is not None and "discriminator" in base:
                self._used.add(tuple(map(unescape, node.pointer.split("/")[2:4])))

    def _use(self, reference: str, node: Node) -> None:
        if reference.startswith(_PREFIX):
            target = tuple(unescape(unquote(step)) for step in reference.split("/")[2:4])
            if not f"{node.pointer}/".startswith(f"{reference[1:]}/"):  # else it is its own use
                self._used.add(target)

    def report(self) -> None:
        """Report names that OpenAPI does not allow, and components that are not used."""
        root = self._linter.source.root
        is_library = not (root / "paths").value and not (root / "webhooks").value
        for section, components in (root / "components").items():
            for name, node in components.items() if not section.startswith("x-") else ():
                if not _NAME.fullmatch(name):
                    self._linter.warn(
                        "invalid-component-name",
                        node,
                        f"`{name}` is not allowed as the name of a component",
                        "use letters, digits, `.`, `-` and `_` only",
                    )
                if (section, name) not in self._used and not is_library and not _has_anchor(node):
                    self._report_unused(section, name, node)

    def _report_unused(self, section: str, name: str, node: Node) -> None:
        if section == "securitySchemes":
            self._linter.warn(
                "unused-security-scheme",
                node,
                f"no operation requires the security scheme `{name}`",
                f"add `security: [{{{name}: []}}]` to the document or to operations, or remove it",
            )
        else:
            self._linter.warn(
                "unused-component",
                node,
                f"nothing refers to `{name}` of `{section}`",
                "remove it, or refer to it",
            )


def _has_anchor(node: Node) -> bool:
    return any(key in node for key in ("$id", "$anchor", "$dynamicAnchor"))
