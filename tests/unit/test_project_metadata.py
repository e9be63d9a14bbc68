"""The metadata of a distribution, from what documents say of themselves."""

from __future__ import annotations

import pytest
from packaging.licenses import canonicalize_license_expression

from generator.ir.api import Metadata
from generator.python.views.pyproject import _write_license


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Apache 2.0", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("The MIT License", "MIT"),
        ("BSD 3-Clause License", "BSD-3-Clause"),
        ("mit or apache-2.0", "MIT OR Apache-2.0"),
        ("Terms of Service", "LicenseRef-Terms-of-Service"),
        ("GPLv3", "LicenseRef-GPLv3"),  # which does not say whether later ones are meant
        ('a"\n] = b', "LicenseRef-a-b"),
        ("x" * 1000, f"LicenseRef-{'x' * 60}"),
    ],
)
def test_licences_are_named_as_an_index_wants_it(name: str, expected: str) -> None:
    assert _write_license(Metadata(license=name).license) == f'"{expected}"'
    assert canonicalize_license_expression(expected) == expected


@pytest.mark.parametrize("name", ["", " ", "許可", "license"])
def test_what_names_no_licence_is_left_out(name: str) -> None:
    assert _write_license(name) == ""
