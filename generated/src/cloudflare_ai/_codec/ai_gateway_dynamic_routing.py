"""The wire side of `ai_gateway.dynamic_routing`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, decode_map, get_member, new
from .._core.operation import Operation, PageNumber, PagedOperation
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

deployment = adopt(Deployment)
unknown_element = adopt(UnknownElement)
element_target = adopt(ElementTarget)
conditional_properties = adopt(ConditionalProperties)
rate_properties = adopt(RateProperties)
model_properties = adopt(ModelProperties)
route_version = adopt(RouteVersion)


def account_route(data: Any) -> AccountRoute:
    if data.__class__ is not dict:
        return cast("AccountRoute", data)
    self = new(AccountRoute)
    self.__dict__ = data
    if (found := data.get("deployment")).__class__ is dict:
        data["deployment"] = new(Deployment)
        data["deployment"].__dict__ = found
    if "elements" in data:
        data["elements"] = decode_list(element, data["elements"])
    if (found := data.get("version")).__class__ is dict:
        data["version"] = new(RouteVersion)
        data["version"].__dict__ = found
    return self


def element(data: Any) -> Element:
    if data.__class__ is not dict:
        return cast("Element", data)
    found = data.get("type")
    decode = _ELEMENTS.get(found, unknown_element) if found.__class__ is str else unknown_element
    return decode(data)


def start_element(data: Any) -> StartElement:
    if data.__class__ is not dict:
        return cast("StartElement", data)
    self = new(StartElement)
    self.__dict__ = data
    if "outputs" in data:
        data["outputs"] = start_outputs(data["outputs"])
    return self


def start_outputs(data: Any) -> StartOutputs:
    if data.__class__ is not dict:
        return cast("StartOutputs", data)
    self = new(StartOutputs)
    self.__dict__ = data
    if (found := data.get("next")).__class__ is dict:
        data["next"] = new(ElementTarget)
        data["next"].__dict__ = found
    return self


def conditional_element(data: Any) -> ConditionalElement:
    if data.__class__ is not dict:
        return cast("ConditionalElement", data)
    self = new(ConditionalElement)
    self.__dict__ = data
    if "outputs" in data:
        data["outputs"] = conditional_outputs(data["outputs"])
    if (found := data.get("properties")).__class__ is dict:
        data["properties"] = new(ConditionalProperties)
        data["properties"].__dict__ = found
    return self


def conditional_outputs(data: Any) -> ConditionalOutputs:
    if data.__class__ is not dict:
        return cast("ConditionalOutputs", data)
    self = new(ConditionalOutputs)
    self.__dict__ = data
    if (found := data.get("false")).__class__ is dict:
        data["false"] = new(ElementTarget)
        data["false"].__dict__ = found
    if (found := data.get("true")).__class__ is dict:
        data["true"] = new(ElementTarget)
        data["true"].__dict__ = found
    return self


def percentage_element(data: Any) -> PercentageElement:
    if data.__class__ is not dict:
        return cast("PercentageElement", data)
    self = new(PercentageElement)
    self.__dict__ = data
    if "outputs" in data:
        data["outputs"] = decode_map(element_target, data["outputs"])
    return self


def rate_element(data: Any) -> RateElement:
    if data.__class__ is not dict:
        return cast("RateElement", data)
    self = new(RateElement)
    self.__dict__ = data
    if "outputs" in data:
        data["outputs"] = fallback_outputs(data["outputs"])
    if (found := data.get("properties")).__class__ is dict:
        data["properties"] = new(RateProperties)
        data["properties"].__dict__ = found
    return self


def fallback_outputs(data: Any) -> FallbackOutputs:
    if data.__class__ is not dict:
        return cast("FallbackOutputs", data)
    self = new(FallbackOutputs)
    self.__dict__ = data
    if (found := data.get("fallback")).__class__ is dict:
        data["fallback"] = new(ElementTarget)
        data["fallback"].__dict__ = found
    if (found := data.get("success")).__class__ is dict:
        data["success"] = new(ElementTarget)
        data["success"].__dict__ = found
    return self


def model_element(data: Any) -> ModelElement:
    if data.__class__ is not dict:
        return cast("ModelElement", data)
    self = new(ModelElement)
    self.__dict__ = data
    if "outputs" in data:
        data["outputs"] = fallback_outputs(data["outputs"])
    if (found := data.get("properties")).__class__ is dict:
        data["properties"] = new(ModelProperties)
        data["properties"].__dict__ = found
    return self


def end_element(data: Any) -> EndElement:
    if data.__class__ is not dict:
        return cast("EndElement", data)
    self = new(EndElement)
    self.__dict__ = data
    if "outputs" in data:
        data["outputs"] = decode_map(element_target, data["outputs"])
    return self


def route_list(data: Any) -> RouteList:
    if data.__class__ is not dict:
        return cast("RouteList", data)
    self = new(RouteList)
    self.__dict__ = data
    if "routes" in data:
        data["routes"] = decode_list(account_route, data["routes"])
    return self


def route(data: Any) -> Route:
    if data.__class__ is not dict:
        return cast("Route", data)
    self = new(Route)
    self.__dict__ = data
    if (found := data.get("deployment")).__class__ is dict:
        data["deployment"] = new(Deployment)
        data["deployment"].__dict__ = found
    if "elements" in data:
        data["elements"] = decode_list(element, data["elements"])
    if (found := data.get("version")).__class__ is dict:
        data["version"] = new(RouteVersion)
        data["version"].__dict__ = found
    return self


def route_content(data: Any) -> RouteContent:
    if data.__class__ is not dict:
        return cast("RouteContent", data)
    self = new(RouteContent)
    self.__dict__ = data
    if "elements" in data:
        data["elements"] = decode_list(element, data["elements"])
    return self


def deployment_list(data: Any) -> DeploymentList:
    if data.__class__ is not dict:
        return cast("DeploymentList", data)
    self = new(DeploymentList)
    self.__dict__ = data
    if "deployments" in data:
        data["deployments"] = decode_list(deployment, data["deployments"])
    return self


def route_version_list(data: Any) -> RouteVersionList:
    if data.__class__ is not dict:
        return cast("RouteVersionList", data)
    self = new(RouteVersionList)
    self.__dict__ = data
    if "versions" in data:
        data["versions"] = decode_list(route_version, data["versions"])
    return self


def route_version_detail(data: Any) -> RouteVersionDetail:
    if data.__class__ is not dict:
        return cast("RouteVersionDetail", data)
    self = new(RouteVersionDetail)
    self.__dict__ = data
    if "elements" in data:
        data["elements"] = decode_list(element, data["elements"])
    return self


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
    body="json",
    client_parameters=("account_id",),
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
    body="json",
    client_parameters=("account_id",),
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
    body="json",
    client_parameters=("account_id",),
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
    body="json",
    client_parameters=("account_id",),
)
DYNAMIC_ROUTING_GET_VERSION: Operation[RouteVersionDetail] = Operation(
    name="ai_gateway.dynamic_routing.get_version",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes/{id}/versions/{version_id}",
    decode=_dynamic_routing_get_version,
    client_parameters=("account_id",),
)
