"""The names that parameters, members and headers of paging have in published APIs: lower case, words joined by `_`."""

from __future__ import annotations

from typing import Final

CURSORS: Final = (
    "cursor after starting_after start_cursor page_cursor next_cursor after_cursor pagination_cursor page_token"
    " next_page_token next_token pagination_token paging_token continuation_token continuation continue start_token"
    " start_key last_key last_evaluated_key pagination_key page_key after_id last_id from_id since_id marker"
    " start_from bookmark scroll_id iterator page_state"
).split()
TEXT_CURSORS: Final = "page next start offset".split()
"""Cursors if they are text; numbers of these names count pages or items."""
AFTER_ITEM: Final = "starting_after after after_id last_id".split()
"""Cursors that are the identity of an item, where the response names no other."""
BACKWARDS: Final = frozenset("before ending_before prev previous prev_page first_id".split())
"""Cursors of the page before."""
IDENTITIES: Final = "id token uuid".split()

NEXT: Final = (
    "next_cursor next_page_cursor next_page_token next_token next_marker next_page next_start_key next_offset_id"
    " next_pagination_token next_after end_cursor cursor last_id after after_cursor next_key last_evaluated_key"
    " continuation_token continuation continue pagination_token marker scroll_id next bookmark iterator page_state"
).split()
NEXT_OBJECTS: Final = "next next_page next_cursor cursor cursors".split()
"""Objects that hold the next values of parameters under the names of these."""
NEXT_HEADERS: Final = (
    "next_cursor after_cursor next_page_token next_token continuation_token next_page next_marker"
).split()
"""Headers with the next cursor, without `X-`."""

OFFSETS: Final = (
    "offset skip start_at start_index first_result first_item start_record page_offset".split()
)
BOUNDS: Final = "start from first".split()
"""Offsets, if they are not the beginning of a time, or the size of a page."""
PAGES: Final = "page page_number page_num page_no page_index current_page pagenumber p pg".split()
SIZES: Final = (
    "limit per_page page_size size page_limit max_results max_items results_per_page items_per_page page_length"
    " maxresults pagesize perpage pagelen count top take length rows num maximum max first"
).split()

LINKS: Final = (
    "next_url next_link next_href next_uri next_page_url next_page_uri next_page_link odata_next_link".split()
)
"""Members that are a URL by their name."""
POSSIBLE_LINKS: Final = "next next_page".split()
"""Members that are a URL if something else says so."""

TOTALS: Final = (
    "total total_count total_items total_results count_total total_entries total_size total_records"
    " total_number total_elements total_hits totalresults"
).split()
COUNTS: Final = "count num_results result_count record_count".split()
"""Totals of all pages, or the number of items in this one."""
TOTAL_PAGES: Final = (
    "total_pages page_count pages num_pages last_page pages_count pages_total total_page max_page".split()
)
HAS_MORE: Final = (
    "has_more has_next has_next_page more is_truncated has_more_items more_available next_page".split()
)

ITEMS: Final = (
    "data items results result records entries values value list objects elements rows hits".split()
)
NO_ITEMS: Final = frozenset("errors warnings messages included facets links fields columns".split())
"""Lists that stand next to the items."""
WRAPPERS: Final = (
    "meta metadata pagination paging page_info page links link result_info response_metadata cursors cursor"
    " pages data result response list_metadata info navigation next next_page"
).split()
"""Objects that describe the page."""
BODY_WRAPPERS: Final = ("data", "result", "response", "_embedded")
"""Objects that hold the items."""
PARAMETER_GROUPS: Final = frozenset(
    "list options page paging pagination query params request".split()
)
"""Words that a parameter's name may have before a dot: `listOptions.continue`."""
