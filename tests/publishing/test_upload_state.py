"""What is left to send: completes what was begun, refuses everything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.errors import Refusal
from generator.publishing.upload_state import UploadState, find_missing

OURS = {"shop-1.tar.gz": "a", "shop-1-py3-none-any.whl": "b"}
NAMES = tuple(sorted(OURS))


@pytest.mark.parametrize(
    ("theirs", "unfinished", "left"),
    [
        pytest.param({}, {}, NAMES, id="first"),
        pytest.param({}, OURS, NAMES, id="interrupted before the first file"),
        pytest.param(
            {NAMES[0]: OURS[NAMES[0]]}, OURS, NAMES[1:], id="interrupted between the files"
        ),
        pytest.param(
            {NAMES[0]: OURS[NAMES[0]]}, {}, NAMES[1:], id="interrupted, on another machine"
        ),
        pytest.param(OURS, OURS, (), id="interrupted after the upload"),
        pytest.param(dict.fromkeys(OURS), OURS, (), id="interrupted, the index tells no digests"),
    ],
)
def test_goes_on(
    theirs: dict[str, str | None], unfinished: dict[str, str], left: tuple[str, ...]
) -> None:
    assert find_missing(OURS, theirs, unfinished) == left


@pytest.mark.parametrize(
    ("theirs", "unfinished", "why"),
    [
        pytest.param(OURS, {}, "published and complete", id="published"),
        pytest.param({NAMES[0]: "c"}, {}, "other content", id="other bytes"),
        pytest.param({NAMES[0]: "c"}, OURS, "other content", id="other bytes, though unfinished"),
        pytest.param({"shop-1.zip": "a"}, {}, "other content", id="a file that we do not make"),
        pytest.param({NAMES[0]: None}, {}, "other content", id="nothing known of the bytes"),
        pytest.param(
            OURS, {NAMES[0]: "c"}, "published and complete", id="another publication was unfinished"
        ),
    ],
)
def test_refuses(theirs: dict[str, str | None], unfinished: dict[str, str], why: str) -> None:
    with pytest.raises(Refusal, match=f"{why}.*; raise the version with"):
        find_missing(OURS, theirs, unfinished)


_digests = st.sampled_from(["a", "b", "c"])
_files = st.dictionaries(st.sampled_from(["one", "two", "three"]), _digests, max_size=3)


@given(
    _files.filter(bool),
    st.dictionaries(st.sampled_from(["one", "two", "four"]), st.none() | _digests),
    _files,
)
def test_never_sends_over_a_file_that_is_there(
    ours: dict[str, str], theirs: dict[str, str | None], unfinished: dict[str, str]
) -> None:
    try:
        left = find_missing(ours, theirs, unfinished)
    except Refusal:
        return
    assert not set(left) & set(theirs)
    assert set(left) | set(theirs) == set(ours)


def test_the_note_is_of_one_index(tmp_path: Path) -> None:
    state = UploadState(tmp_path / "deep" / "note.json")
    assert state.read_unfinished("one") == {}
    state.begin("one", OURS)
    assert state.read_unfinished("one") == OURS
    assert state.read_unfinished("two") == {}
    state.end()
    assert state.read_unfinished("one") == {}


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"index": "one", "hashes": 3}'])
def test_a_damaged_note_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "note.json").write_text(text)
    assert UploadState(tmp_path / "note.json").read_unfinished("one") == {}
