"""A program of a dozen lines calls every kind of operation, over a real socket, as a user would run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACT: dict[str, Any] = json.loads(files("cloudflare_ai").joinpath("_contract.json").read_text())

PROGRAM = """
from cloudflare_ai import CloudflareAI
client = CloudflareAI()                                                         # all from the environment
print("page", [log.model for log in client.ai_gateway.logs.list("g", success=True)])
print("get", client.ai_gateway.get("g").created_at.year)
print("create", client.ai_gateway.datasets.create("g", enable=True, filters=[], name="n").name)
print("update", client.ai_gateway.dynamic_routing.update("r", gateway_id="g", name="n").elements[0].outputs.next.element_id)
print("edit", client.ai_gateway.logs.edit("1", gateway_id="g", score=4))
print("delete", client.ai_gateway.logs.delete("g", filters=[{"key": "id", "operator": "eq", "value": ["1"]}]).success)
print("money", client.ai_gateway.billing.topup.create(amount=1000))
print("model", client.ai.run("@cf/meta/llama-3-8b-instruct", prompt="Hello"))
print("stream", [event.response for event in client.ai.run("@cf/x", prompt="Hello", stream=True)])
print("csv", client.radar.ai.inference.summary_v2("MODEL", format="CSV"))
print("undocumented", client.request("GET", "/user/tokens/verify"))
"""


class Server(BaseHTTPRequestHandler):
    """Answers with the documented examples, as the real API would."""

    seen: list[str] = []

    def log_message(self, *_: object) -> None: ...

    def _answer(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length)) if length else {}
        assert self.headers["authorization"] == "Bearer token"
        self.seen.append(f"{self.command} {self.path}")
        kind, text = self._text(body)
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def _text(self, body: dict[str, Any]) -> tuple[str, bytes]:
        if body.get("stream"):
            return (
                "text/event-stream",
                b'data: {"response": "Hel"}\n\ndata: {"response": "lo"}\n\ndata: [DONE]\n\n',
            )
        if "format=CSV" in self.path:
            return "text/csv", b"model,share"
        for operation in CONTRACT["operations"].values():
            pattern = re.sub(r"\\\{model_name\\\}", ".+", re.escape(operation["path"]))
            if operation["method"] == self.command and re.fullmatch(
                re.sub(r"\\\{\w+\\\}", "[^/]+", pattern), self.path.split("?")[0]
            ):
                return (
                    "application/json",
                    json.dumps(
                        operation["responses"]["200"]["application/json"]["example"]
                    ).encode(),
                )
        return "application/json", b'{"result": {"status": "active"}, "success": true}'

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server on loopback."""
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_address[1]}"
    listening.shutdown()


def test_a_dozen_lines_call_every_kind_of_operation(server: str) -> None:
    environment = {
        "CLOUDFLARE_BASE_URL": server,
        "CLOUDFLARE_API_TOKEN": "token",
        "CLOUDFLARE_ACCOUNT_ID": "acc",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "generated" / "src"),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "page ['model']",
        "get 2019",
        "create name",
        "update elementId",
        "edit {}",
        "delete True",
        "money Topup(client_secret='***', onboarding=True, payment_intent_id='payment_intent_id', brand='brand', last4='last4')",
        "model [Classification(label='label', score=0)]",
        "stream ['Hel', 'lo']",
        "csv model,share",
        "undocumented {'result': {'status': 'active'}, 'success': True}",
    ]
    assert "POST /accounts/acc/ai/run/@cf/meta/llama-3-8b-instruct" in Server.seen
