"""The keywords of the client that are the API's own: credentials, held parameters, parts of the base URL."""

from __future__ import annotations

from attrs import frozen

from ...ir.api import Api, Scheme
from . import reserved
from .identifiers import Scope, constant, snake


@frozen
class SchemeKeywords:
    """The keywords of one security scheme; "" for those that it does not have."""

    argument: str
    password: str = ""
    scope: str = ""


@frozen
class ClientNames:
    """The keywords of the client.

    Attributes:
        schemes: by key of the security scheme; schemes that mean the same share keywords.
        parameters: by wire name of the parameter.
        server: by name of the variable in the base URL.
        scheme_constants: the constant of each security scheme that the API uses as a whole, by key.
    """

    schemes: dict[str, SchemeKeywords]
    parameters: dict[str, str]
    server: dict[str, str]
    scheme_constants: dict[str, str]


def name_client_keywords(api: Api) -> ClientNames:
    """Name the keywords of the client that are the API's own; no two are equal."""
    scope = Scope(reserved.CLIENT_KEYWORDS)
    claimed: dict[str, str] = {}

    def claim(argument: str) -> str:
        if argument and argument not in claimed:
            claimed[argument] = scope.claim(snake(argument))
        return claimed[argument] if argument else ""

    def claim_scheme(scheme: Scheme) -> SchemeKeywords:
        return SchemeKeywords(claim(scheme.argument), claim(scheme.password), claim(scheme.scope))

    schemes = {each.key: claim_scheme(each) for each in api.schemes}
    parameters = {each.name: scope.claim(snake(each.name)) for each in api.client_parameters}
    server = {each.name: scope.claim(snake(each.argument)) for each in api.server}
    used = dict.fromkeys(key for alternative in api.security for key in alternative)
    constants = Scope()
    return ClientNames(
        schemes, parameters, server, {key: f"_{constants.claim(constant(key))}" for key in used}
    )
