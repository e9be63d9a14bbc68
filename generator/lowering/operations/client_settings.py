"""What the document itself says of the package (`x-client`) and of the client's parameters."""

from __future__ import annotations

from typing import Any

from ...ir.api import ClientParameter, Metadata, Settings
from ...openapi.extensions import operation_keys
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node


def lower_settings(root: Node) -> Settings:
    """Read the names that the document gives; "" for those that it does not."""
    client: dict[str, Any] = read_extension(root, "x-client") or {}
    environment: dict[str, Any] = client.get("environment") or {}
    return Settings(
        package=client.get("package") or "",
        distribution=client.get("distribution") or "",
        client=client.get("class") or "",
        base_url_variable=environment.get("base_url") or "",
        version=client.get("version") or "",
        request_id_header=client.get("request_id_header") or "",
        positional=client.get("positional") or "",
        metadata=_lower_metadata(root, client),
    )


def _lower_metadata(root: Node, client: dict[str, Any]) -> Metadata:
    """Read what an index shows: settings, or else what the document says of itself."""
    info = root / "info"
    contact, license_ = info / "contact", info / "license"
    name, email = contact.text("name") or "", contact.text("email") or ""
    author = f"{name} <{email}>" if name and email else name or email
    links = {
        "Homepage": contact.text("url"),
        "Documentation": (root / "externalDocs").text("url"),
        "Terms of service": info.text("termsOfService"),
    }
    urls = client.get("urls") or {label: url for label, url in links.items() if url}
    return Metadata(
        license=client.get("license") or license_.text("identifier") or license_.text("name") or "",
        authors=tuple(client.get("authors") or ([author] if author else [])),
        urls=tuple(urls.items()),
        keywords=tuple(client.get("keywords") or ()),
        classifiers=tuple(client.get("classifiers") or ()),
    )


def lower_client_parameters(root: Node) -> tuple[ClientParameter, ...]:
    """Read the parameters that the client may hold as defaults."""
    declared: dict[str, dict[str, str] | None] = read_extension(root, "x-client-parameters") or {}
    node = root / "x-client-parameters"
    return tuple(
        ClientParameter(
            name,
            (each or {}).get("environment", ""),
            operation_keys.read_text(node / name, "description"),
        )
        for name, each in declared.items()
    )
