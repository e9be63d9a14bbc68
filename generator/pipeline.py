"""The generator, said once: load, check, lower, check, plan, render, style. Nothing here knows how."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from .diagnostics import Report
from .ir.document import Api
from .lowering.checks.examples import check_examples
from .lowering.checks.lint_rules import check_rules
from .lowering.document import lower
from .lowering.naming.allocate import places
from .lowering.naming.lock import NONE, Names
from .openapi.config import apply_settings
from .openapi.loading import Source, load
from .openapi.loading.bundler import bundle as bundled
from .openapi.loading.bundler import to_json, to_yaml
from .openapi.loading.gc_pause import gc_paused
from .openapi.overlay import apply_overlays
from .openapi.validation.validate import check_grammar
from .output.format import style
from .output.render import render
from .output.tree import Tree
from .python.views.package import build_package

Stage = Callable[[str], None]


def _silent(_stage: str) -> None: ...


@frozen
class Beside:
    """What is given beside a document.

    Attributes:
        settings: a TOML file (`generator.openapi.config`); None for the one beside the document, if any.
        overlays: overlays to apply, in this order.
        templates: a folder whose templates take the place of ours.
        allow_outside: whether references may leave the document's folder or go to a network.
        kept: the names that operations have already (`generator.lowering.naming.lock`).
    """

    settings: Path | None = None
    overlays: tuple[Path, ...] = ()
    templates: Path | None = None
    allow_outside: bool = False
    kept: Names = NONE


def generate(
    path: Path, report: Report, stage: Stage = _silent, beside: Beside = Beside()
) -> Tree | None:
    """The package of the document at `path`, or None where `report` has an error.

    Args:
        path: the root of the document.
        report: takes all findings.
        stage: is told which stage begins.
        beside: what is given beside the document.
    """
    tree = build(path, report, stage, beside)
    if tree is None:
        return None
    stage("formatting")
    return style(tree)


def written(api: Api, stage: Stage = _silent, beside: Beside = Beside()) -> Tree:
    """The package of `api`."""
    stage("planning")
    tree = rendered(api, beside)
    stage("formatting")
    return style(tree)


@gc_paused()
def build(
    path: Path, report: Report, stage: Stage = _silent, beside: Beside = Beside()
) -> Tree | None:
    """As `generate`, but the Python is not laid out yet."""
    stage("reading")
    api = read(path, report, beside)
    if api is None:
        return None
    stage("planning")
    return rendered(api, beside)


@gc_paused()
def rendered(api: Api, beside: Beside = Beside()) -> Tree:
    """The package of `api` as the templates have it."""
    return render(build_package(api), beside.templates)


@gc_paused()
def read(path: Path, report: Report, beside: Beside = Beside()) -> Api | None:
    """The API that the document at `path` describes, or None where `report` has an error."""
    source = opened(path, report, beside)
    return understood(source, report) if source is not None else None


def opened(path: Path, report: Report, beside: Beside = Beside()) -> Source | None:
    """The document at `path`, curated by its overlays and settings; None where it or they can't be read."""
    source = load(path, report, allow_outside=beside.allow_outside)
    if source is None:
        return None
    source.kept = beside.kept
    apply_overlays(source, beside.overlays, report)
    apply_settings(source, beside.settings, report)
    return None if report.has_errors else source


@gc_paused()
def understood(source: Source, report: Report) -> Api | None:
    """The API that `source` describes, or None where `report` has an error."""
    check_grammar(source, report)
    if report.has_errors:
        return None
    found = places(source)
    api = lower(source, found, report)
    check_rules(source, found, report)
    return None if report.has_errors else api


def lint(path: Path, beside: Beside = Beside()) -> Report:
    """Everything there is to say about the document at `path`, its examples included."""
    report = Report()
    source = opened(path, report, beside)
    api = understood(source, report) if source is not None else None
    if source is not None and api is not None:
        check_examples(source, api, report)
    return report


def bundle(path: Path, notation: str, report: Report, beside: Beside = Beside()) -> str | None:
    """The document at `path` as one self-contained text, `yaml` or `json`; None if it can't be read."""
    source = opened(path, report, beside)
    if source is None or report.has_errors:
        return None
    whole = bundled(source)
    return to_json(whole) if notation == "json" else to_yaml(whole)
