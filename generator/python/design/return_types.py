"""What an operation returns: the JSON of each status, and other media types."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from ...ir.operations import Media, Operation, Response
from ...ir.types import AnyOf, Anything, ListOf, Nullable, Type, make_nullable, strip_null

_WITHOUT_BODY = ("204", "205")
"""The statuses that have no body in HTTP."""


@frozen
class ReturnTypes:
    """What an operation returns.

    Attributes:
        result: the decoded JSON of any status; None where there is none.
        default: the decoded JSON of a status that is not in `statuses`.
        statuses: the statuses whose JSON differs from the default, or that have none; with a media type
            ("200 application/hal+json") where a status has several kinds of JSON.
        media: the representations that are not JSON, or that have to be named in `Accept`.
    """

    result: Type | None
    default: Type | None
    statuses: tuple[tuple[str, Type | None], ...]
    media: tuple[Media, ...]


def infer_return_types(operation: Operation) -> ReturnTypes:
    """Infer what `operation` returns from the responses that the document describes."""
    responses = operation.responses
    if operation.paging is not None:
        items = next((type_ for each in responses if (type_ := _find_json(each)) is not None), None)
        listed = items if isinstance(items, ListOf) else ListOf(Anything())
        return ReturnTypes(
            listed, listed, (), tuple(_list_json_ranges(responses, (), is_paged=True))
        )
    bodies = [(each.status, _find_json(each)) for each in responses]
    default = next((type_ for _, type_ in bodies if type_ is not None), None)
    media = {
        each.range: each for response in responses for each in response.media if each.kind != "json"
    }
    if default is None:
        return ReturnTypes(None, None, (), tuple(media.values()))
    others = {status: type_ for status, type_ in bodies if type_ is not None and type_ != default}
    if any(status.endswith("XX") for status in others):  # else the range would apply to them, too
        others = {status: type_ for status, type_ in bodies if type_ is not None}
    others |= {
        f"{response.status} {media.range}": media.type
        for response in responses
        for media in _all_json(response)[1:]
        if media.type != _find_json(response)
    }
    empty = [each.status for each in responses if not each.media]
    silent = {status: None for status in empty if status not in _WITHOUT_BODY}
    result = _join([default, *others.values()])
    return ReturnTypes(
        result=make_nullable(result) if empty else result,
        default=default,
        statuses=tuple((others | silent).items()),
        media=(*_list_json_ranges(responses, media), *media.values()),
    )


def _all_json(response: Response) -> list[Media]:
    return [media for media in response.media if media.kind == "json"]


def _find_json(response: Response) -> Type | None:
    """Return the type of the first JSON of a response, which has no other as a rule."""
    return next((media.type for media in _all_json(response)), None)


def _list_json_ranges(
    responses: tuple[Response, ...], others: Collection[str], *, is_paged: bool = False
) -> list[Media]:
    """Return the JSON media types that `Accept` has to name: all, unless there is nothing but plain JSON."""
    ranges = {
        media.range: media
        for each in responses
        for media in (_all_json(each)[:1] if is_paged else _all_json(each))
    }
    is_plain = [name in ("application/json", "text/json") or "*" in name for name in ranges]
    has_one_type = all(is_plain) or not any(len(_all_json(each)) > 1 for each in responses)
    has_plain = any(is_plain) and (has_one_type or is_paged)
    return [] if has_plain and not others else list(ranges.values())


def _join(types: list[Type]) -> Type:
    """Return one type for all of `types`."""
    options = list(dict.fromkeys(strip_null(each) for each in types))
    if any(isinstance(each, Anything) for each in options):
        return Anything()
    joined = options[0] if len(options) == 1 else AnyOf(tuple(options))
    return make_nullable(joined) if any(isinstance(each, Nullable) for each in types) else joined
