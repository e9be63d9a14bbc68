# Generated from Positional last 1; do not edit.
"""The resources `accounts`, `accounts.gateways`, `accounts.gateways.logs`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import accounts_gateways as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AccountsGatewaysResource",
    "AccountsResource",
    "AsyncAccountsGatewaysResource",
    "AsyncAccountsResource",
    "AsyncGatewaysLogsResource",
    "GatewaysLogsResource",
]


class AccountsResource(Resource):
    """Resources of `client.accounts`."""

    @cached_property
    def gateways(self) -> AccountsGatewaysResource:
        """Resources of `client.accounts.gateways`."""
        return AccountsGatewaysResource(self._client)


class AccountsGatewaysResource(Resource):
    """Resources of `client.accounts.gateways`."""

    @cached_property
    def logs(self) -> GatewaysLogsResource:
        """Operations of `client.accounts.gateways.logs`."""
        return GatewaysLogsResource(self._client)


class GatewaysLogsResource(Resource):
    """Operations of `client.accounts.gateways.logs`."""

    def get(
        self,
        log: str,
        *,
        gateway: str,
        account: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /accounts/{account}/gateways/{gateway}/logs/{log}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GATEWAYS_LOGS_GET,
            path={"log": log, "gateway": gateway, "account": account},
            options=options,
        )


class AsyncAccountsResource(AsyncResource):
    """Resources of `client.accounts`."""

    @cached_property
    def gateways(self) -> AsyncAccountsGatewaysResource:
        """Resources of `client.accounts.gateways`."""
        return AsyncAccountsGatewaysResource(self._client)


class AsyncAccountsGatewaysResource(AsyncResource):
    """Resources of `client.accounts.gateways`."""

    @cached_property
    def logs(self) -> AsyncGatewaysLogsResource:
        """Operations of `client.accounts.gateways.logs`."""
        return AsyncGatewaysLogsResource(self._client)


class AsyncGatewaysLogsResource(AsyncResource):
    """Operations of `client.accounts.gateways.logs`."""

    async def get(
        self,
        log: str,
        *,
        gateway: str,
        account: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /accounts/{account}/gateways/{gateway}/logs/{log}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GATEWAYS_LOGS_GET,
            path={"log": log, "gateway": gateway, "account": account},
            options=options,
        )
