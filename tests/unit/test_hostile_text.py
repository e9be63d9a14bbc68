"""Nothing that a document says becomes code: whatever stands in it, the package is of the same kind.

The text of a document is drawn at random, with a liking for what would break out of a string, a comment, a
docstring or a template. The files must be Python, and made of nothing but what the templates write.
"""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Report
from generator.pipeline import Compilation

PIECES = [
    *(
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "\n",
        "\r",
        "\0",
        "\x1b",
        "\u2028",
        "\u202e",
        "\ud800",
        "\x85",
        "\x0c",
    ),
    *("{{ 7*7 }}", "{% raw %}", "{# x", "#}", "${x}", "%s", "{0}", "f{x!r}", "# type: ignore", "#"),
    *(
        "__import__('os')",
        "\nimport os\n",
        "`",
        "](x)",
        "<script>",
        "]\n[x]\n",
        "..",
        "/",
        "*/",
        "+",
        "é",
        "日",
    ),
    *(
        "class",
        "self",
        "None",
        "Model",
        "Any",
        "cast",
        "data",
        "list",
        "wire",
        "options",
        "body",
        "",
        " ",
    ),
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=4).map("".join)
KNOWN = {"typing", "collections.abc", "datetime", "builtins", "functools", "importlib.metadata"}
STATEMENTS = (
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AnnAssign,
    ast.FunctionDef,
    ast.ClassDef,
    ast.If,
)
CALLS = {
    *(
        "adopt",
        "cast",
        "new",
        "listed",
        "decode",
        "mapped",
        "holds",
        "remaining",
        "member",
        "member_",
        "model",
        "super",
    ),
    *(
        "Operation",
        "PagedOperation",
        "lazy",
        "later",
        "Profile",
        "Scheme",
        "Server",
        "Description",
        "Envelope",
    ),
}


def _verbatim(name: str) -> bool:
    """Return whether a file is copied as it is, or may well be called like one that is."""
    parts = Path(name).parts
    return len(parts) > 2 and parts[2] not in (
        "models",
        "_codec",
        "resources",
        "__init__.py",
        "_client.py",
    )


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    def text() -> str:
        return draw(TEXT)

    name, member, tag, parameter, status = (
        text(),
        text(),
        text(),
        text(),
        draw(st.sampled_from(["200", "default"])),
    )
    reference = {
        "$ref": "#/components/schemas/"
        + name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    }
    schema = {
        "type": "object",
        "description": text(),
        "required": [member],
        "properties": {
            member: {"type": "string", "description": text(), "enum": [text(), text()]},
            text(): {
                "type": "object",
                "properties": {text(): {"type": "string", "format": text()}},
            },
            text(): {
                "oneOf": [reference, {"type": "object", "properties": {text(): {"const": text()}}}]
            },
            text(): {"default": text(), "type": text(), "pattern": text()},
        },
        "discriminator": {"propertyName": text(), "mapping": {text(): text()}},
    }
    operation = {
        "operationId": text(),
        "tags": [tag],
        "summary": text(),
        "description": text(),
        "parameters": [
            {
                "name": parameter,
                "in": "query",
                "description": text(),
                "schema": {"enum": [text(), 1]},
            },
            {"name": text(), "in": "header", "schema": {"type": "string", "default": text()}},
        ],
        "requestBody": {"content": {"application/json": {"schema": reference}}},
        "responses": {
            status: {"description": text(), "content": {"application/json": {"schema": reference}}}
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text(), "version": text(), "description": text()},
        "servers": [{"url": "https://x.test/" + text()}],
        "tags": [{"name": tag, "description": text()}],
        "paths": {"/" + text(): {"post": operation}},
        "components": {
            "schemas": {
                name: schema,
                text(): {"enum": [text(), text(), 1]},
                text(): {"type": "array", "items": reference},
            },
            "securitySchemes": {
                text(): {"type": "apiKey", "in": "header", "name": text(), "description": text()}
            },
        },
    }


def strangers(tree: ast.Module, defined: set[str]) -> Iterator[str]:
    """What no template writes."""
    for statement in tree.body:
        docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not docstring and not isinstance(statement, STATEMENTS):
            yield ast.dump(statement)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name not in KNOWN)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module != "__future__":
            yield from [node.module or ""] if node.module not in KNOWN else []
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from [node.func.id] if node.func.id not in CALLS | defined else []
        elif isinstance(node, (ast.Try, ast.With, ast.While, ast.Global, ast.Await, ast.JoinedStr)):
            yield from [] if isinstance(node, ast.Await) else [ast.dump(node)]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # shrinking takes minutes and tells little
)
@given(documents())
def test_text_never_becomes_code(tmp_path_factory: Any, document: dict[str, Any]) -> None:
    path = tmp_path_factory.mktemp("hostile") / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    tree = Compilation(path, Report()).tree
    if tree is None:  # a document may be refused
        return
    generated = {name: text for name, text in tree.items() if not _verbatim(name)}
    for name, text in generated.items():
        text.encode("utf-8")
        assert "\0" not in text and not Path(name).is_absolute() and ".." not in Path(name).parts
        if name.endswith(".py"):
            parsed = ast.parse(text, name)
            defined = {
                node.name
                for node in ast.walk(parsed)
                if isinstance(node, (ast.FunctionDef, ast.ClassDef))
            } | {
                ast.unparse(each).partition(" = ")[0].partition(":")[0]
                for each in parsed.body
                if isinstance(each, (ast.Assign, ast.AnnAssign))
                and " = adopt(" in ast.unparse(each)
            }
            imported = {
                each.asname or each.name
                for node in ast.walk(parsed)
                if isinstance(node, ast.ImportFrom) and node.level
                for each in node.names
            }
            assert not list(strangers(parsed, defined | imported)), name
    tomllib.loads(generated["pyproject.toml"])
