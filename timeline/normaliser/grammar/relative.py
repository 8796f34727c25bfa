"""Dates counted from the document's day or from the last date spoken of."""

from __future__ import annotations

from typing import Any

from timeline.calendar.cell import Grain
from timeline.calendar.times import DAYLESS, Length, Reference
from timeline.normaliser.counted import Pointed, Relative, Shift
from timeline.normaliser.grammar.clock import is_day
from timeline.normaliser.incomplete import Incomplete, MonthDay, OfYear, Weekday
from timeline.normaliser.inside import Ordered
from timeline.normaliser.meaning import Lasting, Meaning, Vaguely
from timeline.normaliser.rule import rule


@rule(
    "length ago",
    "exactly? length ago on? date",
    "length ago this weekday:date",
    "length ago this unit:unit",
)
def ago(
    length: Lasting, date: Meaning | None, unit: Grain | None, weekday: Meaning | None
) -> Shift | None:
    """Before the document's day; "today" or "this month" says how exactly.

    two days ago    2025-05-02
    25 years ago today    2000-05-04
    60 years ago this month    1965-05
    several years ago    PAST_REF
    It opened 75 years ago on May 8    1950-05-08
    fifty years ago this Sunday    1975-05-04
    """
    if unit is not None:
        date = Relative(unit, 0)
    if isinstance(weekday, Weekday):
        date = Pointed(weekday, 0)
    if date is None:
        return Shift(length.length, -1, shade=length.shade) if weekday is None else None
    years = length.length.counts[0][0] in (Grain.YEAR, Grain.DECADE)
    day = isinstance(date, MonthDay | Weekday) and is_day(date) and years
    this = isinstance(date, Pointed) and date.count == 0 and years
    if day or this or (isinstance(date, Relative) and date.count == 0 and not date.story):
        return Shift(length.length, -1, date, exact=True, shade=length.shade)
    return None


@rule("length earlier")
def earlier(length: Lasting) -> Shift:
    """Before the last date spoken of.

    In 1952 he won. A year earlier    1951
    """
    return Shift(length.length, -1, story=True, shade=length.shade)


@rule("length later:later")
def later(length: Lasting, later: int) -> Shift:
    """After the last date spoken of.

    On May 1, 2025 it rained. Two days later    2025-05-03
    """
    return Shift(length.length, later, story=True, shade=length.shade)


@rule("length fromnow")
def from_now(length: Lasting) -> Shift:
    """After the document's day.

    two weeks from now    2025-W20
    """
    return Shift(length.length, 1, shade=length.shade)


@rule(
    "length sign:before|after date",
    "length exactly sign:before|after date",
    "the? unit sign:before|after date",
    "length exactly? sign:after that",
    "[!for] length away:from date",
)
def from_date(
    length: Lasting | None, sign: int | None, date: Meaning | None, unit: Grain | None,
    that: None, away: None, away_at: tuple[int, int] | None = None,
) -> Shift | None:  # fmt: skip
    """Before or after a date that is named.

    two days after May 3, 2020    2020-05-05
    the day before Christmas 2020    2020-12-24
    the week after Easter 2021    2021-W14
    In 1952 he won. Five years after that    1957
    It stood idle for three weeks from June 6, 2005    P3W, 2005-06-06
    """
    sign = 1 if sign is None else sign
    if away_at is not None and (date is None or not is_day(date)):
        return None
    if length is None:
        assert unit is not None
        if unit is Grain.WEEK and date is not None and is_day(date):
            date = Ordered(0, unit, date)  # "the week before Easter" is a whole week
        return Shift(Length(((unit, 1),)), sign, date)
    if date is None:
        return Shift(length.length, sign, story=True, shade=length.shade)
    return Shift(length.length, sign, date, shade=length.shade)


@rule("this unit:unit|century")
def this_unit(unit: Grain | None) -> Relative | None:
    """The one the document is in.

    this year    2025
    this week    2025-W18
    """
    grain = Grain.CENTURY if unit is None else unit
    return None if grain in DAYLESS or grain is Grain.DAY else Relative(grain, 0)


@rule("last unit:unit|century", "this? past unit:unit", "the last unit:century")
def last_unit(unit: Grain | None) -> Relative | Lasting | None:
    """The one before the document's.

    last year    2024
    last week    2025-W17
    the last century    19
    """
    grain = Grain.CENTURY if unit is None else unit
    return None if grain in DAYLESS else Relative(grain, -1)


@rule("the date before last", "before:date last")
def before_last(date: Meaning | None, before: Meaning | None) -> Relative | Shift | None:
    """The one before the last one.

    the week before last    2025-W16
    the Saturday before last    2025-04-26
    """
    if isinstance(before, Relative) and before.story and before.count == -1:
        return Relative(before.grain, -2)
    if not isinstance(date, Weekday):
        return None
    return Shift(Length(((Grain.DAY, 7),)), -1, Pointed(date, -1))


@rule("the past unit:unit", "the last unit:unit")
def past_unit(unit: Grain) -> Lasting | None:
    """A length up to now.

    the past year    P1Y
    """
    return Lasting(Length(((unit, 1),)))


@rule("next unit:unit|century")
def next_unit(unit: Grain | None) -> Relative | None:
    """The one after the document's.

    next year    2026
    next week    2025-W19
    """
    grain = Grain.CENTURY if unit is None else unit
    return None if grain in DAYLESS else Relative(grain, 1)


@rule("the next unit:unit|century", "the? count:later|earlier unit:unit|century",
      "the unit:unit count:later|earlier|after|before")  # fmt: skip
def story_unit(unit: Grain | None, count: int | None) -> Relative | None:
    """The one after or before the last date spoken of.

    On May 1, 2025 it rained. The next day    2025-05-02
    In 1952 he won. The following year    1953
    """
    grain = Grain.CENTURY if unit is None else unit
    if grain in DAYLESS:
        return None
    return Relative(grain, 1 if count is None else count, story=True)


@rule(
    "that same? unit:unit|century",
    "the same unit:unit|century",
    "that same? quarter",
    "the same quarter",
)
def that_unit(unit: Grain | None, quarter: int | None) -> Relative | None:
    """The one last spoken of.

    In May 1968 they struck. That year    1968
    """
    if quarter is not None:
        return Relative(Grain.QUARTER, 0, story=True) if quarter == 0 else None
    grain = Grain.CENTURY if unit is None else unit
    return None if grain in DAYLESS else Relative(grain, 0, story=True)


@rule("this few? date", "that date")
def this_date(date: Meaning, that: None, that_at: tuple[int, int] | None = None) -> Pointed | None:
    """An incomplete date of this year or week, or of the story's.

    this summer    2025-SU
    this Friday    2025-05-09
    """
    if not isinstance(date, Incomplete):
        return None
    if that_at is not None and isinstance(date, OfYear) and date.grain is Grain.QUARTER:
        return None
    return Pointed(date, 0)


@rule("that same? date", "the same date")
def that_date(date: Meaning) -> Pointed | None:
    """An incomplete date of the year last spoken of.

    In March 2019 it failed. That autumn    2019-FA
    """
    if isinstance(date, OfYear) and date.grain is Grain.QUARTER:
        return None
    return Pointed(date, 0, story=True) if isinstance(date, Incomplete) else None


@rule("this past date", "the? last date", "past date")
def last_date(date: Meaning) -> Pointed | None:
    """The latest before the document's day.

    last May    2024-05
    last Friday    2025-05-02
    """
    return Pointed(date, -1) if isinstance(date, Incomplete) else None


@rule("next date", "coming:few date")
def next_date(date: Meaning, coming: Any) -> Pointed | None:
    """The first after the document's day.

    next Monday    2025-05-05
    next May    2026-05
    """
    return Pointed(date, 1) if isinstance(date, Incomplete) else None


@rule("the count:later|earlier date", "the count:next date")
def story_date(date: Meaning, count: int | None) -> Pointed | None:
    """The first after, or latest before, the last date spoken of.

    In March 2019 it failed. The following spring    2020-SP
    """
    if not isinstance(date, Incomplete):
        return None
    return Pointed(date, 1 if count is None else count, story=True)


@rule("vague")
def vague_word(vague: Reference) -> Vaguely:
    """Some time in the past, now, or the future.

    recently    PAST_REF
    """
    return Vaguely(vague)


@rule("current")
def current() -> Vaguely:
    """What is so now.

    current    PRESENT_REF
    """
    return Vaguely(Reference.PRESENT)


@rule("[in] the past")
def the_past() -> Vaguely:
    """In the past.

    in the past    PAST_REF
    """
    return Vaguely(Reference.PAST)


@rule("[in] the future")
def the_future() -> Vaguely:
    """In the future.

    in the future    FUTURE_REF
    never: the future of mankind
    """
    return Vaguely(Reference.FUTURE)


RULES = (
    ago, earlier, later, from_now, from_date, this_unit, last_unit, past_unit, next_unit,
    story_unit, that_unit, that_date, last_date, next_date, this_date, story_date, vague_word,
    current, the_past, the_future,
)  # fmt: skip
LATE = (before_last,)
