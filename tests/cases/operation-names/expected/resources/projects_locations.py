# Generated from Operation names 1; do not edit.
"""The resources `projects`, `projects.locations`, `projects.locations.shelves`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import projects_locations as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.operation import Options

__all__ = [
    "AsyncLocationsShelvesResource",
    "AsyncProjectsLocationsResource",
    "AsyncProjectsResource",
    "LocationsShelvesResource",
    "ProjectsLocationsResource",
    "ProjectsResource",
]


class ProjectsResource(Resource):
    """Reached as `client.projects`."""

    @cached_property
    def locations(self) -> ProjectsLocationsResource:
        """Reached as `client.projects.locations`."""
        return ProjectsLocationsResource(self._client)


class ProjectsLocationsResource(Resource):
    """Reached as `client.projects.locations`."""

    @cached_property
    def shelves(self) -> LocationsShelvesResource:
        """Reached as `client.projects.locations.shelves`."""
        return LocationsShelvesResource(self._client)


class LocationsShelvesResource(Resource):
    """Reached as `client.projects.locations.shelves`."""

    def list(
        self,
        name: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /v1/{name}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            As Google makes ids.

        Raises:
            ArgumentError: A path argument is empty or a dot segment.
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.LOCATIONS_SHELVES_LIST,
            path={"name": name},
            options=options,
        )


class AsyncProjectsResource(AsyncResource):
    """Reached as `client.projects`."""

    @cached_property
    def locations(self) -> AsyncProjectsLocationsResource:
        """Reached as `client.projects.locations`."""
        return AsyncProjectsLocationsResource(self._client)


class AsyncProjectsLocationsResource(AsyncResource):
    """Reached as `client.projects.locations`."""

    @cached_property
    def shelves(self) -> AsyncLocationsShelvesResource:
        """Reached as `client.projects.locations.shelves`."""
        return AsyncLocationsShelvesResource(self._client)


class AsyncLocationsShelvesResource(AsyncResource):
    """Reached as `client.projects.locations.shelves`."""

    async def list(
        self,
        name: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /v1/{name}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            As Google makes ids.

        Raises:
            ArgumentError: A path argument is empty or a dot segment.
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.LOCATIONS_SHELVES_LIST,
            path={"name": name},
            options=options,
        )
