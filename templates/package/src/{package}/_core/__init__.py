"""The run-time core: hand-written, identical in every generated package, private to it.

Importing the package runs this module, so it imports almost nothing itself. It holds lazy imports, the
package's `__spec__`, and the functions that keep secrets out of tracebacks.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType
    from typing import Any, ParamSpec, TypeVar

    R = TypeVar("R")
    P = ParamSpec("P")
    E = TypeVar("E", bound=BaseException)

_TRANSPORTS = frozenset({"aiohttp", "h11", "h2", "hpack", "httpcore", "httpx"})
_COROUTINE_FLAG = 0x80  # `inspect.CO_COROUTINE`; importing `inspect` would slow the import down


def make_lazy_exports(
    package: str, modules: Mapping[str, str], extras: Mapping[str, str] | None = None
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Make the `__getattr__` and the `__dir__` of a package whose names live in its modules.

    Args:
        package: Dotted name of the package.
        modules: Name → module below the package that defines it.
        extras: Name → library that it needs; without the library, `__dir__` leaves the name out.
    """

    def get_attribute(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f".{modules[name]}", package), name)
        setattr(sys.modules[package], name, value)
        return value

    return get_attribute, make_dir(package, modules, extras or {})


def make_dir(
    module: str, lazy: Iterable[str] = (), extras: Mapping[str, str] | None = None
) -> Callable[[], list[str]]:
    """Make the `__dir__` of a module: its public names, and those that Python gives every module.

    `help` and completion look each of the names up, so none may need a library that is not installed.

    Args:
        module: Dotted name of the module; it has an `__all__`.
        lazy: Public names that a star import leaves out.
        extras: Name → library that it needs.
    """

    def list_names() -> list[str]:
        from importlib.util import find_spec

        own = vars(sys.modules[module])
        missing = {name for name, library in (extras or {}).items() if find_spec(library) is None}
        dunders = {name for name in own if name.startswith("__") and name.endswith("__")}
        return sorted({*own["__all__"], *lazy, *dunders} - missing)

    return list_names


def make_former_names(module: str, names: Mapping[str, tuple[str, str]]) -> Callable[[str], Any]:
    """Make the `__getattr__` of a module whose former names are deprecated aliases.

    Args:
        module: Dotted name of the module.
        names: Former name → module next to it and name there.
    """

    def get_attribute(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        import warnings

        home, current = names[name]
        package = module.rpartition(".")[0]
        text = f"{module}.{name} is {package}.{home}.{current} now"
        warnings.warn(text, DeprecationWarning, stacklevel=2)
        return getattr(import_module(f".{home}", package), current)

    return get_attribute


def lazy_function(package: str | None, module: str, name: str) -> Callable[..., Any]:
    """Make a function that imports its module when it is first called.

    Args:
        package: Dotted name of the package.
        module: Name of the module in it.
        name: Name of the function in that.
    """
    loaded: list[Callable[..., Any]] = []

    def call(*arguments: Any) -> Any:
        if not loaded:
            loaded.append(getattr(import_module(f".{module}", package), name))
        return loaded[0](*arguments)

    return call


class ApiSpec(ModuleSpec):
    """The import system's spec of the package, extended by facts about the API's description.

    Attributes:
        title: Title of the description.
        version: Version of the description; that of the package is `__version__`.
        sha256: Hash of the description as one document, 64 hexadecimal digits.
    """

    title: str
    version: str
    sha256: str


def attach_api_spec(spec: ModuleSpec | None, *, title: str, version: str, sha256: str) -> ApiSpec:
    """Turn the `__spec__` of a package into an `ApiSpec`, in place: Python imports with the object.

    Args:
        spec: The `__spec__`; None where the file is run without the import system.
        title: Title of the description.
        version: Version of the description.
        sha256: Hash of the description.
    """
    extended: Any = spec if spec is not None else ModuleSpec("", None)
    extended.__class__ = ApiSpec
    extended.title, extended.version, extended.sha256 = title, version, sha256
    result: ApiSpec = extended
    return result


def strip_frames(error: E) -> E:
    """Remove traceback and causes from an error: their frames hold requests, and requests credentials."""
    error.__cause__ = error.__context__ = None
    error.__suppress_context__ = True
    return error.with_traceback(None)


def conceal_arguments(method: Callable[P, R]) -> Callable[P, R]:
    """Keep the arguments of a method out of tracebacks, which may be printed with local variables.

    The package's own errors lose all frames below the method, other exceptions those of the package and
    of the libraries that send requests.
    """
    from functools import wraps

    from ..errors import Error

    function: Any = method
    if function.__code__.co_flags & _COROUTINE_FLAG:

        @wraps(method)
        async def call_async(*args: Any, **kwargs: Any) -> Any:
            try:
                return await function(*args, **kwargs)
            except Error as error:
                failure: BaseException = strip_frames(error)
            except BaseException as error:
                failure = _strip_own_frames(error)
            # Emptied, not deleted: `cgitb` and `inspect` look the names up.
            args, kwargs = (), {}
            try:
                raise failure
            finally:
                del failure  # or the error would hold its own frame

        wrapped: Callable[P, R] = _mark(call_async)
        return wrapped

    @wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except Error as error:
            failure: BaseException = strip_frames(error)
        except BaseException as error:
            failure = _strip_own_frames(error)
        args, kwargs = (), {}
        try:
            raise failure
        finally:
            del failure

    wrapped = _mark(call)
    return wrapped


def _mark(function: Any) -> Any:
    """Mark a wrapper, so that nothing is wrapped twice."""
    function.conceals_arguments = True
    return function


def conceal_methods(cls: type[Any]) -> None:
    """Apply `conceal_arguments` to the public methods of a class of this package."""
    if not _is_own(cls.__module__):
        return  # the frames of a program's own subclass are its own
    for name, member in list(vars(cls).items()):
        is_function = hasattr(member, "__code__") and not hasattr(member, "conceals_arguments")
        if is_function and not name.startswith("_"):
            setattr(cls, name, conceal_arguments(member))


def _is_own(module: str) -> bool:
    root = __name__.rpartition(".")[0]
    return module == root or module.startswith(f"{root}.")


def _strip_own_frames(error: BaseException) -> BaseException:
    """Remove the frames of this package and of transports from an exception and from what led to it."""
    pending: list[BaseException | None] = [error]
    seen: set[int] = set()
    while pending:
        each = pending.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        each.__traceback__ = _foreign_frames(each.__traceback__)
        pending += [each.__cause__, each.__context__]
    return error


def _foreign_frames(trace: TracebackType | None) -> TracebackType | None:
    frames: list[TracebackType] = []
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__"))
        if not _is_own(module) and module.partition(".")[0] not in _TRANSPORTS:
            frames.append(trace)
        trace = trace.tb_next
    copied: TracebackType | None = None
    for frame in reversed(frames):
        copied = type(frame)(copied, frame.tb_frame, frame.tb_lasti, frame.tb_lineno)
    return copied
