"""Source that decodes a value of a type: expressions and functions that call the decoders of definitions."""

from __future__ import annotations

from attrs import field, frozen

from ...ir.types import ListOf, MapOf, Nullable, Reference, Type
from ..naming.symbol_table import SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.imports import Imports

CORE = ".._core.codec"


@frozen
class DecodeCalls:
    """Writes the calls of decoders in one module. Decoders of divided modules are imported on first use.

    Attributes:
        symbols: all names.
        imports: takes the imports of the module.
        annotations: writes annotations in the module.
        here: the name of the module.
        lazy: decoders that are imported on first use, and the keys of what they decode.
    """

    symbols: SymbolTable
    imports: Imports
    annotations: Annotations
    here: str
    lazy: dict[str, str] = field(factory=dict)

    def write_expression(self, type_: Type, value: str) -> str:
        """Return source that decodes the source `value`; `value` itself where there is nothing to decode."""
        if not self.symbols.is_decoded(type_):
            return value
        match type_:
            case Reference(key):
                return f"{self._name_function(key)}({value})"
            case Nullable(inner):
                return self.write_expression(inner, value)
            case ListOf(inner):
                return f"{self.imports.add(CORE, 'decode_list')}({self.write_function(inner)}, {value})"
            case MapOf(inner):
                return (
                    f"{self.imports.add(CORE, 'decode_map')}({self.write_function(inner)}, {value})"
                )
            case _:
                return value

    def write_function(self, type_: Type) -> str:
        """Return source of a function that decodes `type_`."""
        if not self.symbols.is_decoded(type_):
            return self.imports.add(CORE, "decode_any")
        match type_:
            case Reference(key):
                return self._name_function(key)
            case Nullable(inner):
                return self.write_function(inner)
            case _:
                return f"lambda item: {self.write_expression(type_, 'item')}"

    def write_lazy_imports(self) -> list[str]:
        """Write the assignments that stand for decoders which are imported on first use."""
        lines: list[str] = []
        for name, key in sorted(self.lazy.items()):
            symbol = self.symbols[key]
            lazy_function = self.imports.add(".._core", "lazy_function")
            callable_ = self.imports.check("collections.abc", "Callable")
            any_ = self.imports.add("typing", "Any")
            result = self.annotations.name(symbol.module, symbol.name)
            arguments = f"__package__, {literals.string(symbol.module)}, {literals.string(name)}"
            lines.append(f"{name}: {callable_}[[{any_}], {result}] = {lazy_function}({arguments})")
        return lines

    def _name_function(self, key: str) -> str:
        symbol = self.symbols[key]
        if symbol.module == self.here:
            return symbol.decoder
        if not self.symbols.divided & {symbol.module, self.here}:
            return self.imports.add(f".{symbol.module}", symbol.decoder)
        self.lazy[symbol.decoder] = key
        return symbol.decoder
