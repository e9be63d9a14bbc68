"""English for names: plurals, verbs, prepositions, versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

PREPOSITIONS = frozenset("as at by for from in into of on per to via with without".split())
LOOSE = PREPOSITIONS | frozenset("a an and or the".split())
"""Words that a name never begins or ends with."""
LIFECYCLE = frozenset("alpha beta experimental legacy preview unstable".split())
"""Stages of a release, which group operations."""
BATCH = frozenset({"batch", "bulk", "mass", "multi"})
NOISE = frozenset(
    "api apis controller ctrl endpoint endpoints handler method route routes view".split()
)
"""Words of web frameworks that say nothing about an operation."""
VERB_CLASSES = {
    "get": frozenset({"get", "retrieve", "fetch", "read", "show"}),
    "list": frozenset({"list", "index"}),
    "create": frozenset({"create", "insert"}),
    "update": frozenset({"update", "modify", "edit", "patch"}),
    "delete": frozenset({"delete", "destroy"}),
}
"""The standard verbs, each with the words that mean the same."""
_PREFIXES = frozenset({"de", "re", "un"})
"""With them a verb is one again: `unresolve`, `recompile`."""
_ARTICLES = frozenset({"a", "an", "the"})
VERBS = frozenset(
    "abort accept acknowledge activate add adjust advance aggregate analyze append apply approve"
    " archive assign associate attach authorize ban block calculate call cancel capture change check"
    " classify clear clone close commit compact complete configure confirm connect convert copy count"
    " crawl create cut deactivate decide decline decrement delete deliver deny deploy deprovision"
    " dequeue describe destroy detach detect detokenize dial disable disassociate discard disconnect"
    " dismiss dispatch download drain duplicate edit embed enable enqueue enrich escalate estimate"
    " evaluate evict exchange execute expand expire export extract fail failover fetch finalize find"
    " follow fulfil fulfill gather generate get grant hangup impersonate import increment initialize"
    " initiate install interpolate invalidate invite invoke join judge kick kill leave lint list lock"
    " login logout lookup mark merge migrate moderate modify move mute notify onboard opt parse pause"
    " pay ping poll predict process promote provision prune publish purchase purge query reactivate"
    " read reassign rebase reboot rebuild recalculate recognize recommend reconcile recover redact"
    " redeem redeliver refer refine refresh refund regenerate register reindex reissue reject release"
    " reload remix remove rename render renew reopen reorder replace replay reply reprocess rerank"
    " rerun reschedule resend reset resize resolve restart restore resubmit resume resync retrieve"
    " retry return reverse revert revoke rewind rewrite rollback rotate run save scan schedule scrape"
    " search send set settle share shorten show sign simulate skip sort speak start stop stream submit"
    " subscribe succeed summarize suspend swap sync synthesize terminate toggle tokenize train"
    " transcribe translate trigger truncate unarchive unassign unban unblock undelete undo unfollow"
    " uninstall unlink unlock unmute unpin unpublish unschedule unshare unsubscribe untag update"
    " upgrade upload upsert validate verify void vote wipe withdraw".split()
)
NOUNS_AND_VERBS = frozenset(
    "answer backfill bridge charge comment fund hold link order play post preview print quote"
    " record report request review ship split star tag test transfer transition trigger".split()
)
"""Words that are verbs only where a path has nothing but a POST."""
_IRREGULAR = {"apis": "api", "children": "child", "people": "person"}
_NO_PLURALS = frozenset(
    "analytics aws contains credentials details dns economics gps https kms logistics metadata news os preferences series"
    " settings sms sports statistics stats tls".split()
)
"""Words that end like plurals but name one thing."""
_VERSION = re.compile(r"v?\d+([._-]\d+)*(-?(alpha|beta|preview)\d*)?|v\d+\w*")


def is_verb(word: str) -> bool:
    """Return whether `word` is a verb that APIs use."""
    return word in VERBS or (word[:2] in _PREFIXES and word[2:] in VERBS)


def find_verb(words: Sequence[str], *others: str) -> int | None:
    """Return the position of the first verb in `words`, or of one of `others`, or of a word for many at once."""
    return next((n for n, w in enumerate(words) if is_verb(w) or w in BATCH or w in others), None)


def is_standard(verb: str) -> bool:
    """Return whether `verb` is one of the standard verbs, or means the same as one."""
    return any(verb in verbs for verbs in VERB_CLASSES.values())


def is_action(noun: Sequence[str]) -> bool:
    """Return whether a path segment, given by its words, is an action rather than a noun."""
    if len(noun) > 1 and (noun[0] in BATCH or is_verb(noun[-1])):
        return True
    return is_verb(noun[0]) and (len(noun) == 1 or not is_plural(noun[-1]))


def is_plural(word: str) -> bool:
    """Return whether `word` is a plural."""
    if word in _IRREGULAR:
        return True
    endless = len(word) < 3 or word in _NO_PLURALS
    return not endless and word.endswith("s") and not word.endswith(("ss", "us", "is"))


@lru_cache(maxsize=1 << 14)
def make_singular(name: str) -> str:
    """Return the singular of `name`, by the regular rules of English plurals."""
    if name in _IRREGULAR:
        return _IRREGULAR[name]
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("sses", "shes", "ches", "xes")):
        return name[:-2]
    return name[:-1] if is_plural(name) else name


def stem_words(words: Sequence[str]) -> list[str]:
    """Return words in the form in which they are compared: singulars."""
    return [make_singular(word) for word in words]


@lru_cache(maxsize=1 << 12)
def is_version(text: str) -> bool:
    """Return whether `text` is a version and nothing else."""
    return bool(_VERSION.fullmatch(text.strip().lower()))


def is_name(words: Sequence[str]) -> bool:
    """Return whether words make a name: no preposition at either end, no bare number or version."""
    if not words or words[0] in LOOSE or words[-1] in LOOSE:
        return False
    return words[0][0].isalpha() and not is_version("".join(words))


def without_articles(words: list[str]) -> list[str]:
    """Return `words` without the articles before other words."""
    return [word for word in words[:-1] if word not in _ARTICLES] + words[-1:]


def without(words: list[str], resource: Sequence[str]) -> list[str]:
    """Drop the words of a resource, or the last of them, from `words` if what is left makes a name."""
    for first in range(len(resource)):
        for start, end in _find_runs(words, resource[first:]):
            if start or not is_verb(words[0]) or len(words) == 1:
                while start > 1 and make_singular(words[start - 1]) in stem_words(resource):
                    start -= 1
                rest = _trim(words[:start] + words[end:], resource)
                return rest if is_name(rest) else words
    return _trim(words, resource) if is_name(words) else words


def _find_runs(words: list[str], resource: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where `words` has those of `resource`, joined or divided: "sub channels" and "subchannels"."""
    joined_resource = make_singular("".join(resource))
    for start in range(len(words)):
        for end in range(start + 1, min(start + len(resource) + 2, len(words) + 1)):
            joined = "".join(words[start:end])
            if joined[0] == joined_resource[0] and make_singular(joined) == joined_resource:
                yield start, end


def _trim(words: list[str], resource: Sequence[str]) -> list[str]:
    """Drop prepositions at the end ("add to the playlist"), and words of the resource before a verb."""
    while words and words[-1] in LOOSE:
        words = words[:-1]
    while len(words) > 1 and make_singular(words[0]) in stem_words(resource) and is_verb(words[1]):
        words = words[1:]
    return words
