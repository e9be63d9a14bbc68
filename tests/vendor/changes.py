"""What changes in a program that comes from `cloudflare`: the row of `docs/coming-from-cloudflare.md`, before, after."""

CHANGES = [
    ("import", "import cloudflare\nfrom cloudflare import Cloudflare\n", "import cloudflare_ai\nfrom cloudflare_ai import CloudflareAI\n"),
    ("import", "client: Cloudflare)", "client: CloudflareAI)"),
    ("import", "with Cloudflare(", "with CloudflareAI("),
    ("import", "cloudflare.NotFoundError", "cloudflare_ai.NotFoundError"),
    ("page", "len(first.result or [])", "len(first.items)"),
    ("next page", "first.has_next_page()", "first.has_next()"),
    ("next page", "len(first.get_next_page().result or [])", "len(first.next().items)"),
    ("JSON of a model", 'detail.to_dict(mode="json")', "detail.to_dict()"),
    ("status", "error.status_code", "error.status"),
    ("status", "raw.status_code", "raw.status"),
    ("raw response", "client.ai_gateway.with_raw_response.get(GATEWAY", "client.raw_response(client.ai_gateway.get, GATEWAY"),
    (
        "one call's settings",
        'extra_headers={"x-trace": "1"},\n        extra_query={"q": "2"},\n        timeout=9,',
        'options={"headers": {"x-trace": "1"}, "query": {"q": "2"}, "timeout": 9},',
    ),
    (
        "stream of a model",
        'with client.ai.with_streaming_response.run(\n        MODEL, account_id=ACCOUNT, prompt="Hello", stream=True\n    ) as response:',
        'with client.ai.run(MODEL, account_id=ACCOUNT, prompt="Hello", stream=True) as events:',
    ),
    (
        "stream of a model",
        '[line for line in response.iter_lines() if line.startswith("data: {")]',
        "list(events)",
    ),
]  # fmt: skip
"""In order: each replaces all that it finds, and finds something."""
