"""Writes the version where it lives: into the settings, or into the document as `x-client: {version: …}`.

The text is edited in place, so that comments and layout stay.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_FLOW = re.compile(
    r"""(?P<head>(?:^|[{,])\s*(?P<quote>["']?)x-client(?P=quote)\s*:\s*\{)(?P<body>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}""",
    re.MULTILINE,
)
_BLOCK = re.compile(
    r"^x-client:[ ]*(?:#.*)?\n(?P<body>(?:[ ]+.*\n|[ ]*#.*\n|[ ]*\n)*)", re.MULTILINE
)
_OWN = re.compile(
    r"""^(?P<head>(?P<indent>[ ]+)version:[ ]*)(?:"[^"\n]*"|'[^'\n]*'|[^#\n]*?)(?P<tail>[ ]*(?:#.*)?)$""",
    re.MULTILINE,
)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_SETTING = re.compile(
    r"""^(?P<head>[ \t]*version[ \t]*=[ \t]*)(?:"[^"\n]*"|'[^'\n]*')""", re.MULTILINE
)
_COMMENTS = re.compile(r"(?:[ \t]*(?:#.*)?\n)*")
_MEMBER = re.compile(
    r"""(?P<head>(?:^|[,{\s])["']?version["']?\s*:\s*)(?:"[^"]*"|'[^']*'|[^,}\s]+)"""
)


def edit_version(spec: Path, settings: Path, version: str) -> tuple[Path, str]:
    """Return the file that has the version of the package, and its text with another one.

    Settings take precedence over the document. They also get the version if the document has no `x-client`: it may be
    written by another program, which knows nothing of the version.

    Args:
        spec: the root document.
        settings: the file with the settings; it need not exist.
        version: three numbers joined by dots.
    """
    settings_text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    if "version" not in tomllib.loads(settings_text):
        edited = set_version(spec.read_text(encoding="utf-8"), version)
        if edited is not None:
            return spec, edited
    return settings, set_setting(settings_text, version)


def set_setting(text: str, version: str) -> str:
    """Return settings with another version of the package.

    Args:
        text: TOML.
        version: three numbers joined by dots.
    """
    table = _TABLE.search(text)
    end = table.start() if table is not None else len(text)
    own = _SETTING.search(text, 0, end)
    if own is not None:
        return f'{own.string[: own.end("head")]}"{version}"{text[own.end() :]}'
    comments = _COMMENTS.match(text, 0, end)
    start = comments.end() if comments is not None else 0
    return f'{text[:start]}version = "{version}"\n{text[start:]}'


def set_version(text: str, version: str) -> str | None:
    """Return the text of a root document with another version of the package.

    Args:
        text: YAML or JSON.
        version: three numbers joined by dots.

    Returns:
        The new text, or None if it has no `x-client` that can be edited.
    """
    block = _BLOCK.search(text)
    if block is not None:
        body = _insert_in_block(block["body"], version)
        return text[: block.start("body")] + body + text[block.end("body") :]
    flow = _FLOW.search(text)
    if flow is None:
        return None
    body = _insert_in_flow(flow["body"], version, json=bool(flow["quote"]))
    return text[: flow.start("body")] + body + text[flow.end("body") :]


def _insert_in_block(body: str, version: str) -> str:
    indent = re.match(r"[ ]*", body.lstrip("\n"))
    own = next(
        (each for each in _OWN.finditer(body) if indent and each["indent"] == indent[0]), None
    )
    if own is not None:
        return f'{body[: own.start()]}{own["head"]}{version}{own["tail"]}{body[own.end() :]}'
    return f"{indent[0] if indent and indent[0] else '  '}version: {version}\n{body}"


def _insert_in_flow(body: str, version: str, *, json: bool) -> str:
    nested = re.sub(r"\{[^{}]*\}", lambda match: "\0" * len(match[0]), body)
    own = _MEMBER.search(nested)
    if own is not None:
        return f'{body[: own.start()]}{body[own.start() : own.end("head")]}"{version}"{body[own.end() :]}'
    name = '"version"' if json else "version"
    return f'{name}: "{version}"{", " if body.strip() else ""}{body}'
