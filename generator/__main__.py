"""The entry point: `openapi-client-generator COMMAND`, or `python -m generator COMMAND` in a checkout.

Its first lines run in older versions of Python, so that a wrong version or a missing package gives one sentence.
"""

import sys
from typing import Optional, Sequence  # noqa: UP035  # as Python 3.6 has them

NAME = "openapi-client-generator"
EARLIEST = (3, 11)


def main(arguments: Optional[Sequence[str]] = None) -> int:  # noqa: UP045
    """Run one command.

    Args:
        arguments: the command line; None for that of the process.

    Returns:
        The exit code: 0 success, 1 drift or findings, 2 bad input, 70 internal error, 130 interrupted.
    """
    if sys.version_info < EARLIEST:
        required, present = (".".join(map(str, each[:2])) for each in (EARLIEST, sys.version_info))
        print(f"{NAME} needs Python {required} or later; this is Python {present}", file=sys.stderr)
        return 2
    try:
        from .cli.main import run
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing in ("", __name__.partition(".")[0]):
            raise
        print(
            f"{NAME} needs the package `{missing}`, which this Python does not have; "
            f"help: install {NAME} with pip or pipx, or run a session of nox",
            file=sys.stderr,
        )
        return 2
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
