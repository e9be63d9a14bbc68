"""Taking turns: on a shared machine only ratios within one run mean anything."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping

from attrs import frozen

Contestants = Mapping[str, Callable[[], object]]


@frozen
class Measure:
    """One row of the table: a ratio for each contestant against the first."""

    name: str
    target: str
    unit: str
    base: str
    values: dict[str, float]
    """Median per contestant, in `unit`."""

    def ratio(self, name: str) -> float:
        """Return how many times as much as the base `name` takes."""
        return self.values[name] / self.values[self.base]


def compare(
    name: str, target: str, contestants: Contestants, *, rounds: int = 25, least: float = 0.02
) -> Measure:
    """Run `contestants` in turn; the first is the base of the ratios.

    Args:
        name: what is measured.
        target: what we promise, in words.
        contestants: what runs, by name.
        rounds: how often each gets its turn.
        least: seconds a turn lasts at least; short work is repeated.
    """
    repeats = {each: _repeats(run, least) for each, run in contestants.items()}
    times: dict[str, list[float]] = {each: [] for each in contestants}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for each, run in contestants.items():
                began = time.perf_counter()
                for _ in range(repeats[each]):
                    run()
                times[each].append((time.perf_counter() - began) / repeats[each])
            gc.collect()
    finally:
        gc.enable()
    values = {each: statistics.median(samples) * 1e6 for each, samples in times.items()}
    return Measure(name, target, "µs", next(iter(contestants)), values)


def _repeats(run: Callable[[], object], least: float) -> int:
    began = time.perf_counter()
    run()
    run()
    return max(1, int(least / max(time.perf_counter() - began, 1e-9) * 2))
