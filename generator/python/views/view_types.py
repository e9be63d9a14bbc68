"""The views that templates see: frozen and flat, with final strings only.

A template only loops and tests whether a field is empty; a condition that needs a comparison is a field here. Views
are named tuples, because a large package has a hundred thousand of them and only their fields are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from ..naming.former_names import FormerName
from ..source.docstrings import DocEntryView, DocSectionView, DocView

__all__ = ["DocEntryView", "DocSectionView", "DocView"]

View = TypeVar("View")


class MemberView(NamedTuple):
    """A field of a class: its declaration line and its docstring, if it has one."""

    declaration: str
    doc: DocView | None


class ClassView(NamedTuple):
    """A model or a typed dict."""

    name: str
    decorator: str
    bases: str
    doc: DocView | None
    members: tuple[MemberView, ...]
    extra: str = ""
    """Type of the members that are not listed, where the document names one that has a class."""
    is_empty: bool = False
    """Whether the body of the class has nothing else in it."""


class AliasView(NamedTuple):
    """A named type: its assignment and its docstring, if it has one."""

    assignment: str
    doc: DocView | None


class ModelsView(NamedTuple):
    """A module of models."""

    name: str
    doc: DocView | None
    imports: tuple[str, ...]
    checking: tuple[str, ...]
    classes: tuple[ClassView, ...]
    aliases: tuple[AliasView, ...]
    former: tuple[FormerName, ...]
    """The names that are other ones now."""
    exports: tuple[str, ...]


class MemberDecoderView(NamedTuple):
    """How one member of a model is decoded."""

    key: str
    expression: str


class AdoptView(NamedTuple):
    """A decoder that makes the parsed object the members of a model."""

    name: str
    class_name: str
    nested: tuple[MemberDecoderView, ...]
    """Members that are decoded when they are first read, from `data`."""


class ModelDecoderView(NamedTuple):
    """How a model is decoded whose members without a name have to be decoded as well."""

    members: tuple[MemberDecoderView, ...]
    additional: str
    """The call that decodes members that are not listed."""


class BranchView(NamedTuple):
    """A condition, and the value that is returned if it holds."""

    condition: str
    expression: str


class TaggedDecoderView(NamedTuple):
    """How a union with a discriminator is decoded."""

    member: str
    table: str
    default: str
    key_test: str
    """The test whether the discriminator can be looked up."""
    lists: tuple[BranchView, ...]


class UntaggedDecoderView(NamedTuple):
    """How a union without a discriminator is decoded."""

    has_objects: bool
    objects: tuple[BranchView, ...]
    remaining: str
    """The value of an object for which no condition holds."""
    lists: tuple[BranchView, ...]


class DecoderView(NamedTuple):
    """A decoder of a definition. One of the fields after `returns` says how it works."""

    name: str
    returns: str
    model: ModelDecoderView | None = None
    tagged: TaggedDecoderView | None = None
    untagged: UntaggedDecoderView | None = None
    alias: str = ""
    """The decoded value of a named type."""


class UnwrapView(NamedTuple):
    """A decoder of a whole body, which decodes the member that is the result."""

    name: str
    returns: str
    expression: str


class OperationView(NamedTuple):
    """An operation as the core knows it: a constant and its keyword arguments."""

    constant: str
    annotation: str
    constructor: str
    arguments: tuple[str, ...]


class CodecView(NamedTuple):
    """A private module of decoders and operations."""

    name: str
    doc: DocView | None
    imports: tuple[str, ...]
    checking: tuple[str, ...]
    lazy: tuple[str, ...]
    """What stands for decoders of modules that are imported on first use."""
    adopted: tuple[AdoptView, ...]
    decoders: tuple[DecoderView, ...]
    unwrapping: tuple[UnwrapView, ...]
    constants: tuple[str, ...]
    operations: tuple[OperationView, ...]


class OverloadView(NamedTuple):
    """A signature that a method has for one value of an argument."""

    parameters: tuple[str, ...]
    returns: str


class MethodView(NamedTuple):
    """A method: its signature, its docstring, and the one call it makes."""

    name: str
    dotted: str
    """What a caller writes after the client."""
    overloads: tuple[OverloadView, ...]
    parameters: tuple[str, ...]
    returns: str
    doc: DocView | None
    prefix: str
    """`async ` where the method is a coroutine."""
    before: tuple[str, ...]
    """Statements before the call."""
    call: str
    arguments: tuple[str, ...]


class ChildView(NamedTuple):
    """A resource below another, made when it is first asked for."""

    name: str
    class_name: str
    module: str
    doc: DocView | None


class ResourceView(NamedTuple):
    """A resource class."""

    name: str
    dotted: str
    """What a caller writes after the client."""
    bases: str
    """What stands between the parentheses."""
    is_async: bool
    doc: DocView | None
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]


class ResourcesView(NamedTuple):
    """A module of resource classes, sync and async."""

    name: str
    doc: DocView | None
    imports: tuple[str, ...]
    checking: tuple[str, ...]
    classes: tuple[ResourceView, ...]
    exports: tuple[str, ...]


class ArgumentView(NamedTuple):
    """A keyword of the client: its declaration and what it is passed on as."""

    name: str
    declaration: str
    forward: str
    doc: str
    markdown: str
    """`doc` as the README shows it."""


class ClientView(NamedTuple):
    """A client class."""

    name: str
    base: str
    """Its base classes: the client of the core, and the class with the methods of the client itself."""
    doc: DocView | None
    init_doc: DocView | None
    children: tuple[ChildView, ...]
    kind: str
    """`sync` or `async`, for the types of the transport."""


class ExportView(NamedTuple):
    """A name that a package gives lazily, and the module that has it."""

    name: str
    module: str


class EntryView(NamedTuple):
    """One entry of the reference page, in Markdown but for the signature of a method, which is Python."""

    title: str
    signature: str
    summary: str
    request: str
    raises: tuple[str, ...] = ()
    """The exceptions of a method whose bodies are described."""
    example: str = ""
    """A call of a method, with the values of the document's example where it has one."""
    types: str = ""
    """Links to the types that a method names, in Markdown."""


class SectionView(NamedTuple):
    """A section of the reference page."""

    title: str
    summary: str
    entries: tuple[EntryView, ...]
    contents: str = ""
    """Its entry in the table of contents, in Markdown."""
    types: str = ""
    """Links to the types that its entries name, in Markdown."""


class ExampleView(NamedTuple):
    """A call of the README, and what its operation is called in the contract, as a string literal."""

    call: str
    operation: str


class ReadmeView(NamedTuple):
    """The examples of the README; None or empty where no operation serves for one."""

    arguments: str
    """Arguments of a client that the document makes necessary."""
    base_url: str
    """The argument with the base URL, where the document names no host."""
    variables: str
    """The environment variables that the client needs, in Markdown."""
    test_arguments: str
    """Arguments of a client in a test, each with a comma after it."""
    credentials: str
    """Those of them that are credentials."""
    server: str
    """The path that the base URL has to end in, where the document names no host; Markdown."""
    call: ExampleView | None
    options: str
    """`call` with settings of its own."""
    has_model: bool
    """Whether the result of `call` is a model."""
    null: ExampleView | None
    listing: ExampleView | None
    limited: str
    """`listing`, but at most ten items."""
    stream: ExampleView | None
    has_token_url: bool
    """Whether the client gets tokens for its credentials (OAuth 2)."""


class LazyViews(Generic[View]):
    """Modules whose views are built when a template reaches them, and then dropped.

    All views of a large package together would be as much text again as the package itself.
    """

    def __init__(self, makers: Sequence[Callable[[], View]]) -> None:
        self._makers = makers

    def __iter__(self) -> Iterator[View]:
        return (make() for make in self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class ProjectView(NamedTuple):
    """The metadata that an index shows; every string is TOML."""

    name: str
    version: str
    description: str
    license: str
    authors: tuple[str, ...]
    keywords: str
    classifiers: tuple[str, ...]
    urls: tuple[str, ...]


class PackageView(NamedTuple):
    """The whole package."""

    package: str
    distribution: str
    version: str
    title: str
    summary: str
    spec: tuple[str, ...]
    """Title, version and hash of the document, as keyword arguments."""
    client: str
    async_client: str
    clients: tuple[ClientView, ...]
    credentials: tuple[ArgumentView, ...]
    parameters: tuple[ArgumentView, ...]
    server: tuple[ArgumentView, ...]
    doc: DocView | None
    """The package's own docstring."""
    project: ProjectView
    provenance: str
    """The line at the top of each file: what it was generated from."""
    provenance_markdown: str
    base_url_variable: str
    title_markdown: str
    profile_imports: str
    core_imports: str
    typing_imports: str
    base_imports: tuple[str, ...]
    """Imports of the class with the methods of the client itself, where there are any."""
    child_imports: tuple[str, ...]
    profile: tuple[str, ...]
    scheme_constants: tuple[str, ...]
    models: LazyViews[ModelsView]
    codecs: LazyViews[CodecView]
    resources: LazyViews[ResourcesView]
    model_exports: tuple[ExportView, ...]
    resource_exports: tuple[ExportView, ...]
    sections: tuple[SectionView, ...]
    core_names: tuple[EntryView, ...]
    """Classes of the core that signatures mention."""
    model_sections: tuple[SectionView, ...]
    model_contents: str
    contract: str
    operations: str
    """How many there are: "48 operations"."""
    readme: ReadmeView
    has_pages: bool
    """Whether a method returns a list page by page."""
    has_streams: bool
    """Whether a method returns a stream."""
    unused_modules: frozenset[str]
    """The modules of the run-time core that the package does not carry."""
