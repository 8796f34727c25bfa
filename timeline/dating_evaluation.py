"""How often events get the dates that were given by hand, on JSON files of events.

A file holds a list of documents, each with `name`, `text`, `dct` (the day it was written) and
`events`: `start`, `end` (code points of the text), `date_value` (YYYY, YYYY-MM or YYYY-MM-DD)
and perhaps `stative`, as in the event-date benchmark. For the scores end to end it also holds
`sentences`, `scored_span` and `other_events` (events without a date by hand).

A date found is exact if, cut to the size of the one by hand, it is that one; it is within if one
of the two holds the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.api import events
from timeline.calendar.times import Interval, Time
from timeline.calendar.timex3 import timex_value
from timeline.chronology.compile import compile_events
from timeline.chronology.dating import date_of
from timeline.chronology.source import Document, document

MAX_BYTES = 50_000_000
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """An event by hand: where its words stand, its date, and whether it is a state."""

    start: int
    end: int
    date: str
    stative: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with its events by hand; `others` are events without a date, `scored` is the
    part of the text in which all events were marked.
    """

    document: Document
    written: str
    events: tuple[Gold, ...]
    sentences: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()
    scored: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Dated:
    """An event by hand with the date found, a TIMEX3 value; `written` is its document's day."""

    gold: Gold
    found: str
    written: str

    @property
    def exact(self) -> bool:
        """Whether the date found, cut to the size of the one by hand, is that one."""
        return is_exact(self.gold.date, self.found)

    @property
    def within(self) -> bool:
        """Whether one of the two dates holds the other."""
        return self.exact or (bool(self.found) and self.gold.date.startswith(self.found))

    @property
    def told(self) -> bool:
        """Whether the event did not happen on the day its document was written."""
        return self.gold.date != self.written


@dataclass(frozen=True, slots=True)
class Pairs:
    """Events of the chronology against those by hand: how many agree, of how many."""

    agreeing: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(
            self.agreeing + other.agreeing, self.found + other.found, self.gold + other.gold
        )

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in percent, to a tenth.

        >>> Pairs(1, 2, 4).scores()
        (50.0, 25.0, 33.3)
        """
        precision = 100 * self.agreeing / max(self.found, 1)
        recall = 100 * self.agreeing / max(self.gold, 1)
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return round(precision, 1), round(recall, 1), round(f1, 1)


def is_exact(gold: str, found: str) -> bool:
    """Whether a date, cut to the size of the one by hand, is that one.

    >>> is_exact("2008-06", "2008-06-09"), is_exact("2008-06-09", "2008-06")
    (True, False)
    """
    return found[: len(gold)] == gold


def read_gold(path: Path) -> list[GoldDocument]:
    """The documents of a file; ValueError with a sentence if it is not of that form."""
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path} is larger than {MAX_BYTES:,} bytes")
    try:
        documents = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} is no JSON: {error}") from error
    if not isinstance(documents, list):
        raise ValueError(f"{path} holds no list of documents")
    try:
        return [_document(one) for one in documents]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path} has a document or an event without {error}") from error


def _document(plain: Mapping[str, Any]) -> GoldDocument:
    written = plain["dct"][:10]
    return GoldDocument(
        document(plain["text"], name=plain["name"], published=written),
        written,
        tuple(
            Gold(e["start"], e["end"], str(e["date_value"]), bool(e.get("stative")))
            for e in plain["events"]
        ),
        tuple((start, end) for start, end in plain.get("sentences", ())),
        tuple((e["start"], e["end"]) for e in plain.get("other_events", ())),
        tuple(plain.get("scored_span", (0, len(plain["text"])))),
    )


def date_events(documents: Sequence[GoldDocument], *, together: bool = False) -> list[Dated]:
    """The events by hand with the dates of `date_of`: from their own document alone, or from all
    `together`.
    """
    chronology = events(one.document for one in documents) if together else None

    def find(one: GoldDocument, gold: Gold) -> str:
        if chronology is None:
            return _value(date_of(one.document, gold.start, gold.end).time)
        return _value(chronology.date_of(one.document.name, gold.start, gold.end).time)

    return [Dated(gold, find(one, gold), one.written) for one in documents for gold in one.events]


def _value(time: Time | None) -> str:
    if isinstance(time, Interval):
        time = time.first or time.last
    return ("" if time is None else timex_value(time)) or ""


def pair_events(one: GoldDocument) -> Pairs:
    """The events of the chronology of a document paired with those by hand, one to one.

    Two can pair if they stand in one sentence and the date is exact. An event found counts
    unless it lies outside the part that was marked, or pairs with none and its words touch only
    events without a date by hand.
    """
    low, high = one.scored
    found = [
        (*(passage.told or (passage.start, passage.end)), value)
        for event in compile_events([one.document])
        if (value := _value(event.time))
        for passage in event.passages
        if passage.start < high and low < passage.end
    ]
    homes = [_touching(one.sentences, (gold.start, gold.end)) for gold in one.events]
    fits: list[list[int]] = []
    for start, end, value in found:
        near = _touching(one.sentences, (start, end))
        fits.append(
            [
                n
                for n, gold in enumerate(one.events)
                if not near.isdisjoint(homes[n]) and is_exact(gold.date, value)
            ]
        )
    paired = _match(fits)
    golds = [(gold.start, gold.end) for gold in one.events]
    counted = sum(
        n in paired
        or bool(_touching(golds, (start, end)))
        or not _touching(one.others, (start, end))
        for n, (start, end, _) in enumerate(found)
    )
    return Pairs(len(paired), counted, len(one.events))


def _touching(spans: Sequence[Span], span: Span) -> set[int]:
    return {n for n, (start, end) in enumerate(spans) if start < span[1] and span[0] < end}


def _match(fits: Sequence[Sequence[int]]) -> set[int]:
    """The numbers of those on the left that a largest matching pairs (Kuhn's algorithm)."""
    partner: dict[int, int] = {}

    def place(left: int, seen: set[int]) -> bool:
        for right in fits[left]:
            if right not in seen:
                seen.add(right)
                if right not in partner or place(partner[right], seen):
                    partner[right] = left
                    return True
        return False

    for left in range(len(fits)):
        place(left, set())
    return set(partner.values())


def lines(name: str, documents: Sequence[GoldDocument], *, together: bool = False) -> Iterator[str]:
    """The report of a file; `together` as for `date_events`."""
    dated = date_events(documents, together=together)
    rows = {
        "all": dated,
        "no states": [e for e in dated if not e.gold.stative],
        "on the day of writing": [e for e in dated if not e.told],
        "on another": [e for e in dated if e.told],
    }
    for what, some in rows.items():
        exact, within = (
            f"{100 * sum(hits) / len(some):6.1f} %" if some else "     -"
            for hits in ([e.exact for e in some], [e.within for e in some])
        )
        yield f"{name:22.22} {what:22} {len(some):6,} events  exact {exact}  within {within}"
    if any(one.sentences for one in documents):
        pairs = sum((pair_events(one) for one in documents), Pairs())
        precision, recall, f1 = pairs.scores()
        yield (
            f"{name:22.22} {'end to end, by sentence':22} precision {precision:.1f} %  "
            f"recall {recall:.1f} %  F1 {f1:.1f} %"
        )
