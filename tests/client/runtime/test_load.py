"""A short load against a server with random failures; `nox -s bench -- load` runs the long one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bench.load import Outcome, run_tasks, run_threads


@pytest.mark.parametrize(("run", "workers"), [(run_threads, 16), (run_tasks, 64)])
def test_no_post_is_lost_or_done_twice(
    run: Callable[[int, int], Outcome], workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cloudflare_ai._core.retry.choose_backoff", lambda _: 0.0)
    outcome = run(workers, 400)
    assert max(outcome.processed.values()) == 1
    assert outcome.succeeded <= set(outcome.processed) and len(outcome.succeeded) > 50
    assert outcome.open == 0, "connections are left"
