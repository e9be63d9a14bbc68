"""The whole package, planned: from the API to the view that templates see."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..api.document import Api
from ..api.operations import Resource
from . import literals
from .calls import Call, calls
from .client import client_views, credentials, parameters, profile, variables
from .models import models_module
from .prose import docstring, sentence
from .reference import example, markdown, method_sections, model_sections
from .modules import modules
from .resources import Homes, resources_module
from .partition import SHARED
from .symbols import Symbols, symbols
from .view import ExportView, ModelsView, PackageView, ResourcesView, WireView
from .wire import wire_module

VERSION = "0.1.0"
_BEGIN = "Begin with `{0}` or `Async{0}`; models live in `.models`, errors in `.errors`."


def plan(api: Api) -> PackageView:
    """Plan the package of `api`."""
    homes = Homes(api.resources, modules(api.resources))
    table = symbols(api, homes.modules)
    found = calls(api)
    groups = _groups(homes)
    keys = _keys_by_module(table)
    models = [models_module(name, _title(groups.get(name, ())), keys[name], table) for name in keys]
    wire = _wire(groups, keys, found, table)
    resources = _resources(groups, homes, found, table)
    settings = api.settings
    return PackageView(
        package=settings.package,
        distribution=settings.distribution,
        version=VERSION,
        title=" ".join(api.title.split()),
        summary=markdown(sentence(api.summary)),
        spec_version=api.version,
        client=settings.client,
        async_client=f"Async{settings.client}",
        doc=docstring([sentence(api.title), sentence(api.summary), _BEGIN.format(settings.client)], 0),
        toml_summary=literals.string(sentence(api.summary) or api.title),
        title_markdown=markdown(api.title),
        clients=client_views(api, homes),
        credentials=credentials(api),
        parameters=parameters(api),
        variables=variables(api),
        **profile(api, homes),
        models=tuple(models),
        wire=tuple(wire),
        resources=tuple(resources),
        model_exports=_exports(models),
        resource_exports=_exports(resources),
        sections=method_sections(api, found, table),
        model_sections=model_sections(table),
        contract=json.dumps(api.contract, separators=(",", ":"), ensure_ascii=False),
        operation_count=len(api.operations),
        example=example(api, found),
    )


def _groups(homes: Homes) -> dict[str, list[Resource]]:
    """The resources by module, in the order of the document."""
    groups: dict[str, list[Resource]] = {}
    for resource in homes.resources:
        groups.setdefault(homes.modules[resource.path], []).append(resource)
    return groups


def _keys_by_module(table: Symbols) -> dict[str, list[str]]:
    """The definitions by module, in the order of the document; `shared` last."""
    found: dict[str, list[str]] = {}
    for key, symbol in table.table.items():
        found.setdefault(symbol.module, []).append(key)
    if SHARED in found:
        found[SHARED] = found.pop(SHARED)
    return found


def _wire(
    groups: dict[str, list[Resource]],
    keys: dict[str, list[str]],
    found: dict[str, Call],
    table: Symbols,
) -> list[WireView]:
    names = dict.fromkeys([*groups, *keys])
    views: list[WireView] = []
    for name in names:
        paths = {".".join(resource.path) for resource in groups.get(name, ())}
        mine = [call for key, call in found.items() if key.rsplit(".", 1)[0] in paths]
        defined = [key for key in keys.get(name, ()) if table[key].decoder]
        if mine or defined:
            views.append(wire_module(name, _title(groups.get(name, ())), defined, mine, table))
    return views


def _resources(
    groups: dict[str, list[Resource]],
    homes: Homes,
    found: dict[str, Call],
    table: Symbols,
) -> list[ResourcesView]:
    return [resources_module(name, group, homes, found, table) for name, group in groups.items()]


def _exports(modules: Sequence[ModelsView | ResourcesView]) -> tuple[ExportView, ...]:
    return tuple(
        sorted(
            (ExportView(name, module.name) for module in modules for name in module.exports),
            key=lambda export: export.name,
        )
    )


def _title(resources: Sequence[Resource]) -> str:
    """The resources of a module as a caller writes them."""
    return ", ".join(f"`{'.'.join(resource.path)}`" for resource in resources) or "several resources"
