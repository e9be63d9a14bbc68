"""A program that calls every operation, with pages, errors, raw responses and streams."""

from __future__ import annotations

from datetime import UTC, datetime

import cloudflare_ai
from cloudflare_ai import CloudflareAI

ACCOUNT = "account"
GATEWAY = "my-gateway"
MODEL = "@cf/meta/llama-3-8b-instruct"


def gateways(client: CloudflareAI) -> list[object]:
    created = client.ai_gateway.create(
        account_id=ACCOUNT,
        id=GATEWAY,
        cache_invalidate_on_update=True,
        cache_ttl=0,
        collect_logs=True,
        rate_limiting_interval=0,
        rate_limiting_limit=0,
    )
    updated = client.ai_gateway.update(
        GATEWAY,
        account_id=ACCOUNT,
        cache_invalidate_on_update=True,
        cache_ttl=60,
        collect_logs=False,
        rate_limiting_interval=60,
        rate_limiting_limit=100,
        retry_backoff="constant",
    )
    listed = [each.id for each in client.ai_gateway.list(account_id=ACCOUNT, search="my")]
    fetched = client.ai_gateway.get(GATEWAY, account_id=ACCOUNT)
    deleted = client.ai_gateway.delete(GATEWAY, account_id=ACCOUNT)
    address = client.ai_gateway.urls.get("openai", account_id=ACCOUNT, gateway_id=GATEWAY)
    return [created.id, updated.cache_ttl, listed, fetched.created_at, deleted.id, address]


def logs(client: CloudflareAI) -> list[object]:
    costs = [
        log.cost
        for log in client.ai_gateway.logs.list(
            GATEWAY,
            account_id=ACCOUNT,
            success=False,
            start_date=datetime(2026, 1, 1, tzinfo=UTC),
            order_by="created_at",
            per_page=2,
        )
    ]
    first = client.ai_gateway.logs.list(GATEWAY, account_id=ACCOUNT, cached=True)
    size = len(first.items)
    if first.has_next():
        size += len(first.next().items)
    detail = client.ai_gateway.logs.get("log", account_id=ACCOUNT, gateway_id=GATEWAY)
    client.ai_gateway.logs.edit("log", account_id=ACCOUNT, gateway_id=GATEWAY, score=4, feedback=1)
    sent = client.ai_gateway.logs.request("log", account_id=ACCOUNT, gateway_id=GATEWAY)
    got = client.ai_gateway.logs.response("log", account_id=ACCOUNT, gateway_id=GATEWAY)
    gone = client.ai_gateway.logs.delete(GATEWAY, account_id=ACCOUNT, limit=10, order_by="cost")
    model = detail.to_dict()["model"]
    return [costs, size, model, sent, got, gone.success]


def measuring(client: CloudflareAI) -> list[object]:
    types = [each.id for each in client.ai_gateway.evaluation_types.list(account_id=ACCOUNT)]
    dataset = client.ai_gateway.datasets.create(
        GATEWAY,
        account_id=ACCOUNT,
        enable=True,
        name="failed",
        filters=[{"key": "success", "operator": "eq", "value": [False]}],
    )
    client.ai_gateway.datasets.update(
        "dataset", account_id=ACCOUNT, gateway_id=GATEWAY, enable=False, name="old", filters=[]
    )
    names = [each.name for each in client.ai_gateway.datasets.list(GATEWAY, account_id=ACCOUNT)]
    client.ai_gateway.datasets.get("dataset", account_id=ACCOUNT, gateway_id=GATEWAY)
    client.ai_gateway.datasets.delete("dataset", account_id=ACCOUNT, gateway_id=GATEWAY)
    evaluation = client.ai_gateway.evaluations.create(
        GATEWAY, account_id=ACCOUNT, name="e", dataset_ids=["d"], evaluation_type_ids=["t"]
    )
    all_of_them = list(client.ai_gateway.evaluations.list(GATEWAY, account_id=ACCOUNT))
    client.ai_gateway.evaluations.get("e", account_id=ACCOUNT, gateway_id=GATEWAY)
    client.ai_gateway.evaluations.delete("e", account_id=ACCOUNT, gateway_id=GATEWAY)
    return [types, dataset.id, names, evaluation.total_logs, len(all_of_them)]


def routing(client: CloudflareAI) -> list[object]:
    routes = client.ai_gateway.dynamic_routing
    route = routes.create(
        GATEWAY,
        account_id=ACCOUNT,
        name="route",
        elements=[{"id": "1", "type": "start", "outputs": {"next": {"element_id": "2"}}}],
    )
    routes.create_deployment("r", account_id=ACCOUNT, gateway_id=GATEWAY, version_id="v")
    routes.create_version("r", account_id=ACCOUNT, gateway_id=GATEWAY, elements=[])
    renamed = routes.update("r", account_id=ACCOUNT, gateway_id=GATEWAY, name="new")
    listed = routes.list(GATEWAY, account_id=ACCOUNT)
    routes.get("r", account_id=ACCOUNT, gateway_id=GATEWAY)
    routes.list_deployments("r", account_id=ACCOUNT, gateway_id=GATEWAY)
    routes.list_versions("r", account_id=ACCOUNT, gateway_id=GATEWAY)
    version = routes.get_version("v", account_id=ACCOUNT, gateway_id=GATEWAY, id="r")
    routes.delete("r", account_id=ACCOUNT, gateway_id=GATEWAY)
    return [route.id, renamed is not None, listed is not None, version.id]


def money(client: CloudflareAI) -> list[object]:
    billing = client.ai_gateway.billing
    balance = billing.credit_balance(account_id=ACCOUNT)
    usage = billing.usage_history(account_id=ACCOUNT, value_grouping_window="day", start_time=1)
    invoices = billing.invoice_history(account_id=ACCOUNT, type="all")
    preview = billing.invoice_preview(account_id=ACCOUNT)
    topup = billing.topup.create(account_id=ACCOUNT, amount=1000)
    status = billing.topup.status(account_id=ACCOUNT, payment_intent_id="pi")
    billing.topup.config.create(account_id=ACCOUNT, amount=1000, threshold=500)
    config = billing.topup.config.get(account_id=ACCOUNT)
    billing.topup.config.delete(account_id=ACCOUNT)
    billing.spending_limit.create(
        account_id=ACCOUNT, amount=100, duration="daily", strategy="fixed"
    )
    limit = billing.spending_limit.get(account_id=ACCOUNT)
    billing.spending_limit.delete(account_id=ACCOUNT)
    figures = [balance.balance, len(usage.history), len(invoices.invoices), preview.amount_due]
    return [*figures, topup.payment_intent_id, status.status, config.threshold, limit.enabled]


def models(client: CloudflareAI) -> list[object]:
    answer = client.ai.run(MODEL, account_id=ACCOUNT, prompt="Hello", max_tokens=5)
    figures = client.radar.ai.inference.summary_v2("MODEL", date_range=["7d"])
    with client.ai.run(MODEL, account_id=ACCOUNT, prompt="Hello", stream=True) as events:
        lines = list(events)
    keys = client.ai_gateway.provider_configs.list(GATEWAY, account_id=ACCOUNT)
    client.ai_gateway.provider_configs.create(
        GATEWAY, account_id=ACCOUNT, alias="a", default_config=True, provider_slug="openai",
        secret="s", secret_id="i",
    )  # fmt: skip
    return [type(answer).__name__ != "str", figures.summary_0, len(lines), [key.id for key in keys]]


def careful(client: CloudflareAI) -> list[object]:
    try:
        client.ai_gateway.get("missing", account_id=ACCOUNT)
    except cloudflare_ai.NotFoundError as error:
        status = error.status
    raw = client.raw_response(client.ai_gateway.get, GATEWAY, account_id=ACCOUNT)
    ray, parsed = raw.headers["cf-ray"], raw.parse()
    client.ai_gateway.get(
        GATEWAY,
        account_id=ACCOUNT,
        options={"headers": {"x-trace": "1"}, "query": {"q": "2"}, "timeout": 9},
    )
    patient = client.with_options(timeout=120, max_retries=0)
    again = patient.ai_gateway.get(GATEWAY, account_id=ACCOUNT)
    return [status, ray, raw.status, parsed.id, again.id]


def main(base_url: str) -> list[list[object]]:
    with CloudflareAI(api_token="token", base_url=base_url, max_retries=0) as client:
        parts = (gateways, logs, measuring, routing, money, models, careful)
        return [part(client) for part in parts]
