"""The proof: the whole text, every claim with sign, word and reason, and the gate for exactly this text."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import httpx
from fpdf import FPDF
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport
from factcheck.web.pages.words import STATUS_SIGNS

Client = TestClient[Litestar]
Read = Callable[[httpx.Response], Any]


def test_every_claim_is_called_out_by_colour_symbol_and_word(
    edith: Client, read: Read, article: ArticleReport
) -> None:
    page = read(edith.get(f"/articles/{article.article_id}"))
    for number, claim in enumerate(article.claims, 1):
        sign = STATUS_SIGNS[claim.status]
        (call,) = page.all("a", id=f"call-{number}")
        assert call["href"] == f"#note-{number}"
        assert call["aria-label"] == f"Claim {number}, {sign.word}"
        assert f"call-{sign.key}" in call["class"]
        (note,) = page.all("details", id=f"note-{number}")
        assert f"note-{sign.key}" in note["class"]
        assert f"/claims/{claim.id}" in page.links()
        assert claim.reason in page.text
    assert {status.value for status in STATUS_SIGNS} >= {c.status.value for c in article.claims}


def test_the_words_of_the_article_are_all_there_in_order(edith: Client, article: ArticleReport) -> None:
    source = edith.get(f"/articles/{article.article_id}").text
    assert shown_words(source) == "".join(article.text.split())


def shown_words(source: str) -> str:
    """What the proof shows of the article, without white space."""
    shown = "".join(re.findall(r'<div class="sheet-text">(.*?)</div>', source, re.DOTALL))
    without_numbers = re.sub(r'<a class="call.*?</a>', "", shown, flags=re.DOTALL)
    words = unescape(re.sub(r"<[^>]+>", "", without_numbers))
    return "".join(words.split())


def test_the_proof_of_an_uploaded_pdf_is_what_was_read_from_it(
    alma: Client, submit: Callable[..., httpx.Response], read: Read, newsroom: Newsroom
) -> None:
    sheet = FPDF(unit="pt", format="A4")
    sheet.add_page()
    sheet.set_font("helvetica", "B", 24)
    sheet.text(50, 80, "A storm of selling")
    sheet.set_font("helvetica", "", 10)
    sheet.set_author("Una Pell")
    sheet.text(50, 120, "Nvidia shares closed 17% lower on 27 Janu-")
    sheet.text(50, 132, "ary 2025, said R&D <Labs>.")
    upload = ("storm.pdf", bytes(sheet.output()), "application/pdf")
    answer = submit(alma, "/articles", {"text": ""}, files={"file": upload})
    assert answer.status_code == 303, answer.text
    where = answer.headers["location"]
    stored = newsroom.checks.article(where.rsplit("/", 1)[1]).text
    assert stored == (
        "A storm of selling\n\nNvidia shares closed 17% lower on 27 January 2025, said R&D <Labs>."
    )
    proof = alma.get(where)
    assert shown_words(proof.text) == "".join(stored.split())
    assert "by Una Pell" in read(proof).text


def test_the_gate_is_for_exactly_this_text(edith: Client, read: Read, article: ArticleReport) -> None:
    page = read(edith.get(f"/articles/{article.article_id}"))
    assert article.content_sha256 in page.text
    assert page.all("abbr", title=article.content_sha256)
    for reason in article.gate.reasons:
        assert reason.message in page.text
    assert f"Policy {article.gate.policy}" in page.text


def test_what_is_in_no_claim_is_listed_with_the_reason(
    edith: Client, read: Read, article: ArticleReport
) -> None:
    page = read(edith.get(f"/articles/{article.article_id}"))
    assert "In no claim, and why" in page.text
    for item in article.coverage:
        assert " ".join(item.quote.split()) in page.text


def test_the_versions_of_the_machine_are_named(edith: Client, read: Read, article: ArticleReport) -> None:
    page = read(edith.get(f"/articles/{article.article_id}"))
    for version in (article.versions.encoder, article.versions.parser, article.versions.rules):
        assert version in page.text


def test_the_rule_by_which_claims_pass_is_told(edith: Client, read: Read, article: ArticleReport) -> None:
    page = read(edith.get(f"/articles/{article.article_id}"))
    assert article.versions.clearing is not None
    assert article.versions.clearing.sentence in " ".join(page.text.split())


def test_an_article_without_claims_is_not_a_pass(
    edith: Client, read: Read, check: Callable[..., ArticleReport]
) -> None:
    empty = check("no-claims", "What a day! Will it last?", "Who knows?")
    page = read(edith.get(f"/articles/{empty.article_id}"))
    assert "Hold" in page.text
    assert "No checkable claim was found" in page.text


def test_right_to_left_text_and_emoji_are_shown_whole(
    edith: Client, read: Read, check: Callable[..., ArticleReport]
) -> None:
    text = (
        "ارتفع سهم الشركة بنسبة 4% يوم الاثنين.\n\nNvidia 👩🏽‍🔬 shares closed 17% lower on 27 January 2025."
    )
    shown = edith.get(f"/articles/{check('rtl', text, '').article_id}")
    assert "👩🏽‍🔬" in shown.text
    assert all("dir" in p for p in read(shown).all("p") if p.get("class") == "paragraph")
