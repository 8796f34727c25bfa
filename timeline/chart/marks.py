"""Events as marks on a line of seconds: where each is drawn, and in what shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from timeline.calendar.cell import DAY_SECONDS, Cell, Grain, to_ordinal
from timeline.calendar.times import DAYLESS, Bound, Interval, Shade, seconds
from timeline.chronology.event import Event

# Plotly draws these years; anything outside leaves the chart blank without a word.
EARLIEST = to_ordinal(-9999, 1, 1) * DAY_SECONDS
LATEST = to_ordinal(10_000, 1, 1) * DAY_SECONDS - 1

_OPEN_BOUNDS = (Bound.SINCE, Bound.AFTER, Bound.UNTIL, Bound.BEFORE)


class Shape(Enum):
    """What an event looks like."""

    POINT = "point"
    LENGTH = "length"
    COARSE = "coarse"


class Surety(Enum):
    """How far the date can be trusted."""

    SURE = "sure"
    ABOUT = "about"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Mark:
    """An event and where it is drawn, in seconds of the day count.

    `start` to `stop` is what it covers; None is an open end. `at` is where the marker
    stands; `core` the early, middle or late part of a coarse date.
    """

    event: Event
    shape: Shape
    surety: Surety
    at: int
    start: int | None
    stop: int | None
    core: tuple[int, int] | None = None

    @property
    def open(self) -> bool:
        """Whether one of its ends is open."""
        return self.start is None or self.stop is None


def clamp(moment: int) -> int:
    """The nearest moment that Plotly can draw."""
    return min(max(moment, EARLIEST), LATEST)


def marks(events: Iterable[Event], span: tuple[int, int] | None = None) -> list[Mark]:
    """The marks of all events that lie on the calendar, in the order given.

    Where something reaches out of `span` (seconds), its marker stands in what is seen of it.
    """
    return [
        _mark(event, event.time, span)
        for event in events
        if isinstance(event.time, Cell | Interval)
    ]


def _mark(event: Event, time: Cell | Interval, span: tuple[int, int] | None) -> Mark:
    shade = event.shade
    start: int | None
    stop: int | None
    if isinstance(time, Cell) and shade.bound is None:
        start, stop = time.seconds()
    else:
        start, stop = seconds(time, Shade(bound=shade.bound))
    start = None if start is None else clamp(start)
    stop = None if stop is None else clamp(stop)
    core = None
    if start is None or stop is None:
        shape = Shape.LENGTH
        at = start if start is not None else stop
        assert at is not None
    elif isinstance(time, Cell) and shade.bound not in _OPEN_BOUNDS:
        if time.grain in DAYLESS and time.grain is not Grain.PART:
            return Mark(event, Shape.POINT, _surety(shade), start, start, start)
        shape = Shape.POINT if time.grain is Grain.DAY else Shape.COARSE
        if shade.edge is not None:
            begin, end = seconds(time, shade)
            assert begin is not None
            assert end is not None
            core = (clamp(begin), clamp(end))
        at = _middle(core or (start, stop), span)
    else:
        shape = Shape.LENGTH
        at = start if span is None or not start < span[0] < stop else span[0]
    return Mark(event, shape, _surety(shade), at, start, stop, core)


def _middle(stretch: tuple[int, int], span: tuple[int, int] | None) -> int:
    low, high = stretch
    if span is not None and low < span[1] and high > span[0]:
        low, high = max(low, span[0]), min(high, span[1])
    return (low + high) // 2


def _surety(shade: Shade) -> Surety:
    if shade.about or shade.uncertain:
        return Surety.ABOUT
    return Surety.ASSUMED if shade.assumed else Surety.SURE


def extent(found: Sequence[Mark]) -> tuple[int, int]:
    """The stretch that shows all marks, with some air on both sides."""
    ends = [end for mark in found for end in (mark.start, mark.stop) if end is not None]
    low, high = min(ends), max(ends)
    if high - low <= 1:
        air = DAY_SECONDS // 4
    elif all(mark.start == found[0].start and mark.stop == found[0].stop for mark in found):
        air = max(3 * (high - low), DAY_SECONDS // 4)
    else:
        air = max((high - low) // 20, 300)
    return fit(low - air, high + air)


def fit(low: int, high: int) -> tuple[int, int]:
    """A range that Plotly can draw: in order, not empty, within its years."""
    low, high = sorted((low, high))
    low = min(max(low, EARLIEST), LATEST - 3_600)
    return low, max(min(high, LATEST), low + 3_600)
