"""Event index: what happened when, looked up by words that only speak of it.

"In part of his resignation" has no date, nor has its document; another one may tell it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from timeline.calendar.times import is_placed
from timeline.chronology.acts import RETOLD, WHOLE, act_named, act_of
from timeline.chronology.annotated import annotate
from timeline.chronology.dating import BASES, Dating, date_of
from timeline.chronology.event import Event, Passage
from timeline.chronology.likeness import Gist, agrees, gist, is_finer, span_of
from timeline.chronology.source import Document

_TOLD_ELSEWHERE = 0.7
"""How far a date is trusted that another passage gives to what these words speak of."""
_COVERED, _COMPARED = 0.5, 24
_TRUST = {basis: number for number, basis in enumerate(BASES)}
_Told = tuple[Gist, frozenset[str], Event]
_WORD = re.compile(r"[^\W\d_]+")


class EventIndex:
    """The events of some documents, for looking up when that happened which words speak of."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._told: defaultdict[str, list[tuple[int, int, Passage, Event]]] = defaultdict(list)
        self._acts: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
        for event in events:
            for passage in event.passages:
                begin, end = passage.told or (passage.start, passage.start)
                self._told[passage.document].append((begin, end, passage, event))
            if event.basis == "date" and event.kind in ("reported", "background", "origin"):
                about = gist(event.title)
                things = _things(event.title, about)
                for act in about.deed.acts & RETOLD:
                    for word in things:
                        self._acts[act, word].append((about, things, event))
        for told in self._told.values():
            told.sort(key=lambda one: one[:2])

    def date_of(self, document: Document, start: int, end: int) -> Dating:
        """When that happened which the text from `start` to `end` tells, as all documents say."""
        own = date_of(document, start, end)
        event = self._at(document.name, start, end)
        if event is not None:
            better = _TRUST[event.basis] < _TRUST[own.basis]
            if better or _is_within(event, own):
                return _from(event, own)
        found = self._spoken_of(document, start, end, told=event is not None)
        if found is None or (own.basis == "date" and not _is_within(found, own)):
            return own
        return _from(found, own)

    def _at(self, name: str, start: int, end: int) -> Event | None:
        """The event whose clause holds a stretch, the shortest if there are some."""
        told = self._told.get(name, [])
        last = bisect_right(told, start, key=lambda one: one[0])
        holding = [one for one in told[max(0, last - _COMPARED) : last] if end <= one[1]]
        placed = [one for one in holding if one[3].placed]
        return min(placed, key=lambda one: one[1] - one[0])[3] if placed else None

    def _spoken_of(self, document: Document, start: int, end: int, *, told: bool) -> Event | None:
        """The one event before the day of writing that does what a stretch names, to what its
        sentence speaks of; where the clause has `told` an event, its verb names no other.
        """
        words = _WORD.findall(document.text[start:end].lower())
        acts = {act_named(word) or ("" if told else act_of(word)) for word in words} & RETOLD
        if not acts or len(words) > 3:
            return None
        around = _around(document, start, end)
        if around is None:
            return None
        keys = [(act, word) for act in sorted(acts) for word in sorted(around.words)]
        known = {id(told[2]): told for key in keys for told in self._acts.get(key, ())[-_COMPARED:]}
        ranked = sorted(
            (
                (_covers(around, about, things, own=document.name in _sources(event)), event.id)
                for about, things, event in known.values()
                if _is_before(event, document)
            ),
            reverse=True,
        )
        if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return next(event for *_, event in known.values() if event.id == ranked[0][1])


def _things(title: str, about: Gist) -> frozenset[str]:
    """Whom or what an act happens to, as far as a title tells."""
    deed = about.deed
    if deed.head in WHOLE and about.subject:
        words = gist(" ".join(title[slice(*deed.subject)].split()[-2:])).words
        return words & about.subject or about.subject
    return about.subject if deed.passive else about.predicate


def _covers(around: Gist, about: Gist, things: frozenset[str], *, own: bool) -> float:
    """How many of the words for what an act happens to a sentence has; 0 if too few. Of what its
    `own` document tells, one word is enough: "the store".
    """
    shared = things & around.words
    named = shared & (about.names | around.names)
    if not named or not (own or len(shared) >= _COVERED * len(things)):
        return 0.0
    return len(shared) + 0.5 * len(about.rest & around.words)


def _sources(event: Event) -> set[str]:
    return {passage.document for passage in event.passages}


def _is_within(event: Event, own: Dating) -> bool:
    """Whether an event's date is the more exact of two that agree."""
    agree = agrees(own.time, event.time, own.shade, event.shade)
    return bool(agree) and is_finer(event.time, own.time, event.shade, own.shade)


def _around(document: Document, start: int, end: int) -> Gist | None:
    """The words of the sentence around a stretch."""
    found = annotate(document)
    place = found.sentence_at(start)
    if place is None:
        return None
    sentence = found.sentences[place]
    near = document.text[max(sentence.start, start - 300) : min(sentence.end, end + 300)]
    return gist(near)


def _is_before(event: Event, document: Document) -> bool:
    first = span_of(event.time, event.shade)[0]
    written = document.written
    return is_placed(event.time) and (written is None or first is None or first <= written.last_day)


def _from(event: Event, own: Dating) -> Dating:
    reason = f"“{event.title}” is told with this date"
    confidence = round(min(event.confidence, _TOLD_ELSEWHERE), 2)
    return Dating(event.time, event.shade, confidence, reason, event.basis, own.mention)
