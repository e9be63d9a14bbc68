"""One operation of the API, as generated code describes it to the core. Data only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from .record import Record

T = TypeVar("T")

Keys: TypeAlias = "Mapping[str, tuple[str, Keys]] | str"
"""How the Python names of typed dicts become wire names: name → (wire name, Keys of its value).
The name "*" stands for any other key, whose own name then stays; lists are transparent. A text
"module:name", or several, stands for what `_KEYS` of that wire module says, where trees are large or contain
themselves."""

BodyKind: TypeAlias = Literal["json", "form", "multipart", "bytes", "text", "lines"]
MediaKind: TypeAlias = Literal["json", "bytes", "text", "events", "lines"]


class Operation(Record, Generic[T]):
    """One operation of the API.

    Attributes:
        name: Its dotted name ("things.get").
        method: HTTP method in capitals.
        path: Path template under the base URL.
        decode: Parsed body → result.
        styles: Serialization of parameters that do not have the default one, by place ("path", "query",
            "header", "cookie") and wire name.
        renames: As `keys`, of parameters, by place and wire name.
        unescaped: Path parameters whose slashes reach the server as they are.
        refuse_empty: Parameters for which an explicitly empty list is refused.
        nulls: Body members that are sent as null where they are None; "" for the body itself.
        keys: Renaming of typed dicts, by wire name of the body member ("" for the whole body).
        body: Kind of the request body; None for none.
        body_type: Media type of the request body, where it does not follow from the kind.
        optional: Whether no body is sent if none of its members is given.
        bodies: Further media types that the body can be sent as → their kind.
        whole: Media type of a body that is given as a whole where the operation takes members, too.
        constants: Media type of the body → members with one value that not all media types have.
        part_headers: Member of a multipart form → header fields of its part.
        encoding: Members of a form: style as in `styles`, or media type of the part of a multipart one.
        media: Media ranges of responses that are not JSON → how they are read.
        statuses: Status ("202", "2XX"), or status and media type ("200 application/hal+json") → decoder,
            where it has a schema of its own.
        errors: Status of an error ("404", "4XX", "default") → decoder of its body.
        enveloped: Whether the members of the profile's envelope tell failure in its responses; not
            where the response is data of the caller's own.
        retry_safe: Whether it may be retried although its method alone does not allow it.
        stream: Body member that asks for server-sent events.
        event: Parsed data of one event → value of the stream.
        events: Name of an event → decoder of its data, where the name decides what that is.
        error_members: Members of an event's data that say that the stream has failed; not those that
            are described as data.
        client_parameters: Parameters that the client may hold, besides those of the path.
        security: Combinations of the client's keywords, any of which is enough; an empty one needs no
            credentials. None where those of the profile hold.
        server: Base URL of its own, with the `{variables}` of the profile; one that is relative also
            where the caller gave the client a base URL.
        compiled: The path cut at its parameters, once it has been used.
    """

    name: str
    method: str
    path: str
    decode: Callable[[Any], T]
    styles: Mapping[str, Mapping[str, str]] = {}
    renames: Mapping[str, Mapping[str, Keys]] = {}
    unescaped: tuple[str, ...] = ()
    refuse_empty: tuple[str, ...] = ()
    nulls: tuple[str, ...] = ()
    keys: Mapping[str, Keys] = {}
    body: BodyKind | None = None
    body_type: str | None = None
    optional: bool = False
    bodies: Mapping[str, BodyKind] = {}
    whole: str | None = None
    constants: Mapping[str, Mapping[str, Any]] = {}
    part_headers: Mapping[str, Mapping[str, Any]] = {}
    encoding: Mapping[str, str] = {}
    media: Mapping[str, MediaKind] = {}
    statuses: Mapping[str, Callable[[Any], T]] = {}
    errors: Mapping[str, Callable[[Any], Any]] = {}
    enveloped: bool = True
    retry_safe: bool = False
    stream: str | None = None
    event: Callable[[Any], Any] | None = None
    events: Mapping[str, Callable[[Any], Any]] = {}
    error_members: tuple[str, ...] = ("error", "errors")
    client_parameters: tuple[str, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    server: str = ""
    compiled: list[str] | None = None

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"
