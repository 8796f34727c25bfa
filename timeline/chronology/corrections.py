"""Corrections applied: events as a user wants them.

Events are never edited: a list of corrections is applied to those that were read. One whose
event is gone waits, and applies again when the event is back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline.calendar.cell import Cell
from timeline.calendar.times import PLAIN, Interval, Placed, Shade, Time
from timeline.chronology.compile import arrange
from timeline.chronology.correction import (
    MAX_TITLE,
    Add,
    Choose,
    Correction,
    Hide,
    Merge,
    Redate,
    Rekind,
    Rename,
    Split,
)
from timeline.chronology.dating import date_of
from timeline.chronology.event import Event, Passage
from timeline.chronology.likeness import is_finer
from timeline.chronology.naming import Register
from timeline.chronology.source import Document
from timeline.chronology.suggestion import suggest_title

Field = Literal["date", "title", "kind", "merged", "split", "added"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """Events as corrected, in the order of time, and the corrections that wait for theirs."""

    events: tuple[Event, ...]
    waiting: tuple[Correction, ...] = ()
    hidden: tuple[Event, ...] = ()


def apply(
    events: Sequence[Event],
    corrections: Iterable[Correction],
    documents: Iterable[Document] = (),
) -> Corrected:
    """Events with corrections applied one after the other; `documents` are those that the
    events were read from: an event can only be added to a document that is there.

    >>> from timeline.calendar.cell import Cell
    >>> from timeline.chronology.compile import compile_events
    >>> (fell,) = compile_events([Document("a", "The bridge fell in 1945.")])
    >>> done = apply([fell], [Rename(fell.id, "Remagen"), Redate(fell.id, Cell.month(1945, 3))])
    >>> [(e.title, e.edtf, e.corrected) for e in done.events]
    [('Remagen', '1945-03', ('date', 'title'))]
    >>> apply([], [Hide(fell.id)]).waiting == (Hide(fell.id),)
    True
    """
    slate = _Slate(events, documents)
    waiting = tuple(one for one in corrections if not slate.take(one))
    shown, hidden = slate.finished()
    return Corrected(shown, waiting, hidden)


class _Slate:
    """Events while they are corrected: as they are now and as they were read, by their ids;
    `gone` leads from the ids of events that were merged to the event they are in.
    """

    def __init__(self, events: Sequence[Event], documents: Iterable[Document]) -> None:
        self.register = Register(events)
        self.documents = {document.name: document for document in documents}
        self.now = {event.id: event for event in events}
        self.read = dict(self.now)
        self.gone: dict[str, str] = {}
        self.hidden: set[str] = set()

    def find(self, id: str) -> Event | None:
        """The event of an id as it is now."""
        known = self.register.find(id)
        name = id if known is None else known.id
        seen = []
        while name in self.gone:
            seen.append(name)
            name = self.gone[name]
        for one in seen:  # the next way is short
            self.gone[one] = name
        return self.now.get(name)

    def take(self, correction: Correction) -> bool:
        """Apply a correction; False where there is nothing to apply it to."""
        if isinstance(correction, Add):
            return self._add(correction)
        event = self.find(correction.event)
        if event is None:
            return False
        match correction:
            case Redate():
                self._date(event, correction.time, correction.shade)
            case Rename():
                self._put(event, "title", title=correction.title.strip())
            case Rekind():
                self._put(event, "kind", kind=correction.kind)
            case Hide():
                self.hidden.add(event.id)
            case Merge():
                return self._merge(event, self.find(correction.into))
            case Split():
                return self._split(event, correction)
            case Choose():
                return self._choose(event, correction)
        return True

    def _put(self, event: Event, field: Field, **changes: object) -> None:
        fields = tuple(sorted({*event.corrected, field}))
        self.now[event.id] = replace(event, corrected=fields, **changes)  # type: ignore[arg-type]

    def _date(self, event: Event, time: Placed, shade: Shade) -> None:
        self._put(
            event,
            "date",
            time=time,
            shade=shade,
            confidence=1.0,
            basis="date",
            reason="",
            claims=(),
        )

    def _merge(self, event: Event, into: Event | None) -> bool:
        if into is None:
            return False
        if into.id == event.id:
            return True
        passages: dict[tuple[str, int, int], Passage] = {}
        for one in (*into.passages, *event.passages):
            place = (one.document, one.start, one.end)
            known = passages.get(place, one)
            dates = sorted({*known.mentions, *one.mentions}, key=lambda m: (m.start, m.end))
            passages[place] = replace(known, mentions=tuple(dates))
        order = {name: number for number, name in enumerate(self.documents)}
        dated = into if into.placed or not event.placed else event
        self._put(
            into,
            "merged",
            time=dated.time,
            shade=dated.shade,
            passages=tuple(
                sorted(
                    passages.values(),
                    key=lambda p: (order.get(p.document, len(order)), p.document, p.start, p.end),
                )
            ),
            keys=(into.id, *sorted({*into.keys, *event.keys} - {into.id})),
            related=tuple(sorted({*into.related, *event.related})),
            confidence=max(into.confidence, event.confidence),
        )
        del self.now[event.id]
        self.gone[event.id] = into.id
        return True

    def _split(self, event: Event, split: Split) -> bool:
        if self.find(split.id) is not None:
            return True
        own = next((p for p in event.passages if _is_told(p, split)), None)
        rest = tuple(p for p in event.passages if p is not own)
        if own is None or not rest:
            return False
        read = self.read[event.id]
        time, shade = _time_of([own]) or (read.time, read.shade)
        title = self._title(own)
        kind = read.kind if read.kind != "undated" or time is None else "reported"
        made = Event(
            split.id, title, time, shade, kind, (own,), (), read.confidence, keys=(split.id,)
        )
        self.read[made.id] = made
        self._put(made, "split")
        kept = {mention.time for passage in rest for mention in passage.mentions}
        if "date" in event.corrected or event.time in kept:
            self._put(event, "split", passages=rest)
        else:
            time, shade = _time_of(rest) or (event.time, event.shade)
            self._put(event, "split", passages=rest, time=time, shade=shade)
        return True

    def _title(self, passage: Passage) -> str:
        document = self.documents.get(passage.document)
        if document is None or document.text[passage.start : passage.end] != passage.text:
            return passage.text[:MAX_TITLE]
        dates = passage.mentions
        start, end = (dates[0].start, dates[0].end) if dates else (passage.start, passage.end)
        return suggest_title(document, start, end)

    def _choose(self, event: Event, choice: Choose) -> bool:
        for mention in event.mentions:
            if mention.text != choice.words:
                continue
            for reading in mention.readings:
                if reading.reason == choice.reason and isinstance(reading.time, Cell | Interval):
                    self._date(event, reading.time, PLAIN)
                    return True
            times = [mention.time, *(reading.time for reading in mention.readings)]
            if choice.time in times:
                self._date(event, choice.time, PLAIN)
                return True
        return False

    def _add(self, add: Add) -> bool:
        if self.find(add.event) is not None:
            return True
        document = self.documents.get(add.document)
        start = None if document is None else _place(document.text, add)
        if document is None or start is None:
            return False
        end = start + len(add.quote)
        time: Time | None = add.time
        shade, confidence = add.shade, 1.0
        if time is None:
            dating = date_of(document, start, end)
            time, shade, confidence = dating.time, dating.shade, dating.confidence
        passage = Passage(document.name, start, end, add.quote)
        kind = add.kind if time is not None else "undated"
        made = Event(
            add.event, add.title, time, shade, kind, (passage,), (), confidence, keys=(add.event,)
        )
        self.read[made.id] = made
        self._put(made, "added")
        return True

    def finished(self) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """The events to show and those hidden."""
        events = [self._finish(event) for event in self.now.values()]
        shown = arrange(event for event in events if event.id not in self.hidden)
        return shown, arrange(event for event in events if event.id in self.hidden)

    def _finish(self, event: Event) -> Event:
        """An event whose ties lead to where the others are now, of a kind that fits its time."""
        if self.gone and event.related:
            ties = {other.id for one in event.related if (other := self.find(one)) is not None}
            event = replace(event, related=tuple(sorted(ties - {event.id})))
        if event.kind == "undated" and event.placed and not {"kind"} & {*event.corrected}:
            event = replace(event, kind="reported")
        return event


def _is_told(passage: Passage, split: Split) -> bool:
    return passage.document == split.document and passage.text == split.text


def _time_of(passages: Iterable[Passage]) -> tuple[Placed, Shade] | None:
    """The most exact time that the mentions of some passages say; of several, the first."""
    best: tuple[Placed, Shade] | None = None
    for mention in (mention for passage in passages for mention in passage.mentions):
        time, shade = mention.time, mention.shade
        if isinstance(time, Cell | Interval) and (
            best is None or is_finer(time, best[0], shade, best[1])
        ):
            best = time, shade
    return best


def _place(text: str, add: Add) -> int | None:
    """Where the words of an added event stand now: where they stood, else nearest to it."""
    if text.startswith(add.quote, add.start):
        return add.start
    after = text.find(add.quote, add.start)
    before = text.rfind(add.quote, 0, min(add.start, len(text)) + len(add.quote))
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - add.start), default=None)
