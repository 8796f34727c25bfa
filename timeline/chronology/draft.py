"""Drafts: what each clause of a document tells, with its date, before equal events meet."""

from __future__ import annotations

from functools import lru_cache

from timeline.chronology.annotated import annotate
from timeline.chronology.desk import Desk, Draft
from timeline.chronology.implied import implied_drafts
from timeline.chronology.source import Document

_NEAR = 16
"""How many sentences are kept for a look back."""
_SHORT = 100_000
"""The drafts of a longer document are not kept."""


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
    found = annotate(document)
    text = document.text
    spans = [(c.start, c.end) for c in document.candidates if c.start is not None and c.end]
    drafts: list[Draft] = []
    shouting = text.isupper()

    @lru_cache(maxsize=_NEAR)
    def desk_of(place: int) -> Desk:
        return Desk(document, found.sentences[place], found.inside.get(place, ()), spans)

    for place in range(len(found.sentences)):
        desk = desk_of(place)
        desk.first, desk.shouting = len(drafts), shouting
        desk.look_back = (place, lambda n: desk_of(n).telling)
        own = desk.drafts()
        if own and place == found.lead:
            own[0] = own[0]._replace(lead=True)
        told = [draft.title.lower() for draft in own]
        drafts += own
        for draft in implied_drafts(desk, found, place):
            first, last = draft.passage.told or (0, 0)
            words = text[first:last].lower() or draft.title.lower()
            if not any(words in title or draft.title.lower() in title for title in told):
                drafts.append(draft._replace(number=len(drafts)))
    return tuple(drafts)


_drafts_again = lru_cache(maxsize=64)(_drafts)
