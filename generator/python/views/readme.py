"""The guide (`README.md`): the calls that its programs make.

A program that a reader can run needs operations that take little: the values of their required arguments have to
be plain and short, and such that the API's own description admits them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...ir.definitions import Definition, Model
from ...ir.document import Api
from ...ir.operations import Operation
from ...ir.types import Choice, Constraints, Primitive, Reference
from ...openapi.patterns.translate import to_python_pattern
from ...text import split_words
from ..model.signatures import Argument, Signature
from ..naming.symbol_table import SymbolTable
from ..source import literals
from .views import ReadmeView

_TEXT = 20
"""Characters of the longest value that is made up."""


def build_readme(api: Api, signatures: Sequence[Signature], symbols: SymbolTable) -> ReadmeView:
    """Choose the calls of the guide.

    Args:
        api: the API.
        signatures: all operations.
        symbols: all names.

    Returns:
        The guide; a field is empty where no operation serves for it.
    """
    names = symbols.client
    first = next(iter(api.security), ())
    keywords = [names.schemes[key] for key in first if key in names.schemes]
    given = [each for one in keywords for each in (one.argument, one.password, one.scope) if each]
    given = [*dict.fromkeys(given), *names.parameters.values()]
    plain = [each for each in signatures if not each.operation.paging and not each.only_streams]
    one = _easiest((each for each in plain if not _switched(each)), reading=True)
    listing = _easiest(each for each in signatures if each.operation.paging)
    stream = _easiest(each for each in signatures if each.only_streams or _switched(each))
    nulled = _easiest(each for each in plain if _nullable(each))
    return ReadmeView(
        arguments="".join(f'{each}="test", ' for each in given),
        call=_written(one, "") if one else "",
        operation=one.name if one else "",
        alone=_written(one, 'options={"timeout": 5, "max_retries": 0}') if one else "",
        round_trip=one is not None and isinstance(_result(api, one), Model),
        null=_written(nulled, f"{_nullable(nulled)}=NULL") if nulled else "",
        listing=_written(listing, "") if listing else "",
        limited=_written(listing, "max_items=10") if listing else "",
        stream=_written(stream, _switch(stream)) if stream else "",
        stream_operation=stream.name if stream else "",
    )


def _switched(call: Signature) -> bool:
    return call.switch is not None


def _switch(call: Signature) -> str:
    """The argument that asks for a stream."""
    if call.switch is None:
        return ""
    argument = call.switched_by(call.switch)
    value = call.switch.value if call.switch.argument else True
    return f"{argument.name}={literals.value(value)}"


def _nullable(call: Signature) -> str:
    """An argument that can be left out, and be null besides."""
    return next((each.name for each in call.arguments if each.null), "")


def _result(api: Api, call: Signature) -> Definition | None:
    """What the document defines the result as."""
    return (
        api.catalog.definitions.get(call.result.key) if isinstance(call.result, Reference) else None
    )


def _easiest(calls: Iterable[Signature], *, reading: bool = False) -> Signature | None:
    ordered = sorted(calls, key=lambda call: _effort(call, reading))
    return next((call for call in ordered if _arguments(call) is not None), None)


def _effort(call: Signature, reading: bool) -> tuple[bool, int, bool]:
    """Reading before writing, a result before none, few arguments before many, and one before a list."""
    required = sum(argument.required for argument in call.arguments)
    return (reading and call.operation.method != "GET", max(required, 1), call.result is None)


def _written(call: Signature, further: str) -> str:
    arguments = [*(_arguments(call) or ()), *([further] if further else [])]
    return f"client.{call.symbol.dotted}({', '.join(arguments)})"


def _arguments(call: Signature) -> list[str] | None:
    """The required arguments as they are passed; None where one of them is no plain value."""
    found: list[str] = []
    for each in call.arguments:
        if each.required:
            value = _value(each, call.operation)
            if value is None:
                return None
            found.append(value if each.positional else f"{each.name}={value}")
    return found


def _value(argument: Argument, operation: Operation) -> str | None:
    bounds = dict(_bounds(argument, operation))
    match argument.type:
        case Choice(values=(first, *_)):
            return literals.value(first)
        case Primitive(kind="string", format=""):
            text = _text(argument, operation)
            longest, pattern = bounds.get("maxLength", _TEXT), str(bounds.get("pattern", ""))
            fits = len(text) <= int(longest or 0) and not _refused(pattern, text)
            return literals.string(text) if fits else None
        case Primitive(kind="boolean"):
            return "True"
        case _:
            return None


def _refused(pattern: str, text: str) -> bool:
    """Whether `pattern` does not admit `text`, or whether that can't be told."""
    expression = to_python_pattern(pattern)
    return expression is None or re.search(expression, text) is None


def _bounds(argument: Argument, operation: Operation) -> Constraints:
    for parameter in operation.parameters:
        if (parameter.name, parameter.location) == (argument.wire, argument.place):
            return parameter.constraints
    members = operation.body.members or () if operation.body else ()
    return next((each.constraints for each in members if each.name == argument.wire), ())


def _text(argument: Argument, operation: Operation) -> str:
    """A name for what the argument names: `gateway_id` is `my-gateway`."""
    own = re.sub(r"_?(id|name)$", "", argument.name) or operation.resource[-1].removesuffix("s")
    return f"my-{'-'.join(split_words(own)) or 'value'}"[:_TEXT]
