"""View: which events are shown and which one is selected; what a link holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.calendar.cell import Cell
from timeline.calendar.times import days
from timeline.chronology.event import Event
from timeline.chronology.key import key_events


@dataclass(frozen=True, slots=True)
class View:
    """The range shown (both ends included, None: open), the kinds hidden, the words looked
    for, the event selected and the document open (by name); `context` shows also events
    that have no date of their own, dated by what stands around them; `most` keeps only so many
    of the most important; a shown event has one of the `names` (none: any event is shown);
    `disputed` shows only events with contradicting dates.
    """

    first: Cell | None = None
    last: Cell | None = None
    hidden: frozenset[str] = frozenset()
    text: str = ""
    selected: str | None = None
    document: str | None = None
    names: frozenset[str] = frozenset()
    context: bool = False
    most: int | None = None
    disputed: bool = False


def select(events: Iterable[Event], view: View) -> tuple[Event, ...]:
    """The events that a view shows, in their order.

    An event is in range if any of its days is; one without a place on the calendar only
    where no range is set. Every word of `text` must occur in its title, date, or passages.
    """
    first = None if view.first is None else view.first.first_day
    last = None if view.last is None else view.last.last_day
    words = view.text.casefold().split()
    passing = tuple(
        event
        for event in events
        if (event.main or view.context)
        and event.kind not in view.hidden
        and (event.disputed or not view.disputed)
        and _in_range(event, first, last)
        and (not view.names or any(one.name in view.names for one in event.entities))
        and (not words or _has_words(event, words))
    )
    return passing if view.most is None else key_events(passing, view.most)


def _in_range(event: Event, first: int | None, last: int | None) -> bool:
    if first is None and last is None:
        return True
    if not event.placed:
        return False
    start, end = days(event.time, event.shade)
    return (first is None or end is None or end >= first) and (
        last is None or start is None or start <= last
    )


def _has_words(event: Event, words: list[str]) -> bool:
    hay = " ".join((event.title, event.words, *(p.text for p in event.passages))).casefold()
    return all(word in hay for word in words)
