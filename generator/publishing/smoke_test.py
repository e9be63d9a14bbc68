"""The smoke test, run by the interpreter of a new environment in which a client was installed.

    python -I smoke_test.py DISTRIBUTION PACKAGE VERSION

It runs the README's example of a test: a call against the fake transport. Only the standard library and the
installed client are available.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import sys
from pathlib import Path

MARK = "testing import FakeTransport"
"""What the program in the README that needs no network contains."""


def main(distribution: str, package: str, version: str) -> None:
    """Try the installed client.

    Args:
        distribution: its name on the index.
        package: its name in an import.
        version: the version that should be there.
    """
    module = importlib.import_module(package)
    place = Path(module.__file__ or "").resolve()
    assert place.is_relative_to(Path(sys.prefix).resolve()), f"imported from {place}"
    assert module.__version__ == version, f"{package}.__version__ is {module.__version__}"
    assert (place.parent / "py.typed").is_file(), "py.typed is missing"
    metadata = importlib.metadata.distribution(distribution)
    assert metadata.version == version, f"the metadata say {metadata.version}"
    readme = (metadata.read_text("METADATA") or "").partition("\n\n")[2]
    programs = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    program = next((each for each in programs if MARK in each), None)
    assert program is not None, "the README has no program for the fake transport"
    code = compile(program, "README.md", "exec")
    exec(code, {"__name__": "readme"})  # noqa: S102  # our own README


if __name__ == "__main__":
    main(*sys.argv[1:])
