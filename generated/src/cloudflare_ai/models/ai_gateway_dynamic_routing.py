# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai_gateway.dynamic_routing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

__all__ = [
    "AccountRoute",
    "ConditionalElement",
    "ConditionalElementDict",
    "ConditionalOutputs",
    "ConditionalOutputsDict",
    "ConditionalProperties",
    "ConditionalPropertiesDict",
    "Deployment",
    "DeploymentList",
    "Element",
    "ElementDict",
    "ElementTarget",
    "ElementTargetDict",
    "EndElement",
    "EndElementDict",
    "FallbackOutputs",
    "FallbackOutputsDict",
    "ModelElement",
    "ModelElementDict",
    "ModelProperties",
    "ModelPropertiesDict",
    "PercentageElement",
    "PercentageElementDict",
    "RateElement",
    "RateElementDict",
    "RateProperties",
    "RatePropertiesDict",
    "Route",
    "RouteContent",
    "RouteList",
    "RouteVersion",
    "RouteVersionActive",
    "RouteVersionDetail",
    "RouteVersionList",
    "StartElement",
    "StartElementDict",
    "StartOutputs",
    "StartOutputsDict",
    "UnknownElement",
]


@model
class AccountRoute(Model):
    """A dynamic route with its account, deployment and version."""

    id: str
    """Identifier of the route."""
    account_tag: str
    """Identifier of the account."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the route was created."""
    deployment: Deployment
    elements: list[Element]
    """The elements of the route and where each leads."""
    gateway_id: str
    """Name of the gateway."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the route was last changed."""
    name: str
    """Name of the route."""
    version: RouteVersion


@model
class Deployment(Model):
    """When which version of a route went live."""

    created_at: str
    """When the version went live."""
    deployment_id: str
    """Identifier of the deployment."""
    version_id: str
    """Identifier of the version that went live."""


@model
class UnknownElement(Model):
    """A variant of `Element` that this client does not know."""

    type: str


@model
class StartElement(Model):
    """Where a route begins."""

    id: str
    """Identifier of the element, which outputs name."""
    outputs: StartOutputs
    type: Literal["start"] = "start"
    """Kind of the element."""


class StartElementDict(TypedDict):
    """`StartElement` as a dict, for arguments."""

    id: str
    outputs: StartOutputs | StartOutputsDict
    type: Literal["start"]


@model
class StartOutputs(Model):
    """Where the start leads."""

    next: ElementTarget


class StartOutputsDict(TypedDict):
    """`StartOutputs` as a dict, for arguments."""

    next: ElementTarget | ElementTargetDict


@model
class ElementTarget(Model):
    """The element that an output leads to."""

    element_id: str = member("elementId")
    """Identifier of the element."""


class ElementTargetDict(TypedDict):
    """`ElementTarget` as a dict, for arguments."""

    element_id: str


@model
class ConditionalElement(Model):
    """Chooses between two ways by conditions on the request."""

    id: str
    """Identifier of the element, which outputs name."""
    outputs: ConditionalOutputs
    properties: ConditionalProperties
    type: Literal["conditional"] = "conditional"
    """Kind of the element."""


class ConditionalElementDict(TypedDict):
    """`ConditionalElement` as a dict, for arguments."""

    id: str
    outputs: ConditionalOutputs | ConditionalOutputsDict
    properties: ConditionalProperties | ConditionalPropertiesDict
    type: Literal["conditional"]


@model
class ConditionalOutputs(Model):
    """Where a request goes that misses or meets the conditions."""

    false: ElementTarget
    true: ElementTarget


class ConditionalOutputsDict(TypedDict):
    """`ConditionalOutputs` as a dict, for arguments."""

    false: ElementTarget | ElementTargetDict
    true: ElementTarget | ElementTargetDict


@model
class ConditionalProperties(Model):
    """What a request is judged by."""

    conditions: Any = None
    """The conditions; the documents leave their form open."""


class ConditionalPropertiesDict(TypedDict):
    """`ConditionalProperties` as a dict, for arguments."""

    conditions: NotRequired[Any]


@model
class PercentageElement(Model):
    """Spreads requests over several ways by percentage."""

    id: str
    """Identifier of the element, which outputs name."""
    outputs: dict[str, ElementTarget]
    """Where each share of the requests goes."""
    type: Literal["percentage"] = "percentage"
    """Kind of the element."""


class PercentageElementDict(TypedDict):
    """`PercentageElement` as a dict, for arguments."""

    id: str
    outputs: Mapping[str, ElementTarget | ElementTargetDict]
    type: Literal["percentage"]


@model
class RateElement(Model):
    """Lets requests pass up to a limit."""

    id: str
    """Identifier of the element, which outputs name."""
    outputs: FallbackOutputs
    properties: RateProperties
    type: Literal["rate"] = "rate"
    """Kind of the element."""


class RateElementDict(TypedDict):
    """`RateElement` as a dict, for arguments."""

    id: str
    outputs: FallbackOutputs | FallbackOutputsDict
    properties: RateProperties | RatePropertiesDict
    type: Literal["rate"]


@model
class FallbackOutputs(Model):
    """Where a request goes when the element refuses or fails, and when it succeeds."""

    fallback: ElementTarget
    success: ElementTarget


class FallbackOutputsDict(TypedDict):
    """`FallbackOutputs` as a dict, for arguments."""

    fallback: ElementTarget | ElementTargetDict
    success: ElementTarget | ElementTargetDict


@model
class RateProperties(Model):
    """How much may pass in a window."""

    key: str
    """What requests are counted by."""
    limit: float
    """How many requests, or how much cost, the window admits."""
    limit_type: Literal["count", "cost"] = member("limitType")
    """Whether the limit counts requests or their cost."""
    window: int
    """Length of the window."""


class RatePropertiesDict(TypedDict):
    """`RateProperties` as a dict, for arguments."""

    key: str
    limit: float
    limit_type: Literal["count", "cost"]
    window: int


@model
class ModelElement(Model):
    """Calls a model."""

    id: str
    """Identifier of the element, which outputs name."""
    outputs: FallbackOutputs
    properties: ModelProperties
    type: Literal["model"] = "model"
    """Kind of the element."""


class ModelElementDict(TypedDict):
    """`ModelElement` as a dict, for arguments."""

    id: str
    outputs: FallbackOutputs | FallbackOutputsDict
    properties: ModelProperties | ModelPropertiesDict
    type: Literal["model"]


@model
class ModelProperties(Model):
    """Which model is called, and how persistently."""

    model: str
    """Model to call."""
    provider: str
    """Provider to call."""
    retries: int
    """How many times a failed call is repeated."""
    timeout: int
    """How long to wait for the model; the documents name no unit."""


class ModelPropertiesDict(TypedDict):
    """`ModelProperties` as a dict, for arguments."""

    model: str
    provider: str
    retries: int
    timeout: int


@model
class EndElement(Model):
    """Where a route ends."""

    id: str
    """Identifier of the element, which outputs name."""
    outputs: dict[str, ElementTarget]
    """Where the end leads, which is nowhere as a rule."""
    type: Literal["end"] = "end"
    """Kind of the element."""


class EndElementDict(TypedDict):
    """`EndElement` as a dict, for arguments."""

    id: str
    outputs: Mapping[str, ElementTarget | ElementTargetDict]
    type: Literal["end"]


@model
class RouteVersion(Model):
    """A version of a route."""

    active: RouteVersionActive
    """Whether the version is live; the API spells it as a string."""
    created_at: str
    """When the version was created."""
    data: str
    """The elements of the version, as JSON text."""
    version_id: str
    """Identifier of the version."""


@model
class RouteList(Model):
    """A page of dynamic routes."""

    order_by: str
    """Member that the list is ordered by."""
    order_by_direction: str
    """Direction of the order, `asc` or `desc`."""
    page: int
    """Number of this page, counted from 1."""
    per_page: int
    """How many routes a page holds."""
    routes: list[AccountRoute]
    """The routes of this page."""


@model
class Route(Model):
    """A dynamic route with its deployment and version."""

    id: str
    """Identifier of the route."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the route was created."""
    deployment: Deployment
    elements: list[Element]
    """The elements of the route and where each leads."""
    gateway_id: str
    """Name of the gateway."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the route was last changed."""
    name: str
    """Name of the route."""
    version: RouteVersion


@model
class RouteContent(Model):
    """A dynamic route by itself, without deployment and version."""

    id: str
    """Identifier of the route."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the route was created."""
    elements: list[Element]
    """The elements of the route and where each leads."""
    gateway_id: str
    """Name of the gateway."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the route was last changed."""
    name: str
    """Name of the route."""


@model
class DeploymentList(Model):
    """A page of deployments."""

    deployments: list[Deployment]
    """The deployments of this page."""
    order_by: str
    """Member that the list is ordered by."""
    order_by_direction: str
    """Direction of the order, `asc` or `desc`."""
    page: int
    """Number of this page, counted from 1."""
    per_page: int
    """How many deployments a page holds."""


@model
class RouteVersionList(Model):
    """A page of versions."""

    order_by: str
    """Member that the list is ordered by."""
    order_by_direction: str
    """Direction of the order, `asc` or `desc`."""
    page: int
    """Number of this page, counted from 1."""
    per_page: int
    """How many versions a page holds."""
    versions: list[RouteVersion]
    """The versions of this page."""


@model
class RouteVersionDetail(Model):
    """A version of a route with its elements."""

    id: str
    """Identifier of the route."""
    active: RouteVersionActive
    """Whether the version is live; the API spells it as a string."""
    created_at: str
    """When the version was created."""
    data: str
    """The elements of the version, as JSON text."""
    elements: list[Element]
    """The elements of the version and where each leads."""
    gateway_id: str
    """Name of the gateway."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the version was last changed."""
    name: str
    """Name of the route."""
    version_id: str
    """Identifier of the version."""


Element: TypeAlias = (
    "StartElement | ConditionalElement | PercentageElement | RateElement | ModelElement | EndElement | UnknownElement"
)
"""An element of a route; its type says which."""

ElementDict: TypeAlias = (
    "StartElementDict | ConditionalElementDict | PercentageElementDict | RateElementDict | ModelElementDict | EndElementDict"
)

RouteVersionActive: TypeAlias = Literal["true", "false"]
"""Whether the version is live; the API spells it as a string."""
