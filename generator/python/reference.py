"""The reference page (`API.md`) and the first program of the package's README."""

from __future__ import annotations

from collections.abc import Mapping

from ..api.document import Api
from ..api.schemas import Enumeration, Model, Union
from ..api.types import Choice
from .annotations import Annotations
from .calls import Call
from .imports import Imports
from .methods import Methods
from .names import snake
from .prose import sentence
from .symbols import Symbols
from .view import EntryView, SectionView


def method_sections(api: Api, calls: Mapping[str, Call], symbols: Symbols) -> tuple[SectionView, ...]:
    """A section for each resource, an entry for each of its methods."""
    imports = Imports()
    methods = Methods(Annotations(symbols, imports, "..models"), imports, "wire", False)
    sections: list[SectionView] = []
    for resource in api.resources:
        path = ".".join(resource.path)
        mine = [call for key, call in calls.items() if key.rsplit(".", 1)[0] == path]
        entries = [_entry(path, call, methods) for call in mine]
        if entries:
            title = "client." + ".".join(snake(segment) for segment in resource.path)
            sections.append(SectionView(title, markdown(sentence(resource.description)), tuple(entries)))
    return tuple(sections)


def _entry(path: str, call: Call, methods: Methods) -> EntryView:
    view = methods.view(call)
    own = ".".join(snake(segment) for segment in path.split("."))
    lines = ",\n    ".join(view.parameters)
    return EntryView(
        title=f"{own}.{view.name}",
        signature=f"client.{own}.{view.name}(\n    {lines},\n) -> {view.returns}",
        summary=markdown(sentence(call.operation.summary)),
        request=f"{call.operation.method} {call.operation.path}",
    )


def model_sections(symbols: Symbols) -> tuple[SectionView, ...]:
    """A section for each definition, an entry for each member or variant."""
    annotations = Annotations(symbols, Imports(), "..models")
    sections: list[SectionView] = []
    for key, definition in symbols.catalog.definitions.items():
        symbol = symbols[key]
        match definition:
            case Model(members=members):
                rows = [
                    (symbol.attributes[each.name], annotations.result(each.type), sentence(each.description))
                    for each in members
                ]
            case Union(options=options):
                rows = [("", annotations.result(option), "") for option in options]
            case Enumeration(values=values):
                rows = [("", annotations.result(Choice((value,))), "") for value in values]
            case _:
                rows = []
        entries = tuple(EntryView(name, type_, markdown(text), "") for name, type_, text in rows)
        sections.append(SectionView(symbol.name, markdown(sentence(definition.description)), entries))
    return tuple(sections)


def example(api: Api, calls: Mapping[str, Call]) -> tuple[str, ...]:
    """A first program: the first list, else the first operation that needs little."""
    call = min(calls.values(), key=_effort, default=None)
    if call is None:
        return ()
    given = ", ".join(f'"{each.name.replace("_", "-")}"' for each in call.arguments if each.required)
    path = ".".join(snake(segment) for segment in call.operation.resource)
    if call.operation.paging is not None:
        return (f"for item in client.{path}.{call.method}({given}):", "    print(item)")
    return (f"print(client.{path}.{call.method}({given}))",)


def _effort(call: Call) -> tuple[bool, int]:
    return (call.operation.paging is None, sum(argument.required for argument in call.arguments))


def markdown(text: str) -> str:
    """`text` with everything that Markdown or HTML would take for markup made harmless, backticks apart."""
    table = str.maketrans({character: f"\\{character}" for character in "\\*_[]<>|#"})
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return text.replace("`", "'").translate(table)
    return "`".join(part if number % 2 else part.translate(table) for number, part in enumerate(parts))
