"""The imports of a module, collected while its views are built."""

from __future__ import annotations

from collections import defaultdict

from attrs import define, field


@define
class Imports:
    """What a module imports, at run time and for type checkers."""

    _runtime: dict[str, set[str]] = field(factory=lambda: defaultdict(set))
    _checking: dict[str, set[str]] = field(factory=lambda: defaultdict(set))

    def add(self, module: str, name: str, local: str = "") -> str:
        """Import `name` from `module`, or the module `name` where `module` is "", and return its name here.

        Args:
            module: dotted name.
            name: what to import.
            local: its name in the importing module, where that differs.
        """
        return _enter(self._runtime, module, name, local)

    def check(self, module: str, name: str, local: str = "") -> str:
        """Import `name` from `module` for annotations only, and return its name here."""
        return _enter(self._checking, module, name, local)

    @property
    def lines(self) -> tuple[str, ...]:
        """The imports at run time."""
        runtime = {module: set(names) for module, names in self._runtime.items()}
        if any(names - runtime.get(module, set()) for module, names in self._checking.items()):
            runtime.setdefault("typing", set()).add("TYPE_CHECKING")
        return _write_lines(runtime)

    @property
    def checking_lines(self) -> tuple[str, ...]:
        """The imports below `if TYPE_CHECKING:`."""
        return _write_lines(
            {
                module: names - self._runtime.get(module, set())
                for module, names in self._checking.items()
            }
        )


def _enter(table: dict[str, set[str]], module: str, name: str, local: str) -> str:
    if not local or local == name:
        table[module].add(name)
        return name
    table[module].add(f"{name} as {local}")
    return local


def _write_lines(names: dict[str, set[str]]) -> tuple[str, ...]:
    """Write the standard library's imports, a blank line, then the package's own, each sorted."""
    outer = sorted(module for module in names if names[module] and not module.startswith("."))
    inner = sorted(
        (module for module in names if names[module] and module.startswith(".")), key=_rank_depth
    )
    lines = [line for module in outer for line in _write_line(module, names[module])]
    if outer and inner:
        lines.append("")
    return (*lines, *(line for module in inner for line in _write_line(module, names[module])))


def _write_line(module: str, names: set[str]) -> list[str]:
    if not module:
        return [f"import {name}" for name in sorted(names)]
    return [f"from {module} import {', '.join(_sort_names(names))}"]


def _rank_depth(module: str) -> tuple[int, str]:
    return (-(len(module) - len(module.lstrip("."))), module)


def _sort_names(names: set[str]) -> list[str]:
    """Sort constants, then classes, then functions, as import sorters do."""
    return sorted(names, key=lambda name: (not name.isupper(), not name[:1].isupper(), name))
