"""The stages from a document to a package, composed in one place. Nothing here knows how a stage works.

`Compilation` holds the results of the stages for one document; each is worked out when it is first asked for.
`generate` writes `tree`, `check` compares it, `diff` reads `api`, `bundle` prints `document`: every command takes
the result that it needs, and only the stages for it run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Literal

from attrs import frozen

from .diagnostics import Report
from .ir.api import Api
from .lowering.checks.id_and_path_rules import check_rules
from .lowering.checks.root_names import check_root_names
from .lowering.lower_document import lower
from .lowering.naming.name_lock import NO_LOCK, NameLock
from .lowering.naming.operation_index import IndexedOperation, index_operations
from .openapi.loading import Node, Source, load
from .openapi.loading.gc_pause import gc_paused
from .openapi.loading.write_document import to_json, to_yaml
from .openapi.overlay import apply_overlays
from .openapi.settings_file import (
    apply_settings,
    find_default,
    find_overlays,
    load_settings,
    read_severities,
)
from .openapi.validation.metamodel_check import check_references
from .openapi.validation.validate import check_grammar, is_openapi
from .output.format import format_tree
from .output.render import Rendering, render
from .output.tree import Tree
from .python.design.package_names import name_package
from .python.views.package import build_package
from .python.views.view_types import PackageView
from .rules import RuleSeverity


@frozen
class Options:
    """The options of a run besides the document.

    Attributes:
        config: a TOML file with settings (`generator.openapi.settings_file`); None for the one next to the document, if any.
        overlays: overlays to apply, in this order.
        templates: a folder whose templates replace or extend the built-in ones.
        allow_outside: whether references may leave the document's folder or use a network.
        name_lock: the names that operations already have in the package (`generator.lowering.naming.name_lock`).
    """

    config: Path | None = None
    overlays: tuple[Path, ...] = ()
    templates: Path | None = None
    allow_outside: bool = False
    name_lock: NameLock = NO_LOCK


def generate(path: str | Path, report: Report, options: Options = Options()) -> Tree | None:
    """Return the package of the document at `path`, or None if the report has an error afterwards."""
    return Compilation(path, report, options).tree


def ignore_stage(_stage: str) -> None:
    """Show no progress."""


class Compilation:
    """The stages from one document to a package. Every result is None if the report has an error.

    Attributes:
        path: the root of the document: a file, a URL, or `-` for standard input.
        report: takes the findings of all stages.
        options: the options of the run.
    """

    def __init__(
        self,
        path: str | Path,
        report: Report,
        options: Options = Options(),
        on_stage: Callable[[str], None] = ignore_stage,
    ) -> None:
        self.path = path
        self.report = report
        self.options = options
        self._on_stage = on_stage
        self._settings: Node | None = None

    @cached_property
    def document(self) -> Source | None:
        """The document with its overlays and settings applied."""
        self._on_stage("reading")
        with gc_paused():
            source = load(self.path, self.report, allow_outside=self.options.allow_outside)
            if source is None:
                return None
            config = self.options.config or find_default(source)
            self._settings = load_settings(config, self.report)
            folder = config.parent if config is not None else Path()
            own = find_overlays(self._settings, folder, self.report)
            source = apply_overlays(source, (*own, *self.options.overlays), self.report)
            if source is not None:
                source = apply_settings(source, self._settings, self.report)
        return None if self.report.has_errors else source

    @cached_property
    def operations(self) -> list[IndexedOperation]:
        """The operations of the document; none if it can't be read."""
        document = self.document
        if document is None or not document.root.is_map:
            return []
        return index_operations(document, self.options.name_lock)

    @cached_property
    def api(self) -> Api | None:
        """What the document describes, in terms of an API."""
        document = self.document
        if document is None:
            return None
        self._on_stage("validating")
        with gc_paused():
            check_grammar(document, self.report)
            if self.report.has_errors:
                return None
            self._on_stage(f"lowering {len(self.operations)} operations")
            api = name_package(
                lower(document, self.operations, self.report, self.options.name_lock)
            )
            check_rules(document, self.operations, self.report)
            check_root_names(document, api, self.report)
        return None if self.report.has_errors else api

    @cached_property
    def views(self) -> PackageView | None:
        """The package as the templates see it. The document is not needed from here on, and is released."""
        api = self.api
        self.__dict__.pop("document", None)
        self.__dict__.pop("operations", None)
        if api is None:
            return None
        self._on_stage("planning the package")
        with gc_paused():
            return build_package(api)

    @cached_property
    def rendering(self) -> Rendering | None:
        """The files as the templates give them, before they are formatted."""
        views = self.views
        if views is None:
            return None
        self._on_stage("rendering")
        with gc_paused():
            return render(views, self.options.templates)

    @cached_property
    def tree(self) -> Tree | None:
        """The files of the package."""
        rendering = self.rendering
        if rendering is None:
            return None
        self._on_stage(f"formatting {len(rendering.files)} files")
        with gc_paused():
            return format_tree(rendering)

    def lint(self) -> None:
        """Also report the rules of `generator.lint`, which generation does not need."""
        document = self.document
        if document is None:
            return
        self.api  # noqa: B018  # its findings come first, among them that this is no OpenAPI document
        if "openapi" in document.root:
            self._on_stage("checking rules")
            from .lint.check import check_document  # other commands don't need its rules

            with gc_paused():
                check_document(document, self.report)

    @property
    def severities(self) -> dict[str, RuleSeverity]:
        """The severities that the settings give to rules."""
        return read_severities(self._settings)

    def bundle(self, notation: Literal["yaml", "json"]) -> str | None:
        """Return the document as one self-contained text."""
        document = self.document
        if document is None:
            return None
        if not document.root.is_map:
            is_openapi(document.root, self.report)
            return None
        self._on_stage("bundling")
        check_references(document, self.report)
        content = document.root.value
        return to_json(content) if notation == "json" else to_yaml(content)
