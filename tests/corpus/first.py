"""What a generated package costs a program before its first answer, and which of its modules that loads.

    python tests/corpus/first.py FOLDER PACKAGE [CALL]

Without a call, one that takes nothing but plain values is looked for and printed. With it, the call is made
through a transport that answers `{}`, and what it cost is printed as JSON: the milliseconds (of the processor) of the
client and its call, httpx being loaded before, and the modules of models.
"""

from __future__ import annotations

import inspect
import json
import sys
import time
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import Any

import httpx

PLAIN = {"str": "test", "int": 1, "bool": True, "float": 1.0}
"""What is given for arguments, by their annotation."""


def main() -> int:
    """Find a call, or make one and print what it cost."""
    folder, package, *call = sys.argv[1:]
    sys.path.insert(0, folder)
    if call:
        print(json.dumps(_costs(package, call[0])))
    else:
        print(next(_calls(_client(package), "client"), ""))
    return 0


def _transport() -> httpx.Client:
    return httpx.Client(
        transport=httpx.MockTransport(lambda _: httpx.Response(200, json={})),
        base_url="http://localhost",
    )


def _client(package: str) -> Any:
    names = import_module(package).__all__
    pairs = [name for name in names if f"Async{name}" in names]
    kind: Any = getattr(
        sys.modules[package], next(each for each in pairs if each not in ("EventStream", "Page"))
    )
    constructor_parameters = inspect.signature(kind.__init__).parameters.values()
    given = {
        each.name: "test" for each in constructor_parameters if each.annotation == "str | None"
    }
    return kind(**{**given, "base_url": "http://localhost", "http_client": _transport()})


def _calls(owner: Any, path: str) -> Iterator[str]:
    """The calls below `owner` that need plain values alone, those of a whole resource before the next one's."""
    for name, method in inspect.getmembers(type(owner), inspect.isfunction):
        if not name.startswith("_") and path != "client":
            needed = [
                each
                for each in inspect.signature(method).parameters.values()
                if each.default is each.empty
                and each.kind is not each.VAR_KEYWORD
                and each.name != "self"
            ]
            if all(each.annotation in PLAIN for each in needed):
                given = (f"{each.name}={PLAIN[each.annotation]!r}" for each in needed)
                yield f"{path}.{name}({', '.join(given)})"
    for name, member in vars(type(owner)).items():
        if isinstance(member, cached_property):
            yield from _calls(getattr(owner, name), f"{path}.{name}")


def _costs(package: str, call: str) -> dict[str, float | int]:
    _transport().get("/").json()  # so that httpx has loaded all it needs
    import_module(package)
    imported = time.process_time()
    eval(call, {"client": _client(package)})  # noqa: S307  # what this file has printed
    called = time.process_time()
    loaded = [name for name in sys.modules if name.startswith(f"{package}.models.")]
    return {
        "call": round(1000 * (called - imported), 1),
        "models": len(loaded),
    }


if __name__ == "__main__":
    sys.exit(main())
