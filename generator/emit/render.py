"""The template tree is the list of outputs: `{name}` in a path is filled in, `.jinja` is rendered.

A file without `.jinja` is copied as it is. A path that holds `{module}` is rendered once for each module of
the kind its folder names (`models`, `_wire`, `resources`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..python.view import PackageView
from .tree import Tree

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_MODULES = {"models": "models", "_wire": "wire", "resources": "resources"}


def render(package: PackageView, templates: Path = TEMPLATES) -> Tree:
    """Render every template below `templates/package` for `package`."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # Python source, not HTML; the view escapes
    )
    root = templates / "package"
    tree: dict[str, str] = {}
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(root).as_posix().replace("{package}", package.package)
            tree |= _outputs(environment, path, f"package/{path.relative_to(root).as_posix()}", name, package)
    return dict(sorted(tree.items()))


def _outputs(
    environment: Environment, path: Path, template: str, name: str, package: PackageView
) -> Iterator[tuple[str, str]]:
    if not name.endswith(".jinja"):
        yield name, path.read_text(encoding="utf-8")
        return
    name = name.removesuffix(".jinja")
    compiled = environment.get_template(template)
    if "{module}" not in name:
        yield name, compiled.render(package=package)
        return
    folder = Path(name).parent.name
    for module in _modules(package, folder):
        yield name.replace("{module}", module.name), compiled.render(package=package, module=module)


def _modules(package: PackageView, folder: str) -> tuple[Any, ...]:
    return tuple(getattr(package, _MODULES[folder]))
