"""What each operation is in Python: constant, arguments, result. Both the wire and the resources read it."""

from __future__ import annotations

from collections import defaultdict

from attrs import frozen

from ..api.document import Api
from ..api.operations import Media, Operation, Parameter
from ..api.schemas import Member
from ..api.types import Anything, ListOf, Nullable, Type, nullable, without_null
from .names import Scope, constant, snake

_RESERVED = frozenset({"self", "options", "extra"})


@frozen
class Argument:
    """An argument of a method. `wire` is its name there, `place` where it goes."""

    name: str
    wire: str
    place: str
    type: Type
    required: bool
    positional: bool
    description: str
    limits: str
    null: bool
    """Whether an explicit null can be sent, while None means to leave it out."""


@frozen
class Call:
    """An operation with its Python names."""

    operation: Operation
    constant: str
    method: str
    arguments: tuple[Argument, ...]
    result: Type | None
    """The decoded JSON result; None where the answer has no content."""
    media: tuple[Media, ...]
    """The further representations of the answer."""
    held: tuple[str, ...]
    nulls: tuple[str, ...]
    secret: bool
    """Whether an argument must not be seen in a traceback."""
    whole_body: str
    """Name of the argument that is the body, where its members are not arguments."""
    open: Type | None

    @property
    def dotted(self) -> str:
        """What the operation is called in logs, hooks and the contract."""
        return ".".join((*self.operation.resource, self.operation.name))

    @property
    def streams(self) -> bool:
        """Whether an argument turns the answer into a stream of events."""
        return any(switch.media_type == "text/event-stream" for switch in self.operation.switches)


def calls(api: Api) -> dict[str, Call]:
    """Every operation of `api`, by its dotted name."""
    found: dict[str, Call] = {}
    constants = defaultdict[str, Scope](Scope)
    for resource in api.resources:
        methods = Scope()
        for operation in resource.operations:
            method = methods.claim(snake(operation.name))
            wanted = constant("_".join((*operation.resource[1:], operation.name)))
            name = constants[operation.resource[0]].claim(wanted)
            call = _call(operation, name, method)
            found[".".join((*operation.resource, method))] = call
    return found


def _call(operation: Operation, name: str, method: str) -> Call:
    scope = Scope(_RESERVED)
    arguments = [_parameter(parameter, scope) for parameter in _in_path_order(operation)]
    body = operation.body
    members = [member for member in body.members or () if not member.read_only] if body else []
    taken = [_member(member, scope, arguments) for member in members]
    whole = ""
    if body is not None and body.members is None:
        whole = scope.claim("body")
        taken.append(_whole(operation, whole))
    return Call(
        operation=operation,
        constant=name,
        method=method,
        arguments=tuple(_ordered(arguments + taken)),
        result=_result(operation),
        media=tuple(
            each for response in operation.responses for each in response.media if each.kind != "json"
        ),
        held=tuple(each.name for each in operation.parameters if each.held_by_client),
        nulls=tuple(
            each.name for each in members if each.required and not each.lenient and isinstance(each.type, Nullable)
        ),
        secret=any(member.secret for member in members),
        whole_body=whole,
        open=body.open if body is not None else None,
    )


def _in_path_order(operation: Operation) -> list[Parameter]:
    """Path parameters as the path has them, then the rest as the document has them."""
    def place(parameter: Parameter) -> tuple[bool, int]:
        found = operation.path.find(f"{{{parameter.name}}}")
        return (parameter.place != "path", found if parameter.place == "path" else 0)

    return sorted(operation.parameters, key=place)


def _parameter(parameter: Parameter, scope: Scope) -> Argument:
    required = parameter.required and not parameter.held_by_client
    return Argument(
        name=scope.claim(snake(parameter.name)),
        wire=parameter.name,
        place=parameter.place,
        type=parameter.type,
        required=required,
        positional=parameter.place == "path" and required,
        description=parameter.description,
        limits=parameter.limits,
        null=False,
    )


def _member(member: Member, scope: Scope, others: list[Argument]) -> Argument:
    name = snake(member.name)
    if any(other.name == name for other in others):
        name = f"body_{name}"
    required = member.required and not member.lenient
    return Argument(
        name=scope.claim(name),
        wire=member.name,
        place="body",
        type=member.type if required else without_null(member.type),
        required=required,
        positional=False,
        description=member.description,
        limits=member.limits,
        null=not required and isinstance(member.type, Nullable),
    )


def _whole(operation: Operation, name: str) -> Argument:
    body = operation.body
    assert body is not None
    return Argument(name, "", "whole", body.type, body.required, False, body.description, "", False)


def _ordered(arguments: list[Argument]) -> list[Argument]:
    """Positional first, then required, then optional; otherwise as they come."""
    return sorted(arguments, key=lambda each: (not each.positional, not each.required))


def _result(operation: Operation) -> Type | None:
    """The result of the first success that has JSON; nullable where another success has no content."""
    if operation.paging is not None:
        items = _json(operation)
        return items if isinstance(items, ListOf) else ListOf(Anything())
    found = _json(operation)
    if found is None:
        return None
    empty = any(not response.media for response in operation.responses)
    return nullable(found) if empty else found


def _json(operation: Operation) -> Type | None:
    for response in operation.responses:
        for media in response.media:
            if media.kind == "json":
                return media.type
    return None
