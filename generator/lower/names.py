"""Resources and methods: what a caller writes between the client and the parenthesis.

A document may say (`x-resource`, `x-method`, and the keys of other generators that mean the same). Without
them the resource comes from the first tag, else from the last fixed segment of the path, and the method
from the operation id, less the words that the resource says already.
"""

from __future__ import annotations

from ..source import Node
from ..words import words
from . import hints

_VERBS = {"get": "get", "put": "update", "post": "create", "delete": "delete", "patch": "edit"}


def resource_path(operation: Node, path: str) -> tuple[str, ...]:
    """The resource of `operation`, outermost first; never empty."""
    said = hints.text(operation, "x-resource")
    if said:
        return tuple(said.split("."))
    tags = hints.texts(operation, "tags")
    if tags and words(tags[0]):
        return ("_".join(words(tags[0])),)
    fixed = [part for part in path.split("/") if part and "{" not in part and words(part)]
    return ("_".join(words(fixed[-1])),) if fixed else ("api",)


def method_name(operation: Node, method: str, path: str) -> str:
    """The method of `operation`, as words joined by underscores."""
    said = hints.text(operation, "x-method")
    if said:
        return said
    spoken = words(operation.text("operationId") or "")
    if not spoken:
        spoken = [_VERBS.get(method, method), *words(path.rsplit("/", 1)[-1])]
    resource = resource_path(operation, path)[-1].split("_")
    left = [word for word in spoken if word not in resource and f"{word}s" not in resource]
    return "_".join(left or spoken)
