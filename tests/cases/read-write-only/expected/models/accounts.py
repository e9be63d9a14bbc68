# Generated from Accounts 1; do not edit.
"""The models of `accounts`."""

from __future__ import annotations

from typing import TypedDict

from .._core.model import Model, member, model

__all__ = [
    "Account",
    "Profile",
    "ProfileDict",
]


@model
class Profile(Model):
    """Deprecated."""

    created: str = member(default=None)
    pin: str | None = member(default=None, secret=True)


class ProfileDict(TypedDict):
    """`Profile` as a dict, for arguments."""

    pin: str


@model
class Account(Model):
    id: str
    name: str
    password: str | None = member(default=None, secret=True)
    old: str | None = None
    """Use `name`. Deprecated."""
    profile: Profile
    """Deprecated."""
