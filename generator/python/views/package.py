"""The whole package: from the API to the view that templates see."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any, cast

from ...ir.api import Api
from ...ir.operations import Resource
from ...text import escape_json, pluralize
from ..design.core_modules import find_features, list_unused_modules
from ..design.signatures import SignaturesByResource, build_signatures, group_by_resource
from ..naming.former_names import FormerName, find_former_names, list_locked_names
from ..naming.model_modules import OTHERS, SHARED
from ..naming.symbol_table import SymbolTable, build_symbol_table
from ..source import literals, markdown
from ..source.docstrings import build_doc, replace_unprintable, to_sentence
from . import models, resources
from .api_reference import build_reference
from .client import (
    build_clients,
    build_credentials,
    build_parameters,
    build_profile,
    build_server,
)
from .codecs import build_codec_module
from .models import build_models_module
from .pyproject import build_project
from .readme import build_readme
from .resources import build_resources_module
from .view_types import CodecView, ExportView, LazyViews, ModelsView, PackageView, ResourcesView

_BEGIN = "Begin with `{0}` or `Async{0}`; models live in `.models`, errors in `.errors`."


def build_package(api: Api) -> PackageView:
    """Build the view of the package of `api`."""
    symbols = build_symbol_table(api)
    signatures = build_signatures(api, symbols)
    by_resource = group_by_resource(signatures)
    groups = _group_by_module(api, symbols)
    keys = _group_keys(symbols)
    former = find_former_names(api, symbols)
    for module in former:
        keys.setdefault(module, [])
    settings = api.settings
    features = find_features(api, signatures)
    summary = to_sentence(api.summary) or to_sentence(api.title)
    provenance = _write_provenance(api)
    begin = _BEGIN.format(settings.client)
    return PackageView(
        package=settings.package,
        distribution=settings.distribution,
        version=settings.version,
        title=" ".join(api.title.split()),
        summary=markdown.escape_markdown(summary),
        spec=_write_spec(api),
        client=settings.client,
        async_client=f"Async{settings.client}",
        doc=build_doc([to_sentence(api.title), to_sentence(api.summary), begin], 0),
        project=build_project(settings, summary),
        provenance=provenance,
        provenance_markdown=markdown.comment(provenance),
        base_url_variable=settings.base_url_variable,
        title_markdown=markdown.escape_markdown(replace_unprintable(api.title)),
        clients=build_clients(api, symbols),
        credentials=build_credentials(api, symbols),
        parameters=build_parameters(api, symbols),
        server=build_server(api, symbols),
        **build_profile(api, symbols),
        models=_make_models(groups, keys, symbols, former),
        codecs=_make_codecs(groups, keys, by_resource, symbols),
        resources=_make_resources(groups, api, by_resource, symbols),
        model_exports=_list_exports(
            {
                name: models.list_exported_names(map(symbols.__getitem__, own))
                for name, own in keys.items()
            },
            {module: [each.name for each in aliases] for module, aliases in former.items()},
        ),
        resource_exports=_list_exports(
            {name: resources.list_exported_names(group, symbols) for name, group in groups.items()}
        ),
        **build_reference(api, by_resource, symbols),
        contract=_write_contract(api, symbols),
        operations=pluralize(len(api.operations), "operation"),
        readme=build_readme(api, signatures, symbols),
        has_pages="paging" in features,
        has_streams="streams" in features,
        unused_modules=list_unused_modules(features),
    )


def _write_provenance(api: Api) -> str:
    """Say what the files were generated from."""
    source = replace_unprintable(" ".join(f"{api.title} {api.version}".split())) or "a description"
    return literals.comment(f"Generated from {source}; do not edit.")


def _write_contract(api: Api, symbols: SymbolTable) -> str:
    """Write the contract with one schema, operation or name a line, so that a review shows which changed."""
    contract = api.contract | list_locked_names(api, symbols)
    sections = (
        f"{_write_compact_json(name)}:{_write_entry_lines(part)}" for name, part in contract.items()
    )
    return "{" + ",\n".join(sections) + "}"


def _write_entry_lines(part: Any) -> str:
    """Write the entries of a section on lines of their own; what is no object stays on one line."""
    if not isinstance(part, dict) or not part:
        return _write_compact_json(part)
    entries = cast(dict[str, Any], part)
    lines = (
        f"{_write_compact_json(name)}:{_write_compact_json(entry)}"
        for name, entry in entries.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}"


def _write_compact_json(value: Any) -> str:
    """Write JSON on one line. It is a tree, so there is no need to look for cycles."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False, check_circular=False)
    return escape_json(text)


def _write_spec(api: Api) -> tuple[str, ...]:
    """Write what the package says of the document that it was generated from."""
    facts = {"title": api.title, "version": api.version, "sha256": api.fingerprint}
    return tuple(
        f"{name}={literals.string(' '.join(value.split()))}" for name, value in facts.items()
    )


def _group_by_module(api: Api, symbols: SymbolTable) -> dict[str, list[Resource]]:
    """Return the resources of each module, in the order of the document."""
    groups: dict[str, list[Resource]] = {}
    for resource in api.resources:
        groups.setdefault(symbols.resources[resource.path].module, []).append(resource)
    return groups


def _group_keys(symbols: SymbolTable) -> dict[str, list[str]]:
    """Return the definitions of each module, in the order of the document; `shared` comes last."""
    keys: dict[str, list[str]] = {}
    for key, symbol in symbols.definitions.items():
        keys.setdefault(symbol.module, []).append(key)
    if SHARED in keys:
        keys[SHARED] = keys.pop(SHARED)
    return keys


def _make_codecs(
    groups: dict[str, list[Resource]],
    keys: dict[str, list[str]],
    signatures: SignaturesByResource,
    symbols: SymbolTable,
) -> LazyViews[CodecView]:
    makers: list[Callable[[], CodecView]] = []
    for name in dict.fromkeys([*groups, *keys]):
        own = [each for one in groups.get(name, ()) for each in signatures.get(one.path, ())]
        decoded = [key for key in keys.get(name, ()) if symbols[key].decoder]
        if own or decoded:
            title = _write_title(name, groups, symbols)
            makers.append(partial(build_codec_module, name, title, decoded, own, symbols))
    return LazyViews(makers)


def _make_models(
    groups: dict[str, list[Resource]],
    keys: dict[str, list[str]],
    symbols: SymbolTable,
    former: Mapping[str, Sequence[FormerName]],
) -> LazyViews[ModelsView]:
    return LazyViews(
        [
            partial(
                build_models_module,
                name,
                _write_title(name, groups, symbols),
                own,
                symbols,
                former.get(name, ()),
            )
            for name, own in keys.items()
        ]
    )


def _make_resources(
    groups: dict[str, list[Resource]],
    api: Api,
    signatures: SignaturesByResource,
    symbols: SymbolTable,
) -> LazyViews[ResourcesView]:
    resources = {each.path: each for each in api.resources}
    return LazyViews(
        [
            partial(build_resources_module, name, group, resources, signatures, symbols)
            for name, group in groups.items()
        ]
    )


def _list_exports(
    modules: Mapping[str, Iterable[str]], former: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> tuple[ExportView, ...]:
    """Return the names that modules export, sorted; those of `former` where nothing else has the name."""
    exports: dict[str, ExportView] = {}
    for module, names in chain(modules.items(), former.items()):
        for name in names:
            exports.setdefault(name, ExportView(name, module))
    return tuple(sorted(exports.values(), key=lambda export: export.name))


def _write_title(name: str, groups: Mapping[str, Sequence[Resource]], symbols: SymbolTable) -> str:
    """Return the resources of a module as a caller writes them."""
    owner = symbols.owners.get(name, name)
    paths = ", ".join(
        f"`{'.'.join(each.path)}`" if each.path else "the client itself"
        for each in groups.get(owner, ())
    )
    return paths or (
        "schemas that no method takes or returns" if owner == OTHERS else "several resources"
    )
