"""Metadata of a member: what the use of a schema, and what it refers to, say besides the type."""

from __future__ import annotations

from functools import partial
from typing import TypeAlias

from ...ir.definitions import Member
from ...ir.types import Type
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node, Source
from .all_of import list_annotating_parts, list_substantive_parts
from .constraints import read_constraints

MemberFactory: TypeAlias = "partial[Member]"
"""A member without what depends on its place: name, pointer, and whether it is required."""

_MAX_REFERENCES = 30
_FLAGS = frozenset({"deprecated", "x-secret", "x-optional", "readOnly", "writeOnly"})


def read_member_metadata(node: Node, type_: Type, source: Source) -> MemberFactory:
    """Read what the use of a schema at `node`, of the type `type_`, says about a member."""
    chain = _list_reference_chain(node, source)
    flags = {
        key for step in chain for key in _FLAGS.intersection(step.value) if step.value[key] is True
    }
    return partial(
        Member,
        preferred_name=read_extension(node, "x-name") or "",
        type=type_,
        description=_read_description(chain),
        deprecated="deprecated" in flags,
        secret="x-secret" in flags or _is_secret_by_nature(chain),
        lenient="x-optional" in flags,
        read_only="readOnly" in flags,
        write_only="writeOnly" in flags,
        constraints=read_constraints(chain),
    )


def _is_secret_by_nature(steps: list[Node]) -> bool:
    """Return whether a value is a secret although nothing says so: a password, or text that is never sent back."""
    if any(step.value.get("x-secret") is False for step in steps):
        return False
    keywords = {key: step.value[key] for step in reversed(steps) for key in step.value}
    is_text = keywords.get("type") == "string" and "enum" not in keywords
    return is_text and (keywords.get("format") == "password" or keywords.get("writeOnly") is True)


def _list_reference_chain(node: Node, source: Source) -> list[Node]:
    """Return the use at `node` with the parts that only annotate it, and each schema that its reference leads to.

    An `allOf` with one part is a reference, too: OpenAPI 3.0 allows no keywords next to `$ref`.
    """
    chain: list[Node] = []
    step: Node | None = node
    while step is not None and step.is_map and len(chain) < _MAX_REFERENCES:
        chain += [step, *list_annotating_parts(step)]
        if "$ref" in step.value:
            step = source.resolve_once(step)
        else:
            parts = list_substantive_parts(step / "allOf") if "allOf" in step.value else []
            step = parts[0] if len(parts) == 1 else None
    return chain


def _read_description(chain: list[Node]) -> str:
    """Return what the use says about itself; the description of a class stands at the class alone."""
    for number, step in enumerate(chain):
        if number and "properties" in step.value:
            return ""
        if description := step.text("description"):
            return description
    return ""
