"""What comes of an operation: the JSON of each status, and what is not JSON."""

from __future__ import annotations

from attrs import frozen

from ...ir.operations import Media, Operation, Response
from ...ir.types import AnyOf, Anything, ListOf, Nullable, Type, make_nullable, strip_null


@frozen
class ReturnTypes:
    """The answers of an operation."""

    result: Type | None
    """The decoded JSON, whatever the status; None where there is none."""
    default: Type | None
    """The decoded JSON of a status that has no entry in `statuses`."""
    statuses: tuple[tuple[str, Type | None], ...]
    """The statuses whose JSON is another than the usual, or that have none."""
    media: tuple[Media, ...]
    """The representations that are not JSON, or that ask for their own name in `Accept`."""


def infer_return_types(operation: Operation) -> ReturnTypes:
    """What `operation` answers."""
    responses = operation.responses
    if operation.paging is not None:
        items = next((found for each in responses if (found := _json(each)) is not None), None)
        listed = items if isinstance(items, ListOf) else ListOf(Anything())
        return ReturnTypes(listed, listed, (), ())
    bodies = [(each.status, _json(each)) for each in responses]
    usual = next((type_ for _, type_ in bodies if type_ is not None), None)
    media = {
        each.range: each for response in responses for each in response.media if each.kind != "json"
    }
    if usual is None:
        return ReturnTypes(None, None, (), tuple(media.values()))
    empty = [each.status for each in responses if not each.media]
    others = {status: type_ for status, type_ in bodies if type_ is not None and type_ != usual}
    if any(
        status.endswith("XX") for status in others
    ):  # a range would hold for the others of it, too
        others = {status: type_ for status, type_ in bodies if type_ is not None}
    silent = {status: None for status in empty if status not in ("204", "205")}
    result = _joined([usual, *others.values()])
    return ReturnTypes(
        result=make_nullable(result) if empty else result,
        default=usual,
        statuses=tuple((others | silent).items()),
        media=(*_own_json(responses), *media.values()),
    )


def _json(response: Response) -> Type | None:
    return next((media.type for media in response.media if media.kind == "json"), None)


def _own_json(responses: tuple[Response, ...]) -> list[Media]:
    """The JSON that is asked for by a name of its own, where none of it is plain."""
    found = {
        media.range: media for each in responses for media in each.media if media.kind == "json"
    }
    plain = any(name in ("application/json", "text/json") or "*" in name for name in found)
    return [] if plain else list(found.values())


def _joined(types: list[Type]) -> Type:
    """One type for all of `types`."""
    options = list(dict.fromkeys(strip_null(each) for each in types))
    if any(isinstance(each, Anything) for each in options):
        return Anything()
    joined = options[0] if len(options) == 1 else AnyOf(tuple(options))
    return make_nullable(joined) if any(isinstance(each, Nullable) for each in types) else joined
