from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from ._core import conceal_arguments
from ._core.async_client import AsyncClient
from ._core.client import Client
from ._core.options import ClientOptions
from ._core.profile import Envelope, Profile, Scheme

if TYPE_CHECKING:
    from .resources.things import AsyncThings, Things

TOKEN = Scheme(kind="bearer", argument="api_token", variable="FAKE_TOKEN")
KEY = Scheme(kind="header", name="X-Auth-Key", argument="api_key", variable="FAKE_KEY")
EMAIL = Scheme(kind="header", name="X-Auth-Email", argument="api_email", variable="FAKE_EMAIL")
PROFILE = Profile(
    package="fakepkg",
    base_url="https://api.example/v4",
    base_url_variable="FAKE_BASE_URL",
    security=((TOKEN,), (KEY, EMAIL)),
    parameters={"account_id": "FAKE_ACCOUNT"},
    envelope=Envelope(success="success", errors="errors", messages="messages"),
    secrets=("clientSecret", "token"),
    user_agent="fakepkg/1",
    request_id_header="cf-ray",
)


class Fake(Client):
    """The sync client of the tests."""

    @conceal_arguments
    def __init__(
        self,
        *,
        api_token: str | None = None,
        api_key: str | None = None,
        api_email: str | None = None,
        account_id: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            PROFILE,
            arguments={"api_token": api_token, "api_key": api_key, "api_email": api_email},
            parameters={"account_id": account_id},
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def things(self) -> Things:
        from .resources.things import Things

        return Things(self)


class AsyncFake(AsyncClient):
    """The async client of the tests."""

    @conceal_arguments
    def __init__(
        self,
        *,
        api_token: str | None = None,
        api_key: str | None = None,
        api_email: str | None = None,
        account_id: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            PROFILE,
            arguments={"api_token": api_token, "api_key": api_key, "api_email": api_email},
            parameters={"account_id": account_id},
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def things(self) -> AsyncThings:
        from .resources.things import AsyncThings

        return AsyncThings(self)
