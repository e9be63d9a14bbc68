"""Decoders: functions that make models of parsed JSON.

A decoder never raises for what a server might send: a value of another JSON type is returned unchanged. How the decoder of
a union chooses a variant is in `variant_branches`.
"""

from __future__ import annotations

from attrs import Factory, field, frozen

from ...ir.definitions import Alias, Definition, Discriminator, Member, Model, Union
from ..naming.symbol_table import Symbol
from ..source import literals
from .decode_calls import CORE, DecodeCalls
from .variant_branches import VariantBranches
from .view_types import AdoptView, DecoderView, MemberDecoderView, ModelDecoderView


@frozen
class Decoders:
    """Builds the decoders of the definitions in one module.

    Attributes:
        calls: writes the calls of decoders in the module.
    """

    calls: DecodeCalls
    _selection: VariantBranches = field(
        init=False, default=Factory(lambda self: VariantBranches(self.calls), takes_self=True)
    )

    def build_adopted(self, symbol: Symbol, definition: Definition) -> list[AdoptView]:
        """Build the decoders that make the object the members of a model, which are decoded when they are read."""
        views: list[AdoptView] = []
        if isinstance(definition, Model) and not self._is_eager(definition):
            views.append(
                self._adopt(symbol.decoder, symbol.module, symbol.name, definition.members)
            )
        if symbol.unknown:
            views.append(self._adopt(symbol.unknown_decoder, symbol.module, symbol.unknown))
        return views

    def views(self, symbol: Symbol, definition: Definition) -> list[DecoderView]:
        """Build the decoder of one definition, unless it is adopted."""
        match definition:
            case Model() if self._is_eager(definition):
                class_name = self._import_class(symbol.module, symbol.name)
                view = DecoderView(
                    symbol.decoder, class_name, model=self._build_model_decoder(definition)
                )
                self._import("typing", "cast")
                self._import(CORE, "new")
                return [view]
            case Union(discriminator=Discriminator() as discriminator):
                name = self.calls.annotations.name(symbol.module, symbol.name)
                tagged = self._selection.build_by_discriminator(symbol, definition, discriminator)
                return [DecoderView(symbol.decoder, name, tagged=tagged)]
            case Union():
                name = self.calls.annotations.name(symbol.module, symbol.name)
                return [
                    DecoderView(
                        symbol.decoder, name, untagged=self._selection.build_by_tests(definition)
                    )
                ]
            case Alias(type=type_):
                name = self.calls.annotations.name(symbol.module, symbol.name)
                return [
                    DecoderView(
                        symbol.decoder, name, alias=self.calls.write_expression(type_, "data")
                    )
                ]
            case _:
                return []

    def write_table(self, symbol: Symbol, definition: Definition) -> list[str]:
        """Write the table that a union with a discriminator looks its variants up in; nothing for other definitions."""
        return self._selection.write_table(symbol, definition)

    def _import(self, module: str, name: str) -> str:
        return self.calls.imports.add(module, name)

    def _import_class(self, module: str, name: str) -> str:
        return self.calls.imports.add(
            f"..models.{module}", name, self.calls.symbols.local_names.get(name, "")
        )

    def _adopt(
        self, decoder: str, module: str, class_name: str, members: tuple[Member, ...] = ()
    ) -> AdoptView:
        self._import(CORE, "adopt")
        self._import("typing", "Any")
        self.calls.imports.check("collections.abc", "Callable")
        nested = tuple(
            MemberDecoderView(
                literals.string(member.name), self.calls.write_expression(member.type, "data")
            )
            for member in members
            if self.calls.symbols.is_decoded(member.type)
        )
        return AdoptView(decoder, self._import_class(module, class_name), nested)

    def _is_eager(self, model: Model) -> bool:
        """Return whether members without a name have to be decoded, which no attribute could do later."""
        return model.additional is not None and self.calls.symbols.is_decoded(model.additional)

    def _build_model_decoder(self, model: Model) -> ModelDecoderView:
        members = tuple(
            MemberDecoderView(key, self.calls.write_expression(member.type, f"data[{key}]"))
            for member in model.members
            if self.calls.symbols.is_decoded(member.type)
            for key in [literals.string(member.name)]
        )
        assert model.additional is not None
        member_names = "".join(f", {literals.string(member.name)}" for member in model.members)
        decode_additional = self._import(CORE, "decode_additional")
        function = self.calls.write_function(model.additional)
        return ModelDecoderView(members, f"{decode_additional}({function}, data{member_names})")
