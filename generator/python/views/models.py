"""The modules of models: classes, typed dicts for inputs, and named types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from ...ir.definitions import Alias, Definition, Enumeration, Member, Model, Union
from ...ir.types import Anything, MapOf, Reference, Type
from ..model import attributes as members
from ..naming.identifiers import snake
from ..naming.symbol_table import Symbol, SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.constraint_phrases import describe_constraints
from ..source.docstrings import (
    docstring,
    list_values,
    to_paragraphs,
    to_sentence,
)
from ..source.imports import Imports
from .decoders import value_types
from .views import AliasView, ClassView, MemberView, ModelsView

_CORE = ".._core.model"
_HIDEABLE = frozenset(
    {"bool", "bytes", "date", "datetime", "dict", "float", "int", "list", "member", "str"}
)
"""What bodies of classes mention and an attribute may be called."""
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def build_models_module(
    name: str, title: str, keys: Iterable[str], symbols: SymbolTable
) -> ModelsView:
    """The module `name` with the definitions `keys`, in their order."""
    imports = Imports()
    writer = _Writer(symbols, imports, Annotations(symbols, imports, ".", name))
    definitions = [(symbols[key], symbols.catalog[key]) for key in keys]
    classes = [view for symbol, each in definitions for view in writer.classes(symbol, each)]
    aliases = [view for symbol, each in definitions for view in writer.aliases(symbol, each)]
    return ModelsView(
        name=name,
        doc=docstring([f"The models of {title}."], 0),
        imports=imports.lines,
        checking=imports.checking_lines,
        classes=tuple(classes),
        aliases=tuple(aliases),
        exports=exported(symbol for symbol, _ in definitions),
    )


def exported(symbols: Iterable[Symbol]) -> tuple[str, ...]:
    """The names that a module with the definitions of `symbols` has, sorted."""
    names = (each for symbol in symbols for each in (symbol.name, symbol.dict_name, symbol.unknown))
    return tuple(sorted(name for name in names if name))


@frozen
class _Writer:
    symbols: SymbolTable
    imports: Imports
    annotations: Annotations

    def classes(self, symbol: Symbol, definition: Definition) -> list[ClassView]:
        """The classes that `definition` needs, if it needs any."""
        if isinstance(definition, Model):
            found = [self._model(symbol, definition)]
            return [*found, self._dict(symbol, definition)] if symbol.dict_name else found
        if isinstance(definition, Union) and symbol.unknown:
            return [self._unknown(symbol, definition)]
        return []

    def aliases(self, symbol: Symbol, definition: Definition) -> list[AliasView]:
        """The named types that `definition` needs, if it needs any."""
        match definition:
            case Enumeration():
                listed = self.annotations.literal(definition)
                return [
                    self._alias(
                        symbol.name,
                        listed,
                        definition.description,
                        list_values(definition),
                        quoted=False,
                    )
                ]
            case Union(options=options):
                types = [self.annotations.result(option) for option in options]
                types += [symbol.unknown] if symbol.unknown else []
                found = [self._alias(symbol.name, _union(types), definition.description)]
                if symbol.dict_name:
                    found.append(self._alias(symbol.dict_name, _union(self._inputs(options)), ""))
                return found
            case Alias(type=type_):
                return [
                    self._alias(symbol.name, self.annotations.result(type_), definition.description)
                ]
            case _:
                return []

    def _inputs(self, options: tuple[Type, ...]) -> list[str]:
        """The typed dicts of a union's variants; what has none is taken as it is."""
        return [
            (
                self.annotations.name(symbol.module, symbol.dict_name)
                if isinstance(option, Reference) and (symbol := self.symbols[option.key]).dict_name
                else self.annotations.argument(option)
            )
            for option in options
        ]

    def _alias(
        self,
        name: str,
        annotation: str,
        description: str,
        notes: Sequence[str] = (),
        *,
        quoted: bool = True,
    ) -> AliasView:
        """A named type; quoted where it mentions names that are defined later or not imported."""
        self.imports.add("typing", "TypeAlias")
        shown = literals.string(annotation) if quoted else annotation
        told = [*to_paragraphs(description), *notes]
        return AliasView(f"{name}: TypeAlias = {shown}", docstring(told, 0) if told else "")

    def _model(self, symbol: Symbol, model: Model) -> ClassView:
        self._base()
        inside = self._inside(symbol)
        named = symbol.decoder if symbol.decoder != _plain_decoder(symbol.name) else ""
        others = model.additional if model.additional != Anything() else None
        return ClassView(
            name=symbol.name,
            decorator=f"model(decoder={literals.string(named)})" if named else "model",
            bases="Model",
            doc=_doc(model, f"{symbol.name} as the API gives it."),
            members=tuple(inside.member(symbol, member) for member in model.members),
            extra=inside.annotations.result(MapOf(others)) if others is not None else "",
        )

    def _base(self) -> None:
        self.imports.add(_CORE, "Model")
        self.imports.add(_CORE, "model")

    def _inside(self, symbol: Symbol) -> _Writer:
        """This writer in the body of a class, where attributes hide what else their names mean."""
        names = frozenset(symbol.attributes.values()) & _HIDEABLE
        return evolve(self, annotations=evolve(self.annotations, hidden=names)) if names else self

    def member(self, symbol: Symbol, member: Member) -> MemberView:
        """The declaration of one member of a model."""
        attribute = symbol.attributes[member.name]
        kind = members.kind(member.type)
        annotation = members.annotation(self.annotations, member)
        arguments = [literals.string(member.name)] if attribute != member.name else []
        optional = members.optional(member)
        unasked = optional or (member.read_only and bool(symbol.dict_name))
        arguments += ["default=None"] if unasked else []
        arguments += [f"converter={self.imports.add(_CORE, kind)}"] if kind else []
        arguments += ["secret=True"] if member.secret else []
        if optional and arguments == ["default=None"]:
            value = " = None"
        elif arguments:
            hidden = "member_" if "member" in self.annotations.hidden else ""
            value = f" = {self.imports.add(_CORE, 'member', hidden)}({', '.join(arguments)})"
        else:
            value = ""
        return MemberView(f"{attribute}: {annotation}{value}", _member_doc(member))

    def _unknown(self, symbol: Symbol, union: Union) -> ClassView:
        assert union.discriminator is not None
        self._base()
        attribute = _attribute(self.symbols, union)
        value = ""
        if attribute != union.discriminator.member:
            value = f" = {self.imports.add(_CORE, 'member')}({literals.string(union.discriminator.member)})"
        named = (
            symbol.unknown_decoder
            if symbol.unknown_decoder != _plain_decoder(symbol.unknown)
            else ""
        )
        return ClassView(
            name=symbol.unknown,
            decorator=f"model(decoder={literals.string(named)})" if named else "model",
            bases="Model",
            doc=docstring([f"A variant of `{symbol.name}` that this client does not know yet."], 4),
            members=(
                MemberView(
                    f"{attribute}: {' | '.join(value_types(union.discriminator))}{value}", ""
                ),
            ),
        )

    def _dict(self, symbol: Symbol, model: Model) -> ClassView:
        self.imports.add("typing", "TypedDict")
        inside = self._inside(symbol)
        return ClassView(
            name=symbol.dict_name,
            decorator="",
            bases="TypedDict",
            doc=docstring([f"`{symbol.name}` as a dictionary."], 4),
            members=tuple(
                inside.key(symbol.attributes[member.name], member)
                for member in model.members
                if not member.read_only
            ),
        )

    def key(self, attribute: str, member: Member) -> MemberView:
        """The declaration of one member of a typed dict."""
        annotation = self.annotations.argument(member.type)
        if not member.required or member.lenient:
            annotation = f"{self.imports.add('typing', 'NotRequired')}[{annotation}]"
        return MemberView(f"{attribute}: {annotation}", "")


def _attribute(symbols: SymbolTable, union: Union) -> str:
    """What the tag is called in the variants."""
    assert union.discriminator is not None
    for option in union.options:
        if isinstance(option, Reference):
            found = symbols[option.key].attributes.get(union.discriminator.member)
            if found is not None:
                return found
    return snake(union.discriminator.member)


def _plain_decoder(name: str) -> str:
    """What the core takes a class's decoder to be called, unless told otherwise."""
    return _HUMPS.sub("_", name).lower()


def _union(types: list[str]) -> str:
    return " | ".join(dict.fromkeys(types))


def _doc(model: Model, otherwise: str) -> str:
    told = to_paragraphs(model.description) or [otherwise]
    return docstring([*told, "Deprecated." if model.deprecated else ""], 4)


def _member_doc(member: Member) -> str:
    said = to_sentence(member.description)
    limits = describe_constraints(
        member.constraints, member.required or member.read_only, member.description
    )
    deprecated = "Deprecated." if member.deprecated else ""
    text = " ".join(each for each in (said, f"{limits}." if limits else "", deprecated) if each)
    return docstring([text], 4) if text else ""
