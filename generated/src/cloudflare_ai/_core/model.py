"""Models: typed views of the JSON objects that the server sent.

The `__dict__` of a model *is* the parsed object (adopted, not copied), its keys are the names on the wire.
Hence unknown members are kept at no cost, `to_dict()` is exact, absent and null stay apart, and decoding an
object is one assignment. Class attributes stand in for absent members. A member that is renamed, converted or
itself decoded has a data descriptor, which wins over the `__dict__`; nested objects are decoded when they
are first read.

Models are attrs classes, but responses can be decoded without attrs: only when a model is first made by
hand, or attrs is asked about it, is attrs loaded and the class completed, in place.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Collection, Iterator
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

from ..errors import ArgumentError
from .codec import BYTES as BYTES
from .codec import DATE as DATE
from .codec import DATE_TIME as DATE_TIME
from .codec import DATE_TIMES as DATE_TIMES
from .codec import DATES as DATES
from .codec import NULL as NULL
from .codec import Converter as Converter
from .codec import Null as Null
from .codec import expect_decoded, is_list, is_mapping, to_wire
from .fork import ForkLock

_PLAIN = frozenset({str, int, float, bool, type(None)})
_MAX_LEVELS = 10_000
_SURROGATE = re.compile(r"[\ud800-\udfff]").search
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


def _unhidden(function: F) -> F:
    return cast(F, _Method(function))


class _AttrsHook:
    """Stands in `Model` for what attrs adds to a class: looking it up lets attrs complete the class."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        model_class = next(cls for cls in owner.__mro__ if "__defaults__" in vars(cls))
        if model_class is Model:
            return getattr(object, self.name)
        _complete(model_class)
        value = getattr(owner, self.name)
        return MethodType(value, instance) if instance is not None and callable(value) else value


def to_plain(value: Any) -> Any:
    """Copy anything made of models, mappings, lists, dates and scalars into plain JSON values.

    Raises:
        ArgumentError: It contains itself, or is nested in more than 10,000 levels.
    """
    root = [value]
    pending: list[tuple[Any, int]] = [(root, 0)]
    while pending:
        target, depth = pending.pop()
        for key, item in enumerate(target) if target.__class__ is list else target.items():
            if item.__class__ in _PLAIN:
                continue
            if isinstance(item, Model):
                copy: Any = item.__dict__.copy()
            elif is_mapping(item):
                copy = dict(item)
            elif is_list(item):
                copy = list(item)
            else:
                target[key] = to_wire(item)
                continue
            if depth > _MAX_LEVELS:
                raise ArgumentError(f"It contains itself, or has over {_MAX_LEVELS:,} levels")
            target[key] = copy
            pending.append((copy, depth + 1))
    return root[0]


def summarize(value: Any) -> str:
    """Shorten the `repr` of a value to a readable length."""
    if is_list(value):
        more = [f"… {len(value) - 3} more"] if len(value) > 3 else []
        return "[" + ", ".join([*map(summarize, value[:3]), *more]) + "]"
    try:
        text = repr(value)
    except RecursionError:  # nested too deeply
        return "…"
    if len(text) <= 80 or isinstance(value, Model):
        return text
    return f"{text[:60]}… ({len(text)} characters)"


class Model:
    """A JSON object with typed members.

    Members that the class does not know are kept and found in `extra`. Reading an absent member gives
    None, assigning None makes it null, `del` makes it absent.
    """

    # The first slot holds the wire names of members that are not to be decoded, see `NestedMember`.
    __slots__ = ("__decoded__", "__dict__", "__weakref__")
    __decoded__: set[str]

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
        __attrs_attrs__ = _AttrsHook("__attrs_attrs__")
        __init__ = _AttrsHook("__init__")

    def __attrs_post_init__(self) -> None:
        data = self.__dict__
        for wire in type(self).__optional__:
            if data[wire] is None:
                del data[wire]
        for wire, value in data.items():
            if value is NULL:
                data[wire] = None

    @_unhidden
    def to_dict(self) -> dict[str, Any]:
        """Return the object as JSON, exactly as it came or as it will be sent.

        Returns:
            A deep copy under wire names, unknown members included.
        """
        return cast("dict[str, Any]", to_plain(self))

    @_unhidden
    def to_json(self, *, indent: int | None = None) -> str:
        """Return the object as the text of a JSON document, unknown members included.

        Args:
            indent: Blanks for each level; None for one line.

        Raises:
            ArgumentError: It is nested too deeply for Python's JSON writer (about 1,000 levels).
        """
        plain = to_plain(self)
        try:
            text = json.dumps(plain, ensure_ascii=False, indent=indent)
        except RecursionError:
            raise ArgumentError("The object is nested too deeply to be written as JSON") from None
        if not text.isascii() and _SURROGATE(text):  # it stays an escape: no encoding has it
            return json.dumps(plain, indent=indent)
        return text

    @property
    def extra(self) -> dict[str, Any]:
        """The members that the class does not know, as they came."""
        known = frozenset(type(self).__wire__.values())
        return {key: value for key, value in self.__dict__.items() if key not in known}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Make a model of a JSON object, as it would be made of a response.

        Args:
            data: Under wire names; it is copied.

        Returns:
            The model; nested objects become models, too.
        """
        module = import_module(cls.__module__.replace(".models.", "._codec.", 1))
        return cast(Self, getattr(module, cls.__decoder__)(to_plain(data)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or type(self) is not type(other):
            return NotImplemented
        # One may have been decoded further, and the same moment may be spelled in several ways.
        from .nesting import are_equal

        return are_equal(self, other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = (f"{name}={summarize(value)}" for name, value in _shown_members(self))
        return f"{type(self).__name__}({', '.join(shown)})"

    @_unhidden
    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """Yield the members for `rich`, those that are secret masked."""
        yield from _shown_members(self)

    @_unhidden
    def __copy__(self) -> Self:
        return _restore(type(self), dict(self.__dict__), _decoded_members(self))

    @_unhidden
    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        from copy import deepcopy

        try:
            return _restore(type(self), deepcopy(self.__dict__, memo), _decoded_members(self))
        except RecursionError:
            from .nesting import copy_flattened

            return copy_flattened(self)

    @_unhidden
    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        from .nesting import assemble, flatten  # pickle recurses several times a level

        return assemble, (flatten(self),)


def _decoded_members(model: Model) -> tuple[str, ...]:
    return tuple(getattr(model, "__decoded__", ()))


def _read_members(model: Model) -> dict[str, Any]:
    """Return the members that are there by wire name, with the values that attributes give."""
    names = {wire: name for name, wire in type(model).__wire__.items()}
    return {
        key: getattr(model, names[key]) if key in names else value
        for key, value in list(model.__dict__.items())
    }


def _shown_members(model: Model) -> Iterator[tuple[str, Any]]:
    """Yield the members that are there by the names of attributes, secrets masked."""
    cls = type(model)
    names = {wire: name for name, wire in cls.__wire__.items()}
    for key, value in _read_members(model).items():
        is_masked = key in cls.__secret__ and value is not None
        yield names.get(key, key), "***" if is_masked else value


def _restore(cls: type[M], data: dict[str, Any], decoded: Collection[str] = ()) -> M:
    instance = cls.__new__(cls)
    instance.__dict__ = data
    if decoded:
        instance.__decoded__ = set(decoded)
        expect_decoded(cls, decoded)
    return instance


_REQUIRED: Final = object()


class _MemberOptions(SimpleNamespace):
    """The description of a member besides its annotation."""


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
    return _MemberOptions(wire=wire, default=default, converter=converter, secret=secret)


@overload
def model(cls: type[M], /) -> type[M]: ...


@overload
def model(*, decoder: str) -> Callable[[type[M]], type[M]]: ...


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(member,))
def model(cls: type[M] | None = None, /, *, decoder: str | None = None) -> Any:
    """Make a class an attrs class that is a view of a JSON object.

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
        options: Any = given if isinstance(given, _MemberOptions) else member(default=given)
        wire = wires[name] = options.wire or name
        defaults[name] = options.default
        if options.converter is not None:
            converters[wire] = options.converter
        if options.secret:
            secrets.add(wire)
        if options.default is not _REQUIRED:
            optional.append(wire)
        direct = wire == name and options.converter is None
        setattr(cls, name, None if direct else _Member(wire, options.converter))
    made.__wire__, made.__converters__, made.__defaults__ = wires, converters, defaults
    made.__secret__, made.__optional__ = frozenset(secrets), tuple(optional)
    made.__decoder__ = decoder or _snake(cls.__name__)
    return cls


_completing = ForkLock(threading.RLock)


def _complete(cls: type[Model]) -> None:
    """Let attrs complete a class: it adds the constructor and leaves the members alone."""
    import attrs

    with _completing.current:
        if "__attrs_attrs__" not in vars(cls):
            fields = {
                name: attrs.field() if default is _REQUIRED else attrs.field(default=default)
                for name, default in cls.__defaults__.items()
            }
            attrs.define(cls, these=fields, slots=False, kw_only=True, eq=False, repr=False)


_RESERVED: Final = frozenset(name for name in vars(Model))
