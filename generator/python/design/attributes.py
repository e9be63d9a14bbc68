"""A member of a model as an attribute: its annotation, and the conversion of its value on the wire."""

from __future__ import annotations

from ...ir.definitions import Member
from ...ir.types import ListOf, Nullable, Primitive, Type, strip_null
from ..source.annotations import Annotations, make_optional

_KINDS = {"date-time": "DATE_TIME", "date": "DATE", "byte": "BYTES"}
_LIST_KINDS = {"date-time": "DATE_TIMES", "date": "DATES"}
_NAMES = {
    "DATE_TIME": "datetime",
    "DATE_TIMES": "datetime",
    "DATE": "date",
    "DATES": "date",
    "BYTES": "bytes",
}


def is_optional(member: Member) -> bool:
    """Return whether the attribute may be left out; it is None then."""
    return not member.required or member.lenient or member.write_only


def choose_conversion(type_: Type) -> str:
    """Return the constant of the core that converts values of `type_`; "" where they stay as they are."""
    bare = strip_null(type_)
    item = bare.item if isinstance(bare, ListOf) else bare
    if not isinstance(item, Primitive) or item.kind != "string":
        return ""
    return (_KINDS if item is bare else _LIST_KINDS).get(item.format, "")


def annotate(annotations: Annotations, member: Member) -> str:
    """Return the annotation of the attribute."""
    kind = choose_conversion(member.type)
    if not kind:
        annotation = annotations.annotate_result(member.type)
        return make_optional(annotation) if is_optional(member) else annotation
    name = _NAMES[kind]
    annotation = (
        annotations.name_builtin(name) if name == "bytes" else annotations.name_moment(name)
    )
    if kind in _LIST_KINDS.values():
        annotation = f"{annotations.name_builtin('list')}[{annotation}]"
    may_be_none = is_optional(member) or isinstance(member.type, Nullable)
    return f"{annotation} | None" if may_be_none else annotation
