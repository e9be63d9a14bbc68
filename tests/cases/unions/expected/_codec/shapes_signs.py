# Generated from Unions 1; do not edit.
"""Decoders and operations of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core import lazy_function
from .._core.codec import adopt, decode_list, has_item
from ..models.shapes_signs import (
    Signs,
    SignsAlikeOne,
    SignsAlikeOther,
    SignsChoiceFunction,
    SignsChoiceHosted,
    SignsListsOption1Item,
    SignsListsOption2Item,
    SignsLookupByID,
    SignsLookupByName,
    SignsMixedFar,
    SignsMixedNear,
    SignsOutcomeDone,
    SignsOutcomeFailed,
    SignsSettingList,
    SignsSettingNumber,
    SignsSettingText,
    SignsSizeLarge,
    SignsSizeMedium,
    SignsSizeSmall,
    UnknownSignsChoice,
    UnknownSignsFlat,
    UnknownSignsOutcome,
    UnknownSignsTool,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shapes import (
        Expression,
        M1 as M1Model,
        Mapped,
        North,
        Shared,
        South,
        V1 as V1Model,
        V2 as V2Model,
        Version,
    )
    from ..models.shapes_signs import (
        SignsAlike,
        SignsChoice,
        SignsFlat,
        SignsLists,
        SignsLookup,
        SignsMixed,
        SignsOutcome,
        SignsSetting,
        SignsSize,
        SignsTool,
    )

expression: Callable[[Any], Expression] = lazy_function(__package__, "shapes", "expression")
m1: Callable[[Any], M1Model] = lazy_function(__package__, "shapes", "m1")
mapped: Callable[[Any], Mapped] = lazy_function(__package__, "shapes", "mapped")
north: Callable[[Any], North] = lazy_function(__package__, "shapes", "north")
shared: Callable[[Any], Shared] = lazy_function(__package__, "shapes", "shared")
south: Callable[[Any], South] = lazy_function(__package__, "shapes", "south")
v1: Callable[[Any], V1Model] = lazy_function(__package__, "shapes", "v1")
v2: Callable[[Any], V2Model] = lazy_function(__package__, "shapes", "v2")
version: Callable[[Any], Version] = lazy_function(__package__, "shapes", "version")

signs: Callable[[Any], Signs] = adopt(
    Signs,
    {
        "version": lambda data: version(data),
        "mapped": lambda data: mapped(data),
        "outcome": lambda data: signs_outcome(data),
        "lookup": lambda data: signs_lookup(data),
        "setting": lambda data: signs_setting(data),
        "expression": lambda data: expression(data),
        "size": lambda data: signs_size(data),
        "alike": lambda data: signs_alike(data),
        "lists": lambda data: signs_lists(data),
        "choice": lambda data: signs_choice(data),
        "shared": lambda data: shared(data),
        "mixed": lambda data: signs_mixed(data),
        "flat": lambda data: signs_flat(data),
        "tool": lambda data: signs_tool(data),
    },
)
unknown_signs_outcome: Callable[[Any], UnknownSignsOutcome] = adopt(UnknownSignsOutcome)
signs_outcome_done: Callable[[Any], SignsOutcomeDone] = adopt(SignsOutcomeDone)
signs_outcome_failed: Callable[[Any], SignsOutcomeFailed] = adopt(SignsOutcomeFailed)
signs_lookup_by_id: Callable[[Any], SignsLookupByID] = adopt(SignsLookupByID)
signs_lookup_by_name: Callable[[Any], SignsLookupByName] = adopt(SignsLookupByName)
signs_setting_text: Callable[[Any], SignsSettingText] = adopt(SignsSettingText)
signs_setting_number: Callable[[Any], SignsSettingNumber] = adopt(SignsSettingNumber)
signs_setting_list: Callable[[Any], SignsSettingList] = adopt(SignsSettingList)
signs_size_large: Callable[[Any], SignsSizeLarge] = adopt(SignsSizeLarge)
signs_size_medium: Callable[[Any], SignsSizeMedium] = adopt(SignsSizeMedium)
signs_size_small: Callable[[Any], SignsSizeSmall] = adopt(SignsSizeSmall)
signs_alike_one: Callable[[Any], SignsAlikeOne] = adopt(SignsAlikeOne)
signs_alike_other: Callable[[Any], SignsAlikeOther] = adopt(SignsAlikeOther)
signs_lists_option1_item: Callable[[Any], SignsListsOption1Item] = adopt(SignsListsOption1Item)
signs_lists_option2_item: Callable[[Any], SignsListsOption2Item] = adopt(SignsListsOption2Item)
unknown_signs_choice: Callable[[Any], UnknownSignsChoice] = adopt(UnknownSignsChoice)
signs_choice_function: Callable[[Any], SignsChoiceFunction] = adopt(SignsChoiceFunction)
signs_choice_hosted: Callable[[Any], SignsChoiceHosted] = adopt(SignsChoiceHosted)
signs_mixed_near: Callable[[Any], SignsMixedNear] = adopt(SignsMixedNear)
signs_mixed_far: Callable[[Any], SignsMixedFar] = adopt(SignsMixedFar)
unknown_signs_flat: Callable[[Any], UnknownSignsFlat] = adopt(UnknownSignsFlat)
unknown_signs_tool: Callable[[Any], UnknownSignsTool] = adopt(UnknownSignsTool)


def signs_outcome(data: Any) -> SignsOutcome:
    if data.__class__ is not dict:
        return cast("SignsOutcome", data)
    value = data.get("ok")
    decode = (
        _SIGNS_OUTCOMES.get(value, unknown_signs_outcome)
        if value.__class__ is bool
        else unknown_signs_outcome
    )
    return decode(data)


def signs_lookup(data: Any) -> SignsLookup:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "id" in data:
            return signs_lookup_by_id(data)
        if "name" in data:
            return signs_lookup_by_name(data)
    return cast("SignsLookup", data)


def signs_setting(data: Any) -> SignsSetting:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if data.get("value").__class__ is str:
            return signs_setting_text(data)
        if data.get("value").__class__ in (int, float):
            return signs_setting_number(data)
        if data.get("value").__class__ is list:
            return signs_setting_list(data)
        if "value" in data:
            return signs_setting_text(data)
    return cast("SignsSetting", data)


def signs_size(data: Any) -> SignsSize:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "z" in data:
            return signs_size_large(data)
        if "y" in data:
            return signs_size_medium(data)
        if "x" in data:
            return signs_size_small(data)
    return cast("SignsSize", data)


def signs_alike(data: Any) -> SignsAlike:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "a" in data:
            return signs_alike_one(data)
    return cast("SignsAlike", data)


def signs_lists(data: Any) -> SignsLists:
    """Choose a variant by its members."""
    if has_item(data, lambda item: item.get("at").__class__ in (int, float)):
        return decode_list(signs_lists_option1_item, data)
    if has_item(data, lambda item: item.get("at").__class__ is list):
        return decode_list(signs_lists_option2_item, data)
    if has_item(data, lambda item: "at" in item):
        return decode_list(signs_lists_option1_item, data)
    return cast("SignsLists", data)


def signs_choice(data: Any) -> SignsChoice:
    if data.__class__ is not dict:
        return cast("SignsChoice", data)
    value = data.get("type")
    decode = (
        _SIGNS_CHOICES.get(value, unknown_signs_choice)
        if value.__class__ is str
        else unknown_signs_choice
    )
    return decode(data)


def signs_mixed(data: Any) -> SignsMixed:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "meters" in data:
            return signs_mixed_near(data)
        if "miles" in data:
            return signs_mixed_far(data)
        if "kind" in data:
            return signs_mixed_near(data)
    return cast("SignsMixed", data)


def signs_flat(data: Any) -> SignsFlat:
    if data.__class__ is not dict:
        return cast("SignsFlat", data)
    value = data.get("kind")
    decode = (
        _SIGNS_FLATS.get(value, unknown_signs_flat)
        if value.__class__ is str
        else unknown_signs_flat
    )
    return decode(data)


def signs_tool(data: Any) -> SignsTool:
    if data.__class__ is not dict:
        return cast("SignsTool", data)
    value = data.get("v")
    decode = (
        _SIGNS_TOOLS.get(value, unknown_signs_tool)
        if value.__class__ in (int, float)
        else unknown_signs_tool
    )
    return decode(data)


_SIGNS_OUTCOMES: dict[bool, Callable[[Any], SignsOutcome]] = {
    True: signs_outcome_done,
    False: signs_outcome_failed,
}
_SIGNS_CHOICES: dict[str, Callable[[Any], SignsChoice]] = {
    "function": signs_choice_function,
    "hosted": signs_choice_hosted,
}
_SIGNS_FLATS: dict[str, Callable[[Any], SignsFlat]] = {"one": m1, "north": north, "south": south}
_SIGNS_TOOLS: dict[float, Callable[[Any], SignsTool]] = {1: v1, 2: v2, 3: v2}
