"""Annotated: a document with its mentions and sentences, found once for all that asks for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.calendar.cell import Cell
from timeline.calendar.times import Interval
from timeline.chronology.sentences import Sentence, split_sentences
from timeline.chronology.source import Document
from timeline.normaliser.context import is_historical
from timeline.normaliser.lexer import fold
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

_SHORT = 100_000
"""What is found in a longer document is not kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """A document's mentions and sentences, in order.

    `inside` holds the mentions of each sentence by its number; `dates` are the mentions with a
    place on the calendar; `historical` is true of a text that tells a story of other days.
    """

    document: Document
    mentions: Sequence[Mention]
    sentences: Sequence[Sentence]
    starts: Sequence[int]
    inside: Mapping[int, Sequence[Mention]]
    dates: Sequence[Mention]
    historical: bool

    def sentence_at(self, offset: int) -> int | None:
        """The number of the sentence that holds an offset, None between sentences."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.sentences[place].end else None


def annotate(document: Document) -> Annotated:
    """A document's mentions and sentences; those of the last documents are kept."""
    return _annotate_again(document) if len(document.text) <= _SHORT else _annotate(document)


def _annotate(document: Document) -> Annotated:
    text = document.text
    found = mentions(text, published=document.written, language=document.language)
    sentences = split_sentences(text)
    starts = [s.start for s in sentences]
    inside: dict[int, list[Mention]] = {}
    for mention in found:
        place = bisect_right(starts, mention.start) - 1
        if place >= 0 and mention.end <= sentences[place].end:
            inside.setdefault(place, []).append(mention)
    dates = [m for m in found if isinstance(m.time, Cell | Interval)]
    historical = is_historical(fold(text), document.written)
    return Annotated(document, found, sentences, starts, inside, dates, historical)


_annotate_again = lru_cache(maxsize=64)(_annotate)
