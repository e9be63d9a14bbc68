"""Names that generated code itself uses, by the scope in which names of a document must not hide them.

`tests/unit/test_reserved.py` holds these sets against the run-time core and against generated modules, so that a new
keyword of the client, or a new helper of decoders, can't be forgotten here.
"""

from __future__ import annotations

import builtins

HIDEABLE = frozenset(
    {"bool", "bytes", "date", "datetime", "dict", "float", "int", "list", "member", "str"}
)
"""Names that the body of a class uses under another name if a member of the class has the same name."""

_CLASS_BODY = frozenset(
    {"annotations", "builtins", "cached_property", "overload", "property", "conceal_arguments"}
)
"""What else the body of a generated class mentions: decorators, and the module of built-in types."""

CLIENT_MEMBERS = _CLASS_BODY | frozenset(
    "base_url close deadline default_headers default_query max_retries parsed_response raw_response"
    " request streamed_response timeout with_credentials with_options".split()
)
"""Members that every client has, and what the body of its class mentions."""

RESOURCE_MEMBERS = _CLASS_BODY
"""What the body of a resource class mentions."""

MODEL_MEMBERS = frozenset(
    {"builtins", "extra", "from_dict", "property", "self", "to_dict", "to_json"}
)
"""Members that every model has, and what the body of its class mentions."""

CLIENT_KEYWORDS = frozenset(
    "after_response base_url before_request deadline default_query headers http_client max_response_bytes max_retries on_contract_gap"
    " on_error options rate_limit retry_budget retry_statuses self strict super timeout token_url".split()
)
"""Keywords that every client has, and what its constructor calls."""

ARGUMENTS = frozenset({"extra", "options", "self"})
"""Arguments that every method has."""

PAGED_ARGUMENTS = ARGUMENTS | {"max_items", "prefetch"}
"""Arguments that every method with pages has."""

MODEL_MODULE = frozenset(
    "Any Ellipsis JSONValue Literal Mapping Model NotImplemented NotRequired Sequence TYPE_CHECKING TypeAlias TypedDict".split()
)
"""What a module of models imports, and values whose names mypy takes for no type; `Any` becomes `AnyModel`."""

IMPORTED = frozenset(
    "Any AsyncClientMethods AsyncEventStream AsyncPage AsyncPagedResource AsyncResource AsyncStreamingResource Awaitable Callable"
    " BodyContent ClientMethods Cursor EventStream File JSONValue Keys Link Literal Mapping Null Offset Operation Options Page"
    " PageNumber PagedOperation PagedResource Resource Sequence ServerSentEvent StreamingResource TYPE_CHECKING".split()
)
"""What modules of resources and decoders import; a model called so is imported under another name."""

RESOURCE_CLASSES = frozenset(
    "AsyncPagedResource AsyncResource AsyncStreamingResource PagedResource Resource StreamingResource".split()
)
"""The base classes of resources."""

OPERATIONS = frozenset({"TYPE_CHECKING"})
"""Constants in modules of decoders that are not operations."""

DECODERS = frozenset(dir(builtins)) | frozenset(
    "adopt annotations body cast data decode decode_additional decode_any decode_list decode_map decode_nothing get_member"
    " has_item item lazy_function new self value".split()
)
"""What decoders call or name, and what their modules import."""
