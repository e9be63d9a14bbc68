"""The whole API, as the rest of the generator sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from .definitions import Catalog
from .operations import Operation, Resource

SchemeKind: TypeAlias = Literal["bearer", "basic", "header", "query", "cookie", "oauth2"]


@frozen
class Scheme:
    """One way to authenticate. `argument` is the client's keyword for the credential."""

    key: str
    kind: SchemeKind
    name: str
    argument: str
    variable: str = ""
    """The environment variable that it defaults to; "" where the document names none."""
    description: str = ""
    password: str = ""
    """The client's keyword for the second half of the credential, where it has one."""
    password_variable: str = ""
    token_url: str = ""
    """The URL that issues tokens for client credentials, relative to the base URL or absolute."""
    scope: str = ""
    """The client's keyword for the scopes to request."""
    scope_variable: str = ""
    scopes: tuple[str, ...] = ()
    """The scopes that are requested by default."""


@frozen
class ServerVariable:
    """A part of the base URL that the client may choose."""

    name: str
    argument: str
    default: str
    values: tuple[str, ...]
    description: str = ""


@frozen
class ClientParameter:
    """A parameter that the client may hold as a default."""

    name: str
    variable: str
    description: str = ""


@frozen
class Envelope:
    """The member of a body that says whether a request succeeded, and where its errors and messages are."""

    success: str = ""
    errors: str = ""
    messages: str = ""


@frozen
class Metadata:
    """The metadata that an index shows, as the document has it.

    Attributes:
        license: an SPDX expression, or the name of a licence.
        authors: names, addresses, or both: `Jane <jane@example.com>`.
        urls: pairs of a label and a URL.
        keywords: words to find it by.
        classifiers: further trove classifiers.
    """

    license: str = ""
    authors: tuple[str, ...] = ()
    urls: tuple[tuple[str, str], ...] = ()
    keywords: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()


@frozen
class Settings:
    """The names of the package, and the style of its methods."""

    package: str
    distribution: str
    client: str
    base_url_variable: str
    version: str
    """Of the package; `Api.version` is the document's."""
    positional: str = ""
    """`last` where only the last path parameter of a method is positional."""
    request_id_header: str = ""
    """The response header with the server's identifier of a request; "" for the usual ones."""
    metadata: Metadata = Metadata()


@frozen
class FormerDefinition:
    """A name that a definition has or had in the package that is being regenerated.

    Attributes:
        module: the module of models that has it.
        name: the name.
        key: the definition that it stands for now.
        pointer: where the definition stood when it got the name.
        since: the version of the package that made it an alias; "" for a name that is in use.
    """

    module: str
    name: str
    key: str
    pointer: str
    since: str = ""


@frozen
class Api:
    """Everything the generator knows about one document."""

    title: str
    version: str
    summary: str
    """What the API is for, in a sentence."""
    base_url: str
    """With a placeholder for each of `server`."""
    server: tuple[ServerVariable, ...]
    other_servers: tuple[tuple[str, str], ...]
    """The further server URLs of the document, with their descriptions."""
    settings: Settings
    envelope: Envelope
    schemes: tuple[Scheme, ...]
    security: tuple[tuple[str, ...], ...]
    """Alternatives in order of preference, each a combination of scheme keys."""
    client_parameters: tuple[ClientParameter, ...]
    catalog: Catalog
    resources: tuple[Resource, ...]
    contract: dict[str, Any]
    """The document reduced to what is checked at run time."""
    pointer: str = ""
    """The root of the document, `file#`."""
    locked_names: Mapping[str, tuple[str, str]] = field(factory=dict[str, tuple[str, str]])
    """Module and name of the definitions that a package has named, by key."""
    locked_resources: Mapping[tuple[str, ...], tuple[str, str]] = field(
        factory=dict[tuple[str, ...], tuple[str, str]]
    )
    """Module and class of the resources that a package has named, by path."""
    former_names: tuple[FormerDefinition, ...] = ()
    """All names of definitions in that package."""
    fingerprint: str = ""
    """The SHA-256 of the document, hexadecimal."""

    @property
    def operations(self) -> tuple[Operation, ...]:
        """All operations, resource by resource."""
        return tuple(each for resource in self.resources for each in resource.operations)
