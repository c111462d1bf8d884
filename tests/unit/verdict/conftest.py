from collections.abc import Callable, Sequence
from datetime import date

import pytest

from factcheck.domain.articles import Span
from factcheck.domain.claims import Attribution, Claim, ClaimKind
from factcheck.domain.evidence import Judgement, Reference, Source
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Held, Judge

Ask = Callable[..., Judgement]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def judge(parser: Parser) -> Judge:
    return Judge(parser)


@pytest.fixture(scope="session")
def ask(judge: Judge) -> Ask:
    """Hold references (texts or `Reference`s) against one claim, as similar as `similarity` says."""

    def hold(
        text: str,
        *references: str | Reference,
        similarity: float = 0.9,
        published: date | None = None,
        doubt: str | None = None,
        speaker: str | None = None,
    ) -> Judgement:
        claim = Claim(
            Span(0, len(text)),
            text,
            text,
            kind=ClaimKind.QUOTATION if speaker is not None else ClaimKind.STATEMENT,
            attribution=Attribution(speaker, "said") if speaker else None,
            doubt=doubt,
        )
        return judge.judge_all([claim], [held(judge, references, similarity)], published)[0]

    return hold


def held(judge: Judge, references: Sequence[str | Reference], similarity: float) -> list[Held]:
    whole = [
        one if isinstance(one, Reference) else reference(one, number) for number, one in enumerate(references)
    ]
    profiles = judge.profile_references([one.text for one in whole], [one.as_of for one in whole])
    return [Held(one, profile, similarity) for one, profile in zip(whole, profiles, strict=True)]


def reference(text: str, number: int = 0) -> Reference:
    source = Source("Marlow Gazette", f"Filing {number}", "https://example.org/filing")
    return Reference(f"r{number}", f"key-{number}", text, source)
