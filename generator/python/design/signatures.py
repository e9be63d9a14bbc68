"""Each operation in Python: its method, arguments and result. Resources, decoders and README read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from attrs import frozen

from ...ir.api import Api
from ...ir.definitions import Member
from ...ir.operations import Body, Media, Operation, Overload, Parameter, Switch
from ...ir.types import Choice, Json, Nullable, Primitive, Type, strip_null
from ..naming.argument_names import ArgumentNames
from ..naming.resource_names import MethodSymbol
from ..naming.symbol_table import SymbolTable
from ..source.constraint_phrases import describe_constraints
from .return_types import ReturnTypes, infer_return_types

_ALWAYS = frozenset({"path", "stream"})
"""The places of the arguments that each overload has."""
STREAMS = frozenset({"events", "lines"})
"""The kinds of media that are read piece by piece."""


class Argument(NamedTuple):
    """An argument of a method. `wire` is its name in the request, `place` where it goes."""

    name: str
    wire: str
    place: str
    """`path`, `query`, `header`, `cookie`, `body` (a member of it), `whole` (all of it), `media_type`, `stream`."""
    type: Type
    required: bool
    positional: bool = False
    description: str = ""
    constraints: str = ""
    """Its constraints and its default."""
    null: bool = False
    """Whether an explicit null can be sent, while None leaves it out."""
    constant: Json = None
    """What is sent unless the caller gives a value; the default in the signature."""
    optional: bool = False
    """Whether None leaves it out although it has a constant."""


@frozen
class Signature:
    """An operation as a method.

    Attributes:
        operation: the operation.
        symbol: its names.
        arguments: positional ones first, then required ones.
        returns: what it returns.
        client_parameters: wire names of the parameters that the client may hold.
        nullable_members: members of the body that are sent as null where they are None; "" for the body itself.
        additional: type of further members of the body, where it takes any.
    """

    operation: Operation
    symbol: MethodSymbol
    arguments: tuple[Argument, ...]
    returns: ReturnTypes
    client_parameters: tuple[str, ...]
    nullable_members: tuple[str, ...]
    additional: Type | None

    @property
    def name(self) -> str:
        """The name of the operation in logs, hooks and the contract."""
        return ".".join((*self.operation.resource, self.operation.name))

    @property
    def result(self) -> Type | None:
        """The decoded JSON result; None where the response has no JSON."""
        return self.returns.result

    @property
    def media(self) -> tuple[Media, ...]:
        """The representations of the response that are not JSON."""
        return self.returns.media

    @property
    def only_streams(self) -> bool:
        """Whether the response is a stream, whatever the arguments are."""
        return (
            self.result is None
            and bool(self.media)
            and all(each.kind in STREAMS for each in self.media)
        )

    @property
    def switch(self) -> Switch | None:
        """The argument that turns the response into a stream, if there is one."""
        return next((each for each in self.operation.switches if each.kind in STREAMS), None)

    @property
    def may_stream(self) -> bool:
        """Whether the response is a stream for some arguments."""
        return self.only_streams or self.switch is not None

    def list_arguments(self, overload: Overload) -> list[Argument]:
        """Return the arguments of `overload`, with those of the path and those that the client may hold."""
        named = (*overload.required, *overload.optional, *self.client_parameters)
        taken = [each for each in self.arguments if each.place in _ALWAYS or each.wire in named]
        required = [
            each._replace(required=each.required or each.wire in overload.required)
            for each in taken
        ]
        return _order(required)

    def find_switch(self, switch: Switch) -> Argument:
        """Return the argument that `switch` is about."""
        place = "body" if switch.argument else "stream"
        candidates = [each for each in self.arguments if each.wire == switch.argument]
        return next((each for each in candidates if each.place == place), candidates[0])


SignaturesByResource: TypeAlias = Mapping[tuple[str, ...], Sequence[Signature]]


def build_signatures(api: Api, table: SymbolTable) -> list[Signature]:
    """Build the signature of every operation, in the order of the document."""
    last_only = api.settings.positional == "last"
    return [
        _build_signature(operation, table.get_method(operation), last_only)
        for operation in api.operations
    ]


def group_by_resource(signatures: Iterable[Signature]) -> SignaturesByResource:
    """Group signatures by the path of their resource."""
    groups: dict[tuple[str, ...], list[Signature]] = {}
    for signature in signatures:
        groups.setdefault(signature.operation.resource, []).append(signature)
    return groups


def _build_signature(operation: Operation, symbol: MethodSymbol, last_only: bool) -> Signature:
    body = operation.body
    members = [member for member in body.members or () if not member.read_only] if body else []
    return Signature(
        operation=operation,
        symbol=symbol,
        arguments=tuple(_order(_make_arguments(operation, members, last_only))),
        returns=infer_return_types(operation),
        client_parameters=tuple(each.name for each in operation.parameters if each.held_by_client),
        nullable_members=_list_nullable(body, members),
        additional=body.additional if body is not None else None,
    )


def _list_nullable(body: Body | None, members: list[Member]) -> tuple[str, ...]:
    """Return what is sent as null where it is None: required members, and a required body of JSON."""
    if body is not None and body.members is None:
        is_null = body.required and body.kind == "json" and isinstance(body.type, Nullable)
        return ("",) if is_null else ()
    return tuple(
        each.name
        for each in members
        if each.required and not each.lenient and isinstance(each.type, Nullable)
    )


def _make_arguments(operation: Operation, members: list[Member], last_only: bool) -> list[Argument]:
    """Return parameters, the body or its members, and what chooses among representations."""
    names = ArgumentNames.for_method(is_paged=operation.paging is not None)
    body = operation.body
    path, others = _split_parameters(operation)
    first = len(path) - 1 if last_only else 0
    arguments = [
        _make_parameter(each, names, first <= number < len(path))
        for number, each in enumerate((*path, *others))
    ]
    arguments += [_make_member(member, names) for member in members]
    if body is not None and body.members is None:
        name = names.claim("body")
        arguments.append(
            Argument(name, "", "whole", body.type, body.required, description=body.description)
        )
    if body is not None and body.value_type is not None:
        text = _BODY_ARGUMENT.format(body.value_media_type)
        arguments.append(
            Argument(names.claim("body"), "", "whole", body.value_type, False, description=text)
        )
    if body is not None and (body.others or body.has_open_media_type):
        types: Type = Choice((body.media_type, *(other for other, _ in body.others)))
        description = _MEDIA_TYPE
        if body.has_open_media_type:
            types, description = Primitive("string"), _OPEN_MEDIA_TYPE.format(body.media_type)
        name = names.claim("media_type")
        arguments.append(Argument(name, "", "media_type", types, False, description=description))
    if any(each.kind in STREAMS and not each.argument for each in operation.switches):
        name, boolean = names.claim("stream"), Primitive("boolean")
        arguments.append(Argument(name, "", "stream", boolean, False, description=_STREAM))
    return arguments


_BODY_ARGUMENT = (
    "The whole body in place of its members, sent as `{}` unless `media_type` says otherwise."
)
_MEDIA_TYPE = "Media type of the body. Default: the first of these."
_OPEN_MEDIA_TYPE = "Media type of the body, one of `{}`. Default: by the name of the file."
_STREAM = "Whether to read the response piece by piece, as it arrives."


def _split_parameters(operation: Operation) -> tuple[list[Parameter], list[Parameter]]:
    """Return the parameters of the path, in its order, and all others in the order of the document."""
    path = [each for each in operation.parameters if each.location == "path"]
    return path, [each for each in operation.parameters if each.location != "path"]


def _make_parameter(
    parameter: Parameter, names: ArgumentNames, may_be_positional: bool
) -> Argument:
    required = parameter.required and not parameter.held_by_client
    constant = _find_constant(parameter.type) if required and parameter.location != "path" else None
    return Argument(
        name=names.claim(parameter.preferred_name or parameter.name, parameter.location),
        wire=parameter.name,
        place=parameter.location,
        type=parameter.type,
        required=required and constant is None,
        constant=constant,
        positional=may_be_positional and required,
        description=parameter.description,
        constraints=describe_constraints(parameter.constraints, required, parameter.description),
    )


def _make_member(member: Member, names: ArgumentNames) -> Argument:
    required = member.required and not member.lenient
    return Argument(
        name=names.claim(member.preferred_name or member.name, "body"),
        wire=member.name,
        place="body",
        type=member.type if required else strip_null(member.type),
        required=required and member.preset is None,
        constant=member.preset,
        optional=not required,
        description=member.description,
        constraints=describe_constraints(member.constraints, required, member.description),
        null=not required and isinstance(member.type, Nullable),
    )


def _find_constant(type_: Type) -> Json:
    """Return the value of a type that has only one."""
    return type_.values[0] if isinstance(type_, Choice) and len(type_.values) == 1 else None


def _order(arguments: list[Argument]) -> list[Argument]:
    """Put positional arguments first, then required ones."""
    return sorted(arguments, key=lambda each: (not each.positional, not each.required))
