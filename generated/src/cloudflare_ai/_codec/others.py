"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt
from ..models.others import ResponseMessage, RunInput

response_message = adopt(ResponseMessage)
run_input = adopt(RunInput)
