# Generated from Extras 1; do not edit.
"""The resource `registries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._codec import registries as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._core.options import Options
    from ..models.registries import (
        Entry,
        EntryDict,
        Open,
        OpenDict,
        Registry,
        RegistryCounts,
        RegistryCountsDict,
        RegistryTupleItem,
        RegistryTupleItemDict,
    )

__all__ = [
    "AsyncRegistriesResource",
    "RegistriesResource",
]


class RegistriesResource(Resource):
    """Operations of `client.registries`."""

    def replace(
        self,
        *,
        name: str,
        entries: Mapping[str, Entry | EntryDict] | None = None,
        lists: Mapping[str, Sequence[Entry | EntryDict]] | None = None,
        anything: Mapping[str, Any] | None = None,
        free: Mapping[str, Any] | None = None,
        closed: Mapping[str, Any] | None = None,
        labels: Mapping[str, str] | None = None,
        matched: Mapping[str, str | int] | None = None,
        counts: RegistryCounts | RegistryCountsDict | Mapping[str, Any] | None = None,
        open: Open | OpenDict | Mapping[str, Any] | None = None,
        tuple: Sequence[RegistryTupleItem | RegistryTupleItemDict] | None = None,
        rest: Mapping[str, Any] | None = None,
        never: Any = None,
        options: Options | None = None,
        **extra: Entry | EntryDict,
    ) -> Registry:
        """Send `PUT /registries`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            body={
                **extra,
                "name": name,
                "entries": entries,
                "lists": lists,
                "anything": anything,
                "free": free,
                "closed": closed,
                "labels": labels,
                "matched": matched,
                "counts": counts,
                "open": open,
                "tuple": tuple,
                "rest": rest,
                "never": never,
            },
            options=options,
        )


class AsyncRegistriesResource(AsyncResource):
    """Operations of `client.registries`."""

    async def replace(
        self,
        *,
        name: str,
        entries: Mapping[str, Entry | EntryDict] | None = None,
        lists: Mapping[str, Sequence[Entry | EntryDict]] | None = None,
        anything: Mapping[str, Any] | None = None,
        free: Mapping[str, Any] | None = None,
        closed: Mapping[str, Any] | None = None,
        labels: Mapping[str, str] | None = None,
        matched: Mapping[str, str | int] | None = None,
        counts: RegistryCounts | RegistryCountsDict | Mapping[str, Any] | None = None,
        open: Open | OpenDict | Mapping[str, Any] | None = None,
        tuple: Sequence[RegistryTupleItem | RegistryTupleItemDict] | None = None,
        rest: Mapping[str, Any] | None = None,
        never: Any = None,
        options: Options | None = None,
        **extra: Entry | EntryDict,
    ) -> Registry:
        """Send `PUT /registries`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.
            **extra: Further members of the body, sent unchanged.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            body={
                **extra,
                "name": name,
                "entries": entries,
                "lists": lists,
                "anything": anything,
                "free": free,
                "closed": closed,
                "labels": labels,
                "matched": matched,
                "counts": counts,
                "open": open,
                "tuple": tuple,
                "rest": rest,
                "never": never,
            },
            options=options,
        )
