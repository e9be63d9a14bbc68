"""Rules about security schemes and servers."""

from __future__ import annotations

from ..diagnostics import did_you_mean
from ..openapi.loading import Node
from ..openapi.placeholders import find_placeholders
from .linter import Linter

_REQUIRED = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}
_FLOW_URLS = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
    "deviceAuthorization": ("deviceAuthorizationUrl", "tokenUrl"),
}


def check_security_scheme(linter: Linter, scheme: Node) -> None:
    """Check that a security scheme says all that a client needs."""
    type_ = scheme.text("type") or ""
    _report_missing(linter, scheme, f"a scheme of the type `{type_}`", _REQUIRED.get(type_, ()))
    if type_ == "apiKey" and scheme.plain("in", "query") not in ("query", "header", "cookie"):
        linter.warn(
            "invalid-security-scheme",
            scheme / "in",
            f"an API key can't be in `{scheme.plain('in')}`",
            "write query, header or cookie",
        )
    for name, flow in (scheme / "flows").items():
        if flow.is_map:
            _report_missing(linter, flow, f"the flow `{name}`", _FLOW_URLS.get(name, ()))


def _report_missing(linter: Linter, node: Node, what: str, keys: tuple[str, ...]) -> None:
    missing = [key for key in keys if node.plain(key) in (None, "")]
    if missing:
        names = " and ".join(f"`{key}`" for key in missing)
        linter.warn("invalid-security-scheme", node, f"{what} needs {names}", f"add {names}")


def check_requirements(linter: Linter, owner: Node) -> None:
    """Check the schemes and scopes that a document or an operation requires."""
    schemes = linter.source.root / "components" / "securitySchemes"
    for requirement in owner / "security":
        for name, scopes in requirement.items():
            scheme = linter.source.resolve(schemes / name)
            if scheme is None or not scheme.is_map:
                continue  # which lowering reports
            listed = {
                scope
                for _, flow in (scheme / "flows").items()
                for scope in (flow / "scopes").value or ()
            }
            for scope in scopes:
                if scheme.text("type") == "oauth2" and scope.is_str and scope.value not in listed:
                    linter.warn(
                        "undefined-scope",
                        scope,
                        f"no flow of `{name}` has the scope `{scope.value}`",
                        did_you_mean(scope.value, listed, "list it below `scopes` of a flow"),
                    )


def check_servers(linter: Linter, document: Node) -> None:
    """Check that a document has a server."""
    if linter.minor is not None and not (document / "servers").value:
        linter.warn(
            "no-servers",
            document / "servers",
            "the document has no server",
            "add `servers: [{url: https://…}]`",
        )


def check_server(linter: Linter, server: Node) -> None:
    """Check the URL of a server and its variables."""
    url = server.text("url") or ""
    if url.endswith("/") and url != "/":
        linter.warn(
            "server-trailing-slash",
            server / "url",
            "the URL of the server ends in a slash",
            "leave it out: paths begin with one",
        )
    used = set(find_placeholders(url))
    for name, variable in (server / "variables").items():
        if name not in used:
            linter.warn(
                "server-variable",
                variable,
                f"the URL has no variable `{name}`",
                did_you_mean(name, used, "remove it, or write it into the URL"),
            )
        if (variable / "enum").value == []:
            linter.warn(
                "server-variable",
                variable / "enum",
                f"the variable `{name}` allows no value",
                "list its values, or remove `enum`",
            )
