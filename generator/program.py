"""How this program is called, the options that several commands have, and where its files are. Imports nothing."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parent
"""The folder of this package."""

IS_INSTALLED: Final = __name__.partition(".")[0] == "openapi_client_generator"
"""Whether this is the installed package; in a checkout it is the folder `generator`."""

COMMAND: Final = "openapi-client-generator" if IS_INSTALLED else "python -m generator"
"""What the user types to run a command; messages and help name it."""

DISTRIBUTION: Final = "openapi-client-generator"

TEMPLATES: Final = (PACKAGE if IS_INSTALLED else PACKAGE.parent) / "templates"
"""The built-in templates."""


def add_document_options(parser: ArgumentParser, *, config: str, overlay: str) -> None:
    """Add the options for the files that are read together with a document, each with its help."""
    parser.add_argument("--config", type=Path, metavar="FILE", help=config)
    parser.add_argument(
        "--overlay", type=Path, action="append", default=[], metavar="FILE", help=overlay
    )


def find_version() -> str:
    """Return the version: of the installed distribution, or as pyproject.toml of the checkout has it."""
    if IS_INSTALLED:
        from importlib.metadata import version as installed_version

        return installed_version(DISTRIBUTION)
    import tomllib

    with (PACKAGE.parent / "pyproject.toml").open("rb") as file:
        number: str = tomllib.load(file)["project"]["version"]
    return number


def parse_document(text: str) -> str | Path:
    """Return a URL or `-` as it is, and anything else as a path; `file://` is a path as well."""
    if text.startswith("file://"):
        from urllib.parse import unquote, urlsplit

        return Path(unquote(urlsplit(text).path))
    return text if text == "-" or text.startswith(("http://", "https://")) else Path(text)


def parse_count(text: str) -> int:
    """Return the number of a `--limit`."""
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise ArgumentTypeError(f"`{text[:40]}` is not a whole number")
    return int(text)
