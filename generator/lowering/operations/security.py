"""Security: the schemes, the alternatives of the API, and those of single operations.

Each scheme becomes a keyword of the client. It is named after its kind if the document has one scheme of that kind
("api_key", "access_token", "username" and "password"), else after its key in the document. An OAuth scheme with client
credentials counts as two schemes, because the caller gives either a token or the credentials. A certificate (mutual
TLS) gets no keyword: it belongs to the connection, and only the rest of its alternative becomes keywords.

A token for client credentials is requested once, with the scopes of all operations: a token for each set of scopes
would cost a request each. Users whose credentials have fewer scopes pass those that they have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from ...diagnostics import Report
from ...ir.api import Scheme, SchemeKind
from ...openapi.extensions.registry import read_extension
from ...openapi.json_pointers import unescape
from ...openapi.loading import Node, Source
from ...text import split_words
from ..naming.operation_index import IndexedOperation

Alternatives = tuple[tuple[str, ...], ...]
"""Combinations of scheme keys, any of which is enough; an empty one means that nothing is needed."""

_DEFAULT_ARGUMENTS = {"bearer": "access_token", "basic": "username"}
_SCHEME_POINTER = "#/components/securitySchemes/"
_GRANT = " client credentials"
"""Suffix of the key of the second of the two schemes."""


@frozen
class Security:
    """The schemes of a document and which of them go together."""

    schemes: tuple[Scheme, ...]
    alternatives: Alternatives
    """The schemes of the API, then those that only some operations use."""
    common: Alternatives
    """The requirements of all operations that have none of their own."""
    schemes_by_key: Mapping[str, Scheme | None]
    """By key; None stands for a certificate."""

    def find_requirements(self, node: Node) -> Alternatives | None:
        """Return the alternatives of the operation at `node`; None where any of the API's will do."""
        own = node.get("security")
        alternatives = self.common if own is None else _read_alternatives(own, self.schemes_by_key)
        if (not any(self.common) and own is None) or set(alternatives) == set(self.alternatives):
            return None
        return alternatives


def lower_security(source: Source, places: Iterable[IndexedOperation], report: Report) -> Security:
    """Lower the security schemes and the requirements of a document.

    Args:
        source: the document.
        places: its operations.
        report: takes a warning for each requirement of a scheme that is not there, and for certificates.
    """
    global_requirements = source.root / "security"
    owned = [(place, place.node.get("security")) for place in places]
    scopes = _collect_scopes([global_requirements, *(own for _, own in owned if own is not None)])
    schemes, schemes_by_key = _lower_schemes(source, scopes)
    common = _read_alternatives(global_requirements, schemes_by_key)
    _check_requirements(global_requirements, schemes_by_key, source, report)
    alternatives = dict.fromkeys(each for each in common if each)
    is_required = True
    for _, own in owned:
        if own is not None:
            _check_requirements(own, schemes_by_key, source, report)
        own_alternatives = common if own is None else _read_alternatives(own, schemes_by_key)
        alternatives |= dict.fromkeys(each for each in own_alternatives if each)
        is_required = is_required and any(own_alternatives) and () not in own_alternatives
    if not alternatives:
        alternatives = dict.fromkeys((each.key,) for each in schemes)
        is_required = False
    free = ((),) if alternatives and not is_required else ()
    return Security(schemes, (*alternatives, *free), common, schemes_by_key)


def _read_alternatives(node: Node, schemes_by_key: Mapping[str, Scheme | None]) -> Alternatives:
    """Return the alternatives of a `security`; none at all means that nothing is needed."""
    alternatives: dict[tuple[str, ...], None] = {}
    for requirement in node:
        keys = tuple(map(_make_scheme_key, requirement.value)) if requirement.is_map else ()
        if requirement.is_map and all(key in schemes_by_key for key in keys):
            for combination in _expand_grants(keys, schemes_by_key):
                values = {
                    each.argument: key
                    for key in reversed(combination)
                    if (each := schemes_by_key[key]) is not None
                }
                alternatives[tuple(reversed(values.values()))] = None
    return tuple(alternatives) or ((),)


def _expand_grants(
    keys: tuple[str, ...], schemes_by_key: Mapping[str, Scheme | None]
) -> Iterator[tuple[str, ...]]:
    """Yield the schemes at `keys` with tokens, with client credentials in place of one of these, and of all."""
    yield keys
    granted = {key: f"{key}{_GRANT}" for key in keys if f"{key}{_GRANT}" in schemes_by_key}
    for one in reversed(granted):
        yield tuple(granted[key] if key == one else key for key in keys)
    if len(granted) > 1:
        yield tuple(granted.get(key, key) for key in keys)


def _check_requirements(
    node: Node, schemes_by_key: Mapping[str, Scheme | None], source: Source, report: Report
) -> None:
    for requirement in node:
        for name, place in requirement.items():
            key = _make_scheme_key(name)
            scheme = source.root / "components" / "securitySchemes" / key
            if key in schemes_by_key and schemes_by_key[key] is None:
                report.warning(
                    "unsupported-security-scheme",
                    scheme,
                    f"{key!r} needs a client certificate, which the client has no argument for",
                    "pass an `http_client` that has the certificate; an overlay that removes the scheme and its "
                    "requirements silences this",
                )
            elif key not in schemes_by_key:
                report.warning(
                    "undefined-security-scheme",
                    place,
                    f"there is no security scheme {key!r}; this alternative is left out",
                    "define it below `components: securitySchemes:`",
                )
            elif _is_computed(source.resolve(scheme) or scheme):
                report.warning(
                    "unsupported-security-scheme",
                    scheme,
                    f"credentials of {key!r} are not computed; its argument is the whole `Authorization` header",
                    "pass an `http_client` that signs requests, or describe the scheme as `bearer` or `basic`",
                )


def _make_scheme_key(name: str) -> str:
    """Return the key of a scheme, which may be given as a reference (OpenAPI 3.2)."""
    return (
        unescape(name.removeprefix(_SCHEME_POINTER)) if name.startswith(_SCHEME_POINTER) else name
    )


def _collect_scopes(requirements: Iterable[Node]) -> dict[str, list[str]]:
    """Return every scope that a requirement names, by key of the scheme, in the order of the document."""
    scopes_of: dict[str, dict[str, None]] = {}
    for node in requirements:
        for requirement in node:
            for name, scopes in requirement.items():
                values = (str(each.value) for each in scopes)
                scopes_of.setdefault(_make_scheme_key(name), {}).update(dict.fromkeys(values))
    return {key: list(scopes) for key, scopes in scopes_of.items()}


def read_permissions(node: Node) -> tuple[str, ...]:
    """Return the scopes that the operation at `node` needs, one text for each alternative."""
    permissions: dict[str, None] = {}
    for requirement in node / "security":
        scopes = [f"`{each.value}`" for _, values in requirement.items() for each in values]
        permissions |= {" and ".join(dict.fromkeys(scopes)): None} if scopes else {}
    return tuple(permissions)


def _lower_schemes(
    source: Source, scopes: Mapping[str, list[str]]
) -> tuple[tuple[Scheme, ...], dict[str, Scheme | None]]:
    """Return the schemes that have keywords, and all by key."""
    nodes = {
        key: resolved
        for key, node in (source.root / "components" / "securitySchemes").items()
        if (resolved := source.resolve(node)) is not None and resolved.is_map
    }
    certificates = {key: None for key, node in nodes.items() if _is_certificate(node)}
    nodes = {key: node for key, node in nodes.items() if key not in certificates}
    kinds = Counter(_get_argument_group(node) for node in nodes.values())
    schemes = [_lower_scheme(key, node, kinds) for key, node in nodes.items()]
    grants = [
        _lower_client_credentials(key, node, scopes.get(key, [])) for key, node in nodes.items()
    ]
    usable = (*schemes, *(each for each in grants if each is not None))
    return usable, {each.key: each for each in usable} | certificates


def _is_certificate(node: Node) -> bool:
    """Return whether the scheme at `node` is mutual TLS, which OpenAPI 3.0 can only express as HTTP's `mutual`."""
    kind = node.text("type")
    return kind == "mutualTLS" or (
        kind == "http" and (node.text("scheme") or "").lower() == "mutual"
    )


def _is_computed(node: Node) -> bool:
    """Return whether the scheme at `node` needs another `Authorization` for each request."""
    kind, name = _classify(node)
    return node.text("type") == "http" and (kind, name) == ("header", "Authorization")


def _lower_client_credentials(key: str, node: Node, scopes: list[str]) -> Scheme | None:
    """Return the client credentials of the scheme at `node`, where it gives tokens for some."""
    token_url = (node / "flows" / "clientCredentials").text("tokenUrl")
    if node.text("type") != "oauth2" or not token_url:
        return None
    return Scheme(
        key=f"{key}{_GRANT}",
        kind="oauth2",
        name="Authorization",
        argument="client_id",
        password="client_secret",
        token_url=token_url,
        scope="scope" if scopes else "",
        scopes=tuple(scopes),
    )


def _lower_scheme(key: str, node: Node, kinds: Counter[str]) -> Scheme:
    kind, name = _classify(node)
    group = _get_argument_group(node)
    is_only_one = kinds[group] == 1 or group == "oauth"
    argument = (
        (_DEFAULT_ARGUMENTS.get(kind, "api_key") if is_only_one else "")
        or "_".join(split_words(key))
        or "credential"
    )
    password = ("password" if is_only_one else f"{argument}_password") if kind == "basic" else ""
    argument = read_extension(node, "x-argument") or argument
    return Scheme(
        key=key,
        kind=kind,
        name=name,
        argument=argument,
        variable=read_extension(node, "x-environment") or "",
        description=node.text("description") or "",
        password=password,
    )


def _get_argument_group(node: Node) -> str:
    """Return the key that schemes with the same keyword share."""
    kind, _ = _classify(node)
    return (
        "oauth"
        if node.text("type") in ("oauth2", "openIdConnect")
        else "key" if kind not in _DEFAULT_ARGUMENTS else kind
    )


def _classify(node: Node) -> tuple[SchemeKind, str]:
    name, place = node.text("name") or "Authorization", node.text("in")
    scheme = (node.text("scheme") or "").lower()
    if node.text("type") == "apiKey":
        return ("query" if place == "query" else "cookie" if place == "cookie" else "header"), name
    if node.text("type") == "http" and scheme == "basic":
        return "basic", "Authorization"
    if node.text("type") == "http" and scheme not in ("bearer", "oauth"):
        return "header", "Authorization"
    return "bearer", "Authorization"
