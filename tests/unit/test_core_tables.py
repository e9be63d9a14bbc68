"""Tables that the generator and the run-time core both need are equal."""

from __future__ import annotations

from cloudflare_ai._core import media_types

from generator.lowering.operations.media_types import choose_media_kind
from generator.python.views.codecs import BODY_TYPES


def test_bodies_have_the_same_default_media_types() -> None:
    assert dict(BODY_TYPES) == {
        kind: each.partition(";")[0] for kind, each in media_types.BODY_TYPES.items()
    }


def test_streams_have_the_same_media_types() -> None:
    framings = media_types.STREAM_FRAMINGS
    assert {each: choose_media_kind(each) for each in framings} == framings
