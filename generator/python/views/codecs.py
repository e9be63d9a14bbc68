"""The private modules of decoders and operations: how a group of resources is sent and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from ...ir.operations import ERROR_MEMBERS, Body, BodyKind, Operation, Paging
from ...ir.types import Anything, ListOf, Primitive, Type, strip_null
from ..design import key_aliases
from ..design import serialization_styles as serialization
from ..design.error_classes import iter_documented_errors
from ..design.signatures import STREAMS, Signature
from ..naming.identifiers import Scope
from ..naming.symbol_table import SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.docstrings import build_doc
from ..source.imports import Imports
from .decode_calls import CORE, DecodeCalls
from .decoders import Decoders
from .view_types import CodecView, OperationView, UnwrapView

_OPERATION = ".._core.operation"
_PAGING = ".._core.paging_styles"
BODY_TYPES: Mapping[BodyKind, str] = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "text": "text/plain",
    "bytes": "application/octet-stream",
    "lines": "application/jsonl",
}
"""The media type that the core sends for each kind of body, unless the operation names another."""


def build_codec_module(
    name: str,
    title: str,
    defined: Iterable[str],
    signatures: Sequence[Signature],
    symbols: SymbolTable,
) -> CodecView:
    """Build a module of decoders and operations.

    Args:
        name: its name.
        title: the resources that it belongs to, for its docstring.
        defined: the keys of the definitions whose decoders it has.
        signatures: its operations.
        symbols: all names.
    """
    imports = Imports()
    annotations = Annotations(symbols, imports, "..models")
    calls = DecodeCalls(symbols, imports, annotations, name)
    decoders = Decoders(calls)
    writer = _Writer(symbols, imports, annotations, calls, Scope())
    definitions = [(symbols[key], symbols.catalog[key]) for key in defined]
    adopted = [
        view for symbol, each in definitions for view in decoders.build_adopted(symbol, each)
    ]
    views = [view for symbol, each in definitions for view in decoders.views(symbol, each)]
    constants = [
        line for symbol, each in definitions for line in decoders.write_table(symbol, each)
    ]
    unwrapping: list[UnwrapView] = []
    operations: list[OperationView] = []
    for signature in signatures:
        own, view = writer.operation(signature)
        unwrapping += own
        operations.append(view)
    lazy = calls.write_lazy_imports()
    constants += key_aliases.separate_trees(defined, symbols, imports)
    if views or unwrapping:
        imports.add("typing", "Any")
    return CodecView(
        name=name,
        doc=build_doc([f"Decoders and operations of {title}."], 0),
        imports=imports.lines,
        checking=imports.checking_lines,
        lazy=tuple(lazy),
        adopted=tuple(adopted),
        decoders=tuple(views),
        unwrapping=tuple(unwrapping),
        constants=tuple(constants),
        operations=tuple(operations),
    )


@frozen
class _Writer:
    symbols: SymbolTable
    imports: Imports
    annotations: Annotations
    calls: DecodeCalls
    private: Scope
    """The decoders that only one operation uses."""

    def operation(self, signature: Signature) -> tuple[list[UnwrapView], OperationView]:
        """Build the constant of one operation, and the decoders that only it uses."""
        operation = signature.operation
        arguments = {
            "name": literals.string(signature.name),
            "method": literals.string(operation.method),
            "path": literals.string(f"/{operation.path.partition('#')[0].removeprefix('/')}"),
        }
        views, decode = self._build_result_decoder(signature)
        arguments["decode"] = decode
        if operation.paging is not None:
            more, info = self._build_info_decoder(signature)
            views += more
            arguments |= {"info": info, "paging": self._write_paging(operation.paging)}
        arguments |= self._write_sending_arguments(signature)
        more, arguments["statuses"] = self._build_status_decoders(signature)
        views += more
        arguments["errors"] = self._write_error_decoders(signature)
        arguments |= self._write_receiving_arguments(signature)
        paged = operation.paging is not None
        constructor = (
            self.imports.add(_PAGING, "PagedOperation")
            if paged
            else self.imports.add(_OPERATION, "Operation")
        )
        view = OperationView(
            constant=signature.symbol.constant,
            annotation=f"{constructor}[{self._write_types(signature)}]",
            constructor=constructor,
            arguments=tuple(f"{key}={value}" for key, value in arguments.items() if value),
        )
        return views, view

    def _write_types(self, signature: Signature) -> str:
        operation = signature.operation
        if signature.result is None:
            kinds = {media.kind for media in signature.media}
            parts = [name for kind, name in (("bytes", "bytes"), ("text", "str")) if kind in kinds]
            return " | ".join(parts) or (
                self.annotations.annotate_returned(Anything()) if kinds else "None"
            )
        if operation.paging is None or not isinstance(signature.result, ListOf):
            return self.annotations.annotate_returned(signature.result)
        info = (
            self.annotations.annotate_returned(operation.info)
            if operation.info is not None
            else "None"
        )
        return f"{self.annotations.annotate_returned(signature.result.item)}, {info}"

    def _build_result_decoder(self, signature: Signature) -> tuple[list[UnwrapView], str]:
        """Return the decoder of the whole body; one that unwraps the result is built."""
        if signature.returns.default is None:
            return [], self.imports.add(
                CORE, "decode_nothing" if not signature.media else "decode_any"
            )
        return self._build_unwrapping_decoder(
            f"_{signature.symbol.constant.lower()}",
            _write_result_path(signature.operation),
            signature.returns.default,
        )

    def _build_status_decoders(self, signature: Signature) -> tuple[list[UnwrapView], str]:
        """Return the decoders of the statuses whose JSON differs from the default."""
        views: list[UnwrapView] = []
        decoders: dict[str, str] = {}
        for status, type_ in signature.returns.statuses:
            if type_ is None:
                decoders[status] = self.imports.add(CORE, "decode_nothing")
                continue
            name = (
                f"_{signature.symbol.constant.lower()}_{re.sub(r'[^0-9a-z]+', '_', status.lower())}"
            )
            more, decoders[status] = self._build_unwrapping_decoder(
                name, _write_result_path(signature.operation), type_
            )
            views += more
        return views, literals.dict_of(decoders)

    def _build_info_decoder(self, signature: Signature) -> tuple[list[UnwrapView], str]:
        info, paging = signature.operation.info, signature.operation.paging
        if info is None or paging is None:
            return [], self.imports.add(CORE, "decode_nothing")
        return self._build_unwrapping_decoder(
            f"_{signature.symbol.constant.lower()}_info", paging.info, info
        )

    def _build_unwrapping_decoder(
        self, name: str, path: str, type_: Type
    ) -> tuple[list[UnwrapView], str]:
        if not path:
            return [], self.calls.write_function(type_)
        body = f"{self.imports.add(CORE, 'get_member')}(body, {literals.string(path)})"
        name = self.private.claim(name)
        expression = self.calls.write_expression(type_, body)
        annotation = self.annotations.annotate_returned(type_)
        if expression == body:
            expression = (
                f'{self.imports.add("typing", "cast")}({literals.string(annotation)}, {body})'
            )
        return [UnwrapView(name, annotation, expression)], name

    def _write_sending_arguments(self, signature: Signature) -> dict[str, str]:
        """Return what the core must know to send the request."""
        operation = signature.operation
        parameters = operation.parameters
        return {
            "styles": _write_dict_by_place(
                (each.location, each.name, literals.string(style))
                for each in parameters
                if (style := serialization.name_parameter_style(each))
            ),
            "renames": _write_dict_by_place(
                (each.location, each.name, tree)
                for each in parameters
                if (tree := key_aliases.write_key_tree(each.type, self.symbols))
            ),
            "unescaped": literals.tuple_of(each.name for each in parameters if each.unescaped),
            "refuse_empty": literals.tuple_of(
                each.name for each in parameters if each.refuse_empty
            ),
            "nulls": literals.tuple_of(signature.nullable_members),
            "keys": self._write_keys(signature),
            "client_parameters": literals.tuple_of(signature.client_parameters),
            **(self._body(operation.body) if operation.body is not None else {}),
        }

    def _body(self, body: Body) -> dict[str, str]:
        """Return what the core must know to write the body."""
        constants = {
            media_type: {name: literals.value(value) for name, value in own}
            for media_type, own in body.constants
        }
        headers = {
            each.member: {name: literals.value(value) for name, value in each.headers}
            for each in body.encodings
            if each.headers
        }
        styles = serialization.map_member_styles(body)
        return {
            "body": literals.string(body.kind),
            "body_type": self._write_body_type(body),
            "optional": "True" if body.members and body.omit_when_empty else "",
            "bodies": literals.dict_of({name: literals.string(kind) for name, kind in body.others}),
            "whole": literals.string(body.value_media_type) if body.value_media_type else "",
            "constants": _nested(constants),
            "part_headers": _nested(headers),
            "encoding": literals.dict_of(
                {name: literals.string(style) for name, style in styles.items()}
            ),
        }

    def _write_keys(self, signature: Signature) -> str:
        trees: dict[str, str] = {}
        for argument in signature.arguments:
            if argument.place in ("body", "whole"):
                branch = key_aliases.write_key_tree(argument.type, self.symbols)
                if branch:
                    trees[argument.wire] = branch
        return literals.dict_of(trees)

    def _write_body_type(self, body: Body) -> str:
        if body.media_type == BODY_TYPES[body.kind]:
            return ""
        if "*" in body.media_type and not body.has_open_media_type:
            return ""
        return literals.string(body.media_type)

    def _write_receiving_arguments(self, signature: Signature) -> dict[str, str]:
        """Return what the core must know to read the response."""
        operation = signature.operation
        stream = signature.switch.argument if signature.switch is not None else ""
        media = _map_documented_media(signature)
        return {
            "media": literals.dict_of({name: literals.string(media[name]) for name in media}),
            "enveloped": "" if operation.enveloped else "False",
            "retry_safe": "True" if operation.retry_safe else "",
            "stream": literals.string(stream) if stream else "",
            "event": self._write_event_decoder(signature),
            "events": self._write_named_events(signature),
            "error_members": _error_members(signature),
            "server": literals.string(operation.server) if operation.server else "",
            "security": self._write_security(operation),
        }

    def _write_event_decoder(self, signature: Signature) -> str:
        """Return the decoder of one event of a stream whose name does not decide its type."""
        streams = [each for each in signature.media if each.kind in STREAMS]
        types = [dict(each.events).get("") if each.events else each.type for each in streams]
        used = next((each for each in types if each is not None), None)
        return self._choose_event_decoder(used) if used is not None else ""

    def _write_named_events(self, signature: Signature) -> str:
        """Return the decoders of events by their names, where these decide what an event is."""
        events = [each for media in signature.media for each in media.events]
        return literals.dict_of(
            {
                name: self._choose_event_decoder(type_) or self.imports.add(CORE, "decode_any")
                for name, type_ in events
                if name
            }
        )

    def _choose_event_decoder(self, type_: Type) -> str:
        bare = strip_null(type_)
        if (
            isinstance(bare, Primitive) and bare.kind == "string"
        ):  # text, even if it looks like JSON
            return self.imports.add(CORE, "decode_text")
        return self.calls.write_function(type_) if self.symbols.is_decoded(type_) else ""

    def _write_error_decoders(self, signature: Signature) -> str:
        """Return the decoders of the bodies of errors, by status."""
        return literals.dict_of(
            {
                response.status: self.calls.write_function(type_)
                for response, type_ in iter_documented_errors(signature.operation)
                if self.symbols.is_decoded(type_)
            }
        )

    def _write_security(self, operation: Operation) -> str:
        """Return the combinations of the client's keywords that the operation accepts."""
        if operation.security is None:
            return ""
        schemes = self.symbols.client.schemes
        return literals.display(
            [
                literals.tuple_of(schemes[key].argument for key in each) or "()"
                for each in operation.security
            ]
        )

    def _write_paging(self, paging: Paging) -> str:
        classes = {"page": "PageNumber", "cursor": "Cursor", "offset": "Offset", "link": "Link"}
        fields: dict[str, dict[str, str]] = {
            "page": {"page": paging.parameter, "size": paging.size, "total": paging.total}
            | {"total_pages": paging.total_pages, "has_more": paging.has_more},
            "cursor": {"cursor": paging.parameter, "next": paging.next}
            | {"next_header": paging.next_header, "size": paging.size, "has_more": paging.has_more},
            "offset": {"offset": paging.parameter, "size": paging.size, "total": paging.total}
            | {"has_more": paging.has_more},
            "link": {"next": paging.next},
        }
        style = self.imports.add(_PAGING, classes[paging.style])
        used = fields[paging.style]
        arguments = [f"{key}={literals.string(value)}" for key, value in used.items() if value]
        if paging.first is not None:
            arguments.append(f"first={paging.first}")
        if paging.in_body:
            arguments.append("in_body=True")
        return f"{style}({', '.join(arguments)})"


def _write_result_path(operation: Operation) -> str:
    """Return the path of the result in the body."""
    return operation.paging.items if operation.paging is not None else operation.result


def _write_dict_by_place(entries: Iterable[tuple[str, str, str]]) -> str:
    """Return a dict of dicts: place → wire name → source."""
    tables: dict[str, dict[str, str]] = {}
    for place, name, source in entries:
        tables.setdefault(place, {})[name] = source
    return _nested(tables)


def _nested(tables: Mapping[str, Mapping[str, str]]) -> str:
    """Return a dict of dicts; "" where it is empty."""
    return literals.dict_of({name: literals.dict_of(table) for name, table in tables.items()})


def _error_members(signature: Signature) -> str:
    """Return the members of events that say that a stream has failed, where these are not the usual ones."""
    streams = [media for media in signature.media if media.kind in STREAMS]
    names = {name for media in streams for name in media.error_members}
    if not streams or names == set(ERROR_MEMBERS):
        return ""
    return literals.tuple_of(sorted(names)) or "()"


def _map_documented_media(signature: Signature) -> dict[str, str]:
    """Return media range → kind of what the operation returns; {} where that is plain JSON alone."""
    others = {each.range: each.kind for each in signature.media}
    if set(others.values()) <= {"json"}:
        return dict(others)
    documented = [media for each in signature.operation.responses for media in each.media]
    return {each.range: "json" for each in documented if each.kind == "json"} | others
