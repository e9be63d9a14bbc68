"""A fingerprint that distinguishes the states of a description, however it is cut into files."""

from __future__ import annotations

import hashlib
import json
from typing import cast

from .loading import Source


def fingerprint(source: Source) -> str:
    """Return the SHA-256 of a description as one document, in hexadecimal digits.

    The order of keys, the notation and the cut into files do not matter, nor does the version of the
    package (`x-client: {version: …}`): a release describes the same API.
    """
    content: dict[str, object] = source.root.value
    client = content.get("x-client")
    if isinstance(client, dict):
        named = dict(cast("dict[str, object]", client))
        named.pop("version", None)
        content = {**content, "x-client": named}
    text = json.dumps(
        content,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        check_circular=False,  # what was read from files can't contain itself
    )
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
