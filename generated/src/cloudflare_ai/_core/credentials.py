"""Credentials: those that a client was given, and which of them each operation gets."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterable, Mapping

from ..errors import ConfigurationError
from .profile import Grant, Profile, Scheme, Security

Alternatives = tuple[tuple[str, ...], ...]
"""Combinations of keywords of the client, any of which is enough; an empty one needs none."""


class Credentials:
    """The credentials of a request. Their values are never shown.

    Attributes:
        headers: Header fields, names in lower case.
        query: Query parameters.
        grant: The source of a token, where one is needed.
        secrets: Every value that must not be shown.
    """

    __slots__ = ("headers", "query", "grant", "secrets")

    def __init__(self, chosen: Iterable[tuple[Scheme, str | Grant]] = ()) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str]] = []
        self.grant: Grant | None = None
        self.secrets: list[str] = []
        cookies: list[str] = []
        for scheme, value in chosen:
            if not isinstance(value, str):
                self.grant = value
                self.secrets += value.secrets
            elif scheme.kind == "cookie":
                self.secrets.append(value)
                cookies.append(f"{scheme.name}={value}")
            else:
                self._add(scheme, value)
        if cookies:
            self.headers.append(("cookie", "; ".join(cookies)))

    def _add(self, scheme: Scheme, value: str) -> None:
        if scheme.kind == "query":
            self.secrets.append(value)
            self.query.append((scheme.name, value))
        elif scheme.kind == "basic":
            field, secrets = make_basic_authorization(*value.split(":", 1))
            self.secrets += secrets
            self.headers.append(field)
        else:
            self.secrets.append(value)
            if scheme.name.lower() == "authorization" and " " in value:
                self.secrets.append(value.partition(" ")[2])  # behind the name of a scheme
            text = f"Bearer {value}" if scheme.kind == "bearer" else value
            self.headers.append((scheme.name.lower(), text))

    @property
    def authorizes(self) -> bool:
        """Whether they fill the header `Authorization`."""
        return self.grant is not None or any(name == "authorization" for name, _ in self.headers)

    def __repr__(self) -> str:
        return "<Credentials>"


def make_basic_authorization(user: str, password: str = "") -> tuple[tuple[str, str], list[str]]:
    """Make the header field of HTTP's Basic authentication.

    Returns:
        The field, and the values in it that must not be shown.
    """
    text = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
    secrets = [f"{user}:{password}", text, password]
    if not password or len(user) >= 8:  # a short user name with a password is not a secret
        secrets.append(user)
    return ("authorization", f"Basic {text}"), secrets


class CredentialStore:
    """The credentials that a client was given, and which of them each operation gets.

    Arguments have precedence over the environment; then the order of the alternatives decides.

    Args:
        profile: Names the alternatives.
        arguments: Values by keyword of the client.
        environ: Environment variables; None where they do not count.

    Raises:
        ConfigurationError: A credential can't be sent.

    Attributes:
        keywords: Keywords of the client for credentials and scopes.
        secrets: Every value that must not be shown.
        grants: All sources of tokens.
        query_names: Every query parameter that holds a credential.
        header_names: Every header field that holds one, except `Cookie`.
    """

    def __init__(
        self,
        profile: Profile,
        arguments: Mapping[str, str | None],
        environ: Mapping[str, str] | None,
    ) -> None:
        self._profile = profile
        self._arguments = arguments
        self._security = profile.security
        schemes = {scheme for security in profile.security for scheme in security}
        names = {name for each in schemes for name in each.variables}
        # What it was at the time: a copy of the client keeps its credentials.
        self._environ: Mapping[str, str] | None = None
        if environ is not None:
            self._environ = {name: environ[name] for name in names if name in environ}
        environ = self._environ or {}
        self._values = {each: _read_value(each, arguments, environ) for each in schemes}
        self._by_argument = {scheme.argument: scheme for scheme in schemes}
        self.keywords = frozenset(name for each in schemes for name in each.keywords)
        keywords = {name for each in schemes for name in (each.argument, each.password)}
        self._given = {name for name in keywords if name and arguments.get(name)}
        self._chosen: dict[tuple[Alternatives | None, frozenset[str]], Credentials] = {}
        complete = Credentials((each, value) for each, value in self._values.items() if value)
        self.secrets = complete.secrets
        self.grants = [
            value for value in self._values.values() if value and not isinstance(value, str)
        ]
        self.query_names = [scheme.name for scheme in schemes if scheme.kind == "query"]
        self.header_names = [
            scheme.name for scheme in schemes if scheme.kind not in ("query", "cookie")
        ]

    def replace(self, arguments: Mapping[str, str | None]) -> CredentialStore:
        """Return other credentials: exactly those that are named, nothing of the environment.

        Args:
            arguments: Values by keyword of the client. Where none names a credential, all stay.

        Raises:
            ConfigurationError: A credential can't be sent.
        """
        scopes = {each.scope for each in self._by_argument.values()}
        named = {name: arguments[name] for name in arguments.keys() & self.keywords}
        if not named:
            return self
        if named.keys() <= scopes:
            return CredentialStore(self._profile, {**self._arguments, **named}, self._environ)
        return CredentialStore(self._profile, named, None)

    def choose(
        self, alternatives: Alternatives | None, replaced: Collection[str] = ()
    ) -> Credentials:
        """Choose the credentials of an operation.

        Args:
            alternatives: Those of the operation; None where those of the API hold.
            replaced: Header fields, in lower case, that the caller fills instead.

        Returns:
            The first combination that is complete; nothing where nothing is needed.

        Raises:
            ConfigurationError: No combination is complete.
        """
        key = (alternatives, frozenset(replaced))
        if key not in self._chosen:
            self._chosen[key] = self._choose(self._resolve(alternatives), key[1])
        return self._chosen[key]

    def _resolve(self, alternatives: Alternatives | None) -> tuple[Security, ...]:
        if alternatives is None:
            return self._security
        return tuple(
            tuple(self._by_argument[name] for name in names if name in self._by_argument)
            for names in alternatives
        )

    def _choose(self, security: tuple[Security, ...], replaced: frozenset[str]) -> Credentials:
        if not security:
            return Credentials()
        # Those with an explicit argument first; sorting is stable.
        ordered = sorted(security, key=lambda schemes: not self._is_given(schemes))
        explicit = any(map(self._is_given, security))
        incomplete: list[Security] = []
        for schemes in ordered:
            if not schemes or (explicit and not self._is_given(schemes)):
                continue
            missing = [
                each for each in schemes if not self._values[each] and not _fills(each, replaced)
            ]
            if not missing:
                candidates = ((scheme, self._values[scheme]) for scheme in schemes)
                return Credentials((scheme, value) for scheme, value in candidates if value)
            if len(missing) < len(schemes):
                incomplete.append(tuple(missing))
        if not explicit and () in security:
            return Credentials()
        ways = incomplete[:1] or security
        shown = [_describe(each, with_variables=self._environ is not None) for each in ways if each]
        problem = "Half of the credentials is missing" if incomplete else "No credentials"
        raise ConfigurationError(f"{problem}: {', or '.join(dict.fromkeys(shown))}")

    def _is_given(self, schemes: Security) -> bool:
        return any({each.argument, each.password} & self._given for each in schemes)

    def __repr__(self) -> str:
        return "<CredentialStore>"


def _fills(scheme: Scheme, replaced: frozenset[str]) -> bool:
    if scheme.kind == "query":
        return False
    return ("cookie" if scheme.kind == "cookie" else scheme.name.lower()) in replaced


def _read_value(
    scheme: Scheme, arguments: Mapping[str, str | None], environ: Mapping[str, str]
) -> str | Grant | None:
    value = _read(scheme.argument, scheme.variable, arguments, environ)
    if not value:
        return None
    source = _source(scheme.argument, scheme.variable, arguments)
    if scheme.kind == "cookie" and any(character in value for character in ';, "\\'):
        raise ConfigurationError(
            f"{source} has a character that a cookie can't hold (blank, comma, semicolon, quote "
            "or backslash); pass the value as the server set it"
        )
    if scheme.kind in ("bearer", "header", "cookie", "query") and value != value.strip():
        raise ConfigurationError(f"{source} begins or ends with a blank; remove it")
    if scheme.password is None:
        return value
    # Many APIs take a key for the user and want no password.
    password = _read(scheme.password, scheme.password_variable, arguments, environ)
    if scheme.make_grant is not None:
        scope = " ".join(scheme.scopes)
        if scheme.scope is not None:
            own = _read(scheme.scope, scheme.scope_variable, arguments, environ)
            scope = scope if own is None else own
        return scheme.make_grant(scheme, value, password, scope) if password else None
    if ":" in value:
        raise ConfigurationError(
            f"{source} has a colon, which ends the name of a user; pass what follows as `{scheme.password}`"
        )
    return f"{value}:{password or ''}"


def _read(
    argument: str,
    variable: str | None,
    arguments: Mapping[str, str | None],
    environ: Mapping[str, str],
) -> str | None:
    value = arguments.get(argument)
    if value is not None and not isinstance(
        value, str
    ):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(f"`{argument}` must be text, not {type(value).__name__}")
    if value is None and variable is not None:
        value = environ.get(variable)
    if value and not value.isprintable():
        raise ConfigurationError(
            f"{_source(argument, variable, arguments)} has a line break or another control character "
            "in it; pass the bare value"
        )
    return value


def _source(argument: str, variable: str | None, arguments: Mapping[str, str | None]) -> str:
    if arguments.get(argument) is not None or variable is None:
        return f"`{argument}`"
    return f"`{argument}` (from the variable {variable})"


def _describe(schemes: Security, *, with_variables: bool) -> str:
    names = [
        pair
        for each in schemes
        for pair in ((each.argument, each.variable), (each.password, each.password_variable))
        if pair[0] and (pair[0] == each.argument or each.kind == "oauth2")
    ]
    return " and ".join(
        f"pass `{name}`"
        + (f" or set the variable {variable}" if variable and with_variables else "")
        for name, variable in names
    )
