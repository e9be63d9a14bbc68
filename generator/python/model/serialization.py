"""How parameters and members of forms are written, in the words of the run-time core (`_core/serialization.py`)."""

from __future__ import annotations

from ...ir.operations import Body, Parameter

_NAMES = {
    "spaceDelimited": "space",
    "pipeDelimited": "pipe",
    "deepObject": "deep",
    "json": "json",
    "bare": "bare",
}


def parameter_style(parameter: Parameter) -> str:
    """The core's name for how `parameter` is serialized; "" where that is the usual way."""
    style = parameter.style
    if parameter.location in ("query", "cookie"):
        end = "+" if parameter.reserved else "~" if style == "cookie" else ""
        form = style in ("form", "cookie", "simple")
        return _written("form" if form else style, parameter.explode, end)
    if style == "json":
        return style
    if style in ("label", "matrix") and parameter.location == "path":
        return f"{style}*" if parameter.explode else style
    return "simple*" if parameter.explode and style != "form" else ""


def member_styles(body: Body) -> dict[str, str]:
    """The core's names for how members of a form are written: a style, or the media type of a part."""
    found: dict[str, str] = {}
    for each in body.encodings:
        if each.style:
            found[each.member] = _written(each.style, each.explode, "+" * each.reserved) or "form"
        elif each.media_type and body.kind == "multipart":
            found[each.member] = each.media_type
    return found


def _written(style: str, explode: bool, end: str) -> str:
    """The core's name for a style of the query; "" for a form with repeated names."""
    if style == "form":
        return (f"form{end}" if end else "") if explode else f"comma{end}"
    name = _NAMES.get(style, "")
    if name in ("space", "pipe") and explode:
        return f"form{end}" if end else ""
    return f"{name}{end}" if name else ""
