"""The house rules that a machine can hold: sizes, the direction of imports, what templates may do."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.output.format import find_layout_differences

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT / "generator"
MODULE_LINES = 400  # 300 is the advice
FUNCTION_LINES = 60  # 40 is the advice

# Which packages of `generator` a package may import, besides itself. A name without a dot stands for all packages below it.
# "*" is for the packages on top, which see everything.
MAY_IMPORT = {
    "diagnostics": {"rules"},
    "finding_text": {"diagnostics"},
    "rules": set(),
    "text": set(),
    "program": set(),
    "internal_error": {"program"},
    "ir": set(),
    "openapi": {"diagnostics", "rules", "openapi"},
    "openapi.loading": {"diagnostics", "text", "openapi"},
    "openapi.patterns": set(),
    "openapi.extensions": {"diagnostics", "ir", "openapi"},
    "openapi.swagger2": {"diagnostics", "openapi"},
    "openapi.validation": {"diagnostics", "openapi"},
    "lowering": {"diagnostics", "ir", "text", "openapi", "lowering"},
    "lowering.naming": {"text", "openapi"},
    "lowering.schemas": {"diagnostics", "ir", "text", "openapi", "lowering.naming"},
    "lowering.operations": {
        "diagnostics",
        "ir",
        "text",
        "openapi",
        "lowering.naming",
        "lowering.schemas",
    },
    "lowering.contract": {"diagnostics", "ir", "text", "openapi", "lowering"},
    "lowering.checks": {"diagnostics", "ir", "text", "openapi", "lowering"},
    "lint": {"diagnostics", "openapi", "lowering"},
    "python": set(),
    "python.naming": {"ir", "text"},
    "python.source": {"ir", "text", "python.naming"},
    "python.design": {"ir", "text", "python.naming", "python.source"},
    "python.views": {"ir", "text", "openapi.patterns", "python"},
    "output": {"python.views", "diagnostics", "program", "output.layout"},
    "output.layout": set(),
    "pipeline": {"*"},
    "diff": {
        "program",
        "diagnostics",
        "finding_text",
        "ir",
        "python",
        "output",
        "openapi",
        "lowering.naming",
        "pipeline",
    },
    "release": {
        "program",
        "diagnostics",
        "text",
        "openapi",
        "output",
        "lowering.naming",
        "diff",
        "pipeline",
    },
    "reconcile": {
        "program",
        "diagnostics",
        "finding_text",
        "text",
        "openapi",
        "lowering",
        "pipeline",
    },
    "publishing": {"*"},
    "reference_site": {"publishing", "python.source"},
    "cli": {"*"},
    "__main__": {"*"},
    "__init__": set(),
}


def _tracked(*suffixes: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        ROOT / line
        for line in listed.stdout.splitlines()
        if line.endswith(suffixes) and (ROOT / line).is_file()
    ]


SOURCES = [
    path
    for path in _tracked(".py")
    if path.relative_to(ROOT).parts[0] in ("generator", "templates") or path.name == "noxfile.py"
]


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=_shown)
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (
        text.count("\n") <= MODULE_LINES
    ), f"{_shown(path)} is over {MODULE_LINES} lines: cut it where it has two reasons"
    long = [
        f"{_shown(path)}:{node.lineno} {node.name}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and _length(node) > FUNCTION_LINES
    ]
    assert not long


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def _package(parts: tuple[str, ...]) -> str:
    """Return the package of a module, given the parts of its name below `generator`."""
    folders = [n for n in range(len(parts), 0, -1) if GENERATOR.joinpath(*parts[:n]).is_dir()]
    return ".".join(parts[: folders[0]]) if folders else parts[0]


def _imported_packages(path: Path) -> Iterator[str]:
    """Yield the package of each module of `generator` that the module at `path` imports."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            target = (*base, *(node.module or "").split("."))
            targets = [target] if node.module else [(*base, alias.name) for alias in node.names]
            yield from (_package(each[1:]) for each in targets if len(each) > 1)


def _is_allowed(imported: str, allowed: set[str]) -> bool:
    """Tell whether `imported`, or a package around it, is in `allowed`."""
    return "*" in allowed or imported in allowed or imported.partition(".")[0] in allowed


MODULES = sorted(GENERATOR.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=_shown)
def test_imports_point_one_way(path: Path) -> None:
    package = _package(path.relative_to(GENERATOR).with_suffix("").parts)
    assert package in MAY_IMPORT, f"{package} is a new package: give it a line in MAY_IMPORT"
    imported = set(_imported_packages(path)) - {package}
    wrong = sorted(each for each in imported if not _is_allowed(each, MAY_IMPORT[package]))
    assert not wrong, f"{_shown(path)} imports {wrong}"


def test_every_listed_package_exists() -> None:
    packages = {_package(path.relative_to(GENERATOR).with_suffix("").parts) for path in MODULES}
    assert not sorted(set(MAY_IMPORT) - packages)


def test_output_sees_only_the_views() -> None:
    for path in (GENERATOR / "output").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("python"):
                assert (
                    node.module == "python.views.view_types"
                ), f"{_shown(path)} imports {node.module}"


TEMPLATES = sorted((ROOT / "templates").rglob("*.jinja"))
FORBIDDEN = (
    nodes.Compare,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Filter,
    nodes.BinExpr,
)


@pytest.mark.parametrize("path", TEMPLATES, ids=_shown)
def test_templates_only_loop_and_ask(path: Path) -> None:
    tree = Environment().parse(path.read_text(encoding="utf-8"))
    uses = [
        f"{_shown(path)}:{node.lineno} {type(node).__name__}"
        for kind in FORBIDDEN
        for node in tree.find_all(kind)
    ]
    assert not uses, "compute it in generator/python and give the view a field"


# Words that say how a value came about, or speak in riddles. A name says what the value is, in the terms of the field.
BANNED_WORDS = frozenset(
    "alike asked beside borne captured cure cures found gist heard hole holes kept lost meant opened said say says "
    "settled speak spoken tell tells told twin twins understood unto veil veiled wish wished wishes written".split()
)
# In the generator these say as little; the core of the client has a few of them as names of fields that are public.
BANNED_IN_GENERATOR = BANNED_WORDS | frozenset(
    "given held judged known made mentioned mine noted odd olds ours owed seen settled sole theirs thing touched "
    "turned unlike usual wanted whole".split()
)
OVERRIDES = {
    "NotFoundError",
    "parse_known_args",
    "tell",
}  # HTTP's own phrase for status 404; methods of argparse and of files


TESTS = [
    path
    for path in _tracked(".py")
    if path.is_relative_to(ROOT / "tests") and "cases" not in path.parts
]


@pytest.mark.parametrize("path", [*SOURCES, *TEMPLATES, *TESTS], ids=_shown)
def test_names_say_what_a_value_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = _jinja_names(text) if path.suffix == ".jinja" else _defined_names(ast.parse(text))
    words = BANNED_IN_GENERATOR if path.is_relative_to(GENERATOR) else BANNED_WORDS
    banned = [
        f"{_shown(path)}:{line} {name}"
        for name, line in names
        if words & _words(name) and not name.startswith("test_")  # a sentence, not a name
    ]
    assert not banned, f"name these for what they are: {banned}"


@pytest.mark.parametrize(
    "source",
    [
        "found = 1",
        "for was_found in (): pass",
        "def spoken(): pass",
        "class Twin: pass",
        "def f(*, said): pass",
        "import json as told",
        "try: pass\nexcept OSError as lost: pass",
        "match 1:\n    case [*kept]: pass",
        "self.is_written = True",
    ],
)
def test_banned_names_are_noticed_wherever_they_are_bound(source: str) -> None:
    assert any(BANNED_WORDS & _words(name) for name, _ in _defined_names(ast.parse(source)))


@pytest.mark.parametrize("path", SOURCES, ids=_shown)
def test_a_docstring_that_points_to_another_function_names_one_that_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    defined = {name for name, _ in _defined_names(ast.parse(text))}
    missing = [
        name for name in re.findall(r"[Dd]oe?s? what `(\w+)` does", text) if name not in defined
    ]
    assert not missing, f"{_shown(path)} refers to functions that it does not define: {missing}"


def _words(name: str) -> set[str]:
    if name in OVERRIDES:
        return set()
    return {word.lower() for word in re.findall("[A-Z]?[a-z]+|[A-Z]+", name)}


def _defined_names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield each name that a module binds, with its line; fields of classes are left out, as users read them."""
    fields = {
        id(item.target)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for item in node.body
        if isinstance(item, ast.AnnAssign)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) if id(node) not in fields:
                yield name, node.lineno
            case ast.Attribute(attr=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name, node.lineno
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.alias(asname=str(name)):
                yield name, node.lineno
            case (
                ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
                | ast.MatchMapping(rest=str(name))
            ):
                yield name, node.lineno


def _jinja_names(text: str) -> Iterator[tuple[str, int]]:
    """Yield the variables and the fields that a template reads or binds, with their lines."""
    tree = Environment().parse(text)
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Macro)):
        yield (node.attr if isinstance(node, nodes.Getattr) else node.name), node.lineno


def test_case_is_converted_where_things_are_named() -> None:
    conversions = {"snake", "pascal", "constant"}
    for path in (GENERATOR / "python").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and path.parent.name != "naming":
                names = {each.name for each in node.names}
                assert not names & conversions, f"{_shown(path)}: ask the symbol table"


def test_every_field_of_the_view_is_used() -> None:
    view = ast.parse((GENERATOR / "python" / "views" / "view_types.py").read_text(encoding="utf-8"))
    fields = {
        node.target.id
        for node in ast.walk(view)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    readers = TEMPLATES + sorted((ROOT / "generator").rglob("*.py"))
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in readers if path.name != "view_types.py"
    )
    assert not {field for field in fields if not re.search(rf"\.{field}\b", text)}


def test_the_repository_speaks_of_the_project_alone() -> None:
    secret = re.compile(
        r"/work/|/tmp/plan|/root/|pypi\.org|registry\.npmjs|files\.pythonhosted|TODO|FIXME|XXX"
    )
    uses = [
        f"{_shown(path)}: {match.group()}"
        for path in _tracked(".py", ".md", ".toml", ".yaml", ".jinja", ".cfg", "run")
        if path != Path(__file__)
        for match in secret.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not uses


def test_what_is_copied_into_packages_is_formatted_where_it_lives() -> None:
    """The generator copies the core as it is. `black .` formats it."""
    folder = ROOT / "templates"
    copied = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.py")
    }
    assert len(copied) > 10
    assert list(find_layout_differences(copied)) == []
