"""The pages of the reference as Markdown: what they show, and that text of a document stays text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import griffe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

from generator import pipeline
from generator.diagnostics import Report
from generator.output.tree import write
from generator.reference_site.links import Links
from generator.reference_site.myst import convert_docstring, escape_code, escape_myst
from generator.reference_site.package_surface import read_surface
from generator.reference_site.pages import write_pages
from generator.reference_site.signatures import format_signature

ROOT = Path(__file__).resolve().parents[2]
MYST = create_md_parser(MdParserConfig(enable_extensions={"deflist"}), DocutilsRenderer)
EXAMPLE = "client = CloudflareAI()"
TEXTS = [
    "% zz",
    "%zz",
    "+++",
    "+++ zz",
    "~~~",
    "~~~ zz",
    "~~~{note} zz",
    "```{note} zz",
    "(zz)=",
    ": zz",
    ":::{note}",
    "{raw}`zz`",
    "{{ zz }}",
    "$zz$",
    "&lt;zz&gt;",
    "# zz",
    "---",
    "- - -",
    "| zz |",
    "[zz]: http://zz",
    "<zz>",
]
PIECES = [*"`~<>*_[](){}!#|\\-+=&;:%$.1 a", "``", "```", "~~~", "+++", ")=", "{a}`", "&lt;", "- "]
LINES = st.lists(st.sampled_from(PIECES), max_size=8).map("".join).map(str.strip).filter(bool)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return write_pages(read_surface(ROOT / "generated/src", "cloudflare_ai"), EXAMPLE)


def test_the_methods_are_the_operations(pages: dict[str, str]) -> None:
    contract = json.loads((ROOT / "generated/src/cloudflare_ai/_contract.json").read_text())
    methods = {path for path in pages if path.startswith("methods/")} - {"methods/index.md"}
    assert methods == {f"methods/{name}.md" for name in contract["operations"]}


def test_nothing_private_is_shown(pages: dict[str, str]) -> None:
    assert not [path for path in pages if re.search(r"[/.]_", path)]
    private = re.compile(r"^#+ `_|__init__|\b_(call|page|stream)\b", re.MULTILINE)
    assert not {path: match[0] for path, text in pages.items() if (match := private.search(text))}


def test_clients_have_a_constructor(pages: dict[str, str]) -> None:
    assert "## Constructor\n\n<div" in pages["clients/CloudflareAI.md"]
    assert "<pre><b>CloudflareAI</b>(\n" in pages["clients/CloudflareAI.md"]
    assert pages["clients/CloudflareAI.md"].index("Constructor") < pages[
        "clients/CloudflareAI.md"
    ].index("## `with_options`")


def test_members_that_are_resources_are_links(pages: dict[str, str]) -> None:
    link = '<a href="../resources/ai_gateway.html">AIGatewayResource</a>'
    assert link in pages["clients/CloudflareAI.md"]


def test_the_first_page_has_code_and_resources(pages: dict[str, str]) -> None:
    assert f"```python\n{EXAMPLE}\n```" in pages["index.md"]
    assert "[`client.ai_gateway.logs`](resources/ai_gateway.logs.md)" in pages["index.md"]


def test_types_in_signatures_are_links(pages: dict[str, str]) -> None:
    page = pages["methods/ai_gateway.logs.list.md"]
    assert '    order_by: <a href="../models/LogOrder.html">LogOrder</a> &#124; None' in page
    assert '-&gt; <a href="../support/Page.html">Page</a>' in page


def test_text_in_signatures_is_escaped() -> None:
    function = griffe.Function("f", parameters=griffe.Parameters(griffe.Parameter("a")))
    function.parameters["a"].annotation = "Literal['<b>']"
    function.parameters["a"].default = "'<i>&'"
    function.returns = "<u>"
    signature = format_signature("<f>", function, Links({}))
    assert not re.search("<(?!/?(div|pre|b|i)[ >])", signature), signature


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_one_paragraph(text: str) -> None:
    assert _show(escape_myst(text)).replace("`", "") == text.replace("`", "")


@given(LINES)
def test_a_line_is_one_paragraph_of_text_and_code(text: str) -> None:
    tokens = MYST.parse(escape_myst(text))
    assert [each.type for each in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    kinds = {each.type for each in tokens[1].children or ()}
    assert kinds <= {"text", "code_inline", "text_special"}
    if "`" not in text:
        assert _show(escape_myst(text)) == text


@given(LINES, LINES)
def test_a_line_within_a_paragraph_stays_in_its_place(first: str, second: str) -> None:
    tokens = MYST.parse(convert_docstring(f"Begin {first}\n{second}"))
    kinds = {each.type for each in tokens}
    assert kinds <= {
        *("paragraph_open", "inline", "paragraph_close"),
        *("bullet_list_open", "list_item_open", "list_item_close", "bullet_list_close"),
    }


@given(LINES)
def test_code_elements_contain_text(text: str) -> None:
    _, inline, _ = MYST.parse(f"<code>{escape_code(text)}</code>")
    opening, *middle, closing = inline.children or []
    assert (opening.content, closing.content) == ("<code>", "</code>")
    assert "".join(each.content for each in middle) == text


def test_bullets_and_literal_blocks_stay() -> None:
    text = "Choose:\n- one, on\n  two lines\n- % two\n\n    ```\n    % code\n\nEnd `a\n+++ b`."
    assert convert_docstring(text) == (
        "Choose:\n- one, on two lines\n- \\% two\n\n````text\n```\n% code\n````\n\nEnd `a +++ b`."
    )


@pytest.mark.parametrize("text", ["% zz", "+++ zz", "~~~ zz", "(zz)=", "{raw}`zz`"])
def test_text_of_a_document_neither_vanishes_nor_becomes_markup(text: str, tmp_path: Path) -> None:
    expected, shown = _make_pages(tmp_path / "a", "plain words"), _make_pages(tmp_path / "b", text)
    assert shown.keys() == expected.keys()
    for path, page in shown.items():
        assert _list_kinds(page) == _list_kinds(expected[path]), path
    for path in ("resources/things.md", "methods/things.list.md", "models/Thing.md"):
        assert text.replace("`", "") in _show(shown[path]), path


def _make_pages(folder: Path, text: str) -> dict[str, str]:
    """Write the pages of a small client with a text in all its descriptions."""
    thing = {
        "type": "object",
        "description": text,
        "properties": {"a": {"type": "string", "description": f"First.\n\n{text}"}},
    }
    operation = {
        "operationId": "list",
        "tags": ["things"],
        "summary": "List.",
        "description": f"Begin\n{text}\n\n{text}",
        "parameters": [
            {"name": "q", "in": "query", "schema": {"type": "string"}, "description": text}
        ],
        "responses": {
            "200": {
                "description": text,
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
            }
        },
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1", "description": text},
        "tags": [{"name": "things", "description": text}],
        "paths": {"/things": {"get": operation}},
        "components": {"schemas": {"Thing": thing}},
        "x-client": {"package": "things", "class": "Things"},
    }
    folder.mkdir()
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    report = Report()
    tree = pipeline.Compilation(path, report).tree
    assert tree is not None, report.findings
    write(tree, folder / "client")
    return write_pages(read_surface(folder / "client/src", "things"))


def _flatten(page: str) -> list[Token]:
    return [each for token in MYST.parse(page) for each in (token, *(token.children or ()))]


def _list_kinds(page: str) -> list[str]:
    """List the markup of a page, without code spans, which descriptions may contain."""
    text = {"text", "text_special", "code_inline", "softbreak"}
    return [each.type for each in _flatten(page) if each.type not in text]


def _show(page: str) -> str:
    kinds = {"text", "text_special", "code_inline", "softbreak"}
    return "".join(each.content or "\n" for each in _flatten(page) if each.type in kinds)
