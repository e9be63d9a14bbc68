"""Groups of operations: what the generated resources derive from.

`pages.py` and `streaming.py` add what operations with pages and with streams need.
"""

# pyright: reportPrivateUsage=false
# Resources are the inner side of the clients.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, Unpack

from . import conceal_methods
from .option_checks import check_further_members
from .request_builder import CallArguments, CallKeywords

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .client import Client
    from .operation import Operation

T = TypeVar("T")


class Resource:
    """A group of operations of a sync client."""

    def __init_subclass__(cls) -> None:
        conceal_methods(cls)

    _further = staticmethod(check_further_members)

    def __init__(self, client: Client) -> None:
        self._client = client

    def _call(self, operation: Operation[T], **arguments: Unpack[CallKeywords]) -> T:
        return self._client._perform(operation, CallArguments(**arguments))


class AsyncResource:
    """A group of operations of an async client."""

    def __init_subclass__(cls) -> None:
        conceal_methods(cls)

    _further = staticmethod(check_further_members)

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], **arguments: Unpack[CallKeywords]) -> T:
        return await self._client._perform(operation, CallArguments(**arguments))


class ClientMethods(Resource):
    """The operations that are methods of a sync client itself; the client derives from it."""

    if not TYPE_CHECKING:

        @property
        def _client(self) -> Client:
            return self


class AsyncClientMethods(AsyncResource):
    """The operations that are methods of an async client itself; the client derives from it."""

    if not TYPE_CHECKING:

        @property
        def _client(self) -> AsyncClient:
            return self
