"""`init`: write the settings file of a document, from options or from answers to questions."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from ..diagnostics import Report, make_line_printable, make_lines_printable
from ..ir.api import Api, Settings
from ..lowering.checks.suggest_paging import Suggestion, suggest_paging
from ..lowering.operations.client_settings import lower_settings
from ..openapi.editor_schemas import CONFIG_SCHEMA, build_config_schema
from ..openapi.loading import Node
from ..openapi.settings_file import CLIENT_KEYS, FILE
from ..pipeline import Compilation
from ..program import COMMAND, DISTRIBUTION, parse_document
from ..python.design.package_names import name_package
from ..python.source import toml
from ..text import split_words
from .suggested_settings import render_suggestions
from .terminal import Terminal


@frozen
class Question:
    """A setting that `init` asks for.

    Attributes:
        key: its key in the file.
        text: what to ask.
        is_list: whether it takes several values, separated by commas.
    """

    key: str
    text: str
    is_list: bool = False


_QUESTIONS: Final = (
    Question("package", "name to import"),
    Question("class", "name of the client class"),
    Question("distribution", "name on the package index"),
    Question("license", "licence of the package (SPDX expression)"),
    Question("authors", "authors, separated by commas", is_list=True),
    Question("base_url_variable", "environment variable of the base URL"),
)
"""Every question that `init` can ask; those about keys that the table of settings lacks are left out."""


def _list_questions() -> list[Question]:
    return [each for each in _QUESTIONS if each.key in CLIENT_KEYS]


def add_arguments(parser: ArgumentParser) -> None:
    """Give a parser the arguments of `init`."""
    parser.add_argument(
        "spec", type=parse_document, metavar="SPEC", help="an OpenAPI document: a file, a URL, or -"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="folder of the package (default: client)"
    )
    for question in _list_questions():
        parser.add_argument(
            f"--{question.key.replace('_', '-')}", metavar="TEXT", help=question.text
        )
    parser.add_argument(
        "--yes",
        action="store_true",
        help="use the defaults for what is not given, and ask nothing",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the result"
    )
    parser.set_defaults(run=init)


def init(arguments: Namespace) -> int:
    """Write the settings file and its JSON Schema for editors; existing files are not changed."""
    terminal: Terminal = arguments.terminal
    spec: str | Path = arguments.spec
    folder = spec.parent if isinstance(spec, Path) else Path()
    target, schema = folder / FILE, folder / CONFIG_SCHEMA
    existing = [each for each in (target, schema) if each.exists()]
    if target in existing:
        terminal.complain(
            f"{target} already exists; help: edit it, or remove it and run `init` again"
        )
        return terminal.print_json(2, written=[])
    compilation = Compilation(spec, Report(), on_stage=terminal.begin_stage)
    api = compilation.api
    if api is None:
        terminal.show_findings(compilation.report)
        return terminal.print_json(2, compilation.report, written=[])
    assert compilation.document is not None
    own = compilation.document.root
    try:
        answers = dict(_iter_answers(arguments, api, own))
    except InvalidAnswerError as error:
        return terminal.fail(str(error))
    output = arguments.output or Path("client")
    options = f"--output {output.as_posix()}"
    if not isinstance(spec, Path):  # then the settings are not next to the document
        options += f" --config {FILE}"
    paging = [each for each in suggest_paging(api) if each.confidence == "sure"]
    target.write_text(
        render_config(answers, paging, _name_document(spec), options),
        encoding="utf-8",
    )
    paths = [target]
    if schema not in existing:
        schema.write_text(json.dumps(build_config_schema(), indent=2) + "\n", encoding="utf-8")
        paths.append(schema)
    for path in paths:
        terminal.note(f"wrote {path}")
    shown = spec if isinstance(spec, Path) else _name_document(spec)
    terminal.note(f"next: {COMMAND} generate {shown} {options}")
    return terminal.print_json(0, written=[str(path) for path in paths])


def _name_document(spec: str | Path) -> str:
    """Return what a command next to the settings calls the document; `SPEC` if it came from standard input."""
    if isinstance(spec, Path):
        return spec.name
    return "SPEC" if spec == "-" else spec


class InvalidAnswerError(ValueError):
    """An option has a value that no command would accept from the settings file."""


def _find_defaults(api: Api, own: Settings, package: str) -> dict[str, str]:
    """Return the values of what the document leaves open, for a package of the name.

    Args:
        api: the API, with all names.
        own: the names that the document itself gives.
        package: the name of the package.
    """
    settings = name_package(evolve(api, settings=evolve(own, package=package))).settings
    of_package = "".join(each.capitalize() for each in split_words(package))
    is_renamed = package != api.settings.package and not own.client and of_package
    return {
        "package": package,
        "class": of_package if is_renamed else settings.client,
        "distribution": settings.distribution,
        "base_url_variable": settings.base_url_variable,
    }


def _iter_answers(arguments: Namespace, api: Api, root: Node) -> Iterator[tuple[str, Any]]:
    """Yield the settings: from the options, else from answers, else the defaults.

    Raises:
        InvalidAnswerError: an option has a value that the settings may not have.
    """
    asks = not arguments.yes and sys.stdin.isatty() and sys.stderr.isatty()
    own = lower_settings(root)
    defaults = _find_defaults(api, own, api.settings.package)
    for question in _list_questions():
        default = defaults.get(question.key, "")
        answer = getattr(arguments, question.key)
        if answer is not None:
            value = _read_answer(question, answer)
            complaint = _find_complaint(question, value, root)
            if complaint:
                raise InvalidAnswerError(f"--{question.key.replace('_', '-')}: {complaint}")
        else:
            value = _read_answer(question, _ask(question.text, default) if asks else default)
            while asks and (complaint := _find_complaint(question, value, root)):
                sys.stderr.write(f"{make_lines_printable(complaint)}\n")
                value = _read_answer(question, _ask(question.text, default))
        if question.key == "package":
            defaults = _find_defaults(api, own, value)
        if value:
            yield question.key, value


def _read_answer(question: Question, answer: str) -> Any:
    listed = [each.strip() for each in answer.split(",") if each.strip()]
    return listed if question.is_list else answer


def _find_complaint(question: Question, value: Any, root: Node) -> str:
    """Return what is wrong with a value and how to fix it, by the table of settings; "" if nothing is."""
    node = Node(root.document, value, None, question.key)
    complaint = next(CLIENT_KEYS[question.key](node), None) if value else None
    return f"{complaint[1]}\nhelp: {complaint[2]}" if complaint else ""


def _ask(text: str, default: str) -> str:
    sys.stderr.write(f"{text}{f' [{default}]' if default else ''}: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() or default


def render_config(
    answers: Mapping[str, Any],
    paging: Sequence[Suggestion],
    spec: str,
    options: str,
) -> str:
    """Render the settings as TOML.

    Args:
        answers: values by key.
        paging: the suggested paging of operations; what is not sure is left out.
        spec: the name of the document.
        options: the options of a command that generates or checks the package.
    """
    lines = [f"#:schema ./{CONFIG_SCHEMA}", ""]
    lines += [f"{key} = {toml.value(value)}" for key, value in answers.items()]
    lines += [
        "",
        "# In continuous integration: fail if the package is out of date.",
        f"#   pip install {DISTRIBUTION}    # from the index or the repository that has it",
        f"#   {DISTRIBUTION} check {make_line_printable(spec)} {make_line_printable(options)}",
    ]
    if paging:
        lines += ["", "# Paging of lists, inferred from parameters and responses.", ""]
        lines.append(render_suggestions(paging).rstrip())
    return "\n".join(lines) + "\n"
