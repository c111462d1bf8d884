"""The whole job in a browser: sign in, check, queue, decide, and see it on the proof."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]

TEXT = """Harbour bridge turns ninety-three

The Paris Olympics drew 45 million visitors in 2024, the organisers said. The United States won 126 medals \
in Paris. What a summer it was!"""


def _tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('name')") == name:
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


def test_a_checker_needs_no_mouse(open_page: Open) -> None:
    page = open_page()
    _tab_to(page, "username")
    page.keyboard.type("amina")
    page.keyboard.press("Tab")
    page.keyboard.type("amina-demo-newsroom")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()

    page.keyboard.press("g")
    page.keyboard.press("q")
    expect(page).to_have_url(re.compile("/queue$"))
    before = int(page.locator(".head-count").inner_text().split()[0])

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    chosen = page.locator(".row-current .queue-quote").inner_text()
    assert chosen == page.locator(".queue-quote").first.inner_text()

    page.keyboard.press("/")
    page.keyboard.type("njk1")
    assert page.input_value("#text") == "njk1", "keys are letters while typing"
    page.keyboard.press("Escape")

    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()

    page.keyboard.press("n")
    expect(page.locator("#decision")).to_be_visible()
    first = page.url
    proof = page.locator(".eyebrow a").get_attribute("href") or ""

    page.keyboard.press("2")
    expect(page.locator("#wording")).to_be_visible()
    page.keyboard.press("7")
    expect(page.locator("#wording")).to_be_hidden()
    page.keyboard.press("w")
    page.keyboard.type("Rang the press office at 14:02; no reply by 15:00.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".notice")).to_contain_text("Recorded: unverifiable")
    assert page.url != first

    page.keyboard.press("s")
    expect(page).to_have_url(re.compile("/queue$"))
    after = int(page.locator(".head-count").inner_text().split()[0])
    assert after == before - 1

    page.goto(proof.split("/revisions")[0])
    expect(page.locator(".gate-word")).to_contain_text("Fail")
    expect(page.locator(".note-resolved").first).to_contain_text("Rang the press office")

    page.goto(first)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_contain_text("taken back")
    page.goto(proof.split("/revisions")[0])
    expect(page.locator(".gate-word")).to_contain_text("Hold")


def test_a_corrected_wording_is_written_by_key(open_page: Open) -> None:
    page = open_page("tomasz")
    page.goto("/queue")
    page.keyboard.press("n")
    expect(page.locator("#decision")).to_be_visible()
    page.keyboard.press("2")
    page.keyboard.press("c")
    expect(page.locator("#wording")).to_be_focused()
    page.keyboard.type("Other words")
    expect(page.locator("#wording")).to_have_value("Other words")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator(".notice")).to_contain_text("back in the queue")


def test_evidence_is_ticked_and_opened_by_key(open_page: Open) -> None:
    page = open_page("tomasz")
    page.goto("/queue?status=conflicting")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/claims/"))
    page.keyboard.press("t")
    expect(page.locator("#decision")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator("[data-use]").first).to_be_checked()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("Recorded: confirmed")
    page.locator(".notice a").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_contain_text("taken back")


def test_what_was_typed_survives_a_reload_and_the_claim_stays_held(open_page: Open) -> None:
    page = open_page("amina")
    page.goto("/queue")
    page.keyboard.press("n")
    expect(page.locator("#decision")).to_be_visible()
    page.keyboard.press("w")
    page.keyboard.type("Half a thought")
    page.keyboard.press("Escape")
    page.keyboard.press("6")
    with page.expect_response(re.compile("/renew$")) as renewed:
        page.reload()
    assert renewed.value.status == 200
    assert page.input_value("#note") == "Half a thought"
    expect(page.locator("#d-disputed")).to_be_checked()
    page.keyboard.press("s")
    expect(page.locator(".notice")).to_contain_text("back in the queue")


def test_leaving_the_page_gives_the_claim_back(open_page: Open) -> None:
    page, other = open_page("amina"), open_page("tomasz")
    page.goto("/queue")
    page.keyboard.press("n")
    expect(page.locator("#decision")).to_be_visible()
    claim = page.url
    other.goto(claim)
    expect(other.locator(".decision")).to_contain_text("Amina Yusuf is working on this claim")
    page.goto("/references")
    expect(page.get_by_role("heading", name="References")).to_be_visible()
    # The page that left said so while the next one was being fetched; it arrives in its own time.
    for _ in range(50):
        other.reload()
        if "Nobody is working on this claim" in other.locator(".decision").inner_text():
            break
    expect(other.locator(".decision")).to_contain_text("Nobody is working on this claim")


def test_keys_can_be_switched_off(open_page: Open) -> None:
    page = open_page("amina")
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("q")
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    assert not page.url.endswith("/queue")


def test_an_article_is_checked_decided_and_seen_without_javascript(open_page: Open) -> None:
    page = open_page("grace", java_script_enabled=False)
    page.get_by_role("link", name="Check an article").click()
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_label("Desk").fill("sport")
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".notice")).to_contain_text("Checked:")
    expect(page.locator(".headline")).to_contain_text("Harbour bridge turns ninety-three")
    expect(page.locator(".gate-word")).to_contain_text("Hold")
    proof = page.url
    page.get_by_role("link", name="Open claims of this article in the queue").click()
    page.locator(".queue-quote a").first.click()
    page.get_by_role("button", name="Take this claim").click()
    page.get_by_label("cut", exact=False).check()
    page.get_by_role("button", name="Record, then queue").click()
    expect(page.locator(".notice")).to_contain_text("Recorded: cut")
    page.goto(proof)
    expect(page.locator(".gate-word")).to_contain_text("Fail")
    expect(page.locator(".call-resolved").first).to_be_visible()


def test_a_note_lights_up_with_its_words_and_opens_from_the_text(open_page: Open) -> None:
    page = open_page("grace")
    page.locator(".article-line a").first.click()
    expect(page.locator(".gate-word")).to_be_visible()
    note = page.locator(".note").first
    number = note.get_attribute("data-note")
    if note.get_attribute("open") is not None:
        note.locator("summary").click()
    expect(note).not_to_have_attribute("open", "")
    page.locator(f"#call-{number}").click()
    expect(note).to_have_attribute("open", "")
    page.locator(f"[data-notes~='{number}']").first.hover()
    expect(page.locator(f"#note-{number}")).to_have_class(re.compile("is-lit"))
