"""The output folder: all or nothing, and what differs. `test_user_files.py` has what belongs to others."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.output import journal, tree
from generator.output.tree import MANIFEST, TreeError, compare, write

OLD = {"README.md": "old\n", "src/a.py": "a = 1\n", "src/b.py": "b = 1\n"}
NEW = {"README.md": "new\n", "src/a.py": "a = 1\n", "src/c/d.py": "d = 1\n"}


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture(params=["exchange", "journal"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "journal":
        monkeypatch.setattr(tree, "can_exchange", lambda _: False)
    return tmp_path / "made" / "generated"


def test_the_folder_holds_the_tree(folder: Path) -> None:
    assert write(OLD, folder) == (MANIFEST, "README.md", "src/a.py", "src/b.py")
    assert contents(folder) == OLD
    assert write(NEW, folder) == (MANIFEST, "README.md", "src/b.py", "src/c/d.py")
    assert contents(folder) == NEW
    assert os.listdir(folder.parent) == ["generated"]


def test_unchanged_files_keep_their_time_and_an_unchanged_folder_is_not_touched(
    folder: Path,
) -> None:
    write(OLD, folder)
    os.utime(folder / "src" / "a.py", (1, 1))
    write(NEW, folder)
    assert (folder / "src" / "a.py").stat().st_mtime == 1
    before = folder.stat().st_ino, folder.stat().st_mtime_ns
    assert write(NEW, folder) == ()
    assert (folder.stat().st_ino, folder.stat().st_mtime_ns) == before


def test_files_of_others_stay_and_compiled_modules_go(folder: Path) -> None:
    write(OLD, folder)
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.txt").write_text("mine")
    (folder / "empty").mkdir()
    (folder / "src" / "link").symlink_to("a.py")
    (folder / "src" / "to_folder").symlink_to("../notes")
    (folder / "src" / "__pycache__").mkdir()
    (folder / "src" / "__pycache__" / "b.cpython-311.pyc").write_text("")
    write(NEW, folder)
    assert (folder / "notes" / "mine.txt").read_text() == "mine"
    assert (folder / "empty").is_dir()
    assert os.readlink(folder / "src" / "link") == "a.py"
    assert os.readlink(folder / "src" / "to_folder") == "../notes"
    assert not (folder / "src" / "__pycache__").exists()


@pytest.mark.parametrize("path", ["README.md", "src/a.py"])
def test_a_foreign_file_in_the_way_is_not_overwritten(folder: Path, path: str) -> None:
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_text("hand-written\n")
    with pytest.raises(TreeError, match="not made by the generator"):
        write(OLD, folder)
    assert contents(folder) == {path: "hand-written\n"}


def test_a_file_in_place_of_the_folder_stays(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("hand-written\n")
    with pytest.raises(TreeError, match="is a file"):
        write(OLD, folder)
    assert folder.read_text() == "hand-written\n"
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


def test_a_folder_without_its_manifest_is_taken_over_where_it_is_equal(folder: Path) -> None:
    write(OLD, folder)
    (folder / MANIFEST).unlink()
    assert write(OLD, folder) == (MANIFEST,)


def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("precious")
    write(OLD, folder)
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to(outside)
    write(NEW, folder)
    assert outside.read_text() == "precious"
    assert not (folder / "README.md").is_symlink()


def test_a_manifest_cannot_have_files_outside_removed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("precious")
    write(OLD, folder)
    with (folder / MANIFEST).open("a") as file:
        file.write(f"../../outside.txt\n{outside}\n")
    write(NEW, folder)
    assert outside.read_text() == "precious"


@pytest.mark.parametrize(
    "path",
    [
        "../x.py",
        "/x.py",
        "a/../../x.py",
        "a//b.py",
        "",
        "a\\b.py",
        "c:x.py",
        "a\0.py",
        "./a.py",
        MANIFEST,
    ],
)
def test_no_path_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(TreeError):
        write({path: "x = 1\n"}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_cannot_be_a_folder_too(tmp_path: Path) -> None:
    with pytest.raises(TreeError):
        write({"a": "", "a/b": ""}, tmp_path / "out")


def test_drift_is_reported_by_kind_and_as_a_diff(folder: Path) -> None:
    write(OLD, folder)
    (folder / "README.md").write_text("edited")
    (folder / "src" / "a.py").unlink()
    (folder / "mine.txt").write_text("mine")
    drift = compare({"README.md": "old\n", "src/a.py": "a = 1\n"}, folder)
    assert drift.missing == ("src/a.py",)
    assert drift.stale == ("src/b.py",)
    assert drift.changed == (MANIFEST, "README.md")
    assert drift.paths == (MANIFEST, "README.md", "src/a.py", "src/b.py")
    assert (
        "--- a/README.md\n+++ b/README.md\n@@ -1 +1 @@\n-edited\n\\ No newline at end of file\n+old\n"
        in drift.diff
    )
    assert "--- /dev/null\n+++ b/src/a.py\n" in drift.diff
    assert "--- a/src/b.py\n+++ /dev/null\n" in drift.diff


def test_no_drift_no_diff(folder: Path) -> None:
    write(OLD, folder)
    drift = compare(OLD, folder)
    assert drift.paths == () and drift.diff == ""
    assert compare(OLD, folder.parent / "other").missing == (MANIFEST, *sorted(OLD))


def test_when_a_step_fails_the_old_package_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(OLD, folder)
    (folder / "mine.txt").write_text("mine")
    real = journal._move

    def refuse(source: Path, target: Path) -> None:
        if target.name == MANIFEST and source.name.startswith("new"):
            raise PermissionError(13, "Permission denied", str(target))
        real(source, target)

    monkeypatch.setattr(journal, "_move", refuse)
    with pytest.raises(TreeError, match="Permission denied"):
        write(NEW, folder)
    assert contents(folder) == {**OLD, "mine.txt": "mine"}
    assert os.listdir(folder.parent) == ["generated"]


def test_a_folder_that_cannot_be_written_is_named_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(TreeError) as caught:
        write(OLD, Path("client"))
    assert str(caught.value).startswith("client can't be written: Permission denied (")
    assert str(caught.value).endswith("make it writable, or choose another folder with `--output`")


WRITER = """
import sys
from pathlib import Path
from generator.output import tree
from generator.output.tree import write
if sys.argv[2] == "journal":
    tree.can_exchange = lambda _: False
states = [{f"m{n}.py": f"state = {state}\\n" * 50 for n in range(40)} for state in range(2)]
write(states[0], Path(sys.argv[1]))
print("ready", flush=True)
while True:
    for state in states:
        write(state, Path(sys.argv[1]))
"""


@pytest.mark.parametrize("way", ["exchange", "journal"])
def test_killed_at_any_moment_one_whole_state_stands(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "generated"
    chance = random.Random(7)
    seen: set[str] = set()
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), way],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        time.sleep(0.02 + chance.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if way == "journal":
            journal.recover(folder)
        files = contents(folder)
        assert len(files) == 40 and len(set(files.values())) == 1
        seen |= set(files.values())
    assert seen
