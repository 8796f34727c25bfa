"""Dates counted from the document's day or from the last date spoken of."""

from __future__ import annotations

from typing import Any

from timeline.calendar.cell import Grain
from timeline.calendar.times import DAYLESS, Edge, Length, Reference
from timeline.normaliser.meaning import (
    Fixed,
    Incomplete,
    Inside,
    Lasting,
    Meaning,
    OfYear,
    Ordered,
    Pointed,
    Relative,
    Shaded,
    Shift,
    Vaguely,
    Weekday,
    Weekend,
)
from timeline.normaliser.rule import rule


@rule("length ago", "exactly? length ago date", "length ago this unit:unit")
def ago(length: Lasting, date: Meaning | None, unit: Grain | None) -> Shift | None:
    """Before the document's day; "today" or "this month" says how exactly.

    two days ago    2025-05-02
    25 years ago today    2000-05-04
    60 years ago this month    1965-05
    several years ago    PAST_REF
    """
    if unit is not None:
        date = Relative(unit, 0)
    if date is None:
        return Shift(length.length, -1, shade=length.shade)
    if isinstance(date, Relative) and date.count == 0 and not date.story:
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
    "length from date",
)
def from_date(
    length: Lasting | None, sign: int | None, date: Meaning | None, unit: Grain | None,
    that: None,
) -> Shift | None:  # fmt: skip
    """Before or after a date that is named.

    two days after May 3, 2020    2020-05-05
    the day before Christmas 2020    2020-12-24
    In 1952 he won. Five years after that    1957
    """
    sign = 1 if sign is None else sign
    if length is None:
        assert unit is not None
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


@rule("this past? quarter", "this past? weekend", "the? current quarter")
def this_quarter(quarter: int | None) -> Meaning | None:
    """The quarter or weekend the document is in.

    this quarter    2025-Q2
    this weekend    2025-W18-WE
    """
    if quarter is None:
        return Pointed(Weekend(), 0)
    return Relative(Grain.QUARTER, 0) if quarter == 0 else None


@rule("the? current fiscal? unit:unit")
def current_unit(unit: Grain) -> Relative | None:
    """the current year.

    the current year    2025
    """
    return None if unit in DAYLESS else Relative(unit, 0)


@rule("the past quarter", "the past period", "the quarter [ended]", "the full quarter")
def latest_quarter() -> OfYear:
    """The quarter a report is about.

    the latest quarter    2025-Q1
    in the quarter ended March 31    2025-Q1, 2025-03-31
    """
    return OfYear(Grain.QUARTER, -1)


@rule("last unit:unit|century", "this? past unit:unit", "the last unit:century")
def last_unit(unit: Grain | None) -> Relative | Lasting | None:
    """The one before the document's.

    last year    2024
    last week    2025-W17
    the last century    19
    """
    grain = Grain.CENTURY if unit is None else unit
    return None if grain in DAYLESS else Relative(grain, -1)


@rule("the past unit:unit", "the last unit:unit")
def past_unit(unit: Grain) -> Lasting | None:
    """A length up to now.

    the past year    P1Y
    """
    return Lasting(Length(((unit, 1),)))


@rule("the? last quarter", "the earlier quarter")
def last_quarter(quarter: int) -> Relative | OfYear | None:
    """The quarter before the document's.

    last quarter    2025-Q1
    """
    return Relative(Grain.QUARTER, -1) if quarter == 0 else None


@rule("next unit:unit|century")
def next_unit(unit: Grain | None) -> Relative | None:
    """The one after the document's.

    next year    2026
    next week    2025-W19
    """
    grain = Grain.CENTURY if unit is None else unit
    return None if grain in DAYLESS else Relative(grain, 1)


@rule("next quarter")
def next_quarter(quarter: int) -> Relative | None:
    """The quarter after the document's.

    next quarter    2025-Q3
    """
    return Relative(Grain.QUARTER, 1) if quarter == 0 else None


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


@rule("that same? unit:unit|century", "the same unit:unit|century", "that same? quarter", "the same quarter")
def that_unit(unit: Grain | None, quarter: int | None) -> Relative | None:
    """The one last spoken of.

    In May 1968 they struck. That year    1968
    """
    if quarter is not None:
        return Relative(Grain.QUARTER, 0, story=True) if quarter == 0 else None
    grain = Grain.CENTURY if unit is None else unit
    return None if grain in DAYLESS else Relative(grain, 0, story=True)


@rule("the quarter", "that period")
def the_quarter(quarter: int) -> OfYear | None:
    """The quarter last spoken of.

    In the third quarter of 2024 sales rose. Profit in the quarter fell    2024-Q3
    """
    return OfYear(Grain.QUARTER, 0) if quarter == 0 else None


@rule("this date", "this past date", "this coming:few date", "that date")
def this_date(date: Meaning, past: Any, coming: Any, that: Any) -> Meaning | None:
    """An incomplete date of this year or week, or of the story's.

    this summer    2025-SU
    this Friday    2025-05-02
    """
    if not isinstance(date, Incomplete):
        return None
    return Pointed(date, 0)


@rule("that same? date", "the same date")
def that_date(date: Meaning) -> Pointed | None:
    """An incomplete date of the year last spoken of.

    In March 2019 it failed. That autumn    2019-FA
    """
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


@rule("inner:date (comma|of|in)? base:date", "inner:date of the? base:date")
def date_in_date(inner: Meaning, base: Meaning) -> Meaning | None:
    """An incomplete date in a stretch that is named.

    the third quarter of last year    2024-Q3
    Friday of last week    2025-04-25
    """
    if not isinstance(inner, Incomplete) or isinstance(base, Incomplete):
        return None
    if isinstance(inner, Weekday | Weekend):
        fits = isinstance(base, Relative) and base.grain is Grain.WEEK
    else:
        fits = isinstance(base, Relative) and base.grain is Grain.YEAR
    return Inside(inner, base) if fits else None


@rule("base:date weekday:date")
def week_and_day(base: Meaning, weekday: Meaning) -> Inside | None:
    """A day after its week.

    last week Friday    2025-04-25
    """
    if isinstance(weekday, Weekday) and isinstance(base, Relative) and base.grain is Grain.WEEK:
        return Inside(weekday, base)
    return None


@rule("the? nth:ordinal|last inner:date (of|in) base:date", "base:date poss nth:ordinal|last inner:date")
def nth_in(nth: int | None, inner: Meaning, base: Meaning) -> Inside | None:
    """The nth weekday of a month.

    the first Thursday of December 2025    2025-12-04
    the last Monday in May    2025-05-26
    """
    if not isinstance(inner, Weekday):
        return None
    return Inside(inner, base, -1 if nth is None else nth)


@rule("the? nth:ordinal|last unit:unit|weekend (of|in) date", "the? nth:ordinal|last number? units (of|in) date",
      "the? nth:ordinal|last quarter (of|in) date", "the? nth:ordinal half (of|in) date")  # fmt: skip
def nth_unit(
    nth: int | None, unit: Grain | None, date: Meaning, units: Grain | None, number: int | None,
    quarter: int | None,
) -> Meaning | None:  # fmt: skip
    """The nth day, week or month of a stretch; days and weeks of it are the stretch's edge.

    the first week of May 2025    2025-W18
    the last day of 2024    2024-12-31
    """
    if units is not None:
        edge = Edge.END if nth is None else Edge.START
        return Shaded(date, edge=edge) if nth in (None, 1) else None
    grain = Grain.WEEKEND if unit is None else unit
    if grain in DAYLESS or (quarter is not None and nth is None):
        return None
    return Ordered(-1 if nth is None else nth, grain, date)


@rule(
    "the? edge (of|dash)? the? date",
    "the? edge of the? time",
    "edge dash? time",
    "the? edge dash? unit:unit [comma]",
)
def edge_of(edge: Edge, date: Meaning | None, time: Meaning | None, unit: Grain | None) -> Any:
    """The beginning, middle or end of something.

    the end of May 1968    1968-05
    early June 2025    2025-06
    the mid-1990s    199
    never: the end of the road
    """
    inner = date if date is not None else time
    if inner is None:
        return None
    if isinstance(inner, Shaded) and inner.edge is not None:
        return None
    return ("date" if date is not None else "time"), Shaded(inner, edge=edge)


@rule("count:later|earlier (in|on)? date", "count:later|earlier in the unit:unit")
def later_in(count: int, date: Meaning | None, unit: Grain | None) -> Shaded | None:
    """Later or earlier in the stretch the document is in.

    earlier this year    2025
    later this month    2025-05
    """
    if unit is not None:
        date = Relative(unit, 0)
    if not isinstance(date, Relative | Pointed | Weekday):
        return None
    return Shaded(date, edge=Edge.END if count > 0 else Edge.START)


@rule("about date", "about time", "about the date")
def about(date: Meaning | None, time: Meaning | None) -> Any:
    """A date that is not exact.

    c. 480 BC    BC0480
    around noon    2025-05-04T12:00
    """
    inner = date if date is not None else time
    assert inner is not None
    return ("date" if date is not None else "time"), Shaded(inner, about=True)


@rule("vague")
def vague_word(vague: Reference) -> Vaguely:
    """Some time in the past, now, or the future.

    previously    PAST_REF
    recently    PAST_REF
    """
    return Vaguely(vague)


@rule("few units", "the? few units", "[in] the past", "[in] the future", "[in] future")
def vague_span(few: str | None, units: Grain | None) -> Vaguely | None:
    """Recent years, coming weeks, the past, the future.

    recent years    PAST_REF
    coming months    FUTURE_REF
    in the future    FUTURE_REF
    never: the future of mankind
    """
    if few == "recent":
        return Vaguely(Reference.PAST)
    if few == "coming":
        return Vaguely(Reference.FUTURE)
    return None


@rule("[in] the past")
def the_past() -> Vaguely:
    """in the past.

    in the past    PAST_REF
    """
    return Vaguely(Reference.PAST)


@rule("[in] the future")
def the_future() -> Vaguely:
    """in the future.

    in the future    FUTURE_REF
    """
    return Vaguely(Reference.FUTURE)


@rule("the base:date quarter", "the base:date period")
def quarter_of(base: Meaning) -> Inside | None:
    """The quarter a report is about, in another year.

    in the third quarter of 2024, against the 2023 quarter    2023-Q3
    """
    if isinstance(base, Fixed) and base.cell.grain is Grain.YEAR:
        return Inside(OfYear(Grain.QUARTER, 0), base)
    return None


@rule("base:date poss inner:date")
def years_quarter(base: Meaning, inner: Meaning) -> Inside | None:
    """A quarter, month or season of a year that owns it.

    this year's third quarter    2025-Q3
    """
    if isinstance(inner, Incomplete) and isinstance(base, Relative) and base.grain is Grain.YEAR:
        return Inside(inner, base)
    return None


@rule("the? edge of? the unit:unit|century", "unit:unit dash? edge", "unit:unit poss edge")
def edge_of_unit(edge: Edge, unit: Grain | None) -> Shaded | None:
    """The end of the year the document is in.

    the end of the year    2025
    year-end    2025
    never: the end of the day
    """
    grain = Grain.CENTURY if unit is None else unit
    if grain <= Grain.DAY:
        return None
    return Shaded(Relative(grain, 0), edge=edge)


@rule("the fiscal? unit:unit [ended]")
def year_ended(unit: Grain) -> Lasting | None:
    """A year of accounts, told by its end.

    the fiscal year ended Jan. 31    P1Y, 2025-01-31
    """
    return Lasting(Length(((unit, 1),))) if unit >= Grain.MONTH else None


@rule("the full unit:unit")
def full_year(unit: Grain) -> Relative | None:
    """The whole of the year the document is in.

    the full year    2025
    """
    return Relative(unit, 0) if unit is Grain.YEAR else None


@rule(
    "article? unit:unit dash earlier",
    "article? unit:unit dash ago",
    "the unit:unit dash? earlier (quarter|period)",
    "the unit:unit dash? earlier quarter",
    "the unit:unit dash? ago (quarter|period)",
    "the unit:unit dash earlier",
    "the unit:unit dash ago",
)
def year_earlier(unit: Grain) -> Shift | None:
    """The same time a year before, in reports of figures.

    year-earlier    2024
    """
    if unit is not Grain.YEAR:
        return None
    return Shift(Length(((Grain.YEAR, 1),)), -1, story=True)


FIRST = (year_earlier,)
RULES = (
    latest_quarter, year_ended, full_year, ago, earlier, later, from_now, from_date, this_unit, this_quarter, last_unit, past_unit,
    last_quarter, next_unit, next_quarter, story_unit, that_unit, the_quarter, that_date,
    last_date, next_date, this_date, story_date, date_in_date, week_and_day, nth_in, nth_unit,
    edge_of, later_in, about, vague_word, vague_span, the_past, the_future, current_unit,
    quarter_of, years_quarter, edge_of_unit,
)  # fmt: skip
