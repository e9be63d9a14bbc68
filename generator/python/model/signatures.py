"""What each operation is in Python: constant, arguments, result. Both the wire and the resources read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from attrs import frozen

from ...ir.definitions import Member
from ...ir.document import Api
from ...ir.operations import Media, Operation, Parameter, Switch
from ...ir.types import Choice, Json, Nullable, Primitive, Type, strip_null
from ..naming.identifiers import Scope, constant, snake
from ..source.constraint_phrases import describe_constraints
from .return_types import ReturnTypes, infer_return_types

_RESERVED = frozenset({"self", "options", "extra"})
_PAGED = _RESERVED | {"prefetch", "max_items"}
STREAMS = frozenset({"events", "lines"})
"""The kinds of media that are read piece by piece."""


class Argument(NamedTuple):
    """An argument of a method. `wire` is its name there, `place` where it goes."""

    name: str
    wire: str
    place: str
    """`path`, `query`, `header`, `cookie`, `body` (a member of it), `whole` (all of it), `media_type`, `stream`."""
    type: Type
    required: bool
    positional: bool = False
    description: str = ""
    limits: str = ""
    """What narrows it, and its default."""
    null: bool = False
    """Whether an explicit null can be sent, while None means to leave it out."""
    secret: bool = False
    constant: Json = None
    """The one value that it can have, where it has to be sent; nobody needs to write it."""


@frozen
class Signature:
    """An operation with its Python names."""

    operation: Operation
    constant: str
    method: str
    arguments: tuple[Argument, ...]
    returns: ReturnTypes
    client_parameters: tuple[str, ...]
    nullable_members: tuple[str, ...]
    additional: Type | None

    @property
    def dotted(self) -> str:
        """What the operation is called in logs, hooks and the contract."""
        return ".".join((*self.operation.resource, self.operation.name))

    @property
    def result(self) -> Type | None:
        """The decoded JSON result; None where the answer has no JSON."""
        return self.returns.result

    @property
    def media(self) -> tuple[Media, ...]:
        """The representations of the answer that are not JSON."""
        return self.returns.media

    @property
    def secret(self) -> bool:
        """Whether an argument must not be seen in a traceback."""
        return any(each.secret for each in self.arguments)

    @property
    def only_streams(self) -> bool:
        """Whether the answer is a stream, whatever the arguments are."""
        return (
            self.result is None
            and bool(self.media)
            and all(each.kind in STREAMS for each in self.media)
        )

    @property
    def switch(self) -> Switch | None:
        """What turns the answer into a stream, where an argument does."""
        return next((each for each in self.operation.switches if each.kind in STREAMS), None)

    def switched_by(self, switch: Switch) -> Argument:
        """The argument that `switch` is about."""
        place = "body" if switch.argument else "stream"
        found = [each for each in self.arguments if each.wire == switch.argument]
        return next((each for each in found if each.place == place), found[0])


SignaturesByResource: TypeAlias = Mapping[tuple[str, ...], Sequence[Signature]]


def build_signatures(api: Api) -> dict[str, Signature]:
    """Every operation of `api`, by its dotted name."""
    found: dict[str, Signature] = {}
    constants = defaultdict[str, Scope](Scope)
    for resource in api.resources:
        methods = Scope()
        for operation in resource.operations:
            method = methods.claim(snake(operation.name))
            wanted = constant("_".join((*operation.resource[1:], operation.name)))
            name = constants[operation.resource[0]].claim(wanted)
            found[".".join((*operation.resource, method))] = _call(operation, name, method)
    return found


def group_by_resource(calls: Mapping[str, Signature]) -> SignaturesByResource:
    """The operations of each resource, in the order of the document."""
    found: dict[tuple[str, ...], list[Signature]] = {}
    for call in calls.values():
        found.setdefault(call.operation.resource, []).append(call)
    return found


def _call(operation: Operation, name: str, method: str) -> Signature:
    body = operation.body
    members = [member for member in body.members or () if not member.read_only] if body else []
    return Signature(
        operation=operation,
        constant=name,
        method=method,
        arguments=tuple(_ordered(_arguments(operation, members))),
        returns=infer_return_types(operation),
        client_parameters=tuple(each.name for each in operation.parameters if each.held_by_client),
        nullable_members=tuple(
            each.name
            for each in members
            if each.required and not each.lenient and isinstance(each.type, Nullable)
        ),
        additional=body.additional if body is not None else None,
    )


def _arguments(operation: Operation, members: list[Member]) -> list[Argument]:
    """Parameters, members of the body or the body, and what chooses among representations."""
    scope = _Names(_PAGED if operation.paging is not None else _RESERVED)
    body = operation.body
    found = [_parameter(parameter, scope) for parameter in _in_path_order(operation)]
    found += [_member(member, scope) for member in members]
    if body is not None and body.members is None:
        found.append(
            Argument(
                scope.claim("body"),
                "",
                "whole",
                body.type,
                body.required,
                description=body.description,
            )
        )
    if body is not None and body.others:
        types = Choice((body.media_type, *(other for other, _ in body.others)))
        found.append(
            Argument(
                scope.claim("media_type"), "", "media_type", types, False, description=_MEDIA_TYPE
            )
        )
    if any(each.kind in STREAMS and not each.argument for each in operation.switches):
        boolean = Primitive("boolean")
        found.append(
            Argument(scope.claim("stream"), "", "stream", boolean, False, description=_STREAM)
        )
    return found


_MEDIA_TYPE = "What the body is sent as, if not as the first of these."
_STREAM = "Whether to read the answer piece by piece, as it comes."


class _Names(Scope):
    """The arguments of a method; where two are called alike, the second says where it goes."""

    def placed(self, name: str, place: str) -> str:
        """`name`, or with `place` before it where `name` is taken."""
        return self.claim(f"{place}_{name}" if name in self._taken else name)


def _in_path_order(operation: Operation) -> list[Parameter]:
    """Path parameters as the path has them, then the rest as the document has them."""
    inside = [each for each in operation.parameters if each.location == "path"]
    if len(inside) > 1:
        inside.sort(key=lambda each: operation.path.find(f"{{{each.name}}}"))
    return inside + [each for each in operation.parameters if each.location != "path"]


def _parameter(parameter: Parameter, scope: _Names) -> Argument:
    required = parameter.required and not parameter.held_by_client
    constant = _constant(parameter.type) if required and parameter.location != "path" else None
    return Argument(
        name=scope.placed(snake(parameter.preferred_name or parameter.name), parameter.location),
        wire=parameter.name,
        place=parameter.location,
        type=parameter.type,
        required=required and constant is None,
        constant=constant,
        positional=parameter.location == "path" and required,
        description=parameter.description,
        limits=describe_constraints(parameter.constraints, required, parameter.description),
    )


def _member(member: Member, scope: _Names) -> Argument:
    required = member.required and not member.lenient
    constant = _constant(member.type) if required else None
    return Argument(
        name=scope.placed(snake(member.preferred_name or member.name), "body"),
        wire=member.name,
        place="body",
        type=member.type if required else strip_null(member.type),
        required=required and constant is None,
        constant=constant,
        description=member.description,
        limits=describe_constraints(member.constraints, required, member.description),
        null=not required and isinstance(member.type, Nullable),
        secret=member.secret,
    )


def _constant(type_: Type) -> Json:
    """The value of a type that has one alone."""
    return type_.values[0] if isinstance(type_, Choice) and len(type_.values) == 1 else None


def _ordered(arguments: list[Argument]) -> list[Argument]:
    """Positional first, then required, then optional; otherwise as they come."""
    return sorted(arguments, key=lambda each: (not each.positional, not each.required))
