"""Suggested paging, pasted into the settings, walks a list to its end, sync and async, whatever the kind."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from attrs import field, frozen

from generator.cli.suggested_settings import render_suggestions
from generator.diagnostics import Report
from generator.lowering.checks.suggest_paging import suggest_paging
from generator.pipeline import Compilation

from .support.cases import write

_SIZE, _COUNT = 2, 5
_TEXT, _WHOLE, _FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
_URL = {"type": "string", "format": "uri"}
_PET = {"type": "object", "properties": {"id": _TEXT, "name": _TEXT}}
_PETS = {"type": "array", "items": _PET}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


@frozen
class Kind:
    """A kind of paging: what the document says, and how its server behaves.

    Attributes:
        parameters: what can be given, with schemas.
        body: the schema of a page.
        start: returns the number of the first item that is asked for.
        page: returns the body for some items, the number of the next item (None at the end), and the URL of a page.
        headers: returns the header fields for the same.
        method: the HTTP method; parameters of a POST are members of its body.
    """

    parameters: dict[str, Any]
    body: dict[str, Any]
    start: Callable[[dict[str, Any]], int]
    page: Callable[[Any, int | None, str], Any]
    headers: Callable[[int | None, str], dict[str, str]] = field(default=lambda _, __: {})
    declared_headers: tuple[str, ...] = ()
    method: str = "get"
    confidence: str = "sure"


def _at(name: str, first: int = 0, step: int = 1) -> Callable[[dict[str, Any]], int]:
    return lambda query: (int(query[name]) - first) * step if name in query else 0


def _after(name: str) -> Callable[[dict[str, Any]], int]:
    return lambda query: int(query[name][1:]) + 1 if name in query else 0


def _token(next: int | None) -> str | None:
    return None if next is None else str(next)


def _link(next: int | None, url: str) -> str | None:
    return None if next is None else f"{url}?at={next}"


KINDS: dict[str, Kind] = {
    "last_id": Kind(
        {"after": _TEXT, "limit": _WHOLE},
        _object(data=_PETS, has_more=_FLAG, last_id=_TEXT),
        _after("after"),
        lambda pets, next, _: {
            "data": pets, "has_more": next is not None, "last_id": pets[-1]["id"],
        },
    ),
    "next_cursor": Kind(
        {"cursor": _TEXT},
        _object(pets=_PETS, next_cursor={"type": ["string", "null"]}),
        _at("cursor"),
        lambda pets, next, _: {"pets": pets, "next_cursor": _token(next)},
    ),
    "cursor_in_metadata": Kind(
        {"cursor": _TEXT, "limit": _WHOLE},
        _object(ok=_FLAG, pets=_PETS, response_metadata=_object(next_cursor=_TEXT)),
        _at("cursor"),
        lambda pets, next, _: {
            "ok": True, "pets": pets, "response_metadata": {"next_cursor": _token(next) or ""},
        },
    ),
    "starting_after": Kind(
        {"starting_after": _TEXT, "ending_before": _TEXT, "limit": _WHOLE},
        _object(object=_TEXT, url=_TEXT, data=_PETS, has_more=_FLAG),
        _after("starting_after"),
        lambda pets, next, _: {"object": "list", "data": pets, "has_more": next is not None},
    ),
    "after_alone": Kind(
        {"after": _TEXT, "limit": _WHOLE},
        _PETS,
        _after("after"),
        lambda pets, _, __: pets,
        confidence="likely",
    ),
    "page_token": Kind(
        {"page_token": _TEXT, "page_size": _WHOLE},
        _object(pets=_PETS, next_page_token=_TEXT),
        _at("page_token"),
        lambda pets, next, _: {"pets": pets, "next_page_token": _token(next) or ""},
    ),
    "camel_token": Kind(
        {"pageToken": _TEXT, "pageSize": _WHOLE},
        _object(items=_PETS, nextPageToken=_TEXT),
        _at("pageToken"),
        lambda pets, next, _: {"items": pets, **({} if next is None else {"nextPageToken": str(next)})},
    ),
    "marker": Kind(
        {"marker": _TEXT, "limit": _WHOLE},
        _object(entries=_PETS, next_marker=_TEXT),
        _at("marker"),
        lambda pets, next, _: {"entries": pets, "next_marker": _token(next)},
    ),
    "continue_in_group": Kind(
        {"listOptions.continue": _TEXT, "listOptions.limit": _WHOLE},
        _object(items=_PETS, kind=_TEXT, metadata={"type": "object", "properties": {"continue": _TEXT}}),
        _at("listOptions.continue"),
        lambda pets, next, _: {"items": pets, "metadata": {"continue": _token(next) or ""}},
    ),
    "offset_token": Kind(
        {"offset": _TEXT, "limit": _WHOLE},
        _object(data=_PETS, next_page=_object(offset=_TEXT, path=_TEXT, uri=_URL)),
        _at("offset"),
        lambda pets, next, _: {
            "data": pets, "next_page": None if next is None else {"offset": str(next)},
        },
    ),
    "cursor_pair": Kind(
        {"after": _WHOLE, "before": _WHOLE, "page_size": _WHOLE},
        _object(meta=_object(pets=_PETS, cursor=_object(before=_WHOLE, after=_WHOLE))),
        _at("after"),
        lambda pets, next, _: {"meta": {"pets": pets, "cursor": {"after": next}}},
    ),
    "flag_and_cursor": Kind(
        {"cursor": _TEXT},
        _object(rows=_PETS, next_page=_FLAG, cursor=_TEXT),
        _at("cursor"),
        lambda pets, next, _: {"rows": pets, "next_page": next is not None, "cursor": str(next)},
    ),
    "header_cursor": Kind(
        {"after_cursor": _TEXT, "per_page": _WHOLE},
        _PETS,
        _at("after_cursor"),
        lambda pets, _, __: pets,
        lambda next, _: {} if next is None else {"X-After-Cursor": str(next)},
        declared_headers=("X-After-Cursor",),
    ),
    "header_page": Kind(
        {"page": _WHOLE, "per_page": _WHOLE},
        _PETS,
        _at("page", 1, _SIZE),
        lambda pets, _, __: pets,
        lambda next, _: {"X-Next-Page": "" if next is None else str(next // _SIZE + 1)},
        declared_headers=("X-Next-Page",),
    ),
    "header_in_prose": Kind(
        {"cursor": _TEXT | {"description": "The `X-Pets-Cursor-Next` of the page before."}},
        _PETS,
        _at("cursor"),
        lambda pets, _, __: pets,
        lambda next, _: {} if next is None else {"X-Pets-Cursor-Next": str(next)},
    ),
    "first_max": Kind(
        {"first": _WHOLE, "max": _WHOLE},
        _PETS,
        _at("first"),
        lambda pets, _, __: pets,
        confidence="likely",
    ),
    "page_or_object": Kind(
        {"page": {"oneOf": [_WHOLE, _object(number=_WHOLE)]}, "per_page": _WHOLE},
        _PETS,
        _at("page", 1, _SIZE),
        lambda pets, _, __: pets,
        confidence="likely",
    ),
    "next_and_previous": Kind(
        {"cursor": _TEXT, "page_size": _WHOLE},
        _object(data=_PETS, next=_TEXT, previous=_TEXT),
        _at("at"),
        lambda pets, next, url: {"data": pets, "next": _link(next, url), "previous": None},
    ),
    "offset": Kind(
        {"offset": _WHOLE, "limit": _WHOLE},
        _object(results=_PETS, meta=_object(total=_WHOLE)),
        _at("offset"),
        lambda pets, _, __: {"results": pets, "meta": {"total": _COUNT}},
    ),
    "start_size": Kind(
        {"start": _WHOLE, "size": _WHOLE},
        _object(pets=_PETS, total=_WHOLE),
        _at("start"),
        lambda pets, _, __: {"pets": pets, "total": _COUNT},
    ),
    "start_index": Kind(
        {"startIndex": _WHOLE, "count": _WHOLE},
        _object(Resources=_PETS, totalResults=_WHOLE),
        _at("startIndex", 1),
        lambda pets, _, __: {"Resources": pets, "totalResults": _COUNT},
    ),
    "skip_top": Kind(
        {"$skip": _WHOLE, "$top": _WHOLE},
        _object(value=_PETS, count=_WHOLE | {"description": "The number of all pets."}),
        _at("$skip"),
        lambda pets, _, __: {"value": pets, "count": _COUNT},
    ),
    "page": Kind(
        {"page": _WHOLE, "per_page": _WHOLE},
        _object(pets=_PETS, meta=_object(total_pages=_WHOLE)),
        _at("page", 1, _SIZE),
        lambda pets, _, __: {"pets": pets, "meta": {"total_pages": 3}},
    ),
    "page_alone": Kind(
        {"page": _WHOLE, "per_page": _WHOLE},
        _PETS,
        _at("page", 1, _SIZE),
        lambda pets, _, __: pets,
        confidence="likely",
    ),
    "page_from_zero": Kind(
        {"page": _WHOLE | {"default": 0}, "page_size": _WHOLE},
        _object(data=_PETS, total=_WHOLE),
        _at("page", 0, _SIZE),
        lambda pets, _, __: {"data": pets, "total": _COUNT},
    ),
    "page_from_zero_in_prose": Kind(
        {"page_number": _WHOLE | {"description": "Which page to get. Starts at zero."}},
        _object(pets=_PETS, total=_WHOLE),
        _at("page_number", 0, _SIZE),
        lambda pets, _, __: {"pets": pets, "total": _COUNT},
    ),
    "brackets": Kind(
        {"page[number]": _WHOLE, "page[size]": _WHOLE},
        _object(data=_PETS, meta=_object(total=_WHOLE)),
        _at("page[number]", 1, _SIZE),
        lambda pets, _, __: {"data": pets, "meta": {"total": _COUNT}},
    ),
    "next_page_number": Kind(
        {"page": _WHOLE, "per_page": _WHOLE},
        _object(pets=_PETS, pagination=_object(next_page={"type": ["integer", "null"]})),
        _at("page", 1, _SIZE),
        lambda pets, next, _: {
            "pets": pets,
            "pagination": {"next_page": None if next is None else next // _SIZE + 1},
        },
    ),
    "text_page": Kind(
        {"page": _TEXT, "count": _TEXT},
        _object(pets=_PETS, paging=_object(page=_WHOLE, pages=_WHOLE)),
        _at("page", 1, _SIZE),
        lambda pets, _, __: {"pets": pets, "paging": {"pages": 3}},
    ),
    "page_object": Kind(
        {"offset": _WHOLE, "limit": _WHOLE},
        _object(message=_TEXT, animals=_object(items=_PETS, total=_WHOLE, next=_TEXT)),
        _at("offset"),
        lambda pets, _, __: {"message": "", "animals": {"items": pets, "total": _COUNT}},
    ),
    "link_header": Kind(
        {"page": _WHOLE, "per_page": _WHOLE},
        _PETS,
        _at("at"),
        lambda pets, _, __: pets,
        lambda next, url: {} if next is None else {"Link": f'<{_link(next, url)}>; rel="next"'},
        declared_headers=("Link",),
    ),
    "next_url": Kind(
        {"limit": _WHOLE},
        _object(values=_PETS, next=_URL),
        _at("at"),
        lambda pets, next, url: {"values": pets, "next": _link(next, url)},
    ),
    "next_url_in_prose": Kind(
        {"cursor": _TEXT},
        _object(pets=_PETS, pagination=_object(next_page=_TEXT | {"description": "A URL that calls the next page."})),
        _at("at"),
        lambda pets, next, url: {"pets": pets, "pagination": {"next_page": _link(next, url)}},
    ),
    "links_next": Kind(
        {"page[size]": _WHOLE},
        _object(data=_PETS, links=_object(next=_TEXT, prev=_TEXT)),
        _at("at"),
        lambda pets, next, url: {"data": pets, "links": {"next": _link(next, url)}},
    ),
    "paging_next": Kind(
        {"limit": _WHOLE},
        _object(data=_PETS, paging=_object(next=_URL)),
        _at("at"),
        lambda pets, next, url: {"data": pets, "paging": {"next": _link(next, url)}},
    ),
    "hal": Kind(
        {},
        _object(_embedded=_object(pets=_PETS), _links=_object(next=_object(href=_TEXT))),
        _at("at"),
        lambda pets, next, url: {
            "_embedded": {"pets": pets},
            "_links": {} if next is None else {"next": {"href": _link(next, url)}},
        },
    ),
    "odata": Kind(
        {"$top": _WHOLE},
        _object(value=_PETS, **{"@odata.nextLink": _TEXT}),
        _at("at"),
        lambda pets, next, url: {"value": pets, "@odata.nextLink": _link(next, url)},
    ),
    "next_link": Kind(
        {},
        _object(value=_PETS, nextLink=_TEXT),
        _at("at"),
        lambda pets, next, url: {"value": pets, "nextLink": _link(next, url)},
    ),
    "search": Kind(
        {"query": _TEXT, "cursor": _TEXT, "limit": _WHOLE},
        _object(pets=_PETS, cursor=_TEXT, errors={"type": "array", "items": _object(code=_TEXT)}),
        _at("cursor"),
        lambda pets, next, _: {"pets": pets, **({} if next is None else {"cursor": str(next)})},
        method="post",
    ),
    "search_from_last": Kind(
        {"start_cursor": _TEXT, "page_size": _WHOLE},
        _object(results=_PETS, has_more=_FLAG, next_cursor={"type": ["string", "null"]}),
        _at("start_cursor"),
        lambda pets, next, _: {"results": pets, "has_more": next is not None, "next_cursor": _token(next)},
        method="post",
    ),
    "search_by_offset": Kind(
        {"filter": _TEXT, "offset": _WHOLE, "limit": _WHOLE},
        _object(pets=_PETS, total=_WHOLE),
        _at("offset"),
        lambda pets, _, __: {"pets": pets, "total": _COUNT},
        method="post",
    ),
}  # fmt: skip


def _operation(name: str, kind: Kind) -> dict[str, Any]:
    response = {
        "description": "Pets.",
        "headers": {each: {"schema": _TEXT} for each in kind.declared_headers},
        "content": {"application/json": {"schema": kind.body}},
    }
    operation: dict[str, Any] = {"x-resource": "pets", "x-method": name, "responses": {"200": response}}  # fmt: skip
    if kind.method == "post":
        content = {"application/json": {"schema": _object(**kind.parameters)}}
        return operation | {"requestBody": {"content": content}}
    parameters: list[dict[str, Any]] = []
    for parameter, schema in kind.parameters.items():
        described = {key: value for key, value in schema.items() if key != "description"}
        place = {"name": parameter, "in": "query", "description": schema.get("description", "")}
        parameters.append(place | {"schema": described})
    return operation | {"parameters": parameters}


@pytest.fixture(scope="module")
def suggested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The package of a document with a list of each kind and all suggestions pasted, and these by method."""
    folder = tmp_path_factory.mktemp("suggested")
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Suggested pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {f"/{name}/pets": {kind.method: _operation(name, kind)} for name, kind in KINDS.items()},
    }  # fmt: skip
    spec = folder / "pets.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    api = Compilation(spec, Report()).api
    assert api is not None
    suggestions = suggest_paging(api)
    (folder / "openapi-client.toml").write_text(render_suggestions(suggestions), encoding="utf-8")
    report = Report()
    tree = Compilation(spec, report).tree
    assert tree is not None and not report.errors
    name = write(dict(tree), folder)
    sys.path.insert(0, str(folder / "src"))
    try:
        yield importlib.import_module(name), {each.operation.name: each for each in suggestions}
    finally:
        sys.path.remove(str(folder / "src"))
        for module in [each for each in sys.modules if each.split(".")[0] == name]:
            del sys.modules[module]


class Server:
    """Serves five pets in pages of two, as a kind of paging has it."""

    def __init__(self, package: Any, kind: Kind) -> None:
        self._answer = importlib.import_module(f"{package.__name__}.testing").FakeResponse
        self._kind = kind
        self.starts: list[int] = []

    def __call__(self, request: Any) -> Any:
        kind = self._kind
        url, _, query = request.url.partition("?")
        given: dict[str, Any] = {key: values[0] for key, values in parse_qs(query).items()}
        given |= request.body or {}
        start = kind.start(given)
        self.starts.append(start)
        assert len(self.starts) < 10, "the walk does not end"
        numbers = range(start, min(start + _SIZE, _COUNT))
        pets = [{"id": f"p{number}", "name": f"Pet {number}"} for number in numbers]
        next = start + _SIZE if start + _SIZE < _COUNT else None
        url = f"https://{urlsplit(url).netloc}{urlsplit(url).path}"
        return self._answer(json=kind.page(pets, next, url), headers=kind.headers(next, url))


@pytest.mark.parametrize("name", KINDS)
def test_a_suggested_setting_walks_to_the_end(
    name: str, suggested: tuple[Any, dict[str, Any]]
) -> None:
    package, suggestions = suggested
    kind = KINDS[name]
    assert suggestions[name].confidence == kind.confidence
    testing: Any = importlib.import_module(f"{package.__name__}.testing")
    wanted = [f"Pet {number}" for number in range(_COUNT)]
    extra = {"query": "x"} if "query" in kind.parameters else {}

    server = Server(package, kind)
    fake = testing.FakeTransport()
    fake.respond(f"pets.{name}", server)
    client = package.SuggestedPets(http_client=fake)
    assert [pet.name for pet in getattr(client.pets, name)(**extra)] == wanted
    assert server.starts[:3] == [0, 2, 4]

    async def collect() -> list[str]:
        client = package.AsyncSuggestedPets(http_client=fake)
        return [pet.name async for pet in getattr(client.pets, name)(**extra)]

    assert asyncio.run(collect()) == wanted
