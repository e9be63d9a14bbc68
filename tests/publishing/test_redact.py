"""Credentials are masked in every form in which they travel."""

from __future__ import annotations

import base64
from urllib.parse import quote, quote_plus

from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.index import Index
from generator.publishing.redact import make_redactor

_texts = st.text(st.characters(codec="utf-8", exclude_characters="*"), min_size=6)


@given(_texts, _texts, _texts)
def test_no_form_of_the_password_stays(user: str, password: str, around: str) -> None:
    redact = make_redactor([(user, password)])
    basic = base64.b64encode(f"{user}:{password}".encode()).decode()
    for form in (
        password,
        quote(password, safe=""),
        quote_plus(password),
        basic,
        repr(password)[1:-1],
    ):
        assert form not in redact(f"{around}{form}{around}").replace(around, "")


def test_urls_lose_their_user() -> None:
    redact = make_redactor([])
    message = "see https://user:word@index.example/simple/ and https://index.example/a@b"
    assert redact(message) == "see https://***@index.example/simple/ and https://index.example/a@b"


def test_an_index_never_shows_its_credentials() -> None:
    index = Index(
        "https://index.example/", "https://index.example/simple/", "somebody", "hidden word"
    )
    assert "hidden" not in repr(index) and "somebody" not in repr(index)
    assert index.simple_with_credentials == "https://somebody:hidden%20word@index.example/simple/"
    assert index.redactor(index.simple_with_credentials) == "https://***@index.example/simple/"
