# Generated from Annotated 1; do not edit.
"""The client classes, sync and async."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from ._core import conceal_arguments
from ._core.async_client import AsyncClient
from ._core.client import Client
from ._core.profile import Profile

if TYPE_CHECKING:
    from ._core.options import ClientOptions
    from .resources.garden_plants import AsyncGardenResource, GardenResource
    from .resources.gardens_beds import AsyncGardensResource, GardensResource
    from .resources.machines import AsyncMachinesResource, MachinesResource
    from .resources.plants import AsyncPlantsResource, PlantsResource

PROFILE = Profile(
    package="annotated_client",
    base_url="https://example.com",
    base_url_variable="ANNOTATED_BASE_URL",
    parameters={"garden_id": None, "tenant_id": None, "X-Region": "REGION"},
)


class Annotated(Client):
    """A client of Annotated."""

    @conceal_arguments
    def __init__(
        self,
        *,
        garden_id: str | None = None,
        tenant_id: str | None = None,
        x_region: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            garden_id:
            tenant_id:
            x_region: Default: the environment variable `REGION`.
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={},
            parameters={
                "garden_id": garden_id,
                "tenant_id": tenant_id,
                "X-Region": x_region,
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def garden(self) -> GardenResource:
        """Resources of `client.garden`."""
        from .resources.garden_plants import GardenResource

        return GardenResource(self)

    @cached_property
    def plants(self) -> PlantsResource:
        """Operations of `client.plants`."""
        from .resources.plants import PlantsResource

        return PlantsResource(self)

    @cached_property
    def gardens(self) -> GardensResource:
        """Resources of `client.gardens`."""
        from .resources.gardens_beds import GardensResource

        return GardensResource(self)

    @cached_property
    def machines(self) -> MachinesResource:
        """Operations of `client.machines`."""
        from .resources.machines import MachinesResource

        return MachinesResource(self)


class AsyncAnnotated(AsyncClient):
    """A client of Annotated.

    The asynchronous counterpart of `Annotated`.
    """

    @conceal_arguments
    def __init__(
        self,
        *,
        garden_id: str | None = None,
        tenant_id: str | None = None,
        x_region: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            garden_id:
            tenant_id:
            x_region: Default: the environment variable `REGION`.
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={},
            parameters={
                "garden_id": garden_id,
                "tenant_id": tenant_id,
                "X-Region": x_region,
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def garden(self) -> AsyncGardenResource:
        """Resources of `client.garden`."""
        from .resources.garden_plants import AsyncGardenResource

        return AsyncGardenResource(self)

    @cached_property
    def plants(self) -> AsyncPlantsResource:
        """Operations of `client.plants`."""
        from .resources.plants import AsyncPlantsResource

        return AsyncPlantsResource(self)

    @cached_property
    def gardens(self) -> AsyncGardensResource:
        """Resources of `client.gardens`."""
        from .resources.gardens_beds import AsyncGardensResource

        return AsyncGardensResource(self)

    @cached_property
    def machines(self) -> AsyncMachinesResource:
        """Operations of `client.machines`."""
        from .resources.machines import AsyncMachinesResource

        return AsyncMachinesResource(self)
