"""Dates as reports of figures tell them: the quarter, the year ended, a year earlier."""

from __future__ import annotations

from timeline.calendar.cell import Grain
from timeline.calendar.times import DAYLESS, Length
from timeline.normaliser.counted import Pointed, Relative, Shift
from timeline.normaliser.incomplete import OfYear, Weekend
from timeline.normaliser.meaning import Lasting, Meaning
from timeline.normaliser.rule import rule


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
    """The current year.

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


@rule("the? last quarter", "the earlier quarter")
def last_quarter(quarter: int) -> Relative | OfYear | None:
    """The quarter before the document's.

    last quarter    2025-Q1
    """
    return Relative(Grain.QUARTER, -1) if quarter == 0 else None


@rule("next quarter")
def next_quarter(quarter: int) -> Relative | None:
    """The quarter after the document's.

    next quarter    2025-Q3
    """
    return Relative(Grain.QUARTER, 1) if quarter == 0 else None


@rule("the quarter")
def the_quarter(quarter: int) -> OfYear | None:
    """The quarter last spoken of.

    In the third quarter of 2024 sales rose. Profit in the quarter fell    2024-Q3
    """
    return OfYear(Grain.QUARTER, 0) if quarter == 0 else None


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
    "the unit:unit dash? ago (quarter|period)",
    "the unit:unit dash? ago|earlier ordinal quarter",
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


@rule("[for] the unit:unit", "[within] the fiscal? unit")
def the_year(unit: Grain) -> Relative | None:
    """The year or week that a report sums up.

    For the week, the index fell    2025-W18
    throughout the fiscal year    2025
    """
    return Relative(unit, 0) if unit >= Grain.WEEK and unit not in DAYLESS else None


RULES = (
    year_ended,
    the_year,
    full_year,
    latest_quarter,
    the_quarter,
    last_quarter,
    this_quarter,
    next_quarter,
    current_unit,
)
FIRST = (year_earlier,)
