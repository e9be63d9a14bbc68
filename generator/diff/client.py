"""What became of the client as a whole: its name, its credentials, its base URL."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.document import Api, Scheme
from .changes import Change, Verdict
from .snapshot import Sides


def compare_settings(sides: Sides) -> Iterator[Change]:
    """What became of what a program knows before its first call."""
    old, new = sides.old.api, sides.new.api
    for check, verdict, what, was, now in _facts(old, new):
        if was != now:
            yield _change(
                sides,
                check,
                verdict,
                "client",
                f"{what} is `{now}`, was `{was}`",
                f"{what} is `{now}`",
            )
    yield from _schemes(sides)
    yield from _security(sides)
    yield from _parameters(sides)


def _facts(old: Api, new: Api) -> Iterator[tuple[str, Verdict, str, str, str]]:
    was, now = old.settings, new.settings
    yield "package-renamed", "callers", "the package", was.package, now.package
    yield "client-renamed", "callers", "the client", was.client, now.client
    yield "distribution-renamed", "callers", "the distribution", was.distribution, now.distribution
    variables = (was.base_url_variable, now.base_url_variable)
    yield "variable-renamed", "callers", "the variable of the base URL", *variables
    yield "base-url-changed", "additive", "the base URL", old.base_url, new.base_url
    envelopes = (_envelope(old), _envelope(new))
    yield "envelope-changed", "readers", "the member that tells failure", *envelopes
    yield "description-changed", "documentation", "the title", old.title, new.title
    yield "description-changed", "documentation", "the summary", old.summary, new.summary


def _envelope(api: Api) -> str:
    return f"{api.envelope.success} {api.envelope.errors} {api.envelope.messages}"


def _schemes(sides: Sides) -> Iterator[Change]:
    before = {each.key: each for each in sides.old.api.schemes}
    after = {each.key: each for each in sides.new.api.schemes}
    for key, scheme in before.items():
        client = f"`{sides.old.api.settings.client}({scheme.argument}=)`"
        if key not in after:
            text = f"the way to authenticate `{key}` is gone"
            yield _change(
                sides, "api-security-component-removed", "callers", key, text, f"{client} is gone"
            )
        else:
            yield from _scheme(scheme, after[key], client, sides)
    for key, scheme in after.items():
        if key not in before:
            python = f"`{sides.new.api.settings.client}({scheme.argument}=)` can be given"
            text = f"the way to authenticate `{key}` is new"
            yield _change(sides, "api-security-component-added", "additive", key, text, python)


def _scheme(was: Scheme, now: Scheme, client: str, sides: Sides) -> Iterator[Change]:
    if was.argument != now.argument:
        text = f"the credential `{was.key}` has the argument `{now.argument}`, had `{was.argument}`"
        python = f"{client} is called `{now.argument}` now"
        yield _change(sides, "credential-renamed", "callers", was.key, text, python)
    if was.variable != now.variable:
        text = f"the credential `{was.key}` has the variable `{now.variable}`, had `{was.variable}`"
        yield _change(
            sides, "variable-renamed", "callers", was.key, text, f"{client} reads `{now.variable}`"
        )
    if (was.kind, was.name) != (now.kind, now.name):
        text = f"the credential `{was.key}` is sent as {now.kind} {now.name}, was as {was.kind} {was.name}"
        yield _change(
            sides,
            "api-security-component-type-changed",
            "additive",
            was.key,
            text,
            f"{client} is given as before",
        )


def _security(sides: Sides) -> Iterator[Change]:
    before, after = sides.old.api.security, sides.new.api.security
    for each in before:
        if each not in after:
            text = f"requests can't be authenticated by {' with '.join(each)} any more"
            yield _change(
                sides,
                "api-global-security-removed",
                "callers",
                "client",
                text,
                "it raises ConfigurationError",
            )
    for each in after:
        if each not in before:
            text = f"requests can be authenticated by {' with '.join(each)} now"
            yield _change(
                sides, "api-global-security-added", "additive", "client", text, "it takes them"
            )


def _parameters(sides: Sides) -> Iterator[Change]:
    before = {each.name: each for each in sides.old.api.client_parameters}
    after = {each.name: each for each in sides.new.api.client_parameters}
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        client = f"`{sides.new.api.settings.client}({name}=)`"
        if now is None:
            text = f"the client no longer holds `{name}`"
            yield _change(
                sides, "client-parameter-removed", "callers", name, text, f"{client} is gone"
            )
        elif was is None:
            text = f"the client can hold `{name}`"
            yield _change(
                sides, "client-parameter-added", "additive", name, text, f"{client} can be given"
            )
        elif was.variable != now.variable:
            text = f"`{name}` has the variable `{now.variable}`, had `{was.variable}`"
            yield _change(
                sides, "variable-renamed", "callers", name, text, f"{client} reads `{now.variable}`"
            )


def _change(
    sides: Sides, check: str, verdict: Verdict, subject: str, text: str, python: str
) -> Change:
    places = (sides.old.place(sides.old.api.pointer), sides.new.place(sides.new.api.pointer))
    return Change(check, verdict, subject, text, python, *places)
