"""What a member of a model is as an attribute of its class: its type, and how the value on the wire is converted."""

from __future__ import annotations

from ..api.schemas import Member
from ..api.types import ListOf, Primitive, Type, nullable, without_null
from .annotations import Annotations

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
    match without_null(type_):
        case Primitive(kind="string", format=format_):
            return _KINDS.get(format_, "")
        case ListOf(Primitive(kind="string", format=format_)):
            return _LIST_KINDS.get(format_, "")
        case _:
            return ""


def annotation(annotations: Annotations, member: Member) -> str:
    """The annotation of the attribute."""
    type_ = nullable(member.type) if optional(member) else member.type
    converted = kind(type_)
    if not converted:
        return annotations.result(type_)
    name = _NAMES[converted]
    shown = annotations.builtin(name) if name == "bytes" else annotations.moment(name)
    if converted in _LIST_KINDS.values():
        shown = f"{annotations.builtin('list')}[{shown}]"
    return f"{shown} | None" if nullable(type_) == type_ else shown
