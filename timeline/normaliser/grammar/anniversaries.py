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


@rule(
    "ordinal wedding? kind:anniversary|birthday",
    "number dash? unit:unit kind:anniversary",
    "length kind:anniversary",
)
def nth_anniversary(
    ordinal: int | None, number: int | None, unit: Grain | None, kind: Any,
    length: Lasting | None,
) -> Jubilee | None:  # fmt: skip
    """The nth anniversary or birthday.

    the 80th anniversary    1945
    its 50th anniversary    1975
    63-year anniversary    1962
    """
    if length is not None:
        if length.length.counts[0][1] is None:
            return None
        return Jubilee(length.length)
    if unit is not None:
        return Jubilee(Length(((unit, number),)))
    assert ordinal is not None
    return _years(ordinal, None)


@rule("[whose] ordinal wedding? anniversary")
def own_anniversary(ordinal: int, anniversary: int | None) -> Jubilee | None:
    """The nth anniversary of what was named; it shares its origin with the others.

    its 50th anniversary    1975
    """
    return _years(ordinal, "its") if anniversary is None else None


@rule("length exactly", "length exactly after", "length exactly since")
def to_the_day(length: Lasting) -> Jubilee | None:
    """So many years to the day.

    on May 1, 2007, six years to the day after the fire    2001-05-01
    """
    unit, count = length.length.counts[0]
    return None if count is None or unit is not Grain.YEAR else Jubilee(length.length)


@rule("anniversary")
def named_anniversary(anniversary: int | None) -> Jubilee | None:
    """A word that says how many years.

    the centenary    1925
    the bicentennial    1825
    silver anniversary    2000
    never: our anniversary
    """
    return None if anniversary is None else _years(anniversary, None)


@rule(
    "turned:turned number",
    "turned:turned length old",
    "turned:turned ordinal",
    "turned:turned number units:units old",
)
def turns(number: int | None, length: Lasting | None, ordinal: int | None, turned: Any,
          units: Grain | None) -> Jubilee | None:  # fmt: skip
    """Somebody or something reaches an age.

    turned 50 this year    1975, 2025
    turned two years old    2023
    """
    if length is not None:
        return Jubilee(length.length)
    if number is None or not 1 <= number <= 1000:
        return None
    if units is not None and units is not Grain.YEAR:
        return None
    return Jubilee(Length(((Grain.YEAR, number),)), age=True)


RULES = (own_anniversary, to_the_day, nth_anniversary, named_anniversary, turns)
