# Generated from Answers 1; do not edit.
"""The models of the client itself."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "Job",
    "Pet",
    "Problem",
]


@model
class Pet(Model):
    pet_name: str | None = member("petName", default=None)


@model
class Job(Model):
    job_id: str | None = member("jobId", default=None)


@model
class Problem(Model):
    title: str | None = None
