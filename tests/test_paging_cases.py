"""The generated methods of every paging style, walked to the end through a transport of the test's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from .support.cases import imported
from .test_operation_cases import Answer, client

BOOKS = [{"title": f"Book {number}"} for number in range(5)]


class Fields(dict[str, str]):
    """Header fields as a transport gives them."""

    def get_list(self, name: str) -> list[str]:
        return [self[name]] if name in self else []


class Shelf:
    """A server of two books a page, whichever way it is asked."""

    def __init__(self) -> None:
        self.queries: list[str] = []

    def send(self, request: Any) -> Answer:
        url = urlsplit(request.url)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        members: dict[str, Any] = json.loads(request.content or b"{}")
        query |= {name: str(value) for name, value in members.items()}
        self.queries.append(url.query or "&".join(f"{name}={members[name]}" for name in members))
        if url.path.endswith("from-zero"):
            query["page"] = str(int(query.get("page", 0)) + 1)
        elif url.path.endswith("from-one"):
            query["skip"] = str(int(query.get("start", 1)) - 1)
        if after := query.get("starting_after"):
            query["skip"] = str([book["title"] for book in BOOKS].index(after) + 1)
        start = int(query.get("skip") or query.get("after") or (int(query.get("page", 1)) - 1) * 2)
        more = start + 2 < len(BOOKS)
        following = str(start + 2) if "cursor" in url.path else f"{url.path}?skip={start + 2}"
        meta: dict[str, Any] = {
            "total": len(BOOKS),
            "more": more,
            "next": following if more else None,
            "@odata.nextLink": following if more else None,
        }
        books = BOOKS[start : start + 2]
        body = json.dumps(books if "bare" in url.path else {"books": books, "meta": meta})
        if "odata" in url.path:
            body = json.dumps({"odata.books": books, "@odata.nextLink": meta["next"]})
        answer = Answer(body.encode(), "application/json", 200)
        answer.headers = Fields(answer.headers)
        if "cursor-in-header" in url.path and more:
            answer.headers["x-after"] = following
        if "by-header" in url.path and more:
            answer.headers["link"] = f'<{url.path}?skip={start + 2}>; rel="next"'
        return answer

    def close(self) -> None: ...


@pytest.mark.parametrize(
    ("method", "arguments", "queries"),
    [
        ("by_page", {"per_page": 2}, ["per_page=2", "page=2&per_page=2", "page=3&per_page=2"]),
        ("by_cursor", {}, ["", "after=2", "after=4"]),
        ("by_last_item", {}, ["", "starting_after=Book%201", "starting_after=Book%203"]),
        (
            "bare",
            {},
            ["", *(f"starting_after=Book%20{number}" for number in (1, 3, 4))],
        ),
        ("by_offset", {"limit": 2}, ["limit=2", "skip=2&limit=2", "skip=4&limit=2"]),
        ("by_link", {}, ["", "skip=2", "skip=4"]),
        ("by_header", {}, ["", "skip=2", "skip=4"]),
        ("from_zero", {}, ["", "page=1", "page=2"]),
        (
            "from_one",
            {"count": 2},
            ["count=2", "start=3&count=2", "start=5&count=2"],
        ),
        ("by_cursor_in_header", {}, ["", "after=2", "after=4"]),
        ("by_odata", {}, ["", "skip=2", "skip=4"]),
        (
            "search",
            {"title": "Book"},
            ["title=Book", "title=Book&after=2", "title=Book&after=4"],
        ),
        (
            "search_by_page",
            {"title": "Book", "per_page": 2},
            [
                "title=Book&per_page=2",
                "title=Book&per_page=2&page=2",
                "title=Book&per_page=2&page=3",
            ],
        ),
    ],
)
def test_a_list_goes_on_to_its_end(
    tmp_path: Path, method: str, arguments: dict[str, int], queries: list[str]
) -> None:
    shelf = Shelf()
    with imported("paging", tmp_path) as package:
        books = client(package, shelf).books  # type: ignore[arg-type]
        titles = [book.title for book in getattr(books, method)(**arguments)]
        assert titles == [book["title"] for book in BOOKS]
    assert [sorted(each.split("&")) for each in shelf.queries] == [
        sorted(each.split("&")) for each in queries
    ]
