"""The peers: Cloudflare's own package, and openapi-python-client's output of our spec."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def other_client(folder: Path) -> Any:
    """openapi-python-client's package of our spec, made below `folder`, as a module finder."""
    bundle = subprocess.run(
        [sys.executable, "-m", "generator", "bundle", "--as", "json"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (folder / "openapi.json").write_bytes(bundle.stdout)
    (folder / "config.yml").write_text("post_hooks: []\n", encoding="utf-8")
    subprocess.run(
        [Path(sys.executable).with_name("openapi-python-client"), "generate", "--meta", "none"]
        + ["--path", folder / "openapi.json", "--config", folder / "config.yml"]
        + ["--output-path", folder / "other_client"],
        check=True,
        capture_output=True,
    )
    sys.path.insert(0, str(folder))
    return lambda name: importlib.import_module(f"other_client.{name}")
