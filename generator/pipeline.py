"""The generator, said once: load, check, lower, check, plan, render, style. Nothing here knows how."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from .api.document import Api
from .diagnostics import Report
from .emit.render import render
from .emit.style import style
from .emit.tree import Tree
from .grammar import check_grammar
from .lower.document import lower
from .lower.examples import check_examples
from .lower.rules import check_rules
from .python.plan import plan
from .source import load
from .source.bundle import bundle as bundled

Stage = Callable[[str], None]


def _silent(_stage: str) -> None: ...


def generate(path: Path, report: Report, stage: Stage = _silent) -> Tree | None:
    """The package of the document at `path`, or None where `report` has an error.

    Args:
        path: the root of the document.
        report: takes all findings.
        stage: is told which stage begins.
    """
    tree = build(path, report, stage)
    if tree is None:
        return None
    stage("formatting")
    return style(tree)


def build(path: Path, report: Report, stage: Stage = _silent) -> Tree | None:
    """As `generate`, but the Python is not laid out yet."""
    stage("reading")
    api = read(path, report)
    if api is None:
        return None
    stage("planning")
    return render(plan(api))


def read(path: Path, report: Report) -> Api | None:
    """The API that the document at `path` describes, or None where `report` has an error."""
    source = load(path, report)
    if source is None:
        return None
    check_grammar(source, report)
    api = lower(source, report)
    check_rules(source, api, report)
    return None if report.has_errors else api


def lint(path: Path) -> Report:
    """Everything there is to say about the document at `path`, its examples included."""
    report = Report()
    source = load(path, report)
    if source is None:
        return report
    check_grammar(source, report)
    api = lower(source, report)
    check_rules(source, api, report)
    check_examples(source, api, report)
    return report


def bundle(path: Path, notation: str, report: Report) -> str | None:
    """The document at `path` as one self-contained text, `yaml` or `json`; None if it can't be read."""
    source = load(path, report)
    if source is None:
        return None
    whole = bundled(source)
    if notation == "json":
        return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # the document's order
    text = StringIO()
    yaml.dump(whole, text)
    return text.getvalue()
