"""Reads a request as a server would and compares it with the API's description; for `testing`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from .contract import Contract, find_gaps, find_media
from .media_types import is_json
from .parse_parameters import ABSENT, Pairs, find_objects, parse_json, read_value
from .transport import Request

_MEDIA_HEADERS = frozenset({"accept", "content-type"})
"""Parameters that OpenAPI says to ignore: what counts are the media types of body and responses."""
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


class Received:
    """A request, taken apart but not judged yet.

    Attributes:
        path: The path, escaped as it was sent.
        query: Names and values, in order.
        headers: By name in lower case.
        content: The bytes of the body.
        media_type: Media type of the body, without parameters.
    """

    def __init__(self, request: Request) -> None:
        parts = urlsplit(request.url)
        content: Any = request.content or b""
        self.method = request.method
        self.path = parts.path
        self.query = parse_qsl(parts.query, keep_blank_values=True)
        self.headers = {name.lower(): value for name, value in request.headers}
        self.content = content if isinstance(content, bytes) else b"".join(content)
        self.media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def body(self) -> Any:
        """Return the parsed JSON; bytes where it is something else, None where there is none."""
        if is_json(self.media_type):
            return parse_json(self.content.decode("utf-8", "replace"))
        return self.content or None


class Route:
    """What the contract requires of the requests of one operation.

    Args:
        name: Name of the operation.
        contract: The contract.
        credentials: Names of query parameters that hold credentials, which the client adds.

    Attributes:
        name: Name of the operation.
        operation: Its entry in the contract.
    """

    def __init__(self, name: str, contract: Contract, credentials: Collection[str] = ()) -> None:
        self.name = name
        self._credentials = frozenset(credentials)
        self.operation: dict[str, Any] = contract.operations[name]
        self._contract = contract
        self._parameters: list[dict[str, Any]] = self.operation.get("parameters", [])
        free = {each["name"] for each in self._parameters if each.get("x-unescaped")}
        pattern = ""
        self._placeholders: list[str] = []
        path, _, query = self.operation["path"].partition("#")[0].partition("?")
        self._query = parse_qsl(query, keep_blank_values=True)
        for index, part in enumerate(_PLACEHOLDER.split(path)):
            if index % 2:
                self._placeholders.append(part)
            one = "(.+)" if part in free else "([^/]+)"
            pattern += one if index % 2 else re.escape(part)
        # The path of the base URL comes before.
        self._pattern = re.compile(f"(/.*?)??{pattern if pattern[:1] == '/' else f'/{pattern}'}")

    def match(self, received: Received) -> dict[str, str] | None:
        """Match a request: its escaped path arguments, None where it is for another operation."""
        match = self._pattern.fullmatch(received.path)
        if match is None or received.method != self.operation["method"]:
            return None
        arguments = dict(zip(self._placeholders, match.groups()[1:], strict=True))
        for name, text in self._query:  # that of the path
            if (place := _PLACEHOLDER.fullmatch(text)) is not None:
                arguments[place[1]] = quote(dict(received.query).get(name, ""))
            elif (name, text) not in received.query:
                return None
        return arguments

    def read(self, received: Received, path: dict[str, str]) -> dict[str, dict[str, Any]]:
        """Read the values of all parameters by place (`query`) and name; unknown ones as text."""
        cookies = [each.partition("=") for each in received.headers.get("cookie", "").split("; ")]
        sources: dict[str, Pairs] = {
            "path": [(name, unquote(text)) for name, text in path.items()],
            "query": received.query,
            "header": list(received.headers.items()),
            "cookie": [(name, text) for name, _, text in cookies],
        }
        values: dict[str, dict[str, Any]] = {place: {} for place in sources}
        for parameter in self._parameters:
            node = self._contract.compile(parameter.get("schema", {}))
            place, name = parameter["in"], parameter["name"]
            # A member of an exploded object may have the name of another parameter, which counts.
            others = {each["name"] for each in self._parameters if each["in"] == place} - {name}
            pairs = [pair for pair in sources[place] if pair[0] not in others]
            value = read_value(parameter, node, pairs)
            if value is not ABSENT:
                values[place][name] = value
        known = {*values["query"], *self._spread(), *dict(self._query)}
        for name, text in received.query:
            if name.partition("[")[0] not in known and name not in known:
                values["query"][name] = text
        return values

    def problems(self, received: Received, values: dict[str, dict[str, Any]]) -> list[str]:
        """Find everything about a request that the contract does not allow, each with its place."""
        problems: list[str] = []
        for parameter in self._parameters:
            place, name = parameter["in"], parameter["name"]
            root = f"{place}.{name}"
            if place == "header" and name.lower() in _MEDIA_HEADERS:
                continue
            if name in values[place]:
                node = self._contract.compile(parameter.get("schema", {}))
                gaps = find_gaps(node, values[place][name], model=self.name, root=root)
                problems += map(str, gaps)
            elif parameter.get("required"):
                problems.append(f"{root}: required, but missing")
        documented = {each["name"] for each in self._parameters if each["in"] == "query"}
        documented |= self._credentials
        # The query as a whole is one value, or the server chose it.
        is_linked = self.operation.get("paging", {}).get("style") == "link"
        free = self.operation.get("querystring", False) or is_linked
        for name in () if free else values["query"].keys() - documented:
            problems.append(f"query.{name}: there is no such parameter")
        return [*problems, *self._body_problems(received)]

    def _spread(self) -> Iterable[str]:
        """Yield the names under which the members of an exploded object stand in the query."""
        for parameter in self._parameters:
            if parameter["in"] == "query" and "content" not in parameter:
                for shape in find_objects(self._contract.compile(parameter.get("schema", {}))):
                    yield from shape.properties

    def _body_problems(self, received: Received) -> list[str]:
        body = self.operation.get("body")
        if body is None:
            return ["body: the operation takes none"] if received.content else []
        media = body["content"]
        is_required = bool(body.get("required") and media)
        if not received.content and not (is_required and received.media_type):
            return ["body: required, but missing"] if is_required else []
        kind = received.media_type
        documented = find_media(media, kind)
        if documented is None:
            if self._lists_content_type(kind):
                return []
            return [f"body: expected {' or '.join(media)}, found {kind or 'no content type'}"]
        if not is_json(kind):
            return []
        node = self._contract.compile(documented.get("schema", {}))
        gaps = find_gaps(node, received.body(), model=self.name, root="body")
        return [str(gap) for gap in gaps]

    def _lists_content_type(self, media_type: str) -> bool:
        """Return whether a parameter `Content-Type` lists a media type that the body does not."""
        for parameter in self._parameters:
            if (parameter["in"], parameter["name"].lower()) == ("header", "content-type"):
                values = self._contract.compile(parameter.get("schema", {})).values
                return media_type in (values or ())
        return False


def find_route(
    routes: Iterable[Route], received: Received, hint: str
) -> tuple[Route | None, dict[str, str]]:
    """Return the operation that a request is for, if any, and its path arguments.

    Args:
        routes: All operations.
        received: The request.
        hint: The operation that the client says it is; it decides where several match.
    """
    matches = [(each, path) for each in routes if (path := each.match(received)) is not None]
    # The longest template leaves the least to the base URL and to placeholders.
    matches.sort(key=lambda each: (each[0].name == hint, len(each[0].operation["path"])))
    return matches[-1] if matches else (None, {})
