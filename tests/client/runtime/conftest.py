"""Makes a small package of the run-time core, with a contract written by hand, and imports it."""

import atexit
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CORE = HERE.parents[2] / "templates" / "package" / "src" / "{package}"


CLIENT = """
from ._core.profile import Profile

PROFILE = Profile(package="workshop", base_url="https://workshop.example")
"""


def _make_package(name: str) -> None:
    root = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    shutil.copytree(CORE, root / name, ignore=shutil.ignore_patterns("*.jinja", "__pycache__"))
    (root / name / "__init__.py").write_text("")
    (root / name / "_client.py").write_text(CLIENT)
    shutil.copy(HERE / "contract.json", root / name / "_contract.json")
    sys.path.insert(0, str(root))


_make_package("workshop")
