"""The mapping of a discriminator: which schema each value names. The one reader of it."""

from __future__ import annotations

from attrs import frozen

from ...openapi.loading import Node, Source


@frozen
class MappingEntry:
    """One value of a discriminator.

    Attributes:
        value: as the document has it, which is always text.
        node: what the value maps to, as it is written.
        schema: the schema that this means; None where it leads nowhere.
    """

    value: str
    node: Node
    schema: Node | None

    @property
    def name(self) -> str:
        """The last segment of the reference, or the name of a component."""
        return str(self.node.value).rsplit("/", 1)[-1]


def read_mapping(discriminator: Node | None, source: Source) -> tuple[MappingEntry, ...]:
    """Read the mapping of the object `discriminator`; empty where it has none."""
    if discriminator is None or not discriminator.is_map:
        return ()
    return tuple(
        MappingEntry(value, node, _resolve_target(node, source))
        for value, node in (discriminator / "mapping").items()
        if node.is_str
    )


def _resolve_target(node: Node, source: Source) -> Node | None:
    """Return the schema that the text at `node` names: the name of a component, or a reference."""
    text: str = node.value
    is_name = not {"/", "#", "."} & set(text)
    target = source.find_end(f"#/components/schemas/{text}") if is_name else None
    if target is None and not is_name:
        target = source.find_end(text)
    if target is None and "/" not in text and "#" not in text:  # a name may have dots
        target = source.find_end(f"#/components/schemas/{text}")
    return target if target is not None and target.is_map else None
