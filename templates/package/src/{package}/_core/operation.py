"""What the generated code tells the core of an operation and its paging. Data only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")
ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")

Keys: TypeAlias = "Mapping[str, tuple[str, Keys]] | str"
"""How the Python names of typed dicts become wire names: name → (wire name, Keys of its value).
The name "*" stands for any other key, whose own name then stays; lists are transparent. A text
"module:name", or several, stands for what `_KEYS` of that wire module says, where trees are large or contain
themselves."""

BodyKind: TypeAlias = Literal["json", "form", "multipart", "bytes", "text"]
MediaKind: TypeAlias = Literal["json", "bytes", "text", "events", "lines"]


class Operation(Generic[T]):
    """One operation of the API.

    Args:
        name: Its dotted name ("ai_gateway.logs.get").
        method: HTTP method in capitals.
        path: Path template under the base URL.
        decode: Parsed body → result.
        styles: Serialization of parameters that do not have the default one, by wire name.
        unescaped: Path parameters whose slashes reach the server as they are.
        refuse_empty: Parameters for which an explicitly empty list is refused.
        nulls: Body members that are sent as null where they are None.
        keys: Renaming of typed dicts, by wire name of the body member ("" for the whole body).
        body: Kind of the request body; None for none.
        body_type: Media type of the request body, where the kind does not tell.
        bodies: Further media types that the body can be sent as → their kind.
        encoding: Members of a form: style as in `styles`, or media type of the part of a multipart one.
        media: Media ranges of answers that are not JSON → what becomes of them.
        statuses: Status ("202", "2XX") → decoder, where it has a schema of its own.
        retry_safe: Whether it may be repeated although its method alone does not allow it.
        stream: Body member that asks for server-sent events.
        event: Parsed data of one event → value of the stream.
        client_parameters: Path, query or body parameters that the client may hold.
        security: Combinations of the client's keywords, any of which is enough; an empty one needs no
            credentials. None where those of the profile hold.
        server: Base URL of its own, unless the caller gave the client one.
    """

    __slots__ = (
        "name",
        "method",
        "path",
        "decode",
        "styles",
        "unescaped",
        "refuse_empty",
        "nulls",
        "keys",
        "body",
        "body_type",
        "bodies",
        "encoding",
        "media",
        "statuses",
        "retry_safe",
        "stream",
        "event",
        "client_parameters",
        "security",
        "server",
        "compiled",
    )

    def __init__(
        self,
        *,
        name: str,
        method: str,
        path: str,
        decode: Callable[[Any], T],
        styles: Mapping[str, str] = {},
        unescaped: tuple[str, ...] = (),
        refuse_empty: tuple[str, ...] = (),
        nulls: tuple[str, ...] = (),
        keys: Mapping[str, Keys] = {},
        body: BodyKind | None = None,
        body_type: str | None = None,
        bodies: Mapping[str, BodyKind] = {},
        encoding: Mapping[str, str] = {},
        media: Mapping[str, MediaKind] = {},
        statuses: Mapping[str, Callable[[Any], T]] = {},
        retry_safe: bool = False,
        stream: str | None = None,
        event: Callable[[Any], Any] | None = None,
        client_parameters: tuple[str, ...] = (),
        security: tuple[tuple[str, ...], ...] | None = None,
        server: str = "",
    ) -> None:
        self.name = name
        self.method = method
        self.path = path
        self.decode = decode
        self.styles = styles
        self.unescaped = unescaped
        self.refuse_empty = refuse_empty
        self.nulls = nulls
        self.keys = keys
        self.body = body
        self.body_type = body_type
        self.bodies = bodies
        self.encoding = encoding
        self.media = media
        self.statuses = statuses
        self.retry_safe = retry_safe
        self.stream = stream
        self.event = event
        self.client_parameters = client_parameters
        self.security = security
        self.server = server
        self.compiled: Any = None

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"


class PageNumber:
    """Pages are asked for by number, from 1 on.

    Args:
        page: Query parameter with the number.
        size: Query parameter with the number of items a page.
        total: Where the answer tells the number of all items (dotted path).
        total_pages: Where it tells the number of pages.
        has_more: Where it tells whether there is another page.
        first: Number of the first page.
    """

    __slots__ = ("page", "size", "total", "total_pages", "has_more", "first")

    def __init__(
        self,
        *,
        page: str = "page",
        size: str | None = None,
        total: str | None = None,
        total_pages: str | None = None,
        has_more: str | None = None,
        first: int = 1,
    ) -> None:
        self.page = page
        self.size = size
        self.total = total
        self.total_pages = total_pages
        self.has_more = has_more
        self.first = first


class Cursor:
    """Each answer holds the cursor of the next page.

    Args:
        cursor: Query parameter that takes it.
        next: Where the answer has it (dotted path).
        size: Query parameter with the number of items a page.
        has_more: Where the answer tells whether there is another page.
    """

    __slots__ = ("cursor", "next", "size", "has_more")

    def __init__(
        self,
        *,
        cursor: str = "cursor",
        next: str,
        size: str | None = None,
        has_more: str | None = None,
    ) -> None:
        self.cursor = cursor
        self.next = next
        self.size = size
        self.has_more = has_more


class Offset:
    """Pages are asked for by the number of items to skip.

    Args:
        offset: Query parameter with that number.
        size: Query parameter with the number of items a page.
        total: Where the answer tells the number of all items (dotted path).
        has_more: Where it tells whether there is another page.
    """

    __slots__ = ("offset", "size", "total", "has_more")

    def __init__(
        self,
        *,
        offset: str = "offset",
        size: str | None = None,
        total: str | None = None,
        has_more: str | None = None,
    ) -> None:
        self.offset = offset
        self.size = size
        self.total = total
        self.has_more = has_more


class Link:
    """The URL of the next page stands in the answer.

    Args:
        next: Where in the body (dotted path); without it, the `Link` header with `rel="next"`.
    """

    __slots__ = ("next",)

    def __init__(self, *, next: str | None = None) -> None:
        self.next = next


PagingStyle: TypeAlias = PageNumber | Cursor | Offset | Link


class PagedOperation(Operation[list[ItemT]], Generic[ItemT, InfoT]):
    """An operation that answers a list page by page.

    Args:
        info: Parsed body → what it says about the page and the whole.
        paging: How the next page is asked for.
        rest: As for `Operation`; `decode` gives the items of a page.
    """

    __slots__ = ("info", "paging")

    def __init__(
        self,
        *,
        info: Callable[[Any], InfoT],
        paging: PagingStyle,
        decode: Callable[[Any], list[ItemT]],
        **rest: Any,
    ) -> None:
        super().__init__(decode=decode, **rest)
        self.info = info
        self.paging = paging
