"""Anniversaries: the nth return of a day, which tells when the first one was."""

from __future__ import annotations

from typing import Any

from timeline.calendar.cell import Grain
from timeline.calendar.times import Length
from timeline.normaliser.jubilee import Jubilee
from timeline.normaliser.meaning import Lasting
from timeline.normaliser.rule import rule


def _years(count: int, whose: object) -> Jubilee | None:
    if not 1 <= count <= 5000:
        return None
    return Jubilee(Length(((Grain.YEAR, count),)), own=whose is not None)


_IN_YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1_000}


def whole_years(length: Length) -> Length | None:
    """A length of whole years, also told in decades or centuries; None for any other.

    >>> whole_years(Length(((Grain.DECADE, 2),)))
    Length(counts=((Grain.YEAR, 20),))
    """
    unit, count = length.counts[0]
    if len(length.counts) > 1 or unit not in _IN_YEARS or count is None:
        return None
    return Length(((Grain.YEAR, count * _IN_YEARS[unit]),))


@rule("ordinal wedding? anniversary|birthday")
def nth_anniversary(ordinal: int) -> Jubilee | None:
    """The nth anniversary or birthday.

    the 80th anniversary    1945
    On May 8 he spoke on the 80th anniversary    1945-05-08
    """
    return _years(ordinal, None)


@rule("number dash? unit:unit anniversary|birthday", "length anniversary|birthday")
def long_anniversary(
    number: int | None, unit: Grain | None, length: Lasting | None
) -> Jubilee | None:
    """An anniversary by its length.

    63-year anniversary    1962
    the six-month anniversary    2024-11
    """
    if length is not None:
        return None if length.length.counts[0][1] is None else Jubilee(length.length)
    assert unit is not None
    return Jubilee(Length(((unit, number),)))


@rule("[whose] ordinal wedding? anniversary")
def own_anniversary(ordinal: int, anniversary: int | None) -> Jubilee | None:
    """The nth anniversary of what was named; it shares its origin with the others.

    its 50th anniversary    1975
    """
    return _years(ordinal, "its") if anniversary is None else None


@rule("[whose] ordinal")
def bare_ordinal(ordinal: int) -> Jubilee | None:
    """An anniversary that is only counted.

    The club will mark its 100th in 2027    1927, 2027
    never: He won his 100th.
    """
    return _years(ordinal, "its") if ordinal >= 5 else None


@rule("[whose] ordinal unit")
def nth_year(ordinal: int, unit: Grain) -> Jubilee | None:
    """The nth year of something begins one year less after its start.

    now in its 30th year    PRESENT_REF, 1996
    never: his 30th year of service
    """
    if unit is not Grain.YEAR or ordinal < 2:
        return None
    return Jubilee(Length(((Grain.YEAR, ordinal - 1),)), by_year=True)


@rule("[whose|poss] unit")
def whose_millennium(unit: Grain) -> Jubilee | None:
    """A thousand years.

    The town marks its millennium    1025
    never: our year
    """
    return _years(1_000, None) if unit is Grain.MILLENNIUM else None


@rule("length exactly", "length exactly after", "length exactly since")
def to_the_day(length: Lasting) -> Jubilee | None:
    """So many years to the day.

    on May 1, 2007, six years to the day after the fire    2001-05-01
    two decades to the day since the dam broke    2005-05-04
    """
    years = whole_years(length.length)
    return None if years is None else Jubilee(years, exact=True)


@rule("length [since]", "length [on] [from]")
def years_since(length: Lasting) -> Jubilee | None:
    """Years since something, where that is what is marked; else just a length.

    The town marks 80 years since the landing    1945
    A decade on from the flood    2015
    He has not been seen for 20 years since the trial    P20Y
    """
    years = whole_years(length.length)
    if years is None or length.shade.bound is not None:
        return None
    return Jubilee(years, length=length)


@rule("anniversary")
def named_anniversary(anniversary: int | None) -> Jubilee | None:
    """A word that says how many years.

    the centenary    1925
    the bicentennial    1825
    silver anniversary    2000
    their golden wedding    1975
    never: our anniversary
    """
    return None if anniversary is None else _years(anniversary, None)


@rule("the anniversary")
def the_anniversary(anniversary: int | None) -> Jubilee | None:
    """An anniversary of something whose date is said.

    the anniversary of the June 23, 1894 founding    1894-06-23, 1894-06-23
    never: on the anniversary of her death
    """
    return Jubilee(None) if anniversary is None else None


@rule(
    "turned:turned number",
    "turned:turned length old",
)
def turns(number: int | None, length: Lasting | None, turned: Any) -> Jubilee | None:
    """Somebody or something reaches an age.

    turned 50 this year    1975, 2025
    turned two years old    2023
    """
    if length is not None:
        return Jubilee(length.length)
    if number is None or not 1 <= number <= 1000:
        return None
    return Jubilee(Length(((Grain.YEAR, number),)))


FIRST = (own_anniversary, nth_anniversary)
RULES = (
    nth_year,
    bare_ordinal,
    whose_millennium,
    to_the_day,
    years_since,
    long_anniversary,
    named_anniversary,
    the_anniversary,
    turns,
)
