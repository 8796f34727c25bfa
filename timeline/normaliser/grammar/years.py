"""Years and longer or shorter stretches of them: eras, decades, centuries, quarters, seasons."""

from __future__ import annotations

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Edge
from timeline.normaliser.counted import NearestCentury
from timeline.normaliser.early import EarlyYear
from timeline.normaliser.grammar.dates import full_year
from timeline.normaliser.incomplete import OfYear
from timeline.normaliser.meaning import Fixed, Shaded
from timeline.normaliser.rule import rule


@rule("year", "the? unit year", "shortyear")
def lone_year(year: int | None, unit: Grain | None, shortyear: int | None) -> Fixed | None:
    """A year.

    1945    1945
    the year 2000    2000
    """
    if unit is not None and unit is not Grain.YEAR:
        return None
    if shortyear is not None:
        return Fixed(Cell.year(full_year(shortyear)))
    assert year is not None
    if unit is None and year >= 3000:
        return None
    return Fixed(Cell.year(year))


@rule("[in|by|since|until|about|before|after|of] number", "the unit:unit number")
def short_year(
    number: int, number_at: tuple[int, int], unit: Grain | None
) -> Fixed | EarlyYear | None:
    """A year of three digits, where a preposition and the end of its phrase make it one.

    In 725, Bede wrote a book.    0725
    In 410 the city fell.    0410
    the siege of 626 failed.    0626
    never: in 145 cases
    In 401 BC they marched home. By 396, a war began.    BC0401, BC0396
    the year 800    0800
    in the year 79    0079
    never: He came in 145th of 725.
    """
    if unit not in (None, Grain.YEAR):
        return None
    spoken = unit is not None and (1000 <= number <= 2999 or 10 <= number <= 99)
    if not spoken and (not 100 <= number <= 999 or number_at[1] - number_at[0] != 3):
        return None
    return Fixed(Cell.year(number)) if spoken else EarlyYear(number)


@rule(
    "the? ordinal dash? century era?",
    "the? ordinal [and|or|to|dash] [ordinal] [unit:units|century] [era:era]",
    "the? ordinal [and|or|to|dash] [ordinal] [unit:units|century]",
    "the? ordinal [and|or|to|dash] [the] [ordinal] [unit:units|century] [era:era]",
    "the? ordinal [and|or|to|dash] [the] [ordinal] [unit:units|century]",
    "the? ordinal unit:unit|units era?",
)
def century(ordinal: int, unit: Grain | None, era: int | None) -> Fixed | None:
    """A century or millennium by its ordinal.

    the 5th century BC    BC04
    the 20th century    19
    the 17th and 18th centuries    16, 17
    the third millennium BC    BC2
    """
    if unit is not None and unit not in (Grain.CENTURY, Grain.MILLENNIUM):
        return None
    if not 1 <= ordinal <= 99:
        return None
    grain = Grain.CENTURY if unit is None else unit
    return Fixed(Cell(grain, -ordinal if era is not None and era < 0 else ordinal - 1))


@rule("the? century")
def turn_of_century(century: str | None) -> Shaded | None:
    """The beginning of the century nearest to the day of writing, or to the story's last date.

    the turn of the century    20
    never: the century
    """
    return None if century is None else Shaded(NearestCentury(), edge=Edge.START)


@rule("the? decade era?", "the? number:number dash? decade")
def lone_decade(
    number: int | None, decade: int | str, era: int | None, the: None,
    the_at: tuple[int, int] | None = None,
) -> Fixed | None:  # fmt: skip
    """A decade: in digits, in words, or short.

    the 1990s    199
    the '80s    198
    the nineties    199
    the nineteen sixties    196
    the 1800s    18
    the 480s BC    BC048
    never: the Fokker 100s
    """
    if isinstance(decade, str):
        index = full_decade(int(decade[0])) if era is None else int(decade) // 10
    elif decade <= 9 and number is not None:
        index = number * 10 + decade
        if not 10 <= number <= 20:
            return None
    elif decade <= 9 and era is None:
        index = full_decade(decade)
    else:
        index = decade
        if 10 <= index < 100 and the_at is None and era is None:
            return None
    if era is not None and era < 0:
        return Fixed(Cell(Grain.DECADE, -index - 1))
    if index % 10 == 0 and index < 200:
        return Fixed(Cell(Grain.CENTURY, index // 10))
    return Fixed(Cell(Grain.DECADE, index))


def full_decade(digit: int) -> int:
    """The decade that a single digit means: '80s is 198, '10s is 201."""
    return 190 + digit if digit >= 3 else 200 + digit if digit else 200


@rule(
    "the? ordinal quarter",
    "the? fiscal ordinal quarter",
    "the? ordinal fiscal quarter",
    "ordinal dash quarter",
    "the? ordinal dash? half",
    "the? fiscal dash? ordinal dash? quarter",
    "quarter",
    "halves",
    "the? ordinal [and|or|to|dash] [ordinal] [unit:units]",
    "the? ordinal unit:units",
)
def part_of_year(
    ordinal: int | None, quarter: int | None, halves: int | None,
    fiscal_at: tuple[int, int] | None = None, fiscal: None = None, unit: Grain | None = None,
) -> OfYear | None:  # fmt: skip
    """A quarter or half of a year not said.

    the third quarter    2025-Q3
    fourth-quarter    2024-Q4
    the first and second quarters    2025-Q1, 2025-Q2
    """
    if unit is not None:
        if unit is not Grain.QUARTER or ordinal is None or ordinal > 4:
            return None
        return OfYear(Grain.QUARTER, ordinal)
    if halves is not None:
        return OfYear(Grain.HALF, halves)
    if quarter:
        return OfYear(Grain.QUARTER, quarter)
    if ordinal is None:
        return None
    if quarter == 0:
        return OfYear(Grain.QUARTER, ordinal, fiscal_at is not None) if ordinal <= 4 else None
    return OfYear(Grain.HALF, ordinal) if ordinal <= 2 else None


@rule(
    "the? ordinal dash? quarter (of|in|comma)? fiscal? year",
    "the? ordinal dash? half (of|in|comma)? fiscal? year",
    "quarter (of|in|comma)? fiscal? year",
    "halves (of|comma)? year",
    "year comma? quarter",
    "the? year ordinal dash? quarter",
    "the? last half of year",
)
def part_of_known_year(
    ordinal: int | None, quarter: int | None, halves: int | None, year: int
) -> Fixed | None:
    """A quarter or half of a year.

    the third quarter of 2019    2019-Q3
    Q2 2021    2021-Q2
    the second half of 2008    2008-H2
    """
    part = part_of_year(ordinal, quarter, halves)
    if ordinal is None and not quarter and halves is None:
        if quarter == 0:
            return None
        part = OfYear(Grain.HALF, 2)
    if part is None or not part.number:
        return None
    return Fixed(Cell.of_year(part.grain, year, part.number))


@rule(
    "the? season:season|weakseason (of|comma|dash)? year",
    "the? season:season|weakseason of? shortyear",
)
def season_year(season: int, year: int | None, shortyear: int | None) -> Fixed:
    """A season of a year.

    the summer of 1974    1974-SU
    spring 2021    2021-SP
    """
    if year is None:
        assert shortyear is not None
        year = full_year(shortyear)
    return Fixed(Cell.of_year(Grain.SEASON, year, season))


@rule(
    "[in|since|until|by|last|next|this|past|edge|within|same|that|every|later|earlier|of|between|from"
    "|to|and|or] season",
    "[in|since|until|by|last|next|this|past|edge|within|that|every|later|earlier|of|between|from]"
    " season:weakseason",
    "[in|since|until|by|of|within|for|last|later|earlier|edge|from|to|between] the"
    " season:season|weakseason",
    "the season",
)
def lone_season(season: int) -> OfYear:
    """A season without its year.

    the summer    2025-SU
    this fall    2025-FA
    never: prices fall
    never: a winter storm
    """
    return OfYear(Grain.SEASON, season)


@rule("fiscal unit? year", "the? fiscal unit year", "fiscal number")
def fiscal_year(
    unit: Grain | None, year: int | None, number: int | None, fiscal: None,
    fiscal_at: tuple[int, int] | None, number_at: tuple[int, int] | None,
) -> Fixed | None:  # fmt: skip
    """A fiscal year, by its name.

    fiscal 1988    1988
    FY24    2024
    """
    if unit not in (None, Grain.YEAR):
        return None
    if year is None:
        assert number is not None
        assert number_at is not None
        assert fiscal_at is not None
        if fiscal_at[1] - fiscal_at[0] != 2 or number_at[1] - number_at[0] != 2:
            return None
        year = full_year(number)
    return Fixed(Cell.year(year))


RULES = (
    lone_year,
    short_year,
    century,
    lone_decade,
    part_of_year,
    part_of_known_year,
    turn_of_century,
    season_year,
    lone_season,
    fiscal_year,
)
