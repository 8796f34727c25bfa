"""Dates inside others: the first Thursday of a month, a time of a day, a range of two dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from timeline.calendar.cell import DAY_SECONDS, Cell, Grain, day_to
from timeline.calendar.times import (
    DAYLESS,
    Interval,
    Pattern,
)
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.feasts import nth_weekday
from timeline.normaliser.incomplete import (
    Incomplete,
    MonthDay,
    OfYear,
    Weekday,
    Weekend,
    widen,
)
from timeline.normaliser.meaning import Meaning
from timeline.normaliser.mention import Reading
from timeline.normaliser.shift import shift_years


@dataclass(frozen=True, slots=True)
class Inside:
    """An incomplete date in a stretch that is named: "the third quarter of last year",
    "the first Thursday of December", "May of that year".
    """

    partial: Incomplete
    base: Meaning
    nth: int = 0
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        answer = self.base.resolve(context)
        if answer is not None and isinstance(answer.time, Interval) and self.nth:
            return self._in_interval(answer, answer.time)
        if answer is None or not isinstance(answer.time, Cell):
            return self.partial.resolve(context)
        base = answer.time
        cell: Cell | None
        if isinstance(self.partial, Weekday):
            if self.nth:
                cell = nth_weekday(base, self.nth, self.partial.number)
            elif base.grain in (Grain.WEEK, Grain.WEEKEND):
                cell = Cell(Grain.DAY, base.up(Grain.WEEK).first_day + self.partial.number - 1)
            else:
                cell = None
        elif isinstance(self.partial, OfYear) and self.partial.number == 0:
            if context.period is None or context.period[0].grain is not Grain.QUARTER:
                return answer
            number = context.period[0].index % 4 + 1
            cell = Cell.of_year(Grain.QUARTER, base.first_year(), number)
        elif isinstance(self.partial, Weekend):
            cell = None
        else:
            cell = self.partial.of_year(base.first_year())
        if cell is None:
            return answer
        return widen(self.partial, replace(answer, time=cell, readings=()))

    def _in_interval(self, answer: Answer, span: Interval) -> Answer | None:
        """The nth (-1: the last) day of the week in a feast of several days."""
        if not isinstance(self.partial, Weekday) or span.first is None or span.last is None:
            return None
        days = range(span.first.first_day, span.last.last_day + 1)
        fitting = [day for day in days if (day - self.partial.number) % 7 == 0]
        at = self.nth if self.nth < 0 else self.nth - 1
        if at >= len(fitting):
            return None
        return replace(answer, time=Cell(Grain.DAY, fitting[at]), readings=())


@dataclass(frozen=True, slots=True)
class Ordered:
    """The nth unit of a stretch (from 1; -1: the last; 0: the one it lies in): "the first week
    of May", "the last day of 2024", "the week of May 7".
    """

    nth: int
    grain: Grain
    base: Meaning
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        answer = self.base.resolve(context)
        if answer is None:
            return None
        base = answer.time
        if isinstance(base, Interval) and self.grain is Grain.DAY and self.nth:
            end = base.last if self.nth < 0 else base.first
            assert end is not None
            day = end.last_day if self.nth < 0 else end.first_day + self.nth - 1
            return replace(answer, time=Cell(Grain.DAY, day), readings=())
        if not isinstance(base, Cell):
            return None
        if self.nth == 0 and base.grain < self.grain:
            return replace(answer, time=base.up(self.grain), readings=())
        if self.grain in DAYLESS or base.grain <= self.grain:
            return answer
        if self.nth < 0:
            cell = day_to(base.last_day, self.grain)
        elif self.grain in (Grain.WEEK, Grain.WEEKEND):
            cell = day_to(base.first_day + 7 * (self.nth - 1), self.grain)
        else:
            cell = day_to(base.first_day, self.grain) + (self.nth - 1)
        if cell.first_day > base.last_day:
            return answer
        return replace(answer, time=cell, readings=())


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest day of the week before (-1) or after (1) a day: "the Friday before Easter"."""

    weekday: int
    sign: int
    base: Meaning
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        answer = self.base.resolve(context)
        time = None if answer is None else answer.time
        if isinstance(time, Interval):
            time = time.first if self.sign < 0 else time.last
        if answer is None or not isinstance(time, Cell):
            return Answer(Pattern(f"XXXX-WXX-{self.weekday}"))
        if self.sign < 0:
            day = time.first_day - 1
            day -= (day - self.weekday) % 7
        else:
            day = time.last_day + 1
            day += (self.weekday - day) % 7
        return replace(answer, time=Cell(Grain.DAY, day), readings=())


@dataclass(frozen=True, slots=True)
class LongWeekend:
    """The weekend a holiday lengthens: the one before a Monday or Tuesday, else the one at
    the end of its week.
    """

    base: Meaning
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        answer = self.base.resolve(context)
        if answer is None or not isinstance(answer.time, Cell):
            return answer
        if answer.time.grain > Grain.WEEK:
            return answer
        back = 1 if answer.time.weekday() <= 2 else 0
        return replace(answer, time=answer.time.up(Grain.WEEKEND) - back, readings=())


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on a day that is named or the last one told."""

    hour: int
    minute: int | None = None
    second: int | None = None
    offset: int | None = None
    date: Meaning | None = None
    kind: ClassVar[str] = "time"

    @property
    def text(self) -> str:
        """As in a TIMEX3 value."""
        parts = (self.hour, self.minute, self.second)
        return ":".join(f"{n:02d}" for n in parts if n is not None)

    def resolve(self, context: Context) -> Answer | None:
        day, answer = find_day(self.date, context)
        if day is None:
            pattern = answer.time.value if answer and isinstance(answer.time, Pattern) else None
            return Answer(Pattern(f"{pattern or 'XXXX-XX-XX'}T{self.text}"))
        hour = self.hour
        if hour == 24 and self.date is None and not _is_late(context, day):
            hour = 0
        cell = Cell.clock(day, hour, self.minute, self.second, self.offset)
        assert answer is not None
        readings = _move_readings(
            answer, lambda day: Cell.clock(day, hour, self.minute, self.second, self.offset)
        )
        shade = replace(answer.shade, edge=None)
        return replace(answer, time=cell, readings=readings, shade=shade)


def _is_late(context: Context, day: int) -> bool:
    """Whether the last time of day told lies in the second half of a day: the midnight that
    follows ends the day.
    """
    last = context.clock_last
    return last is not None and last.first_day == day and last.seconds()[0] % DAY_SECONDS >= 43_200


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day: "Friday night", "that morning"."""

    code: str
    date: Meaning | None = None
    kind: ClassVar[str] = "time"

    def resolve(self, context: Context) -> Answer | None:
        day, answer = find_day(self.date, context)
        if day is None:
            pattern = answer.time.value if answer and isinstance(answer.time, Pattern) else None
            return Answer(Pattern(f"{pattern or 'XXXX-XX-XX'}T{self.code}"))
        assert answer is not None
        readings = _move_readings(answer, lambda day: Cell.part(day, self.code))
        return replace(answer, time=Cell.part(day, self.code), readings=readings)


def _move_readings(answer: Answer, at: Callable[[int], Cell]) -> tuple[Reading, ...]:
    """The other readings of a day as readings of a time on it."""
    return tuple(
        Reading(at(reading.time.first_day), reading.reason)
        for reading in answer.readings
        if isinstance(reading.time, Cell) and reading.time.grain is Grain.DAY
    )


def find_day(date: Meaning | None, context: Context) -> tuple[int | None, Answer | None]:
    """The day a time of day belongs to, and how it was found."""
    if date is not None:
        answer = date.resolve(context)
        if answer is not None and isinstance(answer.time, Cell) and answer.time.grain <= Grain.DAY:
            return answer.time.first_day, answer
        return None, answer
    if context.is_repeated():
        return None, None
    if context.clock_day is not None and context.is_day_near():
        cell, start = context.clock_day
        return cell.first_day, Answer(cell, anchored=Anchor("previous", cell, start, Why.DAY_TOLD))
    if context.written is not None and context.written.grain <= Grain.DAY:
        anchor = context.written_anchor(Why.DAY_WRITTEN)
        return context.written.first_day, Answer(context.written, anchored=anchor)
    return None, None


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another; `first` and `last` are tokens, which know their offsets."""

    first: Meaning
    last: Meaning
    first_at: tuple[int, int] = (0, 0)
    last_at: tuple[int, int] = (0, 0)
    about: bool = False
    kind: ClassVar[str] = "span"

    def resolve(self, context: Context) -> Answer | None:
        one, two = self.first.resolve(context), self.last.resolve(context)
        if one is None or two is None:
            return None
        if isinstance(one.time, Pattern) and isinstance(two.time, Pattern):
            return Answer(Pattern(f"{one.time.value}/{two.time.value}"))
        if not isinstance(one.time, Cell) or not isinstance(two.time, Cell):
            return None
        first, last = one.time, two.time
        if first == last:
            return one
        if isinstance(self.first, Weekday) and _begins_ahead(first, last, context):
            first = first + 7
        if last.seconds()[1] <= first.seconds()[0]:
            if isinstance(self.last, MonthDay) or isinstance(self.first, MonthDay):
                last = shift_years(last, 1) if isinstance(self.last, MonthDay) else last
                if last.seconds()[1] <= first.seconds()[0] and isinstance(self.first, MonthDay):
                    first = shift_years(first, -1)
            elif isinstance(self.last, Weekday):
                last = last + 7
            elif isinstance(self.last, Clock) and isinstance(self.first, Clock):
                last = Cell(last.grain, last.index, last.offset) + (
                    {Grain.HOUR: 24, Grain.MINUTE: 1_440}.get(last.grain, DAY_SECONDS)
                )
        if last.seconds()[1] <= first.seconds()[0]:
            return None
        return Answer(
            Interval(first, last),
            replace(
                one.shade,
                edge=None,
                about=self.about or one.shade.about,
                assumed=one.shade.assumed or two.shade.assumed,
            ),
            one.anchored or two.anchored,
            one.direction or two.direction,
        )


def _begins_ahead(first: Cell, last: Cell, context: Context) -> bool:
    """Whether a range from a weekday is still to begin: "from Saturday until 30 June"."""
    written = context.written
    if written is None or context.direction.sign != 0:
        return False
    return first.last_day < written.first_day and last.first_day > written.last_day + 7
