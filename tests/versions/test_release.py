"""The next version and the changelog entry: what is proposed, what is written, and where."""

from __future__ import annotations

import json
import subprocess
import threading
import tomllib
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.diff.changes import Change, Verdict
from generator.release.changelog import insert_section, write_section
from generator.release.semver import Version, bump_version
from generator.release.write_version import set_setting, set_version

from ..diff.description import DOCUMENT, GONE, changed


@pytest.mark.parametrize(
    ("last", "verdict", "following"),
    [
        ("1.4.2", "callers", "2.0.0"),
        ("1.4.2", "readers", "2.0.0"),
        ("1.4.2", "additive", "1.5.0"),
        ("1.4.2", "documentation", "1.4.3"),
        ("1.4.2", None, "1.4.3"),
        ("0.4.2", "callers", "0.5.0"),
        ("0.4.2", "additive", "0.4.3"),
        ("0.4.2", "documentation", "0.4.3"),
        ("2.0.0rc1", "callers", "2.0.0"),
    ],
)
def test_what_a_verdict_asks_for(last: str, verdict: Any, following: str) -> None:
    assert str(bump_version(Version.parse(last), verdict)) == following


def test_versions_are_ordered() -> None:
    texts = ["0.9.9", "1.0.0a1", "1.0.0b1", "1.0.0rc2", "1.0.0", "1.2.0", "1.10.0"]
    assert [str(each) for each in sorted(map(Version.parse, reversed(texts)))] == texts
    with pytest.raises(ValueError, match="three numbers"):
        Version.parse("1.0")


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["release", "--spec"], "bundle https://example.com/v1/openapi.json > openapi.yaml`"),
        (["diff", "HEAD", "--spec"], "git has no earlier version of https://example.com/v1/"),
        (["diff", "HEAD", "--spec"], "bundle https://example.com/v1/openapi.json > openapi.yaml`"),
    ],
)
def test_git_has_no_document_of_a_url(
    command: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "https://example.com/v1/openapi.json"]) == 2
    assert message in capsys.readouterr().err


def test_a_document_at_a_url_is_compared_with_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.json").write_text(json.dumps(DOCUMENT))
    Path("new.json").write_text(json.dumps(changed({"/paths/~1logs/get/parameters/0": GONE})))
    with ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        for old in ("old.json", f"{url}/old.json"):
            assert main(["release", old, "--spec", f"{url}/new.json"]) == 0
            assert "0.1.0 → 0.2.0: 1 breaking for callers" in capsys.readouterr().out
        write = ["release", "old.json", "--spec", f"{url}/new.json", "--output", "made", "--write"]
        assert main(write) == 2 and not Path("made").exists()
        assert f"bundle {url}/new.json > openapi.yaml" in capsys.readouterr().err
        server.shutdown()


YAML = """\
openapi: 3.1.0
x-client:
  # how it is called
  package: small   # to import
{own}  environment: {{base_url: BASE, version: "no"}}
info: {{title: Small, version: "7"}}
"""


@pytest.mark.parametrize(
    "own", ["", "  version: 0.1.0  # of the package\n", '  version: "0.1.0"\n']
)
def test_the_version_is_written_and_nothing_else(own: str) -> None:
    text = YAML.format(own=own)
    new = set_version(text, "0.2.0")
    assert new is not None
    lines = [line for line in new.splitlines() if not line.startswith("  version:")]
    assert lines == [line for line in text.splitlines() if not line.startswith("  version:")]
    assert new.count("  version: 0.2.0") == 1
    assert ("# of the package" in new) == ("# of the package" in text)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ('x-client: {package: small}\n', 'x-client: {version: "2.0.0", package: small}\n'),
        ("x-client: {package: a, version: 1.0.0}\n", 'x-client: {package: a, version: "2.0.0"}\n'),
        ("x-client: {}\n", 'x-client: {version: "2.0.0"}\n'),
        ('{\n "x-client": {"environment": {"version": "x"}, "version": "1.0.0"}\n}\n',
         '{\n "x-client": {"environment": {"version": "x"}, "version": "2.0.0"}\n}\n'),
        ('{"x-client": {"package": "small"}}', '{"x-client": {"version": "2.0.0", "package": "small"}}'),
        ("info: {version: 1}\n", None),
    ],
)  # fmt: skip
def test_the_version_in_flow_style_and_json(text: str, new: str | None) -> None:
    assert set_version(text, "2.0.0") == new


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("", 'version = "2.0.0"\n'),
        ('package = "a"\n', 'version = "2.0.0"\npackage = "a"\n'),
        ("# one\n\n# two\n[lint]\n", '# one\n\n# two\nversion = "2.0.0"\n[lint]\n'),
        ("package = 'a'\nversion='1.0.0'  # raised by release\n",
         "package = 'a'\nversion=\"2.0.0\"  # raised by release\n"),
        ('[urls]\nversion = "x"\n', 'version = "2.0.0"\n[urls]\nversion = "x"\n'),
    ],
)  # fmt: skip
def test_the_version_in_settings(text: str, new: str) -> None:
    assert set_setting(text, "2.0.0") == new
    assert tomllib.loads(new)["version"] == "2.0.0"


DAY = date(2031, 2, 3)
CHANGE = Change(
    "x",
    "callers",
    "s",
    "the query parameter `a` of `x` is gone",
    "`client.x(a=)` is gone",
    "",
    "",
    location="the query parameter `a` of `x`",
)
LOG = """\
# Changelog

Words.

## Unreleased

### Client

- Faster.

### Generator

- Reads more.

## 0.1.0

### Client

- First.
"""


def test_an_entry_takes_up_what_was_noted() -> None:
    new = insert_section(LOG, write_section("0.2.0", [CHANGE], LOG, DAY))
    assert new.startswith(
        "# Changelog\n\nWords.\n\n## 0.2.0 (2031-02-03)\n\n### Client\n\n- Faster.\n\nBreaking changes:\n\n"
    )
    assert "- `client.x(a=)` is gone.\n\n### Generator\n\n- Reads more.\n\n## 0.1.0\n" in new
    assert "Unreleased" not in new and new.endswith("- First.\n")
    assert (
        insert_section(new, write_section("0.2.0", [CHANGE], new, DAY)) == new
    ), "a section is written once"


def test_a_first_entry_makes_the_changelog() -> None:
    assert insert_section("", write_section("0.1.0", [], "", DAY)) == (
        "# Changelog\n\n## 0.1.0 (2031-02-03)\n\n### Client\n\n- Nothing that a caller sees.\n"
    )


def _git(folder: Path, *arguments: str) -> None:
    who = (
        "-c",
        "user.name=Nobody",
        "-c",
        "user.email=nobody@example.com",
        "-c",
        "tag.gpgsign=false",
    )
    subprocess.run(
        ["git", *who, "-c", "commit.gpgsign=false", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A repository whose first version was released: description, package, tag."""
    root = tmp_path / "repository"
    (root / "spec").mkdir(parents=True)
    (root / "spec" / "api.json").write_text(json.dumps(DOCUMENT, indent=1))
    assert (
        main(["generate", str(root / "spec" / "api.json"), "--output", str(root / "generated")])
        == 0
    )
    _git(tmp_path, "init", "-q", "-b", "main", str(root))
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "first")
    _git(root, "tag", "v0.1.0")
    return root


def _release(root: Path, *arguments: str) -> int:
    return main(
        ["release", *arguments, "--spec", str(root / "spec" / "api.json"),
         "--output", str(root / "generated"), "--changelog", str(root / "CHANGELOG.md")]
    )  # fmt: skip


def _edit(root: Path, edits: dict[str, Any]) -> None:
    (root / "spec" / "api.json").write_text(json.dumps(changed(edits), indent=1))


def test_nothing_to_release(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _release(released, "--write") == 0
    assert "0.1.0: nothing changed since v0.1.0" in capsys.readouterr().out
    assert not (released / "CHANGELOG.md").exists()


def test_a_release_is_proposed_then_written_once(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(released, {"/paths/~1logs/get/parameters/0": GONE})
    before = (released / "spec" / "api.json").read_text()
    assert _release(released) == 0
    output = capsys.readouterr().out
    assert output.startswith("0.1.0 → 0.2.0: 1 breaking for callers since v0.1.0\n\n## 0.2.0 (2")
    assert (released / "spec" / "api.json").read_text() == before, "nothing is written unasked"

    assert _release(released, "--write") == 0
    first = capsys.readouterr().out
    assert "\nwrote api.json, CHANGELOG.md, generated/" in first
    assert "generated/pyproject.toml" in first
    assert _release(released, "--write") == 0
    second = capsys.readouterr().out
    assert second.endswith("\n0.2.0 is written already; commit it, tag it v0.2.0 and publish it\n")
    assert second.partition("\n\nwrote ")[0].startswith(first.partition("\nwrote ")[0])
    spec = json.loads((released / "spec" / "api.json").read_text())
    assert spec["x-client"]["version"] == "0.2.0"
    changelog = (released / "CHANGELOG.md").read_text()
    assert changelog.count("## 0.2.0") == 1 and "`client.logs.list(page=)` is gone" in changelog
    package = released / "generated"
    assert 'version = "0.2.0"' in (package / "pyproject.toml").read_text()
    assert '__version__ = "0.2.0"' in (package / "src" / "small" / "__init__.py").read_text()


@pytest.mark.parametrize("settings", [None, "# Ours\n[lint]\n", 'version = "0.1.0"\n'])
def test_the_version_of_a_document_that_is_generated_is_a_setting(
    released: Path, settings: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = released / "spec" / "openapi-client.toml"
    edits: dict[str, Any] = {"/info/version": "9.9.9"}
    if settings is None or "version" not in settings:
        edits["/x-client"] = GONE
    if settings is not None:
        path.write_text(settings)
    (released / "spec" / "api.json").write_text(json.dumps(changed(edits)))
    for command in (["add", "-A"], ["commit", "-qm", "base"], ["tag", "-f", "v0.1.0"]):
        _git(released, *command)
    _edit(released, {**edits, "/paths/~1logs/get/parameters/0": GONE})
    before = (released / "spec" / "api.json").read_text()
    assert _release(released, "--write") == 0
    assert "wrote openapi-client.toml, CHANGELOG.md, " in capsys.readouterr().out
    assert _release(released, "--write") == 0
    assert "0.2.0 is written already" in capsys.readouterr().out
    assert tomllib.loads(path.read_text())["version"] == "0.2.0"
    assert (settings or "").split("\n")[0] in (
        path.read_text().split("\n")[0],
        'version = "0.1.0"',
        "",
    )
    assert (released / "spec" / "api.json").read_text() == before
    assert 'version = "0.2.0"' in (released / "generated" / "pyproject.toml").read_text()


def test_settings_that_were_made_go_where_the_package_cannot_be_written(released: Path) -> None:
    _edit(released, {"/x-client": GONE})
    for command in (["add", "-A"], ["commit", "-qm", "base"], ["tag", "-f", "v0.1.0"]):
        _git(released, *command)
    _edit(released, {"/x-client": GONE, "/paths/~1logs/get/parameters/0": GONE})
    (released / "generated" / ".generated").unlink()
    assert _release(released, "--write") == 2
    assert not (released / "spec" / "openapi-client.toml").exists()


def test_where_the_package_cannot_be_written_nothing_is(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(released, {"/paths/~1logs/get/parameters/0": GONE})
    before = (released / "spec" / "api.json").read_text()
    (released / "generated" / ".generated").unlink()  # so the files there might be somebody's own
    assert _release(released, "--write") == 2
    assert capsys.readouterr().err.endswith("\nnothing was written\n")
    assert (released / "spec" / "api.json").read_text() == before
    assert not (released / "CHANGELOG.md").exists()


def test_a_broken_file_is_no_removal(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = released / "spec" / "logs.yaml"
    part.write_text("get: {responses: {'204': {description: Fine.}}}")
    _edit(released, {"/paths/~1more": {"$ref": "logs.yaml"}})
    for command in (["add", "-A"], ["commit", "-qm", "base"], ["tag", "-f", "v0.1.0"]):
        _git(released, *command)
    part.write_text("get: {summary: one: two}")
    assert _release(released, "--write") == 2
    error = capsys.readouterr().err
    assert "can't be read" in error and "logs.yaml:1:" in error and "[yaml-syntax]" in error
    assert main(["diff", "v0.1.0", "--spec", str(released / "spec" / "api.json")]) == 2


def test_a_higher_version_that_was_chosen_stays(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(released, {"/x-client/version": "1.0.0"})
    assert _release(released) == 0
    assert capsys.readouterr().out.startswith("0.1.0 → 1.0.0: ")


def test_without_a_tag_the_help_is_reported(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _git(released, "tag", "-d", "v0.1.0")
    assert _release(released) == 2
    assert "name the revision or the document of the last release" in capsys.readouterr().err


def test_the_package_knows_the_description(released: Path) -> None:
    def fact(name: str) -> str:
        code = f"import sys; sys.path.insert(0, {str(released / 'generated' / 'src')!r}); import small; print({name})"
        done = subprocess.run(
            ["python", "-I", "-c", code], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    assert fact("small.__spec__.version") == "1" and fact("small.__spec__.name") == "small"
    assert fact("small.SPEC is small.__spec__") == "True"
    first = fact("small.__spec__.sha256")
    assert len(first) == 64

    def regenerated(document: dict[str, Any], **how: Any) -> str:
        (released / "spec" / "api.json").write_text(json.dumps(document, **how))
        assert (
            main(
                [
                    "generate",
                    str(released / "spec" / "api.json"),
                    "--output",
                    str(released / "generated"),
                ]
            )
            == 0
        )
        return fact("small.__spec__.sha256")

    assert regenerated(DOCUMENT, sort_keys=True) == first, "the order of keys does not matter"
    assert (
        regenerated(changed({"/x-client/version": "3.0.0"})) == first
    ), "nor the package's version"
    assert regenerated(changed({"/info/title": "Other"})) != first


def _change(check: str, verdict: Verdict, location: str, rest: str, python: str) -> Change:
    name = python.split("`")[1]
    return Change(check, verdict, name, f"{location} {rest}", python, "", "", location=location)


@pytest.mark.parametrize(
    ("changes", "entries"),
    [
        ([_change("endpoint-added", "additive", "`a.list`", "(`GET /a`) is new", "`client.a.list` is new"),
          _change("endpoint-added", "additive", "`a.get`", "(`GET /a/{id}`) is new", "`client.a.get` is new")],
         ["Added:", "- `client.a`: `list`, `get`."]),
        ([_change("request-property-min-length-set", "callers", "the member `x` of `M`", "is limited by `minLength: 1` now",
                  "`M.x` takes fewer values")],
         ["Breaking changes:", "- `M.x` is limited by `minLength: 1` now."]),
        ([_change("response-property-type-changed", "readers", "the items of the member `x` of `M`", "are integer now, were string",
                  "`M.x` is `list[int]`, was `list[str]`")],
         ["Breaking changes:", "- The items of `M.x` are integer now, were string (`list[int]`, was `list[str]`)."]),
        ([_change("operation-renamed", "callers", "`a.b`", "is `a.c` now", "`client.a.b` is called `client.a.c` now")],
         ["Breaking changes:", "- `client.a.b` is called `client.a.c` now."]),
        ([_change("response-property-description-changed", "documentation", "`M`", "is described differently", "`M` has another docstring")],
         ["- 1 description reworded."]),
    ],
)  # fmt: skip
def test_entries_say_one_thing_once(changes: list[Change], entries: list[str]) -> None:
    section = write_section("1.0.0", changes, "", DAY)
    assert [line for line in section.splitlines()[4:] if line] == entries
