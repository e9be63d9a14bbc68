"""Records: values with names, that nobody changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import frozen as record
else:
    from attrs import define

    record = partial(define, unsafe_hash=True)

__all__ = ["record"]

# For classes of which a document makes thousands, and that are not tuples because what they are counts when they
# are compared. To the type checkers it is `attrs.frozen`, and they hold everybody to it; at run time nothing is
# frozen, for filling a frozen object takes four times as long.
