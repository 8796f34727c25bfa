"""Feasts: their days against published ones, their limits, and what is read without the
libraries of the calendars.
"""

import subprocess
import sys

import pytest

from timeline.calendar.cell import Cell
from timeline.calendar.times import Interval
from timeline.normaliser import feasts
from timeline.normaliser.feasts import find_day, find_days
from timeline.normaliser.reader import mentions
from timeline.normaliser.words.en_feasts import HOLIDAYS


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("LUNAR-01-01", "1912-02-18 1968-01-30 2000-02-05 2026-02-17"),
        ("NEWYEAR+0", "1948-10-04 2000-09-30 2023-09-16 2025-09-23"),
        ("PESACH", "1943-04-20 2000-04-20 2022-04-16 2024-04-23"),
        ("CHANUKAH", "2010-12-02 2013-11-28 2023-12-08 2024-12-26"),
        ("PESACH-30", "2023-03-07 2024-03-24"),
        ("HIJRI-12-10", "2022-07-09 2023-06-28 2024-06-16"),
        ("PASCHA+0", "1917-04-15 2021-05-02 2023-04-16"),
        ("NOWRUZ", "1979-03-21 2020-03-20 2025-03-21"),
        ("EASTER+0", "0800-04-19 1066-04-16 1818-03-22 1943-04-25"),
        ("11-27>7", "2022-11-27 2023-12-03"),
    ],
)
def test_a_rule_finds_the_days_that_were_kept(rule, days):
    for day in days.split():
        year, month, number = map(int, day.split("-"))
        assert find_day(rule, year) == Cell.day(year, month, number)


@pytest.mark.parametrize("rule", sorted(set(HOLIDAYS.values())))
def test_every_rule_is_readable_and_stays_in_its_years(rule):
    assert find_days(rule, 2024)
    for year in (-500, 0, 1, 300, 1500, 1899, 2101, 9999):
        for time in find_days(rule, year):
            first = time.first if isinstance(time, Interval) else time
            assert first.first_year() == year


def test_a_year_can_hold_a_feast_twice():
    assert len(find_days("HIJRI-09", 2030)) == 2
    assert len(find_days("HIJRI-10-01", 2000)) == 2


def test_without_its_library_a_feast_stays_unplaced(monkeypatch):
    feasts._find_hijri.cache_clear()
    feasts._find_lunar.cache_clear()
    monkeypatch.setitem(sys.modules, "hijridate", None)
    monkeypatch.setitem(sys.modules, "borax.calendars.lunardate", None)
    try:
        (one,) = mentions("They fasted in Ramadan.", published="2025-05-04")
        (two,) = mentions("Chinese New Year 2031", published="2025-05-04")
    finally:
        feasts._find_hijri.cache_clear()
        feasts._find_lunar.cache_clear()
    assert not one.placed
    assert two.value == "2031"


def test_the_libraries_are_not_loaded_before_they_are_needed():
    code = (
        "import sys; from timeline.normaliser.reader import mentions;"
        "mentions('Christmas 1999', published='2025-05-04');"
        "assert not {'borax', 'hijridate'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
