"""`lint`: show all findings about a document with the severities of its settings, or explain a rule."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from textwrap import indent

from attrs import evolve

from ..diagnostics import Report, find_closest
from ..lowering.checks.suggest_paging import suggest_paging
from ..pipeline import Compilation
from ..program import COMMAND
from ..rules import SEVERITIES, Rule, RuleSeverity, load_rules
from .commands import BAD_INPUT, FINDINGS, FINE, judge, read_options, shorten
from .finding_formats import render_github, render_sarif
from .suggested_settings import (
    list_missing_metadata,
    render_missing_metadata,
    render_suggestions,
)
from .terminal import Terminal

FORMATS = ("text", "json", "sarif", "github")
_MACHINE_FORMATS = {"sarif": render_sarif, "github": render_github}
_SIMILAR_RULES = 3
"""How many rules are named in place of one that does not exist."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments that only `lint` has."""
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="print settings that the document lacks, as TOML: paging of lists, licence, authors",
    )
    parser.add_argument("--rules", action="store_true", help="list the rules and their severities")
    parser.add_argument(
        "--explain", metavar="RULE", help="show what a rule means and why it matters"
    )


def lint(arguments: Namespace) -> int:
    """Show all findings about the document, or what the rules are."""
    if arguments.rules:
        return _list_rules(arguments.terminal)
    if arguments.explain is not None:
        return _explain(arguments.terminal, arguments.explain)
    terminal: Terminal = arguments.terminal
    options = evolve(read_options(arguments), templates=None)
    compilation = Compilation(arguments.spec, Report(), options, terminal.begin_stage)
    compilation.lint()
    defaults: dict[str, RuleSeverity] = {rule.id: rule.severity for rule in load_rules().values()}
    report = judge(arguments, compilation.report.with_severities(defaults | compilation.severities))
    _show(arguments, report)
    counts = report.errors or report.warnings
    code = BAD_INPUT if compilation.report.has_errors else FINDINGS if counts else FINE
    if not arguments.suggest or compilation.api is None:
        return terminal.print_json(code, report)
    suggestions = suggest_paging(compilation.api)
    missing = list_missing_metadata(compilation.api)
    terminal.print_result(render_missing_metadata(missing) + render_suggestions(suggestions))
    paging = [each.to_dict() for each in suggestions]
    return terminal.print_json(code, report, suggestions=paging, missing=missing)


def _show(arguments: Namespace, report: Report) -> None:
    terminal: Terminal = arguments.terminal
    render = _MACHINE_FORMATS.get(arguments.format)
    if render is not None:
        terminal.print_result(render(report))
        return
    terminal.show_findings(report, arguments.limit)
    if not report.findings:
        name = arguments.spec if isinstance(arguments.spec, str) else shorten(Path(arguments.spec))
        terminal.note(f"{name}: no findings")


def _list_rules(terminal: Terminal) -> int:
    rules = load_rules().values()
    width = max(len(rule.id) for rule in rules)
    lines = [f"{rule.id:<{width}}  {rule.severity:<7}  {rule.title}\n" for rule in rules]
    terminal.print_result("".join(lines))
    return terminal.print_json(FINE, rules=[rule.to_dict() for rule in rules])


def _explain(terminal: Terminal, name: str) -> int:
    rule = load_rules().get(name)
    if rule is None:
        similar = " or ".join(f"`{each}`" for each in _find_similar(name))
        suggestion = f"did you mean {similar}? " if similar else ""
        help = f"{suggestion}`{COMMAND} lint --rules` lists them; generator/diff/README.md explains what `diff` reports"
        return terminal.fail(f"there is no rule `{name}`\nhelp: {help}")
    terminal.print_result(_render_rule(rule))
    return terminal.print_json(FINE, rule=rule.to_dict())


def _find_similar(name: str) -> list[str]:
    """Return rules with a similar id; without one, those that share most words with the name."""
    rules = load_rules()
    closest = find_closest(name, rules, 0.75)
    if closest is not None:
        return [closest]
    words = set(name.lower().replace("_", "-").split("-"))
    scores = {
        rule.id: 2 * len(words & set(rule.id.split("-"))) + len(words & set(rule.title.split()))
        for rule in rules.values()
    }
    most = max(scores.values())
    return [id_ for id_, score in scores.items() if most > 0 and score == most][:_SIMILAR_RULES]


def _render_rule(rule: Rule) -> str:
    parts = [f"{rule.id} ({rule.severity}): {rule.title}", rule.explanation]
    if rule.example:
        parts.append(indent(rule.example, "    "))
    severities = ", ".join(f'"{each}"' for each in SEVERITIES)
    parts.append(f"In openapi-client.toml ({severities}):")
    parts.append(f'[lint]\n{rule.id} = "{rule.severity}"')
    return "\n\n".join(parts) + "\n"
