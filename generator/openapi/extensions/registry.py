"""The registry of `x-` keys (`spec/DIALECT.md`): a new key is one entry of `KEYS`.

An entry says on which objects the key belongs, the form of its value, and which keys of other generators mean the
same. Validation checks the form; `read` returns values of the right form only.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from attrs import frozen

from ...diagnostics import Report, find_closest
from ..loading import Node
from ..metamodel import SHAPE_LABELS
from . import value_forms as forms
from . import vendors


@frozen
class Key:
    """An `x-` key.

    Attributes:
        shapes: the kinds of objects that it belongs on, see `openapi.metamodel`; none for any.
        form: the form of its value.
        translation: keys of other generators that mean the same.
    """

    shapes: tuple[str, ...]
    form: forms.Form
    translation: vendors.Translation | None = None


_PAGING_FORMS: dict[str, forms.Form] = {
    **dict.fromkeys(("items", "info", "total", "total_pages", "next", "has_more"), forms.path),
    **dict.fromkeys(("page", "size", "cursor", "offset", "next_header"), forms.text),
    "first": forms.zero_or_one,
}
_PAGING = forms.record({"style": forms.one_of("page", "cursor", "offset", "link")}, _PAGING_FORMS)
_SOURCE = forms.record({"document": forms.text, "heading": forms.text})
PACKAGE_FORMS: Final[dict[str, forms.Form]] = {
    "distribution": forms.distribution,
    "version": forms.version,
    "request_id_header": forms.text,
    "positional": forms.one_of("all", "last"),
    "license": forms.license_expression,
    "authors": forms.items(forms.text, or_one=True),
    "urls": forms.mapping(forms.text),
    "keywords": forms.items(forms.text),
    "classifiers": forms.items(forms.text),
}
"""Keys that `x-client` and the settings file share, besides names."""
_CLIENT = forms.record(
    {},
    {
        "package": forms.package_name,
        "class": forms.class_name,
        "version": forms.version,
        "environment": forms.record({}, {"base_url": forms.variable_name}),
        "request_id_header": forms.text,
        **PACKAGE_FORMS,
    },
)
_CLIENT_PARAMETER = forms.record({}, {"environment": forms.name, "description": forms.text})
_OVERLOAD = forms.record(
    {"required": forms.items(forms.text), "result": forms.schema},
    {"optional": forms.items(forms.text)},
)
_ENVELOPE = forms.record({"success": forms.path}, {"errors": forms.path, "messages": forms.path})

KEYS: Final[dict[str, Key]] = {
    "x-client": Key(("document",), _CLIENT),
    "x-client-parameters": Key(
        ("document",), forms.mapping(_CLIENT_PARAMETER), vendors.translate_client_parameters
    ),
    "x-envelope": Key(("document",), _ENVELOPE),
    "x-argument": Key(("securityScheme",), forms.name, vendors.translate_fern_scheme("name")),
    "x-environment": Key(("securityScheme",), forms.name, vendors.translate_fern_scheme("env")),
    "x-resource": Key(
        ("operation",),
        forms.resource,
        vendors.first(vendors.translate_fern_group, vendors.text("x-speakeasy-group")),
    ),
    "x-method": Key(
        ("operation",),
        forms.name,
        vendors.first(
            vendors.text("x-fern-sdk-method-name"),
            vendors.text("x-speakeasy-name-override"),
            vendors.translate_speakeasy_method,
        ),
    ),
    "x-result": Key(("operation",), forms.path, vendors.text("x-fern-sdk-return-value")),
    "x-paging": Key(
        ("operation",),
        _PAGING,
        vendors.first(
            vendors.translate_fern_paging,
            vendors.translate_speakeasy_paging,
            vendors.translate_azure_paging,
        ),
    ),
    "x-retry-safe": Key(("operation",), forms.flag),
    "x-stream": Key(
        ("operation",), forms.record({"member": forms.text}), vendors.translate_fern_stream
    ),
    "x-media-by": Key(("operation",), forms.mapping(forms.mapping(forms.text))),
    "x-overloads": Key(("operation",), forms.items(_OVERLOAD)),
    "x-source": Key(("operation",), forms.items(_SOURCE, or_one=True)),
    "x-permissions": Key(("operation",), forms.items(forms.text)),
    "x-unescaped": Key(("parameter",), forms.flag),
    "x-refuse-empty": Key(("parameter",), forms.flag),
    "x-name": Key(
        (),  # others use it in other places, with other meanings
        forms.name,
        vendors.name,
    ),
    "x-enum-varnames": Key(("schema",), forms.items(forms.text)),
    "x-secret": Key(("schema",), forms.flag, vendors.same("x-speakeasy-param-sensitive")),
    "x-optional": Key(("schema",), forms.flag),
    "x-beyond-source": Key((), forms.flag),
}


def read_extension(node: Node, key: str) -> Any:
    """Return the value of an `x-` key.

    Args:
        node: the object that carries it, e.g. an operation.
        key: one of KEYS.

    Returns:
        The value, else that of another generator's key, translated, else None. A value of the wrong form, which
        validation reports, is None.
    """
    value = node.value
    if value.__class__ is not dict:
        return None
    if key in value:
        return value[key] if next(KEYS[key].form(node / key), None) is None else None
    translation = KEYS[key].translation
    if translation is None or translation.keys.isdisjoint(value):
        return None
    return translation.translate(node)


def read_class_name(schema: Node) -> str | None:
    """Return the name that a schema gives its class, or None; on a property, `x-name` is about the property."""
    if not schema.is_map or not vendors.CLASS_NAME_KEYS & schema.value.keys():
        return None
    of_property = schema.parent is not None and schema.parent.key == "properties"
    return vendors.translate_class_name(schema) or (
        None if of_property else read_extension(schema, "x-name")
    )


def read_value_notes(schema: Node) -> dict[str, str]:
    """Return the notes on the values of an `enum`, by value as text: a name, a description, or both."""
    return vendors.translate_value_notes(schema) if schema.is_map else {}


@cache
def is_own_or_similar(key: str) -> bool:
    """Return whether a key is in `KEYS`, or looks like a misspelling of one that is."""
    return key in KEYS or _find_similar(key) is not None


def _find_similar(key: str) -> str | None:
    return find_closest(key, KEYS, 0.88)


def check_extension(shape: str, node: Node, report: Report) -> None:
    """Check an `x-` key that is ours or looks like it.

    Args:
        shape: the kind of object that carries it, see `generator.openapi.metamodel`.
        node: the key's value.
        report: takes a warning for a misspelled key, a wrong place, or a value of the wrong form.
    """
    key = KEYS.get(node.key)
    if key is None:
        similar = _find_similar(node.key)
        shapes = KEYS[similar].shapes if similar else ()
        if not shapes or shape in shapes:  # on other objects it is the key of some other tool
            message = f"`{node.key}` is not a known key"
            report.warning("vendor-key", node, message, f"did you mean `{similar}`?")
        return
    if key.shapes and shape not in key.shapes:
        where = " or ".join(SHAPE_LABELS[each] for each in key.shapes)
        message = f"`{node.key}` has no effect here"
        report.warning("vendor-key", node, message, f"put it on {where}")
        return
    for place, message, help in key.form(node):
        report.warning("vendor-key", place, message, help)
