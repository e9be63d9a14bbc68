"""The wire side of `reactions`: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.reactions import Reaction

reaction = adopt(Reaction)


CREATE: Operation[Reaction] = Operation(
    name="reactions.create",
    method="POST",
    path="/reactions",
    decode=reaction,
    body="json",
)
