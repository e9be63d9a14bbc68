"""The metadata that an index shows: `pyproject.toml`."""

from __future__ import annotations

import re
from email.utils import parseaddr

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from ...ir.api import Metadata, Settings
from ..source import toml
from .view_types import ProjectView

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_MAX_LABEL = 32
"""Characters that an index allows for the label of a link."""
_CLASSIFIERS = (
    "Framework :: AsyncIO",
    "Intended Audience :: Developers",
    "Programming Language :: Python :: 3 :: Only",
    "Programming Language :: Python :: 3.11",
    "Programming Language :: Python :: 3.12",
    "Programming Language :: Python :: 3.13",
    "Typing :: Typed",
)

_WORD = re.compile(r"[A-Za-z0-9]+")
_LICENSE_NOISE = frozenset({"the", "license", "licence", "version", "v", "software", "clause"})
_LICENSES = {
    "apache2": "Apache-2.0",
    "apache20": "Apache-2.0",
    "mit": "MIT",
    "isc": "ISC",
    "bsd2": "BSD-2-Clause",
    "bsd3": "BSD-3-Clause",
    "mpl20": "MPL-2.0",
    "mozillapublic20": "MPL-2.0",
    "unlicense": "Unlicense",
    "ccby40": "CC-BY-4.0",
    "creativecommonsattribution40": "CC-BY-4.0",
}
"""SPDX identifiers by the words that documents use."""
_MAX_LICENSE_WORDS, _MAX_LICENSE = 8, 60
"""The size of the identifier of a licence that SPDX does not list."""


def build_project(settings: Settings, summary: str) -> ProjectView:
    """Build the metadata of the distribution, without values that an index would refuse."""
    metadata = settings.metadata
    classifiers = dict.fromkeys((*_CLASSIFIERS, *metadata.classifiers))
    return ProjectView(
        name=toml.string(settings.distribution),
        version=toml.string(settings.version),
        description=toml.string(summary),
        license=_write_license(metadata.license),
        authors=tuple(map(_write_author, metadata.authors)),
        keywords=toml.array(metadata.keywords),
        classifiers=tuple(map(toml.string, classifiers)),
        urls=_write_urls(metadata),
    )


def _write_license(name: str) -> str:
    """Return an SPDX expression. Documents may name a licence by any text, which an index would refuse."""
    words = tuple(word for word in _WORD.findall(name.lower()) if word not in _LICENSE_NOISE)
    if not words:
        return ""
    expression = _LICENSES.get("".join(words), name)
    try:
        return toml.string(canonicalize_license_expression(expression))
    except InvalidLicenseExpression:
        own = "-".join(_WORD.findall(name)[:_MAX_LICENSE_WORDS])[:_MAX_LICENSE]
        return toml.string(f"LicenseRef-{own}") if own else ""


def _write_author(text: str) -> str:
    name, email = parseaddr(text)
    parts = {"name": name or (text if "@" not in text else ""), "email": email}
    if not _EMAIL.fullmatch(email):
        parts = {"name": name or text, "email": ""}
    return toml.inline_table({key: value for key, value in parts.items() if value})


def _write_urls(metadata: Metadata) -> tuple[str, ...]:
    return tuple(
        f"{toml.string(label)} = {toml.string(url)}"
        for label, url in metadata.urls
        if url.startswith(("https://", "http://")) and 0 < len(label) <= _MAX_LABEL
    )
