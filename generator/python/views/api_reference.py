"""The reference page (`API.md`)."""

from __future__ import annotations

from typing import TypedDict

from ...ir.api import Api
from ...ir.definitions import Enumeration, Model, Union
from ..design import attributes
from ..design.signatures import Signature, SignaturesByResource
from ..naming import reserved
from ..naming.symbol_table import SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.docstrings import replace_unprintable, to_sentence
from ..source.imports import Imports
from ..source.markdown import code_span, escape_markdown
from .example_calls import write_example
from .methods import UPLOADS, Methods
from .reference_links import link_sections
from .view_types import EntryView, SectionView

_CORE_NAMES = {
    "EventStream": "The events of a response as they arrive; `close()`, or leaving a `with` block, ends it.",
    **UPLOADS,
    "Null": "The type of `NULL`, which sends null; `None` leaves the argument out.",
    "Page": "A page of a list; iterating over it continues through all further pages.",
}
"""Classes of the core that signatures mention."""


class ReferenceParts(TypedDict):
    """The parts of the page."""

    sections: tuple[SectionView, ...]
    core_names: tuple[EntryView, ...]
    model_sections: tuple[SectionView, ...]
    model_contents: str


def build_reference(
    api: Api, signatures: SignaturesByResource, symbols: SymbolTable
) -> ReferenceParts:
    """Build the sections of every method and definition, and what signatures name of the core."""
    imports = Imports()
    sections, types = link_sections(
        f"{api.title}: reference",
        _build_method_sections(api, signatures, symbols, imports),
        _build_model_sections(symbols),
    )
    return ReferenceParts(
        sections=sections,
        core_names=_list_core_names(imports),
        model_sections=types,
        model_contents=", ".join(each.contents for each in types),
    )


def _build_method_sections(
    api: Api, signatures: SignaturesByResource, symbols: SymbolTable, imports: Imports
) -> tuple[SectionView, ...]:
    """Build a section for each resource and an entry for each of its methods; `imports` takes what they name."""
    annotations = Annotations(symbols, imports, ".", qualified=reserved.IMPORTED)
    methods = Methods(annotations, imports, "_codec")
    sections: list[SectionView] = []
    for resource in api.resources:
        entries = [
            _build_entry(each, methods, symbols) for each in signatures.get(resource.path, ())
        ]
        if entries:
            title = ".".join(filter(None, ("client", symbols.resources[resource.path].dotted)))
            sections.append(
                SectionView(
                    title, escape_markdown(to_sentence(resource.description)), tuple(entries)
                )
            )
    return tuple(sections)


def _build_entry(signature: Signature, methods: Methods, symbols: SymbolTable) -> EntryView:
    parameters, returns = methods.write_signature(signature)
    operation, dotted = signature.operation, signature.symbol.dotted
    lines = ",\n    ".join(parameters)
    summary = to_sentence(operation.summary or operation.description.split("\n\n")[0])
    return EntryView(
        title=dotted,
        signature=f"client.{dotted}(\n    {lines},\n) -> {returns}",
        summary=escape_markdown(summary),
        request=code_span(replace_unprintable(f"{operation.method} {operation.path}")),
        raises=tuple(
            f"`{name}` {text}" for name, text in methods.list_errors(signature, _to_markdown)
        ),
        example=write_example(signature, symbols),
    )


def _to_markdown(text: str) -> str:
    return escape_markdown(to_sentence(text))


def _list_core_names(imports: Imports) -> tuple[EntryView, ...]:
    """Return what the signatures name of the run-time core."""
    named = {
        name
        for line in imports.checking_lines
        for name in line.partition(" import ")[2].split(", ")
        if line.startswith("from .._core.")
    }
    return tuple(
        EntryView(name, "", text, "") for name, text in _CORE_NAMES.items() if name in named
    )


def _build_model_sections(symbols: SymbolTable) -> tuple[SectionView, ...]:
    """Build a section for each definition and an entry for each member or variant."""
    annotations = Annotations(symbols, Imports(), ".", qualified=reserved.IMPORTED)
    sections: list[SectionView] = []
    for key, definition in symbols.catalog.definitions.items():
        symbol = symbols[key]
        match definition:
            case Model():
                rows = [
                    (
                        symbol.attributes[each.name],
                        attributes.annotate(annotations, each),
                        to_sentence(each.description),
                    )
                    for each in definition.members
                ]
            case Union(options=options):
                rows = [("", annotations.annotate_result(option), "") for option in options]
            case Enumeration(values=values, notes=notes):
                descriptions = dict(notes)
                rows = [
                    ("", literals.value(value), to_sentence(descriptions.get(value, "")))
                    for value in values
                ]
            case _:
                rows = []
        entries = tuple(
            EntryView(name, code_span(type_), escape_markdown(text), "")
            for name, type_, text in rows
        )
        sections.append(
            SectionView(
                annotations.name(symbol.module, symbol.name),
                escape_markdown(to_sentence(definition.description)),
                entries,
            )
        )
    return tuple(sections)
