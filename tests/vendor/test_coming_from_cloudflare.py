"""Every row of the guide, run against `cloudflare` and against this client."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cloudflare_ai
import pytest

from .changes import CHANGES
from .loopback import Requests, serve
from .programs import after as changed_program

cloudflare = pytest.importorskip("cloudflare")

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(__file__).parent / "programs"
GUIDE = (ROOT / "docs" / "coming-from-cloudflare.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|`]+) \| `([^|]+)` \| `([^|]+)` \|$", GUIDE, re.MULTILINE)
CODE = ROWS[:-3]
"""The last table says what is sent."""


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Requests]]:
    with serve() as started:
        yield started


def names(client: Any, package: Any, base_url: str) -> dict[str, Any]:
    """What the rows of the guide mention."""
    gateways, logs = client.ai_gateway, client.ai_gateway.logs
    try:
        gateways.get("missing", account_id="account")
    except package.NotFoundError as caught:
        error = caught
    return {
        **vars(package),
        "Error": cloudflare_ai.Error,
        "client": client,
        "page": gateways.list(account_id="account"),
        "log": logs.get("log", gateway_id="g", account_id="account"),
        "error": error,
        "json": json,
        "account": "account",
        "base_url": base_url,
    }


def plain(value: Any) -> Any:
    """A value without the classes of either package."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.id if hasattr(value, "id") else value


def run(code: str, scope: dict[str, Any]) -> Any:
    if code.startswith(("from ", "with ")):
        exec(code, scope)
        return scope.get("value")
    return plain(eval(code, scope))


@pytest.fixture
def both(server: tuple[str, Requests]) -> Iterator[tuple[Any, Any]]:
    """A client of each package."""
    settings: Any = {"api_token": "token", "base_url": server[0], "max_retries": 0}
    with (
        cloudflare.Cloudflare(**settings) as theirs,
        cloudflare_ai.CloudflareAI(**settings) as ours,
    ):
        yield theirs, ours


@pytest.mark.parametrize(("change", "before", "after"), CODE)
def test_rows(
    both: tuple[Any, Any], server: tuple[str, Requests], change: str, before: str, after: str
) -> None:
    theirs, ours = both
    base_url, requests = server
    scope = names(theirs, cloudflare, base_url)
    mark = len(requests)
    expected = run(before, scope)
    sent, mark = requests[mark:], len(requests)
    scope = names(ours, cloudflare_ai, base_url)
    mark = len(requests)
    assert run(after, scope) == expected
    assert requests[mark:] == sent


def test_the_guide_has_these_tables() -> None:
    assert len(CODE) == 33 and len(ROWS) == 36


def query_of(requests: Requests) -> dict[str, str]:
    return dict(requests[-1][2])


def test_times_are_sent_as_the_guide_says(
    both: tuple[Any, Any], server: tuple[str, Requests]
) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    for client, cell in zip(both, ROWS[-3][1:], strict=True):
        assert client.ai_gateway.logs.list("g", account_id="a", start_date=moment) is not None
        assert f"start_date={query_of(server[1])['start_date']}" == cell


def test_filters_are_sent_as_the_guide_says(
    both: tuple[Any, Any], server: tuple[str, Requests]
) -> None:
    filters = [{"key": "model", "operator": "eq", "value": ["m"]}]
    for client, cell in zip(both, ROWS[-2][1:], strict=True):
        assert client.ai_gateway.logs.list("g", account_id="a", filters=filters) is not None
        assert "&".join(f"{name}={value}" for name, value in query_of(server[1]).items()) == cell


def test_a_list_ends_as_the_guide_says(both: tuple[Any, Any], server: tuple[str, Requests]) -> None:
    """The documented example says that there is one log, where the path says so."""
    for client, pages in zip(both, (2, 1), strict=True):
        before = len(server[1])
        assert len(list(client.ai_gateway.logs.list("only-one", account_id="a"))) == 1
        assert (
            len(server[1]) - before
            == pages
            == ROWS[-1][1 if client is both[0] else 2].count("page=")
        )


def test_the_program_makes_the_same_requests_with_the_changes_that_the_guide_names() -> None:
    from .programs import before as program

    with serve() as (base_url, expected):
        results = program.main(base_url)
    with serve() as (base_url, requests):
        assert changed_program.main(base_url) == results
    assert [shown(each) for each in requests] == [shown(each) for each in expected]
    assert len({method for method, *_ in requests}) == 5


def shown(request: tuple[Any, ...]) -> str:
    """A request, with times in UTC written in one way."""
    return str(request).replace("+00:00", "Z")


def test_nothing_else_was_changed() -> None:
    text = (PROGRAMS / "before.py").read_text(encoding="utf-8")
    assert text.count("\n") >= 150
    rows = {row[0] for row in CODE}
    for change, before, after in CHANGES:
        assert change in rows and before in text
        text = text.replace(before, after)
    assert text == (PROGRAMS / "after.py").read_text(encoding="utf-8")
