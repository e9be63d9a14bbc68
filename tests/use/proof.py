"""The proof by use of one document: what is promised of every package, exercised on its package."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import field, frozen

from generator.diagnostics import Report
from generator.diff.compare_apis import compare
from generator.diff.snapshot import Snapshot
from generator.pipeline import Compilation

from .calls import call_everything
from .snippets import run_snippets


@frozen
class Proof:
    """What came of using one package.

    Attributes:
        calls: how many calls were made.
        skipped: operations for which no valid arguments could be made, and why.
        snippets: how many snippets of the README ran.
        failures: one line for each promise that does not hold; it begins with the name of the promise.
    """

    calls: int
    snippets: int
    skipped: list[str] = field(factory=list)
    failures: list[str] = field(factory=list)


def prove(document: Path) -> Proof:
    """Use the package of `document` in every way that is promised.

    Raises:
        ValueError: the document gives no package.
    """
    compilation = Compilation(document, Report())
    tree, api, source = compilation.tree, compilation.api, compilation.document
    if tree is None or api is None or source is None:
        raise ValueError("; ".join(each.message for each in compilation.report.errors[:3]))
    failures: list[str] = []
    with imported_package(tree) as name:
        calls = 0
        skipped: list[str] = []
        for strict in (False, True):
            for full in (False, True):
                outcome = call_everything(name, api, strict=strict, full=full)
                calls += outcome.calls
                skipped = outcome.skipped or skipped
                mode = ("strict " if strict else "") + ("full" if full else "smallest")
                failures += [f"{mode} call: {each}" for each in outcome.failures]
        snippets, problems = run_snippets(name, api, tree["README.md"])
    failures += problems
    snapshot = Snapshot(api, source)
    failures += [f"diff with itself: {each}" for each in compare(snapshot, snapshot)]
    text = compilation.bundle("json")
    with tempfile.TemporaryDirectory() as folder:
        (bundled := Path(folder) / "openapi.json").write_text(text or "", encoding="utf-8")
        again = Compilation(bundled, Report()).tree
    if again != tree:
        both = [path for path in tree if again is None or again.get(path) != tree[path]]
        failures.append(f"bundle: gives another package: {both[:5]}")
    return Proof(calls, snippets, skipped, failures)


@contextmanager
def imported_package(tree: object) -> Iterator[str]:
    """Write a package into a folder from which it can be imported for a while; gives its name."""
    files: dict[str, str] = dict(tree)  # type: ignore[call-overload]
    name = next(path.split("/")[1] for path in files if path.startswith("src/"))
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        _forget(name)
        sys.path.insert(0, f"{folder}/src")
        try:
            yield name
        finally:
            sys.path.remove(f"{folder}/src")
            _forget(name)


def _forget(name: str) -> None:
    for module in [each for each in sys.modules if each.split(".")[0] == name]:
        del sys.modules[module]
