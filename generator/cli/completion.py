"""`completion SHELL`: the script by which a shell completes commands and options, made by argcomplete."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .terminal import Terminal

_SHELLS = ("bash", "zsh", "fish", "powershell")
_NAME = "openapi-client-generator"


def add_arguments(parser: ArgumentParser) -> None:
    """Give a parser the arguments of `completion`."""
    parser.add_argument("shell", choices=_SHELLS, metavar="SHELL", help=", ".join(_SHELLS))
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="form of the result"
    )
    parser.set_defaults(run=print_script)


def print_script(arguments: Namespace) -> int:
    """Print the script; `eval "$(openapi-client-generator completion bash)"` switches it on."""
    from argcomplete.shell_integration import shellcode

    terminal: Terminal = arguments.terminal
    script = shellcode([_NAME], shell=arguments.shell) + "\n"
    terminal.print_result(script)
    return terminal.print_json(0, script=script)
