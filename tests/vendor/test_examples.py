"""The documents' curl lines and Go calls in Python, as the API reference has them: each runs, and sends the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from cloudflare_ai import CloudflareAI
from cloudflare_ai.testing import FakeTransport

from ..support.bundled_spec import OPERATIONS
from ..support.spec_checks import body, example

PAGE = Path(__file__).parents[2] / "generated" / "API.md"
ENTRIES = dict(
    re.findall(
        r"^#### `([\w.]+)`\n\n[^\n]*\n\n```python\n[^`]*```\n\n```python\n([^`]*)```",
        PAGE.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_example_sends_what_the_document_shows(name: str) -> None:
    operation = OPERATIONS[name]
    dotted = f"{operation['x-resource']}.{operation['x-method']}"
    fake = FakeTransport()
    client = CloudflareAI(api_token="token", account_id="account", http_client=fake)
    source = ENTRIES[dotted]
    assert isinstance(ast.parse(source).body[0], ast.Expr)
    exec(source, {"client": client})
    request = fake.requests[-1]
    assert (request.operation, request.method) == (dotted, name.partition(" ")[0])
    documented = body(operation)
    if documented is not None and "examples" in documented:
        assert request.body == example(documented)
