"""What a member of a model is as an attribute of its class: its type, and how the value on the wire is converted."""

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


def optional(member: Member) -> bool:
    """Whether the attribute may be left out, and then is None."""
    return not member.required or member.lenient or member.write_only


def kind(type_: Type) -> str:
    """The constant of the core that converts values of `type_`; "" where they stay what they are."""
    bare = strip_null(type_)
    item = bare.item if isinstance(bare, ListOf) else bare
    if not isinstance(item, Primitive) or item.kind != "string":
        return ""
    return (_KINDS if item is bare else _LIST_KINDS).get(item.format, "")


def annotation(annotations: Annotations, member: Member) -> str:
    """The annotation of the attribute."""
    converted = kind(member.type)
    if not converted:
        shown = annotations.result(member.type)
        return make_optional(shown) if optional(member) else shown
    name = _NAMES[converted]
    shown = annotations.builtin(name) if name == "bytes" else annotations.moment(name)
    if converted in _LIST_KINDS.values():
        shown = f"{annotations.builtin('list')}[{shown}]"
    absent = optional(member) or isinstance(member.type, Nullable)
    return f"{shown} | None" if absent else shown
