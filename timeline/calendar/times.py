"""The answers a date expression can have, and how exactly they are meant.

`Time` is everything a mention can mean; only `Cell` and `Interval` lie on the calendar.
`Shade` says how the words soften it: early, about, before, guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.calendar.cell import DAY_SECONDS, Cell, Grain


@dataclass(frozen=True, slots=True)
class Interval:
    """From one cell to another, both included; None is an open end.

    ValueError if both ends are open or the last lies before the first.
    """

    first: Cell | None
    last: Cell | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("an interval needs at least one end")
        if (
            self.first is not None
            and self.last is not None
            and self.last.seconds()[1] <= self.first.seconds()[0]
        ):
            raise ValueError(f"the interval ends before it begins: {self.first!r}, {self.last!r}")


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes, without a place on the calendar.

    `counts` are pairs of a unit and a number, coarsest first; None is an unknown number
    ("some years").

    >>> Length(((Grain.YEAR, 2), (Grain.MONTH, 6)))  # two and a half years
    Length(counts=((Grain.YEAR, 2), (Grain.MONTH, 6)))
    """

    counts: tuple[tuple[Grain, int | float | None], ...]

    def __repr__(self) -> str:
        pairs = ", ".join(f"({unit!s}, {count!r})" for unit, count in self.counts)
        return f"Length(counts=({pairs}{',' if len(self.counts) == 1 else ''}))"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that comes again: daily, every Monday, twice a year.

    `every` is the period, or `pattern` the TIMEX3 value of what recurs
    (XXXX-WXX-1: on Mondays); `quantifier` and `frequency` as TIMEX3 `quant` and `freq`.
    """

    every: Length | None = None
    pattern: str | None = None
    quantifier: str = ""
    frequency: str = ""


class Reference(StrEnum):
    """TIMEX3's vague references."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Vague:
    """Some time in the past ("previously"), now, or the future; no place on the calendar."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class Pattern:
    """A date that is only partly known and has no place yet: XXXX-05-04 is some 4 May.

    `value` is its TIMEX3 value, with X for each unknown digit; "begin/end" for a range.
    """

    value: str


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A return of a day: what was, how long ago, and when that is marked.

    `origin` and `celebration` are None where they do not follow from text and document day.
    """

    every: Length | None
    origin: Cell | None
    celebration: Cell | None


Time = Cell | Interval | Length | Repeat | Vague | Pattern | Anniversary
Placed = Cell | Interval


class Edge(StrEnum):
    """The part of a stretch that is meant, by TIMEX3's `mod`."""

    START = "START"
    MID = "MID"
    END = "END"


class Bound(StrEnum):
    """How a time limits what is told, by TIMEX3's `mod` (the last two from TIMEX2)."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    UNTIL = "ON_OR_BEFORE"
    SINCE = "ON_OR_AFTER"
    MORE = "MORE_THAN"
    LESS = "LESS_THAN"
    AT_LEAST = "EQUAL_OR_MORE"
    AT_MOST = "EQUAL_OR_LESS"


@dataclass(frozen=True, slots=True)
class Shade:
    """How the words soften or limit a time.

    `about`: "c. 480 BC"; `uncertain`: "perhaps in 1912"; `assumed`: a part of the date was
    not said and had to be guessed (the year of "May 4").
    """

    edge: Edge | None = None
    bound: Bound | None = None
    about: bool = False
    uncertain: bool = False
    assumed: bool = False


PLAIN = Shade()


def is_placed(time: Time | None) -> bool:
    """Whether a time lies on the calendar.

    >>> is_placed(Cell.year(2025)), is_placed(Vague(Reference.PAST)), is_placed(None)
    (True, False, False)
    """
    return isinstance(time, Cell | Interval)


def to_interval(time: Cell | Interval, shade: Shade = PLAIN) -> Interval:
    """The time as an interval; "since 2010" has no last cell, "until 2010" no first.

    >>> to_interval(Cell.year(2010), Shade(bound=Bound.SINCE))
    Interval(first=Cell.year(2010), last=None)
    """
    if isinstance(time, Interval):
        return time
    if shade.bound in (Bound.SINCE, Bound.AFTER):
        return Interval(time if shade.bound is Bound.SINCE else time + 1, None)
    if shade.bound in (Bound.UNTIL, Bound.BEFORE):
        return Interval(None, time if shade.bound is Bound.UNTIL else time - 1)
    return Interval(time, time)


def days(time: Time | None, shade: Shade = PLAIN) -> tuple[int | None, int | None]:
    """The numbers of its first and last day; None where open or without a place.

    >>> a, b = days(Cell.month(2025, 5)); b - a
    30
    """
    if not isinstance(time, Cell | Interval):
        return None, None
    span = to_interval(time, shade)
    return (
        None if span.first is None else span.first.first_day,
        None if span.last is None else span.last.last_day,
    )


def sort_key(time: Time | None, shade: Shade = PLAIN) -> tuple[float, float]:
    """A key that puts times in the order in which they begin, long before short,
    times without a place last.
    """
    if not isinstance(time, Cell | Interval):
        return (float("inf"), 0.0)
    span = to_interval(time, shade)
    ends = span.last.seconds() if span.last is not None else None
    if span.first is not None:
        begin = float(span.first.seconds()[0])
        return begin, -float(ends[1] - begin) if ends is not None else float("-inf")
    assert ends is not None
    return float(ends[0]), 0.0


def seconds(time: Cell | Interval, shade: Shade = PLAIN) -> tuple[int | None, int | None]:
    """Where it begins and where it has ended, in seconds of the day count; early, mid and
    late narrow a cell to a third of it.

    >>> a, b = seconds(Cell.month(2025, 6), Shade(Edge.START)); (b - a) // 86400
    10
    """
    span = to_interval(time, shade)
    start = None if span.first is None else span.first.seconds()[0]
    stop = None if span.last is None else span.last.seconds()[1]
    if shade.edge is None or start is None or stop is None or stop - start <= DAY_SECONDS:
        return start, stop
    third = (stop - start) // 3
    if shade.edge is Edge.START:
        return start, start + third
    if shade.edge is Edge.END:
        return stop - third, stop
    return start + third, stop - third


def is_finer(one: Cell, other: Cell) -> bool:
    """Whether one cell is more exact than another.

    >>> is_finer(Cell.day(2025, 5, 4), Cell.year(2025))
    True
    """
    return one.grain < other.grain


DAYLESS = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART})
"""Grains shorter than a day: times of day."""
