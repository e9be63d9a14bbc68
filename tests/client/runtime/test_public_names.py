"""What `dir`, `help` and completion show of the public modules, without the extras."""

import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "generated" / "src"
MODULES = ["", ".errors", ".models", ".recording", ".resources", ".testing"]
# In a process of its own: modules that are loaded already would hide what is missing.
LOOK = """
import importlib, inspect, io, pydoc, rlcompleter, sys
sys.modules["aiohttp"] = None
name = sys.argv[1]
module = importlib.import_module(name)
inspect.getmembers(module)
pydoc.render_doc(module)
completer = rlcompleter.Completer({"module": module})
assert completer.attr_matches("module.")
print(*sorted(each for each in dir(module) if not each.startswith("__")))
print(*sorted(getattr(module, "__all__", ())))
"""


@pytest.mark.parametrize("module", MODULES)
def test_modules_can_be_inspected_without_the_extras(module: str) -> None:
    command = [sys.executable, "-c", LOOK, f"cloudflare_ai{module}"]
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    names, public = done.stdout.split("\n")[:2]
    assert public and names == public


def test_the_transport_is_listed_with_its_library_and_explains_itself_without() -> None:
    code = (
        "import sys, types; from importlib.machinery import ModuleSpec\n"
        "import cloudflare_ai as package\n"
        "sys.modules['aiohttp'] = library = types.ModuleType('aiohttp')\n"
        "library.__spec__ = ModuleSpec('aiohttp', None)\n"
        "assert 'AiohttpTransport' in dir(package)\n"
        "sys.modules['aiohttp'] = None\n"
        "package.AiohttpTransport\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=SOURCE, capture_output=True, text=True)
    assert "ImportError: AiohttpTransport needs aiohttp: install the extra" in done.stderr
