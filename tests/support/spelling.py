"""Results spelled out as JSON, classes and all, so that a recording can say exactly what a call must give."""

from __future__ import annotations

import base64
from datetime import date, datetime
from typing import Any

import attrs


def spell(value: Any) -> Any:
    """`value` with models as `{"$": class, attribute: …}`, absent members left out, dates marked."""
    if attrs.has(type(value)):
        known = {type(value).__wire__[field.name] for field in attrs.fields(type(value))}
        present = {
            field.name: spell(getattr(value, field.name))
            for field in attrs.fields(type(value))
            if type(value).__wire__[field.name] in vars(value)
        }
        extra = {key: item for key, item in vars(value).items() if key not in known}
        return {"$": type(value).__name__, **present, **({"$extra": extra} if extra else {})}
    match value:
        case dict():
            return {key: spell(item) for key, item in value.items()}
        case list():
            return [spell(item) for item in value]
        case datetime():
            return {"$datetime": value.isoformat()}
        case date():
            return {"$date": value.isoformat()}
        case bytes():
            return {"$bytes": base64.b64encode(value).decode("ascii")}
        case str() | int() | float() | bool() | None:
            return value
        case _:
            return _spell_sequence(value)


def _spell_sequence(value: Any) -> Any:
    """Pages and streams: what they hold and what they say of themselves."""
    if hasattr(value, "info"):
        return {
            "$": type(value).__name__.removeprefix("Async"),
            "items": spell(value.items),
            "info": spell(value.info),
        }
    return {"$": type(value).__name__, "events": [spell(event) for event in value]}
