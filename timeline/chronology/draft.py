"""Drafts: each dated mention of a document as an event of its own, before equal ones meet."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from timeline.calendar.times import Length, Repeat
from timeline.chronology.desk import Desk, Draft
from timeline.chronology.sentences import split_sentences
from timeline.chronology.source import Document
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

_NEAR = 16
"""How many sentences are kept for a look back."""
_SHORT = 100_000
"""The drafts of a longer document are not kept."""
_TIMELESS = (Length, Repeat)


def draft_events(document: Document, first: int = 0) -> list[Draft]:
    """The drafts of a document, numbered from `first`, in the order of the text.

    Those of the last documents are kept: one more document costs no second look at the others.
    """
    short = len(document.text) <= _SHORT
    drafts = _drafts_again(document) if short else _drafts(document)
    if not first:
        return list(drafts)
    return [
        draft._replace(
            number=first + draft.number, related=tuple(first + number for number in draft.related)
        )
        for draft in drafts
    ]


def _drafts(document: Document) -> tuple[Draft, ...]:
    text = document.text
    found = mentions(text, published=document.written, language=document.language)
    spans = [(c.start, c.end) for c in document.candidates if c.start is not None and c.end]
    sentences = split_sentences(text)
    starts = [s.start for s in sentences]
    by_sentence: dict[int, list[Mention]] = {}
    for mention in found:
        place = bisect_right(starts, mention.start) - 1
        if place >= 0 and mention.end <= sentences[place].end:
            by_sentence.setdefault(place, []).append(mention)
    drafts: list[Draft] = []
    shouting = text.isupper()

    @lru_cache(maxsize=_NEAR)
    def desk_of(place: int) -> Desk:
        return Desk(document, sentences[place], by_sentence.get(place, []), spans)

    for place, inside in by_sentence.items():
        if all(isinstance(mention.time, _TIMELESS) for mention in inside):
            continue
        desk = desk_of(place)
        desk.first, desk.shouting = len(drafts), shouting
        desk.look_back = (place, lambda n: desk_of(n).telling)
        drafts += desk.drafts()
    return tuple(drafts)


_drafts_again = lru_cache(maxsize=64)(_drafts)
