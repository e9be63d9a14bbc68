# Generated from Cloudflare AI v4; do not edit.
"""The resource `ai_gateway.dynamic_routing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import ai_gateway_dynamic_routing as _codec
from .._core.pages import AsyncPagedResource, PagedResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.ai_gateway_dynamic_routing import (
        AccountRoute,
        Deployment,
        DeploymentList,
        Element,
        ElementDict,
        Route,
        RouteContent,
        RouteList,
        RouteVersion,
        RouteVersionDetail,
        RouteVersionList,
    )

__all__ = [
    "AIGatewayDynamicRoutingResource",
    "AsyncAIGatewayDynamicRoutingResource",
]


class AIGatewayDynamicRoutingResource(PagedResource):
    """Routes that choose a model per request."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[AccountRoute, RouteList]:
        """List the dynamic routes of a gateway.

        Args:
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DYNAMIC_ROUTING_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def create(
        self,
        gateway_id: str,
        *,
        elements: Sequence[Element | ElementDict],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Route:
        """Create a dynamic route.

        Args:
            gateway_id: Name of the gateway.
            elements: The elements of the route and where each leads.
            name: Name of the route.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DYNAMIC_ROUTING_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={"elements": elements, "name": name},
            options=options,
        )

    def get(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Route:
        """Fetch a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DYNAMIC_ROUTING_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    def update(
        self,
        id: str,
        *,
        gateway_id: str,
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> AccountRoute:
        """Rename a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            name: New name of the route.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route with its new name.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DYNAMIC_ROUTING_UPDATE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"name": name},
            options=options,
        )

    def delete(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteContent:
        """Delete a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DYNAMIC_ROUTING_DELETE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    def list_deployments(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Deployment, DeploymentList]:
        """List the deployments of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DYNAMIC_ROUTING_LIST_DEPLOYMENTS,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def create_deployment(
        self,
        id: str,
        *,
        gateway_id: str,
        version_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteContent:
        """Deploy a version of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            version_id: Version that is deployed.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DYNAMIC_ROUTING_CREATE_DEPLOYMENT,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"version_id": version_id},
            options=options,
        )

    def list_versions(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[RouteVersion, RouteVersionList]:
        """List the versions of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DYNAMIC_ROUTING_LIST_VERSIONS,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def create_version(
        self,
        id: str,
        *,
        gateway_id: str,
        elements: Sequence[Element | ElementDict],
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteContent:
        """Create a version of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            elements: The elements of the route and where each leads.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DYNAMIC_ROUTING_CREATE_VERSION,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"elements": elements},
            options=options,
        )

    def get_version(
        self,
        version_id: str,
        *,
        gateway_id: str,
        id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteVersionDetail:
        """Fetch a version of a dynamic route.

        Args:
            version_id: Version that is meant.
            gateway_id: Name of the gateway.
            id: Route that is meant.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The version.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DYNAMIC_ROUTING_GET_VERSION,
            path={
                "version_id": version_id,
                "gateway_id": gateway_id,
                "id": id,
                "account_id": account_id,
            },
            options=options,
        )


class AsyncAIGatewayDynamicRoutingResource(AsyncPagedResource):
    """Routes that choose a model per request."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[AccountRoute, RouteList]:
        """List the dynamic routes of a gateway.

        Args:
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DYNAMIC_ROUTING_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def create(
        self,
        gateway_id: str,
        *,
        elements: Sequence[Element | ElementDict],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Route:
        """Create a dynamic route.

        Args:
            gateway_id: Name of the gateway.
            elements: The elements of the route and where each leads.
            name: Name of the route.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DYNAMIC_ROUTING_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={"elements": elements, "name": name},
            options=options,
        )

    async def get(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Route:
        """Fetch a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DYNAMIC_ROUTING_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    async def update(
        self,
        id: str,
        *,
        gateway_id: str,
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> AccountRoute:
        """Rename a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            name: New name of the route.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route with its new name.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DYNAMIC_ROUTING_UPDATE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"name": name},
            options=options,
        )

    async def delete(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteContent:
        """Delete a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DYNAMIC_ROUTING_DELETE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    def list_deployments(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Deployment, DeploymentList]:
        """List the deployments of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DYNAMIC_ROUTING_LIST_DEPLOYMENTS,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def create_deployment(
        self,
        id: str,
        *,
        gateway_id: str,
        version_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteContent:
        """Deploy a version of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            version_id: Version that is deployed.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DYNAMIC_ROUTING_CREATE_DEPLOYMENT,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"version_id": version_id},
            options=options,
        )

    def list_versions(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[RouteVersion, RouteVersionList]:
        """List the versions of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DYNAMIC_ROUTING_LIST_VERSIONS,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def create_version(
        self,
        id: str,
        *,
        gateway_id: str,
        elements: Sequence[Element | ElementDict],
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteContent:
        """Create a version of a dynamic route.

        Args:
            id: Route that is meant.
            gateway_id: Name of the gateway.
            elements: The elements of the route and where each leads.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The route.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DYNAMIC_ROUTING_CREATE_VERSION,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"elements": elements},
            options=options,
        )

    async def get_version(
        self,
        version_id: str,
        *,
        gateway_id: str,
        id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> RouteVersionDetail:
        """Fetch a version of a dynamic route.

        Args:
            version_id: Version that is meant.
            gateway_id: Name of the gateway.
            id: Route that is meant.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The version.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DYNAMIC_ROUTING_GET_VERSION,
            path={
                "version_id": version_id,
                "gateway_id": gateway_id,
                "id": id,
                "account_id": account_id,
            },
            options=options,
        )
