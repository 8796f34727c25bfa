"""Times that are not one cell: intervals and their order, bounds, thirds of a stretch."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.cell import Cell, Grain, day_to, to_ordinal
from timeline.calendar.times import (
    PLAIN,
    Anniversary,
    Bound,
    Edge,
    Interval,
    Length,
    Pattern,
    Reference,
    Repeat,
    Shade,
    Vague,
    days,
    is_finer,
    is_placed,
    seconds,
    sort_key,
    to_interval,
)

MAY_4 = Cell.day(2025, 5, 4)
YEAR = Cell.year(2010)
UNPLACED = [
    Length(((Grain.YEAR, 2),)),
    Repeat(every=Length(((Grain.DAY, 1),))),
    Vague(Reference.PAST),
    Pattern("XXXX-05-04"),
    Anniversary(None, Cell.year(1945), None),
    None,
]

ordinals = st.integers(to_ordinal(-9_999, 1, 1), to_ordinal(9_999, 12, 31))
grains = st.sampled_from([grain for grain in Grain if grain >= Grain.DAY])
cells = st.builds(day_to, ordinals, grains)


@st.composite
def intervals(draw):
    one, two = draw(cells), draw(cells)
    first, last = sorted((one, two), key=lambda cell: (cell.first_day, cell.last_day))
    return Interval(draw(st.sampled_from([first, None])), last)


@given(cells, cells)
def test_an_interval_ends_after_it_begins(one, two):
    if two.last_day < one.first_day:
        with pytest.raises(ValueError, match=re.escape(f"{one!r}, {two!r}")):
            Interval(one, two)
    else:
        assert days(Interval(one, two)) == (one.first_day, two.last_day)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        (MAY_4, MAY_4 - 1),
        (Cell.year(2025), Cell.year(2024)),
        (Cell.year(-43), Cell.year(-479)),
        (Cell.month(2025, 6), MAY_4),
        (Cell.clock(739_375, 17), Cell.clock(739_375, 9)),
        (Cell.clock(739_375, 9, offset=0), Cell.clock(739_375, 9, offset=120)),
    ],
)
def test_no_interval(first, last):
    with pytest.raises(ValueError, match=r"ends before|at least one end"):
        Interval(first, last)


@pytest.mark.parametrize(
    ("first", "last", "length"),
    [
        (MAY_4, MAY_4, 1),
        (Cell.month(2025, 5), MAY_4, 4),  # May until the 4th
        (MAY_4, Cell.month(2025, 5), 28),
        (Cell.year(0), Cell.year(1), 366 + 365),
        (Cell.clock(739_375, 9), Cell.clock(739_375, 17), 1),
    ],
)
def test_days_of_an_interval(first, last, length):
    start, stop = days(Interval(first, last))
    assert stop - start + 1 == length


@pytest.mark.parametrize(
    ("bound", "interval"),
    [
        (None, Interval(YEAR, YEAR)),
        (Bound.SINCE, Interval(YEAR, None)),
        (Bound.AFTER, Interval(Cell.year(2011), None)),
        (Bound.UNTIL, Interval(None, YEAR)),
        (Bound.BEFORE, Interval(None, Cell.year(2009))),
        (Bound.MORE, Interval(YEAR, YEAR)),
    ],
)
def test_a_bound_opens_one_end(bound, interval):
    assert to_interval(YEAR, Shade(bound=bound)) == interval


@pytest.mark.parametrize("time", UNPLACED, ids=lambda time: type(time).__name__)
def test_what_has_no_place(time):
    assert not is_placed(time)
    assert days(time) == (None, None)
    assert sort_key(time) > sort_key(Cell.year(99_999))


@given(st.one_of(cells, intervals()), st.sampled_from([None, *Bound]))
def test_days_are_those_of_the_interval(time, bound):
    shade = Shade(bound=bound)
    span = to_interval(time, shade)
    first, last = days(time, shade)
    assert first == (None if span.first is None else span.first.first_day)
    assert last == (None if span.last is None else span.last.last_day)
    assert first is None or last is None or first <= last
    assert is_placed(time)


@given(cells, st.sampled_from(Edge))
def test_an_edge_is_a_third(cell, edge):
    whole, part = seconds(cell), seconds(cell, Shade(edge=edge))
    assert whole == cell.seconds()
    assert whole[0] <= part[0] < part[1] <= whole[1]
    if cell.grain is Grain.DAY:
        assert part == whole
    else:
        assert abs(3 * (part[1] - part[0]) - (whole[1] - whole[0])) <= 3


@given(cells.filter(lambda cell: cell.grain > Grain.DAY))
def test_the_three_edges_cover_the_whole(cell):
    thirds = [seconds(cell, Shade(edge=edge)) for edge in (Edge.START, Edge.MID, Edge.END)]
    assert [thirds[0][0], thirds[2][1]] == list(cell.seconds())
    assert all(one[1] == two[0] for one, two in pairwise(thirds))


@given(cells, cells)
def test_sorted_by_the_beginning(one, two):
    if (one.first_day, -one.last_day) < (two.first_day, -two.last_day):
        assert sort_key(one) < sort_key(two)


@pytest.mark.parametrize(
    ("sooner", "later"),
    [
        (Cell.year(2025), Cell.month(2025, 1)),  # long before short
        (Cell.month(2025, 1), Cell.day(2025, 1, 1)),
        (Interval(Cell.year(2010), None), Cell.year(2010)),
        (Cell.year(-43), Cell.year(-42)),
        (Cell.day(0, 12, 31), Cell.day(1, 1, 1)),
        (Cell.day(2025, 5, 4), Cell.clock(739_375, 9)),
        (Cell.clock(739_375, 9, offset=120), Cell.clock(739_375, 9, offset=0)),
        (Cell.year(9_999), Interval(None, Cell.year(10_000))),
    ],
)
def test_order(sooner, later):
    assert sort_key(sooner) < sort_key(later)


def test_finer():
    assert is_finer(MAY_4, YEAR)
    assert not is_finer(YEAR, MAY_4)
    assert not is_finer(YEAR, YEAR)


def test_plain_is_no_shade():
    assert Shade() == PLAIN
    assert Shade(about=True) != PLAIN


@pytest.mark.parametrize(
    "length", [Length(((Grain.YEAR, 2), (Grain.MONTH, 6))), Length(((Grain.DAY, None),))]
)
def test_the_repr_of_a_length_makes_it_again(length):
    assert eval(repr(length), {"Length": Length, "Grain": Grain}) == length
