# Generated from Hostile """ {{ 7*7 }} {% raw %} 1; do not edit.
"""The resource `a_b_c`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._codec import a_b_c as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.a_b_c import ABC as ABCModel, ABCX as ABCXModel, ABCXDict

__all__ = [
    "ABCResource",
    "AsyncABCResource",
]


class ABCResource(Resource):
    """Operations of `client.a_b_c`."""

    def import_os_system_true(
        self,
        x_y: str,
        *,
        print_1: Literal['"', "'", "\\", "\n", "{{ 7*7 }}", "\u0000", "😀"],
        line_separator: str | None = None,
        value: str | None = None,
        body_value: str | None = None,
        x: ABCXModel | ABCXDict | None = None,
        options: Options | None = None,
    ) -> ABCModel:
        """Ends with a quote".

        Ends with a backslash \\.

        Args:
            x_y: \"\"\" + 1.
            print_1: \"\"\".
            line_separator: \\.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            {% for x in y %}.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.IMPORT_OS_SYSTEM_TRUE,
            path={'x"y': x_y},
            body={
                '"); print(1)  #': print_1,
                "\u2028": line_separator,
                "": value,
                "\u0000": body_value,
                "{{ x }}": x,
            },
            options=options,
        )


class AsyncABCResource(AsyncResource):
    """Operations of `client.a_b_c`."""

    async def import_os_system_true(
        self,
        x_y: str,
        *,
        print_1: Literal['"', "'", "\\", "\n", "{{ 7*7 }}", "\u0000", "😀"],
        line_separator: str | None = None,
        value: str | None = None,
        body_value: str | None = None,
        x: ABCXModel | ABCXDict | None = None,
        options: Options | None = None,
    ) -> ABCModel:
        """Ends with a quote".

        Ends with a backslash \\.

        Args:
            x_y: \"\"\" + 1.
            print_1: \"\"\".
            line_separator: \\.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            {% for x in y %}.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.IMPORT_OS_SYSTEM_TRUE,
            path={'x"y': x_y},
            body={
                '"); print(1)  #': print_1,
                "\u2028": line_separator,
                "": value,
                "\u0000": body_value,
                "{{ x }}": x,
            },
            options=options,
        )
