"""Incomplete dates: a month, day, weekday, season or feast without its year or week, which
the context gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from timeline.calendar.cell import SEASONS, Cell, Grain, month_length
from timeline.calendar.times import (
    Pattern,
    Shade,
)
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context, Direction
from timeline.normaliser.feasts import find_day, find_days, find_whole, is_sighted, to_day
from timeline.normaliser.mention import Reading


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
        span = (
            range(year - 8, year + 9)
            if (self.month, self.day) == (2, 29)
            else range(year - 1, year + 2)
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
                return Answer(cell, anchored=Anchor("previous", cell, start, Why.QUARTER_TOLD))
            base = context.written_up(Grain.QUARTER)
            if self.number == 0 or base is None:
                return None
            return Answer(base - 1, anchored=context.written_anchor(Why.QUARTER_REPORTED))
        if self.fiscal and (year := context.written_up(Grain.YEAR)) is not None:
            cell = Cell.of_year(self.grain, year.index, self.number)
            return Answer(cell, Shade(assumed=True), context.written_anchor(Why.YEAR_WRITTEN))
        return place(self, context)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by the rule that finds its day in a year (see `feasts`)."""

    rule: str
    kind: ClassVar[str] = "date"

    @property
    def pattern(self) -> str:
        return f"XXXX-{self.rule}" if self.rule[:2].isdigit() and len(self.rule) == 5 else "XXXX"

    def of_year(self, year: int) -> Cell | None:
        """Its first day in a year; None where the rule does not reach."""
        return find_day(self.rule, year)

    def options(self, around: Cell) -> list[Cell]:
        year = around.first_year()
        return [to_day(t) for y in (year - 1, year, year + 1) for t in find_days(self.rule, y)]

    def resolve(self, context: Context) -> Answer | None:
        if context.story is not None and not self._reaches(context, *context.story):
            story, start = context.story
            year = Cell.year(story.first_year())
            return Answer(year, Shade(assumed=True), Anchor("previous", story, start, Why.STORY))
        answer = place(self, context)
        return None if answer is None else widen(self, answer)

    def _reaches(self, context: Context, story: Cell, start: int) -> bool:
        """Whether the feast has a day in the story that is being told, if one is."""
        year = story.first_year()
        if self.of_year(year) is not None or self.of_year(year + 1) is not None:
            return True
        return not (context.historical or _is_near_story(context, story, start))


def widen(partial: Incomplete, answer: Answer) -> Answer:
    """A feast of several days from its first to its last; one that begins with the moon that
    is seen is not exact. Any other answer is left as it is.
    """
    if not isinstance(partial, Holiday) or not isinstance(answer.time, Cell):
        return answer
    shade = replace(answer.shade, about=True) if is_sighted(partial.rule) else answer.shade
    return replace(answer, time=find_whole(partial.rule, answer.time), shade=shade)


Incomplete = MonthDay | Weekday | Weekend | OfYear | Holiday


def place(partial: Incomplete, context: Context) -> Answer | None:
    """Give an incomplete date its year or week: where the sentence points, else the nearest."""
    told = _place_in_story(partial, context)
    if told is not None:
        return told
    written = context.written
    if written is None or (
        written.grain > Grain.MONTH and not isinstance(partial, Weekday | Weekend)
    ):
        if (
            written is not None
            and written.grain <= Grain.YEAR
            and not isinstance(partial, Weekday | Weekend)
        ):
            cell = partial.of_year(written.first_year())
            if cell is not None:
                return Answer(cell, Shade(assumed=True), context.written_anchor(Why.YEAR_WRITTEN))
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
    readings = _tell_apart(rest[:2], chosen, written)
    weekly = isinstance(partial, Weekday | Weekend)
    assumed = not weekly and _is_guess(chosen, written, direction)
    anchor = context.written_anchor(Why.NO_WEEK if weekly else Why.NO_YEAR)
    return Answer(chosen, Shade(assumed=assumed), anchor, direction, readings)


def _tell_apart(others: list[Cell], chosen: Cell, written: Cell) -> tuple[Reading, ...]:
    """The other options, and when each is meant: where the sentence looks to the other side of
    the document's day, or where not the nearest one is meant.
    """
    readings: list[Reading] = []
    for other in others:
        later = other.first_day > chosen.first_day
        across = (chosen.first_day > written.first_day) != (other.first_day > written.first_day)
        reason = "if the sentence looks ahead" if later else "if the sentence looks back"
        if not across or (readings and readings[0].reason == reason):
            reason = "if a later one is meant" if later else "if an earlier one is meant"
        readings.append(Reading(other, reason))
    return tuple(readings)


SURE = 120
"""Within so many days of the document's day, or of the story's last date, the year of a month
or day goes without saying; farther off, or against the sense of the sentence, it is a guess."""


def _is_guess(chosen: Cell, written: Cell, direction: Direction) -> bool:
    if chosen.first_day <= written.last_day and written.first_day <= chosen.last_day:
        return False
    ahead = chosen.first_day > written.first_day
    distance = chosen.first_day - written.last_day if ahead else written.first_day - chosen.last_day
    return distance > SURE or (direction.sign != 0 and ahead != (direction.sign > 0))


def _place_in_story(partial: Incomplete, context: Context) -> Answer | None:
    """A month or day in a story that was begun with a full date goes on from there."""
    if context.story is None:
        return None
    cell, start = context.story
    if isinstance(partial, Weekday | Weekend):
        if not context.historical or cell.grain > Grain.DAY or context.start - start > WEEK_REACH:
            return None
        day = next(c for c in partial.options(cell) if c.last_day >= cell.first_day)
        return Answer(day, anchored=Anchor("previous", cell, start, Why.STORY))
    written = context.written
    if written is not None:
        if context.direction.strong:
            return None
        if not context.historical and not _is_near_story(context, cell, start):
            return None
    year = cell.first_year()
    found = None
    if isinstance(partial, MonthDay) and partial.weekday is not None:
        years = [partial.of_year(y) for y in (year, year + 1, year - 1)]
        found = next((c for c in years if c is not None and _has_weekday(partial, c)), None)
    else:
        for option in (partial.of_year(year), partial.of_year(year + 1)):
            if option is not None and option.last_day >= cell.first_day - BACKSTEP:
                found = option
                break
    if found is None:
        return None
    if written is not None:
        if found.first_day > written.last_day:
            return None
        told = cell.grain < Grain.YEAR and start >= context.paragraph
        if not (context.historical or told) and _is_closer(partial, context, found, cell):
            return None
    far = cell.grain < Grain.YEAR and abs(found.first_day - cell.first_day) > SURE
    return Answer(found, Shade(assumed=far), Anchor("previous", cell, start, Why.STORY))


WEEK_REACH = 600
"""How many characters behind a day of a story a weekday still belongs to it."""

CLOSE = 45
"""Within so many days of the document's day a month or day is one of its own, unless the story
is closer."""


def _has_weekday(partial: MonthDay, found: Cell) -> bool:
    """Whether a day falls on the day of the week that is said with it."""
    return found.weekday() == partial.weekday


def _is_closer(partial: Incomplete, context: Context, found: Cell, story: Cell) -> bool:
    """Whether the document's day is nearer to a month or day than the story's last date is."""
    written = context.written
    if isinstance(partial, Weekday | Weekend) or written is None:
        return False
    cell = partial.of_year(written.first_year())
    if cell is None or (cell.first_day > written.last_day and context.direction.sign < 0):
        return False
    distance = abs(cell.last_day - written.first_day)
    near = CLOSE if story.grain < Grain.YEAR else SURE
    return distance <= near and distance < abs(found.first_day - story.last_day)


PRESENT_AHEAD = frozenset(
    "begins starts opens meets ends closes concludes expires faces awaits resumes is".split()
)
"""Cues of the present tense: what they look ahead to lies ahead of the writer."""


def _is_near_story(context: Context, cell: Cell, start: int) -> bool:
    """Whether a story in a report of the day still goes on."""
    if cell.grain < Grain.YEAR:
        if context.direction.sign > 0 and context.direction.cue in PRESENT_AHEAD:
            return False
        if start < context.paragraph and (context.direction.sign >= 0 or context.is_quoted()):
            return False
        return context.start - start <= 1_200
    return (
        context.start - start <= 200 and start >= context.paragraph and context.direction.sign < 0
    )


BACKSTEP = 45
"""How many days a story may step back without saying a year."""

CONVICTION, STRONG = 3, 12
"""How many times farther a month or day may lie where the sentence points than where it does
not: a date told without its year is seldom most of a year away. The second where the cue speaks
of the future from now."""


def choose(
    options: list[Cell], written: Cell, direction: Direction,
    partial: Incomplete,
) -> Cell:  # fmt: skip
    """The option that a direction points to from the document's day."""
    first, last = written.first_day, written.last_day
    if isinstance(partial, OfYear) and partial.grain is Grain.QUARTER:
        told = options
        if direction.sign < 0:
            told = [c for c in options if c.first_day <= last]
        elif direction.cue.endswith(("until", "till")):
            told = [c for c in options if c.last_day >= first]
        return min(told or options, key=lambda c: abs(c.last_day - first))
    if isinstance(partial, Weekday | Weekend):
        if direction.sign > 0:
            return next(c for c in options if c.last_day >= first)
        return next(c for c in reversed(options) if c.first_day <= last)

    def cost(cell: Cell) -> tuple[float, int]:
        if cell.first_day <= first <= cell.last_day:
            return 0, 0
        ahead = cell.first_day - first
        days = ahead if ahead > 0 else first - cell.last_day
        agrees = (ahead > 0) == (direction.sign > 0)
        trust = STRONG if direction.strong else CONVICTION
        return days / (trust if direction.sign and agrees else 1), int(ahead > 0)

    return min(options, key=cost)
