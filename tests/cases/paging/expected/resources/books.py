# Generated from Shelf 1; do not edit.
"""The resource `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import books as _codec
from .._core.pages import AsyncPagedResource, PagedResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.books import Book, Meta

__all__ = [
    "AsyncBooksResource",
    "BooksResource",
]


class BooksResource(PagedResource):
    """Operations of `client.books`."""

    def by_page(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, Meta]:
        """Send `GET /books`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_PAGE,
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_cursor(
        self,
        *,
        after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/by-cursor`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_CURSOR,
            query={"after": after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_last_item(
        self,
        *,
        starting_after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/by-last-item`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_LAST_ITEM,
            query={"starting_after": starting_after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def bare(
        self,
        *,
        starting_after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/bare`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BARE,
            query={"starting_after": starting_after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_offset(
        self,
        *,
        skip: int | None = None,
        limit: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/by-offset`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_OFFSET,
            query={"skip": skip, "limit": limit},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_link(
        self,
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/by-link`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_LINK,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_header(
        self,
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/by-header`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_HEADER,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def from_zero(
        self,
        *,
        page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/from-zero`.

        Args:
            page: Default: 0.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.FROM_ZERO,
            query={"page": page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def from_one(
        self,
        *,
        start: int | None = None,
        count: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/from-one`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.FROM_ONE,
            query={"start": start, "count": count},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_cursor_in_header(
        self,
        *,
        after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/cursor-in-header`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_CURSOR_IN_HEADER,
            query={"after": after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def search(
        self,
        *,
        after: str | None = None,
        title: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `POST /books/cursor-search`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.SEARCH,
            body={"after": after, "title": title},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def search_by_page(
        self,
        *,
        title: str,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `POST /books/search`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.SEARCH_BY_PAGE,
            body={"title": title, "page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_odata(
        self,
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Book, None]:
        """Send `GET /books/odata`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_ODATA,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )


class AsyncBooksResource(AsyncPagedResource):
    """Operations of `client.books`."""

    def by_page(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, Meta]:
        """Send `GET /books`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_PAGE,
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_cursor(
        self,
        *,
        after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/by-cursor`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_CURSOR,
            query={"after": after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_last_item(
        self,
        *,
        starting_after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/by-last-item`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_LAST_ITEM,
            query={"starting_after": starting_after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def bare(
        self,
        *,
        starting_after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/bare`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BARE,
            query={"starting_after": starting_after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_offset(
        self,
        *,
        skip: int | None = None,
        limit: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/by-offset`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_OFFSET,
            query={"skip": skip, "limit": limit},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_link(
        self,
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/by-link`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_LINK,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_header(
        self,
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/by-header`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_HEADER,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def from_zero(
        self,
        *,
        page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/from-zero`.

        Args:
            page: Default: 0.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.FROM_ZERO,
            query={"page": page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def from_one(
        self,
        *,
        start: int | None = None,
        count: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/from-one`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.FROM_ONE,
            query={"start": start, "count": count},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_cursor_in_header(
        self,
        *,
        after: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/cursor-in-header`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_CURSOR_IN_HEADER,
            query={"after": after},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def search(
        self,
        *,
        after: str | None = None,
        title: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `POST /books/cursor-search`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.SEARCH,
            body={"after": after, "title": title},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def search_by_page(
        self,
        *,
        title: str,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `POST /books/search`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.SEARCH_BY_PAGE,
            body={"title": title, "page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def by_odata(
        self,
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Book, None]:
        """Send `GET /books/odata`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BY_ODATA,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )
