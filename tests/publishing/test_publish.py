"""`nox -s publish` against a real index: the way there, every refusal, and interruptions anywhere."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from generator.publishing import build as building
from generator.publishing import index as indexes
from generator.publishing import publish as publishing
from generator.publishing.errors import Refusal

from .conftest import Shop
from .servers import PASSWORD, USER, Server, pypiserver

FILES = ["shop_of_tests-1.0.0-py3-none-any.whl", "shop_of_tests-1.0.0.tar.gz"]
GREEN = ("--tests", "true")


@pytest.fixture(autouse=True)
def discreet(capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """What was said so far; whatever a test does, no credentials are in it."""
    output: list[str] = []

    def so_far() -> str:
        output.extend(capfd.readouterr())
        return "".join(output)

    yield so_far
    basic = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    for form in (PASSWORD, quote(PASSWORD), quote(PASSWORD, safe=""), basic):
        assert form not in so_far()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is installed, nor checked by twine: other tests see to that."""
    monkeypatch.setattr(building, "_check_metadata", lambda _files: None)
    for name in ("try_from_index", "try_wheel"):
        monkeypatch.setattr(publishing, name, lambda *_arguments: None)


def test_publishes_tries_what_the_index_has_and_refuses_a_second_time(
    shop: Shop, index: Server, discreet: Callable[[], str]
) -> None:
    assert shop.release("publish", "--dry-run", *GREEN) == 0
    assert index.files() == []
    assert "would upload" in discreet()
    assert shop.release("publish", *GREEN) == 0
    assert index.files() == FILES
    assert "published shop-of-tests 1.0.0" in discreet()
    assert shop.release("publish", *GREEN) == 1
    assert "refused: the index has shop-of-tests 1.0.0 already; raise the version" in discreet()
    assert shop.release("publish", "--dry-run", *GREEN) == 1


def test_refuses_drift(shop: Shop, index: Server, discreet: Callable[[], str]) -> None:
    (shop.place.generated / "README.md").write_text("by hand\n")
    assert shop.release("publish", *GREEN) == 1
    assert (
        "refused: generated/ is not what the spec gives: 1 file, README.md the first" in discreet()
    )
    assert index.files() == []


def test_refuses_a_document_with_errors(
    shop: Shop, index: Server, discreet: Callable[[], str]
) -> None:
    shop.place.spec.write_text("openapi: [\n")
    assert shop.release("publish", *GREEN) == 1
    assert "refused: the document has errors; `python -m generator lint`" in discreet()


def test_refuses_when_tests_fail(shop: Shop, index: Server, discreet: Callable[[], str]) -> None:
    assert shop.release("publish", "--tests", "sh -c 'echo that is wrong; exit 1'") == 1
    assert "refused: the tests fail; their output ends with:\nthat is wrong" in discreet()
    assert index.files() == []


def test_refuses_when_no_index_is_named(
    shop: Shop, named: Callable[[Server], None], discreet: Callable[[], str]
) -> None:
    assert shop.release("publish", *GREEN) == 1
    assert "refused: no index is named; set TWINE_REPOSITORY_URL" in discreet()


def test_refuses_without_credentials(
    shop: Shop, index: Server, monkeypatch: pytest.MonkeyPatch, discreet: Callable[[], str]
) -> None:
    monkeypatch.delenv("TWINE_PASSWORD")
    assert shop.release("publish", *GREEN) == 1
    assert "refused: there are no credentials for the index; set TWINE_USERNAME" in discreet()


@pytest.mark.parametrize("protected", ["update,download,list", "update"])
def test_refuses_wrong_credentials(
    shop: Shop,
    tmp_path: Path,
    named: Callable[[Server], None],
    monkeypatch: pytest.MonkeyPatch,
    discreet: Callable[[], str],
    protected: str,
) -> None:
    with pypiserver(tmp_path / "other", protected=protected) as server:
        named(server)
        monkeypatch.setenv("TWINE_PASSWORD", "guessed-word")
        assert shop.release("publish", *GREEN) == 1
        assert server.files() == []
    output = discreet()
    assert "check the credentials" in output or "the index refused the files" in output
    assert "guessed-word" not in output


def test_refuses_an_index_that_is_not_there(
    shop: Shop, named: Callable[[Server], None], tmp_path: Path, discreet: Callable[[], str]
) -> None:
    named(Server("http://127.0.0.1:9/", "", tmp_path))
    assert shop.release("publish", *GREEN) == 1
    assert "can't be reached (ConnectError); try again later" in discreet()


@pytest.mark.usefixtures("quick")
def test_reads_pypirc(
    shop: Shop,
    index: Server,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    discreet: Callable[[], str],
) -> None:
    for name in ("TWINE_REPOSITORY_URL", "TWINE_USERNAME", "TWINE_PASSWORD"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("TWINE_REPOSITORY", "internal")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".pypirc").write_text(
        "[distutils]\nindex-servers = internal\n\n"
        f"[internal]\nrepository = {index.upload}\nusername = {USER}\npassword = {PASSWORD}\n"
    )
    monkeypatch.setattr(
        "twine.settings.utils.DEFAULT_CONFIG_FILE", str(tmp_path / "home" / ".pypirc")
    )
    assert shop.release("publish", "--dry-run", *GREEN) == 0


@pytest.mark.usefixtures("quick")
def test_takes_credentials_from_the_address(
    shop: Shop, index: Server, monkeypatch: pytest.MonkeyPatch, discreet: Callable[[], str]
) -> None:
    for name in ("TWINE_USERNAME", "TWINE_PASSWORD"):
        monkeypatch.delenv(name)
    plain = "letters"
    (index.folder.parent / "passwords").write_text(f"{USER}:{{SHA}}vvIem/z5+rClrr1GpzXv5UNNqWs=\n")
    monkeypatch.setenv("TWINE_REPOSITORY_URL", index.upload.replace("//", f"//{USER}:{plain}@"))
    assert shop.release("publish", "--dry-run", *GREEN) == 0
    assert plain not in discreet()


@pytest.mark.parametrize(
    ("kind", "exit_code"),
    [(RuntimeError, 70), (OSError, 1), (lambda text: Refusal(text, text), 1)],
)
def test_whatever_goes_wrong_is_said_without_credentials(
    shop: Shop,
    index: Server,
    monkeypatch: pytest.MonkeyPatch,
    discreet: Callable[[], str],
    kind: Callable[[str], Exception],
    exit_code: int,
) -> None:
    def fails(given: indexes.Index, _name: str) -> None:
        raise kind(f"with {given.password} at {given.simple_with_credentials}")

    monkeypatch.setattr(indexes, "list_releases", fails)
    assert shop.release("publish", *GREEN, "--debug") == exit_code
    assert "with *** at http://***@127.0.0.1" in discreet()


def _stop(*_arguments: Any) -> None:
    raise KeyboardInterrupt


def _half(given: indexes.Index, files: list[Path]) -> None:
    indexes.upload(given, files[:1])
    raise KeyboardInterrupt


def _whole(given: indexes.Index, files: list[Path]) -> None:
    indexes.upload(given, files)
    raise KeyboardInterrupt


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("step", "instead", "sent"),
    [
        pytest.param("_check_tests", _stop, [], id="testing"),
        pytest.param("build", _stop, [], id="building"),
        pytest.param("_send", _stop, [], id="before the upload"),
        pytest.param("upload", _half, FILES[:1], id="between the files"),
        pytest.param("upload", _whole, FILES, id="after the upload"),
        pytest.param("try_from_index", _stop, FILES, id="installing"),
    ],
)
def test_interrupted_anywhere_a_second_run_completes(
    shop: Shop,
    index: Server,
    monkeypatch: pytest.MonkeyPatch,
    discreet: Callable[[], str],
    step: str,
    instead: Callable[..., None],
    sent: list[str],
) -> None:
    with monkeypatch.context() as interrupted:
        if step == "upload":
            _swap_upload(interrupted, instead)
        else:
            interrupted.setattr(publishing, step, instead)
        assert shop.release("publish", *GREEN) == 130
    assert index.files() == sent
    assert "interrupted; run the same command again to continue" in discreet()
    assert shop.release("publish", *GREEN) == 0
    assert index.files() == FILES
    assert shop.release("publish", *GREEN) == 1


def _swap_upload(patch: pytest.MonkeyPatch, instead: Callable[..., None]) -> None:
    real = indexes.upload

    def swapped(given: indexes.Index, files: list[Path]) -> None:
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(indexes, "upload", real)
            instead(given, files)

    patch.setattr(indexes, "upload", swapped)


@pytest.mark.usefixtures("quick")
def test_interrupted_and_then_edited_a_second_run_refuses(
    shop: Shop, index: Server, monkeypatch: pytest.MonkeyPatch, discreet: Callable[[], str]
) -> None:
    with monkeypatch.context() as interrupted:
        _swap_upload(interrupted, _half)
        assert shop.release("publish", *GREEN) == 130
    shop.edit("Price in euros.", "Price in dollars.")
    assert shop.release("publish", *GREEN) == 1
    assert f"refused: the index has {FILES[0]} already, with other content" in discreet()
    assert index.files() == FILES[:1]
