"""Internal errors: one sentence for the user, and a file to report."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import Final

from .program import find_version

EXIT_CODE: Final = 70
"""`EX_SOFTWARE` of sysexits.h."""


def report_internal_error(
    error: BaseException, command: str, subject: str, redact: Callable[[str], str] = str
) -> str:
    """Write the traceback to a file and return the message that says what to do with it.

    Args:
        error: an exception that nothing in the program expects.
        command: the name of the command.
        subject: what to report along with the file, such as `document`.
        redact: replaces secrets in a text.
    """
    text = "\n".join(
        (
            f"openapi-client-generator {find_version()}, Python {platform.python_version()}, {sys.platform}",
            f"command: {command}",
            "",
            "".join(traceback.format_exception(error)),
        )
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",  # a message may quote undecodable text
            prefix="openapi-client-generator-",
            suffix=".txt",
            delete=False,
        ) as file:
            file.write(redact(text))
        place = f"please report it with {file.name} and the {subject}, if you may show them"
    except OSError:
        place = "please report it with what `--debug` shows"
    kind = type(error).__name__
    return f"internal error ({kind}): a bug in the generator, not in your {subject}; {place}"
