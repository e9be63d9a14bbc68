"""Resources and methods: what a person would call them, and the same whatever stands around them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.diagnostics import Report
from generator.ir.document import Api
from generator.lowering.naming.allocate import places
from generator.lowering.naming.operation_names import Naming
from generator.lowering.naming.path_template import Route
from generator.openapi.loading import Source, load
from generator.python.naming.symbol_table import build_symbol_table
from tests.case_support import CASES

Told = tuple[str, str, str, str]
"""Method, path, operation id and tag of an operation; "" where the document has none."""


@pytest.mark.parametrize(
    ("method", "path", "id", "tag", "name"),
    [
        # without an id or a tag: the nouns of the path, and the verbs of REST
        ("get", "/v1/customers", "", "", "customers.list"),
        ("post", "/v1/customers/{customer}", "", "", "customers.update"),
        ("get", "/v1/customers/{customer}/cards/{id}", "", "", "customers.cards.get"),
        ("get", "/accounts/{account}/people", "", "", "accounts.people.list"),
        # a verb of the path is the method, and so is what a thing has but once
        ("post", "/v1/charges/{charge}/capture", "", "", "charges.capture"),
        ("get", "/v1/charges/search", "", "", "charges.search"),
        ("post", "/v1/apps/secrets/delete", "", "", "apps.secrets.delete"),
        ("delete", "/v1/customers/{id}/discount", "", "", "customers.delete_discount"),
        ("post", "/v1/charges/{charge}/dispute/close", "", "", "charges.close_dispute"),
        ("post", "/invoices/{id}/mark_uncollectible", "", "", "invoices.mark_uncollectible"),
        ("get", "/credit_notes/preview/lines", "", "", "credit_notes.list_preview_lines"),
        ("get", "/account/settings", "", "", "account.get_settings"),
        ("post", "/sendMessage", "", "", "api.send_message"),
        # ids that tools have made of method and path say nothing
        ("post", "/v1/charges/{id}/refund", "PostChargesIdRefund", "", "charges.refund"),
        ("delete", "/alerts/{alert_id}", "DELETE_alerts-alert_id", "Alerts", "alerts.delete"),
        ("get", "/items/{id}/parts", "read_items_items__id__parts_get", "", "items.parts.read"),
        ("get", "/", "4a3f9c0e8d7b6a5f4e3d", "", "api.get"),
        # ids that a person wrote, less what the resource says
        ("post", "/chat/completions", "createChatCompletion", "Chat", "chat.completions.create"),
        ("get", "/pets", "listPets", "pets", "pets.list"),
        ("get", "/gardens/{id}/beds", "beds", "", "gardens.beds.list"),
        ("post", "/users/{id}/enrol", "enrolUser", "", "users.enrol"),
        ("get", "/pets/{petId}", "getPetById", "pet", "pet.get"),
        ("get", "/pet/findByStatus", "findPetsByStatus", "pet", "pet.find_by_status"),
        ("get", "/albums/{id}/tracks", "get-an-albums-tracks", "Albums", "albums.tracks.list"),
        (
            "put",
            "/playlists/{id}",
            "change-playlist-details",
            "Playlists",
            "playlists.change_details",
        ),
        ("post", "/playlists/{id}/tracks", "add-tracks-to-playlist", "", "playlists.tracks.add"),
        ("get", "/cards/{id}/board", "getCardsBoardByIdCard", "card", "card.get_board_by_id_card"),
        ("get", "/cards/{idCard}/board", "getCardsBoardByIdCard", "card", "card.get_board"),
        ("get", "/user", "listOAuthKeysIPv4", "", "user.list_oauth_keys_ipv4"),
        ("get", "/branches/{branch}/apis", "getAPIs", "APIs", "apis.list"),
        (
            "get",
            "/v1/analytics/libraries/{key}/usages",
            "",
            "Library analytics",
            "library_analytics.usages.list",
        ),
        # a tag that is the title of the document says nothing
        ("post", "/chat/completions", "createChatCompletion", "Names", "chat.completions.create"),
        ("get", "/", "getRoot", "Names API", "names.get_root"),
        ("get", "/a/{id}/issues/$count", "Get.Count.issues-fd80", "", "a.issues.get_count"),
        # ids that their author divided
        ("get", "/orgs/{org}/repos", "repos/list-for-org", "repos", "repos.list_for_org"),
        ("get", "/v1/{name}", "x.projects.zones.list", "projects", "projects.zones.list"),
        ("delete", "/vms/{id}", "VirtualMachines_Delete", "Compute", "virtual_machines.delete"),
        ("post", "/v2/plans", "BillingPlans_PostBillingPlans", "", "billing_plans.create"),
        ("get", "/groups/{id}/brands", "Brands_GetGroupBrands", "", "brands.list_for_group"),
        ("post", "/apps/{id}/alerts", "apps_create_alert", "Apps", "apps.create_alert"),
        ("get", "/#Action=StartHosts", "GET_StartHosts", "", "api.start_hosts"),
        ("post", "/admin.apps.approve", "admin_apps_approve", "admin.apps", "admin.apps.approve"),
    ],
)
def test_an_operation_is_called_what_a_person_would_call_it(
    method: str, path: str, id: str, tag: str, name: str, tmp_path: Path
) -> None:
    assert list(named([(method, path, id, tag)], tmp_path).values()) == [name]


# No two of these want the same name, except where `CONTESTED` says so.
TOLD: list[Told] = [
    ("get", "/pets", "listPets", "pets"),
    ("post", "/pets", "", "pets"),
    ("get", "/pets/{id}", "getPet", "pets"),
    ("get", "/pets/{id}/toys", "", "pets"),
    ("post", "/pets/{id}/toys/{toy}/throw", "", "pets"),
    ("get", "/v1/list", "list_pets", "pets"),
    ("get", "/v2/pets", "", "pets"),
    ("get", "/animals/pets", "pets", "pets"),
    ("get", "/owners", "", ""),
    ("get", "/owners/{id}", "", ""),
    ("get", "/owners/{id}/history", "", ""),
    ("get", "/owners/{id}/history/{entry}", "", ""),
    ("post", "/owners/{id}/history", "", ""),
    ("post", "/toys", "toys", "toys"),
    ("get", "/toys/{id}", "Toys_toys", "toys"),
    ("get", "/things/pets", "things/pets", ""),
    ("get", "/things/pets/all", "things.pets.all", ""),
]
CONTESTED = {
    "list /pets": [0, 5, 6, 7],
    "history of an owner": [10, 11],
    "the resource things.pets": [15, 16],
}
"""Operations that want the same name: of these one has it, a resource first, and the others take longer ones."""


def named(
    told: Sequence[Told], folder: Path, kept: Mapping[tuple[str, str], str] = {}
) -> dict[Told, str]:
    """What operations are called in a document that has them in this order, where a package has `kept`."""
    paths: dict[str, dict[str, Any]] = {}
    for method, path, id, tag in told:
        operation: dict[str, Any] = {"responses": {"204": {"description": "Done."}}}
        operation |= ({"operationId": id} if id else {}) | ({"tags": [tag]} if tag else {})
        paths.setdefault(path, {})[method] = operation
    source = document(paths, folder)
    source.kept = kept
    found = {(each.method, each.path): each for each in places(source)}
    return {each: ".".join((*found[each[:2]].resource, found[each[:2]].name)) for each in told}


def document(paths: dict[str, Any], folder: Path) -> Source:
    whole = {"openapi": "3.1.0", "info": {"title": "Names API", "version": "1"}, "paths": paths}
    (folder / "openapi.json").write_text(json.dumps(whole))
    source = load(folder / "openapi.json", Report())
    assert source is not None
    return source


@settings(max_examples=50, deadline=None)
@given(order=st.permutations(TOLD))
def test_the_order_of_the_document_does_not_matter(
    order: list[Told], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("names")
    assert named(order, folder) == named(TOLD, folder)


@pytest.mark.parametrize("added", range(len(TOLD)), ids=lambda number: " ".join(TOLD[number][:2]))
def test_one_more_operation_anywhere_renames_no_other(added: int, tmp_path: Path) -> None:
    others = TOLD[:added] + TOLD[added + 1 :]
    before = named(others, tmp_path)
    rivals = {TOLD[number] for group in CONTESTED.values() if added in group for number in group}
    for place in range(len(TOLD)):
        after = named([*others[:place], TOLD[added], *others[place:]], tmp_path)
        renamed = {each for each in others if after[each] != before[each]}
        assert renamed <= rivals
    assert len(set(after.values())) == len(TOLD)


def test_of_equal_wishes_the_shorter_path_has_its_own(tmp_path: Path) -> None:
    names = named(TOLD, tmp_path)
    assert [names[TOLD[number]] for number in CONTESTED["list /pets"]] == [
        "pets.list",
        "pets.list_pets",
        "pets.list_v2",
        "pets.list_for_animal",
    ]


def test_operations_of_one_path_are_told_apart_by_their_methods(tmp_path: Path) -> None:
    both: list[Told] = [("get", "/toys/search", "", ""), ("post", "/toys/search", "", "")]
    assert list(named(both, tmp_path).values()) == ["toys.search", "toys.post_search"]


def test_what_the_document_says_comes_before_what_is_guessed(tmp_path: Path) -> None:
    said = {"x-method": "list", "tags": ["pets"], "responses": {}}
    paths = {"/pets": {"get": {"responses": {}}}, "/v1/pets/every": {"get": said}}
    assert [each.name for each in places(document(paths, tmp_path))] == ["list_at_pets", "list"]


def test_names_of_a_case_are_wishes_of_their_own_operations() -> None:
    """No operation is called by a number as long as it has a name of its own."""
    source = load(CASES / "operation-names" / "openapi.yaml", Report())
    assert source is not None
    for place in places(source):
        assert place.name in list(Naming(place.node, place.method, Route(place.path)).methods())


def test_classes_keep_their_names_when_an_operation_is_added(tmp_path: Path) -> None:
    def answer(**properties: str) -> dict[str, Any]:
        members = {name: {"type": kind} for name, kind in properties.items()}
        schema = {"type": "object", "properties": members}
        content = {"application/json": {"schema": schema}}
        return {"get": {"responses": {"200": {"description": "Fine.", "content": content}}}}

    paths = {
        "/owners": answer(a="string"),
        "/pets": answer(b="string"),
        "/toys": answer(c="string"),
    }
    before = classes(paths, tmp_path)
    assert len(before) == 3
    added = answer(b="string")
    for place in range(len(paths) + 1):
        items = list(paths.items())
        items.insert(place, ("/zoos/pets", added))
        assert classes(dict(items), tmp_path).items() >= before.items()


def classes(paths: dict[str, Any], folder: Path) -> dict[str, str]:
    """The class of each definition."""
    document(paths, folder)
    report = Report()
    api: Api | None = pipeline.Compilation(folder / "openapi.json", report).api
    assert api is not None, report.findings
    return {key: each.name for key, each in build_symbol_table(api).definitions.items()}


@pytest.mark.parametrize("added", range(len(TOLD)), ids=lambda number: " ".join(TOLD[number][:2]))
def test_one_more_operation_renames_none_that_a_package_has(added: int, tmp_path: Path) -> None:
    others = TOLD[:added] + TOLD[added + 1 :]
    before = named(others, tmp_path)
    kept = {(method.upper(), path): before[told] for told in others for method, path in [told[:2]]}
    after = named(TOLD, tmp_path, kept)
    assert {told: after[told] for told in others} == before
    assert len(set(after.values())) == len(TOLD)
    kept |= {(told[0].upper(), told[1]): name for told, name in after.items()}
    assert named(TOLD, tmp_path, kept) == after, "and the next run finds the same"


@pytest.mark.parametrize(
    "kept", ["pets.every", "pets.list_pets.again", "pets", "", "owners.list", "pets.listPets"]
)
def test_a_kept_name_that_is_none_of_the_operation_s_own_is_not_kept(
    kept: str, tmp_path: Path
) -> None:
    told = ("get", "/pets", "listPets", "pets")
    assert named([told], tmp_path, {("GET", "/pets"): kept}) == {told: "pets.list"}


def test_what_the_document_says_goes_before_what_a_package_has(tmp_path: Path) -> None:
    paths: dict[str, Any] = {
        "/pets": {"get": {"tags": ["pets"], "responses": {}}},
        "/all": {"get": {"x-resource": "pets", "x-method": "list", "responses": {}}},
        "/more": {"get": {"x-resource": "things.pets", "x-method": "all", "responses": {}}},
        "/things/pets": {"get": {"operationId": "things/pets", "responses": {}}},
    }
    source = document(paths, tmp_path)
    source.kept = {("GET", "/pets"): "pets.list", ("GET", "/things/pets"): "things.pets"}
    found = {each.path: ".".join((*each.resource, each.name)) for each in places(source)}
    assert found == {
        "/pets": "pets.list_at_pets",
        "/all": "pets.list",
        "/more": "things.pets.all",
        "/things/pets": "things.pets_at_pets",
    }


@pytest.mark.parametrize(
    ("resource", "method", "name"),
    [
        ("a/../b", "get", "a.b.get"),
        ("...", "", "pets.list"),
        ("\u202eold pets", "list all()", "old_pets.list_all"),
        ("pets", "\u2028", "pets.list"),
        ("pets", "listAll", "pets.listAll"),
    ],
)
def test_what_was_said_to_another_generator_becomes_words(
    resource: str, method: str, name: str, tmp_path: Path
) -> None:
    said = {"x-fern-sdk-group-name": resource, "x-fern-sdk-method-name": method}
    operation = {**said, "tags": ["pets"], "responses": {}}
    [place] = places(document({"/pets": {"get": operation}}, tmp_path))
    assert ".".join((*place.resource, place.name)) == name


def test_a_name_without_words_takes_none_from_another(tmp_path: Path) -> None:
    operation = {"x-fern-sdk-method-name": "\u2028", "tags": ["pets"], "responses": {}}
    document({"/pets": {"get": operation}}, tmp_path)
    report = Report()
    assert pipeline.Compilation(tmp_path / "openapi.json", report).api is not None
    assert "name-collision" not in report.counts()
