"""The wire side of `books`: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.books import BooksListResponse

books_list_response = adopt(BooksListResponse)


LIST: Operation[BooksListResponse] = Operation(
    name="books.list",
    method="GET",
    path="/books",
    decode=books_list_response,
)
