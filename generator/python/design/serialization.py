"""How parameters and members of forms are serialized, in the terms of the run-time core (`_core/serialization.py`)."""

from __future__ import annotations

from ...ir.operations import Body, Parameter
from ...ir.types import ListOf, Primitive, Type, strip_null

_NAMES = {
    "spaceDelimited": "space",
    "pipeDelimited": "pipe",
    "tabDelimited": "tab",
    "deepObject": "deep",
    "json": "json",
    "bare": "bare",
}

_DELIMITED = ("spaceDelimited", "pipeDelimited", "tabDelimited")


def parameter_style(parameter: Parameter) -> str:
    """Return the core's name for the serialization of `parameter`; "" for the default one."""
    style = parameter.style
    if parameter.location in ("query", "cookie"):
        suffix = "+" if parameter.reserved else "~" if style == "cookie" else ""
        is_form = style in ("form", "cookie", "simple")
        return _query_style("form" if is_form else style, parameter.explode, suffix)
    if style == "json":
        return style
    if style in _DELIMITED:
        return _NAMES[style]
    if style in ("label", "matrix") and parameter.location == "path":
        return f"{style}*" if parameter.explode else style
    return "simple*" if parameter.explode and style != "form" else ""


def member_styles(body: Body) -> dict[str, str]:
    """Return the core's names for the serialization of form members: a style, or the media type of a part."""
    styles: dict[str, str] = {}
    if "multipart" in (body.kind, *(kind for _, kind in body.others)):
        styles = {each.name: "base64" for each in body.members or () if _is_base64(each.type)}
    for each in body.encodings:
        if each.style:
            styles[each.member] = (
                _query_style(each.style, each.explode, "+" * each.reserved) or "form"
            )
        elif each.media_type and "multipart" in (body.kind, *(kind for _, kind in body.others)):
            is_base64 = styles.get(each.member) == "base64"
            styles[each.member] = f"{'base64 ' * is_base64}{each.media_type}"
    return styles


def _is_base64(type_: Type) -> bool:
    """Return whether bytes of a type are text on the wire, also in a part that could hold them."""
    plain = strip_null(type_)
    if isinstance(plain, ListOf):
        plain = strip_null(plain.item)
    return isinstance(plain, Primitive) and plain.format == "byte"


def _query_style(style: str, explode: bool, suffix: str) -> str:
    """Return the core's name for a style of the query; "" for a form with repeated names."""
    if style == "form":
        return (f"form{suffix}" if suffix else "") if explode else f"comma{suffix}"
    name = _NAMES.get(style, "")
    if style in _DELIMITED and explode:
        return f"form{suffix}" if suffix else ""
    return f"{name}{suffix}" if name else ""
