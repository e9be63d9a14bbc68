"""The fake of every case responds to each operation with a body that its own strict mode accepts."""

from __future__ import annotations

import json
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from .support.cases import FOLDERS, imported
from .test_cases import importable


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_strict_mode_accepts_every_documented_response(folder: Path, tmp_path: Path) -> None:
    with imported(folder.name, tmp_path) as package:
        core = importable(package, "_core.contract")
        documented = importable(package, "_core.documented_response")
        strict = core.load_contract(package.__name__)
        contract = core.load_contract(package.__name__, requests=True)
        for name in contract.operations:
            response = documented.DocumentedResponse(name, contract)
            status, media_type, body = response.make({}, None)
            assert strict.find_response_gaps(name, status, media_type, body) == [], name
            assert isinstance(body, bytes) or json.dumps(body)


def operations(package: Any) -> dict[str, str]:
    """The path and the name of every operation."""
    contract = importable(package, "_core.contract").load_contract(package.__name__)
    return {each["path"]: name for name, each in contract.operations.items()}


def call(client: Any, operation: str) -> Any:
    """The result of an operation without arguments."""
    return attrgetter(operation)(client)()


def test_a_package_of_awkward_schemas_serves_itself(tmp_path: Path) -> None:
    gaps: list[Any] = []
    with imported("fake-responses", tmp_path) as package:
        fake = importable(package, "testing").FakeTransport()
        names = operations(package)
        for options in ({"strict": True}, {"on_contract_gap": gaps.append}):
            client = package.Fake(http_client=fake, api_key="k", **options)
            results = {path: call(client, name) for path, name in names.items()}
        assert not gaps and len(fake.requests) == 2 * len(names)
        assert results["/nullable-text"].nick == "" and results["/nullable-model"].p.a == 0
        assert results["/bounded"].name == "aaa-0" and results["/bounded"].size == 5
        assert results["/examples"].kind == "first" and results["/text-example"].a == 7
        assert isinstance(results["/picture"], bytes) and isinstance(results["/whatever"], bytes)


def test_the_hook_gets_gaps_next_to_a_schema_of_unknown_type(tmp_path: Path) -> None:
    gaps: list[Any] = []
    with imported("fake-responses", tmp_path) as package:
        name = operations(package)["/unknown-types"]
        fake = importable(package, "testing").FakeTransport()
        fake.respond(name, json={"file": 1, "count": "many"})
        call(package.Fake(http_client=fake, on_contract_gap=gaps.append, api_key="k"), name)
        assert ("count", "wrong type") in [(gap.field, gap.kind) for gap in gaps]
        strict = package.Fake(http_client=fake, strict=True, api_key="k")
        with pytest.raises(importable(package, "errors").ContractError):
            call(strict, name)


def test_the_body_of_an_error_is_a_model_where_the_document_has_one(tmp_path: Path) -> None:
    problem = {"detail": [{"loc": ["query", "q"], "msg": "field required", "type": "missing"}]}
    with imported("fastapi", tmp_path) as package:
        contract = importable(package, "_core.contract").load_contract(package.__name__)
        name = next(
            name
            for name, each in contract.operations.items()
            if "422" in each["responses"] and each["method"] == "GET"
        )
        operation = importable(package, "_core.operation").Operation
        codec = importable(package, f"_codec.{name.partition('.')[0]}")
        described = next(
            each
            for each in vars(codec).values()
            if isinstance(each, operation) and each.name == name
        )
        decoded = importable(package, "_core.error_details").decode_error(described, 422, problem)
        assert type(decoded).__name__ == "HTTPValidationError"
        assert decoded.detail[0].msg == "field required"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"prompt": "p"}, "Text(text='')"),
        ({"prompt": "p", "max_tokens": 3, "cached": True}, "Text(text='')"),
        ({"image": "i"}, "[Label(label='')]"),
        ({"draw": "d"}, "b'example'"),
    ],
)
def test_the_arguments_choose_the_result_of_the_fake(
    arguments: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    with imported("overloads", tmp_path) as package:
        fake = importable(package, "testing").FakeTransport()
        client = package.Overloads(http_client=fake, strict=True)
        shown = repr(client.models.run("m", **arguments))
        assert shown.startswith(expected[:-2]), shown


def test_the_example_of_another_overload_is_not_used(tmp_path: Path) -> None:
    contract: dict[str, Any] = {
        "schemas": {},
        "operations": {
            "run": {
                "path": "/",
                "parameters": [],
                "responses": {
                    "200": {
                        "application/json": {"example": {"data": {"french": "oui"}}},
                        "text/csv": {},
                    }
                },
                "result": "data",
                "media_by": {"as": {"CSV": "text/csv"}},
                "overloads": [
                    {"required": ["say"], "result": {"properties": {"text": {"type": "string"}}}},
                    {
                        "required": ["say", "to"],
                        "result": {"properties": {"french": {"type": "string"}}},
                    },
                ],
            }
        },
    }
    with imported("overloads", tmp_path) as package:
        module = importable(package, "_core.documented_response")
        made = importable(package, "_core.contract").Contract(contract, requests=True)
        response = module.DocumentedResponse("run", made)
        assert response.make({}, {"say": "yes"})[2] == {"data": {"text": ""}}
        assert response.make({"to": "fr"}, {"say": "yes"})[2] == {"data": {"french": "oui"}}
        assert response.make({"to": None}, {"say": "yes"})[2] == {"data": {"text": ""}}
        assert response.make({"as": "CSV"}, None)[:2] == (200, "text/csv")
        assert response.make({"as": "JSON"}, None)[:2] == (200, "application/json")
