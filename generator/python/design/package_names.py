"""The names of the package, its distribution, client class and environment variables, where the document gives none."""

from __future__ import annotations

import keyword
import re
import sys
import unicodedata

from attrs import evolve

from ...ir.api import Api, Scheme

_GENERIC_WORDS = frozenset(
    "a an and api apis documentation docs for json of official openapi oas openapi3 public reference rest restful spec"
    " specification swagger the to v version web".split()
)
"""Words of a title that do not distinguish APIs."""
_VERSION = re.compile(r"v?\d+(\.\d+)*|v\d\w*", re.I)
_TAKEN_PACKAGES = frozenset(
    "aiohttp anyio attr attrs brotli certifi h11 h2 httpcore httpx idna orjson package resources sniffio src test tests"
    " typing_extensions con prn aux nul".split()
)
"""Names of installed packages, and of devices on Windows."""
_TAKEN_CLASSES = frozenset(
    "APIConnectionError APIError APIResponseValidationError APIStatusError APITimeoutError AiohttpTransport Any ArgumentError"
    " AsyncClient AsyncEventStream AsyncPage AsyncResource AsyncStreamedResponse AuthenticationError BadRequestError Client ClientOptions"
    " ConfigurationError ConflictError ContractError Envelope Error EventStream Gap InternalServerError JSONValue NULL"
    " NotFoundError Null Options Page ParsedResponse PermissionDeniedError Profile RateLimitError RawResponse Request"
    " Resource ResponseInfo SPEC Scheme ServerSentEvent StreamedResponse Timeout UnprocessableEntityError Unpack".split()
)
_SUFFIX = "_client"
_FIRST_VERSION = "0.1.0"
_MAX_FOLDER_LENGTH = 60
_MAX_TITLE_WORDS = 5


def name_package(api: Api) -> Api:
    """Return `api` with a name for everything that its document leaves unnamed."""
    own = api.settings
    title = _list_significant_words(api.title)
    package = _avoid_packages(own.package) or _make_package_name(title)
    stem = package.removesuffix(_SUFFIX).upper()
    settings = evolve(
        own,
        package=package,
        distribution=own.distribution or _make_distribution_name(package),
        client=_avoid_classes(own.client) or _make_class_name(title),
        base_url_variable=own.base_url_variable or f"{stem}_BASE_URL",
        version=own.version or _FIRST_VERSION,
    )
    return evolve(
        api,
        settings=settings,
        schemes=tuple(_name_variables(each, stem) for each in api.schemes),
    )


def _name_variables(scheme: Scheme, stem: str) -> Scheme:
    """Name the environment variables that the arguments of `scheme` default to."""

    def variable(explicit: str, argument: str) -> str:
        return explicit or (f"{stem}_{argument}".upper() if argument else "")

    return evolve(
        scheme,
        variable=variable(scheme.variable, scheme.argument),
        password_variable=variable(scheme.password_variable, scheme.password),
        scope_variable=variable(scheme.scope_variable, scheme.scope),
    )


def _list_significant_words(title: str) -> list[str]:
    """List the words of a title that distinguish the API, with their capitals."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    plain = re.split(r"\s[-|:(]|[(:]", plain.strip(), maxsplit=1)[0] or plain
    words = re.findall(r"[A-Za-z0-9]+(?:\.\d+)*", plain.replace("'", ""))
    significant = [
        each
        for each in words
        if each.lower() not in _GENERIC_WORDS and not _VERSION.fullmatch(each)
    ]
    return [each.replace(".", "_") for each in (significant or words)[:_MAX_TITLE_WORDS]]


def _make_package_name(title: list[str]) -> str:
    """Name the package after the API, but not like the API's own library, which users may have installed."""
    name = "_".join(title).lower().removesuffix(_SUFFIX)[:_MAX_FOLDER_LENGTH].strip("_") or "api"
    return f"api_{name}{_SUFFIX}" if name[0].isdigit() else f"{name}{_SUFFIX}"


def _make_distribution_name(package: str) -> str:
    name = re.sub(r"[-_.]+", "-", package.removesuffix(_SUFFIX)).strip("-").lower()
    return f"{name or 'api'}-client"


def _avoid_packages(package: str) -> str:
    """Append `_api` where `package` would hide another package or can't be a folder on every system."""
    taken = (
        keyword.iskeyword(package) or package.lower() in sys.stdlib_module_names | _TAKEN_PACKAGES
    )
    return f"{package}_api" if taken else package


def _make_class_name(title: list[str]) -> str:
    name = (
        "".join(each[:1].upper() + each[1:] for word in title for each in word.split("_")) or "API"
    )
    if name[0].isdigit():
        name = f"API{name}"
    return f"{name}API" if name in _TAKEN_CLASSES or keyword.iskeyword(name) else name


def _avoid_classes(name: str) -> str:
    """Append an underscore where Python or the generated package has `name` already."""
    return f"{name}_" if keyword.iskeyword(name) or name in _TAKEN_CLASSES else name
