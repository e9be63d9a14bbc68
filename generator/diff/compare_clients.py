"""The comparison of the client as a whole: names, credentials, base URL, envelope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ir.api import Api
from ..ir.operations import Operation
from .changes import Change, Verdict
from .compare_security import compare_global_security, compare_schemes, find_root_pointers
from .snapshot import SnapshotPair
from .value_positions import PositionContext


def compare_client(
    operations: Iterable[tuple[Operation, Operation]], pair: SnapshotPair
) -> Iterator[Change]:
    """Yield the changes of what a program knows before its first call.

    Args:
        operations: the operations that both sides have.
        pair: the compared versions.
    """
    context = PositionContext(
        check="",
        direction="request",
        subject="client",
        api="the client",
        python=f"`{pair.new.api.settings.client}`",
        group="client",
    )
    for check, verdict, name, was, now in _compare_settings(pair.old.api, pair.new.api):
        if was != now:
            text = f"has {name} `{now}`, had `{was}`" if was else f"has {name} `{now}`, had none"
            yield context.change(
                pair, f"={check}", verdict, text, f"has {name} `{now}`", find_root_pointers(pair)
            )
    yield from compare_schemes(context, pair)
    yield from compare_global_security(operations, context, pair)
    yield from _compare_parameters(context, pair)


def _compare_settings(old: Api, new: Api) -> Iterator[tuple[str, Verdict, str, str, str]]:
    was, now = old.settings, new.settings
    yield "package-renamed", "callers", "the package name", was.package, now.package
    yield "client-renamed", "callers", "the class name", was.client, now.client
    distributions = was.distribution, now.distribution
    yield "distribution-renamed", "callers", "the distribution name", *distributions
    variables = was.base_url_variable, now.base_url_variable
    yield "variable-renamed", "callers", "the base URL variable", *variables
    yield "base-url-changed", "additive", "the base URL", old.base_url, new.base_url
    envelopes = (_write_envelope(old), _write_envelope(new))
    yield "envelope-changed", "readers", "the envelope members", *envelopes
    yield "description-changed", "documentation", "the title", old.title, new.title
    yield "description-changed", "documentation", "the summary", old.summary, new.summary


def _write_envelope(api: Api) -> str:
    return f"{api.envelope.success} {api.envelope.errors} {api.envelope.messages}".strip()


def _compare_parameters(context: PositionContext, pair: SnapshotPair) -> Iterator[Change]:
    """Yield the changes of parameters that the client holds as defaults."""
    before = {each.name: each for each in pair.old.api.client_parameters}
    after = {each.name: each for each in pair.new.api.client_parameters}
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if now is None:
            text, check = f"no longer holds `{name}`", "=client-parameter-removed"
            yield context.change(pair, check, "callers", text, text, find_root_pointers(pair))
        elif was is None:
            text, check = f"can hold `{name}`", "=client-parameter-added"
            yield context.change(pair, check, "additive", text, text, find_root_pointers(pair))
        elif was.variable != now.variable:
            text = f"reads `{name}` from `{now.variable}`, read it from `{was.variable}`"
            yield context.change(
                pair, "=variable-renamed", "callers", text, text, find_root_pointers(pair)
            )
