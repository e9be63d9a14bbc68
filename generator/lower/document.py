"""A whole document: its operations by resource, its settings, its credentials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..api.document import Api, ClientParameter, Envelope, Scheme, SchemeKind, Settings
from ..api.operations import Operation, Resource
from ..diagnostics import Report
from ..source import Node, Source
from ..words import words
from . import hints
from .contract import Contract
from .names import resource_path
from .operations import METHODS, Operations, Place
from .types import Types


def lower(source: Source, report: Report) -> Api:
    """The API that `source` describes; what can't be expressed is degraded and reported."""
    root = source.root
    types = Types(source, report)
    parameters = _client_parameters(root)
    lowering = Operations(types, source, report, frozenset(each.name for each in parameters))
    found = list(places(source))
    operations = [lowering.lower(place) for place in found]
    _define_components(root, types)
    types.finish()
    envelope = root.value.get("x-envelope") or {}
    info = root / "info"
    return Api(
        title=info.text("title") or "API",
        version=str(info.value.get("version", "")) if info.is_map else "",
        summary=info.text("summary") or (info.text("description") or "").split("\n\n")[0],
        base_url=_base_url(root),
        settings=_settings(root),
        envelope=Envelope(**{key: envelope.get(key, "") for key in ("success", "errors", "messages")}),
        schemes=_schemes(source),
        security=_security(root),
        client_parameters=parameters,
        catalog=types.catalog,
        resources=_resources(root, operations),
        contract=Contract(source, report).build(found, operations, envelope),
    )


def places(source: Source) -> Iterator[Place]:
    """Every operation of the document, in its order."""
    for path, item in (source.root / "paths").items():
        resolved = source.resolve(item)
        for method, node in resolved.items() if resolved is not None else ():
            if resolved is not None and method.lower() in METHODS and node.is_map:
                yield Place(path, method.lower(), resolved, node, resource_path(node, path))


def _define_components(root: Node, types: Types) -> None:
    """Define the schemas that no operation uses, too: someone may want to name them."""
    for name, node in (root / "components" / "schemas").items():
        types.of(Node(node.document, {"$ref": f"#/components/schemas/{_token(name)}"}, node.parent, name), name)


def _token(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1").replace("%", "%25")


def _resources(root: Node, operations: list[Operation]) -> tuple[Resource, ...]:
    """The resources in the order they first appear, with the namespaces above them."""
    tags = {each.text("name"): each.text("description") or "" for each in root / "tags"}
    groups: dict[tuple[str, ...], list[Operation]] = {}
    for operation in operations:
        for depth in range(1, len(operation.resource) + 1):
            groups.setdefault(operation.resource[:depth], [])
        groups[operation.resource].append(operation)
    return tuple(
        Resource(path, next((tags.get(tag, "") for each in group for tag in each.tags), ""), tuple(group))
        for path, group in groups.items()
    )


def _settings(root: Node) -> Settings:
    title = words((root / "info").text("title") or "") or ["api"]
    said: dict[str, Any] = root.value.get("x-client") or {}
    environment: dict[str, Any] = said.get("environment") or {}
    package = said.get("package") or "_".join(title)
    return Settings(
        package=package,
        distribution=said.get("distribution") or f"{package.replace('_', '-')}-client",
        client=said.get("class") or "".join(word.capitalize() for word in title),
        base_url_variable=environment.get("base_url") or f"{package.upper()}_BASE_URL",
    )


def _client_parameters(root: Node) -> tuple[ClientParameter, ...]:
    return tuple(
        ClientParameter(name, hints.text(node, "environment"), node.text("description") or "")
        for name, node in (root / "x-client-parameters").items()
    )


def _base_url(root: Node) -> str:
    """The first server's URL with its variables at their defaults."""
    server = next(iter(root / "servers"), None)
    if server is None:
        return ""
    url = server.text("url") or ""
    for name, variable in (server / "variables").items():
        url = url.replace(f"{{{name}}}", str(variable.value.get("default", "")))
    return url.rstrip("/")


def _schemes(source: Source) -> tuple[Scheme, ...]:
    found: list[Scheme] = []
    for key, node in (source.root / "components" / "securitySchemes").items():
        resolved = source.resolve(node) or node
        kind, name = _scheme_kind(resolved)
        default = "_".join(words(key)) or "credential"
        found.append(
            Scheme(
                key=key,
                kind=kind,
                name=name,
                argument=hints.text(resolved, "x-argument") or default,
                variable=hints.text(resolved, "x-environment"),
                description=resolved.text("description") or "",
            )
        )
    return tuple(found)


def _scheme_kind(node: Node) -> tuple[SchemeKind, str]:
    name, place = node.text("name") or "", node.text("in")
    if node.text("type") == "apiKey":
        return ("query" if place == "query" else "cookie" if place == "cookie" else "header"), name
    if node.text("type") == "http" and (node.text("scheme") or "").lower() == "basic":
        return "basic", "Authorization"
    return "bearer", "Authorization"


def _security(root: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each.value) for each in root / "security" if each.is_map and each.value)
