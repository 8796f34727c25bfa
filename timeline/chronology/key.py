"""Key events: the most important of some events, none told twice."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop

from timeline.chronology.event import Event
from timeline.chronology.likeness import Gist, gist, likeness, order_of, span_of

_NEIGHBOURS, _SAME = 3, 0.5
"""Events so many days apart that are so alike repeat one another."""


def key_events(events: Iterable[Event], most: int) -> tuple[Event, ...]:
    """The `most` important events, in their order; of neighbours in time that tell nearly the
    same only the most important. ValueError for a negative number.
    """
    if most < 0:
        raise ValueError(f"no number of events: {most!r}")
    every = tuple(events)
    heap = [(-e.weight.total, order_of(e.time, e.shade), e.title, n) for n, e in enumerate(every)]
    heapify(heap)
    chosen: set[int] = set()
    by_day: dict[int | None, list[Gist]] = {}
    while heap and len(chosen) < most:
        event = every[number := heappop(heap)[-1]]
        about = gist(event.title)
        ends = set(span_of(event.time, event.shade))
        near = [
            other
            for end in ends
            for day in ([None] if end is None else range(end - _NEIGHBOURS, end + _NEIGHBOURS + 1))
            for other in by_day.get(day, ())
        ]
        if any(likeness(about, other) >= _SAME for other in near):
            continue
        chosen.add(number)
        for end in ends:
            by_day.setdefault(end, []).append(about)
    return tuple(event for number, event in enumerate(every) if number in chosen)
