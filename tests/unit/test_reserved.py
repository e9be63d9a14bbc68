"""Reserved names are all the names that generated code reads: held against the core and what is generated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation
from generator.python.naming import reserved
from tests.support.cases import CASES

CORE = Path(__file__).parents[2] / "templates" / "package" / "src" / "{package}" / "_core"


def _classes() -> dict[str, ast.ClassDef]:
    """Return the classes of the run-time core by name."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in CORE.glob("*.py")]
    return {
        each.name: each for tree in trees for each in tree.body if isinstance(each, ast.ClassDef)
    }


CLASSES = _classes()


def _public_members(name: str) -> set[str]:
    members: set[str] = set()
    for each in CLASSES[name].body:
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)):
            members.add(each.name)
        elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            members.add(each.target.id)
    return {each for each in members if not each.startswith("_")}


def _arguments(name: str, function: str) -> set[str]:
    assignment = next(
        each
        for each in CLASSES[name].body
        if isinstance(each, ast.FunctionDef) and each.name == function
    )
    return {each.arg for each in (*assignment.args.args, *assignment.args.kwonlyargs)}


@pytest.mark.parametrize("name", ["BaseClient", "Client", "AsyncClient"])
def test_no_resource_hides_a_member_of_the_client(name: str) -> None:
    assert _public_members(name) <= reserved.CLIENT_MEMBERS


def test_no_attribute_hides_a_member_of_a_model() -> None:
    assert _public_members("Model") <= reserved.MODEL_MEMBERS


def test_no_keyword_of_an_api_is_one_that_every_client_has() -> None:
    own = {"profile", "arguments", "parameters", "server"}  # given by the generated constructor
    keywords = _public_members("ClientOptions") | _arguments("BaseClient", "__init__") - own
    assert keywords <= reserved.CLIENT_KEYWORDS


def test_no_argument_is_one_that_every_paged_method_has() -> None:
    assert _arguments("PagedResource", "_page") - {"operation"} <= reserved.PAGED_ARGUMENTS


def _modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield the generated modules of cases that have one of everything, each with the name of its folder."""
    for case in "annotated bodies extra-members oauth openapi-3.2 paging recursion unions".split():
        tree = Compilation(CASES / case / "openapi.yaml", Report()).tree
        assert tree is not None
        for path, text in tree.items():
            parts = Path(path).parts
            if path.endswith(".py") and len(parts) == 4 and not parts[3].startswith("__"):
                yield parts[2], ast.parse(text)
            elif parts[-1] == "_client.py":
                yield "client", ast.parse(text)


MODULES = list(_modules())


def _imports(folder: str) -> Iterator[str]:
    """Yield what modules import of Python and the core, by the name that it has in them."""
    for kind, tree in MODULES:
        for node in ast.walk(tree) if kind == folder else ():
            if isinstance(node, ast.ImportFrom):
                is_ours = node.level == 1 or (node.module or "").startswith(("models", "_codec"))
                is_ours = is_ours or (node.level == 2 and node.module is None)
                yield from (each.asname or each.name for each in node.names if not is_ours)


def test_models_are_called_like_no_import_of_their_module() -> None:
    names = {each for each in _imports("models") if not each.isupper() and each[0].isupper()}
    assert names <= reserved.MODEL_MODULE


@pytest.mark.parametrize("folder", ["resources", "_codec"])
def test_models_are_imported_under_another_name_than_what_the_core_has(folder: str) -> None:
    names = {each for each in _imports(folder) if each[0].isupper()}
    assert names <= reserved.IMPORTED


def test_decoders_are_called_like_nothing_that_decoders_read() -> None:
    names = {each for each in _imports("_codec") if each[0].islower()}
    for kind, tree in MODULES:
        for function in tree.body if kind == "_codec" else ():
            if isinstance(function, ast.FunctionDef):
                names |= {each.arg for each in function.args.args}
                names |= {
                    each.id
                    for each in ast.walk(function)
                    if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
                }
    assert names <= reserved.DECODERS


@pytest.mark.parametrize(
    ("folder", "members"),
    [
        ("resources", reserved.RESOURCE_MEMBERS),
        ("client", reserved.CLIENT_MEMBERS),
        ("models", reserved.MODEL_MEMBERS | reserved.HIDEABLE),
    ],
)
def test_no_member_hides_what_the_body_of_its_class_calls(
    folder: str, members: frozenset[str]
) -> None:
    called: set[str] = set()
    for kind, tree in MODULES:
        for node in ast.walk(tree) if kind == folder else ():
            if isinstance(node, ast.FunctionDef):
                called |= {each.id for each in node.decorator_list if isinstance(each, ast.Name)}
            elif isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call):
                called.add(ast.unparse(node.value.func))
    assert {each for each in called if each.islower()} <= members | {"member_", "adopt"}
