"""Templates of one's own: what they see is written down, and what is wrong with one is told with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import pipeline
from generator.__main__ import main
from generator.diagnostics import Report
from generator.python.views import view_types as view

ROOT = Path(__file__).parents[2]
DOCUMENT = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets: {get: {operationId: listPets, responses: {"204": {description: Fine.}}}}
"""


def documented() -> dict[str, list[str]]:
    """The fields of each class of the view, as `templates/README.md` lists them."""
    text = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    sections = re.split(r"^### `(\w+)`\n", text, flags=re.MULTILINE)[1:]
    return {
        name: re.findall(r"^- `(\w+)`: .+\.$", body, flags=re.MULTILINE)
        for name, body in zip(sections[::2], sections[1::2], strict=True)
    }


def test_every_field_that_a_template_sees_is_documented_and_no_other() -> None:
    fields = {
        name: set(each._fields) for name, each in vars(view).items() if hasattr(each, "_fields")
    }
    assert {name: set(listed) for name, listed in documented().items()} == fields


def test_what_a_field_holds_is_documented_as_the_class_it_is() -> None:
    text = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    for name in documented():
        hints = {field: str(type_) for field, type_ in getattr(view, name).__annotations__.items()}
        body = text.split(f"### `{name}`\n")[1].split("###")[0]
        for field, stderr in re.findall(r"^- `(\w+)`: (.+)$", body, flags=re.MULTILINE):
            for other in re.findall(r"`(\w+View)`", stderr):
                assert other in hints[field], f"{name}.{field}"


def package(folder: Path) -> dict[str, str]:
    (folder / "openapi.yaml").write_text(DOCUMENT)
    options = pipeline.Options(templates=folder / "own")
    tree = pipeline.Compilation(folder / "openapi.yaml", Report(), options).tree
    assert tree is not None
    return dict(tree)


def own(folder: Path, **files: str) -> None:
    (folder / "own" / "package").mkdir(parents=True)
    for name, text in files.items():
        (folder / "own" / "package" / name.replace("_dot_", ".")).write_text(text)


def test_the_example_of_the_rules_adds_a_file(tmp_path: Path) -> None:
    rules = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    own(tmp_path, CONTENTS_dot_md_dot_jinja=rules.split("```jinja\n")[1].split("```")[0])
    tree = package(tmp_path)
    assert tree["CONTENTS.md"] == "- pets\n" and "README.md" in tree


@pytest.mark.parametrize(
    ("placeholder", "text", "expected"),
    [
        ("resource", "{{ resource.name }}", {"docs/pets.md": "PetsResource"}),
        ("operation", "{{ operation.name }}", {"docs/pets.list.md": "list"}),
        ("model", "{{ model.name }}", {}),
    ],
)
def test_a_template_is_rendered_for_each_of_what_its_path_names(
    tmp_path: Path, placeholder: str, text: str, expected: dict[str, str]
) -> None:
    folder = tmp_path / "own" / "package" / "docs"
    folder.mkdir(parents=True)
    (folder / f"{{{placeholder}}}.md.jinja").write_text(text)
    tree = package(tmp_path)
    assert {path: made for path, made in tree.items() if path.startswith("docs/")} == expected


@pytest.mark.parametrize("name", ["README_dot_md", "README_dot_md_dot_jinja"])
def test_one_template_is_replaced_and_all_else_is_ours(tmp_path: Path, name: str) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    ours = pipeline.Compilation(tmp_path / "openapi.yaml", Report()).tree
    own(tmp_path, **{name: "mine\n"})
    theirs = package(tmp_path)
    assert ours is not None and theirs.pop("README.md") == "mine\n"
    assert theirs == {path: text for path, text in ours.items() if path != "README.md"}


@pytest.mark.parametrize(
    ("name", "text", "place", "message"),
    [
        ("a.md.jinja", "x\n{{ package.tittle }}", "a.md.jinja:2", "has no attribute 'tittle'"),
        ("a.md.jinja", "x\n\n{% for %}", "a.md.jinja:3", "Expected an expression"),
        ("a.md.jinja", "{{ 1 / 0 }}", "a.md.jinja:1", "division by zero"),
        ("a.md.jinja", "{% include 'b' %}", "a.md.jinja:1", "b"),
        ("{module}.md.jinja", "x", "{module}.md.jinja", "there are no modules in"),
        ("{modle}.md.jinja", "x", "{modle}.md.jinja", "there is no placeholder `{modle}`"),
        ("a.png", "\udcff", "a.png", "not text in UTF-8"),
    ],
)
def test_what_is_wrong_with_a_template_is_reported_with_its_place(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    place: str,
    message: str,
) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    folder = tmp_path / "own" / "package"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    output = tmp_path / "out"
    given = ["--templates", str(tmp_path / "own"), "--output", str(output)]
    assert main(["generate", str(tmp_path / "openapi.yaml"), *given]) == 2
    stderr = capsys.readouterr().err
    assert f"{folder / place}: error: " in stderr and message in stderr
    assert "help: " in stderr and "nothing was written" in stderr and not output.exists()
