"""What a client can request: operations, their parameters, bodies, responses and paging."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, TypeAlias

from attrs import frozen

from .definitions import Member
from .types import AnyOf, Binary, Constraints, Json, Type

Place: TypeAlias = Literal["path", "query", "header", "cookie"]
PagingStyle: TypeAlias = Literal["page", "cursor", "offset", "link"]
BodyKind: TypeAlias = Literal["json", "form", "multipart", "bytes", "text", "lines"]
ERROR_MEMBERS = ("error", "errors")
"""The members of an event that say that its stream has failed, where they are not described as data."""

MediaKind: TypeAlias = Literal["json", "text", "bytes", "events", "lines"]


@frozen
class Parameter:
    """A parameter outside the body.

    `style` is OpenAPI's, or `json` for JSON content, `bare` for a whole query, or `field` for what is written as in a
    form that says nothing of it.
    """

    name: str
    location: Place
    type: Type
    required: bool
    style: str
    explode: bool
    description: str = ""
    deprecated: bool = False
    held_by_client: bool = False
    unescaped: bool = False
    refuse_empty: bool = False
    reserved: bool = False
    """Whether reserved characters reach the server as they are."""
    constraints: Constraints = ()
    pointer: str = ""
    preferred_name: str = ""
    """The name that the document gives it in code, if not that on the wire."""


@frozen
class Encoding:
    """How one member of a form is written: its media type, or its style as of a parameter in the query."""

    member: str
    media_type: str
    style: str
    explode: bool
    reserved: bool = False
    headers: tuple[tuple[str, Json], ...] = ()
    """The header fields of the part that have one value, or a default."""


@frozen
class Body:
    """What is sent. `members` where the body is an object whose members can be arguments.

    Where media types have different schemas, the members are those of all; one that is not required in each is not
    required here.
    """

    kind: BodyKind
    media_type: str
    type: Type
    required: bool
    description: str = ""
    members: tuple[Member, ...] | None = None
    omit_when_empty: bool = False
    """Whether nothing is sent where no member is given."""
    additional: Type | None = None
    """Type of further members, where the object takes any."""
    others: tuple[tuple[str, BodyKind], ...] = ()
    """Further media types that it can be sent as."""
    value_type: Type | None = None
    """What can be sent in place of members, where another media type has none."""
    value_media_type: str = ""
    """The media type of that, unless a caller chooses another one."""
    is_choice: bool = False
    """Whether the media types require different members, so that a call needs more than what is required here."""
    constants: tuple[tuple[str, tuple[tuple[str, Json], ...]], ...] = ()
    """Members with one value that only some media types have: media type → name and value."""
    encodings: tuple[Encoding, ...] = ()
    example: str = ""
    """The first example of the document, as JSON text."""
    constraints: Constraints = ()
    pointer: str = ""

    @cached_property
    def kinds(self) -> tuple[BodyKind, ...]:
        """The kinds of all media types, each once."""
        return tuple(dict.fromkeys((self.kind, *(kind for _, kind in self.others))))

    @property
    def has_open_media_type(self) -> bool:
        """Whether the document gives a range (`image/*`), so that only a caller knows the media type."""
        return "*" in self.media_type and self.kind in ("bytes", "text")


@frozen
class Media:
    """One representation of a response; of a stream, `type` is that of the data of one event."""

    range: str
    kind: MediaKind
    type: Type
    constraints: Constraints = ()
    pointer: str = ""
    events: tuple[tuple[str, Type], ...] = ()
    """The types of the data of events by their names, where these decide; "" stands for any other name."""
    error_members: tuple[str, ...] = ERROR_MEMBERS
    """The members of events that say that the stream has failed."""


@frozen
class Response:
    """The response with a status, which is written as in the document ("200", "2XX", "default").

    `headers` are those that the document describes, with their descriptions.
    """

    status: str
    media: tuple[Media, ...]
    description: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    pointer: str = ""


@frozen
class Paging:
    """How the next page of a list is requested. Paths are dotted members of the response; parameters are wire names.

    Attributes:
        next_header: the response header with the next cursor.
        first: the number of the first page or item, where it is not the one that is usual for the style.
        in_body: whether the parameters are members of the request body.
    """

    style: PagingStyle
    items: str
    parameter: str = ""
    size: str = ""
    info: str = ""
    total: str = ""
    total_pages: str = ""
    next: str = ""
    has_more: str = ""
    next_header: str = ""
    first: int | None = None
    in_body: bool = False


@frozen
class Switch:
    """A member of the body whose value chooses another media type of the response; "" where none does."""

    argument: str
    value: Json
    media_type: str
    kind: MediaKind


@frozen
class Overload:
    """A call with exactly these arguments of the body, next to parameters outside of it, and the result that it has."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    result: Type

    @property
    def event(self) -> Type:
        """What an event of the call holds if it is a stream: the result, which is not bytes there."""
        options = self.result.options if isinstance(self.result, AnyOf) else ()
        textual = tuple(each for each in options if each != Binary())
        if len(textual) in (0, len(options)):
            return self.result
        return textual[0] if len(textual) == 1 else AnyOf(textual)


@frozen
class Operation:
    """One request a client can make."""

    id: str
    resource: tuple[str, ...]
    name: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    errors: tuple[Response, ...] = ()
    """The failures whose bodies are described."""
    result: str = ""
    """Dotted path of the member that is the result; "" where the whole body is."""
    paging: Paging | None = None
    info: Type | None = None
    """What a page says of the whole list, where it says anything."""
    retry_safe: bool = False
    enveloped: bool = True
    """Whether the envelope of the API says in its responses that they failed; not where these are a caller's own data."""
    switches: tuple[Switch, ...] = ()
    overloads: tuple[Overload, ...] = ()
    """Calls whose result is narrower than `responses` say, in the order in which to try them."""
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of its own, as in `Api.security`; None where those of the API hold."""
    server: str = ""
    """Its own base URL, where it has another than the API."""
    permissions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    deprecated: bool = False
    pointer: str = ""
    """Where it is described: `file#pointer`, as with parameters, bodies and responses."""


@frozen
class Resource:
    """A group of operations; `path` is what a caller writes after the client: () for methods of the client itself."""

    path: tuple[str, ...]
    description: str
    operations: tuple[Operation, ...]
