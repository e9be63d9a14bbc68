"""A small fast HTTP/1.1 server on loopback: pages of logs, and single logs."""

from __future__ import annotations

import asyncio
import re
from multiprocessing.connection import Connection

from . import samples

PAGES = [*(samples.logs(100, page, 1000) for page in range(1, 11)), samples.logs(0, 11, 1000)]
ONE = samples.log()
_PAGE = re.compile(rb"[?&]page=(\d+)")


def serve(report: Connection, delay: float) -> None:
    """Serve until the process ends.

    Args:
        report: is sent the port.
        delay: seconds before each answer.
    """
    asyncio.run(_serve(report, delay))


async def _serve(report: Connection, delay: float) -> None:
    server = await asyncio.start_server(
        lambda reader, writer: _answer(reader, writer, delay), "127.0.0.1", 0
    )
    report.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            if delay:
                await asyncio.sleep(delay)
            target = head.split(b" ", 2)[1]
            match = _PAGE.search(target)
            number = int(match.group(1)) if match else 1
            body = PAGES[min(number, 11) - 1] if target.split(b"?")[0].endswith(b"logs") else ONE
            writer.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
                % len(body)
            )
            writer.write(body)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()
