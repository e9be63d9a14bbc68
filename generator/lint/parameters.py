"""Rules about parameters, headers and bodies."""

from __future__ import annotations

import re

from ..openapi.loading import Node
from .linter import Linter

_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
_IGNORED_HEADERS = {
    "accept": "media types of the responses",
    "content-type": "media types of the body",
    "authorization": "a security scheme",
}
_TOKEN = r"[A-Za-z0-9!#$&^_.+*'`|~%-]+"
_MEDIA_TYPE = re.compile(rf"\s*({_TOKEN}/{_TOKEN})\s*(;.*)?", re.DOTALL)


def check_parameter(linter: Linter, parameter: Node) -> None:
    """Check a parameter."""
    location, name = parameter.text("in") or "", parameter.text("name") or ""
    check_header(linter, parameter)
    if location == "path" and parameter.plain("required") is not True:
        linter.warn(
            "path-parameter-optional",
            parameter,
            f"the path parameter `{name}` is not required",
            "add `required: true`",
        )
    styles, style = _STYLES.get(location), parameter.text("style")
    if styles and style is not None and style not in styles:
        linter.warn(
            "invalid-style",
            parameter / "style",
            f"a {location} parameter has no style `{style}`",
            f"write one of {', '.join(styles)}",
        )
    elif style == "deepObject":
        schema = linter.source.resolve(parameter / "schema")
        type_ = schema.plain("type") if schema is not None and schema.is_map else None
        if type_ in ("string", "integer", "number", "boolean"):
            linter.warn(
                "invalid-style",
                parameter / "style",
                f"`deepObject` is a style of objects, and this is of the type `{type_}`",
                "write `form`, or remove it",
            )
    means = _IGNORED_HEADERS.get(name.lower()) if location == "header" else None
    if means is not None:
        linter.warn(
            "ignored-header",
            parameter,
            f"OpenAPI ignores a header parameter `{name}`",
            f"describe it by {means}",
        )


def check_header(linter: Linter, header: Node) -> None:
    """Check what parameters and headers have in common."""
    what = f"`{header.text('name') or header.key}`"
    content = header / "content"
    if "schema" in header and "content" in header:
        linter.warn(
            "parameter-schema-and-content",
            header,
            f"{what} has both `schema` and `content`",
            "remove one of them",
        )
    elif header.value.keys().isdisjoint(("schema", "content", "type")):
        linter.warn(
            "parameter-without-schema",
            header,
            f"{what} has no schema",
            "add a `schema` with a `type`",
        )
    if content.is_map and len(content.value) != 1:
        linter.warn(
            "parameter-content",
            content,
            f"the content of {what} has {len(content.value)} media types",
            "keep one",
        )
    _check_both_examples(linter, header)


def check_media_type(linter: Linter, media: Node) -> None:
    """Check an entry of `content`."""
    if _MEDIA_TYPE.fullmatch(media.key) is None and media.parent is not None:
        if media.parent.key == "content":
            linter.warn(
                "invalid-media-type",
                media,
                f"`{media.key}` is not a media type",
                "write `type/subtype`, e.g. `application/json`",
            )
    if media.value.keys().isdisjoint(("schema", "itemSchema")):
        linter.warn(
            "media-type-without-schema",
            media,
            f"nothing says what a body of `{media.key}` holds",
            "add a `schema`",
        )
    _check_both_examples(linter, media)


def _check_both_examples(linter: Linter, owner: Node) -> None:
    if "example" in owner and "examples" in owner:
        linter.warn(
            "example-and-examples",
            owner / "examples",
            "`example` and `examples` exclude each other",
            "move the example into `examples`",
        )
