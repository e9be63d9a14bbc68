"""A process that has everything loaded and does each job in a fork: a document costs no start of Python.

`Forked` is the side of the caller. The process reads a job as a line of JSON, forks, and writes what came of it as
a line of JSON; the child holds limits of time and memory of its own, and whatever it breaks is gone with it.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


class Forked:
    """A process that forks for each job."""

    def __init__(self, seed: str) -> None:
        """Args: seed: the PYTHONHASHSEED of the process."""
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )

    def __call__(self, job: str, *paths: Path, seconds: float, memory: float) -> dict[str, Any]:
        """Let a job be done.

        Args:
            job: a function of `one.py`.
            paths: its arguments.
            seconds: limit of time.
            memory: limit of the address space, in gigabytes.

        Returns:
            The record of the job; with `failure` and `why` where it did not come to its end.
        """
        assert self._process.stdin and self._process.stdout
        request = [job, [str(each) for each in paths], seconds, memory]
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))


def main() -> int:
    """Serve until the input ends."""
    import httpx  # noqa: F401  (every package loads it)

    from tests.corpus import one

    for line in sys.stdin:
        job, paths, seconds, memory = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _work(getattr(one, job), map(Path, paths), seconds, memory, writing)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            text = pipe.read()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps(_broken(code)) if code else text, flush=True)
    return 0


def _work(work: Any, paths: Any, seconds: float, memory: float, writing: int) -> None:
    """The child's part; it does not return."""
    signal.setitimer(signal.ITIMER_REAL, seconds)  # its signal ends the process
    limit = int(memory * (1 << 30))
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        made = work(*paths)
    except BaseException as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"File {Path(frame.filename).name!r}, line {frame.lineno}, in {frame.name}"
        made = {"failure": "crash", "why": [f"{type(error).__name__}: {error} | {where}"[:500]]}
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(json.dumps(made))
    os._exit(0)


def _broken(code: int) -> dict[str, Any]:
    if code == -signal.SIGALRM:
        return {"failure": "time-out", "why": ["time-out"]}
    return {"failure": "crash", "why": [f"exit code {code}"]}


if __name__ == "__main__":
    sys.exit(main())
