"""Generate a client for every document of the corpus and say what came of it.

    python tests/corpus/run.py                    the sample (sample.txt), as in CI
    python tests/corpus/run.py --all              everything; both halves are counted apart
    python tests/corpus/run.py --slice 7/40       every 40th document, from the 7th on
    python tests/corpus/run.py --paths stripe.com.json zoom.us.json
    python tests/corpus/run.py --only even --slice 0/20 --mypy

Results are JSON lines (`--results FILE`); a document that has a line made by the same generator is not
run again, so an interrupted run goes on where it was. `--shown N` prints the failures of the even half.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.corpus.forked import Forked  # noqa: E402
from tests.corpus.packages import Document, cache, documents  # noqa: E402
from tests.corpus.summary import failed, failures, table  # noqa: E402
from tests.support.type_checking import find_type_errors  # noqa: E402


def main() -> int:
    """Run, print the table; 1 where a document of the selection failed."""
    given = _parser().parse_args()
    stamp = _stamp()
    results: Path = given.results or cache() / "results.jsonl"
    results.parent.mkdir(parents=True, exist_ok=True)
    known = _known(results, None if given.keep else stamp)
    chosen = _chosen(given)
    waiting = [each for each in chosen if given.fresh or each.name not in known]
    waiting.sort(key=lambda each: -each.path.stat().st_size)
    began, done = time.monotonic(), 0
    with results.open("a", encoding="utf-8") as file, ThreadPoolExecutor(given.jobs) as pool:
        futures = [pool.submit(_document, each, given) for each in waiting]
        for future in as_completed(futures):
            row = {**future.result(), "stamp": stamp}
            known[row["name"]] = row
            file.write(json.dumps(row) + "\n")
            file.flush()
            done += 1
            _progress(done, len(waiting), time.monotonic() - began, row)
    rows = [known[each.name] for each in chosen if each.name in known]
    print(table(rows))
    print(failures([row for row in rows if row["even"]], given.shown))
    return 1 if any(failed(row) for row in rows) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Generate a client for every document of the corpus."
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--sample", action="store_true", help="the documents of sample.txt (default)"
    )
    which.add_argument("--all", action="store_true", help="every document")
    which.add_argument("--paths", nargs="+", metavar="PATH", help="documents by path or part of it")
    which.add_argument("--slice", metavar="I/N", help="every Nth document, from the Ith on")
    parser.add_argument("--only", choices=("even", "odd"), help="one half of the selection")
    parser.add_argument("--smaller", type=int, metavar="BYTES", help="leave out larger documents")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--mypy",
        action="store_true",
        help="also check with mypy --strict, with and without the extras",
    )
    parser.add_argument(
        "--layout", action="store_true", help="also compare the layout with Black's"
    )
    parser.add_argument("--use", action="store_true", help="also the proof by use (tests/use)")
    parser.add_argument("--once", action="store_true", help="without the second, comparing run")
    parser.add_argument("--seconds", type=float, default=180, help="limit for each step")
    parser.add_argument("--memory", type=float, default=4, help="address space in gigabytes")
    parser.add_argument("--results", type=Path, help="JSON lines (default: in the cache)")
    parser.add_argument("--fresh", action="store_true", help="run again what has a result")
    parser.add_argument(
        "--keep", action="store_true", help="count results of other generators, too"
    )
    parser.add_argument("--shown", type=int, default=30, help="how many failures to print")
    parser.add_argument("--output", type=Path, help="keep the packages here")
    return parser


def _chosen(given: argparse.Namespace) -> list[Document]:
    all_documents = list(documents())
    if given.paths:
        all_documents = [
            each for each in all_documents if any(part in each.name for part in given.paths)
        ]
    elif given.slice:
        first, every = map(int, given.slice.split("/"))
        all_documents = all_documents[first::every]
    elif not given.all:
        names = set((HERE / "sample.txt").read_text(encoding="utf-8").split())
        all_documents = [each for each in all_documents if each.name in names]
    if given.only:
        all_documents = [each for each in all_documents if each.even == (given.only == "even")]
    return [
        each
        for each in all_documents
        if not given.smaller or each.path.stat().st_size < given.smaller
    ]


def _stamp() -> str:
    """What identifies the generator: its sources and templates."""
    digest = hashlib.sha256()
    for folder in ("generator", "templates"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _known(results: Path, stamp: str | None) -> dict[str, dict[str, Any]]:
    rows = (
        map(json.loads, results.read_text(encoding="utf-8").splitlines())
        if results.exists()
        else ()
    )
    return {row["name"]: row for row in rows if stamp is None or row["stamp"] == stamp}


def _document(document: Document, given: argparse.Namespace) -> dict[str, Any]:
    """Everything that is asked of one document."""
    row: dict[str, Any] = {
        "name": document.name,
        "even": document.even,
        "bytes": document.path.stat().st_size,
    }
    work = Path(tempfile.mkdtemp(prefix="corpus-"))
    output = given.output / document.name.replace("/", "_") if given.output else work / "package"
    shutil.rmtree(output, ignore_errors=True)
    limits = {"seconds": given.seconds, "memory": given.memory}
    try:
        row |= _forked("0")("generated", document.path, output, **limits)
        if "failure" in row:
            return row
        if not given.once:
            again = _forked("1")("again", document.path, **limits)
            row["same"] = again.get("digest") == row["digest"]
        loaded = _forked("0")("imported", output, **limits)
        row |= {"imports": loaded["why"]} if "failure" in loaded else loaded
        if given.layout:
            checked = _forked("0")("laid_out", output, **{**limits, "seconds": given.seconds * 3})
            row |= {"layout": checked["why"]} if "failure" in checked else checked
        if given.use:
            proof = _forked("0")("used", document.path, **{**limits, "seconds": given.seconds * 3})
            row |= {"use": proof["why"]} if "failure" in proof else proof
        if given.mypy:
            row["mypy"] = _mypy(output, given.seconds * 3)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return row


_OWN = threading.local()


def _forked(seed: str) -> Forked:
    """The process of this thread that forks with this PYTHONHASHSEED."""
    all_documents: Forked | None = getattr(_OWN, f"seed{seed}", None)
    if all_documents is None:
        all_documents = Forked(seed)
        setattr(_OWN, f"seed{seed}", all_documents)
    return all_documents


def _mypy(output: Path, seconds: float) -> list[str]:
    source = output / "src"
    package = next(each.name for each in source.iterdir() if (each / "__init__.py").exists())
    with tempfile.TemporaryDirectory() as work:
        try:
            return find_type_errors(source, [package], Path(work), seconds)
        except subprocess.TimeoutExpired:
            return ["time-out"]


def _progress(done: int, total: int, seconds: float, row: dict[str, Any]) -> None:
    left = seconds / done * (total - done)
    name = row["name"] if row["even"] else "(odd half)"
    mark = "FAILED " if failed(row) else ""
    print(f"{done}/{total}, {left / 60:.0f} min left: {mark}{name}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
