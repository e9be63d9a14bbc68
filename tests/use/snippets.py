"""The Python snippets of a README, run one after the other against the package's own fake."""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import os
import re
import tempfile
import traceback
from typing import Any
from unittest import mock

from generator.ir.api import Api


def find_snippets(text: str) -> list[str]:
    """Return the Python snippets of a page."""
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def run_snippets(name: str, api: Api, readme: str) -> tuple[int, list[str]]:
    """Run every snippet of `readme`; later ones see the names of earlier ones.

    Args:
        name: the import name of the package, which can be imported.
        api: what the package was made of.
        readme: the text of its README.

    Returns:
        How many snippets ran, and one line for each that raised.
    """
    package: Any = importlib.import_module(name)
    fake = importlib.import_module(f"{name}.testing").FakeTransport()
    variables = dict.fromkeys(re.findall(r"environment variable `(\w+)`", readme), "test")
    failures: list[str] = []
    names: dict[str, Any] = {"__name__": "readme"}
    snippets = find_snippets(readme)
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stack.enter_context(mock.patch.dict(os.environ, variables))
        os.environ.pop(api.settings.base_url_variable, None)
        for client in (api.settings.client, f"Async{api.settings.client}"):
            with_fake = functools.partial(getattr(package, client), http_client=fake)
            stack.enter_context(mock.patch.object(package, client, with_fake))
        # Snippets write files.
        stack.enter_context(contextlib.chdir(stack.enter_context(tempfile.TemporaryDirectory())))
        for number, program in enumerate(snippets):
            file = f"README.md, snippet {number}"
            try:
                exec(compile(program, file, "exec"), names)  # noqa: S102
            except Exception as error:
                frames = traceback.extract_tb(error.__traceback__)
                line = next((each.lineno for each in frames if each.filename == file), 0) or 1
                text = f"{type(error).__name__}: {error}"
                code = (program.splitlines() or [""])[line - 1]
                failures.append(f"{file}, line {line}: {text[:300]} in `{code.strip()[:120]}`")
    return len(snippets), failures
