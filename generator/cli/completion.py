"""`completion SHELL`: the script by which a shell completes commands and options, made by argcomplete."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

_SHELLS = ("bash", "zsh", "fish", "powershell")
_NAME = "openapi-client-generator"


def add_arguments(parser: ArgumentParser) -> None:
    """Give a parser the arguments of `completion`."""
    parser.add_argument("shell", choices=_SHELLS, metavar="SHELL", help=", ".join(_SHELLS))
    parser.set_defaults(run=print_script)


def print_script(arguments: Namespace) -> int:
    """Print the script; `eval "$(openapi-client-generator completion bash)"` switches it on."""
    from argcomplete.shell_integration import shellcode

    sys.stdout.write(shellcode([_NAME], shell=arguments.shell) + "\n")
    return 0
