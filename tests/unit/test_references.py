"""References: across files and syntaxes, through other references, and never out of the folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.diagnostics import Report
from generator.openapi.loading import MISSING, Node, load
from generator.openapi.loading.file_references import ReferenceFinder
from generator.openapi.loading.files import BrokenReference, Files
from generator.openapi.loading.loader import read_file


class Loaded:
    """The files of a description, with what their references lead to."""

    def __init__(self, root: Path | str, report: Report, *, allow_outside: bool = False) -> None:
        self.files = Files(str(root), report, allow_outside=allow_outside)
        file = read_file(self.files, report)
        assert file is not None
        self.root = file.root
        self.report = report
        self.finder = ReferenceFinder(file, self.files)

    def resolve(self, node: Node) -> Node | None:
        """What a node stands for; None, with a finding, if that is nothing."""
        end = self.finder.find_end(node)
        if isinstance(end, BrokenReference):
            self.report.warning(end.code, (end.place or node) / "$ref", end.message, end.help)
            return None
        return end


def lay_out(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / next(iter(files))


def load_files(folder: Path, report: Report | None = None, /, **files: str) -> Loaded:
    named = {
        name.replace("__", "/").replace("_yaml", ".yaml").replace("_json", ".json"): text
        for name, text in files.items()
    }
    return Loaded(lay_out(folder / "api", named), report or Report())


def at(source: Loaded, pointer: str) -> Node:
    node = source.root
    for token in pointer.split("/")[1:]:
        node = node / token
    return node


def test_a_node_without_a_reference_is_itself(tmp_path: Path) -> None:
    source = load_files(tmp_path, root_yaml="a: {$ref: 1}\nb: {$ref: {type: string}}\n")
    for name in "ab":
        node = source.root / name
        assert source.resolve(node) is node


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        ("#/b", "found"),
        ("#/odd/~1x~1y/get", "slashes"),
        ("#/odd/a%20b", "space"),
        ("#/odd/%7Eraw", "tilde in percent"),
        ("#/odd/100%25", "percent"),
        ("#/list/1", "two"),
        ("#/c", "found"),
        ("#/hop/inner/deep", "through a reference"),
        ("other.json#/x", "json"),
        ("./sub/third.yaml#/up", "json"),
        ("sub/third.yaml#/back", "found"),
        ("sub%2Fthird.yaml#/own", "third"),
        ("other.json", {"x": "json"}),
    ],
)
def test_references_lead_to_their_targets(tmp_path: Path, reference: str, value: object) -> None:
    source = load_files(
        tmp_path,
        root_yaml=f"""
a: {{$ref: "{reference}"}}
b: found
c: {{$ref: "#/d"}}
d: {{$ref: "#/b"}}
odd: {{/x/y: {{get: slashes}}, "a b": space, '~raw': tilde in percent, 100%: percent}}
list: [one, two]
hop: {{$ref: "#/target"}}
target: {{inner: {{$ref: "#/inmost"}}}}
inmost: {{deep: through a reference}}
""",
        other_json='{"x": "json"}',
        sub__third_yaml='up: {$ref: "../other.json#/x"}\nback: {$ref: "../root.yaml#/b"}\nown: third\n',
    )
    target_node = source.resolve(source.root / "a")
    assert target_node is not None and target_node.value == value


def test_anchors_and_addresses_lead_to_schemas(tmp_path: Path) -> None:
    source = load_files(
        tmp_path,
        root_yaml="""
a: {$ref: "#pet"}
b: {$ref: "https://shop.example/pet"}
c: {$ref: "https://shop.example/pet#/properties/name"}
d: {$ref: "other.yaml#owner"}
schemas:
  Pet:
    $id: https://shop.example/pet
    $anchor: pet
    properties: {name: {title: Name}, owner: {$ref: owner}, again: {$ref: "#/properties/name"}}
  Owner: {$id: https://shop.example/owner, title: Owner}
""",
        other_yaml="x: {$dynamicAnchor: owner, title: Other owner}\n",
    )
    wanted = {
        "/a": "/schemas/Pet",
        "/b": "/schemas/Pet",
        "/c": "/schemas/Pet/properties/name",
        "/d": "/x",
        "/schemas/Pet/properties/owner": "/schemas/Owner",
        "/schemas/Pet/properties/again": "/schemas/Pet/properties/name",
    }
    for start, end in wanted.items():
        target_node = source.resolve(at(source, start))
        assert target_node is not None and target_node.pointer == end


def test_a_chain_that_ends_in_nothing_is_reported_once_where_it_breaks(tmp_path: Path) -> None:
    report = Report()
    source = load_files(
        tmp_path, report, root_yaml='a: {$ref: "#/b"}\nb: {$ref: "#/pets"}\npet: 1\n'
    )
    assert source.resolve(source.root / "a") is None
    assert source.resolve(source.root / "b") is None
    (finding,) = report.findings
    assert (finding.code, finding.pointer, finding.help) == (
        "dangling-reference",
        "/b/$ref",
        "did you mean `pet`?",
    )


def test_a_circle_is_reported_once_whoever_asks(tmp_path: Path) -> None:
    report = Report()
    source = load_files(
        tmp_path,
        report,
        root_yaml='a: {$ref: "two.yaml#/b"}\nc: {$ref: "#/a"}\nself: {$ref: "#/self/x"}\n',
        two_yaml='b: {$ref: "root.yaml#/a"}\n',
    )
    for name in ("a", "c", "self"):
        assert source.resolve(source.root / name) is None
    assert report.counts() == {"cyclic-reference": 2}


def test_a_long_chain_ends(tmp_path: Path) -> None:
    lines = [f'a{n}: {{$ref: "#/a{n + 1}"}}' for n in range(5000)]
    report = Report()
    source = load_files(tmp_path, report, root_yaml="\n".join(lines))
    assert source.resolve(source.root / "a0") is None
    assert report.counts() == {"dangling-reference": 1}


def test_a_long_chain_is_no_circle(tmp_path: Path) -> None:
    lines = [f'a{n}: {{$ref: "#/a{n + 1}"}}' for n in range(5000)]
    source = load_files(tmp_path, root_yaml="\n".join([*lines, "a5000: end"]))
    end = source.resolve(source.root / "a0")
    assert end is not None and end.value == "end"


def test_references_that_need_each_other_are_followed_to_a_limit(tmp_path: Path) -> None:
    lines = [f'a{n}: {{$ref: "#/a{n + 1}/x"}}' for n in range(500)] + ["a500: {x: {x: end}}"]
    report = Report()
    source = load_files(tmp_path, report, root_yaml="\n".join(lines))
    assert source.resolve(source.root / "a450") is None  # no mapping has so many levels
    assert source.resolve(source.root / "a0") is None
    assert set(report.counts()) == {"dangling-reference", "too-deep"}


@pytest.mark.parametrize(
    "reference", ["../secret.yaml#/x", "{tmp}/secret.yaml", "link.yaml#/x", "a\\0b.yaml"]
)
def test_no_reference_leaves_the_folder(tmp_path: Path, reference: str) -> None:
    (tmp_path / "secret.yaml").write_text("x: secret\n")
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    report = Report()
    source = load_files(
        tmp_path, report, root_yaml=f'a: {{$ref: "{reference.format(tmp=tmp_path)}"}}\n'
    )
    assert source.resolve(source.root / "a") is None
    assert report.counts() == {"outside-reference": 1}
    assert len(source.files.paths) == 1


def test_a_reference_may_leave_the_folder_when_allowed(tmp_path: Path) -> None:
    root = lay_out(
        tmp_path,
        {"api/root.yaml": 'a: {$ref: "../secret.yaml#/x"}\n', "secret.yaml": "x: secret\n"},
    )
    source = Loaded(root, Report(), allow_outside=True)
    target_node = source.resolve(source.root / "a")
    assert target_node is not None and target_node.value == "secret"


def test_nodes_say_what_is_there(tmp_path: Path) -> None:
    source = load_files(tmp_path, root_yaml="a: {b: [x, {c: 1}]}\n/d~e: text\n")
    root = source.root
    assert (root / "a" / "b" / 1 / "c").value == 1
    assert (root / "/d~e").pointer == "/~1d~0e"
    assert (root / "a" / "z" / "y").value is MISSING and not (root / "a" / "z").exists
    assert root.get("z") is None and "a" in root and "z" not in root
    assert [key for key, _ in root.items()] == ["a", "/d~e"]
    assert [item.value for item in root / "a" / "b"] == ["x", {"c": 1}]
    assert root.text("/d~e") == "text" and root.text("a") is None
    assert {root / "a", root / "a"} == {root / "a"}


def test_a_root_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    report = Report()
    assert load(tmp_path / "none.yaml", report) is None
    assert load(tmp_path, report) is None
    assert [finding.severity for finding in report.findings] == ["error", "error"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "served"
    lay_out(folder, {"a.yaml": "x: {$ref: 'b.json#/y'}\n", "b.json": '{"y": "from the net"}'})
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("allowed", "counts"), [(True, {"missing-file": 1}), (False, {"outside-reference": 2})]
)
def test_a_network_is_only_used_when_allowed(
    tmp_path: Path, served: str, allowed: bool, counts: dict[str, int]
) -> None:
    report = Report()
    text = f'a: {{$ref: "{served}/a.yaml#/x"}}\nb: {{$ref: "{served}/none.yaml"}}\n'
    source = Loaded(lay_out(tmp_path, {"root.yaml": text}), report, allow_outside=allowed)
    target_node = source.resolve(source.root / "a")
    assert (target_node is not None and target_node.value) == ("from the net" if allowed else False)
    assert source.resolve(source.root / "b") is None
    assert report.counts() == counts
