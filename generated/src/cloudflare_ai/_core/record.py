"""The base of what generated code describes an API with."""

from __future__ import annotations

from typing import Any, dataclass_transform


@dataclass_transform(kw_only_default=True, eq_default=False)
class Record:
    """A record made of keywords; class attributes are the defaults."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)
