"""How a call becomes a request. Pure: nothing is sent here."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict
from urllib.parse import quote, unquote_plus

from ..errors import ArgumentError
from .call import Call
from .media_types import EVENT_STREAM, JSON
from .operation import Operation
from .option_checks import check_options
from .options import CALL_KEYS, Options
from .retry import IDEMPOTENT_METHODS
from .serialization import expand_path, format_cookies, format_headers, format_query
from .transport import as_timeout

if TYPE_CHECKING:
    from .config import Config

_STREAMS = frozenset({"events", "lines"})


class CallKeywords(TypedDict, total=False):
    """The keywords of `CallArguments`."""

    path: Mapping[str, Any] | None
    query: Mapping[str, Any] | None
    headers: Mapping[str, Any] | None
    cookies: Mapping[str, Any] | None
    body: Mapping[str, Any] | None
    content: Any
    media_type: str | None
    options: Options | None


class CallArguments:
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

    def with_step(self, step: Mapping[str, Any], *, in_body: bool) -> CallArguments:
        """Return the arguments with other parameters: of the query, or members of the body."""
        return CallArguments(
            self.path,
            self.query if in_body else {**self.query, **step},
            self.headers,
            self.cookies,
            {**(self.body or {}), **step} if in_body else self.body,
            self.content,
            self.media_type,
            self.options,
        )


def prepare(
    config: Config,
    operation: Operation[Any],
    arguments: CallArguments,
    *,
    stream: bool = False,
    events: bool = False,
    url: str | None = None,
) -> Call:
    """Prepare a call.

    Args:
        config: The configuration of the client.
        operation: The operation.
        arguments: The arguments.
        stream: Whether the response is left open, to be read piece by piece.
        events: Whether a stream of events is asked for.
        url: A URL that the server gave, in place of path and query.

    Raises:
        ArgumentError: An argument is missing or invalid.
    """
    options = arguments.options
    timeout, retry = config.timeout, config.retry
    if options:
        check_options(options, CALL_KEYS)
        timeout = as_timeout(options["timeout"]) if "timeout" in options else timeout
        retry = retry.override(options)
    path, query, fields, cookies = _fill_arguments(config, operation, arguments)
    members = arguments.body
    own_query = options.get("query", {})
    is_continued = url is not None
    if url is not None:  # the server decides the query, but for what every request has
        if config.query:
            defaults = {name: own_query.get(name, value) for name, value in config.query.items()}
            url = _add_missing(operation, url, defaults)
    else:
        if config.query or own_query:
            own = {name: value for name, value in query.items() if value is not None}
            query = {**config.query, **own, **own_query}
        url = _url(config, operation, path, query)
    if events and operation.stream is not None:
        members = {**(members or {}), operation.stream: True}
    content, described = _body(operation, members, arguments)
    accept = ("accept", format_accept_events(operation) if events else format_accept(operation))
    headers = _headers(operation, fields, cookies, options)
    # Credentials come last, and are never in a variable: a traceback shows variables.
    credentials = config.choose_credentials(operation, options.get("headers", {}))
    call = Call(
        config,
        operation,
        url,
        _merge_fields([accept, *config.join_headers(credentials), *described], headers, options),
        content,
        timeout,
        retry,
        stream=stream,
        idempotent=operation.retry_safe
        or operation.method in IDEMPOTENT_METHODS
        or options.get("idempotent", False),
    )
    if credentials.grant is not None and not _has_authorization(config, options):
        call.grant = credentials.grant
    for name, value in credentials.query:
        bare = _remove_parameter(call.url, name) if is_continued else call.url
        call.url = _join_query(bare, f"{quote(name)}={quote(value, safe='')}")
    if options or query or arguments.headers:
        call.redactor = config.redactor.with_fields(
            {**arguments.headers, **options.get("headers", {})}, {**query, **own_query}
        )
    call.limit_to(options.get("deadline", config.deadline))
    call.max_bytes = options.get("max_response_bytes", config.max_response_bytes)
    return call


def _has_authorization(config: Config, options: Options) -> bool:
    """Return whether the caller gives an `Authorization` in place of the token."""
    own = {**config.options.get("headers", {}), **options.get("headers", {})}
    return any(name.lower() == "authorization" for name in own)


def _url(
    config: Config, operation: Operation[Any], path: Mapping[str, Any], query: Mapping[str, Any]
) -> str:
    base = config.choose_base_url(operation) if operation.server else config.base_url
    return _join_query(base + expand_path(operation, path), format_query(operation, query))


def _body(
    operation: Operation[Any], members: Mapping[str, Any] | None, arguments: CallArguments
) -> tuple[bytes | Iterable[bytes] | AsyncIterable[bytes] | None, list[tuple[str, str]]]:
    """Return the body and the header fields that describe it."""
    extra = arguments.options.get("body")
    if members is None and arguments.content is None and not extra and operation.method == "GET":
        return None, []
    from .request_body import encode_body  # loaded with the first request that has one

    return encode_body(operation, members, arguments.content, extra, arguments.media_type)


def _join_query(url: str, query: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}{query}" if query else url


def _add_missing(operation: Operation[Any], url: str, query: Mapping[str, Any]) -> str:
    """Add the parameters that the query of a URL lacks."""
    present = {_get_name(pair) for pair in url.partition("?")[2].split("&")}
    missing = format_query(operation, query)
    pairs = [pair for pair in missing.split("&") if _get_name(pair) not in present]
    return _join_query(url, "&".join(pairs))


def _remove_parameter(url: str, name: str) -> str:
    """Remove a parameter from the query of a URL."""
    base, _, query = url.partition("?")
    return _join_query(base, "&".join(pair for pair in query.split("&") if _get_name(pair) != name))


def _get_name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])


def _headers(
    operation: Operation[Any],
    headers: Mapping[str, Any],
    cookies: Mapping[str, Any] | None,
    options: Options,
) -> list[tuple[str, str]]:
    """Return the fields that the arguments and the options of a call add."""
    fields = format_headers(operation, headers) if headers else []
    fields += format_cookies(operation, cookies) if cookies else []
    if not (own := options.get("headers")):
        return fields
    names = {name.lower() for name in own}
    return [field for field in fields if field[0] not in names] + format_headers(operation, own)


def _merge_fields(
    fields: list[tuple[str, str]],
    added: list[tuple[str, str]],
    options: Options,
) -> list[tuple[str, str]]:
    """Merge the fields of a request: added fields replace those of the same name."""
    if not added and "headers" not in options:
        return fields
    replaced = {name for name, _ in added if name != "cookie"}
    replaced |= {name.lower() for name in options.get("headers", {})}
    merged = [field for field in fields if field[0] not in replaced] + added
    cookies = [value for name, value in merged if name == "cookie"]
    if len(cookies) > 1:
        merged = [field for field in merged if field[0] != "cookie"]
        merged.append(("cookie", "; ".join(cookies)))
    return merged


def format_accept(operation: Operation[Any]) -> str:
    """Return the `Accept` header of an operation: the documented media types, JSON first."""
    if not operation.media:
        return "*/*" if operation.method == "HEAD" else JSON
    return ", ".join(name for name, kind in operation.media.items() if kind not in _STREAMS) or (
        ", ".join(operation.media)
    )


def format_accept_events(operation: Operation[Any]) -> str:
    """Return the `Accept` header of an operation whose response is read as a stream of events."""
    names = [name for name, kind in operation.media.items() if kind in _STREAMS]
    return ", ".join(names) or EVENT_STREAM


def _fill_arguments(
    config: Config, operation: Operation[Any], arguments: CallArguments
) -> tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any], Mapping[str, Any] | None]:
    """Return path, query, headers and cookies with values that the client holds, where the call gives none."""
    path, query = arguments.path, arguments.query
    headers, cookies = arguments.headers, arguments.cookies
    for name, value in config.parameters.items():
        if f"{{{name}}}" in operation.path:
            if path.get(name) is None:
                path = {**path, name: _get_held(config, name, value)}
        elif name in operation.client_parameters and value is not None:
            query = _fill(query, name, value)
            headers = _fill(headers, name, value)
            cookies = _fill(cookies, name, value) if cookies else cookies
    return path, query, headers, cookies


def _fill(arguments: Mapping[str, Any], name: str, value: str) -> Mapping[str, Any]:
    """Return arguments with a value in place of None."""
    is_left_out = name in arguments and arguments[name] is None
    return {**arguments, name: value} if is_left_out else arguments


def _get_held(config: Config, name: str, value: str | None) -> str:
    if value is not None:
        return value
    variable = config.profile.parameters[name]
    raise ArgumentError(
        f"`{name}` is missing: pass it to the method or to the client"
        + (f", or set the variable {variable}" if variable else "")
    )
