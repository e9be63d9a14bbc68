"""Names of resources and methods: what a person would choose, stable when a document grows."""

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
from generator.ir.api import Api
from generator.lowering.naming.name_lock import NO_LOCK, LockedName, NameLock
from generator.lowering.naming.operation_index import index_operations
from generator.openapi.loading import Source, load
from generator.python.naming.symbol_table import build_symbol_table

Operation = tuple[str, str, str, str]
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
        ("get", "/credit_notes/preview/lines", "", "", "credit_notes.preview.lines.list"),
        ("get", "/account/settings", "", "", "account.get_settings"),
        ("post", "/sendMessage", "", "", "send_message"),
        ("post", "/calls/{id}/hangup", "createHangup", "", "calls.hangup"),
        ("post", "/simulate/authorize", "", "Payments", "payments.simulate_authorize"),
        ("post", "/templates/{id}/preview", "previewTemplate", "", "templates.preview"),
        # a tag that is divided is the resource as the author wants it, and a part with a tag for itself is one
        (
            "get",
            "/v1/agents/{id}/aliases",
            "agents_list_aliases",
            "beta.agents",
            "beta.agents.list_aliases",
        ),
        (
            "get",
            "/projects/{id}/keys",
            "list",
            "manage > v1 > projects > keys",
            "manage.v1.projects.keys.list",
        ),
        ("get", "/sites/{id}/snippet", "", "Snippets", "sites.snippet.get"),
        ("get", "/three_ds/secret", "", "3DS", "three_ds.get_secret"),
        # an id without borders between words, and verbs that are standard in other words
        (
            "get",
            "/organization/spend_limit",
            "Getorganizationspendlimit",
            "",
            "organization.get_spend_limit",
        ),
        (
            "get",
            "/usage/web_search_calls",
            "usage_web_search_calls",
            "",
            "usage.web_search_calls.list",
        ),
        ("post", "/companies", "createOrUpdateCompany", "", "companies.create_or_update"),
        ("post", "/invites", "inviteUser", "", "invites.create"),
        # a verb is no resource, even where arguments follow it
        ("post", "/voices/add/{user}/{voice}", "add_sharing_voice", "voices", "voices.add"),
        ("get", "/vault/authorize/{service}", "connectionsAuthorize", "", "vault.authorize"),
        ("get", "/chain/block/{height}", "getBlock", "", "chain.block.get"),
        ("post", "/split", "split_split_post", "", "split"),
        ("post", "/cancel/{job}", "cancel_job", "", "cancel"),
        # classes of servers in front of an id, and words with numbers
        ("get", "/kv/{id}/metadata", "Some.Name.KeyController.describe", "vault", "kv.describe"),
        (
            "get",
            "/invites",
            "InvitesController_list",
            "users.new-invites",
            "users.new_invites.list",
        ),
        ("post", "/models-3d/upload", "", "", "models_3d.upload"),
        ("get", "/connections/{id}", "ConnectionsController_find", "", "connections.get"),
        ("get", "/payments", "searchPayments", "", "payments.list"),
        ("get", "/bills/{id}", "billsOne", "Bills", "bills.get"),
        ("get", "/bills", "billsAll", "Bills", "bills.list"),
        # ids that tools have made of method and path say nothing
        ("post", "/v1/charges/{id}/refund", "PostChargesIdRefund", "", "charges.refund"),
        ("delete", "/alerts/{alert_id}", "DELETE_alerts-alert_id", "Alerts", "alerts.delete"),
        ("get", "/items/{id}/parts", "read_items_items__id__parts_get", "", "items.parts.list"),
        ("get", "/", "4a3f9c0e8d7b6a5f4e3d", "", "get"),
        ("put", "/api/pets/{id}/", "api_pets_partial_update", "", "pets.update"),
        ("get", "/api/pets/{id}/toys/", "api_pets_toys_list_2", "", "pets.toys.list"),
        ("get", "/api/statistics/", "api_statistics_retrieve", "", "statistics.get"),
        ("post", "/files/{file_id}/copy", "post_files_id_copy", "Files", "files.copy"),
        ("get", "/cat/{id}", "CatController_findOne", "cats", "cat.get"),
        ("get", "/v1/clusters", "ClusterService_List", "Clusters", "clusters.list"),
        (
            "get",
            "/chats/{id}/history",
            "chats_api_v1_history",
            "beta.chats",
            "beta.chats.get_history",
        ),
        ("get", "/docs/{id}/share", "docs_share_list_v1", "docs.accesses", "docs.accesses.list"),
        # an action that is no usual verb, where a path has nothing but a POST
        ("post", "/payments/{id}/post", "PostPaymentsIdPost", "", "payments.post"),
        ("post", "/calls/{id}/actions/hum", "humCall", "", "calls.hum"),
        ("post", "/items/{id}/unresolve", "", "", "items.unresolve"),
        # a tag that says what one does is no resource
        ("post", "/v1/text_to_video", "", "Start generating", "text_to_video.create"),
        # ids that a person wrote, less what the resource says
        ("post", "/chat/completions", "createChatCompletion", "Chat", "chat.completions.create"),
        ("get", "/pets", "listPets", "pets", "pets.list"),
        ("get", "/gardens/{id}/beds", "beds", "", "gardens.beds.list"),
        ("post", "/users/{id}/enrol", "enrolUser", "", "users.enrol"),
        ("get", "/pets/{petId}", "getPetById", "pet", "pets.get"),
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
        ("get", "/cards/{id}/board", "getCardsBoardByIdCard", "card", "cards.get_board"),
        ("get", "/cards/{idCard}/board", "getCardsBoardByIdCard", "card", "cards.get_board"),
        ("get", "/user", "listOAuthKeysIPv4", "", "user.list_oauth_keys_ipv4"),
        ("get", "/branches/{branch}/apis", "getAPIs", "APIs", "branches.apis.list"),
        (
            "get",
            "/v1/analytics/libraries/{key}/usages",
            "",
            "Library analytics",
            "analytics.libraries.usages.list",
        ),
        # a tag that is the title of the document says nothing
        ("post", "/chat/completions", "createChatCompletion", "Names", "chat.completions.create"),
        ("get", "/", "getRoot", "Names API", "names.get_root"),
        ("get", "/a/{id}/issues/$count", "Get.Count.issues-fd80", "", "a.issues.count"),
        # the path decides, and the id gives the verb
        ("get", "/threads/{id}/messages", "listMessages", "Assistants", "threads.messages.list"),
        ("get", "/users/{id}/tags", "list_tags_of_a_user", "Tags", "users.tags.list"),
        ("get", "/agents/{id}", "get_agent_route", "Platform", "agents.get"),
        ("get", "/companies/{id}", "retrieveACompanyById", "Companies", "companies.get"),
        ("post", "/servers/{id}/actions/reset", "reset_server", "", "servers.reset"),
        ("post", "/users/{id}/ban", "BanUser", "Users", "users.ban"),
        ("post", "/users/ban", "UsersBulkBan", "Users", "users.bulk_ban"),
        ("delete", "/models/{id}/archive", "unarchive_model", "models", "models.unarchive"),
        ("post", "/exports/cancel/{job}", "cancelExport", "", "exports.cancel"),
        ("post", "/rewards/{id}/redeem", "RedeemReward", "", "rewards.redeem"),
        ("post", "/speech/{id}/with-timestamps", "", "", "speech.create_with_timestamps"),
        ("get", "/me", "identifyAdmin", "Admins", "admins.identify"),
        # releases are groups; routes, endpoints and versions say nothing
        ("get", "/v1/sessions", "BetaListSessions", "", "beta.sessions.list"),
        (
            "delete",
            "/v1/agents/{id}",
            "agents_api_v1_agents_delete",
            "beta.agents",
            "beta.agents.delete",
        ),
        ("get", "/files", "files_api_routes_list_files", "files", "files.list"),
        ("put", "/docs/{id}", "libraries_documents_update_v1", "", "docs.update"),
        ("get", "/projects/{id}", "read_project_endpoint", "", "projects.get"),
        # a method is not called like its own resource, and a tag of alternatives is no hierarchy
        ("post", "/chat/completions", "chat_completion", "", "chat.completions.create"),
        ("get", "/aliases", "cat.aliases", "", "cat.aliases"),
        ("post", "/denied", "CreateDenied", "Allowed / Denied", "denied.create"),
        # ids that their author divided
        ("get", "/orgs/{org}/repos", "repos/list-for-org", "repos", "repos.list_for_org"),
        ("get", "/v1/{name}", "x.projects.zones.list", "projects", "projects.zones.list"),
        ("delete", "/vms/{id}", "VirtualMachines_Delete", "Compute", "virtual_machines.delete"),
        ("post", "/v2/plans", "BillingPlans_PostBillingPlans", "", "billing_plans.create"),
        ("get", "/groups/{id}/brands", "Brands_GetGroupBrands", "", "brands.list_for_group"),
        ("post", "/apps/{id}/alerts", "apps_create_alert", "Apps", "apps.create_alert"),
        ("get", "/#Action=StartHosts", "GET_StartHosts", "", "start_hosts"),
        ("post", "/admin.apps.approve", "admin_apps_approve", "admin.apps", "admin.apps.approve"),
    ],
)
def test_an_operation_is_called_what_a_person_would_call_it(
    method: str, path: str, id: str, tag: str, name: str, tmp_path: Path
) -> None:
    assert list(named([(method, path, id, tag)], tmp_path).values()) == [name]


# No two of these want the same name, except where `CONTESTED` says so.
OPERATIONS: list[Operation] = [
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
    "list /pets": [0, 5, 6],
    "a path with items is a collection": [10, 11, 12],
    "the resource things.pets": [15, 16],
}
"""Operations that want the same name: of these one has it, a resource first, and the others take longer ones."""


def named(
    operations: Sequence[Operation], folder: Path, lock: NameLock = NO_LOCK
) -> dict[Operation, str]:
    """Name operations of a document that has them in this order, where a package has the names of `lock`."""
    paths: dict[str, dict[str, Any]] = {}
    for method, path, id, tag in operations:
        operation: dict[str, Any] = {"responses": {"204": {"description": "Done."}}}
        operation |= ({"operationId": id} if id else {}) | ({"tags": [tag]} if tag else {})
        paths.setdefault(path, {})[method] = operation
    indexed = {
        (each.method, each.path): each for each in index_operations(document(paths, folder), lock)
    }
    return {
        each: ".".join((*indexed[each[:2]].resource, indexed[each[:2]].name)) for each in operations
    }


def locked(names: Mapping[Operation, str]) -> NameLock:
    """Return the lock of a package that has these names."""
    return NameLock(
        {
            (method.upper(), path): LockedName(tuple(name.split(".")[:-1]), name.split(".")[-1], id)
            for (method, path, id, _), name in names.items()
        }
    )


def document(paths: dict[str, Any], folder: Path) -> Source:
    whole = {"openapi": "3.1.0", "info": {"title": "Names API", "version": "1"}, "paths": paths}
    (folder / "openapi.json").write_text(json.dumps(whole))
    source = load(folder / "openapi.json", Report())
    assert source is not None
    return source


@settings(max_examples=50, deadline=None)
@given(order=st.permutations(OPERATIONS))
def test_the_order_of_the_document_does_not_matter(
    order: list[Operation], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("names")
    assert named(order, folder) == named(OPERATIONS, folder)


@pytest.mark.parametrize("added", range(len(OPERATIONS)), ids=lambda n: " ".join(OPERATIONS[n][:2]))
def test_one_more_operation_anywhere_renames_no_other(added: int, tmp_path: Path) -> None:
    others = OPERATIONS[:added] + OPERATIONS[added + 1 :]
    before = named(others, tmp_path)
    rivals = {
        OPERATIONS[number] for group in CONTESTED.values() if added in group for number in group
    }
    for position in range(len(OPERATIONS)):
        after = named([*others[:position], OPERATIONS[added], *others[position:]], tmp_path)
        renamed = {each for each in others if after[each] != before[each]}
        assert renamed <= rivals
    assert len(set(after.values())) == len(OPERATIONS)


def test_of_equal_candidates_the_shorter_path_has_the_first(tmp_path: Path) -> None:
    names = named(OPERATIONS, tmp_path)
    assert [names[OPERATIONS[number]] for number in CONTESTED["list /pets"]] == [
        "pets.list",
        "pets.list_pets",
        "pets.list_v2",
    ]


def test_the_action_on_one_thing_goes_before_that_on_all(tmp_path: Path) -> None:
    both: list[Operation] = [
        ("post", "/jobs/cancel", "", ""),
        ("post", "/jobs/{id}/cancel", "", ""),
    ]
    assert list(named(both, tmp_path).values()) == ["jobs.post_cancel", "jobs.cancel"]


def test_a_path_with_items_is_a_collection(tmp_path: Path) -> None:
    both: list[Operation] = [
        ("get", "/history", "get_speech_history", ""),
        ("get", "/history/{id}", "", ""),
    ]
    assert list(named(both, tmp_path).values()) == ["history.list", "history.get"]


def test_a_tag_names_a_noun_that_only_it_has(tmp_path: Path) -> None:
    paths = ["/convai/agents", "/convai/agents/{id}", "/convai/settings", "/convai/tools"]
    operations: list[Operation] = [("get", path, "", "Conversational AI") for path in paths]
    operations.append(("get", "/voices", "", "Voices"))
    assert list(named(operations, tmp_path).values()) == [
        "conversational_ai.agents.list",
        "conversational_ai.agents.get",
        "conversational_ai.get_settings",
        "conversational_ai.tools.list",
        "voices.list",
    ]


def test_types_are_named_after_as_few_words_as_are_of_no_other_operation(tmp_path: Path) -> None:
    paths = {
        path: {"get": {"responses": {}}}
        for path in ("/users", "/schedules/{id}/users", "/a/{id}/teams/{id}/users", "/a/{id}/teams")
    }
    indexed = index_operations(document(paths, tmp_path))
    assert [each.type_prefix for each in indexed] == [
        "users list",
        "schedules users list",
        "teams users list",
        "teams list",
    ]


def test_tags_that_are_spelled_as_identifiers_are_resources(tmp_path: Path) -> None:
    operations: list[Operation] = [
        ("get", "/keys", "listKeys", "apiKeys"),
        ("post", "/observers/{id}/targets", "createTarget", "dataTargets"),
        ("get", "/models", "listModels", "models"),
    ]
    assert list(named(operations, tmp_path).values()) == [
        "api_keys.list",
        "data_targets.create",
        "models.list",
    ]
    prose = [*operations, ("get", "/mcp", "", "MCP servers")]
    assert list(named(prose, tmp_path).values())[0] == "keys.list"


def _with_response(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}


_TEXTS = {"type": "array", "items": {"type": "string"}}
_SEVERAL = {"type": "object", "properties": {"errors": _TEXTS, "result": _TEXTS}}
_PAGE = {"type": "object", "properties": {"total": {"type": "integer"}, "data": _TEXTS}}
_TREE = {"type": "object", "properties": {"children": _TEXTS}}
_ONE = {"allOf": [{"type": "object", "properties": {"size": {"type": "integer"}}}]}


@pytest.mark.parametrize(
    ("id", "schema", "name"),
    [
        ("readCounts", _ONE, "counts.get"),
        ("readCounts", _SEVERAL, "counts.get"),
        ("readCounts", _TEXTS, "counts.list"),
        ("readCounts", _PAGE, "counts.list"),
        ("readCounts", _TREE, "counts.get"),
        ("getCountList", _ONE, "counts.list"),
        ("listCounts", _ONE, "counts.list"),
        ("", _ONE, "counts.list"),
    ],
)
def test_an_id_and_a_response_say_whether_a_plural_is_one_thing(
    id: str, schema: Mapping[str, Any], name: str, tmp_path: Path
) -> None:
    paths: dict[str, Any] = {
        f"/{noun}": {"get": {"operationId": f"list_{noun}", "responses": {}}}
        for noun in ("ants", "bees", "cats")
    }
    counts = {"responses": _with_response(schema)} | ({"operationId": id} if id else {})
    indexed = index_operations(document(paths | {"/counts": {"get": counts}}, tmp_path))
    assert indexed[-1].dotted == name


def test_what_stands_before_the_version_of_most_paths_says_nothing(tmp_path: Path) -> None:
    paths = ["/vendor/v1/files", "/vendor/v1/files/{id}", "/vendor/v1/jobs", "/vendor/v1/models"]
    operations: list[Operation] = [("get", path, "", "") for path in (*paths, "/v1/vendor/jobs")]
    assert list(named(operations, tmp_path).values()) == [
        "files.list",
        "files.get",
        "jobs.list",
        "models.list",
        "vendor.jobs.list",
    ]


def test_what_most_paths_begin_with_and_nothing_names_says_nothing(tmp_path: Path) -> None:
    paths = [
        "/v1/private/files",
        "/v1/private/files/{id}",
        "/v1/private/jobs",
        "/v1/private/teams/{id}",
    ]
    operations: list[Operation] = [
        ("get", path, "", "") for path in (*paths, "/v1/private/words", "/is-alive/ping")
    ]
    names = ["files.list", "files.get", "jobs.list", "teams.get", "words.list"]
    assert list(named(operations, tmp_path).values())[:-1] == names
    tagged = [(method, path, id, "Private data") for method, path, id, _ in operations]
    assert list(named(tagged, tmp_path).values())[0] == "private_data.files.list"


def test_ids_that_are_resource_and_method_are_taken_as_they_are(tmp_path: Path) -> None:
    operations: list[Operation] = [
        ("get", "/api/v1/app/{app}/endpoint", "v1.endpoint.list", "Endpoint"),
        ("post", "/api/v1/stream/{id}/events", "v1.streaming.events.create", "Events"),
        ("patch", "/api/v1/stream/{id}/headers", "v1.streaming.sink-headers-patch", "Sink"),
        ("post", "/api/v1/app/{app}/msg/precheck/active", "v1.message.precheck", "Message"),
    ]
    assert list(named(operations, tmp_path).values()) == [
        "endpoint.list",
        "streaming.events.create",
        "streaming.sink_headers_patch",
        "message.precheck",
    ]
    functions = [(*each[:2], f"app.controllers.{each[2][3:]}", each[3]) for each in operations]
    assert not any("controllers" in name for name in named(functions, tmp_path).values())


def test_what_updates_and_deletes_one_thing_has_the_short_name(tmp_path: Path) -> None:
    operations: list[Operation] = [
        ("delete", "/docs", "DocsRoute_deleteBulk", ""),
        ("delete", "/docs/{id}", "DocsRoute_delete", ""),
        ("put", "/docs/{id}", "DocsRoute_update", ""),
        ("patch", "/docs/{id}", "DocsRoute_patch", ""),
        ("post", "/docs/{id}", "", ""),
    ]
    assert list(named(operations, tmp_path).values()) == [
        "docs.delete_bulk",
        "docs.delete",
        "docs.replace",
        "docs.update",
        "docs.create",
    ]


def test_what_groups_elsewhere_groups_everywhere(tmp_path: Path) -> None:
    operations: list[Operation] = [
        ("post", "/agents/knowledge-base/bulk-move", "", ""),
        ("get", "/agents/knowledge-base/{id}", "", ""),
        ("post", "/agents/twilio/outbound-call", "", ""),
        ("post", "/agents/twilio/register-call", "", ""),
        ("get", "/agents/llm/list", "", ""),
        ("get", "/voices", "", ""),
    ]
    assert list(named(operations, tmp_path).values()) == [
        "agents.knowledge_base.bulk_move",
        "agents.knowledge_base.get",
        "agents.twilio.outbound_call",
        "agents.twilio.register_call",
        "agents.list_llm",
        "voices.list",
    ]


def test_what_all_paths_and_all_tags_share_says_nothing(tmp_path: Path) -> None:
    paths = [
        "/api/public/pets",
        "/api/public/pets/{id}",
        "/api/public/toys",
        "/api/public/toys/{id}",
    ]
    operations: list[Operation] = [("get", path, "", "Endpoints") for path in paths]
    assert list(named(operations, tmp_path).values()) == [
        "pets.list",
        "pets.get",
        "toys.list",
        "toys.get",
    ]


def test_a_package_has_one_word_for_each_standard_verb(tmp_path: Path) -> None:
    operations: list[Operation] = [
        ("get", "/pets/{id}", "retrieve_pet", ""),
        ("get", "/toys/{id}", "retrieve_toy", ""),
        ("get", "/boxes/{id}", "retrieve_box", ""),
        ("get", "/cages/{id}", "", ""),
        ("patch", "/toys/{id}", "modify_toy", ""),
    ]
    assert list(named(operations, tmp_path).values()) == [
        "pets.retrieve",
        "toys.retrieve",
        "boxes.retrieve",
        "cages.retrieve",
        "toys.update",
    ]


def test_operations_of_one_path_are_distinguished_by_their_methods(tmp_path: Path) -> None:
    both: list[Operation] = [("get", "/toys/search", "", ""), ("post", "/toys/search", "", "")]
    assert list(named(both, tmp_path).values()) == ["toys.search", "toys.post_search"]


def test_what_the_document_says_comes_before_what_is_guessed(tmp_path: Path) -> None:
    described = {"x-method": "list", "tags": ["pets"], "responses": {}}
    paths = {"/pets": {"get": {"responses": {}}}, "/v1/pets/every": {"get": described}}
    assert [each.name for each in index_operations(document(paths, tmp_path))] == [
        "list_at_pets",
        "list",
    ]


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


@pytest.mark.parametrize("added", range(len(OPERATIONS)), ids=lambda n: " ".join(OPERATIONS[n][:2]))
def test_one_more_operation_renames_none_that_a_package_has(added: int, tmp_path: Path) -> None:
    others = OPERATIONS[:added] + OPERATIONS[added + 1 :]
    before = named(others, tmp_path)
    after = named(OPERATIONS, tmp_path, locked(before))
    assert {operation: after[operation] for operation in others} == before
    assert len(set(after.values())) == len(OPERATIONS)
    assert named(OPERATIONS, tmp_path, locked(after)) == after, "and the next run finds the same"


def test_methods_of_the_client_keep_their_names_next_to_new_resources(tmp_path: Path) -> None:
    chat: Operation = ("post", "/chat", "chat", "")
    lock = locked({chat: "chat"})
    below: Operation = ("get", "/chat/{id}/parts", "", "")
    assert named([chat], tmp_path) == {chat: "chat"}
    assert named([chat, below], tmp_path) == {chat: "chat.create", below: "chat.parts.list"}
    assert named([chat, below], tmp_path, lock) == {chat: "chat", below: "chat_parts_list"}
    former = locked({chat: "api.chat"})
    assert named([chat], tmp_path, former) == {chat: "api.chat"}


def test_an_operation_with_another_id_gets_another_name(tmp_path: Path) -> None:
    lock = locked({("post", "/pets", "buyPet", ""): "pets.buy"})
    assert [*named([("post", "/pets", "buyPet", "")], tmp_path, lock).values()] == ["pets.buy"]
    assert [*named([("post", "/pets", "adoptPet", "")], tmp_path, lock).values()] == ["pets.adopt"]


def test_what_the_document_says_goes_before_what_a_package_has(tmp_path: Path) -> None:
    paths: dict[str, Any] = {
        "/pets": {"get": {"tags": ["pets"], "responses": {}}},
        "/all": {"get": {"x-resource": "pets", "x-method": "list", "responses": {}}},
        "/more": {"get": {"x-resource": "things.pets", "x-method": "all", "responses": {}}},
        "/things/pets": {"get": {"operationId": "things/pets", "responses": {}}},
    }
    lock = NameLock(
        {
            ("GET", "/pets"): LockedName(("pets",), "list"),
            ("GET", "/things/pets"): LockedName(("things",), "pets"),
        }
    )
    indexed = index_operations(document(paths, tmp_path), lock)
    assert {each.path: ".".join((*each.resource, each.name)) for each in indexed} == {
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
def test_names_for_another_generator_become_words(
    resource: str, method: str, name: str, tmp_path: Path
) -> None:
    keys = {"x-fern-sdk-group-name": resource, "x-fern-sdk-method-name": method}
    operation = {**keys, "tags": ["pets"], "responses": {}}
    [place] = index_operations(document({"/pets": {"get": operation}}, tmp_path))
    assert ".".join((*place.resource, place.name)) == name


def test_a_name_without_words_takes_none_from_another(tmp_path: Path) -> None:
    operation = {"x-fern-sdk-method-name": "\u2028", "tags": ["pets"], "responses": {}}
    document({"/pets": {"get": operation}}, tmp_path)
    report = Report()
    assert pipeline.Compilation(tmp_path / "openapi.json", report).api is not None
    assert "name-collision" not in report.counts()
