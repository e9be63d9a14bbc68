"""The template tree is the list of outputs: `{name}` in a path is filled in, `.jinja` is rendered.

A file without `.jinja` is copied as it is. A path that holds `{module}` is rendered once for each module of
the kind its folder names (`models`, `_wire`, `resources`).
"""

from __future__ import annotations

from collections.abc import Iterator
from errno import ENOTDIR
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..python.view import PackageView, Planned
from .tree import Tree

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_MODULES = {"models": "models", "_wire": "wire", "resources": "resources"}


def render(package: PackageView, own: Path | None = None) -> Tree:
    """Render every template for `package`.

    Args:
        package: what the templates see.
        own: a folder laid out like `templates/`; what it has takes the place of ours or comes besides.

    Raises:
        NotADirectoryError: there are no templates in `own`.
    """
    if own is not None and not any((own / part).is_dir() for part in ("package", "partials")):
        raise NotADirectoryError(
            ENOTDIR, "no folder `package` or `partials` with templates is in it", str(own)
        )
    folders = [TEMPLATES] if own is None else [own, TEMPLATES]
    environment = Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # Python source, not HTML; the view escapes
    )
    tree: dict[str, str] = {}
    for name, path in _files(folders).items():
        tree |= _outputs(
            environment, path, name, name.replace("{package}", package.package), package
        )
    return dict(sorted(tree.items()))


def _files(folders: list[Path]) -> dict[str, Path]:
    """Every file of the package by its path there; the first folder that has it counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        root = folder / "package"
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root)
            if path.is_file() and not any(
                part.startswith((".", "__pycache__")) for part in name.parts
            ):
                found.setdefault(name.as_posix(), path)
    return found


def _outputs(
    environment: Environment, path: Path, template: str, name: str, package: PackageView
) -> Iterator[tuple[str, str]]:
    if not name.endswith(".jinja"):
        yield name, path.read_text(encoding="utf-8")
        return
    name = name.removesuffix(".jinja")
    compiled = environment.get_template(f"package/{template}")
    if "{module}" not in name:
        yield name, compiled.render(package=package)
        return
    folder = Path(name).parent.name
    for module in _modules(package, folder):
        yield name.replace("{module}", module.name), compiled.render(package=package, module=module)


def _modules(package: PackageView, folder: str) -> Planned[Any]:
    planned: Planned[Any] = getattr(package, _MODULES[folder])
    return planned
