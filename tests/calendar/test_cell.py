"""Cells: days by number, every grain side by side, up to the coarser, what is no cell."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.cell import (
    DAY_SECONDS,
    PARTS,
    SEASONS,
    Cell,
    Grain,
    day_to,
    from_ordinal,
    month_length,
    to_ordinal,
    year_index,
)
from timeline.calendar.gregorian import is_leap

FIRST, LAST = to_ordinal(-20_000, 1, 1), to_ordinal(20_000, 12, 31)
OVERLAPPING = (Grain.PART,)  # morning and midday share an hour
APART = (Grain.WEEKEND,)
FROM_A_DAY = [grain for grain in Grain if grain >= Grain.DAY]

ordinals = st.integers(FIRST, LAST)
CELLS_A_DAY = {Grain.SECOND: 86_400, Grain.MINUTE: 1_440, Grain.HOUR: 24, Grain.PART: len(PARTS)}


@st.composite
def cells(draw, grains=tuple(Grain)):
    grain = draw(st.sampled_from(grains))
    day = draw(ordinals)
    if grain in CELLS_A_DAY:
        number = draw(st.integers(0, CELLS_A_DAY[grain] - 1))
        return Cell(grain, day * CELLS_A_DAY[grain] + number)
    return day_to(day, grain)


# -- days


@given(st.dates())
def test_day_numbers_are_those_of_datetime(date):
    number = date.toordinal()
    assert to_ordinal(date.year, date.month, date.day) == number
    assert from_ordinal(number) == (date.year, date.month, date.day)
    assert Cell(Grain.DAY, number).weekday() == date.isoweekday()


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1582, 1900, 2000, 2024, 9999])
def test_every_day_of_a_year_as_in_datetime(year):
    start = datetime.date(year, 1, 1).toordinal()
    for number in range(start, datetime.date(year, 12, 31).toordinal() + 1):
        date = datetime.date.fromordinal(number)
        assert from_ordinal(number) == (date.year, date.month, date.day)
        assert to_ordinal(date.year, date.month, date.day) == number


@given(ordinals)
def test_a_day_number_comes_back(number):
    year, month, day = from_ordinal(number)
    assert to_ordinal(year, month, day) == number
    assert 1 <= day <= month_length(year, month)


@given(st.integers(-20_000, 20_000), st.integers(1, 12), st.data())
def test_a_date_comes_back(year, month, data):
    day = data.draw(st.integers(1, month_length(year, month)))
    assert from_ordinal(to_ordinal(year, month, day)) == (year, month, day)
    assert Cell.day(year, month, day).ymd() == (year, month, day)


@given(ordinals)
def test_the_next_day_is_later_by_one_day_of_the_calendar(number):
    year, month, day = from_ordinal(number)
    following = {
        (year, month, day + 1),
        (year, month + 1, 1) if day == month_length(year, month) else None,
        (year + 1, 1, 1) if (month, day) == (12, 31) else None,
    }
    assert from_ordinal(number + 1) in following


@given(st.integers(-20_000, 20_000))
def test_a_year_has_the_days_of_its_months(year):
    days = sum(month_length(year, month) for month in range(1, 13))
    cell = Cell.year(year)
    assert days == (366 if is_leap(year) else 365) == cell.last_day - cell.first_day + 1
    assert to_ordinal(year + 1, 1, 1) - to_ordinal(year, 1, 1) == days


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ((1, 1, 1), 1),
        ((0, 12, 31), 0),
        ((0, 1, 1), -365),  # 1 BC was a leap year
        ((0, 2, 29), -306),
        ((-43, 3, 15), 1_705_428 - 1_721_425),  # by its Julian day number
        ((2025, 5, 4), 739_375),
        ((10_000, 1, 1), 3_652_060),
    ],
)
def test_known_day_numbers(day, number):
    assert to_ordinal(*day) == number
    assert from_ordinal(number) == day


# -- every grain


@given(cells())
def test_the_last_day_is_not_before_the_first(cell):
    assert cell.first_day <= cell.last_day
    start, stop = cell.seconds()
    assert start < stop


@given(cells([grain for grain in FROM_A_DAY if grain not in APART]))
def test_the_next_cell_begins_where_this_one_ends(cell):
    assert (cell + 1).first_day == cell.last_day + 1
    assert (cell + 1).seconds()[0] == cell.seconds()[1]
    assert (cell - 1).last_day == cell.first_day - 1


@given(cells([Grain.SECOND, Grain.MINUTE, Grain.HOUR]))
def test_the_next_time_of_day_begins_where_this_one_ends(cell):
    assert (cell + 1).seconds()[0] == cell.seconds()[1]


@given(cells([Grain.WEEKEND]))
def test_a_weekend_is_saturday_and_sunday_of_its_week(cell):
    assert (cell.weekday(), cell.last_day - cell.first_day) == (6, 1)
    assert (cell + 1).first_day == cell.last_day + 6
    assert Cell(Grain.WEEK, cell.index).contains(cell)


@given(cells())
def test_moving_there_and_back(cell):
    assert cell + 3 - 3 == cell
    assert (cell + 1).first_day >= cell.first_day


@given(ordinals, st.sampled_from(FROM_A_DAY))
def test_the_cell_of_a_day_touches_it(number, grain):
    cell = day_to(number, grain)
    if grain is Grain.WEEKEND:
        assert cell.last_day - 6 <= number <= cell.last_day
    else:
        assert cell.first_day <= number <= cell.last_day


@given(cells(), st.sampled_from(Grain))
def test_up_holds_the_beginning(cell, grain):
    if grain < cell.grain or (grain is Grain.PART and cell.grain is not Grain.PART):
        with pytest.raises(ValueError, match=grain.name.lower()):
            cell.up(grain)
        return
    upper = cell.up(grain)
    assert upper.grain is grain
    if grain is not Grain.WEEKEND:
        assert upper.first_day <= cell.first_day <= upper.last_day
        assert upper.seconds()[0] <= cell.seconds()[0] < upper.seconds()[1]


NESTED = [
    *[(Grain.SECOND, coarse) for coarse in FROM_A_DAY if coarse is not Grain.WEEKEND],
    (Grain.SECOND, Grain.MINUTE),
    (Grain.MINUTE, Grain.HOUR),
    *[(Grain.DAY, coarse) for coarse in FROM_A_DAY if coarse is not Grain.WEEKEND],
    *[(Grain.MONTH, coarse) for coarse in FROM_A_DAY if coarse >= Grain.MONTH],
    (Grain.WEEKEND, Grain.WEEK),
    (Grain.QUARTER, Grain.HALF),
    (Grain.QUARTER, Grain.YEAR),
    (Grain.HALF, Grain.YEAR),
    (Grain.YEAR, Grain.DECADE),
    (Grain.YEAR, Grain.CENTURY),
    (Grain.YEAR, Grain.MILLENNIUM),
    (Grain.CENTURY, Grain.MILLENNIUM),
]


@pytest.mark.parametrize(("fine", "coarse"), NESTED, ids=str)
@given(data=st.data())
def test_up_contains_the_whole(fine, coarse, data):
    cell = data.draw(cells([fine]))
    assert cell.up(coarse).contains(cell)
    assert not (cell.up(coarse) + 1).contains(cell)


@given(cells([Grain.DECADE]))
def test_a_decade_lies_in_one_century_but_for_the_hundreds_bc(cell):
    # The 100s BC are 109 to 100 BC, and 100 BC is the first year of the 1st century BC.
    straddles = cell.index < 0 and (-cell.index - 1) % 10 == 0 and cell.index != -1
    assert cell.up(Grain.CENTURY).contains(cell) is not straddles


@given(cells([Grain.SECOND, Grain.MINUTE, Grain.HOUR]), st.integers(-14 * 60, 14 * 60))
def test_a_known_zone_moves_the_moment_and_not_the_day(cell, offset):
    local = Cell(cell.grain, cell.index, offset)
    assert local.first_day == cell.first_day
    assert local.seconds()[0] == cell.seconds()[0] - 60 * offset
    assert (local + 1).offset == local.up(Grain.HOUR).offset == offset


@given(ordinals, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_a_time_of_day_comes_back(day, hour, minute, second):
    assert Cell.clock(day, hour).time_of_day() == (hour, 0, 0)
    assert Cell.clock(day, hour, minute).time_of_day() == (hour, minute, 0)
    cell = Cell.clock(day, hour, minute, second)
    assert cell.time_of_day() == (hour, minute, second)
    assert cell.first_day == day
    assert cell.up(Grain.MINUTE) == Cell.clock(day, hour, minute)
    assert cell.up(Grain.HOUR) == Cell.clock(day, hour)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [("MO", 6, 12), ("MI", 11, 14), ("AF", 12, 18), ("EV", 18, 24), ("NI", 20, 30)],
)
def test_hours_of_a_part_of_a_day(code, first, last):
    day = to_ordinal(2025, 5, 4)
    start, stop = Cell.part(day, code).seconds()
    assert (start - day * DAY_SECONDS, stop - day * DAY_SECONDS) == (first * 3600, last * 3600)
    assert Cell.part(day, code).first_day == day


def test_hour_24_ends_its_day():
    day = to_ordinal(2025, 5, 4)
    assert Cell.clock(day, 24, 0) == Cell.clock(day + 1, 0, 0)


# -- weeks


@given(st.dates())
def test_weeks_are_those_of_datetime(date):
    year, week, weekday = date.isocalendar()
    cell = Cell(Grain.DAY, date.toordinal())
    assert cell.iso_week() == (year, week)
    assert cell.weekday() == weekday
    assert Cell.week(year, week).first_day + weekday - 1 == date.toordinal()
    assert cell.up(Grain.WEEK) == Cell.week(year, week)


@given(st.integers(-20_000, 20_000))
def test_a_year_has_52_or_53_weeks(year):
    weeks = 0
    for week in (52, 53, 54):
        try:
            Cell.week(year, week)
        except ValueError:
            break
        weeks = week
    assert weeks in (52, 53)
    assert Cell.week(year, weeks) + 1 == Cell.week(year + 1, 1)
    assert Cell.week(year, 1).contains(Cell.day(year, 1, 4))


# -- decades, centuries, millennia


@pytest.mark.parametrize(
    ("grain", "index", "first", "last"),
    [
        (Grain.DECADE, 199, 1990, 1999),
        (Grain.DECADE, 1, 10, 19),
        (Grain.DECADE, 0, 1, 9),  # there is no year 0 AD
        (Grain.DECADE, -1, -8, 0),  # 9 to 1 BC
        (Grain.DECADE, -2, -18, -9),  # 19 to 10 BC
        (Grain.DECADE, -49, -488, -479),  # the 480s BC
        (Grain.CENTURY, 19, 1900, 1999),
        (Grain.CENTURY, 0, 1, 99),
        (Grain.CENTURY, -1, -99, 0),  # 100 to 1 BC
        (Grain.CENTURY, -5, -499, -400),  # 500 to 401 BC
        (Grain.MILLENNIUM, 1, 1000, 1999),
        (Grain.MILLENNIUM, 0, 1, 999),
        (Grain.MILLENNIUM, -1, -999, 0),
        (Grain.MILLENNIUM, -3, -2999, -2000),
    ],
)
def test_years_of_a_coarse_cell(grain, index, first, last):
    cell = Cell(grain, index)
    assert cell.first_year() == first
    assert (cell.first_day, cell.last_day) == (to_ordinal(first, 1, 1), to_ordinal(last, 12, 31))
    assert {year_index(grain, year) for year in (first, last)} == {index}
    assert year_index(grain, first - 1) == index - 1
    assert year_index(grain, last + 1) == index + 1


# -- the parts of a year


@pytest.mark.parametrize(
    ("grain", "number", "first", "last"),
    [
        (Grain.QUARTER, 1, (2025, 1, 1), (2025, 3, 31)),
        (Grain.QUARTER, 4, (2025, 10, 1), (2025, 12, 31)),
        (Grain.HALF, 1, (2025, 1, 1), (2025, 6, 30)),
        (Grain.HALF, 2, (2025, 7, 1), (2025, 12, 31)),
        (Grain.SEASON, 1, (2025, 3, 1), (2025, 5, 31)),
        (Grain.SEASON, 3, (2025, 9, 1), (2025, 11, 30)),
        (Grain.SEASON, 4, (2025, 12, 1), (2026, 2, 28)),
    ],
)
def test_days_of_a_part_of_a_year(grain, number, first, last):
    cell = Cell.of_year(grain, 2025, number)
    assert cell.ymd() == first
    assert from_ordinal(cell.last_day) == last


def test_seasons_are_four():
    assert [Cell.of_year(Grain.SEASON, -43, n).index % 4 for n in (1, 2, 3, 4)] == [0, 1, 2, 3]
    assert len(SEASONS) == 4


# -- what is no cell


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Cell.month(2025, 13), "13"),
        (lambda: Cell.month(2025, 0), "0"),
        (lambda: Cell.day(2025, 2, 29), "29"),
        (lambda: Cell.day(2025, 4, 31), "31"),
        (lambda: Cell.day(2025, 5, 0), "0"),
        (lambda: Cell.day(2025, 14, 1), "14"),
        (lambda: Cell.day(1900, 2, 29), "1900"),
        (lambda: Cell.week(2025, 53), "53"),
        (lambda: Cell.week(2025, 0), "0"),
        (lambda: Cell.week(2025, -1), "-1"),
        (lambda: Cell.of_year(Grain.QUARTER, 2025, 5), "5"),
        (lambda: Cell.of_year(Grain.HALF, 2025, 3), "3"),
        (lambda: Cell.of_year(Grain.SEASON, 2025, 0), "0"),
        (lambda: Cell.of_year(Grain.DAY, 2025, 1), "Grain.DAY"),
        (lambda: Cell.of_year(Grain.CENTURY, 2025, 1), "Grain.CENTURY"),
        (lambda: Cell.clock(1, 25), "25"),
        (lambda: Cell.clock(1, -1), "-1"),
        (lambda: Cell.clock(1, 10, 60), "60"),
        (lambda: Cell.clock(1, 10, 0, 61), "61"),
        (lambda: Cell.part(1, "XX"), "'XX'"),
        (lambda: Cell.year(2025).time_of_day(), "Cell.year(2025)"),
        (lambda: Cell.year(2025).up(Grain.MONTH), "Cell.year(2025)"),
        (lambda: Cell.clock(1, 10).up(Grain.PART), "Cell(Grain.HOUR, 34)"),
    ],
)
def test_what_is_no_cell_is_told_by_its_value(make, told):
    with pytest.raises(ValueError, match=re.escape(told)):
        make()


@pytest.mark.parametrize("time", [(24, 30), (24, 0, 30)])
def test_no_minute_follows_hour_24(time):
    with pytest.raises(ValueError, match="24"):
        Cell.clock(1, *time)


@given(cells())
def test_the_repr_makes_it_again(cell):
    assert eval(repr(cell), {"Cell": Cell, "Grain": Grain}) == cell


@given(cells(), cells())
def test_equal_cells_are_one_key(one, other):
    assert (one == other) is ((one.grain, one.index) == (other.grain, other.index))
    assert len({one, Cell(one.grain, one.index)}) == 1
