"""Dates as histories write them: double years, Old Style, early years, parts of a century."""

from __future__ import annotations

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.gregorian import month_length
from timeline.calendar.times import Edge
from timeline.normaliser.early import LAST_EARLY, LONGEST, YOUNGEST, EarlyDate
from timeline.normaliser.feasts import find_days
from timeline.normaliser.grammar.dates import make_day, month_day
from timeline.normaliser.incomplete import Holiday, MonthDay, OfYear
from timeline.normaliser.inside import DayPart, Span
from timeline.normaliser.meaning import Fixed, Meaning, Shaded
from timeline.normaliser.rule import rule

At = tuple[int, int]
Dual = tuple[int, str]
"""A year and the digits behind its slash: 1710/11."""


def second_year(dual: Dual) -> int | None:
    """The second of two years that a slash joins, None unless it is the next one.

    >>> second_year((1710, "11")), second_year((1999, "2000")), second_year((1710, "15"))
    (1711, 2000, None)
    """
    first, digits = dual
    second = (first + 1) // 10 ** len(digits) * 10 ** len(digits) + int(digits)
    return second if second == first + 1 else None


def year_before(dual: Dual) -> int | None:
    """The second of two years before our era, None unless it is the next one: 387/6 BC.

    >>> year_before((387, "386")), year_before((387, "6")), year_before((387, "5"))
    (386, 386, None)
    """
    first, digits = dual
    second = (first - 1) // 10 ** len(digits) * 10 ** len(digits) + int(digits)
    return second if second == first - 1 else None


@rule("dual era:era")
def two_years_before(dual: Dual, era: int, dual_at: At) -> Span | None:
    """A Greek or Roman year, which runs over two of ours.

    387/386 BC    BC0387/BC0386
    never: 387/385 BC
    """
    second = year_before(dual)
    if era > 0 or second is None:
        return None
    start, end = dual_at
    middle = start + len(str(dual[0]))
    return Span(
        Fixed(Cell.year(1 - dual[0])),
        Fixed(Cell.year(1 - second)),
        (start, middle),
        (middle + 1, end),
    )


@rule("dual", "fiscal unit? dual")
def two_years(dual: Dual, dual_at: At) -> Span | None:
    """A year that runs from one into the next: a season, a school or a fiscal year.

    in 1936/37    1936/1937
    2019/20    2019/2020
    FY2023/24    2023/2024
    never: 1920/1080
    """
    second = second_year(dual)
    if second is None or dual[0] < 1000:
        return None
    start, end = dual_at
    middle = start + 4
    return Span(
        Fixed(Cell.year(dual[0])), Fixed(Cell.year(second)), (start, middle), (middle + 1, end)
    )


@rule(
    "(weekday comma?)? month:month|weakmonth day:number|ordinal comma? dual",
    "(weekday comma?)? the? day:number|ordinal of? month:month|weakmonth comma? dual",
    "month:month|weakmonth comma? dual",
)
def double_dated(month: int, day: int | None, dual: Dual) -> Fixed | None:
    """A day before Lady Day, when the old year had not ended: it lies in the second year.

    24 March 1710/11    1711-03-24
    February 3, 1602/3    1603-02-03
    """
    year = second_year(dual)
    if year is None or month > 3 or dual[0] < 1000:
        return None
    if day is None:
        return Fixed(Cell.month(year, month))
    cell = make_day(year, month, day)
    return None if cell is None else Fixed(cell)


@rule(
    "the? season (of|comma)? year dash last:number|year",
    "the? season (of|comma)? dual",
    "the? season (of|comma)? dual era",
)
def season_of_years(
    season: int, year: int | None, last: int | None, dual: Dual | None, last_at: At | None,
    era: int | None,
) -> Fixed | None:  # fmt: skip
    """A winter by both its years.

    the winter of 1812–13    1812-WI
    winter 1941/42    1941-WI
    the winter of 387/386 BC    BC0387-WI
    """
    if dual is None:
        assert year is not None
        assert last_at is not None
        dual = year, str(last).rjust(last_at[1] - last_at[0], "0")
    if era is not None and era < 0:
        if year_before(dual) is None:
            return None
        return Fixed(Cell.of_year(Grain.SEASON, 1 - dual[0], season))
    if second_year(dual) is None or dual[0] < 1000:
        return None
    return Fixed(Cell.of_year(Grain.SEASON, dual[0], season))


def _make_nights(first: int, month: int, year: int | None) -> tuple[Meaning, Meaning] | None:
    if year is None:
        if not 1 <= first < month_length(2024, month):
            return None
        return MonthDay(month, first), MonthDay(month, first + 1)
    days = make_day(year, month, first), make_day(year, month, first + 1)
    return None if days[0] is None or days[1] is None else (Fixed(days[0]), Fixed(days[1]))


def _first_day(dual: Dual | None, fraction: float | None, at: At | None) -> int | None:
    """The first of two days: 11/12, or one of the two that are fractions elsewhere."""
    if dual is not None:
        return dual[0] if dual[0] < 31 else None
    halves = {0.5: 1, 0.75: 3}
    written = at is not None and at[1] - at[0] == 3
    return halves.get(fraction or 0) if written else None


@rule(
    "the? daypart of dual month:month|weakmonth (comma? year)?",
    "the? daypart of fraction month:month|weakmonth (comma? year)?",
)
def night_of_two_days(
    daypart: str, dual: Dual | None, fraction: float | None, month: int, year: int | None,
    fraction_at: At | None,
) -> DayPart | None:  # fmt: skip
    """A night by both its days: it begins on the first.

    the night of 5/6 June 1944    1944-06-05TNI
    on the night of 3/4 May    2025-05-03TNI
    """
    first = _first_day(dual, fraction, fraction_at)
    days = None if first is None else _make_nights(first, month, year)
    return None if days is None else DayPart(daypart, days[0])


@rule("dual month:month|weakmonth (comma? year)?", "fraction month:month|weakmonth (comma? year)?")
def two_days(
    dual: Dual | None, fraction: float | None, month: int, year: int | None, month_at: At,
    year_at: At | None, dual_at: At | None, fraction_at: At | None,
) -> Span | None:  # fmt: skip
    """Two days on end, joined by a slash.

    11/12 February 1941    1941-02-11/1941-02-12
    """
    first = _first_day(dual, fraction, fraction_at)
    days = None if first is None else _make_nights(first, month, year)
    at = dual_at or fraction_at
    if first is None or days is None or at is None:
        return None
    middle = at[0] + len(str(first))
    return Span(*days, (at[0], middle), (middle + 1, (year_at or month_at)[1]))


_MONTH = "month:month|weakmonth"
_OTHER = "[number] [month|weakmonth]"


@rule(
    f"day:number {_MONTH} lparen style rparen comma? year",
    f"{_MONTH} day:number lparen style rparen comma? year",
    f"day:number {_MONTH} style comma? year",
    f"day:number {_MONTH} [lparen] {_OTHER} [style] [rparen] [year:year]",
    f"day:number {_MONTH} [lparen] [style] {_OTHER} [rparen] [year:year]",
    f"day:number {_MONTH} [lparen] {_OTHER} [rparen] [year:year]",
    f"[lparen] day:number {_MONTH} [style] [rparen] [year:year]",
    f"[style] day:number {_MONTH} [rparen] [year:year]",
    f"[lparen] day:number {_MONTH} [rparen] [year:year]",
)
def old_style(day: int, month: int, year: int) -> Fixed | None:
    """A date in the Old or New Style, as it is written: nothing is converted.

    25 October [O.S.] 1917    1917-10-25
    25 October (7 November New Style) 1917    1917-10-25, 1917-11-07, 1917
    """
    cell = make_day(year, month, day)
    return None if cell is None else Fixed(cell)


@rule("day:number lparen other:number rparen month:month|weakmonth year")
def both_styles(day: int, other: int, month: int, year: int) -> Fixed | None:
    """A day in both styles, of which the first is taken.

    5 (17) March 1861    1861-03-05
    """
    one, two = make_day(year, month, day), make_day(year, month, other)
    return None if one is None else Fixed(one, other=two, reason="in the other style")


_NO_LENGTH = "[!unit|units|century]"
"""On 4 July 250 years ago: no year 250."""


@rule(
    f"month number {_NO_LENGTH}",
    f"[in|of|since|until|by|from|before|after] month:weakmonth number {_NO_LENGTH}",
    f"day:number month:month|weakmonth number {_NO_LENGTH}",
    f"month:month|weakmonth day:number comma number {_NO_LENGTH}",
)
def early_date(
    month: int, day: int | None, number: int, number_at: At, month_at: At, day_at: At | None
) -> EarlyDate | None:
    """A month or day of a year of three digits.

    in June 632, he died    0632-06
    24 August 410    0410-08-24
    In May 300 people came    2025-05
    """
    if not 100 <= number <= YOUNGEST or number_at[1] - number_at[0] != 3:
        return None
    cell = Cell.month(number, month) if day is None else make_day(number, month, day)
    plain = MonthDay(month) if day is None else month_day(month, day, None)
    if cell is None or plain is None:
        return None
    return EarlyDate(cell, plain, max(month_at[1], (day_at or month_at)[1]))


@rule(f"holiday comma? number {_NO_LENGTH}")
def early_feast(holiday: str, number: int, holiday_at: At, number_at: At) -> EarlyDate | None:
    """A feast of a year of three digits.

    Christmas Day 800    0800-12-25
    On Christmas Day 300 people came    2024-12-25
    """
    if not 100 <= number <= YOUNGEST or number_at[1] - number_at[0] != 3:
        return None
    days = find_days(holiday, number)
    if not days or not isinstance(days[0], Cell):
        return None
    return EarlyDate(days[0], Holiday(holiday), holiday_at[1])


@rule(
    "[from] first:number (to|until|dash) last:number",
    "[between] first:number and last:number",
    "[lparen] first:number dash last:number [rparen]",
    "[from] first:number (to|until|dash) last:year",
    "[between] first:number and last:year",
    "[lparen] first:number dash last:year [rparen]",
)
def early_years(first: int, last: int, first_at: At, last_at: At) -> Span | None:
    """Years of three digits, as a life or a reign has them.

    the emperor ruled from 527 to 565    0527/0565
    King Offa (757–796) built a dyke.    0757/0796
    the Song dynasty (960–1279)    0960/1279
    never: between 235 and 284
    """
    if not 100 <= first <= YOUNGEST or not first < last <= LAST_EARLY or last - first > LONGEST:
        return None
    return Span(Fixed(Cell.year(first)), Fixed(Cell.year(last)), first_at, last_at)


@rule("part:date (of|in) base:date")
def part_of_century(part: Meaning, base: Meaning) -> Shaded | None:
    """A half or quarter of a century or decade is its early, middle or late part.

    the first half of the 12th century    11
    the third quarter of the 4th century BC    BC03
    """
    if not isinstance(part, OfYear) or part.grain is Grain.SEASON or not part.number:
        return None
    if not isinstance(base, Fixed) or base.cell.grain < Grain.DECADE:
        return None
    last = 2 if part.grain is Grain.HALF else 4
    edge = Edge.START if part.number == 1 else Edge.END if part.number == last else Edge.MID
    return Shaded(base, edge=edge)


@rule("edge in date")
def early_in(edge: Edge, date: Meaning) -> Shaded | None:
    """Early or late in a year, decade or century.

    late in the 5th century BC    BC04
    """
    if isinstance(date, Fixed) and date.cell.grain >= Grain.YEAR:
        return Shaded(date, edge=edge)
    return None


RULES = (
    night_of_two_days,
    two_days,
    two_years_before,
    two_years,
    double_dated,
    season_of_years,
    old_style,
    both_styles,
    early_date,
    early_feast,
    early_years,
)
COMPOSED = (part_of_century, early_in)
