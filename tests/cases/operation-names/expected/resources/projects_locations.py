# Generated from Operation names 1; do not edit.
"""The resources `projects`, `projects.locations`, `projects.locations.shelves`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import projects_locations as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncLocationsShelvesResource",
    "AsyncProjectsLocationsResource",
    "AsyncProjectsResource",
    "LocationsShelvesResource",
    "ProjectsLocationsResource",
    "ProjectsResource",
]


class ProjectsResource(Resource):
    """Resources of `client.projects`."""

    @cached_property
    def locations(self) -> ProjectsLocationsResource:
        """Resources of `client.projects.locations`."""
        return ProjectsLocationsResource(self._client)


class ProjectsLocationsResource(Resource):
    """Resources of `client.projects.locations`."""

    @cached_property
    def shelves(self) -> LocationsShelvesResource:
        """Operations of `client.projects.locations.shelves`."""
        return LocationsShelvesResource(self._client)


class LocationsShelvesResource(Resource):
    """Operations of `client.projects.locations.shelves`."""

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
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LOCATIONS_SHELVES_LIST,
            path={"name": name},
            options=options,
        )


class AsyncProjectsResource(AsyncResource):
    """Resources of `client.projects`."""

    @cached_property
    def locations(self) -> AsyncProjectsLocationsResource:
        """Resources of `client.projects.locations`."""
        return AsyncProjectsLocationsResource(self._client)


class AsyncProjectsLocationsResource(AsyncResource):
    """Resources of `client.projects.locations`."""

    @cached_property
    def shelves(self) -> AsyncLocationsShelvesResource:
        """Operations of `client.projects.locations.shelves`."""
        return AsyncLocationsShelvesResource(self._client)


class AsyncLocationsShelvesResource(AsyncResource):
    """Operations of `client.projects.locations.shelves`."""

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
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LOCATIONS_SHELVES_LIST,
            path={"name": name},
            options=options,
        )
