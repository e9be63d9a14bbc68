"""Text of a document on the pages of a package: a reader of Markdown finds the text and no markup in it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import pipeline
from generator.diagnostics import Report
from generator.diff.changes import Change
from generator.diff.render_changes import Comparison, render_markdown
from generator.python.source.markdown import code_span, escape_markdown
from generator.release.changelog import write_section

PAGE = MarkdownIt("commonmark", {"html": True})
PIECES = [
    *"`~<>*_[]()!#|\\-+=&;.1 a",
    "``",
    "```",
    "~~~",
    "<b>",
    "</p>",
    "<!--",
    "](x)",
    "- ",
    "1. ",
]
LINES = st.lists(st.sampled_from(PIECES), max_size=8).map("".join).map(str.strip).filter(bool)


@given(LINES)
def test_one_line_of_text_is_one_paragraph_of_text_and_code(text: str) -> None:
    begin, inline, end = PAGE.parse(escape_markdown(text))
    assert (begin.type, end.type) == ("paragraph_open", "paragraph_close")
    kinds = {each.type for each in inline.children or ()}
    assert kinds <= {"text", "code_inline", "text_special"}
    if "`" not in text and "&" not in text:
        assert "".join(each.content for each in inline.children or ()) == text


@given(LINES)
def test_code_is_what_was_given(text: str) -> None:
    _, inline, _ = PAGE.parse(f"- {code_span(text)} and so on")[2:5]
    first, rest = inline.children or ()
    assert (first.type, first.content, rest.content) == ("code_inline", text, " and so on")


@pytest.mark.parametrize(
    "text",
    [
        "zz `` <b onload=zz()> ` zz",
        "~~~ zz",
        "- zz",
        "1. zz",
        "`</b><script>zz()</script>",
        "_zz_",
        "<zz>",
    ],
)
def test_the_pages_of_a_package_have_the_markup_of_the_templates(text: str, tmp_path: Path) -> None:
    expected = _markup(tmp_path, "plain words")
    assert _markup(tmp_path, text) == expected


def _markup(folder: Path, text: str) -> dict[str, list[str]]:
    """What the pages consist of, apart from code in a line, which the text may have of its own."""
    schema = {"type": "string", "enum": [text, "b"], "description": text}
    scheme = {"type": "http", "scheme": "bearer", "description": text}
    operation = {
        "operationId": "list",
        "tags": ["things"],
        "summary": text,
        "parameters": [{"name": "q", "in": "query", "schema": schema, "description": text}],
        "responses": {
            "200": {
                "description": text,
                "content": {
                    "application/json": {
                        "schema": {
                            "title": "Thing",
                            "properties": {"a": {**schema, "description": text}},
                        }
                    }
                },
            }
        },
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": text, "version": "1", "description": text},
        "tags": [{"name": "things", "description": text}],
        "paths": {"/things": {"get": operation}},
        "components": {"securitySchemes": {"token": scheme}, "schemas": {"Letters": schema}},
        "x-client": {"package": "things", "class": "Things"},
        "x-client-parameters": {"q": {"description": text}},
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    tree = pipeline.Compilation(path, Report()).tree
    assert tree is not None
    return {
        name: [
            each.type
            for token in PAGE.parse(tree[name])
            for each in (token, *(token.children or ()))
            if each.type not in ("text", "text_special", "code_inline", "softbreak")
        ]
        for name in ("README.md", "API.md")
    }


FOLD = re.compile(r"</details>\n?|<details><summary>[\w ]+\(\d+\)</summary>\n?")
"""What folds the less important changes."""


@given(LINES, LINES)
def test_what_is_shown_of_a_change_has_no_markup(text: str, python: str) -> None:
    change = Change("endpoint-added", "additive", text, text, python, f"#/{text}", f"#/{python}")
    pages = render_markdown(Comparison("a", "b", (change,))), write_section(
        "1.0.0", [change], "", date(2024, 1, 2)
    )
    ours = {"<sub>", "</sub>"}
    for page in pages:
        inline = [each for token in PAGE.parse(page) for each in token.children or ()]
        html = [each.content for each in inline if each.type == "html_inline"]
        assert ours.issuperset(html), page
        blocks = [each.content for each in PAGE.parse(page) if each.type == "html_block"]
        assert all(FOLD.fullmatch(block) for block in blocks), page
        kinds = {each.type for each in [*PAGE.parse(page), *inline]}
        assert not kinds & {"em_open", "link_open", "image"}, page
        assert sum(token.type == "list_item_open" for token in PAGE.parse(page)) == 1, page
