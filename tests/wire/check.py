"""Signature every operation of generated clients with example arguments, and count what Prism rejects.

    python tests/wire/check.py                the documents of documents.txt
    python tests/wire/check.py NAME …         documents of the corpus by part of their name

Prism (npm `@stoplight/prism-cli`, pinned in `prism.py`) serves each document and validates every request against
it. A request that it rejects fails the check; so does an operation that can't be called.

Three documents contradict themselves, so that no client could please Prism. They are checked as published, which is
told, and once more with an overlay of `overlays/` that takes the contradiction away, which is counted.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from generator.diagnostics import Report  # noqa: E402
from generator.ir.api import Api  # noqa: E402
from generator.output.render import render  # noqa: E402
from generator.pipeline import Compilation, Options  # noqa: E402
from generator.python.design.signatures import Argument, Signature, build_signatures  # noqa: E402
from generator.python.naming.symbol_table import build_symbol_table  # noqa: E402
from generator.python.views.package import build_package  # noqa: E402
from generator.text import pluralize  # noqa: E402
from tests.corpus.packages import documents  # noqa: E402
from tests.wire.prism import Mock, Wire  # noqa: E402
from tests.wire.values import Values  # noqa: E402


def main() -> int:
    """Check the documents that are asked for; 1 where anything was rejected."""
    wanted = sys.argv[1:] or (HERE / "documents.txt").read_text(encoding="utf-8").split()
    chosen = [
        each
        for each in documents()
        if any(each.name == name or (sys.argv[1:] and name in each.name) for name in wanted)
    ]
    called = bad = 0
    for document in chosen:
        count, rejected = check(document.path)
        _report(document.name, count, rejected)
        overlay = HERE / "overlays" / f"{document.path.stem}.yaml"
        if overlay.exists():
            count, rejected = check(document.path, overlay)
            _report(f"{document.name} with overlays/{overlay.name}", count, rejected)
        called, bad = called + count, bad + len(rejected)
    summary = f"{pluralize(len(chosen), 'document')}, {pluralize(called, 'operation')} called"
    print(f"{summary}, {bad} rejected")
    return 1 if bad else 0


def _report(name: str, count: int, rejected: list[str]) -> None:
    print(f"{name}: {pluralize(count, 'operation')} called, {len(rejected)} rejected", flush=True)
    for line in rejected[:12]:
        print(f"    {line}", flush=True)


def check(path: Path, *overlays: Path) -> tuple[int, list[str]]:
    """Signature every operation of one document: how many there are, and what was rejected."""
    compilation = Compilation(path, Report(), Options(overlays=overlays))
    api, text = compilation.api, compilation.bundle("json")
    assert api is not None and text is not None, compilation.report.errors
    described = json.loads(text)
    rejected: list[str] = []
    with _imported(api) as folder:
        (served := folder / "served.json").write_text(text, encoding="utf-8")
        mock = Mock(served if overlays else path)
        try:
            wire = Wire()
            client = _client(api, wire, mock.url)
            documented = build_signatures(api, build_symbol_table(api))
            for call in documented:
                rejected += _tried(call, client, wire, described)
        finally:
            mock.stop()
    return len(documented), rejected


@contextmanager
def _imported(api: Api) -> Iterator[Path]:
    """A folder with the package of `api`, from which it can be imported."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in render(build_package(api)).files.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, encoding="utf-8")
        sys.path.insert(0, f"{folder}/src")
        try:
            yield Path(folder)
        finally:
            sys.path.remove(f"{folder}/src")
            package = api.settings.package
            for name in [n for n in sys.modules if n == package or n.startswith(f"{package}.")]:
                del sys.modules[name]


def _client(api: Api, wire: Wire, url: str) -> Any:
    module = importlib.import_module(f"{api.settings.package}._client")
    made = getattr(module, api.settings.client)
    names = build_symbol_table(api).client
    given = [name for each in names.schemes.values() for name in (each.argument, each.password)]
    arguments = {name: "x" for name in (*given, *names.parameters.values()) if name}
    return made(http_client=wire, base_url=url, max_retries=0, **arguments)


def _tried(call: Signature, client: Any, wire: Wire, described: dict[str, Any]) -> Iterator[str]:
    """What was wrong with one operation."""
    operation = call.operation
    where = f"{operation.method} {operation.path} ({call.name})"
    positional, keywords = _arguments(call, described)
    wire.answer = None
    try:
        result = attrgetter(call.symbol.dotted)(client)(*positional, **keywords)
        if hasattr(result, "close"):
            result.close()
    except Exception as error:  # what a client makes of an answer is not the question here
        if wire.answer is None:
            yield f"{where}: {type(error).__name__}: {str(error)[:200]}"
            return
    if wire.answer is not None and (problem := wire.answer.problem()):
        yield f"{where}: {problem[:300]}"


def _arguments(call: Signature, described: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    values = Values(described)
    node = _node(call, described)
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    example = _example(node, values)
    summary = example if isinstance(example, dict) else {}
    body = values.resolved(node.get("requestBody") or {})
    needed = body.get("required") is True and not any(
        each.required for each in call.arguments if each.place == "body"
    )
    for argument in call.arguments:
        if argument.place == "body" and argument.wire in summary:
            keywords[argument.name] = summary[argument.wire]
            continue
        empty = needed and argument.place == "body"
        if not (
            argument.required or empty or argument.wire.lower() in ("accept", "accept-encoding")
        ):
            continue
        value = (
            example
            if argument.place == "whole" and example is not None
            else _value(argument, node, values)
        )
        if argument.positional:
            positional.append(value)
        else:
            keywords[argument.name] = value
    return positional, keywords


def _example(node: dict[str, Any], values: Values) -> Any:
    """The body that the document gives as an example; None where there is none, or where it is no JSON."""
    content = values.resolved(node.get("requestBody") or {}).get("content") or {}
    for name, media in content.items():
        if "json" in name and isinstance(media, dict):
            more = media.get("examples")
            documented = [
                media,
                *(
                    values.resolved(each)
                    for each in (more.values() if isinstance(more, dict) else ())
                ),
            ]
            for each in documented:
                given = each.get("example", each.get("value"))
                if isinstance(given, (dict, list)) and values.admits(
                    media.get("schema") or {}, given
                ):
                    return given
    return None


def _node(call: Signature, described: dict[str, Any]) -> dict[str, Any]:
    """The operation in the document, with the parameters of its path."""
    values = Values(described)
    item = values.resolved(described["paths"][call.operation.path])
    documented = item.get(call.operation.method.lower()) or {}
    return {
        **documented,
        "parameters": [*item.get("parameters", ()), *documented.get("parameters", ())],
    }


def _value(argument: Argument, node: dict[str, Any], values: Values) -> Any:
    if argument.place in ("path", "query", "header", "cookie"):
        return _parameter(argument, node, values)
    content = values.resolved(node.get("requestBody") or {}).get("content") or {}
    schemas = [each.get("schema", {}) for each in content.values() if isinstance(each, dict)]
    schema = schemas[0] if schemas else {}
    if argument.place == "whole":
        name = next(iter(content), "")
        value = values.of(schema, 1)
        return value if "json" in name or not isinstance(value, (dict, list)) else "a"
    return _member(argument.wire, schema, values)


def _parameter(argument: Argument, node: dict[str, Any], values: Values) -> Any:
    for each in reversed(node["parameters"]):
        parameter = values.resolved(each)
        if parameter.get("name") == argument.wire and parameter.get("in") == argument.place:
            media: dict[str, Any] = next(iter((parameter.get("content") or {}).values()), {})
            if "example" in parameter:
                return parameter["example"]
            value = values.of(parameter.get("schema") or media.get("schema") or {}, 1)
            return value if value not in ("", None, []) else "a"
    return "a"


def _member(name: str, schema: Any, values: Values) -> Any:
    schema = values.resolved(schema)
    if name in (schema.get("properties") or {}):
        return values.of(schema["properties"][name], 1)
    for part in (*schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())):
        documented = _member(name, part, values)
        if documented is not None:
            return documented
    return None


if __name__ == "__main__":
    sys.exit(main())
