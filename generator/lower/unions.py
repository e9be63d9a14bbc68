"""What tells the variants of a union apart.

A document may say so (`discriminator`, with or without a mapping); where it does not, a member that every
variant has as a constant of its own does the same. A union with neither is told apart by its members,
which is decided where decoders are written.
"""

from __future__ import annotations

from ..api.schemas import Catalog, Model, Tag
from ..api.types import Choice, Reference, Type
from ..diagnostics import Report
from ..source import Node, Source
from .merging import Schema


def tag_of(
    schema: Schema, options: dict[Type, Node], catalog: Catalog, source: Source, report: Report
) -> Tag | None:
    """The tag of the union at `schema`, whose variants `options` maps to where they stand."""
    models = {
        option: model
        for option in options
        if isinstance(option, Reference) and isinstance(model := catalog.definitions.get(option.key), Model)
    }
    if schema.discriminator is not None:
        return _declared(schema.discriminator, options, models, source, report)
    return _implied(options, models)


def _declared(
    node: Node, options: dict[Type, Node], models: dict[Type, Model], source: Source, report: Report
) -> Tag | None:
    member = node.text("propertyName") or ""
    mapping = node.get("mapping")
    declared = [] if mapping is None or not mapping.is_map else list(mapping.items())
    variants: list[tuple[str, Type]] = []
    for option, where in options.items():
        model = models.get(option)
        if model is None or all(each.name != member for each in model.members):
            report.warning(
                "discriminator",
                where,
                f"this variant has no member {member!r}, so the discriminator can't choose it",
                f"add {member!r} to the variant's properties, or take the variant out of the union",
            )
            continue
        mapped = [value for value, to in declared if _names(to, where, source)]
        variants += [(value, option) for value in mapped or _values(model, member) or [model.name]]
    return Tag(member, tuple(variants)) if variants else None


def _names(target: Node, variant: Node, source: Source) -> bool:
    """Whether a mapping's `target` (a reference or a component's name) is the schema at `variant`."""
    text = target.value
    reference = variant.text("$ref")
    if not isinstance(text, str) or reference is None:
        return False
    return text == reference or text.rsplit("/", 1)[-1] == reference.rsplit("/", 1)[-1]


def _implied(options: dict[Type, Node], models: dict[Type, Model]) -> Tag | None:
    if len(models) < 2 or len(models) < len(options):
        return None
    for member in next(iter(models.values())).members:
        values = [_values(model, member.name) for model in models.values()]
        flat = [value for each in values for value in each]
        if all(len(each) == 1 for each in values) and len(set(flat)) == len(flat):
            return Tag(member.name, tuple(zip(flat, models, strict=True)))
    return None


def _values(model: Model, member: str) -> list[str]:
    """The strings that `model` allows for `member`, if it lists them."""
    for each in model.members:
        if each.name == member and isinstance(each.type, Choice):
            return [value for value in each.type.values if isinstance(value, str)]
    return []
