"""Renders the templates. The tree under `templates/package/` is the list of outputs.

`{name}` in a path is replaced by a field of the view, and `.jinja` is rendered. A file without `.jinja` is copied as it
is. A path with `{module}` is rendered once for each module of the kind that its folder names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from errno import ENOTDIR
from pathlib import Path
from traceback import extract_tb
from typing import Any

from attrs import frozen
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError

from ..program import TEMPLATES
from ..python.views.view_types import LazyViews, PackageView, ResourceView
from .tree import Tree


class TemplateError(Exception):
    """A template can't be rendered: its place, the reason, and help."""

    def __init__(self, path: Path | str, line: int, message: str, help: str) -> None:
        super().__init__(path, line, message, help)
        place = f"{path}:{line}" if line else str(path)
        self.text = f"{place}: error: {message}\n  help: {help}"

    def __str__(self) -> str:
        return self.text


@frozen
class Rendering:
    """The files of a package before they are formatted.

    Attributes:
        files: the text of each file.
        copied: the paths of our files that are copied; they are formatted where they live.
        custom: the paths of files that a user's templates rendered or took part in.
    """

    files: Tree
    copied: frozenset[str]
    custom: frozenset[str]


_GENERATOR = Path(__file__).resolve().parents[1]

_MODULES: Mapping[str, Callable[[PackageView], LazyViews[Any]]] = {
    "models": lambda package: package.models,
    "_codec": lambda package: package.codecs,
    "resources": lambda package: package.resources,
}
"""The modules that `{module}` stands for, by the folder of the template."""

_CORE = "src/{package}/_core"
_PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")


def _iter_resources(package: PackageView) -> Iterator[ResourceView]:
    """Yield the synchronous class of every resource."""
    for module in package.resources:
        yield from (each for each in module.classes if not each.is_async)


_PLACEHOLDERS: Mapping[str, Callable[[PackageView], Iterable[Any]]] = {
    "module": lambda package: (),
    "resource": _iter_resources,
    "operation": lambda package: (
        method for resource in _iter_resources(package) for method in resource.methods
    ),
    "model": lambda package: (each for module in package.models for each in module.classes),
}
"""The views that a template with a placeholder in its path is rendered for, by placeholder."""


def render(package: PackageView, own: Path | None = None) -> Rendering:
    """Render every template for `package`.

    Args:
        package: what the templates see.
        own: a folder laid out like `templates/`; its files replace ours or are added to them.

    Raises:
        NotADirectoryError: there are no templates in `own`.
        TemplateError: a template can't be rendered.
    """
    if own is not None and not any((own / part).is_dir() for part in ("package", "partials")):
        raise NotADirectoryError(
            ENOTDIR, "no folder `package` or `partials` with templates is in it", str(own)
        )
    folders = [TEMPLATES] if own is None else [own, TEMPLATES]
    environment = _create_environment(folders)
    has_own_partials = own is not None and (own / "partials").is_dir()
    files: dict[str, str] = {}
    copied: set[str] = set()
    custom: set[str] = set()
    unused = {f"{_CORE}/{module}.py" for module in package.unused_modules}
    for name, path in _find_templates(folders).items():
        if name in unused and path.is_relative_to(TEMPLATES):
            continue
        target = name.replace("{package}", package.package)
        outputs = dict(_render_template(environment, path, name, target, package))
        files |= outputs
        if not path.is_relative_to(TEMPLATES) or (has_own_partials and name.endswith(".jinja")):
            custom |= outputs.keys()
        elif not name.endswith(".jinja"):
            copied |= outputs.keys()
    return Rendering(dict(sorted(files.items())), frozenset(copied), frozenset(custom))


def _create_environment(folders: list[Path]) -> Environment:
    return Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        autoescape=False,  # noqa: S701  # Python source, not HTML; the view escapes
    )


def _find_templates(folders: list[Path]) -> dict[str, Path]:
    """Return every file by its path below `package`; the first folder that has an output wins."""
    templates: dict[str, Path] = {}
    outputs: set[str] = set()
    for folder in folders:
        root = folder / "package"
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root)
            is_hidden = any(part.startswith((".", "__pycache__")) for part in name.parts)
            output = name.as_posix().removesuffix(".jinja")
            if path.is_file() and not is_hidden and output not in outputs:
                templates[name.as_posix()] = path
        outputs |= {name.removesuffix(".jinja") for name in templates}
    return templates


def _render_template(
    environment: Environment, path: Path, template: str, target: str, package: PackageView
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file that a template makes."""
    if not target.endswith(".jinja"):
        yield target, _read_text(path)
        return
    target = target.removesuffix(".jinja")
    for output, variables in _expand(target, path, package):
        try:
            yield output, environment.get_template(f"package/{template}").render(
                package=package, **variables
            )
        except Exception as error:  # a template may raise any exception
            if Path(extract_tb(error.__traceback__)[-1].filename).is_relative_to(_GENERATOR):
                raise  # the view raised it
            raise _locate(error, path) from error


def _expand(target: str, path: Path, package: PackageView) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each output of a template, and what the template sees there besides the package."""
    names = set(_PLACEHOLDER.findall(target))
    if not names:
        yield target, {}
        return
    name = min(names)
    unknown = [each for each in sorted(names) if each not in _PLACEHOLDERS]
    if unknown or len(names) > 1:
        message = f"there is no placeholder `{{{unknown[0]}}}`" if unknown else "two placeholders"
        help = f"use one of {', '.join(f'`{{{each}}}`' for each in _PLACEHOLDERS)} in a path"
        raise TemplateError(path, 0, message, help)
    views: Iterable[Any] = (
        _find_modules(package, path, Path(target).parent.name)
        if name == "module"
        else _PLACEHOLDERS[name](package)
    )
    for view in views:
        file_name = view.name if name in ("module", "model") else view.dotted
        yield target.replace(f"{{{name}}}", file_name), {name: view}


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        help = "remove it: a package consists of text files"
        raise TemplateError(path, 0, "this file is not text in UTF-8", help) from error


def _find_modules(package: PackageView, path: Path, folder: str) -> LazyViews[Any]:
    if folder not in _MODULES:
        help = f"move it to a folder {', '.join(_MODULES)}, or loop over `package.models`"
        raise TemplateError(path, 0, f"there are no modules in `{folder}`", help)
    return _MODULES[folder](package)


def _locate(error: Exception, path: Path) -> TemplateError:
    """Return what a template raised with the line of the innermost template that was being rendered."""
    help = "templates/README.md lists what a template sees"
    if isinstance(error, TemplateSyntaxError):
        return TemplateError(error.filename or path, error.lineno, str(error.message), help)
    frames = extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(".jinja")]
    message = str(error).replace("generator.python.views.view_types.", "") or type(error).__name__
    if not inside:
        return TemplateError(path, 0, message, help)
    return TemplateError(inside[-1].filename, inside[-1].lineno or 0, message, help)
