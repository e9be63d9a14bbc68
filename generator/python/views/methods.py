"""Methods: a signature, a docstring, and one return. Sync and async methods are the same but for `await`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypedDict

from attrs import evolve, frozen

from ...ir.definitions import Enumeration
from ...ir.operations import Operation, Overload, Switch
from ...ir.types import (
    AnyOf,
    Anything,
    Binary,
    Choice,
    ListOf,
    Primitive,
    Reference,
    Type,
    strip_null,
)
from ..design.error_classes import iter_documented_errors, name_error_class
from ..design.signatures import STREAMS, Argument, Signature
from ..source import literals
from ..source.annotations import Annotations, make_optional
from ..source.docstrings import DocView, build_doc, replace_unprintable, to_paragraphs, to_sentence
from ..source.imports import Imports
from .view_types import MethodView, OverloadView

_CORE = ".._core"
_INDENT = 8
UPLOADS = {
    "File": "Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and one of these.",
    "BodyContent": "Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.",
}
"""What can be uploaded, by the name of its type in the run-time core."""
_UPLOADED = {("multipart", "body"): "File", ("bytes", "whole"): "BodyContent"}
"""The type of an upload, by the kind of the body and the place of the argument."""
_PAGE_ARGUMENTS = ("prefetch=prefetch", "max_items=max_items")
"""What a method passes on of a list in pages, and not of a stream."""


class _Common(TypedDict):
    """What the methods of one operation have in common, sync and async."""

    name: str
    dotted: str
    parameters: tuple[str, ...]
    doc: DocView | None
    arguments: tuple[str, ...]


@frozen
class Methods:
    """Writes the methods of one resource class."""

    annotations: Annotations
    imports: Imports
    wire: str
    """Name under which the module of the operations is imported."""

    def views(self, call: Signature) -> tuple[MethodView, MethodView]:
        """Build the method of one operation, sync and async, from what they have in common."""
        common = _Common(
            name=call.symbol.name,
            dotted=call.symbol.dotted,
            parameters=self._declare(call),
            doc=self._build_doc(call),
            arguments=self._write_arguments(call),
        )
        narrowed = self._write_narrowed(call)
        return self._build(call, common, narrowed, False), self._build(call, common, narrowed, True)

    def _build(
        self, call: Signature, common: _Common, narrowed: list[tuple[str, ...]], asynchronous: bool
    ) -> MethodView:
        """Complete `common` for one kind of client; `narrowed` are the parameters of its overloads."""
        paged = call.operation.paging is not None
        coroutine = asynchronous and not paged
        wait = "await " if coroutine else ""
        how = "_page" if paged else "_stream" if call.only_streams else "_call"
        returned = self._return_annotations(call, asynchronous)
        declared = self._build_declared(call, asynchronous)
        any_of = _annotate_any(returned, declared)
        return MethodView(
            **common,
            overloads=(*declared, *map(OverloadView, narrowed, [*returned, any_of])),
            returns=any_of,
            prefix="async " if coroutine else "",
            before=self._write_branch(call, common["arguments"], wait),
            call=f"{wait}self.{how}",
        )

    def write_signature(self, call: Signature) -> tuple[tuple[str, ...], str]:
        """Return the parameters after `self`, and what the sync method returns for any arguments."""
        returned = self._return_annotations(call, False)
        return self._declare(call), _annotate_any(returned, self._build_declared(call, False))

    def _return_annotations(self, call: Signature, asynchronous: bool) -> list[str]:
        """Return what the method returns by default, and for each switch of the media type."""
        switches = call.operation.switches
        switched = [self._annotate_switched(call, each, asynchronous) for each in switches]
        return [self._annotate_return(call, asynchronous), *switched]

    def _write_narrowed(self, call: Signature) -> list[tuple[str, ...]]:
        """Return the parameters of the overloads, in the order of `_return_annotations`."""
        switches = call.operation.switches
        if not switches and not call.operation.overloads:
            return []
        self.imports.add("typing", "overload")
        each_by_itself = [self._declare(call, only=each) for each in switches]
        switched_off, either = self._declare(call, but=switches), self._declare(call)
        # last, an argument whose value is not known until run time
        return [switched_off, *each_by_itself, *([either] if either != switched_off else [])]

    def _build_declared(self, call: Signature, asynchronous: bool) -> list[OverloadView]:
        """Return the calls whose result the document narrows; each also as a stream, where it may be one."""
        views: list[OverloadView] = []
        switches = call.operation.switches
        for overload in call.operation.overloads:
            parameters = self._declare(call, but=switches, overload=overload)
            views.append(OverloadView(parameters, self._annotate_narrowed(overload)))
            switch = call.switch
            if switch is not None and call.find_switch(switch) in call.list_arguments(overload):
                parameters = self._declare(call, only=switch, overload=overload)
                returned = self._annotate_stream(call, overload.event, asynchronous)
                views.append(OverloadView(parameters, returned))
        return views

    def _declare(
        self,
        call: Signature,
        *,
        only: Switch | None = None,
        but: tuple[Switch, ...] = (),
        overload: Overload | None = None,
    ) -> tuple[str, ...]:
        """Return the parameters after `self`.

        Args:
            call: the operation.
            only: the switch of the media type that is on.
            but: the switches that are off.
            overload: the call whose arguments are meant, and no others.
        """
        parameters: list[str] = []
        keyword_only = False
        arguments = call.arguments if overload is None else call.list_arguments(overload)
        for argument in arguments:
            if not argument.positional and not keyword_only:
                keyword_only = True
                parameters.append("*")
            parameters.append(self._declare_one(call, argument, only, but))
        if not keyword_only:
            parameters.append("*")
        if call.operation.paging is not None:
            parameters += ["prefetch: int = 0", "max_items: int | None = None"]
        options = self.imports.check(f"{_CORE}.options", "Options")
        parameters.append(f"options: {options} | None = None")
        if call.additional is not None and overload is None:
            parameters.append(f"**extra: {self.annotations.annotate_argument(call.additional)}")
        return tuple(parameters)

    def _declare_one(
        self, call: Signature, argument: Argument, only: Switch | None, but: tuple[Switch, ...]
    ) -> str:
        if only is not None and _is_chosen_by(argument, only):
            self.imports.add("typing", "Literal")
            return f"{argument.name}: Literal[{literals.value(only.value)}]"
        if argument.place == "stream":
            self.imports.add("typing", "Literal")
            return f"{argument.name}: {'Literal[False]' if but else 'bool'} = False"
        type_ = argument.type
        for switch in but:
            if _is_chosen_by(argument, switch):
                type_ = self._without(type_, switch)
        upload = _upload(call, argument)
        annotations = evolve(self.annotations, upload=upload) if upload else self.annotations
        annotation = annotations.annotate_argument(type_)
        if argument.constant is not None:
            annotation = make_optional(annotation) if argument.optional else annotation
            return f"{argument.name}: {annotation} = {literals.value(argument.constant)}"
        if argument.required:
            return f"{argument.name}: {annotation}"
        if argument.null:
            annotation = f"{self.imports.check(f'{_CORE}.model', 'Null')} | {annotation}"
        return f"{argument.name}: {make_optional(annotation)} = None"

    def _without(self, type_: Type, switch: Switch) -> Type:
        """Return `type_` without the value that `switch` is about."""
        bare = strip_null(type_)
        if isinstance(bare, Reference):
            definition = self.annotations.symbols.catalog[bare.key]
            bare = Choice(definition.values) if isinstance(definition, Enumeration) else bare
        match bare:
            case Choice(values):
                return Choice(tuple(value for value in values if value != switch.value))
            case Primitive(kind="boolean"):
                return Choice((not switch.value,))
            case _:
                return type_

    def _annotate_return(self, call: Signature, asynchronous: bool) -> str:
        """Return what the method returns where no argument switches the media type."""
        if call.operation.paging is not None and isinstance(call.result, ListOf):
            page = "AsyncPage" if asynchronous else "Page"
            self.imports.check(f"{_CORE}.pages", page)
            info = call.operation.info
            info_type = self.annotations.annotate_returned(info) if info is not None else "None"
            return f"{page}[{self.annotations.annotate_returned(call.result.item)}, {info_type}]"
        if call.only_streams:
            return self._annotate_stream(call, call.media[0].type, asynchronous)
        switched = {switch.media_type for switch in call.operation.switches}
        kinds = [media.kind for media in call.media if media.range not in switched]
        parts = [self.annotations.annotate_returned(call.result)] if call.result is not None else []
        parts += [self.annotations.name_builtin("bytes")] if "bytes" in kinds else []
        if "text" in kinds and parts[:1] != ["JSONValue"]:
            parts.append(self.annotations.name_builtin("str"))
        return " | ".join(dict.fromkeys(parts)) or "None"

    def _annotate_switched(self, call: Signature, switch: Switch, asynchronous: bool) -> str:
        if switch.kind in STREAMS:
            event = next(
                (each.type for each in call.media if each.range == switch.media_type), Anything()
            )
            return self._annotate_stream(call, event, asynchronous)
        return self.annotations.name_builtin("str" if switch.kind == "text" else "bytes")

    def _annotate_stream(self, call: Signature, event: Type, asynchronous: bool) -> str:
        stream = self.imports.check(
            f"{_CORE}.streaming", "AsyncEventStream" if asynchronous else "EventStream"
        )
        text = f"{stream}[{self.annotations.annotate_returned(event)}]"
        if asynchronous and call.operation.paging is not None:  # whose method is no coroutine
            return f"{self.imports.check('collections.abc', 'Awaitable')}[{text}]"
        return text

    def _write_branch(self, call: Signature, passed: tuple[str, ...], wait: str) -> tuple[str, ...]:
        if call.switch is None:
            return ()
        name = call.find_switch(call.switch).name
        arguments = [each for each in passed if each not in _PAGE_ARGUMENTS]
        return (f"if {name}:", f"    return {wait}self._stream({', '.join(arguments)})")

    def _write_arguments(self, call: Signature) -> tuple[str, ...]:
        """Return the arguments that the method passes on."""
        arguments = [f"{self.wire}.{call.symbol.constant}"]
        for keyword, place in (
            ("path", "path"),
            ("query", "query"),
            ("headers", "header"),
            ("cookies", "cookie"),
        ):
            values = {each.wire: each.name for each in call.arguments if each.place == place}
            arguments += [f"{keyword}={literals.dict_of(values)}"] if values else []
        members = {each.wire: each.name for each in call.arguments if each.place == "body"}
        if members or (call.additional is not None):
            body = (literals.dict_of(members) or "{}")[1:-1]
            further = "" if call.additional is None else "**self._further(extra), "
            arguments.append(f"body={{{further}{body}}}")
        for keyword, place in (("content", "whole"), ("media_type", "media_type")):
            arguments += [
                f"{keyword}={each.name}" for each in call.arguments if each.place == place
            ]
        if call.operation.paging is not None:
            arguments += _PAGE_ARGUMENTS
        return (*arguments, "options=options")

    def _build_doc(self, call: Signature) -> DocView | None:
        operation = call.operation
        arguments = [
            (each.name, text)
            for each in call.arguments
            if (text := self._describe_argument(call, each))
        ]
        if call.operation.paging is not None:
            arguments.append(
                ("prefetch", "How many pages are fetched ahead at the same time; 0 for none.")
            )
            arguments.append(("max_items", "Stop after this number of items; None for all."))
        arguments.append(
            ("options", "Settings of this call only: headers, timeout, retries and more.")
        )
        if call.additional is not None:
            arguments.append(("**extra", "Further members of the body, sent unchanged."))
        raises = [
            *self.list_errors(call),
            ("APIError", "The request failed; the class of the error says how."),
        ]
        if any(each.place == "path" for each in call.arguments):
            raises.insert(0, ("ArgumentError", "A path argument is missing, empty, `.` or `..`."))
        returns = self._describe_result(call)
        permissions = " or ".join(operation.permissions)
        sections: list[tuple[str, Iterable[tuple[str, str]]]] = [
            ("Args", arguments),
            ("Returns", [("", returns)] if returns else []),
            ("Response headers", _iter_headers(operation)),
            ("Raises", raises),
            ("Permissions", [("", f"{permissions}.")] if permissions else []),
        ]
        deprecated = "Deprecated." if operation.deprecated else ""
        return build_doc([*_describe_operation(operation), deprecated], _INDENT, sections)

    def list_errors(
        self, call: Signature, describe: Callable[[str], str] = to_sentence
    ) -> list[tuple[str, str]]:
        """Return the exceptions whose bodies the document describes, and what these are."""
        entries: list[tuple[str, str]] = []
        for response, type_ in iter_documented_errors(call.operation):
            status = "Any other status:" if response.status == "default" else f"{response.status}:"
            parts = (
                status,
                describe(response.description),
                f"`body` is `{self.annotations.annotate_result(type_)}`.",
            )
            entries.append((name_error_class(response.status), " ".join(filter(None, parts))))
        return entries

    def _describe_result(self, call: Signature) -> str:
        if call.operation.paging is not None and isinstance(call.result, ListOf):
            return "A page. Iterating over it continues through all further pages."
        described = (each.description for each in call.operation.responses if each.description)
        return " ".join(
            filter(None, (to_sentence(next(described, "")), self._describe_calls(call)))
        )

    def _annotate_narrowed(self, overload: Overload) -> str:
        """Return what a call of `overload` returns, where bytes are those of a response that is no JSON."""
        result = overload.result
        options = result.options if isinstance(result, AnyOf) else (result,)
        parts = [
            (
                self.annotations.name_builtin("bytes")
                if each == Binary()
                else self.annotations.annotate_returned(each)
            )
            for each in options
        ]
        return " | ".join(dict.fromkeys(parts))

    def _describe_calls(self, call: Signature) -> str:
        """Say which arguments have which result, where the document does."""
        calls: dict[str, list[str]] = {}
        names = {each.wire: each.name for each in call.arguments}
        for overload in call.operation.overloads:
            required = " and ".join(f"`{names[each]}`" for each in overload.required)
            calls.setdefault(self._annotate_narrowed(overload), []).append(required)
        entries = [f"`{result}` for {' or '.join(each)}" for result, each in calls.items()]
        return f"{'; '.join(entries)}." if entries else ""

    def _describe_argument(self, call: Signature, argument: Argument) -> str:
        """Return what the document says about an argument, or else about its type."""
        text = to_sentence(argument.description)
        type_ = strip_null(argument.type)
        if not text and isinstance(type_, Binary):
            text = UPLOADS.get(_upload(call, argument), "")
        elif not text and isinstance(type_, Reference):
            paragraphs = to_paragraphs(self.annotations.symbols.catalog[type_.key].description)
            text = paragraphs[0] if paragraphs and "\n" not in paragraphs[0] else ""
        constraints = f"{argument.constraints}." if argument.constraints else ""
        return " ".join(filter(None, (text, constraints)))


def _describe_operation(operation: Operation) -> list[str]:
    """Return the summary of an operation, and what its description says beyond it."""
    summary, paragraphs = to_sentence(operation.summary), to_paragraphs(operation.description)
    if not summary and paragraphs and "\n" not in paragraphs[0]:
        return paragraphs
    more = paragraphs[1:] if paragraphs[:1] == [summary] else paragraphs
    return [summary or f"Send `{operation.method} {operation.path}`.", *more]


def _iter_headers(operation: Operation) -> Iterator[tuple[str, str]]:
    """Yield the headers of a success and their descriptions, each header once."""
    headers = {name: text for each in operation.responses for name, text in each.headers}
    for name, text in headers.items():
        shown = replace_unprintable(name)
        yield (shown, to_sentence(text)) if text else ("", shown)


def _annotate_any(returned: list[str], declared: list[OverloadView]) -> str:
    """Return what the body of a method returns: narrower results are among `returned`, streams of them are not."""
    streams = [each.returns for each in declared if "EventStream[" in each.returns]
    return " | ".join(dict.fromkeys([*returned, *streams]))


def _is_chosen_by(argument: Argument, switch: Switch) -> bool:
    """Return whether `switch` is about `argument`."""
    places = ("body", "query") if switch.argument else ("stream",)
    return argument.wire == switch.argument and argument.place in places


def _upload(call: Signature, argument: Argument) -> str:
    """Return the core's type of what can be uploaded as an argument; "" where nothing is."""
    body = call.operation.body
    kinds = body.kinds if body is not None else ()
    names = (_UPLOADED.get((kind, argument.place), "") for kind in kinds)
    return next((each for each in names if each), "")
