"""Values of server variables never change which host the document's URL leads to."""

from __future__ import annotations

from typing import Any

import pytest
from core_support import Scripted, ok
from fakepkg._core.client import Client
from fakepkg._core.profile import Profile
from fakepkg._core.server_variables import fill_server_url
from fakepkg.errors import ArgumentError, ConfigurationError
from httpx import URL
from hypothesis import given
from hypothesis import strategies as st

TEMPLATE = "{scheme}://{region}.shop.example:{port}{base}/{version}"
DEFAULTS = {"scheme": "https", "region": "eu", "port": "443", "base": "/api", "version": "v1"}
VALUES = {
    "scheme": (["http"], ["ftp", "https://evil.example/"]),
    "region": (
        ["us", "a.b-c_d"],
        ["a.evil.com/", "u@evil", "x:1", "x?", "x#", "a\\b", "é", "%2f", "{base}", "x\n"],
    ),
    "port": (["8080"], ["80@evil.example", "x", "1/", "80.", "80\n"]),
    "base": (["/v2", "/a/b"], ["@evil.example", ".evil.example", "1", "/../x", "/a?b"]),
    "version": (
        ["v2/beta", "v1:run"],
        ["v?x", "v#", "a@b", "..", "a/%2E%2e/b", "a\\b", "a\nb", "a b"],
    ),
}


def client(**server: Any) -> Client:
    profile = Profile(
        package="fakepkg",
        base_url=TEMPLATE,
        server=DEFAULTS,
        server_values={"version": ("v1",)} if "only" in server else {},
    )
    server.pop("only", None)
    return Client(profile, arguments={}, parameters={}, server=server, http_client=Scripted(ok()))


@pytest.mark.parametrize(
    ("name", "value"), [(name, each) for name, (good, _) in VALUES.items() for each in good]
)
def test_a_value_that_fits_its_place_is_used(name: str, value: str) -> None:
    expected = fill_server_url(TEMPLATE, {**DEFAULTS, name: value}, DEFAULTS, {})
    assert value in expected
    made = client(**{name: value})
    copies = (made, made.with_options(max_retries=1), made.with_credentials())
    assert [each._config.base_url for each in copies] == [expected] * 3


@pytest.mark.parametrize(
    ("name", "value"), [(name, each) for name, (_, bad) in VALUES.items() for each in bad]
)
def test_a_value_that_does_not_fit_its_place_is_refused(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"`{name}`"):
        client(**{name: value})


def test_a_variable_takes_text_and_its_documented_values_only() -> None:
    client(version="v1", only=True)
    with pytest.raises(ConfigurationError, match="`version` must be one of `v1`"):
        client(version="v2", only=True)
    with pytest.raises(ArgumentError, match="`region` must be text"):
        client(region=1)


@pytest.mark.parametrize(
    ("template", "default", "value"),
    [
        ("https://{x}/v1", "shop.example", "my-host:8080"),
        ("https://shop.example{x}/v1", ":443", ":80"),
        ("{x}/v1", "https://shop.example", "http://localhost:80/api"),
        ("/api/{x}", "v1", "v2"),
    ],
)
def test_a_variable_may_be_a_whole_authority_or_url(
    template: str, default: str, value: str
) -> None:
    filled = fill_server_url(template, {"x": value}, {"x": default}, {})
    assert filled == template.replace("{x}", value)
    with pytest.raises(ConfigurationError):
        fill_server_url(template, {"x": f"{value}@evil.example"}, {"x": default}, {})


@given(st.text(max_size=12), st.text(max_size=12))
def test_no_value_changes_the_literal_host(region: str, base: str) -> None:
    template, defaults = "https://{region}.shop.example{base}/x", {"region": "eu", "base": "/v1"}
    try:
        url = fill_server_url(template, {"region": region, "base": base}, defaults, {})
    except ConfigurationError:
        return
    assert URL(url).host == f"{region.lower()}.shop.example"
