"""The whole package, planned: from the API to the view that templates see."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from ...ir.document import Api
from ...ir.operations import Resource
from ...text import amount
from ..model.signatures import Calls, by_resource, calls
from ..naming.model_modules import OTHERS, SHARED
from ..naming.resource_modules import modules
from ..naming.symbol_table import Symbols, symbols
from ..source import literals
from ..source.docstrings import docstring, printable, sentence
from ..source.markdown import markdown
from . import models, resources
from .api_reference import reference
from .client import client_views, credentials, keywords, parameters, profile, server
from .models import models_module
from .operations import wire_module
from .readme import guide
from .resources import Homes, resources_module
from .views import ExportView, ModelsView, PackageView, Planned, ResourcesView, WireView

_BEGIN = "Begin with `{0}` or `Async{0}`; models live in `.models`, errors in `.errors`."


def plan(api: Api) -> PackageView:
    """Plan the package of `api`."""
    homes = Homes(api.resources, modules(api.resources))
    table = symbols(api, homes.modules)
    every = calls(api)
    found = by_resource(every)
    groups = _groups(homes)
    keys = _keys_by_module(table)
    settings = api.settings
    return PackageView(
        package=settings.package,
        distribution=settings.distribution,
        version=settings.version,
        title=" ".join(api.title.split()),
        summary=markdown(sentence(api.summary) or sentence(api.title)),
        spec=_spec(api),
        client=settings.client,
        async_client=f"Async{settings.client}",
        doc=docstring(
            [sentence(api.title), sentence(api.summary), _BEGIN.format(settings.client)], 0
        ),
        toml_summary=literals.string(sentence(api.summary) or sentence(api.title)),
        title_markdown=markdown(printable(api.title)),
        clients=client_views(api, homes),
        credentials=credentials(api),
        parameters=parameters(api),
        server=server(api),
        **profile(api, homes),
        models=_models(groups, keys, table),
        wire=_operations(groups, keys, found, table, keywords(api)),
        resources=_resources(groups, homes, found, table),
        model_exports=_exports(
            {name: models.exported(map(table.__getitem__, mine)) for name, mine in keys.items()}
        ),
        resource_exports=_exports(
            {name: resources.exported(group, homes) for name, group in groups.items()}
        ),
        **reference(api, found, table),
        contract=_contract(api),
        operations=amount(len(api.operations), "operation"),
        guide=guide(api, every),
    )


def _contract(api: Api) -> str:
    """The text of the contract, which is a tree, so that nobody has to look for circles in it."""
    return json.dumps(api.contract, separators=(",", ":"), ensure_ascii=False, check_circular=False)


def _spec(api: Api) -> tuple[str, ...]:
    """What the package says of the document that it was made of."""
    facts = {"title": api.title, "version": api.version, "sha256": api.fingerprint}
    return tuple(
        f"{name}={literals.string(' '.join(value.split()))}" for name, value in facts.items()
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


def _operations(
    groups: dict[str, list[Resource]],
    keys: dict[str, list[str]],
    found: Calls,
    table: Symbols,
    credentials: Mapping[str, str],
) -> Planned[WireView]:
    makers: list[Callable[[], WireView]] = []
    for name in dict.fromkeys([*groups, *keys]):
        mine = [call for resource in groups.get(name, ()) for call in found.get(resource.path, ())]
        defined = [key for key in keys.get(name, ()) if table[key].decoder]
        if mine or defined:
            title = _title(name, groups, table)
            makers.append(partial(wire_module, name, title, defined, mine, table, credentials))
    return Planned(makers)


def _models(
    groups: dict[str, list[Resource]], keys: dict[str, list[str]], table: Symbols
) -> Planned[ModelsView]:
    return Planned(
        [
            partial(models_module, name, _title(name, groups, table), mine, table)
            for name, mine in keys.items()
        ]
    )


def _resources(
    groups: dict[str, list[Resource]], homes: Homes, found: Calls, table: Symbols
) -> Planned[ResourcesView]:
    return Planned(
        [
            partial(resources_module, name, group, homes, found, table)
            for name, group in groups.items()
        ]
    )


def _exports(modules: Mapping[str, Iterable[str]]) -> tuple[ExportView, ...]:
    """The names that modules export, sorted."""
    found = (ExportView(name, module) for module, names in modules.items() for name in names)
    return tuple(sorted(found, key=lambda export: export.name))


def _title(name: str, groups: Mapping[str, Sequence[Resource]], table: Symbols) -> str:
    """The resources of a module as a caller writes them."""
    owner = table.owners.get(name, name)
    said = ", ".join(f"`{'.'.join(resource.path)}`" for resource in groups.get(owner, ()))
    return said or ("schemas that no operation uses" if owner == OTHERS else "several resources")
