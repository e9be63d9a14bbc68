"""The run-time core: hand-written, the same for every generated package, private to it.

Importing the package runs this module, which itself imports next to nothing: here is what is
imported when it is first used, the package's `__spec__`, and what keeps tracebacks clean.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ParamSpec, TypeVar

    R = TypeVar("R")
    P = ParamSpec("P")
    E = TypeVar("E", bound=BaseException)


def lazy(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of `package`, whose names live in its modules.

    Args:
        package: Dotted name of the package.
        modules: Name → module below the package that defines it.
    """

    def get(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f".{modules[name]}", package), name)
        setattr(sys.modules[package], name, value)
        return value

    return get


def later(package: str | None, module: str, name: str) -> Callable[[Any], Any]:
    """A decoder that is imported when it is first called.

    Args:
        package: Dotted name of the package of decoders.
        module: Name of the module in it.
        name: Name of the function in that.
    """
    found: list[Callable[[Any], Any]] = []

    def decode(data: Any) -> Any:
        if not found:
            found.append(getattr(import_module(f".{module}", package), name))
        return found[0](data)

    return decode


class ApiSpec(ModuleSpec):
    """The import system's spec of the package, which also knows the description of the API.

    Attributes:
        title: Title of the description.
        version: Version of the description; that of the package is `__version__`.
        sha256: Hash of the description as one document, 64 hexadecimal digits.
    """

    title: str
    version: str
    sha256: str


def described(spec: ModuleSpec | None, *, title: str, version: str, sha256: str) -> ApiSpec:
    """Let the `__spec__` of a package know the description; it stays the object Python imports with.

    Args:
        spec: The `__spec__`; None where the file is run without the import system.
        title: Title of the description.
        version: Version of the description.
        sha256: Hash of the description.
    """
    made: Any = spec if spec is not None else ModuleSpec("", None)
    made.__class__ = ApiSpec
    made.title, made.version, made.sha256 = title, version, sha256
    known: ApiSpec = made
    return known


def clean(error: E) -> E:
    """An error without frames and causes: their locals hold requests, and requests credentials."""
    error.__cause__ = error.__context__ = None
    error.__suppress_context__ = True
    return error.with_traceback(None)


def shielded(method: Callable[P, R]) -> Callable[P, R]:
    """Keep the arguments of a method that takes secrets out of the tracebacks of its errors."""
    from functools import wraps
    from inspect import iscoroutinefunction

    from ..errors import Error

    if iscoroutinefunction(method):

        @wraps(method)
        async def wait(*args: P.args, **kwargs: P.kwargs) -> Any:
            try:
                return await method(*args, **kwargs)
            except Error as error:
                failure = error
            del args, kwargs
            raise clean(failure)

        waiting: Any = wait
        return waiting  # type: ignore[no-any-return]

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except Error as error:
            failure = error
        del args, kwargs
        raise clean(failure)

    return call
