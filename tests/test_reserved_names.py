"""A document whose every name is one that Python, the run-time core or generated code uses already."""

from __future__ import annotations

import ast
import builtins
import importlib
import inspect
import json
import keyword
import subprocess
import sys
import typing
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation
from generator.python.design.signatures import build_signatures
from generator.python.naming import reserved
from generator.python.naming.symbol_table import SymbolTable, build_symbol_table

from .support.cases import write

CORE = Path(__file__).parents[1] / "templates" / "package" / "src" / "{package}"


def _names_of(path: Path) -> Iterator[str]:
    """Yield the module, and the functions, classes, arguments and imports in it."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (each.asname or each.name for each in node.names)


def _words() -> list[str]:
    names = {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, *typing.__all__}
    for path in CORE.rglob("*.py"):
        names.update(_names_of(path))
    names |= reserved.IMPORTED | reserved.DECODERS | reserved.CLIENT_MEMBERS
    names |= reserved.CLIENT_KEYWORDS | reserved.HIDEABLE | reserved.MODEL_MODULE
    names |= {
        "",
        "_codec",
        "wire",
        "用户",
        "日",
        "ß",
        "__init__",
        "__dict__",
        "models",
        "resources",
    }
    return sorted(name for name in names if "." not in name)


WORDS = _words()
TOP_LEVEL = {*keyword.kwlist, *reserved.CLIENT_MEMBERS, *reserved.HIDEABLE, "用户", "日"}
"""The names that are resources of the client; all others are methods of one resource."""
REFERENCES = [f"#/components/schemas/{name}" for name in WORDS if name]


def _schema(number: int) -> dict[str, Any]:
    """Build a schema of one kind or another, which refers to the one after it."""
    below = {"$ref": REFERENCES[(number + 1) % len(REFERENCES)]}
    kinds: list[dict[str, Any]] = [
        {"type": "string", "format": "date-time"},
        {"type": "array", "items": below},
        {"type": "object", "additionalProperties": below},
        below,
    ]
    return kinds[number % len(kinds)]


def _document() -> dict[str, Any]:
    members = {name: _schema(number) for number, name in enumerate(WORDS)}
    schemas: dict[str, Any] = {
        name: {"type": "object", "properties": {name: {"type": "string"}, "self": _schema(number)}}
        for number, name in enumerate(name for name in WORDS if name)
    }
    schemas["Everything"] = {"type": "object", "properties": members}
    schemas["Values"] = {"type": "string", "enum": WORDS}
    everything = {"$ref": "#/components/schemas/Everything"}
    answer = {"200": {"description": "", "content": {"application/json": {"schema": everything}}}}
    paths: dict[str, Any] = {
        "/everything": {
            "get": {
                "x-resource": "everything",
                "x-method": "get",
                "parameters": [
                    {"name": name, "in": "query", "schema": {"type": "string"}}
                    for name in WORDS
                    if name
                ],
                "responses": answer,
            },
            "post": {
                "x-resource": "everything",
                "x-method": "create",
                "requestBody": {"content": {"application/json": {"schema": everything}}},
                "responses": answer,
            },
        },
    }
    for number, name in enumerate(WORDS):
        legal = name if name.isidentifier() and not name.startswith("_") else ""
        if legal:
            schema = {"$ref": f"#/components/schemas/{name}"}
            response = {"content": {"application/json": {"schema": schema}}, "description": ""}
            # some as methods of one resource, some as resources of their own
            is_method = number % 4 or legal not in TOP_LEVEL
            paths[f"/{number}"] = {
                "get": {
                    "x-resource": "methods" if is_method else legal,
                    "x-method": legal if is_method else "list",
                    "parameters": [
                        {
                            "name": "at",
                            "in": "query",
                            "schema": {"type": "string", "format": "date"},
                        }
                    ],
                    "responses": {"200": response},
                }
            }
    keyed = {
        name: {"type": "apiKey", "in": "header", "name": name, "x-argument": name}
        for name in ("super", "timeout", "self", "close", "options", "http_client", "headers")
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Reserved everywhere", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "security": [{name: [] for name in keyed}],
        "components": {"schemas": schemas, "securitySchemes": keyed},
    }


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Compilation, Path]]:
    folder = tmp_path_factory.mktemp("reserved")
    (folder / "openapi.json").write_text(json.dumps(_document()), encoding="utf-8")
    compilation = Compilation(folder / "openapi.json", Report())
    tree = compilation.tree
    assert tree is not None
    write(dict(tree), folder)
    sys.path.insert(0, str(folder / "src"))
    yield compilation, folder / "src"
    sys.path.remove(str(folder / "src"))


def test_whatever_is_called_like_something_in_use_is_typed(
    package: tuple[Compilation, Path],
) -> None:
    _, source = package
    command = [sys.executable, "-m", "mypy", "--strict", "reserved_everywhere_client"]
    run = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_whatever_is_called_like_something_in_use_can_be_called(
    package: tuple[Compilation, Path],
) -> None:
    compilation, _ = package
    api = compilation.api
    assert api is not None
    name = api.settings.package
    client_class = getattr(importlib.import_module(name), api.settings.client)
    fake = importlib.import_module(f"{name}.testing").FakeTransport()
    symbols = build_symbol_table(api)
    keywords = [each.argument for each in symbols.client.schemes.values()]
    client = client_class(http_client=fake, **dict.fromkeys(keywords, "x"))
    for signature in build_signatures(api, symbols):
        method = attrgetter(signature.symbol.dotted)(client)
        strings = [each for each in signature.arguments if each.place == "query"]
        method(**{each.name: "2024-05-06" for each in strings})
        assert fake.requests[-1].operation == signature.name
    _check_models(importlib.import_module(f"{name}.models"), symbols)


def _check_models(models: ModuleType, symbols: SymbolTable) -> None:
    """Decode an object with every member, and read each."""
    for symbol in symbols.definitions.values():
        model = getattr(models, symbol.name)
        assert inspect.getmodule(model) is not models
        if not inspect.isclass(model):
            continue
        data = dict.fromkeys(symbol.attributes)
        made = model.from_dict(data)
        assert made.to_dict() == data
        for attribute in symbol.attributes.values():
            assert getattr(made, attribute) is None
