# Generated from Operation names 1; do not edit.
"""Decoders and operations of `users`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

LIST: Operation[None] = Operation(
    name="users.list",
    method="GET",
    path="/users",
    decode=decode_nothing,
)
CREATE: Operation[None] = Operation(
    name="users.create",
    method="POST",
    path="/users",
    decode=decode_nothing,
)
LIST_USERS: Operation[None] = Operation(
    name="users.list_users",
    method="GET",
    path="/users/{id}",
    decode=decode_nothing,
)
IMPORT_: Operation[None] = Operation(
    name="users.import",
    method="DELETE",
    path="/users/{id}",
    decode=decode_nothing,
)
REPLACE: Operation[None] = Operation(
    name="users.replace",
    method="PUT",
    path="/users/{id}",
    decode=decode_nothing,
)
UPDATE: Operation[None] = Operation(
    name="users.update",
    method="PATCH",
    path="/users/{id}",
    decode=decode_nothing,
)
CHANGE_PASSWORD: Operation[None] = Operation(
    name="users.change_password",
    method="POST",
    path="/users/{id}/password",
    decode=decode_nothing,
)
SHARED: Operation[None] = Operation(
    name="users.shared",
    method="GET",
    path="/shared",
    decode=decode_nothing,
)
