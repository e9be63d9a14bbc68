"""The keywords of a client: credentials, held parameters, parts of the base URL; no two alike."""

from __future__ import annotations

from attrs import frozen

from ...ir.document import Api, Scheme
from ..naming.identifiers import Scope, snake

_RESERVED = frozenset(
    "after_response base_url before_request headers http_client max_retries on_contract_gap on_error options"
    " rate_limit retry_budget retry_statuses self strict timeout".split()
)
"""The keywords that every client has."""


@frozen
class Credential:
    """A keyword of the client that says who is calling."""

    name: str
    variable: str
    description: str


@frozen
class Keywords:
    """The keywords of the client that are the API's own; schemes that mean the same share one."""

    credentials: tuple[Credential, ...]
    schemes: dict[str, tuple[str, str, str]]
    """By key of the scheme: its keyword, that of its password, and that of its scopes."""
    parameters: dict[str, str]
    server: dict[str, str]


def client_keywords(api: Api) -> Keywords:
    """Name the keywords of the client that are the API's own."""
    scope = Scope(_RESERVED)
    known: dict[str, Credential] = {}

    def claim(argument: str, variable: str, description: str) -> str:
        if argument and argument not in known:
            known[argument] = Credential(scope.claim(snake(argument)), variable, description)
        return known[argument].name if argument else ""

    schemes = {
        each.key: (
            claim(each.argument, each.variable, each.description or _said(each)),
            claim(each.password, each.password_variable, _said_of_password(each)),
            claim(each.scope, each.scope_variable, _SCOPE),
        )
        for each in api.schemes
    }
    parameters = {each.name: scope.claim(snake(each.name)) for each in api.client_parameters}
    server = {each.name: scope.claim(snake(each.argument)) for each in api.server}
    return Keywords(tuple(known.values()), schemes, parameters, server)


_SCOPE = "What tokens are asked for, with spaces between; else everything that the operations name."


def _said(scheme: Scheme) -> str:
    """What a credential is, where the document does not say."""
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


def _said_of_password(scheme: Scheme) -> str:
    what = "secret" if scheme.kind == "oauth2" else "password"
    return f"The {what} that goes with `{scheme.argument}`."
