"""No module of the run-time core is left out of a package that needs it, and none that it has no use for is in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation
from generator.python.design.core_modules import OPTIONAL_MODULES
from tests.support.cases import CASES

CORE = Path(__file__).parents[2] / "templates" / "package" / "src" / "{package}" / "_core"
FUNCTIONS = {
    node.name
    for node in ast.parse((CORE / "__init__.py").read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef)
}
"""What is imported of the core itself; whatever else stands there is a module."""

LAZY = re.compile(r'lazy_function\(\s*__package__,\s*"([\w.]+)"')
EXPORT = re.compile(r'^    "\w+": "([\w.]+)",$', re.MULTILINE)

USES = {
    "oauth": {"oauth"},
    "openapi-3.2": {"streams"},
    "paging": {"paging"},
    "bodies": set(),
}
"""The features that cases use; together they use each, and one uses none."""


def _imported(text: str, module: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield the modules that a module imports of its own package, at any place in it."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = module.parents[node.level - 1]
            if node.module:
                yield base.joinpath(*node.module.split("."))
            else:
                names = {alias.name for alias in node.names} - FUNCTIONS
                yield from (base / name for name in names)


@pytest.mark.parametrize("path", sorted(CORE.glob("*.py")), ids=lambda path: path.stem)
def test_only_modules_of_a_feature_import_each_other(path: Path) -> None:
    imported = {
        each.name for each in _imported(path.read_text("utf-8"), PurePosixPath("_core", path.name))
    }
    for feature, modules in OPTIONAL_MODULES.items():
        if path.stem not in modules:
            assert imported.isdisjoint(modules), f"{path.name} imports a part of {feature!r}"


@pytest.fixture(scope="module", params=USES)
def package(request: pytest.FixtureRequest) -> tuple[set[str], Mapping[str, str]]:
    """Return the features that a case uses, and its package by path below the folder of the import package."""
    tree = Compilation(CASES / request.param / "openapi.yaml", Report()).tree
    assert tree is not None
    files = {"/".join(path.split("/")[2:]): text for path, text in tree.items()}
    return USES[request.param], files


def test_a_package_has_what_its_features_need_and_no_more(
    package: tuple[set[str], Mapping[str, str]],
) -> None:
    used, files = package
    for feature, modules in OPTIONAL_MODULES.items():
        for module in modules:
            assert (f"_core/{module}.py" in files) == (feature in used), module


def test_every_module_that_a_package_names_is_in_it(
    package: tuple[set[str], Mapping[str, str]],
) -> None:
    _, files = package
    modules = {path.removesuffix(".py").removesuffix("/__init__") for path in files}
    for path, text in files.items():
        if not path.endswith(".py"):
            continue
        here = PurePosixPath(path)
        named = {str(each) for each in _imported(text, here)}
        named |= {str(here.parent.joinpath(*name.split("."))) for name in LAZY.findall(text)}
        if path == "__init__.py":
            named |= {name.replace(".", "/") for name in EXPORT.findall(text)}
        assert named - modules - {"."} == set(), path


def test_every_module_of_the_table_exists() -> None:
    assert all(
        (CORE / f"{each}.py").is_file() for modules in OPTIONAL_MODULES.values() for each in modules
    )
