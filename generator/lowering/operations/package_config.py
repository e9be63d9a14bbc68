"""How the package is called: as the document says, else after its title, as a person would shorten it."""

from __future__ import annotations

import keyword
import re
import sys
import unicodedata
from typing import Any

from ...ir.document import ClientParameter, Settings
from ...openapi.extensions import operation as hints
from ...openapi.extensions.registry import read as dialect
from ...openapi.loading import Node

_NOISE = frozenset(
    "a an and api apis documentation docs for json of official openapi oas openapi3 public reference rest restful spec"
    " specification swagger the to v version web".split()
)
_VERSION = re.compile(r"v?\d+(\.\d+)*|v\d\w*", re.I)
_INSTALLED = frozenset(
    "aiohttp anyio attr attrs brotli certifi h11 h2 httpcore httpx idna orjson package resources sniffio src test tests"
    " typing_extensions con prn aux nul".split()
)
"""What other packages are called, and devices on Windows."""
_CLASSES = frozenset(
    "Any APIError AsyncClient AsyncEventStream AsyncPage AsyncResource Client ClientOptions Envelope Error EventStream"
    " Gap Null Options Page Profile Reply ReplyInfo Request Resource Scheme Timeout Unpack".split()
)
FIRST_VERSION = "0.1.0"
"""The version of a package whose document names none."""
_LONGEST_FILE = 60
"""Characters of the name of a folder."""
_LONGEST = 5
"""A title of more words than this is cut."""


def settings(root: Node) -> Settings:
    """The names of the package, of its distribution and of its client class."""
    said: dict[str, Any] = dialect(root, "x-client") or {}
    environment: dict[str, Any] = said.get("environment") or {}
    title = _title((root / "info").text("title") or "")
    package = _free(said.get("package", "")) or _package(title)
    return Settings(
        package=package,
        distribution=said.get("distribution") or f"{package.replace('_', '-')}-client",
        client=_usable(said.get("class", "")) or _class(title),
        base_url_variable=environment.get("base_url") or f"{package.upper()}_BASE_URL",
        version=said.get("version") or FIRST_VERSION,
    )


def client_parameters(root: Node) -> tuple[ClientParameter, ...]:
    """The parameters that the client may hold as defaults."""
    said: dict[str, dict[str, str] | None] = dialect(root, "x-client-parameters") or {}
    node = root / "x-client-parameters"
    return tuple(
        ClientParameter(
            name, (each or {}).get("environment", ""), hints.text(node / name, "description")
        )
        for name, each in said.items()
    )


def _usable(name: str) -> str:
    """A name that was given, with an underscore where Python or the package has that name already."""
    return f"{name}_" if keyword.iskeyword(name) or name in _CLASSES else name


def _title(text: str) -> list[str]:
    """The words of a title that tell one API from another, spelled as they are."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.split(r"\s[-|:(]|[(:]", plain.strip(), maxsplit=1)[0] or plain
    found = re.findall(r"[A-Za-z0-9]+(?:\.\d+)*", plain.replace("'", ""))
    told = [each for each in found if each.lower() not in _NOISE and not _VERSION.fullmatch(each)]
    return [each.replace(".", "_") for each in (told or found)[:_LONGEST]]


def _package(title: list[str]) -> str:
    name = "_".join(title).lower()[:_LONGEST_FILE].strip("_") or "api"
    return _free(f"api_{name}" if name[0].isdigit() else name)


def _free(package: str) -> str:
    """A name for the package that hides no other, and that a folder may have on every system."""
    taken = keyword.iskeyword(package) or package.lower() in sys.stdlib_module_names | _INSTALLED
    return f"{package}_api" if taken else package


def _class(title: list[str]) -> str:
    name = (
        "".join(each[:1].upper() + each[1:] for word in title for each in word.split("_")) or "API"
    )
    if name[0].isdigit():
        name = f"API{name}"
    return f"{name}API" if name in _CLASSES or keyword.iskeyword(name) else name
