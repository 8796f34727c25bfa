"""View: which events are shown and which one is selected; what a link holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.calendar.cell import Cell
from timeline.calendar.times import days
from timeline.chronology.event import Event


@dataclass(frozen=True, slots=True)
class View:
    """The range shown (both ends included, None: open), the kinds hidden, the words looked
    for, the event selected and the document open (by name), and whether only events with
    contradicting dates are shown.
    """

    first: Cell | None = None
    last: Cell | None = None
    hidden: frozenset[str] = frozenset()
    text: str = ""
    selected: str | None = None
    document: str | None = None
    disputed: bool = False


def select(events: Iterable[Event], view: View) -> tuple[Event, ...]:
    """The events that a view shows, in their order.

    An event is in range if any of its days is; one without a place on the calendar only
    where no range is set. Every word of `text` must occur in its title, date, or passages.
    """
    first = None if view.first is None else view.first.first_day
    last = None if view.last is None else view.last.last_day
    words = view.text.casefold().split()
    return tuple(
        event
        for event in events
        if event.kind not in view.hidden
        and (event.disputed or not view.disputed)
        and _in_range(event, first, last)
        and (not words or _has_words(event, words))
    )


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
