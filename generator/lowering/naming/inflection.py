"""As much English as names need: plurals, verbs, small words, versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

PREPOSITIONS = frozenset("as at by for from in into of on per to via with without".split())
LOOSE = PREPOSITIONS | frozenset("a an and or the".split())
"""Words that no name begins or ends with."""
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
_ARTICLES = frozenset({"a", "an", "the"})
_VERBS = frozenset(
    "accept acknowledge activate add aggregate analyze append apply approve archive assign"
    " associate attach authorize ban block calculate call cancel capture change check classify clear"
    " clone close commit complete configure confirm convert copy count crawl create deactivate"
    " decline delete deny deploy describe destroy detach detect detokenize disable disassociate"
    " disconnect dismiss download duplicate edit embed enable enrich estimate evaluate exchange"
    " execute expire export extract fail failover fetch finalize find follow generate get import"
    " initialize install invite invoke join kick leave list lock login logout lookup mark merge"
    " migrate moderate modify move mute notify opt parse pause pay ping process promote provision"
    " publish purchase purge query reactivate read reassign reboot rebuild recalculate recognize"
    " recover redact refresh refund regenerate register reject release reload remove rename render"
    " renew reopen reorder replace replay reply reprocess rerank rerun reschedule resend reset"
    " resize resolve restart restore resubmit resume retrieve retry return revert revoke rewind"
    " rollback rotate run save scan schedule scrape search send set share shorten show sign"
    " simulate sort start stop stream submit subscribe summarize suspend swap sync terminate toggle"
    " tokenize train transcribe translate trigger truncate unarchive unassign unban unblock"
    " undelete undo unfollow uninstall unlink unlock unmute unpublish unschedule unshare"
    " unsubscribe untag update upgrade upload upsert validate verify void withdraw".split()
)
_IRREGULAR = {"apis": "api", "children": "child", "people": "person"}
_NO_PLURALS = frozenset(
    "analytics aws contains credentials details dns economics gps https kms logistics metadata news os preferences series"
    " settings sms sports statistics stats tls".split()
)
"""What ends as plurals do, and is one thing that has no list."""
_VERSION = re.compile(r"v?\d+([._-]\d+)*(-?(alpha|beta|preview)\d*)?|v\d+\w*")


def is_verb(word: str) -> bool:
    """Whether `word` says what is done, among those that APIs have."""
    return word in _VERBS


def is_standard(verb: str) -> bool:
    """Return whether `verb` is one of the standard verbs, or means the same as one."""
    return any(verb in verbs for verbs in VERB_CLASSES.values())


def is_action(noun: Sequence[str]) -> bool:
    """Whether the words of a segment of a path say what is done rather than with what."""
    if len(noun) > 1 and (noun[0] in BATCH or is_verb(noun[-1])):
        return True
    return is_verb(noun[0]) and (len(noun) == 1 or not is_plural(noun[-1]))


def is_plural(word: str) -> bool:
    """Whether `word` means several things."""
    if word in _IRREGULAR:
        return True
    endless = len(word) < 3 or word in _NO_PLURALS
    return not endless and word.endswith("s") and not word.endswith(("ss", "us", "is"))


@lru_cache(maxsize=1 << 14)
def singular(name: str) -> str:
    """What one of several `name` is called, by the plain rules of English plurals."""
    if name in _IRREGULAR:
        return _IRREGULAR[name]
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("sses", "shes", "ches", "xes")):
        return name[:-2]
    return name[:-1] if is_plural(name) else name


def stems(spoken: Sequence[str]) -> list[str]:
    """Words in the form in which they are compared."""
    return [singular(word) for word in spoken]


@lru_cache(maxsize=1 << 12)
def is_version(text: str) -> bool:
    """Whether `text` tells a version alone."""
    return bool(_VERSION.fullmatch(text.strip().lower()))


def is_name(spoken: Sequence[str]) -> bool:
    """Whether words make a name: not cut off at either end, no bare number or version."""
    if not spoken or spoken[0] in LOOSE or spoken[-1] in LOOSE:
        return False
    return spoken[0][0].isalpha() and not is_version("".join(spoken))


def without_articles(spoken: list[str]) -> list[str]:
    """`spoken` less the articles before other words."""
    return [word for word in spoken[:-1] if word not in _ARTICLES] + spoken[-1:]


def without(spoken: list[str], said: Sequence[str]) -> list[str]:
    """`spoken` less the words of a resource, or less the last of these, if what is left makes a name."""
    for first in range(len(said)):
        for start, end in _runs(spoken, said[first:]):
            if start or not is_verb(spoken[0]) or len(spoken) == 1:
                while start > 1 and singular(spoken[start - 1]) in stems(said):
                    start -= 1
                left = _trimmed(spoken[:start] + spoken[end:], said)
                return left if is_name(left) else spoken
    return _trimmed(spoken, said) if is_name(spoken) else spoken


def _runs(spoken: list[str], said: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where `spoken` has the words `said`, perhaps joined or divided: "sub channels" and "subchannels"."""
    wanted = singular("".join(said))
    for start in range(len(spoken)):
        for end in range(start + 1, min(start + len(said) + 2, len(spoken) + 1)):
            joined = "".join(spoken[start:end])
            if joined[0] == wanted[0] and singular(joined) == wanted:
                yield start, end


def _trimmed(spoken: list[str], said: Sequence[str]) -> list[str]:
    """Words without loose ones at the end ("add to the playlist") and what the resource says before a verb."""
    while spoken and spoken[-1] in LOOSE:
        spoken = spoken[:-1]
    while len(spoken) > 1 and singular(spoken[0]) in stems(said) and is_verb(spoken[1]):
        spoken = spoken[1:]
    return spoken
