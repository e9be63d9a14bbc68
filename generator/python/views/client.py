"""The client classes and their profile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from ...ir.api import Api, Scheme, ServerVariable
from ...ir.definitions import Model
from ..naming.resource_names import ResourceSymbol
from ..naming.symbol_table import SymbolTable
from ..source import literals
from ..source.docstrings import build_doc, to_sentence
from ..source.markdown import escape_markdown
from .resources import build_children
from .view_types import ArgumentView, ClientView

_COMMON_ARGUMENTS = (
    (
        "http_client",
        "A ready `httpx` client, which stays open, or a transport, which is closed with this client.",
    ),
    (
        "**options",
        "How the client works: timeout, retries, rate limit, hooks; see `ClientOptions`.",
    ),
)
_SCOPE = "What tokens are asked for, with spaces between; else everything that the operations name."

_MAKE_GRANT = 'lazy_function(__package__, "_core.oauth", "ClientCredentials")'
"""OAuth needs `asyncio`, which takes time to import."""


class ProfileParts(TypedDict):
    """The parts of the profile as source."""

    profile: tuple[str, ...]
    scheme_constants: tuple[str, ...]
    profile_imports: str
    core_imports: str
    typing_imports: str
    base_imports: tuple[str, ...]
    child_imports: tuple[str, ...]


def build_credentials(api: Api, symbols: SymbolTable) -> tuple[ArgumentView, ...]:
    """Build the credential keywords of the client; schemes with the same meaning share one."""
    views: dict[str, ArgumentView] = {}

    def add(keyword: str, variable: str, description: str) -> None:
        if keyword and keyword not in views:
            doc = _with_variable(to_sentence(description), variable)
            views[keyword] = _build_keyword(keyword, keyword, doc)

    for each in api.schemes:
        keywords = symbols.client.schemes[each.key]
        add(keywords.argument, each.variable, each.description or _describe_scheme(each))
        add(keywords.password, each.password_variable, _describe_password(each))
        add(keywords.scope, each.scope_variable, _SCOPE)
    return tuple(views.values())


def build_parameters(api: Api, symbols: SymbolTable) -> tuple[ArgumentView, ...]:
    """Build the keywords of the client that hold parameters of operations."""
    names = symbols.client.parameters
    return tuple(
        _build_keyword(
            each.name,
            names[each.name],
            _with_variable(to_sentence(each.description), each.variable),
        )
        for each in api.client_parameters
    )


def build_server(api: Api, symbols: SymbolTable) -> tuple[ArgumentView, ...]:
    """Build the keywords of the client that choose a part of the base URL."""
    names = symbols.client.server
    return tuple(
        _build_keyword(
            each.name, names[each.name], _write_server_doc(each), _write_server_type(each)
        )
        for each in api.server
    )


def _describe_scheme(scheme: Scheme) -> str:
    """Describe a credential that the document does not describe."""
    match scheme.kind:
        case "oauth2":
            return "Identifier of a client that tokens are given to, in place of a token."
        case "bearer":
            return "The token that requests carry."
        case "basic":
            return "Name of the user."
        case "header" if scheme.name == "Authorization":
            return "The whole header `Authorization`."
        case "header" | "query" | "cookie":
            place = {"query": "query parameter"}.get(scheme.kind, scheme.kind)
            return f"The key that goes into the {place} `{scheme.name}`."


def _describe_password(scheme: Scheme) -> str:
    what = "secret" if scheme.kind == "oauth2" else "password"
    return f"The {what} that goes with `{scheme.argument}`."


def _build_keyword(key: str, name: str, doc: str, type_: str = "str") -> ArgumentView:
    """Build the keyword `name`, which the core knows as `key`."""
    return ArgumentView(
        name=name,
        declaration=f"{name}: {type_} | None = None",
        forward=f"{literals.string(key)}: {name}",
        doc=doc,
        markdown=escape_markdown(doc),
    )


def _write_server_type(variable: ServerVariable) -> str:
    values = ", ".join(map(literals.string, dict.fromkeys(variable.values)))
    return f"Literal[{values}]" if values else "str"


def _write_server_doc(variable: ServerVariable) -> str:
    description = (
        to_sentence(variable.description) or f"The part `{variable.name}` of the base URL."
    )
    values = ", ".join(f"`{each}`" for each in variable.values)
    default = f"Default: `{variable.default}`." if variable.default else ""
    parts = (description, f"One of {values}." if values else "", default)
    return " ".join(each for each in parts if each)


def _write_base_url_doc(api: Api) -> str:
    doc = "URL that paths are put below, for a proxy or a test server."
    if "://" not in api.base_url:
        path = api.base_url.strip("/")
        doc = "URL that paths are put below; required, because the API's description names no host."
        doc += f" It ends in `/{path}`." if path else ""
        doc += f" Default: the environment variable `{api.settings.base_url_variable}`."
    others = "; ".join(
        f"`{url}`" + (f" ({' '.join(description.split())})" if description else "")
        for url, description in api.other_servers
    )
    return f"{doc} The API has further ones: {others}." if others else doc


def build_clients(api: Api, symbols: SymbolTable) -> tuple[ClientView, ...]:
    """Build the synchronous and the asynchronous client."""
    keywords = (
        *build_credentials(api, symbols),
        *build_parameters(api, symbols),
        *build_server(api, symbols),
    )
    arguments = [
        *((each.name, each.doc) for each in keywords),
        ("base_url", _write_base_url_doc(api)),
        *_COMMON_ARGUMENTS,
    ]
    may_fail = api.schemes and () not in api.security
    raises = [("ConfigurationError", "No credentials, or half of a pair.")] if may_fail else []
    init_doc = build_doc(
        ["Make a client without sending anything."],
        8,
        [("Args", arguments), ("Raises", raises)],
    )
    about = to_sentence(api.summary) or f"A client of {to_sentence(api.title)}"
    root = [each for each in symbols.resources.values() if not each.path]
    resources = {each.path: each for each in api.resources}
    return tuple(
        ClientView(
            name=f"{prefix}{api.settings.client}",
            base=", ".join((f"{prefix}Client", *(f"{prefix}{each.class_name}" for each in root))),
            doc=build_doc([about, note], 4),
            init_doc=init_doc,
            children=build_children((), resources, symbols, prefix),
            kind=kind,
        )
        for prefix, kind, note in (
            ("", "sync", ""),
            ("Async", "async", f"The asynchronous counterpart of `{api.settings.client}`."),
        )
    )


def build_profile(api: Api, symbols: SymbolTable) -> ProfileParts:
    """Write the arguments of the profile, and the schemes that they name."""
    children = sorted(symbols.list_children(()), key=lambda child: child.module)
    schemes = {scheme.key: scheme for scheme in api.schemes}
    constants = symbols.client.scheme_constants
    arguments = _write_profile_arguments(api, constants)
    imports = (
        ("Envelope", arguments["envelope"]),
        ("Profile", True),
        ("Scheme", constants),
    )
    return ProfileParts(
        profile=tuple(f"{key}={value}" for key, value in arguments.items() if value),
        profile_imports=", ".join(name for name, is_needed in imports if is_needed),
        base_imports=tuple(_import(each) for each in symbols.resources.values() if not each.path),
        core_imports=", ".join(
            ["conceal_arguments"]
            + ["lazy_function"] * any(each.kind == "oauth2" for each in api.schemes)
        ),
        typing_imports=", ".join(
            ["TYPE_CHECKING", "Any"]
            + ["Literal"] * any(each.values for each in api.server)
            + ["Unpack"]
        ),
        child_imports=tuple(map(_import, children)),
        scheme_constants=tuple(
            f"{name} = {_write_scheme(schemes[key], symbols)}" for key, name in constants.items()
        ),
    )


def _import(resource: ResourceSymbol) -> str:
    names = f"Async{resource.class_name}, {resource.class_name}"
    return f"from .resources.{resource.module} import {names}"


def _write_profile_arguments(api: Api, constants: dict[str, str]) -> dict[str, str]:
    """Write the arguments of the profile; "" for those that are left out."""
    security = [
        literals.display([constants[key] for key in alternative]) for alternative in api.security
    ]
    members = (
        ("success", api.envelope.success),
        ("errors", api.envelope.errors),
        ("messages", api.envelope.messages),
    )
    envelope = ", ".join(f"{key}={literals.string(value)}" for key, value in members if value)
    parameters = {
        each.name: literals.string(each.variable) if each.variable else "None"
        for each in api.client_parameters
    }
    request_id = api.settings.request_id_header.lower()
    return {
        "package": literals.string(api.settings.package),
        "base_url": literals.string(api.base_url),
        "server": literals.dict_of(
            {each.name: literals.string(each.default) for each in api.server}
        ),
        "server_values": literals.dict_of(
            {each.name: literals.tuple_of(each.values) for each in api.server if each.values}
        ),
        "base_url_variable": literals.string(api.settings.base_url_variable),
        "security": literals.display(security) if security else "",
        "parameters": literals.dict_of(parameters),
        "envelope": f"Envelope({envelope})" if envelope else "",
        "request_id_header": literals.string(request_id) if request_id else "",
        "secrets": literals.tuple_of(sorted(set(_iter_secret_members(api)))),
    }


def _write_scheme(scheme: Scheme, symbols: SymbolTable) -> str:
    keywords = symbols.client.schemes[scheme.key]
    has_scope, has_password = bool(keywords.scope), bool(keywords.password)
    arguments = {
        "kind": literals.string(scheme.kind),
        "argument": literals.string(keywords.argument),
        "variable": literals.string(scheme.variable) if scheme.variable else "",
        "name": literals.string(scheme.name) if scheme.name != "Authorization" else "",
        "password": literals.string(keywords.password) if has_password else "",
        "password_variable": (
            literals.string(scheme.password_variable)
            if has_password and scheme.password_variable
            else ""
        ),
        "token_url": literals.string(scheme.token_url) if scheme.token_url else "",
        "scope": literals.string(keywords.scope) if has_scope else "",
        "scope_variable": literals.string(scheme.scope_variable) if has_scope else "",
        "scopes": literals.tuple_of(scheme.scopes),
        "make_grant": _MAKE_GRANT if scheme.kind == "oauth2" else "",
    }
    return f"Scheme({', '.join(f'{key}={value}' for key, value in arguments.items() if value)})"


def _iter_secret_members(api: Api) -> Iterator[str]:
    """Yield the wire names of all secret members."""
    for definition in api.catalog.definitions.values():
        if isinstance(definition, Model):
            yield from (member.name for member in definition.members if member.secret)
    for operation in api.operations:
        if operation.body is not None:
            yield from (member.name for member in operation.body.members or () if member.secret)


def _with_variable(text: str, variable: str) -> str:
    return f"{text} Default: the environment variable `{variable}`.".strip() if variable else text
