"""The whole package, planned: from the API to the view that templates see."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from ...ir.document import Api
from ...ir.operations import Resource
from ...text import pluralize
from ..model.signatures import SignaturesByResource, build_signatures, group_by_resource
from ..naming.model_modules import OTHERS, SHARED
from ..naming.resource_modules import assign_modules
from ..naming.symbol_table import SymbolTable, build_symbol_table
from ..source import literals
from ..source.docstrings import docstring, replace_unprintable, to_sentence
from ..source.markdown import escape_markdown
from . import models, resources
from .api_reference import build_reference
from .client import client_views, credentials, keywords, parameters, profile, server
from .models import build_models_module
from .operations import build_codec_module
from .readme import build_readme
from .resources import ResourceTree, build_resources_module
from .views import CodecView, ExportView, LazyViews, ModelsView, PackageView, ResourcesView

_BEGIN = "Begin with `{0}` or `Async{0}`; models live in `.models`, errors in `.errors`."


def build_package(api: Api) -> PackageView:
    """Plan the package of `api`."""
    homes = ResourceTree(api.resources, assign_modules(api.resources))
    table = build_symbol_table(api, homes.modules)
    every = build_signatures(api)
    found = group_by_resource(every)
    groups = _groups(homes)
    keys = _keys_by_module(table)
    settings = api.settings
    return PackageView(
        package=settings.package,
        distribution=settings.distribution,
        version=settings.version,
        title=" ".join(api.title.split()),
        summary=escape_markdown(to_sentence(api.summary) or to_sentence(api.title)),
        spec=_spec(api),
        client=settings.client,
        async_client=f"Async{settings.client}",
        doc=docstring(
            [to_sentence(api.title), to_sentence(api.summary), _BEGIN.format(settings.client)], 0
        ),
        toml_summary=literals.string(to_sentence(api.summary) or to_sentence(api.title)),
        title_markdown=escape_markdown(replace_unprintable(api.title)),
        clients=client_views(api, homes),
        credentials=credentials(api),
        parameters=parameters(api),
        server=server(api),
        **profile(api, homes),
        models=_models(groups, keys, table),
        codecs=_operations(groups, keys, found, table, keywords(api)),
        resources=_resources(groups, homes, found, table),
        model_exports=_exports(
            {name: models.exported(map(table.__getitem__, mine)) for name, mine in keys.items()}
        ),
        resource_exports=_exports(
            {name: resources.exported(group, homes) for name, group in groups.items()}
        ),
        **build_reference(api, found, table),
        contract=_contract(api),
        operations=pluralize(len(api.operations), "operation"),
        readme=build_readme(api, every),
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


def _groups(homes: ResourceTree) -> dict[str, list[Resource]]:
    """The resources by module, in the order of the document."""
    groups: dict[str, list[Resource]] = {}
    for resource in homes.resources:
        groups.setdefault(homes.modules[resource.path], []).append(resource)
    return groups


def _keys_by_module(table: SymbolTable) -> dict[str, list[str]]:
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
    found: SignaturesByResource,
    table: SymbolTable,
    credentials: Mapping[str, str],
) -> LazyViews[CodecView]:
    makers: list[Callable[[], CodecView]] = []
    for name in dict.fromkeys([*groups, *keys]):
        mine = [call for resource in groups.get(name, ()) for call in found.get(resource.path, ())]
        defined = [key for key in keys.get(name, ()) if table[key].decoder]
        if mine or defined:
            title = _title(name, groups, table)
            makers.append(
                partial(build_codec_module, name, title, defined, mine, table, credentials)
            )
    return LazyViews(makers)


def _models(
    groups: dict[str, list[Resource]], keys: dict[str, list[str]], table: SymbolTable
) -> LazyViews[ModelsView]:
    return LazyViews(
        [
            partial(build_models_module, name, _title(name, groups, table), mine, table)
            for name, mine in keys.items()
        ]
    )


def _resources(
    groups: dict[str, list[Resource]],
    homes: ResourceTree,
    found: SignaturesByResource,
    table: SymbolTable,
) -> LazyViews[ResourcesView]:
    return LazyViews(
        [
            partial(build_resources_module, name, group, homes, found, table)
            for name, group in groups.items()
        ]
    )


def _exports(modules: Mapping[str, Iterable[str]]) -> tuple[ExportView, ...]:
    """The names that modules export, sorted."""
    found = (ExportView(name, module) for module, names in modules.items() for name in names)
    return tuple(sorted(found, key=lambda export: export.name))


def _title(name: str, groups: Mapping[str, Sequence[Resource]], table: SymbolTable) -> str:
    """The resources of a module as a caller writes them."""
    owner = table.owners.get(name, name)
    said = ", ".join(f"`{'.'.join(resource.path)}`" for resource in groups.get(owner, ()))
    return said or ("schemas that no operation uses" if owner == OTHERS else "several resources")
