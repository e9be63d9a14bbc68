"""The wire side of `notes`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_additional, new
from .._core.operation import Operation
from ..models.notes import Annotations, Cast, NotesListResponse, Page as PageModel

page = adopt(PageModel)


def notes_list_response(data: Any) -> NotesListResponse:
    if data.__class__ is not dict:
        return cast("NotesListResponse", data)
    self = new(NotesListResponse)
    self.__dict__ = data
    if "annotations" in data:
        data["annotations"] = annotations_(data["annotations"])
    if "cast" in data:
        data["cast"] = cast_(data["cast"])
    if (found := data.get("page")).__class__ is dict:
        data["page"] = new(PageModel)
        data["page"].__dict__ = found
    return self


def annotations_(data: Any) -> Annotations:
    if data.__class__ is not dict:
        return cast("Annotations", data)
    self = new(Annotations)
    self.__dict__ = data
    if "annotations" in data:
        data["annotations"] = annotations_(data["annotations"])
    return self


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
