# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `ai_gateway.dynamic_routing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, decode_map, get_member
from .._core.operation import Operation
from .._core.paging_styles import PageNumber, PagedOperation
from ..models.ai_gateway_dynamic_routing import (
    AccountRoute,
    ConditionalElement,
    ConditionalOutputs,
    ConditionalProperties,
    Deployment,
    DeploymentList,
    ElementTarget,
    EndElement,
    FallbackOutputs,
    ModelElement,
    ModelProperties,
    PercentageElement,
    RateElement,
    RateProperties,
    Route,
    RouteContent,
    RouteList,
    RouteVersion,
    RouteVersionDetail,
    RouteVersionList,
    StartElement,
    StartOutputs,
    UnknownElement,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.ai_gateway_dynamic_routing import Element

account_route: Callable[[Any], AccountRoute] = adopt(
    AccountRoute,
    {
        "deployment": lambda data: deployment(data),
        "elements": lambda data: decode_list(element, data),
        "version": lambda data: route_version(data),
    },
)
deployment: Callable[[Any], Deployment] = adopt(Deployment)
unknown_element: Callable[[Any], UnknownElement] = adopt(UnknownElement)
start_element: Callable[[Any], StartElement] = adopt(
    StartElement,
    {
        "outputs": lambda data: start_outputs(data),
    },
)
start_outputs: Callable[[Any], StartOutputs] = adopt(
    StartOutputs,
    {
        "next": lambda data: element_target(data),
    },
)
element_target: Callable[[Any], ElementTarget] = adopt(ElementTarget)
conditional_element: Callable[[Any], ConditionalElement] = adopt(
    ConditionalElement,
    {
        "outputs": lambda data: conditional_outputs(data),
        "properties": lambda data: conditional_properties(data),
    },
)
conditional_outputs: Callable[[Any], ConditionalOutputs] = adopt(
    ConditionalOutputs,
    {
        "false": lambda data: element_target(data),
        "true": lambda data: element_target(data),
    },
)
conditional_properties: Callable[[Any], ConditionalProperties] = adopt(ConditionalProperties)
percentage_element: Callable[[Any], PercentageElement] = adopt(
    PercentageElement,
    {
        "outputs": lambda data: decode_map(element_target, data),
    },
)
rate_element: Callable[[Any], RateElement] = adopt(
    RateElement,
    {
        "outputs": lambda data: fallback_outputs(data),
        "properties": lambda data: rate_properties(data),
    },
)
fallback_outputs: Callable[[Any], FallbackOutputs] = adopt(
    FallbackOutputs,
    {
        "fallback": lambda data: element_target(data),
        "success": lambda data: element_target(data),
    },
)
rate_properties: Callable[[Any], RateProperties] = adopt(RateProperties)
model_element: Callable[[Any], ModelElement] = adopt(
    ModelElement,
    {
        "outputs": lambda data: fallback_outputs(data),
        "properties": lambda data: model_properties(data),
    },
)
model_properties: Callable[[Any], ModelProperties] = adopt(ModelProperties)
end_element: Callable[[Any], EndElement] = adopt(
    EndElement,
    {
        "outputs": lambda data: decode_map(element_target, data),
    },
)
route_version: Callable[[Any], RouteVersion] = adopt(RouteVersion)
route_list: Callable[[Any], RouteList] = adopt(
    RouteList,
    {
        "routes": lambda data: decode_list(account_route, data),
    },
)
route: Callable[[Any], Route] = adopt(
    Route,
    {
        "deployment": lambda data: deployment(data),
        "elements": lambda data: decode_list(element, data),
        "version": lambda data: route_version(data),
    },
)
route_content: Callable[[Any], RouteContent] = adopt(
    RouteContent,
    {
        "elements": lambda data: decode_list(element, data),
    },
)
deployment_list: Callable[[Any], DeploymentList] = adopt(
    DeploymentList,
    {
        "deployments": lambda data: decode_list(deployment, data),
    },
)
route_version_list: Callable[[Any], RouteVersionList] = adopt(
    RouteVersionList,
    {
        "versions": lambda data: decode_list(route_version, data),
    },
)
route_version_detail: Callable[[Any], RouteVersionDetail] = adopt(
    RouteVersionDetail,
    {
        "elements": lambda data: decode_list(element, data),
    },
)


def element(data: Any) -> Element:
    if data.__class__ is not dict:
        return cast("Element", data)
    value = data.get("type")
    decode = _ELEMENTS.get(value, unknown_element) if value.__class__ is str else unknown_element
    return decode(data)


def _dynamic_routing_list(body: Any) -> list[AccountRoute]:
    return decode_list(account_route, get_member(body, "data.routes"))


def _dynamic_routing_list_info(body: Any) -> RouteList:
    return route_list(get_member(body, "data"))


def _dynamic_routing_create(body: Any) -> Route:
    return route(get_member(body, "result"))


def _dynamic_routing_get(body: Any) -> Route:
    return route(get_member(body, "result"))


def _dynamic_routing_update(body: Any) -> AccountRoute:
    return account_route(get_member(body, "route"))


def _dynamic_routing_delete(body: Any) -> RouteContent:
    return route_content(get_member(body, "result"))


def _dynamic_routing_list_deployments(body: Any) -> list[Deployment]:
    return decode_list(deployment, get_member(body, "data.deployments"))


def _dynamic_routing_list_deployments_info(body: Any) -> DeploymentList:
    return deployment_list(get_member(body, "data"))


def _dynamic_routing_create_deployment(body: Any) -> RouteContent:
    return route_content(get_member(body, "result"))


def _dynamic_routing_list_versions(body: Any) -> list[RouteVersion]:
    return decode_list(route_version, get_member(body, "data.versions"))


def _dynamic_routing_list_versions_info(body: Any) -> RouteVersionList:
    return route_version_list(get_member(body, "data"))


def _dynamic_routing_create_version(body: Any) -> RouteContent:
    return route_content(get_member(body, "result"))


def _dynamic_routing_get_version(body: Any) -> RouteVersionDetail:
    return route_version_detail(get_member(body, "result"))


_ELEMENTS: dict[str, Callable[[Any], Element]] = {
    "start": start_element,
    "conditional": conditional_element,
    "percentage": percentage_element,
    "rate": rate_element,
    "model": model_element,
    "end": end_element,
}
DYNAMIC_ROUTING_LIST: PagedOperation[AccountRoute, RouteList] = PagedOperation(
    name="ai_gateway.dynamic_routing.list",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes",
    decode=_dynamic_routing_list,
    info=_dynamic_routing_list_info,
    paging=PageNumber(page="page", size="per_page"),
    client_parameters=("account_id",),
)
DYNAMIC_ROUTING_CREATE: Operation[Route] = Operation(
    name="ai_gateway.dynamic_routing.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes",
    decode=_dynamic_routing_create,
    keys={
        "elements": {
            "outputs": (
                "outputs",
                {
                    "next": ("next", {"element_id": ("elementId", {})}),
                    "false": ("false", {"element_id": ("elementId", {})}),
                    "true": ("true", {"element_id": ("elementId", {})}),
                    "*": ("*", {"element_id": ("elementId", {})}),
                    "fallback": ("fallback", {"element_id": ("elementId", {})}),
                    "success": ("success", {"element_id": ("elementId", {})}),
                },
            ),
            "properties": ("properties", {"limit_type": ("limitType", {})}),
        }
    },
    client_parameters=("account_id",),
    body="json",
)
DYNAMIC_ROUTING_GET: Operation[Route] = Operation(
    name="ai_gateway.dynamic_routing.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}",
    decode=_dynamic_routing_get,
    client_parameters=("account_id",),
)
DYNAMIC_ROUTING_UPDATE: Operation[AccountRoute] = Operation(
    name="ai_gateway.dynamic_routing.update",
    method="PATCH",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}",
    decode=_dynamic_routing_update,
    client_parameters=("account_id",),
    body="json",
)
DYNAMIC_ROUTING_DELETE: Operation[RouteContent] = Operation(
    name="ai_gateway.dynamic_routing.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}",
    decode=_dynamic_routing_delete,
    client_parameters=("account_id",),
)
DYNAMIC_ROUTING_LIST_DEPLOYMENTS: PagedOperation[Deployment, DeploymentList] = PagedOperation(
    name="ai_gateway.dynamic_routing.list_deployments",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}/deployments",
    decode=_dynamic_routing_list_deployments,
    info=_dynamic_routing_list_deployments_info,
    paging=PageNumber(page="page", size="per_page"),
    client_parameters=("account_id",),
)
DYNAMIC_ROUTING_CREATE_DEPLOYMENT: Operation[RouteContent] = Operation(
    name="ai_gateway.dynamic_routing.create_deployment",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}/deployments",
    decode=_dynamic_routing_create_deployment,
    client_parameters=("account_id",),
    body="json",
)
DYNAMIC_ROUTING_LIST_VERSIONS: PagedOperation[RouteVersion, RouteVersionList] = PagedOperation(
    name="ai_gateway.dynamic_routing.list_versions",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}/versions",
    decode=_dynamic_routing_list_versions,
    info=_dynamic_routing_list_versions_info,
    paging=PageNumber(page="page", size="per_page"),
    client_parameters=("account_id",),
)
DYNAMIC_ROUTING_CREATE_VERSION: Operation[RouteContent] = Operation(
    name="ai_gateway.dynamic_routing.create_version",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}/versions",
    decode=_dynamic_routing_create_version,
    keys={
        "elements": {
            "outputs": (
                "outputs",
                {
                    "next": ("next", {"element_id": ("elementId", {})}),
                    "false": ("false", {"element_id": ("elementId", {})}),
                    "true": ("true", {"element_id": ("elementId", {})}),
                    "*": ("*", {"element_id": ("elementId", {})}),
                    "fallback": ("fallback", {"element_id": ("elementId", {})}),
                    "success": ("success", {"element_id": ("elementId", {})}),
                },
            ),
            "properties": ("properties", {"limit_type": ("limitType", {})}),
        }
    },
    client_parameters=("account_id",),
    body="json",
)
DYNAMIC_ROUTING_GET_VERSION: Operation[RouteVersionDetail] = Operation(
    name="ai_gateway.dynamic_routing.get_version",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}/versions/{version_id}",
    decode=_dynamic_routing_get_version,
    client_parameters=("account_id",),
)
