# Generated from Answers 1; do not edit.
"""The models of `api`."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "Job",
    "Pet",
    "Problem",
]


@model
class Pet(Model):
    """Pet as the API gives it."""

    pet_name: str | None = member("petName", default=None)


@model
class Job(Model):
    """Job as the API gives it."""

    job_id: str | None = member("jobId", default=None)


@model
class Problem(Model):
    """Problem as the API gives it."""

    title: str | None = None
