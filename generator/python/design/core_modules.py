"""The modules of the run-time core that a package contains only if its API needs them.

No other module of the core imports one of these, not even for type checkers: generated code does. A test holds the
table against the imports of the core and of generated packages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from ...ir.api import Api
from .signatures import Signature

Feature: TypeAlias = Literal["oauth", "paging", "streams"]

OPTIONAL_MODULES: Mapping[Feature, tuple[str, ...]] = {
    "oauth": ("oauth",),
    "paging": ("next_page", "pages", "paging_styles", "prefetch"),
    "streams": ("framing", "streaming"),
}
"""The optional modules of `_core`, by the feature of an API that needs them."""


def find_features(api: Api, signatures: Iterable[Signature]) -> frozenset[Feature]:
    """Return the features that an API uses."""
    features: set[Feature] = set()
    if any(scheme.kind == "oauth2" for scheme in api.schemes):
        features.add("oauth")
    for signature in signatures:
        if signature.operation.paging is not None:
            features.add("paging")
        if signature.may_stream:
            features.add("streams")
    return frozenset(features)


def list_unused_modules(features: frozenset[Feature]) -> frozenset[str]:
    """Return the names of the modules that an API with these features does not need."""
    return frozenset(
        module
        for feature, modules in OPTIONAL_MODULES.items()
        if feature not in features
        for module in modules
    )
