"""A whole document: its operations by resource, its settings, its credentials."""

from __future__ import annotations

from typing import Final

from ..diagnostics import Report
from ..ir.api import Api, Envelope
from ..ir.operations import Operation, Resource
from ..openapi.extensions.registry import read_extension
from ..openapi.fingerprint import fingerprint
from ..openapi.loading import Node, Source
from .contract.build_contract import ContractBuilder
from .naming.name_lock import NO_LOCK, NameLock
from .naming.operation_index import IndexedOperation
from .operations.client_settings import lower_client_parameters, lower_settings
from .operations.lower_operation import OperationLowering
from .operations.media_types import iter_media_entries
from .operations.overloads import check_overloads
from .operations.security import lower_security
from .operations.servers import lower_servers
from .schemas.all_of import is_bare_reference
from .schemas.locked_definitions import LockedDefinitions
from .schemas.lower_schema import SchemaLowering
from .schemas.names import make_definition_key

_MAX_TITLE: Final = 1000
"""Characters of a title. It names the package and stands in every description of it."""


def lower(
    source: Source,
    places: list[IndexedOperation],
    report: Report,
    lock: NameLock = NO_LOCK,
) -> Api:
    """Lower the document `source`.

    Args:
        source: the document.
        places: its operations, as indexed.
        report: takes what can't be expressed.
        lock: the names that a package already gave.
    """
    root = source.root
    sha = fingerprint(source)  # serializes the document, best while memory use is low
    locked = LockedDefinitions(source, lock)
    types = SchemaLowering(source, report, locked.rank())
    parameters = lower_client_parameters(root)
    credentials = lower_security(source, places, report)
    client_parameters = frozenset(each.name for each in parameters)
    where_sent = lower_servers(source, places, report)
    envelope: dict[str, str] = read_extension(root, "x-envelope") or {}
    success = envelope.get("success", "")
    lowering = OperationLowering(
        types, source, report, client_parameters, credentials, where_sent, success
    )
    operations = [lowering.lower(place) for place in places]
    lowering.finish()
    _define_webhooks(source, places, types)
    _define_components(root, types)
    types.finish()
    matched = locked.match(types.catalog)
    check_overloads((each.node for each in places), operations, types.catalog, report)
    info = root / "info"
    return Api(
        title=_read_title(info, report),
        version=str(info.plain("version", "")) if info.is_map else "",
        summary=info.text("summary") or (info.text("description") or "").split("\n\n")[0],
        base_url=where_sent.base_url,
        other_servers=where_sent.others,
        server=where_sent.variables,
        settings=lower_settings(root),
        envelope=Envelope(
            **{key: envelope.get(key, "") for key in ("success", "errors", "messages")}
        ),
        schemes=credentials.schemes,
        security=credentials.alternatives,
        client_parameters=parameters,
        catalog=types.catalog,
        resources=_list_resources(root, operations),
        contract=ContractBuilder(source, report).build(places, operations, envelope),
        pointer=make_definition_key(root),
        locked_names=matched.names(),
        locked_resources=lock.resources,
        former_names=tuple(matched.iter_former()),
        fingerprint=sha,
    )


def _define_webhooks(source: Source, places: list[IndexedOperation], types: SchemaLowering) -> None:
    """Define the payloads of webhooks, which a program has to read, too."""
    for key in ("webhooks", "x-webhooks"):
        for name, item in (source.root / key).items():
            _define_received(source, item, f"{name} webhook", types)
    for place in places:
        for name, callback in (place.node / "callbacks").items():
            for _, item in (source.resolve(callback) or callback).items():
                _define_received(source, item, f"{name} callback", types)


def _define_received(source: Source, item: Node, hint: str, types: SchemaLowering) -> None:
    resolved = source.resolve(item)
    for _, node in resolved.items() if resolved is not None else ():
        body = source.resolve(node / "requestBody") if "requestBody" in node else None
        for _, media in iter_media_entries(body / "content", source) if body is not None else ():
            types.lower(media.get("schema"), hint)
            break


def _define_components(root: Node, types: SchemaLowering) -> None:
    """Define the schemas that no operation uses, too: users may want to import them."""
    for _, node in (root / "components" / "schemas").items():  # no values()
        if not is_bare_reference(node):  # another name of what is defined where it points
            types.lower_component(node)


def _list_resources(root: Node, operations: list[Operation]) -> tuple[Resource, ...]:
    """Return the resources in the order in which they first appear, with those above them."""
    tags = {each.text("name"): each.text("description") or "" for each in root / "tags"}
    groups: dict[tuple[str, ...], list[Operation]] = {}
    for operation in operations:
        for depth in range(1, len(operation.resource)):
            groups.setdefault(operation.resource[:depth], [])
        groups.setdefault(operation.resource, []).append(operation)
    first = {path: next((each.tags[:1] for each in group), ()) for path, group in groups.items()}
    return tuple(
        Resource(
            path,
            # the description of a tag stands at one resource, and not at each below it
            "".join(
                tags.get(tag, "")
                for tag in names
                if path and (not path[1:] or first.get(path[:-1]) != names)
            ),
            tuple(groups[path]),
        )
        for path, names in first.items()
    )


def _read_title(info: Node, report: Report) -> str:
    """Return the title, of a very long one its beginning."""
    title = info.text("title") or "API"
    if len(title) <= _MAX_TITLE:
        return title
    report.warning(
        "long-title",
        info / "title",
        f"the title has {len(title):,} characters; the first {_MAX_TITLE:,} of them are used",
        "keep the title short, and move the rest to `description`",
    )
    return title[:_MAX_TITLE]
