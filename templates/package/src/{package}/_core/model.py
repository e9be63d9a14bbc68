"""Models: typed views of the JSON objects that came.

The `__dict__` of a model *is* the object the server sent (adopted, not copied), its keys are the
names on the wire. Hence unknown members are kept for nothing, `to_dict()` is exact, absent and
null stay apart, and decoding a flat object is one assignment. Class attributes answer for absent
members; a renamed or converted member has a data descriptor, which wins over the `__dict__`.

Models are attrs classes, but answers can be decoded without: only when a model is first made by hand,
or attrs is asked about it, is attrs loaded and the class completed, in place.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import MethodType, SimpleNamespace
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    Self,
    TypeVar,
    cast,
    dataclass_transform,
    overload,
)

from .codec import BYTES as BYTES
from .codec import DATE as DATE
from .codec import DATE_TIME as DATE_TIME
from .codec import DATE_TIMES as DATE_TIMES
from .codec import DATES as DATES
from .codec import NULL as NULL
from .codec import Converter as Converter
from .codec import Null as Null
from .codec import is_list, is_mapping, to_wire

M = TypeVar("M", bound="Model")
F = TypeVar("F", bound=Callable[..., Any])


class _Member:
    """A member whose name on the wire differs, or whose value is converted."""

    __slots__ = ("wire", "converter")

    def __init__(self, wire: str, converter: Converter | None) -> None:
        self.wire = wire
        self.converter = converter

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        value = instance.__dict__.get(self.wire)
        return value if value is None or self.converter is None else self.converter.load(value)

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.wire] = (
            value if self.converter is None else self.converter.dump(value)
        )

    def __delete__(self, instance: Any) -> None:
        if instance.__dict__.pop(self.wire, self) is self:
            raise AttributeError(self.wire)


class _Method:
    """A method that a member of the same name in the `__dict__` does not hide."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self.function if instance is None else self.function.__get__(instance)

    def __set__(self, instance: Any, value: Any) -> None:
        raise AttributeError(f"{self.function.__name__} is a method")


def _steady(function: F) -> F:
    return cast(F, _Method(function))


class _Late:
    """What attrs adds to a class, found in `Model` until then: looking for it has attrs add it."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        made = next(cls for cls in owner.__mro__ if "__defaults__" in vars(cls))
        if made is Model:
            return getattr(object, self.name)
        _complete(made)
        found = getattr(owner, self.name)
        return MethodType(found, instance) if instance is not None and callable(found) else found


def to_plain(value: Any) -> Any:
    """The JSON value of anything made of models, mappings, lists, dates and scalars; a deep copy."""
    if isinstance(value, Model):
        return {key: to_plain(item) for key, item in value.__dict__.items()}
    if is_mapping(value):
        return {key: to_plain(item) for key, item in value.items()}
    if is_list(value):
        return [to_plain(item) for item in value]
    return to_wire(value)


def summarize(value: Any) -> str:
    """The `repr` of a value, without what is too much to read."""
    if is_list(value):
        more = [f"… {len(value) - 3} more"] if len(value) > 3 else []
        return "[" + ", ".join([*map(summarize, value[:3]), *more]) + "]"
    text = repr(value)
    if len(text) <= 80 or isinstance(value, Model):
        return text
    return f"{text[:60]}… ({len(text)} characters)"


class Model:
    """A JSON object with typed members.

    Members that are not known to the class are kept and found in `extra`. Reading an absent
    member gives None, assigning None makes it null, `del` makes it absent.
    """

    __wire__: ClassVar[dict[str, str]] = {}
    """Wire name of each attribute."""
    __secret__: ClassVar[frozenset[str]] = frozenset()
    """Wire names of members that are never shown."""
    __decoder__: ClassVar[str] = ""
    """Name of the function that decodes this class, in the `_codec` module of the same name."""
    __converters__: ClassVar[dict[str, Converter]] = {}
    __optional__: ClassVar[tuple[str, ...]] = ()
    __defaults__: ClassVar[dict[str, Any]] = {}
    if not TYPE_CHECKING:
        __attrs_attrs__ = _Late("__attrs_attrs__")
        __init__ = _Late("__init__")

    def __attrs_post_init__(self) -> None:
        data = self.__dict__
        for wire in type(self).__optional__:
            if data[wire] is None:
                del data[wire]
        for wire, value in data.items():
            if value is NULL:
                data[wire] = None

    @_steady
    def to_dict(self) -> dict[str, Any]:
        """The object as JSON, exactly as it came or as it will be sent.

        Returns:
            A deep copy under wire names, unknown members included.
        """
        return cast("dict[str, Any]", to_plain(self))

    @property
    def extra(self) -> dict[str, Any]:
        """The members that the class does not know, as they came."""
        known = frozenset(type(self).__wire__.values())
        return {key: value for key, value in self.__dict__.items() if key not in known}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Make a model of a JSON object, as it would be made of an answer.

        Args:
            data: Under wire names; it is copied.

        Returns:
            The model, nested objects decoded too.
        """
        module = import_module(cls.__module__.replace(".models.", "._codec.", 1))
        return cast(Self, getattr(module, cls.__decoder__)(to_plain(data)))

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        mine, theirs = self.__dict__, other.__dict__
        if mine == theirs:
            return True
        # The same moment may be spelled in several ways.
        converters = type(self).__converters__
        return mine.keys() == theirs.keys() and all(
            value == theirs[key]
            or (
                key in converters
                and converters[key].load(value) == converters[key].load(theirs[key])
            )
            for key, value in mine.items()
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        cls = type(self)
        names = {wire: name for name, wire in cls.__wire__.items()}
        shown = (
            f"{names.get(key, key)}="
            + ("'***'" if key in cls.__secret__ and value is not None else summarize(value))
            for key, value in self.__dict__.items()
        )
        return f"{cls.__name__}({', '.join(shown)})"

    @_steady
    def __copy__(self) -> Self:
        return _restore(type(self), dict(self.__dict__))

    @_steady
    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        from copy import deepcopy

        return _restore(type(self), deepcopy(self.__dict__, memo))

    @_steady
    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return _restore, (type(self), self.__dict__)


def _restore(cls: type[M], data: dict[str, Any]) -> M:
    instance = cls.__new__(cls)
    instance.__dict__ = data
    return instance


_REQUIRED: Final = object()


class _Described(SimpleNamespace):
    """What is said of a member besides its annotation."""


def member(
    wire: str | None = None,
    *,
    default: Any = _REQUIRED,
    converter: Converter | None = None,
    secret: bool = False,
) -> Any:
    """Describe a member of a model where its annotation alone does not.

    Args:
        wire: Its name on the wire, if that is not the attribute's.
        default: What the constructor takes when it is not given; without it, it is required.
        converter: How its text is converted.
        secret: Whether its value is kept out of the `repr`.
    """
    return _Described(wire=wire, default=default, converter=converter, secret=secret)


@overload
def model(cls: type[M], /) -> type[M]: ...


@overload
def model(*, decoder: str) -> Callable[[type[M]], type[M]]: ...


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(member,))
def model(cls: type[M] | None = None, /, *, decoder: str | None = None) -> Any:
    """Make an attrs class that is a view of a JSON object.

    Args:
        cls: The class.
        decoder: Name of its decoder, where that is not its own name in snake case.
    """
    if cls is None:
        return partial(_define, decoder=decoder)
    return _define(cls, decoder)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _define(cls: type[M], decoder: str | None) -> type[M]:
    made: Any = cls
    wires, converters, secrets = dict(cls.__wire__), dict(cls.__converters__), set(cls.__secret__)
    optional, defaults = list(cls.__optional__), dict[str, Any]()
    for name in cls.__annotations__:
        if name in _RESERVED:
            raise TypeError(f"{cls.__name__}.{name}: the name belongs to Model")
        given = vars(cls).get(name, _REQUIRED)
        said: Any = given if isinstance(given, _Described) else member(default=given)
        wire = wires[name] = said.wire or name
        defaults[name] = said.default
        if said.converter is not None:
            converters[wire] = said.converter
        if said.secret:
            secrets.add(wire)
        if said.default is not _REQUIRED:
            optional.append(wire)
        direct = wire == name and said.converter is None
        setattr(cls, name, None if direct else _Member(wire, said.converter))
    made.__wire__, made.__converters__, made.__defaults__ = wires, converters, defaults
    made.__secret__, made.__optional__ = frozenset(secrets), tuple(optional)
    made.__decoder__ = decoder or _snake(cls.__name__)
    return cls


_completing = threading.RLock()


def _complete(cls: type[Model]) -> None:
    """Let attrs do its part, which gives the class its constructor and leaves the members alone."""
    import attrs

    with _completing:
        if "__attrs_attrs__" not in vars(cls):
            fields = {
                name: attrs.field() if default is _REQUIRED else attrs.field(default=default)
                for name, default in cls.__defaults__.items()
            }
            attrs.define(cls, these=fields, slots=False, kw_only=True, eq=False, repr=False)


_RESERVED: Final = frozenset(name for name in vars(Model))
