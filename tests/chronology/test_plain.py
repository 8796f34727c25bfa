"""Corrections as plain data: what goes in comes out, and every field is checked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Bound, Edge, Interval, Shade
from timeline.chronology.correction import (
    MAX_QUOTE,
    MAX_TITLE,
    Add,
    Choose,
    Correction,
    Hide,
    Merge,
    Redate,
    Rekind,
    Rename,
    Split,
)
from timeline.chronology.event import KINDS
from timeline.chronology.plain import MAX_WORDS, correction_to_plain, read_correction
from timeline.chronology.reach import in_reach

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TITLES = WORDS.filter(str.strip)
CELLS = st.builds(
    lambda day, grain: Cell(Grain.DAY, day).up(grain),
    st.integers(-3_000_000, 3_000_000),
    st.sampled_from([grain for grain in Grain if grain >= Grain.DAY]),
).filter(in_reach)
TIMES = CELLS | st.builds(lambda a, b: Interval(*sorted((a, b), key=_first)), CELLS, CELLS).filter(
    lambda time: time.last.last_day >= time.first.last_day
) | CELLS.map(lambda cell: Interval(cell, None))  # fmt: skip
SHADES = st.builds(
    Shade,
    edge=st.none() | st.sampled_from(Edge),
    bound=st.none() | st.sampled_from(Bound),
    about=st.booleans(),
    uncertain=st.booleans(),
    assumed=st.booleans(),
)


def _first(cell: Cell) -> int:
    return cell.first_day


ADDS = st.builds(
    lambda document, start, quote, title, kind, time, shade: Add(
        document, start, start + len(quote), quote, title, kind, time, shade if time else Shade()
    ),
    WORDS,
    st.integers(0, 10_000),
    TITLES,
    TITLES,
    st.sampled_from(KINDS),
    st.none() | TIMES,
    SHADES,
)
CORRECTIONS: st.SearchStrategy[Correction] = st.one_of(
    st.builds(Redate, WORDS, TIMES, SHADES, WORDS),
    st.builds(Rename, WORDS, TITLES),
    st.builds(Rekind, WORDS, st.sampled_from(KINDS)),
    st.builds(Hide, WORDS),
    st.builds(Merge, WORDS, WORDS),
    st.builds(Split, WORDS, WORDS, WORDS),
    st.builds(Choose, WORDS, WORDS, WORDS, TIMES),
    ADDS,
)


@given(CORRECTIONS)
def test_what_goes_in_comes_out(correction: Correction) -> None:
    plain = correction_to_plain(correction)
    assert read_correction(json.loads(json.dumps(plain))) == correction


def test_a_clock_time_in_its_zone() -> None:
    at = Redate("a", Cell.clock(738_000, 10, 30, offset=120))
    assert read_correction(json.loads(json.dumps(correction_to_plain(at)))) == at


DAY = ["day", 738000]
ADD = {
    "do": "add",
    "document": "a",
    "start": 3,
    "quote": "was",
    "title": "It was",
    "kind": "planned",
}


@pytest.mark.parametrize(
    "changed",
    [
        None,
        [],
        {},
        {"do": "delete", "event": "a"},
        {"do": ["hide"], "event": "a"},
        {"do": "hide"},
        {"do": "hide", "event": 5},
        {"do": "hide", "event": "a", "more": "b"},
        {"do": "hide", "event": "x" * (MAX_WORDS + 1)},
        {"do": "hide", "event": "\ud800"},
        {"do": "rename", "event": "a"},
        {"do": "rename", "event": "a", "title": "  "},
        {"do": "rename", "event": "a", "title": "x" * (MAX_TITLE + 1)},
        {"do": "rekind", "event": "a", "kind": "unheard of"},
        {"do": "redate", "event": "a"},
        {"do": "redate", "event": "a", "time": "2025"},
        {"do": "redate", "event": "a", "time": ["year", 12_000]},
        {"do": "redate", "event": "a", "time": ["day", True]},
        {"do": "redate", "event": "a", "time": ["day", 10**400]},
        {"do": "redate", "event": "a", "time": DAY, "ends": [DAY, DAY]},
        {"do": "redate", "event": "a", "ends": [DAY]},
        {"do": "redate", "event": "a", "ends": [None, None]},
        {"do": "redate", "event": "a", "ends": [["year", 1945], ["year", 1939]]},
        {"do": "redate", "event": "a", "time": DAY, "shade": "about"},
        {"do": "redate", "event": "a", "time": DAY, "shade": ["odd"]},
        {"do": "redate", "event": "a", "time": DAY, "shade": ["about", "about"]},
        {"do": "redate", "event": "a", "time": DAY, "shade": ["START", "END"]},
        {"do": "redate", "event": "a", "time": DAY, "shade": [["about"]]},
        {"do": "merge", "event": "a"},
        {"do": "split", "event": "a", "document": "b"},
        {"do": "choose", "event": "a", "words": "b", "reason": "c"},
        ADD | {"start": -1},
        ADD | {"start": 1.5},
        ADD | {"start": True},
        ADD | {"start": 10**30},
        ADD | {"quote": ""},
        ADD | {"quote": " "},
        ADD | {"quote": "x" * (MAX_QUOTE + 1)},
        ADD | {"kind": "odd"},
        ADD | {"time": None, "ends": 5},
        ADD | {"event": "a"},
    ],
)
def test_every_field_is_checked(changed: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_correction(changed)


def test_the_plain_form_is_accepted() -> None:
    assert read_correction(dict(ADD)) == Add("a", 3, 6, "was", "It was", "planned")
