"""How every page is: readable by everybody, at any width, in the dark and on paper."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

PAGES = (
    "/",
    "/articles/new",
    "{article}",
    "{article}/revisions/new",
    "/queue",
    "/queue?text=zebra",
    "{claim}",
    "/references",
    "/references?q=zebra",
    "/references/new",
    "/references/import",
    "{reference}",
    "/people",
    "/keys",
    "/audit",
    "/help",
)


@pytest.fixture
def addresses(open_page: Open) -> Callable[[Page, str], str]:
    """Turns a name in `PAGES` into the address of something that is there."""

    def find(page: Page, path: str) -> str:
        where = {"{article}": ("/", ".article-line h3 a"), "{claim}": ("/queue", ".queue-quote a")}
        where["{reference}"] = ("/references", ".reference-text a")
        for name, (listing, link) in where.items():
            if path.startswith(name):
                page.goto(listing)
                return path.replace(name, page.locator(link).first.get_attribute("href") or "")
        return path

    return find


def _faults(page: Page) -> list[str]:
    return [
        f"{page.url}: {found['id']}: {node['target']}: {node['failureSummary']}"
        for found in Axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_fault_for_anybody(
    scheme: str, open_page: Open, addresses: Callable[[Page, str], str]
) -> None:
    page = open_page(color_scheme=scheme)
    faults = _faults(page)
    page = open_page("mei", color_scheme=scheme)
    for path in PAGES:
        page.goto(addresses(page, path))
        if path == "{claim}":
            page.keyboard.press("t")
            expect(page.locator("#decision")).to_be_visible()
            page.keyboard.press("2")
        faults += _faults(page)
        page.keyboard.press("?")
        expect(page.locator("#keys")).to_be_visible()
        page.keyboard.press("Escape")
    assert faults == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_is_wider_than_the_screen(
    width: int, open_page: Open, addresses: Callable[[Page, str], str]
) -> None:
    page = open_page("mei", viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(addresses(page, path))
        spare = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert spare <= 0, path


@pytest.fixture
def proof(open_page: Open) -> Page:
    page = open_page("grace")
    page.locator(".article-line h3 a").first.click()
    return page


def test_paper_shows_every_note_and_the_whole_fingerprint(proof: Page) -> None:
    proof.emulate_media(media="print")
    numbers = proof.locator(".call").count()
    assert numbers > 0
    for reason in proof.locator("summary .note-line").all():
        assert reason.is_visible()
    evidence = proof.locator(".appendix-note").all()
    assert len(evidence) == numbers
    assert all(note.is_visible() for note in evidence)
    whole = proof.locator(".fingerprint-whole")
    assert whole.is_visible()
    assert re.search(r"\b[0-9a-f]{64}\b", whole.inner_text())
    for control in proof.locator("nav, button").all():
        assert not control.is_visible()
    assert proof.pdf(format="A4").startswith(b"%PDF")


def test_status_is_told_without_colour(proof: Page) -> None:
    for call in proof.locator(".call").all():
        name = call.get_attribute("aria-label") or ""
        assert re.fullmatch(r"Claim \d+, \w+", name)
        assert call.locator(".symbol").inner_text() in "✓≠?●"
    lines = proof.evaluate(
        """[...document.querySelectorAll(".mark")].map(mark => {
             const style = getComputedStyle(mark);
             return [mark.className.split(" ")[1], style.textDecorationStyle];
           })"""
    )
    styles = dict(lines)
    assert len(set(styles.values())) == len(styles), "each status has a line of its own kind"


@pytest.mark.parametrize("name", ["light", "dark", "narrow"])
def test_pages_can_be_photographed(
    name: str, open_page: Open, addresses: Callable[[Page, str], str], tmp_path: Path
) -> None:
    size = {"width": 390, "height": 844} if name == "narrow" else {"width": 1280, "height": 900}
    page = open_page("mei", viewport=size, color_scheme="dark" if name == "dark" else "light")
    for path in ("/", "{article}", "/queue", "{claim}"):
        page.goto(addresses(page, path))
        picture = page.screenshot(path=tmp_path / f"{len(list(tmp_path.iterdir()))}.png", full_page=True)
        assert len(picture) > 10_000
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    darkness = sum(int(part) for part in re.findall(r"\d+", background)[:3])
    assert (darkness < 150) is (name == "dark")


def test_nothing_moves_while_a_page_loads(open_page: Open) -> None:
    page = open_page("grace")
    page.add_init_script(
        """window.moved = 0;
           new PerformanceObserver(list => { for (const e of list.getEntries()) window.moved += e.value; })
             .observe({type: "layout-shift", buffered: true});"""
    )
    for path in ("/", "/queue", "/references", "/help"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.moved") < 0.01, path
