"""Text of a document never becomes code, wherever in its operations it stands, nor a path outside the package."""

from __future__ import annotations

import ast
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.diagnostics import Report

MARK = "zzevil"
"""A name that would be code if a text got out of its literal."""

TEXTS = [
    f'"; {MARK}(); "',
    f"'; {MARK}(); '",
    f'"""\n{MARK}()\n"""',
    f"'''\n{MARK}()\n'''",
    f'\\"; {MARK}(); #',
    f"\\\n{MARK}()\n",
    f"\r{MARK}()\r",
    f"\u2028{MARK}()\u2029",
    f"\x85{MARK}()\x0b\x0c",
    f"{{{{ {MARK}() }}}}{{% if {MARK} %}}",
    f"{{{MARK}()}}",
    f"]\n[tool.evil]\n{MARK} = 1",
    f"../../{MARK}",
    f"/etc/{MARK}\0",
    f"a b; {MARK}()",
    f"# {MARK}()",
    f"<script>{MARK}()</script>`{MARK}`",
    f"__import__('{MARK}')",
    f"lambda: {MARK}()",
    f"\u202e{MARK}()",
    f"\ud800{MARK}()",
    "",
    " ",
    "0",
    "π",
    "class",
]


def document(text: str) -> dict[str, Any]:
    """A document that has `text` wherever an operation takes text."""
    schema = {"type": "string", "enum": [text, "a"], "description": text, "default": text}
    media = {
        text or "x/y": {"schema": schema},
        "application/json": {"schema": {"type": "object", "properties": {text: schema}}},
    }
    parameters = [
        {
            "name": f"{text}{place}",
            "in": place,
            "description": text,
            "schema": schema,
            "style": text,
        }
        for place in ("query", "header", "cookie")
    ]
    operation = {
        "tags": [text],
        "operationId": text,
        "summary": text,
        "description": text,
        "parameters": [
            *parameters,
            {"name": text, "in": "path", "required": True, "schema": schema},
        ],
        "requestBody": {"description": text, "content": media},
        "responses": {
            "200": {"description": text, "content": media},
            text: {"description": text, "content": media},
        },
        "security": [{text: [text]}],
        "servers": [{"url": f"https://example.com/{text}"}],
        "x-permissions": [text],
        "x-resource": text,
        "x-method": text,
        "x-paging": {"style": "cursor", "items": text, "cursor": text, "next": text},
    }
    plain = {key: value for key, value in operation.items() if not key.startswith("x-")}
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text},
        "servers": [
            {
                "url": f"https://{{{text}}}/",
                "variables": {text: {"default": text, "description": text}},
            }
        ],
        "tags": [{"name": text, "description": text}],
        "paths": {f"/{text}/{{{text}}}": {"get": operation, "post": plain}, text: {"put": plain}},
        "webhooks": {text: {"post": plain}},
        "components": {
            "securitySchemes": {
                text: {"type": "apiKey", "in": "header", "name": text, "description": text}
            }
        },
        "x-client": {
            "package": text,
            "distribution": text,
            "class": text,
            "environment": {"base_url": text},
        },
        "x-client-parameters": {text: {"environment": text, "description": text}},
        "x-envelope": {"success": text, "errors": text},
    }


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps(document(text)))
    tree = pipeline.Compilation(path, Report()).tree
    assert tree is not None
    methods = 0
    for name, content in tree.items():
        assert not name.startswith("/") and ".." not in name.split("/") and "\0" not in name
        if name.endswith(".py"):
            methods += _check(name, content) if "/resources/" in name else _check(name, content) * 0
        if name.endswith(".toml"):
            assert "evil" not in tomllib.loads(content).get("tool", {})
    assert methods == 3


def _check(name: str, content: str) -> int:
    """The methods of synchronous resources in a file that holds the mark in literals and names alone."""
    tree = ast.parse(content, name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) != MARK, f"{name}: {ast.unparse(node)}"
        if isinstance(node, ast.Name):
            assert node.id != MARK or _is_argument(tree, node), f"{name}: {node.lineno}"
    classes = [each for each in tree.body if isinstance(each, ast.ClassDef)]
    return sum(
        isinstance(each, ast.FunctionDef) and not each.decorator_list
        for method in classes
        if not method.name.startswith("Async")
        for each in method.body
    )


def _is_argument(tree: ast.Module, node: ast.Name) -> bool:
    """Return whether a name is that of a parameter, a member or the like, made of the text as any other is."""
    return not any(isinstance(each, ast.Expr) and each.value is node for each in ast.walk(tree))
