"""`nox -s docs`: the site, walked through in a real browser on a narrow screen, and looked at on a wide one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import cloudflare_ai.errors
import cloudflare_ai.models
import pytest
from attrs import frozen
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from generator.publishing.project import read_project
from generator.reference_site.build_site import build_docs

from .browser import CHROMIUM, DRIVER, browser, served

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = json.loads((ROOT / "generated/src/cloudflare_ai/_contract.json").read_text())
WIDTH = 360

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER),
    reason="no Chromium here: install the packages chromium and chromium-driver",
)

_LOOK = """
const at = new URL(document.baseURI);
return {
    status: performance.getEntriesByType('navigation')[0].responseStatus,
    width: document.documentElement.scrollWidth,
    wide: [...document.querySelectorAll('article *')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
        .filter(one => !one.closest('pre, .table-wrapper'))
        .slice(0, 3).map(one => one.outerHTML.slice(0, 120)),
    ids: [...document.querySelectorAll('[id]')].map(one => one.id),
    title: document.querySelector('h1')?.innerText ?? '',
    links: [...document.querySelectorAll('a[href]')].map(one => one.getAttribute('href')),
    text: document.body.innerText,
};
"""

# The text whose contrast to its background is below 4.5, as WCAG 2.2 asks for.
_FAINT = """
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const light = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(
        one => one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = one => {
    for (; one; one = one.parentElement) {
        const colour = getComputedStyle(one).backgroundColor;
        if (!/, 0\\)$|transparent/.test(colour)) return colour;
    }
    return 'white';
};
return [...document.querySelectorAll('article *')]
    .filter(one => [...one.childNodes].some(child => child.nodeType == 3 && child.data.trim()) && one.checkVisibility())
    .filter(one => getComputedStyle(one).visibility == 'visible' && !one.matches('.headerlink'))
    .map(one => [light(getComputedStyle(one).color), light(behind(one)), one.outerHTML.slice(0, 100)])
    .map(([text, ground, html]) => [(Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05), html])
    .filter(([ratio]) => ratio < 4.5).slice(0, 5);
"""


@frozen
class Site:
    """The reference as a browser has seen it: each page by its path."""

    address: str
    pages: dict[str, dict[str, Any]]
    complaints: list[str]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("docs")
    build_docs(read_project(ROOT / "generated"), ROOT, out)
    with served(out) as started:
        yield started


@pytest.fixture(scope="module")
def driver() -> Iterator[webdriver.Chrome]:
    with browser(WIDTH) as started:
        yield started


@pytest.fixture(scope="module")
def site(address: str, driver: webdriver.Chrome) -> Site:
    """Every page that can be reached from the first one."""
    pages: dict[str, dict[str, Any]] = {}
    complaints: list[str] = []
    due = ["index.html"]
    while due:
        path = due.pop()
        if path in pages:
            continue
        driver.get(address + path)
        pages[path] = driver.execute_script(_LOOK)
        complaints += [f"{path}: {entry['message']}" for entry in driver.get_log("browser")]
        due += [target for target, _ in _inside(pages[path], path) if target.endswith(".html")]
    return Site(address, pages, complaints)


def _inside(page: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """The links of a page that stay on the site: path and fragment."""
    base = "http://site/"
    for link in page["links"]:
        target, fragment = urldefrag(urljoin(base + path, link))
        if target.startswith(base):
            yield target.removeprefix(base) or "index.html", unquote(fragment)


def test_no_link_is_broken(site: Site) -> None:
    broken = [
        f"{path} → {target}#{fragment}"
        for path, page in site.pages.items()
        for target, fragment in _inside(page, path)
        if target.endswith(".html")
        and (
            site.pages[target]["status"] != 200
            or (fragment and fragment not in site.pages[target]["ids"])
        )
    ]
    assert not broken


def test_nothing_comes_from_elsewhere_and_nothing_fails(site: Site) -> None:
    assert site.complaints == []


def test_every_operation_has_a_page_that_says_what_it_requests(site: Site) -> None:
    assert len(CONTRACT["operations"]) == 48
    for name, operation in CONTRACT["operations"].items():
        page = site.pages[f"reference/methods/{name}.html"]
        assert page["title"] == name
        assert f"{operation['method']} {operation['path']}" in page["text"]


def test_every_resource_has_a_page_with_its_methods(site: Site) -> None:
    for name in CONTRACT["operations"]:
        resource = name.rpartition(".")[0]
        assert (
            f"../methods/{name}.html" in site.pages[f"reference/resources/{resource}.html"]["links"]
        )


def test_every_model_has_a_page(site: Site) -> None:
    names = cloudflare_ai.models.__all__
    assert len(names) > 100
    assert {
        name
        for name in names
        if site.pages.get(f"reference/models/{name}.html", {}).get("title") != name
    } == set()


def test_every_error_and_export_has_a_page(site: Site) -> None:
    errors = [
        name
        for name, value in vars(cloudflare_ai.errors).items()
        if isinstance(value, type) and issubclass(value, cloudflare_ai.errors.Error)
    ]
    assert len(errors) >= 16
    assert {f"reference/errors/{name}.html" for name in errors} <= set(site.pages)
    pages = {path.rpartition("/")[2] for path in site.pages}
    assert {name for name in cloudflare_ai.__all__ if f"{name}.html" not in pages} == set()


def test_a_page_says_what_the_source_says(site: Site) -> None:
    text = site.pages["reference/methods/ai_gateway.logs.list.html"]["text"]
    for part in (
        "List the logs of a gateway.",
        "Conditions that a log must meet",
        "ArgumentError",
        "Page[Log, LogsInfo]",
    ):
        assert part in text
    links = site.pages["reference/methods/ai_gateway.logs.list.html"]["links"]
    assert {"../models/Log.html", "../models/LogFilter.html", "../support/Page.html"} <= set(links)
    assert (
        "../methods/ai_gateway.logs.list.html" in site.pages["reference/models/Log.html"]["links"]
    )
    assert "../models/StartElement.html" in site.pages["reference/models/Element.html"]["links"]
    assert "__wire__" not in site.pages["reference/models/Log.html"]["text"]


def test_every_page_can_be_read_on_a_narrow_screen(site: Site) -> None:
    """Only programs and tables are scrolled sideways, each in its own box; nothing else is cut off or wider than the screen."""
    wide = {
        path: page["wide"]
        for path, page in site.pages.items()
        if page["width"] > WIDTH or page["wide"]
    }
    assert wide == {}


def test_the_search_finds_a_method(address: str, driver: webdriver.Chrome) -> None:
    driver.get(f"{address}search.html?q=credit+balance")
    WebDriverWait(driver, 20).until(
        lambda d: d.find_elements(By.CSS_SELECTOR, "#search-results li a")
    )
    titles = [each.text for each in driver.find_elements(By.CSS_SELECTOR, "#search-results li a")]
    assert any("credit_balance" in title for title in titles)


def test_every_document_of_the_repository_is_on_the_site(site: Site) -> None:
    documents = [*ROOT.glob("docs/**/*.md"), ROOT / "spec/DIALECT.md", ROOT / "CHANGELOG.md"]
    paths = {each.relative_to(ROOT).with_suffix(".html").as_posix() for each in documents}
    assert len(paths) > 10
    assert paths <= set(site.pages)


def test_the_first_page_begins_with_code(site: Site) -> None:
    assert "from cloudflare_ai import CloudflareAI" in site.pages["index.html"]["text"][:600]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wide_screen_shows_what_is_on_the_page(
    address: str, driver: webdriver.Chrome, scheme: str
) -> None:
    """At 1280 pixels the list of sections stands next to the text, and text is readable in both colour schemes."""
    size = {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    driver.get(f"{address}reference/methods/ai_gateway.logs.list.html")
    contents = driver.find_element(By.CSS_SELECTOR, ".toc-tree")
    assert contents.rect["x"] + contents.rect["width"] <= 1280
    assert [each for each in contents.text.split("\n") if each] == [
        *("Arguments", "Returns", "Raises", "Asynchronous")
    ]
    faint = driver.execute_script(_FAINT)
    assert faint == []
