# Generated from Unions 1; do not edit.
"""The models of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .shapes import (
        M1,
        V1,
        V2,
        Expression,
        ExpressionDict,
        Kinds,
        M1Dict,
        Mapped,
        MappedDict,
        Shared,
        SharedDict,
        V1Dict,
        V2Dict,
        Version,
        VersionDict,
        Within,
        WithinDict,
    )

__all__ = [
    "Signs",
    "SignsAlike",
    "SignsAlikeDict",
    "SignsAlikeOne",
    "SignsAlikeOneDict",
    "SignsAlikeOther",
    "SignsAlikeOtherDict",
    "SignsChoice",
    "SignsChoiceDict",
    "SignsChoiceFunction",
    "SignsChoiceFunctionDict",
    "SignsChoiceHosted",
    "SignsChoiceHostedDict",
    "SignsDict",
    "SignsFlat",
    "SignsFlatDict",
    "SignsLists",
    "SignsListsDict",
    "SignsListsOption1Item",
    "SignsListsOption1ItemDict",
    "SignsListsOption2Item",
    "SignsListsOption2ItemDict",
    "SignsLookup",
    "SignsLookupByID",
    "SignsLookupByIDDict",
    "SignsLookupByName",
    "SignsLookupByNameDict",
    "SignsLookupDict",
    "SignsMixed",
    "SignsMixedDict",
    "SignsMixedFar",
    "SignsMixedFarDict",
    "SignsMixedNear",
    "SignsMixedNearDict",
    "SignsOutcome",
    "SignsOutcomeDict",
    "SignsOutcomeDone",
    "SignsOutcomeDoneDict",
    "SignsOutcomeFailed",
    "SignsOutcomeFailedDict",
    "SignsSetting",
    "SignsSettingDict",
    "SignsSettingList",
    "SignsSettingListDict",
    "SignsSettingNumber",
    "SignsSettingNumberDict",
    "SignsSettingText",
    "SignsSettingTextDict",
    "SignsSize",
    "SignsSizeDict",
    "SignsSizeLarge",
    "SignsSizeLargeDict",
    "SignsSizeMedium",
    "SignsSizeMediumDict",
    "SignsSizeSmall",
    "SignsSizeSmallDict",
    "SignsTool",
    "SignsToolDict",
    "UnknownSignsChoice",
    "UnknownSignsFlat",
    "UnknownSignsOutcome",
    "UnknownSignsTool",
]


@model
class Signs(Model):
    """What tells variants apart that have no tag."""

    version: Version | None = None
    """The variants have numbers as constants."""
    mapped: Mapped | None = None
    """The keys of a mapping are text, whatever the member is."""
    outcome: SignsOutcome | None = None
    lookup: SignsLookup | None = None
    setting: SignsSetting | None = None
    expression: Expression | None = None
    size: SignsSize | None = None
    alike: SignsAlike | None = None
    lists: SignsLists | None = None
    choice: SignsChoice | None = None
    shared: Shared | None = None
    mixed: SignsMixed | None = None
    """The values of both are the same, and no name is one of them."""
    flat: SignsFlat | None = None
    """The mapping names variants of a union within."""
    tool: SignsTool | None = None


class SignsDict(TypedDict):
    """`Signs` as a dict, for arguments."""

    version: NotRequired[Version | VersionDict]
    mapped: NotRequired[Mapped | MappedDict]
    outcome: NotRequired[SignsOutcome | SignsOutcomeDict]
    lookup: NotRequired[SignsLookup | SignsLookupDict]
    setting: NotRequired[SignsSetting | SignsSettingDict]
    expression: NotRequired[Expression | ExpressionDict]
    size: NotRequired[SignsSize | SignsSizeDict]
    alike: NotRequired[SignsAlike | SignsAlikeDict]
    lists: NotRequired[SignsLists | SignsListsDict]
    choice: NotRequired[SignsChoice | SignsChoiceDict]
    shared: NotRequired[Shared | SharedDict]
    mixed: NotRequired[SignsMixed | SignsMixedDict]
    flat: NotRequired[SignsFlat | SignsFlatDict]
    tool: NotRequired[SignsTool | SignsToolDict]


@model
class UnknownSignsOutcome(Model):
    """A variant of `SignsOutcome` that this client does not know."""

    ok: bool


@model
class SignsOutcomeDone(Model):
    ok: Literal[True] = True
    value: str | None = None


class SignsOutcomeDoneDict(TypedDict):
    """`SignsOutcomeDone` as a dict, for arguments."""

    ok: Literal[True]
    value: NotRequired[str]


@model
class SignsOutcomeFailed(Model):
    ok: Literal[False] = False
    value: str | None = None


class SignsOutcomeFailedDict(TypedDict):
    """`SignsOutcomeFailed` as a dict, for arguments."""

    ok: Literal[False]
    value: NotRequired[str]


@model
class SignsLookupByID(Model):
    id: str
    name: str | None = None


class SignsLookupByIDDict(TypedDict):
    """`SignsLookupByID` as a dict, for arguments."""

    id: str
    name: NotRequired[str]


@model
class SignsLookupByName(Model):
    id: str | None = None
    name: str


class SignsLookupByNameDict(TypedDict):
    """`SignsLookupByName` as a dict, for arguments."""

    id: NotRequired[str]
    name: str


@model
class SignsSettingText(Model):
    value: str


class SignsSettingTextDict(TypedDict):
    """`SignsSettingText` as a dict, for arguments."""

    value: str


@model
class SignsSettingNumber(Model):
    value: float | None


class SignsSettingNumberDict(TypedDict):
    """`SignsSettingNumber` as a dict, for arguments."""

    value: float | None


@model
class SignsSettingList(Model):
    value: list[str]


class SignsSettingListDict(TypedDict):
    """`SignsSettingList` as a dict, for arguments."""

    value: Sequence[str]


@model
class SignsSizeLarge(Model):
    x: int | None = None
    y: int | None = None
    z: int | None = None


class SignsSizeLargeDict(TypedDict):
    """`SignsSizeLarge` as a dict, for arguments."""

    x: NotRequired[int]
    y: NotRequired[int]
    z: NotRequired[int]


@model
class SignsSizeMedium(Model):
    x: int | None = None
    y: int | None = None


class SignsSizeMediumDict(TypedDict):
    """`SignsSizeMedium` as a dict, for arguments."""

    x: NotRequired[int]
    y: NotRequired[int]


@model
class SignsSizeSmall(Model):
    x: int | None = None


class SignsSizeSmallDict(TypedDict):
    """`SignsSizeSmall` as a dict, for arguments."""

    x: NotRequired[int]


@model
class SignsAlikeOne(Model):
    a: str | None = None


class SignsAlikeOneDict(TypedDict):
    """`SignsAlikeOne` as a dict, for arguments."""

    a: NotRequired[str]


@model
class SignsAlikeOther(Model):
    a: str | None = None
    """At most 3 characters."""


class SignsAlikeOtherDict(TypedDict):
    """`SignsAlikeOther` as a dict, for arguments."""

    a: NotRequired[str]


@model
class SignsListsOption1Item(Model):
    at: float | None = None


class SignsListsOption1ItemDict(TypedDict):
    """`SignsListsOption1Item` as a dict, for arguments."""

    at: NotRequired[float]


@model
class SignsListsOption2Item(Model):
    at: list[float] | None = None


class SignsListsOption2ItemDict(TypedDict):
    """`SignsListsOption2Item` as a dict, for arguments."""

    at: NotRequired[Sequence[float]]


@model
class UnknownSignsChoice(Model):
    """A variant of `SignsChoice` that this client does not know."""

    type: str


@model
class SignsChoiceFunction(Model):
    type: Literal["function"] = "function"
    name: str | None = None


class SignsChoiceFunctionDict(TypedDict):
    """`SignsChoiceFunction` as a dict, for arguments."""

    type: Literal["function"]
    name: NotRequired[str]


@model
class SignsChoiceHosted(Model):
    type: Literal["hosted"] = "hosted"
    id: str | None = None


class SignsChoiceHostedDict(TypedDict):
    """`SignsChoiceHosted` as a dict, for arguments."""

    type: Literal["hosted"]
    id: NotRequired[str]


@model
class SignsMixedNear(Model):
    kind: Kinds | None = None
    meters: float | None = None


class SignsMixedNearDict(TypedDict):
    """`SignsMixedNear` as a dict, for arguments."""

    kind: NotRequired[Kinds]
    meters: NotRequired[float]


@model
class SignsMixedFar(Model):
    kind: Kinds | None = None
    miles: float | None = None


class SignsMixedFarDict(TypedDict):
    """`SignsMixedFar` as a dict, for arguments."""

    kind: NotRequired[Kinds]
    miles: NotRequired[float]


@model
class UnknownSignsFlat(Model):
    """A variant of `SignsFlat` that this client does not know."""

    kind: str


@model
class UnknownSignsTool(Model):
    """A variant of `SignsTool` that this client does not know."""

    v: int


SignsOutcome: TypeAlias = "SignsOutcomeDone | SignsOutcomeFailed | UnknownSignsOutcome"

SignsOutcomeDict: TypeAlias = "SignsOutcomeDoneDict | SignsOutcomeFailedDict"

SignsLookup: TypeAlias = "SignsLookupByID | SignsLookupByName"

SignsLookupDict: TypeAlias = "SignsLookupByIDDict | SignsLookupByNameDict"

SignsSetting: TypeAlias = "SignsSettingText | SignsSettingNumber | SignsSettingList"

SignsSettingDict: TypeAlias = "SignsSettingTextDict | SignsSettingNumberDict | SignsSettingListDict"

SignsSize: TypeAlias = "SignsSizeLarge | SignsSizeMedium | SignsSizeSmall"

SignsSizeDict: TypeAlias = "SignsSizeLargeDict | SignsSizeMediumDict | SignsSizeSmallDict"

SignsAlike: TypeAlias = "SignsAlikeOne | SignsAlikeOther"

SignsAlikeDict: TypeAlias = "SignsAlikeOneDict | SignsAlikeOtherDict"

SignsLists: TypeAlias = "list[SignsListsOption1Item] | list[SignsListsOption2Item]"

SignsListsDict: TypeAlias = (
    "Sequence[SignsListsOption1Item | SignsListsOption1ItemDict] | Sequence[SignsListsOption2Item | SignsListsOption2ItemDict]"
)

SignsChoice: TypeAlias = (
    'Literal["auto", "none"] | SignsChoiceFunction | SignsChoiceHosted | UnknownSignsChoice'
)

SignsChoiceDict: TypeAlias = (
    'Literal["auto", "none"] | SignsChoiceFunctionDict | SignsChoiceHostedDict'
)

SignsMixed: TypeAlias = "SignsMixedNear | SignsMixedFar"
"""The values of both are the same, and no name is one of them."""

SignsMixedDict: TypeAlias = "SignsMixedNearDict | SignsMixedFarDict"

SignsFlat: TypeAlias = "M1 | Within | UnknownSignsFlat"
"""The mapping names variants of a union within."""

SignsFlatDict: TypeAlias = "M1Dict | WithinDict"

SignsTool: TypeAlias = "str | V1 | V2 | UnknownSignsTool"

SignsToolDict: TypeAlias = "str | V1Dict | V2Dict"
