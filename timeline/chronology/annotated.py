"""Annotated: a document with its mentions and sentences, found once for all that asks for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Interval
from timeline.chronology.headings import find_headings
from timeline.chronology.sentences import Sentence, split_sentences
from timeline.chronology.source import Document
from timeline.normaliser.context import is_historical
from timeline.normaliser.lexer import fold
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

RECENT = 8
"""So many days back a date is part of the news."""
_TOP, _LEAST = 12, 40
"""A lead is looked for in so many sentences, and has so many characters."""
_SHORT = 100_000
"""What is found in a longer document is not kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """A document's mentions and sentences, in order.

    `inside` holds the mentions of each sentence by its number; `dates` are the mentions with a
    place on the calendar; `historical` is true of a text that tells a story of other days; `lead`
    is the number of the sentence that a report opens with, and `news` the day it tells of there
    ("on Friday"), if it names one of the last days; `headings` are the dates that sentences stand
    under, by their numbers.
    """

    document: Document
    mentions: Sequence[Mention]
    sentences: Sequence[Sentence]
    starts: Sequence[int]
    inside: Mapping[int, Sequence[Mention]]
    dates: Sequence[Mention]
    historical: bool
    lead: int | None
    news: Mention | None
    headings: Mapping[int, Mention]

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
    lead = _lead(sentences)
    news = None if lead is None else _news(document.written, inside, lead)
    spans = [(c.start, c.end) for c in document.candidates if c.start is not None and c.end]
    headings = find_headings(text, sentences, inside, spans)
    if historical and news is None:
        lead = None
    return Annotated(
        document, found, sentences, starts, inside, dates, historical, lead, news, headings
    )


def _lead(sentences: Sequence[Sentence]) -> int | None:
    near = enumerate(sentences[:_TOP])
    return next((n for n, s in near if not s.headline and s.end - s.start >= _LEAST), None)


def _news(
    written: Cell | None, inside: Mapping[int, Sequence[Mention]], lead: int
) -> Mention | None:
    near = [mention for place in (lead, lead + 1) for mention in inside.get(place, ())]
    return next((mention for mention in near if is_recent(mention, written)), None)


def is_recent(mention: Mention, written: Cell | None) -> bool:
    """Whether a mention is one of the days just before the day of writing."""
    time = mention.time
    if written is None or not isinstance(time, Cell) or time.grain > Grain.DAY:
        return False
    return 0 < written.first_day - time.last_day <= RECENT


_annotate_again = lru_cache(maxsize=64)(_annotate)
