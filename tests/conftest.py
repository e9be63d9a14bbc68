"""What holds for all tests: machines are shared, so nothing fails for being slow, or by chance."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The same examples in every run, so that what passed once passes again; `--hypothesis-profile=explore` tries others.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "shared", settings.get_profile("explore"), derandomize=True, database=None
)
settings.load_profile("shared")
