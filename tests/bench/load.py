"""The client under load: many threads or tasks, and a server with random failures."""

from __future__ import annotations

import asyncio
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from statistics import median
from typing import Any

import httpx
from attrs import define, field, frozen
from cloudflare_ai import APIError, AsyncCloudflareAI, CloudflareAI

_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=1000)
ROUNDS = 9
_CALLS = 1024  # in a round
OPTIONS: dict[str, Any] = {"api_token": "t", "account_id": "a", "max_retries": 5}


@define
class Outcome:
    """What client and server saw of a load.

    Attributes:
        processed: How often the server processed each POST, by the number in it.
        succeeded: The POSTs that the client was told to be done.
        failed: The number of calls that ended with an error of the package.
        open: The number of connections at the server after the client was closed.
        seconds: How long the calls took together.
    """

    processed: Counter[int] = field(factory=Counter[int])
    succeeded: set[int] = field(factory=set[int])
    failed: int = 0
    open: int = 0
    seconds: float = 0.0


@contextmanager
def faulty_server(outcome: Outcome, seed: int) -> Iterator[str]:
    """Serve on loopback: half of the responses are as they should be."""
    dice = random.Random(seed)
    loop = asyncio.new_event_loop()
    writers: set[asyncio.StreamWriter] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        outcome.open += 1
        writers.add(writer)
        try:
            while await respond(reader, writer, dice, outcome):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            outcome.open -= 1
            writers.discard(writer)
            writer.close()

    async def start() -> asyncio.Server:
        return await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1024)

    server = loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def respond(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    dice: random.Random,
    outcome: Outcome,
) -> bool:
    """Respond to one request; return whether the connection stays."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = int(head.partition("content-length: ")[2].partition("\r\n")[0] or 0)
    body = await reader.readexactly(length)
    failure = dice.choice(["", "", "", "", "429", "503", "reset", "half"])
    if failure == "429":
        return await _send(writer, 429, b"{}", "retry-after: 0\r\n")
    if head.startswith("post"):
        outcome.processed[json.loads(body)["number"]] += 1
    if failure == "503":
        return await _send(writer, 503, b"{}", "retry-after: 0\r\n")
    if failure == "reset":
        writer.transport.abort()
        return False
    if failure == "half":
        await _send(writer, 200, b'{"re', "", length=50)
        return False
    return await _send(writer, 200, b'{"result": {}, "success": true}', "")


async def _send(
    writer: asyncio.StreamWriter, status: int, body: bytes, fields: str, length: int | None = None
) -> bool:
    size = len(body) if length is None else length
    kind = "content-type: application/json\r\n"
    writer.write(f"HTTP/1.1 {status} X\r\n{kind}{fields}content-length: {size}\r\n\r\n".encode())
    writer.write(body)
    await writer.drain()
    return True


def run_threads(workers: int, calls: int, seed: int = 1) -> Outcome:
    """Let threads share one sync client; every other call is a POST."""
    outcome = Outcome()
    with faulty_server(outcome, seed) as url:
        with CloudflareAI(base_url=url, **OPTIONS) as client:

            def call(number: int) -> None:
                try:
                    if number % 2:
                        client.request("GET", "/x")
                    else:
                        client.request("POST", "/x", body={"number": number})
                        outcome.succeeded.add(number)
                except APIError:
                    failures.append(number)

            failures: list[int] = []
            begun = time.perf_counter()
            with ThreadPoolExecutor(workers) as pool:
                list(pool.map(call, range(calls)))
            outcome.seconds = time.perf_counter() - begun
        outcome.failed = len(failures)
        _wait_until_closed(outcome)
    return outcome


def run_tasks(workers: int, calls: int, seed: int = 1) -> Outcome:
    """Let tasks share one async client; every other call is a POST."""
    outcome = Outcome()

    async def main(url: str) -> None:
        numbers = count()
        async with AsyncCloudflareAI(base_url=url, **OPTIONS) as client:

            async def work() -> None:
                while (number := next(numbers)) < calls:
                    try:
                        if number % 2:
                            await client.request("GET", "/x")
                        else:
                            await client.request("POST", "/x", body={"number": number})
                            outcome.succeeded.add(number)
                    except APIError:
                        outcome.failed += 1

            begun = time.perf_counter()
            await asyncio.gather(*(work() for _ in range(workers)))
            outcome.seconds = time.perf_counter() - begun

    with faulty_server(outcome, seed) as url:
        asyncio.run(main(url))
        _wait_until_closed(outcome)
    return outcome


@frozen
class Throughput:
    """Processor seconds of a call, of bare httpx and of ours, in rounds that take turns.

    Attributes:
        rounds: Seconds of httpx and of ours in each round.
    """

    rounds: tuple[tuple[float, float], ...]

    @property
    def seconds(self) -> tuple[float, float]:
        """The median of each."""
        bare, ours = zip(*self.rounds, strict=True)
        return median(bare), median(ours)

    @property
    def ratio(self) -> tuple[float, float, float]:
        """The median of the ratios of the rounds, the least, and the greatest."""
        ratios = [ours / bare for bare, ours in self.rounds]
        return median(ratios), min(ratios), max(ratios)


def measure_threads(url: str, workers: int, calls: int) -> Throughput:
    """Measure threads that share a client: each call is a GET whose JSON is parsed."""
    rounds: list[tuple[float, float]] = []
    with httpx.Client(limits=_LIMITS, timeout=60) as bare, ThreadPoolExecutor(workers) as pool:
        with CloudflareAI(base_url=url, **OPTIONS) as ours:
            headers = {"authorization": "Bearer t"}
            contestants: list[Callable[[int], object]] = [
                lambda _: bare.get(f"{url}/x", headers=headers).json(),
                lambda _: ours.request("GET", "/x"),
            ]
            for number in range(ROUNDS + 1):
                seconds = [0.0, 0.0]
                for index in _order(number):
                    begun = time.process_time()
                    list(pool.map(contestants[index], range(calls)))
                    seconds[index] = (time.process_time() - begun) / calls
                rounds.append((seconds[0], seconds[1]))
    return Throughput(tuple(rounds[1:]))  # the first opens the connections


async def measure_tasks(url: str, workers: int, calls: int) -> Throughput:
    """Do what `measure_threads` does, for tasks."""
    rounds: list[tuple[float, float]] = []
    async with httpx.AsyncClient(limits=_LIMITS, timeout=60) as bare:
        async with AsyncCloudflareAI(base_url=url, **OPTIONS) as ours:
            headers = {"authorization": "Bearer t"}

            async def get() -> object:
                return (await bare.get(f"{url}/x", headers=headers)).json()

            contestants: list[Callable[[], Any]] = [get, lambda: ours.request("GET", "/x")]
            for number in range(ROUNDS + 1):
                seconds = [0.0, 0.0]
                for index in _order(number):
                    begun = time.process_time()
                    works = (_repeat(contestants[index], calls // workers) for _ in range(workers))
                    await asyncio.gather(*works)
                    seconds[index] = (time.process_time() - begun) / (calls // workers * workers)
                rounds.append((seconds[0], seconds[1]))
    return Throughput(tuple(rounds[1:]))


def _order(number: int) -> tuple[int, int]:
    """Return who begins a round: each in turn, so that neither always runs on a warm machine."""
    return (0, 1) if number % 2 else (1, 0)


async def _repeat(call: Callable[[], Any], times: int) -> None:
    for _ in range(times):
        await call()


def _wait_until_closed(outcome: Outcome) -> None:
    end = time.monotonic() + 30
    while outcome.open and time.monotonic() < end:
        time.sleep(0.01)


HEAD = """## Load

One client shared by threads or tasks, half of the calls POSTs, against a server with random failures in half of its responses (429, 503,
reset, half a response); up to five repetitions, pauses included. The second of two runs in one process; memory is what it added to the peak of the first.

| | calls a second | failed | POSTs processed twice | reported done, but not processed | connections left | memory, MB |
|---|--:|--:|--:|--:|--:|--:|
"""


THROUGHPUT = """
The same workers against a server without failures, beside a bare `httpx.Client` and `httpx.AsyncClient` that do the same work in the same
process: a GET with a token, its JSON parsed. Processor time of a call in µs, the median of {rounds} rounds in which the two take turns, and the
median of the rounds' ratios with the least and the greatest; below 1 is more calls a second than httpx by hand.

| | httpx | ours | × |
|---|--:|--:|--:|"""


def rows(calls: int = 5_000) -> Iterator[str]:
    """Run the whole load; one row of the table for each kind of workers."""
    from resource import RUSAGE_SELF, getrusage  # Windows has none

    for name, run, workers in (("threads", run_threads, 64), ("tasks", run_tasks, 256)):
        run(workers, calls)
        peak = getrusage(RUSAGE_SELF).ru_maxrss
        outcome = run(workers, calls)
        grown = (getrusage(RUSAGE_SELF).ru_maxrss - peak) / 1024
        twice = sum(times > 1 for times in outcome.processed.values())
        missing = len(outcome.succeeded - set(outcome.processed))
        rate = f"{calls / outcome.seconds:,.0f}"
        yield (
            f"| {workers} {name} | {rate} | {outcome.failed} | {twice} | {missing} | {outcome.open} "
            f"| {grown:.1f} |"
        )
    yield from _throughput_rows()


def _throughput_rows() -> Iterator[str]:
    from .calling import serving

    yield THROUGHPUT.format(rounds=ROUNDS)
    with serving(0) as url:
        yield _throughput_row("64 threads", measure_threads(url, 64, _CALLS))
        yield _throughput_row("256 tasks", asyncio.run(measure_tasks(url, 256, _CALLS)))


def _throughput_row(name: str, throughput: Throughput) -> str:
    bare, ours = throughput.seconds
    middle, least, greatest = throughput.ratio
    return (
        f"| {name} | {bare * 1e6:,.0f} | {ours * 1e6:,.0f} "
        f"| **{middle:.2f}** ({least:.2f} to {greatest:.2f}) |"
    )
