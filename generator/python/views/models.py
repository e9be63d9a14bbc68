"""The modules of models: classes, typed dicts for inputs, and named types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from ...ir.definitions import Alias, Definition, Enumeration, Member, Model, Union
from ...ir.types import Anything, MapOf, Reference, Type
from ..design import attributes
from ..naming import reserved
from ..naming.former_names import FormerName
from ..naming.symbol_table import Symbol, SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.constraint_phrases import describe_constraints
from ..source.docstrings import (
    DocView,
    build_doc,
    list_values,
    to_paragraphs,
    to_sentence,
)
from ..source.imports import Imports
from .variant_branches import list_value_types
from .view_types import AliasView, ClassView, MemberView, ModelsView

_CORE = ".._core.model"
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def build_models_module(
    name: str,
    title: str,
    keys: Iterable[str],
    symbols: SymbolTable,
    former: Sequence[FormerName] = (),
) -> ModelsView:
    """Build the module `name` with the definitions `keys`, in their order, and aliases for `former` names."""
    imports = Imports()
    writer = _Writer(symbols, imports, Annotations(symbols, imports, ".", name))
    definitions = [(symbols[key], symbols.catalog[key]) for key in keys]
    classes = [view for symbol, each in definitions for view in writer.classes(symbol, each)]
    aliases = [view for symbol, each in definitions for view in writer.aliases(symbol, each)]
    for each in former:
        imports.check(f".{each.module}", each.current, each.name)
        imports.add(".._core", "make_former_names")
    names = list_exported_names(symbol for symbol, _ in definitions)
    return ModelsView(
        name=name,
        doc=build_doc([f"The models of {title}."], 0),
        imports=imports.lines,
        checking=imports.checking_lines,
        classes=tuple(classes),
        aliases=tuple(aliases),
        former=tuple(former),
        exports=tuple(sorted((*names, *(each.name for each in former)))),
    )


def list_exported_names(symbols: Iterable[Symbol]) -> tuple[str, ...]:
    """Return the names that a module with the definitions of `symbols` exports, sorted."""
    names = (each for symbol in symbols for each in (symbol.name, symbol.dict_name, symbol.unknown))
    return tuple(sorted(name for name in names if name))


@frozen
class _Writer:
    symbols: SymbolTable
    imports: Imports
    annotations: Annotations

    def classes(self, symbol: Symbol, definition: Definition) -> list[ClassView]:
        """Build the classes of `definition`, if it has any."""
        if isinstance(definition, Model):
            views = [self._build_model(symbol, definition)]
            return [*views, self._build_dict(symbol, definition)] if symbol.dict_name else views
        if isinstance(definition, Union) and symbol.unknown:
            return [self._build_unknown(symbol, definition)]
        return []

    def aliases(self, symbol: Symbol, definition: Definition) -> list[AliasView]:
        """Build the named types of `definition`, if it has any."""
        match definition:
            case Enumeration():
                listed = self.annotations.write_literal(definition)
                return [
                    self._build_alias(
                        symbol.name,
                        listed,
                        definition.description,
                        list_values(definition),
                        quoted=False,
                    )
                ]
            case Union(options=options):
                unknown = (symbol.unknown,) if symbol.unknown else ()
                annotation = self.annotations.union(options, *unknown)
                views = [self._build_alias(symbol.name, annotation, definition.description)]
                if symbol.dict_name:
                    views.append(
                        self._build_alias(
                            symbol.dict_name, _write_union(self._list_inputs(options)), ""
                        )
                    )
                return views
            case Alias(type=type_):
                return [
                    self._build_alias(
                        symbol.name, self.annotations.annotate_result(type_), definition.description
                    )
                ]
            case _:
                return []

    def _list_inputs(self, options: tuple[Type, ...]) -> list[str]:
        """Return what can be given for the variants of a union: their typed dicts, where they have some."""
        return [
            (
                self.annotations.name(symbol.module, symbol.dict_name)
                if isinstance(option, Reference) and (symbol := self.symbols[option.key]).dict_name
                else self.annotations.annotate_argument(option)
            )
            for option in options
        ]

    def _build_alias(
        self,
        name: str,
        annotation: str,
        description: str,
        notes: Sequence[str] = (),
        *,
        quoted: bool = True,
    ) -> AliasView:
        """Build a named type; it is quoted where it mentions names that are defined later or not imported."""
        self.imports.add("typing", "TypeAlias")
        source = literals.string(annotation) if quoted else annotation
        paragraphs = [*to_paragraphs(description), *notes]
        return AliasView(f"{name}: TypeAlias = {source}", build_doc(paragraphs, 0))

    def _build_model(self, symbol: Symbol, model: Model) -> ClassView:
        self._import_base()
        inside = self._enter_class(symbol)
        named = symbol.decoder if symbol.decoder != _name_default_decoder(symbol.name) else ""
        others = model.additional if model.additional != Anything() else None
        doc = _build_model_doc(model)
        extra = inside.annotations.annotate_result(MapOf(others)) if others is not None else ""
        return ClassView(
            name=symbol.name,
            decorator=f"model(decoder={literals.string(named)})" if named else "model",
            bases="Model",
            doc=doc,
            members=tuple(inside.member(symbol, member) for member in model.members),
            extra=extra,
            is_empty=not (doc or model.members or extra),
        )

    def _import_base(self) -> None:
        self.imports.add(_CORE, "Model")
        self.imports.add(_CORE, "model")

    def _enter_class(self, symbol: Symbol) -> _Writer:
        """Return this writer for the body of a class, where attributes hide other objects of the same name."""
        names = frozenset(symbol.attributes.values()) & reserved.HIDEABLE
        return evolve(self, annotations=evolve(self.annotations, hidden=names)) if names else self

    def member(self, symbol: Symbol, member: Member) -> MemberView:
        """Build one member of a model."""
        attribute = symbol.attributes[member.name]
        kind = attributes.choose_conversion(member.type)
        annotation = attributes.annotate(self.annotations, member)
        arguments = [literals.string(member.name)] if attribute != member.name else []
        optional = attributes.is_optional(member)
        default = ""
        if member.preset is not None and not member.read_only:
            default = literals.value(member.preset)
        elif optional or (member.read_only and symbol.dict_name):
            default = "None"
        arguments += [f"default={default}"] if default else []
        arguments += [f"converter={self.imports.add(_CORE, kind)}"] if kind else []
        arguments += ["secret=True"] if member.secret else []
        if arguments == [f"default={default}"] and (optional or default != "None"):
            value = f" = {default}"
        elif arguments:
            hidden = "member_" if "member" in self.annotations.hidden else ""
            value = f" = {self.imports.add(_CORE, 'member', hidden)}({', '.join(arguments)})"
        else:
            value = ""
        return MemberView(f"{attribute}: {annotation}{value}", _build_member_doc(member))

    def _build_unknown(self, symbol: Symbol, union: Union) -> ClassView:
        assert union.discriminator is not None
        self._import_base()
        attribute = self.symbols.get_discriminator_attribute(union)
        value = ""
        if attribute != union.discriminator.member:
            value = f" = {self.imports.add(_CORE, 'member')}({literals.string(union.discriminator.member)})"
        named = (
            symbol.unknown_decoder
            if symbol.unknown_decoder != _name_default_decoder(symbol.unknown)
            else ""
        )
        return ClassView(
            name=symbol.unknown,
            decorator=f"model(decoder={literals.string(named)})" if named else "model",
            bases="Model",
            doc=build_doc([f"A variant of `{symbol.name}` that this client does not know."], 4),
            members=(
                MemberView(
                    f"{attribute}: {' | '.join(list_value_types(union.discriminator))}{value}", None
                ),
            ),
        )

    def _build_dict(self, symbol: Symbol, model: Model) -> ClassView:
        self.imports.add("typing", "TypedDict")
        inside = self._enter_class(symbol)
        return ClassView(
            name=symbol.dict_name,
            decorator="",
            bases="TypedDict",
            doc=build_doc([f"`{symbol.name}` as a dict, for arguments."], 4),
            members=tuple(
                inside.key(symbol.attributes[member.name], member)
                for member in model.members
                if not member.read_only
            ),
        )

    def key(self, attribute: str, member: Member) -> MemberView:
        """Build one member of a typed dict."""
        annotation = self.annotations.annotate_argument(member.type)
        if not member.required or member.lenient:
            annotation = f"{self.imports.add('typing', 'NotRequired')}[{annotation}]"
        return MemberView(f"{attribute}: {annotation}", None)


def _name_default_decoder(name: str) -> str:
    """Return the name that the core expects the decoder of a class to have."""
    return _HUMPS.sub("_", name).lower()


def _write_union(types: list[str]) -> str:
    """Return a union; where one of its types is `Any`, that is all."""
    return "Any" if "Any" in types else " | ".join(dict.fromkeys(types))


def _build_model_doc(model: Model) -> DocView | None:
    paragraphs = to_paragraphs(model.description)
    return build_doc([*paragraphs, "Deprecated." if model.deprecated else ""], 4)


def _build_member_doc(member: Member) -> DocView | None:
    description = to_sentence(member.description)
    constraints = describe_constraints(
        member.constraints, member.required or member.read_only, member.description
    )
    deprecated = "Deprecated." if member.deprecated else ""
    text = " ".join(
        each for each in (description, f"{constraints}." if constraints else "", deprecated) if each
    )
    return build_doc([text], 4)
