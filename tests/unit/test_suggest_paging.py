"""Paging that a document does not declare is suggested by the shapes of parameters and responses."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.diagnostics import Report
from generator.lowering.checks.suggest_paging import Suggestion, suggest_paging
from generator.pipeline import Compilation, Options

_ITEM = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
_ITEMS = {"type": "array", "items": _ITEM}
_TEXT, _WHOLE, _FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
_URL = {"type": "string", "format": "uri"}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _document(
    query: dict[str, Any], body: dict[str, Any], headers: dict[str, Any], path: str = "/pets"
) -> dict[str, Any]:
    parameters = [{"name": name, "in": "query", "schema": schema} for name, schema in query.items()]
    response = {
        "description": "Fine.",
        "headers": {name: {"schema": _TEXT} for name in headers},
        "content": {"application/json": {"schema": body}},
    }
    operation = {"parameters": parameters, "responses": {"200": response}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {path: {"get": operation}},
    }


def _suggest(folder: Path, document: dict[str, Any]) -> list[Suggestion]:
    spec = folder / "pets.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    api = Compilation(spec, Report(), Options()).api
    assert api is not None
    return suggest_paging(api)


@pytest.mark.parametrize(
    ("query", "body", "headers", "paging"),
    [
        (
            {"after": _TEXT, "limit": _WHOLE},
            _object(data=_ITEMS, has_more=_FLAG, last_id=_TEXT),
            {},
            {
                "style": "cursor",
                "items": "data",
                "size": "limit",
                "cursor": "after",
                "next": "last_id",
                "has_more": "has_more",
            },
        ),
        (
            {"cursor": _TEXT},
            _object(pets=_ITEMS, errors=_ITEMS, next_cursor={"type": ["string", "null"]}),
            {},
            {"style": "cursor", "items": "pets", "cursor": "cursor", "next": "next_cursor"},
        ),
        (  # `after` is a time, or another cursor than the one that the response names
            {"after": {"type": "string", "format": "date-time"}, "iterator": _TEXT},
            _object(data=_ITEMS, iterator=_TEXT, prevIterator=_TEXT, done=_FLAG),
            {},
            {"style": "cursor", "items": "data", "cursor": "iterator", "next": "iterator"},
        ),
        (
            {"after": _TEXT, "marker": _TEXT},
            _object(data=_ITEMS, marker=_TEXT),
            {},
            {"style": "cursor", "items": "data", "cursor": "marker", "next": "marker"},
        ),
        (
            {"starting_after": _TEXT, "limit": _WHOLE},
            _object(object=_TEXT, data=_ITEMS, has_more=_FLAG, url=_TEXT),
            {},
            {
                "style": "cursor",
                "items": "data",
                "size": "limit",
                "cursor": "starting_after",
                "next": "data.-1.id",
                "has_more": "has_more",
            },
        ),
        (
            {"starting_after": _TEXT},
            _object(data={"type": "array", "items": _object(token=_TEXT)}, has_more=_FLAG),
            {},
            {
                "style": "cursor",
                "items": "data",
                "cursor": "starting_after",
                "next": "data.-1.token",
                "has_more": "has_more",
            },
        ),
        (
            {"start_after_pet_id": _TEXT},
            _object(pets=_ITEMS, last_pet_id=_TEXT, has_more=_FLAG),
            {},
            {
                "style": "cursor",
                "items": "pets",
                "cursor": "start_after_pet_id",
                "next": "last_pet_id",
                "has_more": "has_more",
            },
        ),
        (
            {"last_doc": _TEXT},
            _object(pets=_ITEMS, owners=_ITEMS, next_doc=_TEXT),
            {},
            {"style": "cursor", "items": "pets", "cursor": "last_doc", "next": "next_doc"},
        ),
        (
            {"starting_after": _TEXT, "per_page": _WHOLE},
            _object(pets=_ITEMS, pages=_object(next=_object(starting_after=_TEXT))),
            {},
            {
                "style": "cursor",
                "items": "pets",
                "size": "per_page",
                "cursor": "starting_after",
                "next": "pages.next.starting_after",
            },
        ),
        (
            {"page": _WHOLE},
            _object(pets=_object(results=_ITEMS, count=_WHOLE | {"description": "Of all pages."})),
            {},
            {"style": "page", "items": "pets.results", "page": "page", "total": "pets.count"},
        ),
        (
            {"pageToken": _TEXT, "pageSize": _WHOLE},
            _object(pets=_ITEMS, nextPageToken=_TEXT),
            {},
            {
                "style": "cursor",
                "items": "pets",
                "size": "pageSize",
                "cursor": "pageToken",
                "next": "nextPageToken",
            },
        ),
        (
            {"offset": _WHOLE, "limit": _WHOLE},
            _object(results=_ITEMS, meta=_object(total=_WHOLE)),
            {},
            {
                "style": "offset",
                "items": "results",
                "size": "limit",
                "offset": "offset",
                "total": "meta.total",
                "info": "meta",
            },
        ),
        (
            {"page": _WHOLE, "per_page": _WHOLE},
            _object(items=_ITEMS, pagination=_object(total_pages=_WHOLE)),
            {},
            {
                "style": "page",
                "items": "items",
                "size": "per_page",
                "page": "page",
                "total_pages": "pagination.total_pages",
                "info": "pagination",
            },
        ),
        (
            {"page[number]": _WHOLE, "page[size]": _WHOLE},
            _object(data=_ITEMS, meta=_object(total=_WHOLE)),
            {},
            {
                "style": "page",
                "items": "data",
                "size": "page[size]",
                "page": "page[number]",
                "total": "meta.total",
                "info": "meta",
            },
        ),
        (
            {"marker": _TEXT},
            _object(entries=_ITEMS, next_marker=_TEXT),
            {},
            {"style": "cursor", "items": "entries", "cursor": "marker", "next": "next_marker"},
        ),
        ({"since": _TEXT}, _ITEMS, {"Link": 1}, {"style": "link"}),
        (
            {"page": _TEXT},
            _object(results=_ITEMS, next=_URL),
            {},
            {"style": "link", "items": "results", "next": "next"},
        ),
        (
            {},
            _object(pets=_ITEMS, _links=_object(next=_object(href=_URL))),
            {},
            {"style": "link", "items": "pets", "next": "_links.next.href"},
        ),
    ],
    ids=[
        "last id",
        "cursor",
        "a time and a cursor",
        "the cursor that is named",
        "last item",
        "last token",
        "last of its noun",
        "pair",
        "nested pair",
        "wrapped",
        "token",
        "offset",
        "page",
        "brackets",
        "marker",
        "header",
        "url",
        "hal",
    ],
)
def test_paging_is_recognized_by_its_shape(
    query: dict[str, Any],
    body: dict[str, Any],
    headers: dict[str, Any],
    paging: dict[str, str],
    tmp_path: Path,
) -> None:
    [suggestion] = _suggest(tmp_path, _document(query, body, headers))
    assert suggestion.paging == paging
    assert suggestion.confidence == "sure"


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ({}, _object(data=_ITEMS)),
        ({"limit": _WHOLE}, _object(data=_ITEMS)),
        ({"after": {"type": "string", "format": "date-time"}}, _object(data=_ITEMS)),
        ({"page": _WHOLE}, _object(name=_TEXT)),
        ({"cursor": _TEXT}, _object(data=_ITEMS)),
        ({"page": _WHOLE}, _object(errors=_ITEMS)),
        ({"starting_after": _TEXT}, _object(data=_ITEMS)),
        (
            {"starting_after": _TEXT},
            _object(data={"type": "array", "items": _TEXT}, has_more=_FLAG),
        ),
        ({"last_login": _TEXT}, _object(data=_ITEMS, next_login=_FLAG)),
        ({"from": _WHOLE, "to": _WHOLE, "limit": _WHOLE}, _object(data=_ITEMS)),
        (
            {"offset": _WHOLE | {"description": "A timestamp."}, "limit": _WHOLE},
            _object(data=_ITEMS),
        ),
        ({"page": _WHOLE, "page_token": _TEXT}, _object(data=_ITEMS)),
        ({}, _object(id=_TEXT, items=_ITEMS, _links=_object(next=_object(href=_URL)))),
        ({"page": _WHOLE}, _object(id=_TEXT, tags=_ITEMS)),
        ({"after": _TEXT, "before": _TEXT, "limit": _WHOLE}, _ITEMS),
    ],
    ids=[
        "no parameter",
        "size alone",
        "a date",
        "no list",
        "no next cursor",
        "errors alone",
        "no end",
        "no identity",
        "no pair",
        "a time window",
        "a timestamp",
        "a token that nothing names",
        "links of one thing",
        "one thing",
        "either direction",
    ],
)
def test_nothing_is_suggested_where_there_is_no_paging(
    query: dict[str, Any], body: dict[str, Any], tmp_path: Path
) -> None:
    assert _suggest(tmp_path, _document(query, body, {})) == []


def test_a_parameter_alone_is_only_likely(tmp_path: Path) -> None:
    [suggestion] = _suggest(tmp_path, _document({"page": _WHOLE}, _ITEMS, {}))
    assert (suggestion.confidence, suggestion.paging) == (
        "likely",
        {"style": "page", "page": "page"},
    )


def test_what_lint_suggests_can_be_pasted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "pets.json"
    path = '/pets"\n[operations.x]\nmethod = "hacked'
    body = _object(data=_ITEMS, next_cursor=_TEXT)
    spec.write_text(json.dumps(_document({"cursor": _TEXT}, body, {}, path)), encoding="utf-8")
    main(["lint", str(spec), "--suggest"])
    settings = capsys.readouterr().out
    assert list(tomllib.loads(settings)["operations"]) == [f"GET {path}"]
    (tmp_path / "openapi-client.toml").write_text(settings, encoding="utf-8")
    api = Compilation(spec, Report(), Options()).api
    assert api is not None and api.operations[0].paging is not None
    assert suggest_paging(api) == [], "what is declared is not suggested again"


def test_lint_names_what_an_index_would_not_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = _document({"cursor": _TEXT}, _object(data=_ITEMS, next_cursor=_TEXT), {})
    document["info"] |= {"license": {"identifier": "MIT"}}
    spec = tmp_path / "pets.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    main(["lint", str(spec), "--suggest"])
    output = capsys.readouterr().out
    assert "# no info.contact: authors = " in output and "licen" not in output
    main(["lint", str(spec), "--suggest", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["missing"] == ["authors", "description"]


def test_init_writes_what_is_sure(tmp_path: Path) -> None:
    spec = tmp_path / "pets.json"
    sure = _document({"cursor": _TEXT}, _object(data=_ITEMS, next_cursor=_TEXT), {})
    likely = _document({"page": _WHOLE}, _ITEMS, {}, "/toys")
    sure["paths"] |= likely["paths"]
    spec.write_text(json.dumps(sure), encoding="utf-8")
    assert main(["init", str(spec), "--yes"]) == 0
    settings = tomllib.loads((tmp_path / "openapi-client.toml").read_text(encoding="utf-8"))
    assert list(settings["operations"]) == ["GET /pets"]
