"""Every operation of a document, with its place, its parameters and its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from ...openapi.extensions import operation_keys
from ...openapi.loading import Node, Source
from ...openapi.metamodel import HTTP_METHODS, is_list
from ...openapi.placeholders import find_placeholders
from ...text import split_words
from .allocate import NameRequest, allocate_names, spell
from .conventions import find_conventions
from .inflection import stem_words
from .name_lock import NO_LOCK, LockedName, NameLock
from .operation_names import OperationNames
from .path_template import PathTemplate, remove_mount

_ENVELOPES = frozenset("content data entries items list records results rows values".split())
"""What members are called that hold whatever is listed."""
_LONGEST = 8
"""Parts of a name that are compared where types are named after operations."""


@frozen
class IndexedOperation:
    """An operation of the document and its name.

    Attributes:
        path: the path template.
        method: the HTTP method in lower case, or as `additionalOperations` has it.
        item: the path item.
        node: the operation.
        parameters: those of the path item and those of the operation, references resolved.
        resource: the resource, outermost first; () for a method of the client itself.
        name: the method of the resource.
        wanted_name: the name that it would have if no other operation had it.
        type_prefix: what the types are named after that stand in the operation: as few words of resource and name as
            are those of no other operation.
    """

    path: str
    method: str
    item: Node
    node: Node
    parameters: tuple[Node, ...]
    resource: tuple[str, ...]
    name: str
    wanted_name: str
    type_prefix: str

    @property
    def dotted(self) -> str:
        """The name of the operation in the API: `ai_gateway.logs.list`."""
        return ".".join((*self.resource, self.name))

    @property
    def placeholders(self) -> list[str]:
        """The names in braces of the path; what follows a `#` is not sent and does not count."""
        return find_placeholders(self.path.partition("#")[0])


def index_operations(source: Source, lock: NameLock = NO_LOCK) -> list[IndexedOperation]:
    """Return every operation of the document in its order, each with a unique name.

    Args:
        source: the document.
        lock: the names that a package already gave.
    """
    listed = [
        (path, item, method, node)
        for path, item in _iter_path_items(source)
        for method, node in _iter_operations(item)
    ]
    names = _make_names([(path, method, node) for path, _, method, node in listed], source)
    requests = _make_requests(names, lock)
    allocated = allocate_names(requests)
    full_names = [
        (*request.resource, each.name) for request, each in zip(requests, allocated, strict=True)
    ]
    return [
        IndexedOperation(
            path=path,
            method=method,
            item=item,
            node=node,
            parameters=(*_iter_parameters(item, source), *_iter_parameters(node, source)),
            resource=full_name[:-1],
            name=name.name,
            wanted_name=name.wanted,
            type_prefix=prefix,
        )
        for (path, item, method, node), full_name, name, prefix in zip(
            listed, full_names, allocated, _find_type_prefixes(full_names), strict=True
        )
    ]


def _find_type_prefixes(full_names: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the shortest end of each name, of two parts at least, that is the end of no other.

    Of names with the same last two parts, the shortest one has these: `users.list` and `schedules.users.list` have
    "users list" and "schedules users list".
    """
    ends = Counter(name[-n:] for name in full_names for n in range(1, min(len(name), _LONGEST) + 1))
    first: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in sorted(full_names, key=lambda name: (len(name), name)):
        first.setdefault(name[-2:], name)
    return [
        " ".join(
            name[-2:]
            if first[name[-2:]] == name
            else next(
                (name[-n:] for n in range(2, min(len(name), _LONGEST)) if ends[name[-n:]] == 1),
                name,
            )
        )
        for name in full_names
    ]


def _make_names(listed: Sequence[tuple[str, str, Node]], source: Source) -> list[OperationNames]:
    conventions = find_conventions(
        [
            (
                path,
                node.text("operationId") or "",
                next(iter(operation_keys.read_texts(node, "tags")), ""),
            )
            for path, _, node in listed
        ]
    )
    counts = Counter(path for path, _, _ in listed)
    updated = {path for path, method, _ in listed if method in ("put", "patch")}
    return [
        OperationNames(
            node,
            method,
            PathTemplate(
                path,
                mount=conventions.mount,
                shared=conventions.shared,
                groups=conventions.groups,
                verb_ends=conventions.verb_ends,
                id_words=split_words(node.text("operationId") or ""),
                is_collection=remove_mount(path, conventions.mount) in conventions.collections,
                writes=method != "get",
                is_lone_post=method == "post" and counts[path] == 1,
            ),
            conventions,
            returns_list=method == "get" and _returns_list(node, path, source),
            is_updated=path in updated,
        )
        for path, method, node in listed
    ]


def _returns_list(operation: Node, path: str, source: Source) -> bool:
    """Return whether the first successful response with a JSON schema is a list."""
    for status in ("200", "201", "2XX", "default"):
        node = operation / "responses" / status
        response = source.resolve(node) if node.is_map else None
        content = (response / "content").items() if response is not None else ()
        for media_type, media in content:
            if "json" in media_type:
                schema = source.resolve(media / "schema")
                return schema is not None and (
                    _is_array(schema) or _is_envelope(schema, path, source)
                )
    return False


def _is_array(schema: Node) -> bool:
    types = schema.plain("type")
    return "array" in (types if is_list(types) else (types,))


def _is_envelope(schema: Node, path: str, source: Source) -> bool:
    """Return whether an object has one array, which is named after the path or as envelopes name it."""
    arrays = [
        name
        for name, node in (schema / "properties").items()
        if (member := source.resolve(node)) is not None and _is_array(member)
    ]
    last = path.rstrip("/").rpartition("/")[2]
    return len(arrays) == 1 and (
        arrays[0].lower() in _ENVELOPES
        or stem_words(split_words(arrays[0])) == stem_words(split_words(last))
    )


def _make_requests(names: Sequence[OperationNames], lock: NameLock) -> list[NameRequest]:
    """Return what each operation may be called, beginning with the name that a package gave it."""
    locked = [_find_locked(each, lock) for each in names]
    methods = {
        (name.resource, spell(name.method)) for name in locked if name is not None and name.method
    }
    requests: list[NameRequest] = []
    for each, name in zip(names, locked, strict=True):
        resource, prefix = (name.resource, "") if name is not None else _free(each, methods)
        requests.append(
            NameRequest(
                resource=resource,
                names=_iter_candidates(each, prefix, name),
                priority=_rank(each, name, lock),
            )
        )
    return requests


def _iter_candidates(
    names: OperationNames, prefix: str, locked: LockedName | None
) -> Iterator[str]:
    if locked is not None:
        yield locked.method
    yield from (f"{prefix}{each}" for each in names.iter_candidates())


def _rank(names: OperationNames, locked: LockedName | None, lock: NameLock) -> tuple[object, ...]:
    """Names that the document gives come first, then locked ones, then actions on one thing, then shorter paths.

    Of two operations to which the document gives one name, that which has it in the package goes first.
    """
    path = names.path
    earlier = lock.operations.get((names.method.upper(), path))
    has_name = earlier is not None and spell(earlier.method) == spell(names.explicit_name or "")
    on_item = bool(re.search(r"\}/[^/{}]+$", path)) and bool(names.template.action)
    return (
        not names.explicit_name,
        not has_name,
        locked is None,
        not on_item,
        names.method == "delete" and not names.template.ends_in_argument,
        path.count("/"),
        path,
        names.method,
    )


def _find_locked(names: OperationNames, lock: NameLock) -> LockedName | None:
    """Return the name that the operation has in the package, unless the document names it or it got another id."""
    locked = lock.operations.get((names.method.upper(), names.path))
    if locked is None or names.explicit_name or names.is_placed:
        return None
    same_id = locked.operation_id in (None, names.node.text("operationId") or "")
    return locked if same_id else None


def _free(
    names: OperationNames, methods: set[tuple[tuple[str, ...], str]]
) -> tuple[tuple[str, ...], str]:
    """Return the resource of a new operation, and what its names begin with.

    Where a part of the resource is a locked method, the resource above it takes the operation.
    """
    resource = names.resource
    least = len(resource) if names.is_placed else 0
    for depth in range(len(resource), least - 1, -1):
        if not any((resource[:part], spell(resource[part])) in methods for part in range(depth)):
            return resource[:depth], "".join(f"{each}_" for each in resource[depth:])
    return resource, ""


def _iter_path_items(source: Source) -> Iterator[tuple[str, Node]]:
    for path, item in (source.root / "paths").items():
        if path.startswith("x-"):
            continue
        resolved = source.resolve(item) if item.is_map else None
        if resolved is not None and resolved.is_map:
            yield path, resolved


def _iter_parameters(owner: Node, source: Source) -> Iterator[Node]:
    for node in owner / "parameters":
        yield source.resolve(node) or node


def _iter_operations(item: Node) -> Iterator[tuple[str, Node]]:
    for method, node in item.items():
        if method.lower() in HTTP_METHODS and node.is_map:
            yield method.lower(), node
    for method, node in (item / "additionalOperations").items():
        if node.is_map:
            yield method, node
