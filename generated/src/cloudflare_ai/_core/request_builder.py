"""How a call becomes a request. Pure: nothing is sent here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict
from urllib.parse import quote

from ..errors import ArgumentError
from .exchange import Exchange
from .operation import CALL_KEYS, Operation, Options
from .serialization import cookie_field, expand_path, header_fields, query_string
from .settings import check_options
from .transport import Request, as_timeout

if TYPE_CHECKING:
    from .config import Config

_STREAMS = frozenset({"events", "lines"})


class CallArguments(TypedDict, total=False):
    """The keywords of `Call`."""

    path: Mapping[str, Any] | None
    query: Mapping[str, Any] | None
    headers: Mapping[str, Any] | None
    cookies: Mapping[str, Any] | None
    body: Mapping[str, Any] | None
    content: Any
    media_type: str | None
    options: Options | None


class Call:
    """The arguments of a call, by wire name and place. Its `repr` shows none of them.

    Args:
        path: Path parameters.
        query: Query parameters.
        headers: Header parameters.
        cookies: Cookie parameters.
        body: Members of a body that is an object; those that are None are left out.
        content: The whole body, where it is not given by members.
        media_type: What the body is sent as, where the operation has several.
        options: The caller's options.
    """

    __slots__ = ("path", "query", "headers", "cookies", "body", "content", "media_type", "options")

    def __init__(
        self,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, Any] | None = None,
        cookies: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        content: Any = None,
        media_type: str | None = None,
        options: Options | None = None,
    ) -> None:
        self.path = path or {}
        self.query = query or {}
        self.headers = headers or {}
        self.cookies = cookies
        self.body = body
        self.content = content
        self.media_type = media_type
        self.options: Options = options or {}

    def asking(self, query: Mapping[str, Any]) -> Call:
        """The same call with other query parameters."""
        return Call(
            self.path,
            {**self.query, **query},
            self.headers,
            self.cookies,
            self.body,
            self.content,
            self.media_type,
            self.options,
        )


def prepare(
    config: Config,
    operation: Operation[Any],
    call: Call,
    *,
    stream: bool = False,
    url: str | None = None,
) -> Exchange:
    """Make the request of a call.

    Args:
        config: What the client is set to.
        operation: The operation.
        call: The arguments.
        stream: Whether the answer will be read piece by piece.
        url: A URL that the server gave, in place of path and query.

    Raises:
        ArgumentError: An argument is missing or would do harm.
    """
    options = call.options
    timeout, retry = config.timeout, config.retry
    if options:
        check_options(options, CALL_KEYS)
        timeout = as_timeout(options["timeout"]) if "timeout" in options else timeout
        retry = retry.overlaid(options)
    path, query, members = _filled(config, operation, call)
    if url is None:
        url = _url(config, operation, path, {**query, **options.get("query", {})})
    if stream and operation.stream is not None:
        members = {**(members or {}), operation.stream: True}
    content, description_headers = _body(operation, members, call)
    accept = ("accept", streamed(operation) if stream else accepted(operation))
    headers = _headers(operation, call)
    # What credentials hold comes last, and into no variable: a traceback shows those.
    credentials = config.credentials_of(operation, options.get("headers", {}))
    request = Request(
        operation.method,
        url,
        _merged(
            [accept, *config.headers_with(credentials), *description_headers], headers, options
        ),
        content,
        timeout,
        stream,
        operation.name,
    )
    own = {**config.options.get("headers", {}), **options.get("headers", {})}
    if credentials.grant is not None and not any(name.lower() == "authorization" for name in own):
        request.grant = credentials.grant
    request.redactor = config.redactor
    for name, value in credentials.query:
        request.url = _joined(request.url, f"{quote(name)}={quote(value, safe='')}")
    idempotent = options.get("idempotent", False)
    return Exchange(request, operation, retry, config.redactor, idempotent=idempotent)


def _url(
    config: Config, operation: Operation[Any], path: Mapping[str, Any], query: Mapping[str, Any]
) -> str:
    base = config.base_of(operation) if operation.server else config.base_url
    return _joined(base + expand_path(operation, path), query_string(operation, query))


def _body(
    operation: Operation[Any], members: Mapping[str, Any] | None, call: Call
) -> tuple[bytes | Iterable[bytes] | None, list[tuple[str, str]]]:
    """The body and the header fields that describe it."""
    extra = call.options.get("body")
    if members is None and call.content is None and not extra and operation.method == "GET":
        return None, []
    from .body import encode_body  # loaded with the first request that has one

    return encode_body(operation, members, call.content, extra, call.media_type)


def _joined(url: str, query: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}{query}" if query else url


def _headers(operation: Operation[Any], call: Call) -> list[tuple[str, str]]:
    """The fields that the arguments and the options of a call add."""
    fields = header_fields(operation, call.headers) if call.headers else []
    fields += cookie_field(operation, call.cookies) if call.cookies else []
    if not (own := call.options.get("headers")):
        return fields
    names = {name.lower() for name in own}
    return [field for field in fields if field[0] not in names] + header_fields(operation, own)


def _merged(
    fields: list[tuple[str, str]],
    added: list[tuple[str, str]],
    options: Options,
) -> list[tuple[str, str]]:
    """All fields of a request: what was added takes the place of fields of the same name."""
    if not added and "headers" not in options:
        return fields
    replaced = {name for name, _ in added if name != "cookie"}
    replaced |= {name.lower() for name in options.get("headers", {})}
    kept = [field for field in fields if field[0] not in replaced] + added
    cookies = [value for name, value in kept if name == "cookie"]
    if len(cookies) > 1:
        kept = [field for field in kept if field[0] != "cookie"]
        kept.append(("cookie", "; ".join(cookies)))
    return kept


def accepted(operation: Operation[Any]) -> str:
    """The `Accept` header of an operation."""
    if not operation.media:
        return "application/json"
    whole = [name for name, kind in operation.media.items() if kind not in _STREAMS]
    return ", ".join(dict.fromkeys(("application/json", *whole)))


def streamed(operation: Operation[Any]) -> str:
    """The `Accept` header of an operation whose answer is read as a stream."""
    found = [name for name, kind in operation.media.items() if kind in _STREAMS]
    return ", ".join(found) or "text/event-stream"


def _filled(
    config: Config, operation: Operation[Any], call: Call
) -> tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any] | None]:
    """Path, query and body with what the client holds where the call gives nothing."""
    path, query, body = call.path, call.query, call.body
    for name, value in config.parameters.items():
        if f"{{{name}}}" in operation.path:
            if path.get(name) is None:
                path = {**path, name: _held(config, name, value)}
        elif name in operation.client_parameters and value is not None:
            if name in query and query[name] is None:
                query = {**query, name: value}
            elif body is not None and name in body and body[name] is None:
                body = {**body, name: value}
    return path, query, body


def _held(config: Config, name: str, value: str | None) -> str:
    if value is not None:
        return value
    variable = config.profile.parameters[name]
    raise ArgumentError(
        f"`{name}` is missing: pass it to the method or to the client"
        + (f", or set the variable {variable}" if variable else "")
    )
