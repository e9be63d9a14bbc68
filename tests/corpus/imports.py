"""Import every module of a generated package, in a process of its own.

python tests/corpus/imports.py FOLDER
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path


def main() -> int:
    """Print the failures and how long the package itself took (in milliseconds)."""
    source = Path(sys.argv[1]) / "src"
    sys.path.insert(0, str(source))
    sys.dont_write_bytecode = True
    package = next(each for each in sorted(source.iterdir()) if (each / "__init__.py").exists())
    began = time.perf_counter()
    failures: list[str] = []
    _load(package.name, failures)
    took = (time.perf_counter() - began) * 1000
    for path in sorted(package.rglob("*.py")):
        name = ".".join(path.relative_to(source).with_suffix("").parts)
        if not name.endswith("aiohttp_transport"):
            _load(name.removesuffix(".__init__"), failures)
    print(json.dumps({"import_ms": round(took, 1), "imports": failures}))
    return 0


def _load(name: str, failures: list[str]) -> None:
    try:
        import_module(name)
    except BaseException:
        last = traceback.format_exc().strip().splitlines()
        failures.append(f"{name}: {last[-1]} | {last[-3].strip() if len(last) > 2 else ''}")


if __name__ == "__main__":
    sys.exit(main())
