"""The client classes and what they know before the first call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from ..api.document import Api, Scheme
from ..api.schemas import Model
from . import literals
from .names import constant, snake
from .prose import docstring, section, sentence
from .resources import Homes, children
from .view import ArgumentView, ClientView

_COMMON = (
    ("base_url", "URL that paths are put below, for a proxy or a test server."),
    ("http_client", "A ready `httpx` client or another transport; it is used as it is and never closed."),
    ("**options", "How the client works: timeout, retries, rate limit, hooks; see `ClientOptions`."),
)


class ProfileParts(TypedDict):
    """The parts of the profile as source."""

    profile: tuple[str, ...]
    scheme_constants: tuple[str, ...]
    profile_imports: str
    child_imports: tuple[str, ...]


def credentials(api: Api) -> tuple[ArgumentView, ...]:
    """The keywords of the client that say who is calling."""
    return tuple(
        ArgumentView(
            name=snake(scheme.argument),
            declaration=f"{snake(scheme.argument)}: str | None = None",
            forward=f"{literals.string(scheme.argument)}: {snake(scheme.argument)}",
            doc=_from(sentence(scheme.description), scheme.variable),
        )
        for scheme in api.schemes
    )


def parameters(api: Api) -> tuple[ArgumentView, ...]:
    """The keywords of the client that hold parameters of operations."""
    return tuple(
        ArgumentView(
            name=snake(each.name),
            declaration=f"{snake(each.name)}: str | None = None",
            forward=f"{literals.string(each.name)}: {snake(each.name)}",
            doc=_from(sentence(each.description), each.variable),
        )
        for each in api.client_parameters
    )


def variables(api: Api) -> tuple[tuple[str, str], ...]:
    """The environment variables that the client reads, and the keyword each stands for."""
    found = [(each.variable, snake(each.argument)) for each in api.schemes]
    found += [(each.variable, snake(each.name)) for each in api.client_parameters]
    found.append((api.settings.base_url_variable, "base_url"))
    return tuple((variable, keyword) for variable, keyword in found if variable)


def client_views(api: Api, homes: Homes) -> tuple[ClientView, ...]:
    """The synchronous and the asynchronous client."""
    arguments = [(each.name, each.doc) for each in (*credentials(api), *parameters(api))]
    init = docstring(
        [
            "Make a client; nothing is sent yet.",
            section("Args", [*arguments, *_COMMON], 8),
            section("Raises", [("ConfigurationError", "No credentials, or half of a pair.")], 8)
            if api.schemes
            else "",
        ],
        8,
    )
    about = sentence(api.summary) or f"A client of {sentence(api.title)}"
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


def profile(api: Api, homes: Homes) -> ProfileParts:
    """The source of the profile's arguments, and of the schemes they name."""
    below, above = (
        sorted(children((), homes, prefix), key=lambda child: child.module)
        for prefix in ("", "Async")
    )
    schemes = {scheme.key: scheme for scheme in api.schemes}
    used = [key for alternative in api.security for key in alternative if key in schemes]
    constants = {key: f"_{constant(key)}" for key in dict.fromkeys(used)}
    security = [
        literals.display([constants[key] for key in alternative])
        for alternative in api.security
        if all(key in constants for key in alternative)
    ]
    held = {each.name: literals.string(each.variable) if each.variable else "None" for each in api.client_parameters}
    envelope = {
        key: value
        for key, value in (
            ("success", api.envelope.success),
            ("errors", api.envelope.errors),
            ("messages", api.envelope.messages),
        )
        if value
    }
    lines = {
        "package": literals.string(api.settings.package),
        "base_url": literals.string(api.base_url),
        "base_url_variable": literals.string(api.settings.base_url_variable),
        "security": literals.display(security) if security else "",
        "parameters": literals.dict_of(held),
        "envelope": f"Envelope({', '.join(f'{key}={literals.string(value)}' for key, value in envelope.items())})"
        if envelope
        else "",
        "secrets": literals.tuple_of(sorted(set(_secrets(api)))),
    }
    return ProfileParts(
        profile=tuple(f"{key}={value}" for key, value in lines.items() if value),
        profile_imports=", ".join(
            name for name, used in (("Envelope", envelope), ("Profile", True), ("Scheme", constants)) if used
        ),
        child_imports=tuple(
            f"from .resources.{child.module} import {asynchronous.class_name}, {child.class_name}"
            for child, asynchronous in zip(below, above, strict=True)
        ),
        scheme_constants=tuple(f"{constants[key]} = {_scheme(schemes[key])}" for key in constants),
    )


def _scheme(scheme: Scheme) -> str:
    arguments = [literals.string(scheme.kind), f"argument={literals.string(scheme.argument)}"]
    arguments += [f"variable={literals.string(scheme.variable)}"] if scheme.variable else []
    arguments += [f"name={literals.string(scheme.name)}"] if scheme.name != "Authorization" else []
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
