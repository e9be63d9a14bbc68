"""The template tree is the list of outputs: `{name}` in a path is filled in, `.jinja` is rendered.

A file without `.jinja` is copied as it is. A path that holds `{module}` is rendered once for each module of
the kind its folder names (`models`, `_codec`, `resources`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from errno import ENOTDIR
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError

from ..program import TEMPLATES
from ..python.views.views import LazyViews, PackageView
from .tree import Tree


class TemplateFault(Exception):
    """What is wrong with a template, and where: a mistake of whoever wrote it, ours included."""

    def __init__(self, path: Path | str, line: int, message: str, help: str) -> None:
        super().__init__(path, line, message, help)
        place = f"{path}:{line}" if line else str(path)
        self.text = f"{place}: error: {message}\n  help: {help}"

    def __str__(self) -> str:
        return self.text


_GENERATOR = Path(__file__).resolve().parents[1]

_MODULES: Mapping[str, Callable[[PackageView], LazyViews[Any]]] = {
    "models": lambda package: package.models,
    "_codec": lambda package: package.codecs,
    "resources": lambda package: package.resources,
}
"""The modules that `{module}` stands for, by the folder of the template."""


def render(package: PackageView, own: Path | None = None) -> Tree:
    """Render every template for `package`.

    Args:
        package: what the templates see.
        own: a folder laid out like `templates/`; what it has takes the place of ours or comes besides.

    Raises:
        NotADirectoryError: there are no templates in `own`.
        TemplateFault: a template can't be rendered.
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
        auto_reload=False,
        autoescape=False,  # noqa: S701  # Python source, not HTML; the view escapes
    )
    tree: dict[str, str] = {}
    for name, path in _files(folders).items():
        tree |= _outputs(
            environment, path, name, name.replace("{package}", package.package), package
        )
    return dict(sorted(tree.items()))


def _files(folders: list[Path]) -> dict[str, Path]:
    """Every file by its path below `package`; the first folder that makes an output counts, rendered or not."""
    found: dict[str, Path] = {}
    made: set[str] = set()
    for folder in folders:
        root = folder / "package"
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root)
            hidden = any(part.startswith((".", "__pycache__")) for part in name.parts)
            output = name.as_posix().removesuffix(".jinja")
            if path.is_file() and not hidden and output not in made:
                found[name.as_posix()] = path
        made |= {name.removesuffix(".jinja") for name in found}
    return found


def _outputs(
    environment: Environment, path: Path, template: str, name: str, package: PackageView
) -> Iterator[tuple[str, str]]:
    if not name.endswith(".jinja"):
        yield name, _copied(path)
        return
    name = name.removesuffix(".jinja")
    for module in _modules(package, path, Path(name).parent.name) if "{module}" in name else [None]:
        seen = {"package": package} | ({"module": module} if module is not None else {})
        output = name if module is None else name.replace("{module}", module.name)
        try:
            yield output, environment.get_template(f"package/{template}").render(**seen)
        except Exception as error:  # a template is a program and may raise anything
            if Path(extract_tb(error.__traceback__)[-1].filename).is_relative_to(_GENERATOR):
                raise  # from what made the view
            raise _fault(error, path) from error


def _copied(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        message = "this file is no text in UTF-8"
        raise TemplateFault(path, 0, message, "take it out; a package is made of text") from error


def _modules(package: PackageView, path: Path, folder: str) -> LazyViews[Any]:
    if folder not in _MODULES:
        help = f"keep it in a folder {', '.join(_MODULES)}, or loop over `package.models`"
        raise TemplateFault(path, 0, f"there are no modules in `{folder}`", help)
    return _MODULES[folder](package)


def _fault(error: Exception, path: Path) -> TemplateFault:
    """What a template raised, with the line of the innermost template that was being rendered."""
    help = "templates/README.md tells what a template sees"
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(error.filename or path, error.lineno, str(error.message), help)
    frames = extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(".jinja")]
    said = str(error).replace("generator.python.view.", "") or type(error).__name__
    if not inside:
        return TemplateFault(path, 0, said, help)
    return TemplateFault(inside[-1].filename, inside[-1].lineno or 0, said, help)
