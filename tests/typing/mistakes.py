"""Mistakes that a type checker finds in programs that use the client; `test_types.py` holds it to that."""

from cloudflare_ai import CloudflareAI
from cloudflare_ai.models import StartElement

client = CloudflareAI(api_token="token", account_id="account")

client.ai_gateway.get()  # wrong
client.ai_gateway.get("my-gateway").nothing  # wrong
client.ai_gateway.logs.list("my-gateway", order_by="colour")  # wrong
client.ai_gateway.create("my-gateway")  # wrong
client.ai_gateway.billing.topup.create(amount="10")  # wrong
client.ai_gateway.logs.list("my-gateway", filters=[{"key": "id", "operator": "near", "value": []}])  # wrong
client.radar.ai.inference.summary_v2("MODEL", format="XML")  # wrong
for log in client.ai_gateway.logs.list("my-gateway"):
    log.cost + "USD"  # wrong
StartElement(id="1", type="end")  # wrong
CloudflareAI("token")  # wrong
CloudflareAI(retries=3)  # wrong
