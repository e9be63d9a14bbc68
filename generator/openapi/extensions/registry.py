"""The vendor keys: what refines a description beyond OpenAPI (`spec/DIALECT.md`).

`KEYS` says for each where it belongs, which form its value has, and which keys of other generators
mean the same. The grammar check looks at the form; after it, `read` gives a value that can be relied on.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from attrs import frozen

from ...diagnostics import Report, closest
from ..loading import Node
from ..metamodel import SHAPE_LABELS
from . import validators as forms
from . import vendors as foreign


@frozen
class Key:
    """A vendor key: the shapes that carry it (none: any), its form, and its likes elsewhere."""

    shapes: tuple[str, ...]
    form: forms.Form
    elsewhere: foreign.Translation | None = None


_PAGING_FORMS: dict[str, forms.Form] = {
    **dict.fromkeys(("items", "info", "total", "total_pages", "next", "has_more"), forms.path),
    **dict.fromkeys(("page", "size", "cursor", "offset"), forms.text),
}
_PAGING = forms.record({"style": forms.one_of("page", "cursor", "offset", "link")}, _PAGING_FORMS)
_SOURCE = forms.record({"document": forms.text, "heading": forms.text})
_CLIENT = forms.record(
    {},
    {
        "package": forms.name,
        "distribution": forms.text,
        "class": forms.name,
        "version": forms.version,
        "environment": forms.record({}, {"base_url": forms.name}),
        "request_id_header": forms.text,
    },
)
_CLIENT_PARAMETER = forms.record({}, {"environment": forms.name, "description": forms.text})
_ENVELOPE = forms.record({"success": forms.path}, {"errors": forms.path, "messages": forms.path})

KEYS: Final[dict[str, Key]] = {
    "x-client": Key(("document",), _CLIENT),
    "x-client-parameters": Key(
        ("document",), forms.mapping(_CLIENT_PARAMETER), foreign.client_parameters
    ),
    "x-envelope": Key(("document",), _ENVELOPE),
    "x-argument": Key(("securityScheme",), forms.name, foreign.fern_scheme("name")),
    "x-environment": Key(("securityScheme",), forms.name, foreign.fern_scheme("env")),
    "x-resource": Key(
        ("operation",),
        forms.names,
        foreign.first(foreign.fern_group, foreign.text("x-speakeasy-group")),
    ),
    "x-method": Key(
        ("operation",),
        forms.name,
        foreign.first(
            foreign.text("x-fern-sdk-method-name"),
            foreign.text("x-speakeasy-name-override"),
            foreign.speakeasy_method,
        ),
    ),
    "x-result": Key(("operation",), forms.path, foreign.text("x-fern-sdk-return-value")),
    "x-paging": Key(
        ("operation",),
        _PAGING,
        foreign.first(foreign.fern_paging, foreign.speakeasy_paging, foreign.azure_paging),
    ),
    "x-retry-safe": Key(("operation",), forms.flag),
    "x-stream": Key(("operation",), forms.record({"member": forms.text}), foreign.fern_stream),
    "x-media-by": Key(("operation",), forms.mapping(forms.mapping(forms.text))),
    "x-source": Key(("operation",), forms.items(_SOURCE, or_one=True)),
    "x-permissions": Key(("operation",), forms.items(forms.text)),
    "x-unescaped": Key(("parameter",), forms.flag),
    "x-refuse-empty": Key(("parameter",), forms.flag),
    "x-name": Key(
        (),  # others use it in other places, with other meanings
        forms.name,
        foreign.name,
    ),
    "x-enum-varnames": Key(("schema",), forms.items(forms.text)),
    "x-secret": Key(("schema",), forms.flag, foreign.same("x-speakeasy-param-sensitive")),
    "x-optional": Key(("schema",), forms.flag),
    "x-beyond-source": Key((), forms.flag),
}


def read(node: Node, key: str) -> Any:
    """The value of a vendor key.

    Args:
        node: the object that carries it, e.g. an operation.
        key: one of KEYS.

    Returns:
        Its value, else what a key of another generator says in our form, else None. A value of the
        wrong form, which the grammar check has told of, is None as well.
    """
    value = node.value
    if value.__class__ is not dict:
        return None
    if key in value:
        return value[key] if next(KEYS[key].form(node / key), None) is None else None
    elsewhere = KEYS[key].elsewhere
    if elsewhere is None or elsewhere.keys.isdisjoint(value):
        return None
    return elsewhere.say(node)


def class_name(schema: Node) -> str | None:
    """What a schema says its class is called; on a property, `x-name` is about the property."""
    if not schema.is_map or not foreign.NAMED & schema.value.keys():
        return None
    of_property = schema.parent is not None and schema.parent.key == "properties"
    return foreign.class_name(schema) or (None if of_property else read(schema, "x-name"))


def value_notes(schema: Node) -> dict[str, str]:
    """What a schema says of the values of its `enum`, by value as text: a name, a sentence, or both."""
    return foreign.value_notes(schema) if schema.is_map else {}


@cache
def concerns(key: str) -> bool:
    """Whether a key that begins with `x-` is one of ours, or looks as if it was meant to be."""
    return key in KEYS or _meant(key) is not None


def _meant(key: str) -> str | None:
    return closest(key, KEYS, 0.88)


def check(shape: str, node: Node, report: Report) -> None:
    """Check a vendor key that concerns us.

    Args:
        shape: the kind of object that carries it, see `generator.openapi.metamodel`.
        node: the key's value.
        report: takes a warning for a misspelled key, a wrong place, or a value of the wrong form.
    """
    key = KEYS.get(node.key)
    if key is None:
        meant = _meant(node.key)
        places = KEYS[meant].shapes if meant else ()
        if not places or shape in places:  # elsewhere it is somebody else's, spelt as it should be
            message = f"`{node.key}` is no key of the dialect"
            report.warning("dialect", node, message, f"did you mean `{meant}`?")
        return
    if key.shapes and shape not in key.shapes:
        where = " or ".join(SHAPE_LABELS[each] for each in key.shapes)
        message = f"`{node.key}` has no effect here"
        report.warning("dialect", node, message, f"put it on {where}")
        return
    for place, message, help in key.form(node):
        report.warning("dialect", place, message, help)
