"""The client classes and what they know before the first call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from ...ir.definitions import Model
from ...ir.document import Api, Scheme, ServerVariable
from ..model.client_arguments import Keywords, client_keywords
from ..naming.identifiers import Scope, constant
from ..source import literals
from ..source.docstrings import docstring, section, to_sentence
from ..source.markdown import escape_markdown
from .resources import ResourceTree, children
from .views import ArgumentView, ClientView

_COMMON = (
    (
        "http_client",
        "A ready `httpx` client, which stays open, or a transport, which is closed with this client.",
    ),
    (
        "**options",
        "How the client works: timeout, retries, rate limit, hooks; see `ClientOptions`.",
    ),
)


class ProfileParts(TypedDict):
    """The parts of the profile as source."""

    profile: tuple[str, ...]
    scheme_constants: tuple[str, ...]
    profile_imports: str
    child_imports: tuple[str, ...]


def keywords(api: Api) -> dict[str, str]:
    """The client's keyword for each security scheme, as source."""
    return {key: literals.string(name) for key, (name, *_) in client_keywords(api).schemes.items()}


def credentials(api: Api) -> tuple[ArgumentView, ...]:
    """The keywords of the client that say who is calling."""
    return tuple(
        _keyword(each.name, each.name, _from(to_sentence(each.description), each.variable))
        for each in client_keywords(api).credentials
    )


def parameters(api: Api) -> tuple[ArgumentView, ...]:
    """The keywords of the client that hold parameters of operations."""
    names = client_keywords(api).parameters
    return tuple(
        _keyword(each.name, names[each.name], _from(to_sentence(each.description), each.variable))
        for each in api.client_parameters
    )


def server(api: Api) -> tuple[ArgumentView, ...]:
    """The keywords of the client that choose a part of the base URL."""
    names = client_keywords(api).server
    return tuple(_keyword(each.name, names[each.name], _server_doc(each)) for each in api.server)


def _keyword(key: str, name: str, doc: str) -> ArgumentView:
    """`name`, which the core knows as `key`."""
    return ArgumentView(
        name=name,
        declaration=f"{name}: str | None = None",
        forward=f"{literals.string(key)}: {name}",
        doc=doc,
        markdown=escape_markdown(doc),
    )


def _server_doc(variable: ServerVariable) -> str:
    said = to_sentence(variable.description) or f"The part `{variable.name}` of the base URL."
    values = ", ".join(f"`{each}`" for each in variable.values)
    default = f"Default: `{variable.default}`." if variable.default else ""
    return " ".join(each for each in (said, f"One of {values}." if values else "", default) if each)


def _base_url_doc(api: Api) -> str:
    said = "URL that paths are put below, for a proxy or a test server."
    others = "; ".join(
        f"`{url}`" + (f" ({' '.join(about.split())})" if about else "")
        for url, about in api.other_servers
    )
    return f"{said} The API has further ones: {others}." if others else said


def client_views(api: Api, homes: ResourceTree) -> tuple[ClientView, ...]:
    """The synchronous and the asynchronous client."""
    arguments = [
        (each.name, each.doc) for each in (*credentials(api), *parameters(api), *server(api))
    ]
    init = docstring(
        ["Make a client; nothing is sent yet."],
        8,
        [
            section("Args", [*arguments, ("base_url", _base_url_doc(api)), *_COMMON], 8),
            (
                section("Raises", [("ConfigurationError", "No credentials, or half of a pair.")], 8)
                if api.schemes and () not in api.security
                else ""
            ),
        ],
    )
    about = to_sentence(api.summary) or f"A client of {to_sentence(api.title)}"
    return tuple(
        ClientView(
            name=f"{prefix}{api.settings.client}",
            base=f"{prefix}Client",
            doc=docstring([about, word], 4),
            init_doc=init,
            children=children((), homes, prefix),
            kind=kind,
        )
        for prefix, kind, word in (
            ("", "sync", ""),
            ("Async", "async", f"The asynchronous twin of `{api.settings.client}`."),
        )
    )


def profile(api: Api, homes: ResourceTree) -> ProfileParts:
    """The source of the profile's arguments, and of the schemes they name."""
    below, above = (
        sorted(children((), homes, prefix), key=lambda child: child.module)
        for prefix in ("", "Async")
    )
    named = client_keywords(api)
    schemes = {scheme.key: scheme for scheme in api.schemes}
    used = dict.fromkeys(key for alternative in api.security for key in alternative)
    scope = Scope()
    constants = {key: f"_{scope.claim(constant(key))}" for key in used}
    lines = _profile(api, constants)
    parts = (("Envelope", lines["envelope"]), ("Profile", True), ("Scheme", constants))
    return ProfileParts(
        profile=tuple(f"{key}={value}" for key, value in lines.items() if value),
        profile_imports=", ".join(name for name, needed in parts if needed),
        child_imports=tuple(
            f"from .resources.{child.module} import {asynchronous.class_name}, {child.class_name}"
            for child, asynchronous in zip(below, above, strict=True)
        ),
        scheme_constants=tuple(
            f"{name} = {_scheme(schemes[key], named)}" for key, name in constants.items()
        ),
    )


def _profile(api: Api, constants: dict[str, str]) -> dict[str, str]:
    """The arguments of the profile; "" for those that are left out."""
    security = [
        literals.display([constants[key] for key in alternative]) for alternative in api.security
    ]
    envelope = {
        key: literals.string(value)
        for key, value in (
            ("success", api.envelope.success),
            ("errors", api.envelope.errors),
            ("messages", api.envelope.messages),
        )
        if value
    }
    held = {
        each.name: literals.string(each.variable) if each.variable else "None"
        for each in api.client_parameters
    }
    told = ", ".join(f"{key}={value}" for key, value in envelope.items())
    return {
        "package": literals.string(api.settings.package),
        "base_url": literals.string(api.base_url),
        "server": literals.dict_of(
            {each.name: literals.string(each.default) for each in api.server}
        ),
        "base_url_variable": literals.string(api.settings.base_url_variable),
        "security": literals.display(security) if security else "",
        "parameters": literals.dict_of(held),
        "envelope": f"Envelope({told})" if envelope else "",
        "secrets": literals.tuple_of(sorted(set(_secrets(api)))),
    }


def _scheme(scheme: Scheme, named: Keywords) -> str:
    argument, password, scope = named.schemes[scheme.key]
    arguments = [f"kind={literals.string(scheme.kind)}", f"argument={literals.string(argument)}"]
    arguments += [f"variable={literals.string(scheme.variable)}"] if scheme.variable else []
    arguments += [f"name={literals.string(scheme.name)}"] if scheme.name != "Authorization" else []
    arguments += [f"password={literals.string(password)}"] if password else []
    if password and scheme.password_variable:
        arguments.append(f"password_variable={literals.string(scheme.password_variable)}")
    if scheme.token_url:
        arguments.append(f"token_url={literals.string(scheme.token_url)}")
    if scope:
        arguments.append(f"scope={literals.string(scope)}")
        arguments.append(f"scope_variable={literals.string(scheme.scope_variable)}")
    if scheme.scopes:
        arguments.append(f"scopes={literals.tuple_of(scheme.scopes)}")
    return f"Scheme({', '.join(arguments)})"


def _secrets(api: Api) -> Iterator[str]:
    """The wire names of all members that are secret."""
    for definition in api.catalog.definitions.values():
        if isinstance(definition, Model):
            yield from (member.name for member in definition.members if member.secret)
    for operation in api.operations:
        if operation.body is not None:
            yield from (member.name for member in operation.body.members or () if member.secret)


def _from(text: str, variable: str) -> str:
    return f"{text} Default: the environment variable `{variable}`.".strip() if variable else text
