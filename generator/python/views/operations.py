"""The private modules: how a group of resources looks on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from ...ir.operations import Operation, Paging
from ...ir.types import Anything, ListOf, Type
from ..model import key_aliases as keys
from ..model import serialization as styles
from ..model.signatures import STREAMS, Signature
from ..naming.symbol_table import SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.docstrings import docstring
from ..source.imports import Imports
from .decoders import CORE, Decoders
from .views import CodecView, DecoderView, OperationView

_OPERATION = ".._core.operation"


def build_codec_module(
    name: str,
    title: str,
    defined: Iterable[str],
    calls: Sequence[Signature],
    symbols: SymbolTable,
    keywords: Mapping[str, str],
) -> CodecView:
    """A module of decoders and operations.

    Args:
        name: what it is called.
        title: the resources whose module it is, for its docstring.
        defined: the keys of the definitions whose decoders it has.
        calls: its operations.
        symbols: all definitions.
        keywords: the client's keyword for each security scheme, as source.
    """
    imports = Imports()
    annotations = Annotations(symbols, imports, "..models")
    decoders = Decoders(symbols, imports, annotations, name)
    writer = _Writer(symbols, imports, annotations, decoders, keywords)
    definitions = [(symbols[key], symbols.catalog[key]) for key in defined]
    views = [view for symbol, each in definitions for view in decoders.views(symbol, each)]
    constants = [line for symbol, each in definitions for line in decoders.constants(symbol, each)]
    operations: list[OperationView] = []
    for call in calls:
        results, view = writer.operation(call)
        views += results
        operations.append(view)
    late = decoders.late_imports()
    constants += keys.constants(defined, symbols, imports)
    if views:
        imports.add("typing", "Any")
    return CodecView(
        name=name,
        doc=docstring([f"The wire side of {title}: decoders and operations."], 0),
        imports=imports.lines,
        checking=imports.checking_lines,
        late=tuple(late),
        decoders=tuple(views),
        constants=tuple(constants),
        operations=tuple(operations),
    )


@frozen
class _Writer:
    symbols: SymbolTable
    imports: Imports
    annotations: Annotations
    decoders: Decoders
    keywords: Mapping[str, str]
    """The client's keyword for each security scheme, as source."""

    def operation(self, call: Signature) -> tuple[list[DecoderView], OperationView]:
        """The constant of one operation, and the decoders of its body."""
        operation = call.operation
        arguments = {
            "name": literals.string(call.dotted),
            "method": literals.string(operation.method),
            "path": literals.string(f"/{operation.path.partition('#')[0].removeprefix('/')}"),
        }
        views, decode = self._result(call)
        arguments["decode"] = decode
        if operation.paging is not None:
            more, info = self._info(call)
            views += more
            arguments |= {"info": info, "paging": self._paging(operation.paging)}
        arguments |= self._sending(call)
        more, arguments["statuses"] = self._statuses(call)
        views += more
        arguments |= self._receiving(call)
        paged = operation.paging is not None
        constructor = self.imports.add(_OPERATION, "PagedOperation" if paged else "Operation")
        view = OperationView(
            constant=call.constant,
            annotation=f"{constructor}[{self._types(call)}]",
            constructor=constructor,
            arguments=tuple(f"{key}={value}" for key, value in arguments.items() if value),
        )
        return views, view

    def _types(self, call: Signature) -> str:
        operation = call.operation
        if call.result is None:
            kinds = {media.kind for media in call.media}
            parts = [name for kind, name in (("bytes", "bytes"), ("text", "str")) if kind in kinds]
            return " | ".join(parts) or (self.annotations.result(Anything()) if kinds else "None")
        if operation.paging is None or not isinstance(call.result, ListOf):
            return self.annotations.result(call.result)
        info = self.annotations.result(operation.info) if operation.info is not None else "None"
        return f"{self.annotations.result(call.result.item)}, {info}"

    def _result(self, call: Signature) -> tuple[list[DecoderView], str]:
        """The decoder of the whole body: an existing one, or one that unwraps first."""
        if call.returns.default is None:
            return [], self.imports.add(CORE, "decode_nothing" if not call.media else "decode_any")
        return self._unwrapped(
            f"_{call.constant.lower()}", _path(call.operation), call.returns.default
        )

    def _statuses(self, call: Signature) -> tuple[list[DecoderView], str]:
        """The decoders of the statuses that answer something else than usual."""
        views: list[DecoderView] = []
        found: dict[str, str] = {}
        for status, type_ in call.returns.statuses:
            if type_ is None:
                found[status] = self.imports.add(CORE, "decode_nothing")
                continue
            name = f"_{call.constant.lower()}_{status.lower()}"
            more, found[status] = self._unwrapped(name, _path(call.operation), type_)
            views += more
        return views, literals.dict_of(found)

    def _info(self, call: Signature) -> tuple[list[DecoderView], str]:
        info, paging = call.operation.info, call.operation.paging
        if info is None or paging is None:
            return [], self.imports.add(CORE, "decode_nothing")
        return self._unwrapped(f"_{call.constant.lower()}_info", paging.info, info)

    def _unwrapped(self, name: str, path: str, type_: Type) -> tuple[list[DecoderView], str]:
        if not path:
            return [], self.decoders.call(type_)
        body = f"{self.imports.add(CORE, 'get_member')}(body, {literals.string(path)})"
        expression = self.decoders.expression(type_, body)
        annotation = self.annotations.result(type_)
        if expression == body and annotation != "Any":
            expression = (
                f'{self.imports.add("typing", "cast")}({literals.string(annotation)}, {body})'
            )
        return [DecoderView(name, "body", annotation, "", (f"return {expression}",))], name

    def _sending(self, call: Signature) -> dict[str, str]:
        """What the core must know to write the request."""
        operation = call.operation
        parameters = operation.parameters
        body = operation.body
        return {
            "styles": _by_place(
                (each.location, each.name, literals.string(style))
                for each in parameters
                if (style := styles.parameter_style(each))
            ),
            "renames": _by_place(
                (each.location, each.name, tree)
                for each in parameters
                if (tree := keys.source(each.type, self.symbols))
            ),
            "unescaped": literals.tuple_of(each.name for each in parameters if each.unescaped),
            "refuse_empty": literals.tuple_of(
                each.name for each in parameters if each.refuse_empty
            ),
            "nulls": literals.tuple_of(call.nullable_members),
            "keys": self._keys(call),
            "body": literals.string(body.kind) if body is not None else "",
            "body_type": self._body_type(operation),
            "optional": (
                "True" if body is not None and body.members and body.omit_when_empty else ""
            ),
            "bodies": literals.dict_of(
                {
                    name: literals.string(kind)
                    for name, kind in (body.others if body is not None else ())
                }
            ),
            "encoding": literals.dict_of(
                {
                    name: literals.string(style)
                    for name, style in (
                        styles.member_styles(body) if body is not None else {}
                    ).items()
                }
            ),
            "client_parameters": literals.tuple_of(call.client_parameters),
        }

    def _keys(self, call: Signature) -> str:
        trees: dict[str, str] = {}
        for argument in call.arguments:
            if argument.place in ("body", "whole"):
                branch = keys.source(argument.type, self.symbols)
                if branch:
                    trees[argument.wire] = branch
        return literals.dict_of(trees)

    def _body_type(self, operation: Operation) -> str:
        body = operation.body
        usual = {"json": "application/json", "form": "application/x-www-form-urlencoded"}
        usual |= {
            "multipart": "multipart/form-data",
            "text": "text/plain",
            "bytes": "application/octet-stream",
            "lines": "application/jsonl",
        }
        if body is None or body.media_type == usual[body.kind] or "*" in body.media_type:
            return ""
        return literals.string(body.media_type)

    def _receiving(self, call: Signature) -> dict[str, str]:
        """What the core must know to read the answer."""
        operation = call.operation
        stream = call.switch.argument if call.switch is not None else ""
        media = {each.range: literals.string(each.kind) for each in call.media}
        return {
            "media": literals.dict_of(media),
            "retry_safe": "True" if operation.retry_safe else "",
            "stream": literals.string(stream) if stream else "",
            "event": self._event(call),
            "server": literals.string(operation.server) if operation.server else "",
            "security": self._security(operation),
        }

    def _event(self, call: Signature) -> str:
        """The decoder of one event of a stream, where events have a type."""
        types = [each.type for each in call.media if each.kind in STREAMS]
        return self.decoders.call(types[0]) if types and self.symbols.decoded(types[0]) else ""

    def _security(self, operation: Operation) -> str:
        """The alternatives of the operation, by keyword of the client."""
        if operation.security is None:
            return ""
        return literals.display(
            [literals.display([self.keywords[key] for key in each]) for each in operation.security]
        )

    def _paging(self, paging: Paging) -> str:
        names = {"page": "PageNumber", "cursor": "Cursor", "offset": "Offset", "link": "Link"}
        takes = {
            "page": {"page": paging.parameter, "size": paging.size, "total": paging.total}
            | {"total_pages": paging.total_pages, "has_more": paging.has_more},
            "cursor": {"cursor": paging.parameter, "next": paging.next, "size": paging.size}
            | {"has_more": paging.has_more},
            "offset": {"offset": paging.parameter, "size": paging.size, "total": paging.total}
            | {"has_more": paging.has_more},
            "link": {"next": paging.next},
        }[paging.style]
        style = self.imports.add(_OPERATION, names[paging.style])
        given = [f"{key}={literals.string(value)}" for key, value in takes.items() if value]
        return f"{style}({', '.join(given)})"


def _path(operation: Operation) -> str:
    """Where the result lies in the body."""
    return operation.paging.items if operation.paging is not None else operation.result


def _by_place(entries: Iterable[tuple[str, str, str]]) -> str:
    """A table of tables: place → wire name → source."""
    found: dict[str, dict[str, str]] = {}
    for place, name, source in entries:
        found.setdefault(place, {})[name] = source
    return literals.dict_of({place: literals.dict_of(table) for place, table in found.items()})
