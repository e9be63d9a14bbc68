"""How parameters and members of forms are serialized, in the terms of the run-time core (`_core/serialization.py`)."""

from __future__ import annotations

from ...ir.operations import Body, Parameter
from ...ir.types import Binary, Choice, ListOf, Primitive, Reference, Type, strip_null

_NAMES = {
    "spaceDelimited": "space",
    "pipeDelimited": "pipe",
    "tabDelimited": "tab",
    "deepObject": "deep",
    "json": "json",
    "bare": "bare",
    "field": "field",
}

_DELIMITED = ("spaceDelimited", "pipeDelimited", "tabDelimited")


def name_parameter_style(parameter: Parameter) -> str:
    """Return the core's name for the serialization of `parameter`; "" for the default one."""
    style = parameter.style
    if parameter.location in ("query", "cookie"):
        suffix = "+" if parameter.reserved else "~" if style == "cookie" else ""
        is_form = style in ("form", "cookie", "simple") or _is_plain_field(parameter)
        return _name_query_style("form" if is_form else style, parameter.explode, suffix)
    if style == "json":
        return style
    if style in _DELIMITED:
        return _NAMES[style]
    if style in ("label", "matrix") and parameter.location == "path":
        return f"{style}*" if parameter.explode else style
    return "simple*" if parameter.explode and style != "form" else ""


def _is_plain_field(parameter: Parameter) -> bool:
    """Return whether a member of a form looks the same as a parameter."""
    plain = strip_null(parameter.type)
    return parameter.style == "field" and isinstance(plain, (Primitive, Choice, ListOf))


def map_member_styles(body: Body) -> dict[str, str]:
    """Return the core's names for the serialization of form members: a style, or the media type of a part."""
    styles: dict[str, str] = {}
    is_multipart = "multipart" in body.kinds
    if is_multipart:
        kinds = {each.name: _name_part_kind(each.type) for each in body.members or ()}
        styles = {name: kind for name, kind in kinds.items() if kind}
    for each in body.encodings:
        if each.style:
            style = _name_query_style(each.style, each.explode, "+" * each.reserved) or "form"
            styles[each.member] = f"{styles.get(each.member, '')} {style}".strip()
        elif each.media_type and is_multipart:
            kind = styles.get(each.member, "")
            styles[each.member] = f"{kind} {each.media_type}".strip()
    return styles


def _name_part_kind(type_: Type) -> str:
    """Return how values of a type become parts, where they do not show it themselves.

    Bytes can be text on the wire ("base64"), a tuple of two can be a list ("list"), and text in place of a file is refused
    ("file").
    """
    plain = strip_null(type_)
    item = strip_null(plain.item) if isinstance(plain, ListOf) else plain
    if isinstance(item, Primitive) and item.format == "byte":
        return "base64"
    if isinstance(item, Binary):
        return "file"
    is_list = isinstance(plain, ListOf) and isinstance(item, (Primitive, Choice, Reference))
    return "list" if is_list else ""


def _name_query_style(style: str, explode: bool, suffix: str) -> str:
    """Return the core's name for a style of the query; "" for a form with repeated names."""
    if style == "form":
        return (f"form{suffix}" if suffix else "") if explode else f"comma{suffix}"
    name = _NAMES.get(style, "")
    if style in _DELIMITED and explode:
        return f"form{suffix}" if suffix else ""
    return f"{name}{suffix}" if name else ""
