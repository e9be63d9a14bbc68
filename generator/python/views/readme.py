"""The package's `README.md`: the calls that its examples make.

An example that a reader can run needs an operation with few arguments: the values of its required arguments have to
be plain, short and valid by the description.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from ...ir.api import Api
from ...ir.definitions import Model
from ...ir.operations import Operation
from ...ir.types import IN_PARTS, AnyOf, Binary, Choice, Constraints, Primitive, Reference
from ...openapi.patterns.translate import to_python_pattern
from ...text import split_words
from ..design.signatures import Argument, Signature
from ..naming.symbol_table import SymbolTable
from ..source import literals
from ..source.markdown import code_span
from .view_types import ExampleView, ReadmeView

_MAX_TEXT = 20
"""Characters of the longest value that is made up."""
MAX_ARGUMENTS = 30
"""Required arguments of a call that is an example; nobody reads one that has more."""
_HOST = "https://api.example.com"


def _is_plain(signature: Signature) -> bool:
    return not signature.operation.paging and not signature.only_streams


_EXAMPLES: Final[Mapping[str, Callable[[Signature], bool]]] = {
    "call": lambda each: _is_plain(each) and each.switch is None,
    "listing": lambda each: each.operation.paging is not None,
    "stream": lambda each: each.only_streams or each.switch is not None,
    "null": lambda each: _is_plain(each) and bool(_find_nullable_argument(each)),
}
"""Chooses the operations that can serve for each example of the README."""


def build_readme(api: Api, signatures: Sequence[Signature], symbols: SymbolTable) -> ReadmeView:
    """Choose the operations of the examples; an example is None where no operation can serve for it."""
    chosen = {
        name: _choose_easiest(filter(serves, signatures), name)
        for name, serves in _EXAMPLES.items()
    }
    call, listing, stream, null = (chosen[name] for name in ("call", "listing", "stream", "null"))
    result = call.result if call is not None else None
    definition = api.catalog[result.key] if isinstance(result, Reference) else None
    needed = [*_list_base_url_arguments(api), *_list_undefaulted_parameters(api, symbols)]
    required = _list_required_keywords(api, symbols)
    # A copy of a client takes parameters by their names in the API.
    renamed = {name for key, name in symbols.client.parameters.items() if key != name}
    keywords = list(map(_write_keyword, required))
    return ReadmeView(
        arguments=", ".join(needed),
        test_arguments=", ".join(dict.fromkeys((*keywords, *needed))),
        credentials=", ".join(
            text for name, text in zip(required, keywords, strict=True) if name not in renamed
        ),
        base_url="".join(_list_base_url_arguments(api)),
        variables=", ".join(map(code_span, _required_variables(api))),
        server=_describe_server(api),
        call=_build_example(call) if call else None,
        options=_write(call, 'options={"timeout": 5, "max_retries": 0}') if call else "",
        has_model=isinstance(definition, Model),
        null=_build_example(null, f"{_find_nullable_argument(null)}=NULL") if null else None,
        listing=_build_example(listing) if listing else None,
        limited=_write(listing, "max_items=10") if listing else "",
        stream=_build_example(stream, _find_stream_argument(stream)) if stream else None,
        has_token_url=any(scheme.kind == "oauth2" for scheme in api.schemes),
    )


def _list_base_url_arguments(api: Api) -> list[str]:
    """Return the argument of the client that the document makes necessary, because it names no host."""
    if "://" in api.base_url:
        return []
    path = api.base_url.strip("/")
    url = f"{_HOST}/{path}" if path else _HOST
    return [f"base_url={literals.string(url)}"]


def _list_undefaulted_parameters(api: Api, symbols: SymbolTable) -> list[str]:
    """Return the parameters held by the client that have no environment variable."""
    names = symbols.client.parameters
    return [_write_keyword(names[each.name]) for each in api.client_parameters if not each.variable]


def _write_keyword(name: str) -> str:
    """Return an argument of the client with a value that no message contains by chance."""
    return f'{name}="example-{name.strip("_").replace("_", "-")}"'


def _describe_server(api: Api) -> str:
    """Return the path that the base URL has to end in, where the document names a path and no host; else ""."""
    path = api.base_url.strip("/")
    is_needed = "://" not in api.base_url
    return code_span(f"/{path}") if is_needed and path else ""


def _list_required_keywords(api: Api, symbols: SymbolTable) -> list[str]:
    """Return the keywords of the client that the first alternative of credentials needs, and held parameters."""
    names = symbols.client
    alternative = next(iter(api.security), ())
    schemes = [names.schemes[key] for key in alternative if key in names.schemes]
    keywords = [each for one in schemes for each in (one.argument, one.password, one.scope) if each]
    return list(dict.fromkeys((*keywords, *names.parameters.values())))


def _required_variables(api: Api) -> list[str]:
    """Return the environment variables that hold what `_list_required_keywords` returns."""
    alternative = next(iter(api.security), ())
    schemes = [each for each in api.schemes if each.key in alternative]
    variables = [each for one in schemes for each in (one.variable, one.password_variable)]
    variables += [each.variable for each in api.client_parameters]
    return list(dict.fromkeys(filter(None, variables)))


def _find_stream_argument(signature: Signature) -> str:
    """Return the argument that asks for a stream."""
    if signature.switch is None:
        return ""
    argument = signature.find_switch(signature.switch)
    value = signature.switch.value if signature.switch.argument else True
    return f"{argument.name}={literals.value(value)}"


def _find_nullable_argument(signature: Signature) -> str:
    """Return an optional argument that can also be null."""
    return next((each.name for each in signature.arguments if each.null), "")


def _choose_easiest(signatures: Iterable[Signature], example: str) -> Signature | None:
    ordered = sorted(signatures, key=lambda each: _rank_effort(each, example == "call"))
    return next((each for each in ordered if _write_arguments(each) is not None), None)


def _rank_effort(signature: Signature, prefers_reading: bool) -> tuple[bool, int, bool]:
    """Rank reading before writing, few arguments before many, one before none, a result before none."""
    required = sum(argument.required for argument in signature.arguments)
    writes = signature.operation.method != "GET"
    return prefers_reading and writes, max(required, 1), signature.result is None


def _build_example(signature: Signature, extra: str = "") -> ExampleView:
    return ExampleView(_write(signature, extra), literals.string(signature.name))


def _write(signature: Signature, extra: str = "") -> str:
    """Write a call; `extra` is a further argument."""
    arguments = [*(_write_arguments(signature) or ()), *([extra] if extra else [])]
    return f"client.{signature.symbol.dotted}({', '.join(arguments)})"


def _write_arguments(signature: Signature) -> list[str] | None:
    """Return the required arguments as they are passed; None where one of them has no plain value."""
    body = signature.operation.body
    if body is not None and body.is_choice:
        return None
    required = [each for each in signature.arguments if each.required]
    if len(required) > MAX_ARGUMENTS:
        return None
    arguments: list[str] = []
    for each in required:
        value = make_up_value(each, signature.operation)
        if value is None:
            return None
        arguments.append(value if each.positional else f"{each.name}={value}")
    return arguments


def make_up_value(argument: Argument, operation: Operation) -> str | None:
    """Make up a value for an argument; None where none can be plain."""
    constraints = dict(_find_constraints(argument, operation))
    if IN_PARTS in constraints and not isinstance(argument.type, Choice):
        return None
    match argument.type:
        case Choice(values=(first, *_)):
            return literals.value(first)
        case Primitive(kind="string", format="") | AnyOf(
            (Primitive(kind="string", format=""), Binary())
        ):
            text = _make_up_text(argument, operation)
            longest, pattern = constraints.get("maxLength"), str(constraints.get("pattern", ""))
            fits = len(text) <= int(longest if longest is not None else _MAX_TEXT)
            fits = fits and len(text) >= int(constraints.get("minLength") or 0)
            return literals.string(text) if fits and _is_admitted(pattern, text) else None
        case Primitive(kind="integer"):
            return _number(constraints)
        case Primitive(kind="boolean"):
            return "True"
        case _:
            return None


def _number(constraints: Mapping[str, object]) -> str | None:
    """Return the smallest whole number from 1 on that the constraints admit."""
    if {"multipleOf", "exclusiveMinimum", "exclusiveMaximum"} & constraints.keys():
        return None
    low, high = constraints.get("minimum"), constraints.get("maximum")
    value = max(1, int(low)) if isinstance(low, (int, float)) else 1
    return str(value) if not isinstance(high, (int, float)) or value <= high else None


def _is_admitted(pattern: str, text: str) -> bool:
    """Return whether `pattern` certainly admits `text`."""
    expression = to_python_pattern(pattern)
    return expression is not None and re.search(expression, text) is not None


def _find_constraints(argument: Argument, operation: Operation) -> Constraints:
    for parameter in operation.parameters:
        if (parameter.name, parameter.location) == (argument.wire, argument.place):
            return parameter.constraints
    members = operation.body.members or () if operation.body else ()
    return next((each.constraints for each in members if each.name == argument.wire), ())


def _make_up_text(argument: Argument, operation: Operation) -> str:
    """Make up a name for what the argument names: `gateway_id` is `my-gateway`."""
    owner = operation.resource[-1] if operation.resource else operation.name
    own = re.sub(r"_?(id|name)$", "", argument.name) or owner.removesuffix("s")
    return f"my-{'-'.join(split_words(own)) or 'value'}"[:_MAX_TEXT]
