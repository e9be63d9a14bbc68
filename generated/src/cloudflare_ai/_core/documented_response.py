"""The responses that the API's description documents for a request; for `testing`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from http import HTTPStatus
from typing import Any

from .codec import get_at_path, is_list, is_mapping
from .compiled_schema import CompiledSchema
from .contract import Contract, find_gaps, find_media, find_response
from .made_up_values import make_complete_example, make_example
from .media_types import BYTES, EVENT_STREAM, JSON, STREAM_FRAMINGS, is_json
from .parse_parameters import ABSENT, parse_json


class DocumentedResponse:
    """The responses of one operation as the contract documents them.

    Args:
        name: Name of the operation.
        contract: The contract.
    """

    def __init__(self, name: str, contract: Contract) -> None:
        self._name = name
        self._contract = contract
        self._operation: dict[str, Any] = contract.operations[name]
        self._result: str = self._operation.get("result", "")

    def make(self, query: Mapping[str, Any], body: Any) -> tuple[int, str, Any]:
        """Return the documented response to a request: the example if it fits the schema, else a value that does.

        Args:
            query: Query parameters by name; pages after the first one are empty.
            body: The parsed body; it may ask for a stream.

        Returns:
            Status, media type, and the body: parsed where it is JSON, else bytes.
        """
        responses: dict[str, dict[str, Any]] = self._operation["responses"]
        code = next((code for code in responses if code.startswith("2")), "default")
        status = 200 if code == "default" else int(code.upper().replace("X", "0"))
        media = responses.get(code, {})
        arguments = {**(body if is_mapping(body) else {}), **query}
        if arguments.get(self._operation.get("stream", "")) is True:
            return status, EVENT_STREAM, b""
        if not media:
            return status, "", b""
        overload = self._find_overload(arguments)
        range_ = self._choose_media(media, arguments, overload)
        media_type = _concrete(range_, documented := media[range_])
        if not is_json(media_type):
            return status, media_type, _content(documented.get("example"), media_type)
        value = self._valid_example(status, media_type, documented, overload)
        if value is ABSENT:
            value = make_example(self._schema(documented), path=self._result, is_complete=True)
            if overload is not None:
                value = _replace(value, self._result, make_complete_example(overload))
        if "paging" in self._operation:
            value = self._make_last(value, self._schema(documented), arguments)
        return status, media_type, value

    def _make_last(self, value: Any, schema: CompiledSchema, arguments: Mapping[str, Any]) -> Any:
        """Make a body the only page there is; without a cursor that can't be null."""
        paging = self._operation["paging"]
        page = deepcopy(value)
        _make_last(page, paging, arguments)
        if find_gaps(schema, page, model=""):
            without = deepcopy(page)
            _remove(without, paging.get("next", ""))
            return page if find_gaps(schema, without, model="") else without
        return page

    def make_failure(self, status: int) -> tuple[str, Any]:
        """Return the documented response with a status of failure.

        Returns:
            Media type and body, as of `make`; (JSON, None) where the description has none.
        """
        media = find_response(self._operation["responses"], status)
        if media is None:
            return JSON, None
        if not media:
            return "", None if self._contract.envelope else b""
        range_ = next(filter(is_json, media), next(iter(media)))
        media_type = _concrete(range_, documented := media[range_])
        if not is_json(media_type):
            return media_type, _content(documented.get("example"), media_type)
        value = self._valid_example(status, media_type, documented, None)
        if value is not ABSENT:
            return media_type, value
        schema = self._schema(documented)
        value = make_example(schema)
        phrase = get_phrase(status)
        members = {"status": status, "message": phrase, "title": phrase, "detail": phrase}
        members |= make_error_members(self._contract.envelope, status)
        for name, member in members.items() if is_mapping(value) else ():
            changed = {**value, name: member}
            if name in schema.properties and not find_gaps(schema, changed, model=""):
                value = changed
        return media_type, value

    def add_envelope(self, status: int, value: Any) -> Any:
        """Return the body that has `value` as its result; `value` if it is a whole body already.

        Args:
            status: The status that it is sent with.
            value: Parsed JSON.
        """
        paging: dict[str, Any] = self._operation.get("paging", {})
        items: str = paging.get("items", "") if is_list(value) else ""
        path = items or self._result
        media = find_response(self._operation["responses"], status) or {}
        documented = find_media(media, JSON)
        if not path or documented is None or not 200 <= status < 300:
            return value
        schema = self._schema(documented)
        first = path.partition(".")[0]
        members = {*self._contract.envelope.values(), *schema.properties, path, first}
        if is_mapping(value) and (path in value or first in value or value.keys() <= members):
            return value
        return _replace(make_example(schema, path=path), path, value)

    def _schema(self, documented: dict[str, Any]) -> CompiledSchema:
        return self._contract.compile(documented.get("schema", {}))

    def _find_overload(self, arguments: Mapping[str, Any]) -> CompiledSchema | None:
        """Return the schema of the result that the arguments of the call choose, if any do."""
        given = {name for name, value in arguments.items() if value is not None}
        overloads: list[dict[str, Any]] = self._operation.get("overloads", [])
        fitting = [each for each in overloads if given.issuperset(each["required"])]
        if not fitting:
            return None
        return self._contract.compile(
            max(fitting, key=lambda each: len(each["required"]))["result"]
        )

    def _choose_media(
        self, media: dict[str, Any], arguments: Mapping[str, Any], overload: CompiledSchema | None
    ) -> str:
        """Return the documented media type, or range, of the response to a call."""
        chosen: dict[str, dict[str, str]] = self._operation.get("media_by", {})
        for name, choices in chosen.items():
            value = str(arguments.get(name))
            if choices.get(value) in media:
                return choices[value]
        is_wanted: Callable[[str], bool] = is_json
        if overload is not None and overload.format == "binary":
            is_wanted = _is_binary
        return next(filter(is_wanted, media), next(iter(media)))

    def _valid_example(
        self,
        status: int,
        media_type: str,
        documented: dict[str, Any],
        overload: CompiledSchema | None,
    ) -> Any:
        """Return the documented example of a JSON body, if it fits the schema; documents may write it as text."""
        example = documented.get("example", ABSENT)
        readings = [example, parse_json(example)] if isinstance(example, str) else [example]
        for each in readings if example is not ABSENT else ():
            if self._contract.find_response_gaps(self._name, status, media_type, each):
                continue
            result = get_at_path(each, self._result) if self._result else each
            if overload is None or _is_described(overload, result):
                return deepcopy(each)
        return ABSENT


def get_phrase(status: int) -> str:
    """Return what a status is called; its number where it has no name."""
    return next((each.phrase for each in HTTPStatus if each == status), f"Status {status}")


def make_error_members(envelope: Mapping[str, str], status: int) -> dict[str, Any]:
    """Return what the members of an envelope say of a failure."""
    errors = [{"code": status, "message": get_phrase(status)}]
    members: dict[str, Any] = {"success": False, "errors": errors}
    return {envelope[key]: value for key, value in members.items() if key in envelope}


def _is_described(node: CompiledSchema, value: Any) -> bool:
    """Return whether a value fits a schema and, where it is an object, has a member that the schema names."""
    if find_gaps(node, value, model=""):
        return False
    names = {name for each in (node, *_list_variants(node)) for name in each.properties}
    return not is_mapping(value) or not names or not names.isdisjoint(value)


def _list_variants(node: CompiledSchema) -> Iterator[CompiledSchema]:
    for variant in node.variants:
        yield variant
        yield from variant.variants


def _replace(body: Any, path: str, value: Any) -> Any:
    """Return a body with another value at a dotted path."""
    if not path:
        return value
    members: Mapping[str, Any] = body if is_mapping(body) else {}
    if path in members:
        return {**members, path: value}
    name, _, rest = path.partition(".")
    return {**members, name: _replace(members.get(name), rest, value)}


def _make_last(body: Any, paging: dict[str, Any], arguments: Mapping[str, Any]) -> None:
    """Make an example the only page there is: lists come to an end."""
    first = paging.get("first", 0 if paging.get("style") == "offset" else 1)
    position = arguments.get(paging.get(paging.get("style", "page"), ""))
    ends: dict[str, Any] = {"has_more": False}
    if "-1" not in paging.get("next", "").split("."):  # else the cursor is a part of the last item
        ends["next"] = None
    if position not in (None, first):
        ends["items"] = []
    for key, end in ends.items():
        path, place = paging.get(key, ""), body
        while place.__class__ is dict and path not in place and "." in path:
            name, _, path = path.partition(".")
            place = place.get(name)
        if place.__class__ is dict and path in place:
            place[path] = end


def _remove(body: Any, path: str) -> None:
    """Remove the member at a dotted path."""
    while body.__class__ is dict and path not in body and "." in path:
        name, _, path = path.partition(".")
        body = body.get(name)
    if body.__class__ is dict:
        body.pop(path, None)


def _concrete(range_: str, documented: dict[str, Any]) -> str:
    """Return a media type of a range: JSON where a schema describes more than bytes or text."""
    kind, _, subtype = range_.partition("/")
    if subtype != "*":
        return range_
    schema: Any = documented.get("schema") or {}
    types = {"*": BYTES, "text": "text/plain", "image": "image/png"}
    is_text = is_mapping(schema) and (schema.get("type") == "string" or not schema)
    if kind in ("*", "application") and not is_text:
        return JSON
    return types.get(kind, f"{kind}/octet-stream")


def _is_binary(range_: str) -> bool:
    return not is_json(range_) and range_ not in STREAM_FRAMINGS


def _content(example: Any, media_type: str) -> bytes:
    """Return a body that is not JSON."""
    if isinstance(example, str):
        return example.encode()
    if media_type in STREAM_FRAMINGS:
        return b""
    return b"example"
