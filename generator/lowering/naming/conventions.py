"""What the operations of a document have in common, which therefore does not distinguish them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from attrs import field, frozen

from ...text import split_words
from .inflection import VERB_CLASSES, find_verb, is_plural, is_verb, is_version
from .path_template import DEEPEST_GROUP, remove_mount, split_path, without_names

_ENOUGH = 4
"""The number of operations from which something is a convention."""
_MOST = 0.8
_ITEM = re.compile(r"/\{[^/{}]*\}/?$")
_MOUNTED = re.compile(r"((?:/[^/{}]+)+?)/v\d+\w*/")
_FIRST_NOUN = re.compile(r"(?:/v\d+\w*)?/(?!v\d)(?:[a-z]+)(?=/)")
_DOTTED_ID = re.compile(r"[a-z\d][a-z\d_-]*(?:\.[a-z\d][a-z\d_-]*)+")
_MODULES = frozenset("controller controllers ctrl endpoints handler handlers routes views".split())
"""Words of ids that are the name of a function of a web framework: "app.controllers.hosts.list_hosts"."""
_CAMEL_CASE = re.compile(r"[a-z]+([A-Z][a-z]+)+")
_PLAIN = re.compile(r"[\w &-]+")


@frozen
class Conventions:
    """The conventions of a document.

    Attributes:
        prefixes: words before the verb that several ids share: `files_api_routes_` of `files_api_routes_list_files`.
        mount: what most paths begin with before their version: `/openai` of `/openai/v1/models`.
        shared: how many leading segments all paths have after that.
        collections: paths whose items the document has too.
        idle_tag: a tag that all operations have; "" if there is none.
        names: nouns that a tag names better: `/convai` is all that "Conversational AI" is about.
        verbs: the word of the package for each standard verb.
        groups: the parts of paths that group what follows, by segments; arguments are "{}".
        verb_ends: the parts of paths up to a verb that only arguments follow.
        single: nouns that are a whole path each time, with one method.
        has_identifier_tags: whether tags are written as identifiers, `apiKeys`, and so for generators.
        has_list_ids: whether ids say `list` where things are listed, so that `get` means one thing.
        has_dotted_ids: whether ids are written as resource and method, "v1.sink.rotate-secret".
    """

    prefixes: frozenset[tuple[str, ...]] = frozenset()
    mount: str = ""
    shared: int = 0
    collections: frozenset[str] = frozenset()
    idle_tag: str = ""
    names: Mapping[tuple[str, ...], tuple[str, ...]] = field(
        factory=dict[tuple[str, ...], tuple[str, ...]]
    )
    verbs: Mapping[str, str] = field(factory=dict[str, str])
    groups: frozenset[tuple[str, ...]] = frozenset()
    verb_ends: frozenset[tuple[str, ...]] = frozenset()
    single: frozenset[tuple[str, ...]] = frozenset()
    has_identifier_tags: bool = False
    has_list_ids: bool = False
    has_dotted_ids: bool = False


def find_conventions(operations: Sequence[tuple[str, str, str]]) -> Conventions:
    """Return what operations, given as path, operation id and first tag, have in common."""
    mount = _find_mount(list(dict.fromkeys(path for path, _, _ in operations))) or _shared_mount(
        operations
    )
    operations = [(remove_mount(path, mount), id, tag) for path, id, tag in operations]
    paths = dict.fromkeys(path for path, _, _ in operations)
    shared = _count_shared_segments([split_path(path) for path in paths])
    collections = frozenset(_ITEM.sub("", path) for path in paths if _ITEM.search(path))
    return Conventions(
        mount=mount,
        prefixes=_find_shared_prefixes(id for _, id, _ in operations),
        shared=shared,
        collections=collections,
        idle_tag=_find_idle_tag([tag for *_, tag in operations]),
        names=_map_nouns_to_tags([(split_path(path)[shared:], tag) for path, _, tag in operations]),
        verbs=_choose_verbs(operations),
        groups=_find_groups(paths, shared),
        verb_ends=_verb_ends([path for path, _, _ in operations], shared),
        single=_find_single_nouns([path for path, _, _ in operations], shared),
        has_list_ids=sum("list" in split_words(id)[:3] for _, id, _ in operations) >= _ENOUGH - 1,
        has_dotted_ids=_has_dotted_ids([id for _, id, _ in operations]),
        has_identifier_tags=_has_identifier_tags({tag for *_, tag in operations if tag}),
    )


def _find_mount(paths: Sequence[str]) -> str:
    counts = Counter(match[1] for path in paths if (match := _MOUNTED.match(path)))
    mount, count = next(iter(counts.most_common(1)), ("", 0))
    return mount if count >= _ENOUGH and count > len(paths) / 2 else ""


def _shared_mount(operations: Sequence[tuple[str, str, str]]) -> str:
    """Return what most paths begin with and no tag or id speaks of: the `/v1/private` of `/v1/private/datasets`."""
    paths = {path for path, _, _ in operations}
    counts = Counter(match[0] for path in paths if (match := _FIRST_NOUN.match(path)))
    mount, count = next(iter(counts.most_common(1)), ("", 0))
    after = {path[len(mount) :].split("/")[1] for path in paths if path.startswith(f"{mount}/")}
    word = split_words(mount.rpartition("/")[2])
    if (
        count < max(_ENOUGH, _MOST * len(paths))
        or len(after) < _ENOUGH
        or any("{" in each for each in after)
        or mount in paths
        or is_plural(word[-1])
    ):
        return ""
    words = Counter(
        each for _, id, tag in operations for each in {*split_words(id), *split_words(tag)}
    )
    return mount if all(words[each] <= len(operations) / 10 for each in word) else ""


def _map_nouns_to_tags(
    operations: Sequence[tuple[Sequence[str], str]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the tag for each first noun of paths that has a tag for itself.

    A collection keeps the name that the path gives it: there the tag is prose.
    """
    pairs: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    nouns: Counter[tuple[str, ...]] = Counter()
    tags: Counter[tuple[str, ...]] = Counter()
    several: set[tuple[str, ...]] = set()
    for segments, tag in operations:
        if not segments or "{" in segments[0]:
            continue
        noun, words = tuple(split_words(segments[0])), tuple(split_words(tag))
        if not noun or is_plural(noun[-1]) or (segments[1:2] and "{" in segments[1]):
            several.add(noun)
        nouns[noun] += 1
        if words and _PLAIN.fullmatch(tag):
            tags[words] += 1
            pairs[noun, words] += 1
    return {
        noun: words
        for (noun, words), count in pairs.items()
        if noun not in several
        and noun != words
        and count >= _ENOUGH - 1
        and count >= _MOST * max(nouns[noun], tags[words])
    }


def _find_groups(paths: Iterable[str], shared: int) -> frozenset[tuple[str, ...]]:
    """Return the literal parts of paths that group: their items follow, or two nouns and no argument before."""
    following: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in paths:
        segments = without_names(split_path(path)[shared : shared + DEEPEST_GROUP + 1])
        for end in range(1, len(segments)):
            if segments[end - 1] != "{}":
                following[segments[:end]].add(segments[end])
    return frozenset(
        part
        for part, next_segments in following.items()
        if "{}" in next_segments or ("{}" not in part and len(next_segments) > 1)
    )


def _verb_ends(paths: Sequence[str], shared: int) -> frozenset[tuple[str, ...]]:
    """Return the parts of paths up to a verb that only arguments follow, as in `/voices/add/{id}`.

    Where a path has two methods, or goes on, the verb is the noun of the same spelling: `/import/{id}`, `/import/jobs`.
    """
    counts = Counter(paths)
    ends: set[tuple[str, ...]] = set()
    nouns: set[tuple[str, ...]] = set()
    for path, count in counts.items():
        segments = without_names(split_path(path)[shared : shared + DEEPEST_GROUP + 1])
        literals = [number for number, each in enumerate(segments) if each != "{}"]
        parts = [segments[: number + 1] for number in literals]
        nouns.update(parts if count > 1 else parts[:-1])
        if literals and literals[-1] < len(segments) - 1 and is_verb(segments[literals[-1]]):
            ends.add(parts[-1])
    return frozenset(ends - nouns)


def _find_single_nouns(paths: Sequence[str], shared: int) -> frozenset[tuple[str, ...]]:
    """Return the first nouns after which no path goes on, and none of whose paths has a second method."""
    counts = Counter(paths)
    single: dict[tuple[str, ...], bool] = {}
    for path, count in counts.items():
        segments = split_path(path)[shared:]
        if segments:
            noun = tuple(split_words(segments[0]))
            single[noun] = single.get(noun, True) and len(segments) == count == 1
    return frozenset(noun for noun, is_single in single.items() if is_single)


def _find_idle_tag(tags: Sequence[str]) -> str:
    return tags[0] if len(tags) >= _ENOUGH and len({*tags}) == 1 else ""


def _has_identifier_tags(tags: Set[str]) -> bool:
    """Return whether several tags are spelled `apiKeys`, and none is prose."""
    several = [tag for tag in tags if _CAMEL_CASE.fullmatch(tag)]
    return len(several) > 1 and not any(re.search(r"\w[ _-]\w", tag) for tag in tags)


def _has_dotted_ids(ids: Sequence[str]) -> bool:
    """Return whether nearly all ids are resource and method, and not the name of the API or of a module as well."""
    dotted = [id for id in ids if _DOTTED_ID.fullmatch(id)]
    firsts = Counter(
        next((each for each in id.split(".") if not is_version(each)), "") for id in dotted
    )
    is_module = any(_MODULES & {*split_words(id)} for id in dotted)
    return len(dotted) >= max(_ENOUGH, _MOST * len(ids)) and len(firsts) > 1 and not is_module


def _find_shared_prefixes(ids: Iterable[str]) -> frozenset[tuple[str, ...]]:
    counts: Counter[tuple[str, ...]] = Counter()
    for id in ids:
        words = split_words(id)
        start = find_verb(words) or 0
        counts[tuple(words[:start])] += 1
    return frozenset(prefix for prefix, count in counts.items() if prefix and count > 1)


def _count_shared_segments(paths: Sequence[Sequence[str]]) -> int:
    """Return how many leading literal segments all paths have, less one that is all of a path."""
    if len(paths) < _ENOUGH:
        return 0
    shared = 0
    for segments in zip(*paths, strict=False):
        if len({*segments}) > 1 or "{" in segments[0]:
            break
        shared += 1
    return shared if all(len(path) > shared for path in paths) else 0


def _choose_verbs(operations: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Return the word for each class of standard verbs: that on which the ids agree, else the usual one."""
    used: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, id, _ in operations:
        for word in split_words(id)[:1]:
            for standard, others in VERB_CLASSES.items():
                if word in others:
                    used[standard][word] += 1
    verbs: dict[str, str] = {}
    for standard in VERB_CLASSES:
        best = used[standard].most_common(1)
        agreed = best and best[0][1] >= 3 and best[0][1] >= _MOST * sum(used[standard].values())
        verbs[standard] = best[0][0] if agreed else standard
    return verbs
