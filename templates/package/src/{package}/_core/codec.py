"""Helpers of the generated decoders, and converters for values that JSON has no type for.

A decoder never raises for what a server might send within a body: a value that does not fit is left unchanged.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeGuard, TypeVar, cast

if TYPE_CHECKING:
    from .operation import Keys

T = TypeVar("T")


class UnexpectedBodyError(ValueError):
    """The body as a whole is not what the operation documents; becomes an APIResponseValidationError."""


_DIGITS_AS_ZEROS = bytes.maketrans(b"0123456789", b"0" * 10)
_LONG_RUN = b"0" * 19
_LARGE_INTEGER = re.compile(rb"(?:^|[\s:,\[])-?[1-9][0-9]{18}").search

new = object.__new__
"""An instance without a call of its constructor; the decoder gives it its `__dict__`."""


class NestedMember:
    """A member that is decoded when it is first read.

    Args:
        wire: Its name on the wire.
        decode: Decodes a received value; an assigned one is left unchanged.
    """

    __slots__ = ("wire", "decode", "stays_container")

    def __init__(self, wire: str, decode: Callable[[Any], Any]) -> None:
        self.wire = wire
        self.decode = decode
        self.stays_container = False  # set by the first mapping that is decoded or assigned

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        data = instance.__dict__
        value = data.get(self.wire)
        if value.__class__ is dict and not self.stays_container:
            value = data[self.wire] = self.decode(value)
            if value.__class__ is dict:
                self.stays_container = True
                _mark_decoded(instance, self.wire)
        elif value.__class__ is list or value.__class__ is dict:
            decoded = getattr(instance, "__decoded__", None)
            if decoded is None or self.wire not in decoded:
                value = data[self.wire] = self.decode(value)
                _mark_decoded(instance, self.wire)
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.wire] = value
        if value.__class__ is dict or value.__class__ is list:
            self.stays_container = True
            _mark_decoded(instance, self.wire)

    def __delete__(self, instance: Any) -> None:
        if instance.__dict__.pop(self.wire, self) is self:
            raise AttributeError(self.wire)


def _mark_decoded(instance: Any, wire: str) -> None:
    """Note that a member is decoded, since a list or an object does not show it."""
    decoded: set[str] | None = getattr(instance, "__decoded__", None)
    if decoded is None:
        instance.__decoded__ = {wire}
    else:
        decoded.add(wire)


def expect_decoded(cls: Any, wires: Iterable[str]) -> None:
    """Prepare the members of a class for instances that have some of them decoded, as copies do."""
    names = {wire: name for name, wire in cls.__wire__.items()}
    for wire in wires:
        member = getattr(cls, names.get(wire, wire), None)
        if isinstance(member, NestedMember):
            member.stays_container = True


def adopt(cls: type[T], nested: Mapping[str, Callable[[Any], Any]] = {}) -> Callable[[Any], T]:
    """Make the decoder of a model, which uses the parsed object as its members.

    Args:
        cls: The model.
        nested: Decoders of members by wire name; each is called when the member is first read.
    """
    names = {wire: name for name, wire in getattr(cls, "__wire__", {}).items()}
    for wire, function in nested.items():
        setattr(cls, names.get(wire, wire), NestedMember(wire, function))

    def decode(data: Any) -> T:
        if data.__class__ is not dict:
            return cast("T", data)
        self: T = new(cls)
        self.__dict__ = data
        return self

    return decode


def decode_list(decode: Callable[[Any], T], data: Any) -> list[T]:
    """Decode each item of a list; anything else is returned as it is."""
    if data.__class__ is not list:
        return cast("list[T]", data)
    return [decode(item) for item in data]


def decode_map(decode: Callable[[Any], T], data: Any) -> dict[str, T]:
    """Decode each value of an object; anything else is returned as it is."""
    if data.__class__ is not dict:
        return cast("dict[str, T]", data)
    for key, value in data.items():
        data[key] = decode(value)
    return cast("dict[str, T]", data)


def decode_additional(decode: Callable[[Any], Any], data: dict[str, Any], *known: str) -> None:
    """Decode the members of an object that are not among those with a type of their own."""
    for name in data.keys() - set(known):
        data[name] = decode(data[name])


def has_item(data: Any, test: Callable[[dict[str, Any]], bool]) -> bool:
    """Return whether `data` is a list of which some item is an object that passes a test."""
    if data.__class__ is not list:
        return False
    return any(item.__class__ is dict and test(item) for item in data)


def get_member(body: Any, path: str) -> Any:
    """Return the value at a dotted path of members, None where a member is missing.

    Raises:
        UnexpectedBodyError: The body is neither an object nor null.
    """
    if body.__class__ is not dict and body is not None:
        raise UnexpectedBodyError(f"expected an object, found {find_kind(body)}")
    return get_at_path(body, path)


def get_at_path(body: Any, path: str) -> Any:
    """Return the value at a dotted path, None where a step is missing; `-1` is the last item of a list.

    A member may have dots in its own name (`@odata.nextLink`): the rest of the path as a whole is tried first.
    """
    rest = path
    while rest:
        if body.__class__ is dict:
            if rest in body:
                return body[rest]
            name, _, rest = rest.partition(".")
            body = body.get(name)
        elif body.__class__ is list and body and rest.partition(".")[0] == "-1":
            body, rest = body[-1], rest.partition(".")[2]
        else:
            return None
    return body


def decode_any(data: Any) -> Any:
    """Return the data unchanged: the decoder of a value that has no class."""
    return data


def decode_text(data: Any) -> Any:
    """Return text unchanged, even where it looks like JSON."""
    return data


def decode_nothing(data: Any) -> None:
    """Return None: the decoder of an operation whose response has no body."""


def has_large_integer(body: bytes) -> bool:
    """Return whether a JSON text may hold an integer beyond 64 bits, which fast parsers turn into a float."""
    # A search for the digits themselves would take longer than parsing; most texts have no run of 19.
    if _LONG_RUN not in body.translate(_DIGITS_AS_ZEROS):
        return False
    return _LARGE_INTEGER(body) is not None


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return whether a value is a list or a tuple, for the type checkers too."""
    return isinstance(value, (list, tuple))


def is_mapping(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Return whether a value is a mapping, for the type checkers too."""
    return isinstance(value, Mapping)


def is_iterable(value: object) -> TypeGuard[Iterable[Any]]:
    """Return whether a value can be iterated over, for the type checkers too."""
    return isinstance(value, Iterable)


def is_async_iterable(value: object) -> TypeGuard[AsyncIterable[Any]]:
    """Return whether a value is to be iterated over with `async for`, for the type checkers too."""
    return isinstance(value, AsyncIterable)


def find_kind(value: Any) -> str:
    """Return JSON's name for the type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


class Null:
    """The type of `NULL`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NULL"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "NULL"


NULL: Final = Null()
"""Sends an explicit null; None leaves the member out."""


class Converter:
    """Converts the text of a member to a value when it is read, and back when it is set.

    Args:
        load: Text to value; raises ValueError for text it can't convert.
        dump: Value to text; anything else is returned unchanged.
    """

    __slots__ = ("_load", "dump")

    def __init__(self, load: Callable[[str], Any], dump: Callable[[Any], Any]) -> None:
        self._load = load
        self.dump = dump

    def load(self, wire: Any) -> Any:
        """Convert text; what can't be converted is returned unchanged."""
        if wire.__class__ is not str:
            return wire
        try:
            return self._load(wire)
        except (ValueError, OverflowError):
            return wire


class ListConverter(Converter):
    """Converts each item of a list."""

    __slots__ = ()

    def __init__(self, item: Converter) -> None:
        super().__init__(item.load, lambda value: _convert_each(item.dump, value))

    def load(self, wire: Any) -> Any:
        """Convert a list into a new one."""
        return _convert_each(self._load, wire)


def _convert_each(function: Callable[[Any], Any], value: Any) -> Any:
    return [function(item) for item in value] if is_list(value) else value


def _load_datetime(text: str) -> datetime:
    if len(text) <= 10:
        raise ValueError(text)  # a date alone would become midnight of that day
    return datetime.fromisoformat(text)


def format_datetime(value: datetime) -> str:
    """Format a moment by RFC 3339: UTC as `Z`, fractions only where there are any; naive means UTC."""
    spec = "milliseconds" if value.microsecond and not value.microsecond % 1000 else "auto"
    text = value.isoformat(timespec=spec)
    offset = value.utcoffset()
    if offset is None:
        return text + "Z"
    return text[:-6] + "Z" if offset == timedelta(0) else text


def to_wire(value: Any) -> Any:
    """Return the wire form of a date, a datetime, bytes (base64) or NULL; anything else unchanged.

    A datetime without a time zone is taken as UTC.
    """
    if isinstance(value, datetime):
        return format_datetime(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode("ascii")
    return None if value is NULL else value


def _load_bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error


DATE_TIME: Final = Converter(_load_datetime, to_wire)
DATE: Final = Converter(date.fromisoformat, to_wire)
BYTES: Final = Converter(_load_bytes, to_wire)
DATE_TIMES: Final = ListConverter(DATE_TIME)
DATES: Final = ListConverter(DATE)


def rename_keys(value: Any, keys: Keys) -> Any:
    """Replace the Python names of typed dicts by wire names, on every level."""
    if not keys:
        return value
    if not is_mapping(value):
        is_list_like = is_iterable(value) and not hasattr(value, "read")
        if not is_list_like or isinstance(value, (str, bytes, bytearray)):
            return value
        return [rename_keys(item, keys) for item in value]
    if isinstance(keys, str):
        keys = _find_tree(keys)
    result: dict[str, Any] = {}
    for key, item in value.items():
        wire, below = keys.get(key) or (key, keys["*"][1] if "*" in keys else {})
        result[wire] = rename_keys(item, below)
    return result


def _find_tree(references: str) -> Mapping[str, tuple[str, Keys]]:
    """Merge the trees that one or several "module:name" refer to; the first one's names win."""
    tree: dict[str, tuple[str, Keys]] = {}
    for reference in reversed(references.split()):
        module, _, name = reference.partition(":")
        tree |= import_module(f".._codec.{module}", __package__)._KEYS[name]
    return tree
