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
    """Per contestant, in `unit`."""

    def ratio(self, name: str) -> float:
        """Return how many times as much as the base `name` takes."""
        return self.values[name] / self.values[self.base]


def compare(
    name: str,
    target: str,
    contestants: Contestants,
    *,
    rounds: int = 25,
    least: float = 0.02,
    waits: bool = True,
) -> Measure:
    """Run `contestants` in turn; the first is the base of the ratios.

    Work that waits for nothing is measured by the least processor time of its turns: what other
    processes do on the machine changes that least. Other work is measured by its median time.

    Args:
        name: what is measured.
        target: what we promise, in words.
        contestants: what runs, by name.
        rounds: how often each gets its turn.
        least: seconds a turn lasts at least; short work is repeated.
        waits: whether the contestants wait for a server.
    """
    clock = time.perf_counter if waits else time.process_time
    repeats = {each: _repeats(run, least, clock) for each, run in contestants.items()}
    times: dict[str, list[float]] = {each: [] for each in contestants}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for each, run in contestants.items():
                began = clock()
                for _ in range(repeats[each]):
                    run()
                times[each].append((clock() - began) / repeats[each])
            gc.collect()
    finally:
        gc.enable()
    summary = statistics.median if waits else min
    values = {each: summary(samples) * 1e6 for each, samples in times.items()}
    return Measure(name, target, "µs", next(iter(contestants)), values)


def _repeats(run: Callable[[], object], least: float, clock: Callable[[], float]) -> int:
    """Return how often `run` fits into `least` seconds of a clock; its first run is not counted."""
    run()
    began, runs = clock(), 0
    while clock() - began < least / 10 and runs < 1000:
        run()
        runs += 1
    return max(1, int(least * runs / max(clock() - began, 1e-9)))
