"""Meanings: what words say before the context is known, and how a context makes them times.

Each meaning has a `kind` (the token kind it becomes) and `resolve(context)`, which gives an
Answer, or None where the words turn out to mean no time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from timeline.calendar.cell import (
    DAY_SECONDS,
    PARTS,
    SEASONS,
    Cell,
    Grain,
    day_to,
    month_length,
)
from timeline.calendar.times import (
    DAYLESS,
    PLAIN,
    Bound,
    Edge,
    Interval,
    Length,
    Pattern,
    Reference,
    Repeat,
    Shade,
    Vague,
)
from timeline.normaliser.context import Answer, Context, Direction
from timeline.normaliser.mention import Anchor, Reading


class Meaning(Protocol):
    """What every meaning can do."""

    kind: ClassVar[str]

    def resolve(self, context: Context) -> Answer | None:
        """The time in a context."""


# -- standing alone


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs no context: "May 7, 2025", "480 BC"; `other` another reading of it."""

    cell: Cell
    shade: Shade = PLAIN
    other: Cell | None = None
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer:
        readings: tuple[Reading, ...] = ()
        if self.other is not None:
            readings = (Reading(self.other, "day and month the other way round"),)
        return Answer(self.cell, self.shade, readings=readings)


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration; `adjective` one that stands before a noun ("the two-week trip")."""

    length: Length
    shade: Shade = PLAIN
    adjective: bool = False
    kind: ClassVar[str] = "length"

    def resolve(self, context: Context) -> Answer:
        return Answer(self.length, self.shade)


@dataclass(frozen=True, slots=True)
class Repeating:
    """Something that comes again."""

    repeat: Repeat
    kind: ClassVar[str] = "repeat"

    def resolve(self, context: Context) -> Answer:
        return Answer(self.repeat)


@dataclass(frozen=True, slots=True)
class Vaguely:
    """Some time in the past, now, or the future."""

    reference: Reference
    kind: ClassVar[str] = "vaguely"

    def resolve(self, context: Context) -> Answer:
        return Answer(Vague(self.reference))


# -- incomplete dates: a direction gives the rest


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month, or a day of a month, without a year: "May", "May 7", "Sunday, May 7"."""

    month: int
    day: int | None = None
    weekday: int | None = None
    kind: ClassVar[str] = "date"

    @property
    def pattern(self) -> str:
        day = "" if self.day is None else f"-{self.day:02d}"
        return f"XXXX-{self.month:02d}{day}"

    def of_year(self, year: int) -> Cell | None:
        """The cell in a year, None for 29 February in a common year."""
        if self.day is None:
            return Cell.month(year, self.month)
        if self.day > month_length(year, self.month):
            return None
        cell = Cell.day(year, self.month, self.day)
        return cell

    def options(self, around: Cell) -> list[Cell]:
        year = around.first_year()
        span = range(year - 8, year + 9) if (self.month, self.day) == (2, 29) else range(
            year - 1, year + 2
        )
        cells = [cell for y in span if (cell := self.of_year(y)) is not None]
        if self.weekday is not None:
            wide = [c for y in range(year - 6, year + 7) if (c := self.of_year(y)) is not None]
            fitting = [c for c in wide if c.weekday() == self.weekday]
            near = [c for c in fitting if abs(c.first_day - around.first_day) < 400]
            return near or cells
        return cells

    def resolve(self, context: Context) -> Answer | None:
        return place(self, context)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: 1 is Monday."""

    number: int
    kind: ClassVar[str] = "date"

    @property
    def pattern(self) -> str:
        return f"XXXX-WXX-{self.number}"

    def options(self, around: Cell) -> list[Cell]:
        day = around.first_day
        back = (day - self.number) % 7
        return [Cell(Grain.DAY, day - back + 7 * k) for k in (-1, 0, 1)]

    def resolve(self, context: Context) -> Answer | None:
        return place(self, context)


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend of a week not said."""

    kind: ClassVar[str] = "date"

    @property
    def pattern(self) -> str:
        return "XXXX-WXX-WE"

    def options(self, around: Cell) -> list[Cell]:
        week = around.up(Grain.WEEK) if around.grain <= Grain.WEEK else around
        return [Cell(Grain.WEEKEND, week.index + k) for k in (-1, 0, 1)]

    def resolve(self, context: Context) -> Answer | None:
        return place(self, context)


@dataclass(frozen=True, slots=True)
class OfYear:
    """A season, quarter or half of a year not said: number from 1, 0 for "the quarter"."""

    grain: Grain
    number: int
    fiscal: bool = False
    kind: ClassVar[str] = "date"

    @property
    def pattern(self) -> str:
        if self.grain is Grain.SEASON:
            return f"XXXX-{SEASONS[self.number - 1]}"
        return f"XXXX-{'Q' if self.grain is Grain.QUARTER else 'H'}{self.number or 'X'}"

    def of_year(self, year: int) -> Cell | None:
        """The cell in a year."""
        return Cell.of_year(self.grain, year, self.number) if self.number > 0 else None

    def options(self, around: Cell) -> list[Cell]:
        year = around.first_year()
        return [Cell.of_year(self.grain, y, self.number) for y in (year - 1, year, year + 1)]

    def resolve(self, context: Context) -> Answer | None:
        if self.number <= 0:
            if context.quarter is not None:
                cell, start = context.quarter
                return Answer(cell, anchored=Anchor("previous", cell, start))
            base = context.written_up(Grain.QUARTER)
            if self.number == 0 or base is None:
                return None
            return Answer(base - 1, anchored=context.written_anchor())
        if self.fiscal and (year := context.written_up(Grain.YEAR)) is not None:
            cell = Cell.of_year(self.grain, year.index, self.number)
            return Answer(cell, Shade(assumed=True), context.written_anchor())
        return place(self, context)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by the rule that finds its day in a year (see `words.en.HOLIDAYS`)."""

    rule: str
    kind: ClassVar[str] = "date"

    @property
    def pattern(self) -> str:
        return f"XXXX-{self.rule}" if self.rule[:2].isdigit() and len(self.rule) == 5 else "XXXX"

    def of_year(self, year: int) -> Cell | None:
        """Its day in a year; None where the rule does not reach."""
        return find_holiday(self.rule, year)

    def options(self, around: Cell) -> list[Cell]:
        year = around.first_year()
        return [c for y in (year - 1, year, year + 1) if (c := self.of_year(y)) is not None]

    def resolve(self, context: Context) -> Answer | None:
        return place(self, context)


Incomplete = MonthDay | Weekday | Weekend | OfYear | Holiday


def find_holiday(rule: str, year: int) -> Cell | None:
    """The day of a feast in a year.

    >>> find_holiday("11-W4-4", 2025), find_holiday("EASTER-2", 1998)
    (Cell.day(2025, 11, 27), Cell.day(1998, 4, 10))
    """
    if rule.startswith("EASTER"):
        if not 1583 <= year <= 4099:
            return None
        from dateutil.easter import easter

        return Cell(Grain.DAY, easter(year).toordinal() + int(rule[6:]))
    month = int(rule[:2])
    if rule.endswith("ELECTION"):
        first = Cell.day(year, month, 1).index
        return Cell(Grain.DAY, first + (1 - Cell(Grain.DAY, first).weekday()) % 7 + 1)
    if "W" not in rule:
        return Cell.day(year, month, int(rule[3:]))
    nth, weekday = rule[4], int(rule[6])
    return nth_weekday(Cell.month(year, month), -1 if nth == "L" else int(nth), weekday)


def nth_weekday(span: Cell, nth: int, weekday: int) -> Cell | None:
    """The nth (from 1; -1: last) weekday (1: Monday) in a month or another stretch.

    >>> nth_weekday(Cell.month(1849, 12), 1, 4)
    Cell.day(1849, 12, 6)
    """
    if nth < 0:
        day = span.last_day - (span.last_day - weekday) % 7
    else:
        day = span.first_day + (weekday - span.first_day) % 7 + 7 * (nth - 1)
    return Cell(Grain.DAY, day) if span.first_day <= day <= span.last_day else None


def place(partial: Incomplete, context: Context) -> Answer | None:
    """Give an incomplete date its year or week: where the sentence points, else the nearest."""
    told = _place_in_story(partial, context)
    if told is not None:
        return told
    written = context.written
    if written is None or (written.grain > Grain.MONTH and not isinstance(partial, Weekday | Weekend)):
        if written is not None and written.grain <= Grain.YEAR and not isinstance(partial, Weekday | Weekend):
            cell = partial.of_year(written.first_year())
            if cell is not None:
                return Answer(cell, Shade(assumed=True), context.written_anchor())
        return Answer(Pattern(partial.pattern))
    if written.grain > Grain.DAY and isinstance(partial, Weekday | Weekend):
        return Answer(Pattern(partial.pattern))
    options = partial.options(written)
    if not options:
        return Answer(Pattern(partial.pattern))
    direction = context.direction
    chosen = choose(options, written, direction, partial)
    rest = sorted(
        (c for c in options if c != chosen),
        key=lambda c: abs(c.first_day - written.first_day),
    )
    readings = tuple(
        Reading(c, "if it looks ahead" if c.first_day > chosen.first_day else "if it looks back")
        for c in rest[:2]
    )
    assumed = not isinstance(partial, Weekday | Weekend)
    return Answer(
        chosen, Shade(assumed=assumed), context.written_anchor(), str(direction), readings
    )


def _place_in_story(
    partial: Incomplete, context: Context
) -> Answer | None:
    """A month or day in a story that was begun with a full date goes on from there."""
    if isinstance(partial, Weekday | Weekend) or context.story is None:
        return None
    cell, start = context.story
    written = context.written
    if written is not None:
        reach = 300 if cell.grain >= Grain.YEAR else 1_200
        if context.direction.strong or context.start - start > reach:
            return None
        if cell.grain >= Grain.YEAR and (start < context.paragraph or context.direction.sign >= 0):
            return None
        if isinstance(partial, MonthDay) and partial.weekday is not None:
            return None
    year = cell.first_year()
    found = None
    for option in (partial.of_year(year), partial.of_year(year + 1)):
        if option is not None and option.last_day >= cell.first_day - BACKSTEP:
            found = option
            break
    if found is None or (written is not None and found.first_day > written.last_day):
        return None
    return Answer(found, Shade(assumed=True), Anchor("previous", cell, start))


BACKSTEP = 45
"""How many days a story may step back without saying a year."""

CONVICTION = 3
"""How many times farther a month or day may lie where the sentence points than where it does
not: a date told without its year is seldom most of a year away."""


def choose(
    options: list[Cell], written: Cell, direction: Direction,
    partial: Incomplete,
) -> Cell:  # fmt: skip
    """The option that a direction points to from the document's day."""
    first, last = written.first_day, written.last_day
    past = [c for c in options if c.first_day <= last]
    future = [c for c in options if c.last_day >= first]
    if isinstance(partial, OfYear) and partial.grain is Grain.QUARTER:
        return min(options, key=lambda c: abs(c.last_day - first))
    if isinstance(partial, Weekday | Weekend):
        return future[0] if direction.sign > 0 else past[-1]

    def cost(cell: Cell) -> tuple[float, int]:
        if cell.first_day <= first <= cell.last_day:
            return 0, 0
        ahead = cell.first_day - first
        days = ahead if ahead > 0 else first - cell.last_day
        agrees = (ahead > 0) == (direction.sign > 0)
        return days / (CONVICTION if direction.sign and agrees else 1), int(ahead > 0)

    return min(options, key=cost)


# -- counted from somewhere


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from the one the document (or the story) is in: "last year", "today",
    "the following month", "that day".
    """

    grain: Grain
    count: int
    story: bool = False
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        if self.story:
            anchor = context.previous_anchor()
            if anchor is not None and anchor.time.grain <= self.grain:
                return Answer(anchor.time.up(self.grain) + self.count, anchored=anchor)
            if anchor is not None and self.count == 0:
                return None
        base = context.written_up(self.grain)
        if base is None:
            return Answer(Pattern(unplaced_pattern(self.grain)))
        return Answer(base + self.count, anchored=context.written_anchor())


def unplaced_pattern(grain: Grain) -> str:
    """The TIMEX3 value of some day, month … that cannot be placed.

    >>> unplaced_pattern(Grain.MONTH)
    'XXXX-XX'
    """
    if grain >= Grain.YEAR:
        return "XXXX"
    return {
        Grain.MONTH: "XXXX-XX",
        Grain.WEEK: "XXXX-WXX",
        Grain.WEEKEND: "XXXX-WXX-WE",
        Grain.QUARTER: "XXXX-QX",
        Grain.HALF: "XXXX-HX",
    }.get(grain, "XXXX-XX-XX")


@dataclass(frozen=True, slots=True)
class Pointed:
    """"last May", "next Monday", "this summer": an incomplete date with a pointer."""

    partial: Incomplete
    count: int
    story: bool = False
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        base = context.written
        anchored = context.written_anchor()
        if self.story and context.previous is not None:
            base, anchored = context.previous[0], context.previous_anchor()
            if base.grain >= Grain.YEAR and not isinstance(self.partial, Weekday | Weekend):
                year_cell = self.partial.of_year(base.first_year() + self.count)
                if year_cell is not None:
                    return Answer(year_cell, anchored=anchored)
        limit = Grain.DAY if isinstance(self.partial, Weekday | Weekend) else Grain.MONTH
        if base is None or base.grain > limit:
            return Answer(Pattern(self.partial.pattern))
        options = self.partial.options(base)
        first, last = base.first_day, base.last_day
        if self.count < 0:
            past = [c for c in options if c.last_day < first]
            chosen = past[-1] if past else options[0]
        elif self.count > 0:
            future = [c for c in options if c.first_day > last]
            chosen = future[0] if future else options[-1]
        else:
            chosen = self._this(options, base, context)
        return Answer(chosen, anchored=anchored)

    def _this(self, options: list[Cell], base: Cell, context: Context) -> Cell:
        if isinstance(self.partial, Weekday | Weekend):
            if self.story:
                return next(c for c in options if c.last_day >= base.first_day)
            return choose(options, base, context.direction, self.partial)
        year = base.first_year()
        same = [c for c in options if c.first_year() == year]
        return same[0] if same else options[0]


@dataclass(frozen=True, slots=True)
class Shift:
    """A length before (-1) or after (1) something: the document's day ("two days ago"), the
    last date spoken of ("two days later"), or a base that is named ("two days after May 3").
    """

    length: Length
    sign: int
    base: Meaning | None = None
    story: bool = False
    exact: bool = False
    shade: Shade = PLAIN
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        if any(count is None for _, count in self.length.counts):
            return Answer(Vague(Reference.PAST if self.sign < 0 else Reference.FUTURE))
        cell, anchored = self._base(context)
        if cell is None:
            return Answer(Pattern(unplaced_pattern(self.length.counts[-1][0])), self.shade)
        if (self.exact or cell.grain is Grain.QUARTER) and self.length.counts[0][0] is Grain.YEAR:
            moved = shift_years(cell, self.sign * int(self.length.counts[0][1] or 0))
            origin = moved if self.exact else None
            return Answer(moved, self.shade, anchored, origin=origin)
        moved_cell = shift(cell, self.length, self.sign)
        if moved_cell is None:
            return Answer(cell, replace(self.shade, about=True), anchored)
        return Answer(moved_cell, self.shade, anchored)

    def _base(self, context: Context) -> tuple[Cell | None, Anchor | None]:
        if self.base is not None:
            answer = self.base.resolve(context)
            if answer is None or not isinstance(answer.time, Cell):
                return None, None
            return answer.time, answer.anchored
        unit = self.length.counts[0][0]
        if self.length.counts == ((Grain.YEAR, 1),):
            quarter = find_reported_quarter(context)
            if quarter is not None:
                return quarter.time, quarter
        if self.story and context.previous is not None:
            return context.previous[0], context.previous_anchor()
        if self.story and context.written is None:
            return None, None
        if self.story and unit in DAYLESS:
            return context.written, context.written_anchor()
        return context.written, context.written_anchor()


_FIGURES = re.compile(r"cents a share|a share|net (?:income|loss)|earned|profit|revenue|sales|earnings")
_QUARTERLY = re.compile(r"\bquarter")


def find_reported_quarter(context: Context) -> Anchor | None:
    """The quarter that "a year ago" compares with in a report of figures."""
    if context.quarter is not None and context.start - context.quarter[1] < 600:
        return Anchor("previous", *context.quarter)
    low, start = context.low, context.start
    if _FIGURES.search(low, max(0, start - 160), start) is None:
        return None
    if context.quarter is not None and context.start - context.quarter[1] < 2_000:
        return Anchor("previous", *context.quarter)
    if _QUARTERLY.search(low, max(0, start - 1_500), start) is None:
        return None
    base = context.written_up(Grain.QUARTER)
    return None if base is None else Anchor("document", base - 1)


def shift_years(cell: Cell, years: int) -> Cell:
    """The same day, month, quarter … so many years on; 29 February becomes the 28th.

    >>> shift_years(Cell.day(2024, 2, 29), -1)
    Cell.day(2023, 2, 28)
    """
    if cell.grain is Grain.DAY:
        year, month, day = cell.ymd()
        return Cell.day(year + years, month, min(day, month_length(year + years, month)))
    per = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.SEASON: 4, Grain.HALF: 2, Grain.YEAR: 1}
    if cell.grain in per:
        return cell + years * per[cell.grain]
    if cell.grain < Grain.MONTH:
        year, month, day = Cell(Grain.DAY, cell.first_day).ymd()
        moved = Cell.day(year + years, month, min(day, month_length(year + years, month)))
        return moved if cell.grain < Grain.DAY else _same_month(cell, moved)
    return Cell.year(cell.first_year() + years)


def _same_month(week: Cell, moved: Cell) -> Cell:
    """Weeks do not return: the month if the week lies in one, else the year."""
    first, last = Cell(Grain.DAY, week.first_day).ymd(), Cell(Grain.DAY, week.last_day).ymd()
    year = moved.first_year()
    return Cell.month(year, first[1]) if first[1] == last[1] else Cell.year(year)


_BIG = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1_000}


def shift(cell: Cell, length: Length, sign: int) -> Cell | None:
    """A cell moved by a length, with the precision of the length's finest unit; None if the
    cell is too coarse to count from.

    >>> shift(Cell.day(1952, 3, 1), Length(((Grain.YEAR, 1),)), 1)
    Cell.year(1953)
    >>> shift(Cell.day(2025, 5, 31), Length(((Grain.DAY, 2),)), 1)
    Cell.day(2025, 6, 2)
    """
    for unit, count in length.counts:
        if count is None:
            return None
        if unit in _BIG:
            unit, count = Grain.YEAR, count * _BIG[unit]
        if unit in DAYLESS:
            if cell.grain > Grain.DAY:
                return None
            if cell.grain in (Grain.DAY, Grain.PART):
                return Cell(Grain.DAY, cell.first_day) if unit is not Grain.PART else Cell(
                    Grain.DAY, cell.first_day + sign * int(count)
                )
            size = {Grain.HOUR: 3_600, Grain.MINUTE: 60, Grain.SECOND: 1}.get(unit, DAY_SECONDS)
            seconds = sign * round(count * size)
            step = {Grain.HOUR: 3_600, Grain.MINUTE: 60, Grain.SECOND: 1}[cell.grain]
            if seconds % step:
                cell = Cell(Grain.MINUTE, cell.index * (step // 60), cell.offset)
                step = 60
            cell = cell + seconds // step
            continue
        if cell.grain > unit:
            return None
        if count != int(count):
            if unit is not Grain.WEEK:
                return None
            unit, count = Grain.DAY, round(count * 7)
        cell = cell.up(unit) + sign * int(count)
    return cell


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
        if answer is None or not isinstance(answer.time, Cell):
            return self.partial.resolve(context)
        base = answer.time
        cell: Cell | None
        if isinstance(self.partial, Weekday | Weekend):
            if self.nth:
                cell = nth_weekday(base, self.nth, self.partial.number)
            elif base.grain in (Grain.WEEK, Grain.WEEKEND):
                cell = Cell(Grain.DAY, base.up(Grain.WEEK).first_day + self.partial.number - 1)
            else:
                cell = None
        elif isinstance(self.partial, OfYear) and self.partial.number == 0:
            if context.quarter is None:
                return answer
            number = context.quarter[0].index % 4 + 1
            cell = Cell.of_year(Grain.QUARTER, base.first_year(), number)
        else:
            cell = self.partial.of_year(base.first_year())
        return answer if cell is None else replace(answer, time=cell)


@dataclass(frozen=True, slots=True)
class Ordered:
    """"the first week of May", "the last day of 2024", "the early hours": the nth unit of a
    stretch (from 1; -1: the last).
    """

    nth: int
    grain: Grain
    base: Meaning
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        answer = self.base.resolve(context)
        if answer is None or not isinstance(answer.time, Cell):
            return None
        base = answer.time
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
        return replace(answer, time=cell)


# -- times of day


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
        return replace(answer, time=cell, readings=(), shade=replace(answer.shade, edge=None))


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
        assert answer is not None and self.code in PARTS
        return replace(answer, time=Cell.part(day, self.code), readings=())


def find_day(date: Meaning | None, context: Context) -> tuple[int | None, Answer | None]:
    """The day a time of day belongs to, and how it was found."""
    if date is not None:
        answer = date.resolve(context)
        if answer is not None and isinstance(answer.time, Cell) and answer.time.grain <= Grain.DAY:
            return answer.time.first_day, answer
        return None, answer
    if context.clock_day is not None:
        cell, start = context.clock_day
        return cell.first_day, Answer(cell, anchored=Anchor("previous", cell, start))
    if context.written is not None and context.written.grain <= Grain.DAY:
        return context.written.first_day, Answer(
            context.written, anchored=context.written_anchor()
        )
    return None, None


# -- around another meaning


@dataclass(frozen=True, slots=True)
class Shaded:
    """A meaning with an edge ("the end of"), "about", or a bound ("since", "until")."""

    inner: Meaning
    edge: Edge | None = None
    bound: Bound | None = None
    about: bool = False
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        answer = self.inner.resolve(context)
        if answer is None:
            return None
        shade = answer.shade
        return replace(
            answer,
            shade=replace(
                shade,
                edge=self.edge or shade.edge,
                bound=self.bound or shade.bound,
                about=self.about or shade.about,
            ),
        )


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another; `first` and `last` are tokens, which know their offsets."""

    first: Meaning
    last: Meaning
    first_at: tuple[int, int] = (0, 0)
    last_at: tuple[int, int] = (0, 0)
    kind: ClassVar[str] = "span"

    def resolve(self, context: Context) -> Answer | None:
        one = self.first.resolve(context)
        if one is None or not isinstance(one.time, Cell):
            return None
        two = self.last.resolve(context)
        if two is None or not isinstance(two.time, Cell):
            return None
        first, last = one.time, two.time
        if first == last:
            return one
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
            replace(one.shade, edge=None, assumed=one.shade.assumed or two.shade.assumed),
            one.anchored or two.anchored,
            one.direction or two.direction,
        )
