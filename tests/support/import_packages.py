"""A program that imports every module of the packages in a folder, and fails if importing does anything else."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import sysconfig
from pathlib import Path
from typing import Any

_FORBIDDEN = (
    *("subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "pty."),
    *("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ctypes.", "webbrowser.", "pickle."),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.symlink"),
    *("os.truncate", "os.putenv", "shutil.", "tempfile.", "signal."),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_LIBRARIES = tuple({os.path.realpath(each) for each in sysconfig.get_paths().values()})


def main(folder: Path) -> int:
    """Import the packages and print how many there were."""
    import attrs  # noqa: F401  # what packages import is imported before anybody watches
    import httpx  # noqa: F401

    watch(folder)
    count = 0
    for place in sorted(folder.iterdir()):
        source = place / "src"
        if source.is_dir():
            before = set(sys.modules)
            sys.path.insert(0, str(source))
            import_all(source)
            sys.path.remove(str(source))
            for name in set(sys.modules) - before:
                if is_below(getattr(sys.modules[name], "__file__", "") or "", (str(folder),)):
                    del sys.modules[name]
            count += 1
    print(f"{count} packages")
    return 0


def import_all(source: Path) -> None:
    """Import every module of the package in a folder."""
    for name in [each.name for each in source.iterdir() if each.is_dir()]:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)


def watch(folder: Path) -> None:
    """End the process at whatever an import has no business to do."""
    places = (*_LIBRARIES, str(folder))

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            _, mode, flags = arguments
            is_writing = bool(mode) and bool(set(str(mode)) & set("wax+"))
            if is_writing or (isinstance(flags, int) and flags & _WRITING):
                raise PermissionError(f"open {arguments[0]!r}")
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        elif event in ("exec", "compile"):
            name = arguments[0].co_filename if event == "exec" else str(arguments[1])
            caller = sys._getframe(
                1
            ).f_code.co_filename  # attrs and named tuples make functions of text
            if not (is_below(name, places) or is_below(caller, _LIBRARIES)):
                raise PermissionError(f"{event} {name} in {caller}")

    sys.addaudithook(hook)


def is_below(path: str, folders: tuple[str, ...]) -> bool:
    """Return whether a path is below one of the folders."""
    return any(os.path.realpath(path).startswith(f"{each}{os.sep}") for each in folders)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
