# Generated from Notebook 1; do not edit.
"""Decoders and operations of `notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_additional, new
from .._core.operation import Operation
from ..models.notes import Annotations, Cast, NotesListResponse, Page as PageModel

if TYPE_CHECKING:
    from collections.abc import Callable

notes_list_response: Callable[[Any], NotesListResponse] = adopt(
    NotesListResponse,
    {
        "annotations": lambda data: annotations_(data),
        "cast": lambda data: cast_(data),
        "page": lambda data: page(data),
    },
)
annotations_: Callable[[Any], Annotations] = adopt(
    Annotations,
    {
        "annotations": lambda data: annotations_(data),
    },
)
page: Callable[[Any], PageModel] = adopt(PageModel)


def cast_(data: Any) -> Cast:
    if data.__class__ is not dict:
        return cast("Cast", data)
    self = new(Cast)
    self.__dict__ = data
    decode_additional(annotations_, data, "property")
    return self


LIST: Operation[NotesListResponse] = Operation(
    name="notes.list",
    method="GET",
    path="/notes",
    decode=notes_list_response,
)
