"""What generated code passes to the core about the API, and the options of callers. Data only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    Protocol,
    TypeAlias,
    TypedDict,
    TypeVar,
    dataclass_transform,
)

if TYPE_CHECKING:
    from ..errors import APIError
    from .reply import ReplyInfo
    from .transport import Request, Timeout

T = TypeVar("T")

Keys: TypeAlias = "Mapping[str, tuple[str, Keys]] | str"
"""How the Python names of typed dicts become wire names: name → (wire name, Keys of its value).
The name "*" stands for any other key, whose own name then stays; lists are transparent. A text
"module:name", or several, stands for what `_KEYS` of that wire module says, where trees are large or contain
themselves."""

BodyKind: TypeAlias = Literal["json", "form", "multipart", "bytes", "text", "lines"]
MediaKind: TypeAlias = Literal["json", "bytes", "text", "events", "lines"]


@dataclass_transform(kw_only_default=True, eq_default=False)
class Data:
    """A record made of keywords; class attributes are the defaults."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


class Operation(Data, Generic[T]):
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
        nulls: Body members that are sent as null where they are None.
        keys: Renaming of typed dicts, by wire name of the body member ("" for the whole body).
        body: Kind of the request body; None for none.
        body_type: Media type of the request body, where it does not follow from the kind.
        optional: Whether no body is sent if none of its members is given.
        bodies: Further media types that the body can be sent as → their kind.
        whole: Media type of a body that is given as a whole where the operation takes members, too.
        encoding: Members of a form: style as in `styles`, or media type of the part of a multipart one.
        media: Media ranges of responses that are not JSON → how they are read.
        statuses: Status ("202", "2XX") → decoder, where it has a schema of its own.
        errors: Status of an error ("404", "4XX", "default") → decoder of its body.
        enveloped: Whether the members of the profile's envelope tell failure in its responses; not
            where the response is data of the caller's own.
        retry_safe: Whether it may be repeated although its method alone does not allow it.
        stream: Body member that asks for server-sent events.
        event: Parsed data of one event → value of the stream.
        events: Name of an event → decoder of its data, where the name decides what that is.
        client_parameters: Path, query or body parameters that the client may hold.
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
    encoding: Mapping[str, str] = {}
    media: Mapping[str, MediaKind] = {}
    statuses: Mapping[str, Callable[[Any], T]] = {}
    errors: Mapping[str, Callable[[Any], Any]] = {}
    enveloped: bool = True
    retry_safe: bool = False
    stream: str | None = None
    event: Callable[[Any], Any] | None = None
    events: Mapping[str, Callable[[Any], Any]] = {}
    client_parameters: tuple[str, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    server: str = ""
    compiled: list[str] | None = None

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"


class Scheme(Data):
    """A way to authenticate, with its credential.

    Attributes:
        kind: Where the credential goes; "basic" takes "user:password" where it has no `password`;
            "oauth2" gets a token for a client's identifier and its secret.
        name: Name of the header, query parameter or cookie.
        argument: Keyword of the client.
        variable: Environment variable.
        password: Keyword of the second half of the credential.
        password_variable: Its environment variable.
        token_url: The token endpoint, relative to the base URL or absolute.
        scope: Keyword of the requested scopes.
        scope_variable: Its environment variable.
        scopes: Scopes requested where neither is given.
        make_grant: Makes a grant of the scheme, an identifier, a secret and scopes, for "oauth2".
    """

    kind: Literal["bearer", "basic", "header", "query", "cookie", "oauth2"]
    argument: str
    variable: str | None = None
    name: str = "Authorization"
    password: str | None = None
    password_variable: str | None = None
    token_url: str = ""
    scope: str | None = None
    scope_variable: str | None = None
    scopes: tuple[str, ...] = ()
    make_grant: Callable[[Scheme, str, str, str], Grant] | None = None


class Grant(Protocol):
    """The source of tokens of a client. `oauth.py` has the one of OAuth 2 client credentials.

    Attributes:
        scheme: How the API describes it.
        url: The token endpoint.
        secrets: Every value that must not be shown.
    """

    scheme: Scheme
    url: str
    secrets: list[str]

    def make_pool(self, pool: Any, redactor: Any, /) -> Any:
        """Return a pool whose transport puts the tokens of grants into requests.

        Args:
            pool: The pool of the client.
            redactor: Learns the tokens, so that they are masked.
        """


TOKEN_OPERATION = "oauth2.token"
"""Name of the operation in requests for a token."""

Security: TypeAlias = tuple[Scheme, ...]
"""Schemes that go together."""


class Envelope(Data):
    """Members of a JSON body that mark failure, whatever the status."""

    success: str | None = None
    errors: str | None = None
    messages: str | None = None


class Profile(Data):
    """Facts about an API that hold for all operations.

    Attributes:
        package: Import name of the package; also the logger's.
        base_url: Default base URL, without a slash at the end, with `{variables}`.
        server: Their defaults.
        base_url_variable: Environment variable that replaces it.
        security: Alternatives in order of preference, each the schemes that go together.
            The first that is complete wins; () as an alternative means that none is needed.
        parameters: Parameters that the client may hold, by wire name → environment variable.
        envelope: Members of a body that mark failure.
        secrets: Wire names of secret members, masked wherever a body is shown.
        user_agent: Value of the header of that name.
        headers: Further headers of every request.
        request_id_header: Response header with the server's identifier of a request, in lower case;
            None for the usual ones (`x-request-id`, `request-id`, …).
    """

    package: str
    base_url: str
    server: Mapping[str, str] = {}
    base_url_variable: str | None = None
    security: tuple[Security, ...] = ()
    parameters: Mapping[str, str | None] = {}
    envelope: Envelope = Envelope()
    secrets: tuple[str, ...] = ()
    user_agent: str = ""
    headers: Mapping[str, str] = {}
    request_id_header: str | None = None


class Options(TypedDict, total=False):
    """Options of a single call.

    Keys:
        headers: Further header fields; None removes one that would be sent.
        query: Further query parameters, or other values for those of the method.
        body: Further members of a body that is an object.
        timeout: Seconds, a `Timeout`, or None for no limit.
        max_retries: How often the request may be sent again.
        deadline: Seconds that the call may take as a whole: all attempts, pauses, and reading.
        max_response_bytes: How large a decompressed body may be.
        retry_budget: How many seconds the call may wait between attempts altogether.
        retry_statuses: Statuses after which an idempotent request is sent again.
        idempotent: Whether the request may be sent again even though it may have been processed.
    """

    headers: Mapping[str, str | None]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    timeout: float | Timeout | None
    deadline: float | None
    max_response_bytes: int | None
    max_retries: int
    retry_budget: float
    retry_statuses: Collection[int]
    idempotent: bool


class ClientOptions(TypedDict, total=False):
    """How a client works; every key has a default.

    Keys:
        timeout: Seconds for every phase of a request, a `Timeout`, or None for no limit. Default:
            60, and 10 for connecting; with your own `http_client`, its setting.
        deadline: Seconds that a call may take as a whole: all attempts, pauses, and reading. Default: any
            time.
        max_response_bytes: How large a decompressed body may be. Default: any size.
        max_retries: How often a request may be sent again. Default 2.
        retry_budget: How many seconds a call may wait between attempts altogether. Default 300.
        retry_statuses: Statuses after which an idempotent request is sent again. Default: 408, 429
            and everything from 500 on.
        headers: Further header fields of every request.
        default_query: Further query parameters of every request.
        rate_limit: (n, seconds): at most n requests in any period of so many seconds.
        strict: Whether a response that differs from the API's description raises `ContractError`.
        on_contract_gap: Called once for each kind of difference.
        before_request: Called with each `Request` just before it is sent; it may add headers.
        after_response: Called with the `Request` and its `ReplyInfo`, whatever the status.
        on_error: Called with the `Request` and the error, for each attempt without a response and for
            the error that ends the call.
        token_url: The token endpoint for client credentials, absolute or relative to the base URL.
            Default: as documented; with your own base URL it moves along if API and tokens are
            on one host.
    """

    timeout: float | Timeout | None
    deadline: float | None
    max_response_bytes: int | None
    max_retries: int | None
    retry_budget: float
    retry_statuses: Collection[int] | None
    headers: Mapping[str, str]
    default_query: Mapping[str, Any]
    rate_limit: tuple[int, float] | None
    strict: bool
    on_contract_gap: Callable[[Any], object] | None
    before_request: Callable[[Request], object] | None
    after_response: Callable[[Request, ReplyInfo], object] | None
    on_error: Callable[[Request, APIError], object] | None
    token_url: str


CALL_KEYS: Final = frozenset(Options.__annotations__)
CLIENT_KEYS: Final = frozenset(ClientOptions.__annotations__)
