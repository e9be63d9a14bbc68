"""The comparison of credentials: the schemes, and the alternatives that requests can be authenticated by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ..ir.api import Scheme
from ..ir.operations import Operation
from .changes import Change, Verdict
from .snapshot import Snapshot, SnapshotPair
from .value_positions import PositionContext

Alternatives: TypeAlias = "tuple[tuple[str, ...], ...]"


def compare_schemes(context: PositionContext, pair: SnapshotPair) -> Iterator[Change]:
    """Yield the changes of the credentials that the client takes."""
    before = {each.key: each for each in pair.old.api.schemes}
    after = {each.key: each for each in pair.new.api.schemes}
    for key, scheme in before.items():
        client = f"`{pair.old.api.settings.client}({scheme.argument}=)`"
        if key in after:
            yield from _compare_scheme(scheme, after[key], client, context, pair)
        else:
            texts = f"no longer has the credential `{key}`", f"no longer takes {client}"
            check = "=api-security-component-removed"
            yield context.change(pair, check, "callers", *texts, find_root_pointers(pair))
    for key, scheme in after.items():
        if key not in before:
            client = f"`{pair.new.api.settings.client}({scheme.argument}=)`"
            texts = f"has the new credential `{key}`", f"takes {client}"
            check = "=api-security-component-added"
            yield context.change(pair, check, "additive", *texts, find_root_pointers(pair))


def find_root_pointers(pair: SnapshotPair) -> tuple[str, str]:
    """Return where the two documents begin."""
    return pair.old.api.pointer, pair.new.api.pointer


def _compare_scheme(
    was: Scheme, now: Scheme, client: str, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    if was.argument != now.argument:
        text = f"takes the credential `{was.key}` as `{now.argument}`, took it as `{was.argument}`"
        python = f"takes `{now.argument}` in place of {client}"
        yield context.change(
            pair, "=credential-renamed", "callers", text, python, find_root_pointers(pair)
        )
    if was.variable != now.variable:
        text = (
            f"reads the credential `{was.key}` from `{now.variable}`, read it from `{was.variable}`"
        )
        python = f"reads {client} from `{now.variable}`"
        yield context.change(
            pair, "=variable-renamed", "callers", text, python, find_root_pointers(pair)
        )
    if (was.kind, was.name) != (now.kind, now.name):
        text = f"sends the credential `{was.key}` as {now.kind} {now.name}, sent it as {was.kind} {was.name}"
        check, python = "=api-security-component-type-changed", f"takes {client} as before"
        yield context.change(pair, check, "additive", text, python, find_root_pointers(pair))


def compare_global_security(
    pairs: Iterable[tuple[Operation, Operation]], context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    """Yield the changes of the alternatives that operations have unless they have their own."""
    matched = list(pairs)
    if matched and all(
        was.security is not None or now.security is not None for was, now in matched
    ):
        return  # no operation is affected, or each says so itself
    was, now = pair.old.api.security, pair.new.api.security
    yield from _compare_alternatives(
        was, now, "api-global-security", context, pair, find_root_pointers(pair)
    )


def compare_operation_security(
    old: Operation, new: Operation, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    """Yield the changes of the alternatives of an operation where a side has its own."""
    if old.security is None and new.security is None:
        return
    was, now = _find_effective(old, pair.old), _find_effective(new, pair.new)
    pointers = (old.pointer, new.pointer)
    yield from _compare_alternatives(was, now, "api-security", context, pair, pointers)


def _find_effective(operation: Operation, side: Snapshot) -> Alternatives:
    return operation.security if operation.security is not None else side.api.security


def _compare_alternatives(
    old: Alternatives,
    new: Alternatives,
    check: str,
    context: PositionContext,
    pair: SnapshotPair,
    pointers: tuple[str, str],
) -> Iterator[Change]:
    """Yield the alternatives that were removed or added.

    Having no alternative at all means that a request needs no credentials, as an empty alternative does.
    """
    was, now = old or ((),), new or ((),)
    if set(was) == set(now):
        return
    if () in was and () not in now:
        names = " or ".join(" with ".join(each) for each in now)
        text, python = f"needs credentials now: {names}", "raises ConfigurationError without them"
        yield context.change(pair, f"={check}-added", "callers", text, python, pointers)
        return
    for each in was:
        if each and each not in now:
            verdict: Verdict = "additive" if () in now else "callers"
            text = f"can't be authenticated by {' with '.join(each)} any more"
            yield context.change(pair, f"={check}-removed", verdict, text, text, pointers)
    for each in now:
        if each not in was:
            name = " with ".join(each)
            text = (
                f"can be authenticated by {name} now" if name else "needs no credentials any more"
            )
            yield context.change(pair, f"={check}-added", "additive", text, text, pointers)
