"""The day a text was written, found in header shapes of many kinds."""

from __future__ import annotations

import datetime
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.edtf import edtf
from timeline.chronology.source import Document, document, read_day, with_day
from timeline.chronology.written import find_written

GOES_ON = re.compile(r"@$", re.MULTILINE)
HEADERS = Path(__file__).with_name("headers.txt")
BODY = (
    "The council met behind closed doors for most of the afternoon and agreed on little, though"
    " two members said that a plan drawn up in 1987 would be looked at again before June 3, 1999,"
    " when the old lease runs out and the building on Mill Street falls back to the town.\n\n"
    "Nobody expected more. The last time it tried, on 12 March 1974, the roof fell in.\n"
)


def shapes() -> Iterator[tuple[str, str | None, str, str]]:
    """Name, day, origin and head of each shape in headers.txt."""
    blocks = HEADERS.read_text(encoding="utf-8").split("\n== ")[1:]
    for block in blocks:
        first, _, head = block.partition("\n")
        name, day, origin = ("" if part == "-" else part for part in first.split(" | "))
        yield name, day or None, origin, head.removesuffix("\n")


SHAPES = list(shapes())


def text_of(head: str) -> str:
    whole = head if GOES_ON.search(head) else f"{head}\n\n@"
    return GOES_ON.sub(lambda _: BODY + "\n" + BODY * 4, whole)


def test_there_are_enough_shapes() -> None:
    assert len(SHAPES) >= 80
    assert len({shape[0] for shape in SHAPES}) == len(SHAPES)


@pytest.mark.parametrize(
    ("day", "origin", "head"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES]
)
def test_a_header_shape(day: str | None, origin: str, head: str) -> None:
    text = text_of(head)
    found = document(text)
    assert (edtf(found.written), found.written_from) == (day, origin)
    assert found.text is text
    for one in found.candidates:
        assert one.start is not None
        assert one.end is not None
        assert any(c.isdigit() for c in text[one.start : one.end])


SEED = (
    " date 2025-05-05 Xi to pay state visit to Russia, attend Great Patriotic War Victory"
    " celebrations on May 7-10\n\nBEIJING, May 4 (Xinhua) -- Chinese President Xi Jinping will pay"
    " a state visit to Russia from May 7 to 10 and attend the celebrations.\n"
)


def test_the_dateline_is_best_and_the_header_the_other_candidate() -> None:
    first, second = find_written(SEED)
    assert (first.day, first.origin) == (Cell.day(2025, 5, 4), "dateline")
    assert (second.day, second.origin) == (Cell.day(2025, 5, 5), "header")
    assert SEED[first.start : first.end] == "May 4"
    assert SEED[second.start : second.end] == "2025-05-05"


def test_a_dateline_far_from_the_header_is_doubtful() -> None:
    found = find_written("2025-05-05 Talks end\n\nBEIJING, Nov. 4 (Xinhua) -- It was agreed that\n")
    assert [one.origin for one in found] == ["header", "dateline"]


def test_a_day_that_is_given_comes_before_those_found() -> None:
    found = document(SEED, published="2025-05-06")
    assert (found.written, found.written_from) == (Cell.day(2025, 5, 6), "given")
    assert [one.origin for one in found.candidates] == ["given", "dateline", "header"]
    again = with_day(found, Cell.day(2025, 5, 7))
    assert [one.origin for one in again.candidates] == ["given", "dateline", "header"]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2025-05-04", Cell.day(2025, 5, 4)),
        (" 2025-05 ", Cell.month(2025, 5)),
        ("1921", Cell.year(1921)),
        ("-0043-03-15", Cell.day(-43, 3, 15)),
        ("May 4, 2025", Cell.day(2025, 5, 4)),
        (datetime.date(2025, 5, 4), Cell.day(2025, 5, 4)),
        (datetime.datetime(2025, 5, 4, 23, 30), Cell.day(2025, 5, 4)),
        (Cell.clock(Cell.day(2025, 5, 4).index, 10, 15), Cell.day(2025, 5, 4)),
        (Cell.year(9999), Cell.year(9999)),
        (Cell.year(-9999), Cell.year(-9999)),
    ],
)
def test_a_given_day_is_read(given: str | Cell | datetime.date, day: Cell) -> None:
    assert read_day(given) == day


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("12000-05-04", "-9999 (10000 BC) to 9999, not '12000-05-04'"),
        ("-10000", "-9999 (10000 BC) to 9999"),
        (Cell.year(12_000), "-9999 (10000 BC) to 9999"),
        (Cell(Grain.MILLENNIUM, 10), "-9999 (10000 BC) to 9999"),
        ("9" * 5_000, "too long"),
        ("", "is empty"),
        ("  ", "is empty"),
        ("2025-02-30", "there is no day '2025-02-30'"),
        ("2025-13", "there is no day '2025-13'"),
        ("soon, perhaps", "does not say one day with its year"),
        ("nothing", 'write it like "2025-05-04"'),
    ],
)
def test_a_given_day_that_can_not_be_read(given: str | Cell, sentence: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        document("Talks.", published=given)
    assert sentence in str(caught.value)
    assert len(str(caught.value)) < 200


def test_an_empty_text_is_a_document_with_a_warning() -> None:
    assert document("") == Document("", "", warnings=("The text is empty.",))
    assert document(" \n\t").written is None


def test_without_a_day_it_is_never_today() -> None:
    assert document("Talks opened yesterday and end next week.").written is None


@pytest.mark.parametrize(
    "piece", ["\n", " ", "\t\n", "By ", "Published ", "4 ", "BEIJING, ", "(", "May 4, ", "| ", "é"]
)
def test_hostile_text_costs_no_more_when_it_is_longer(piece: str) -> None:
    small, large = piece * 10_000, piece * 1_000_000
    find_written(small)
    start = time.perf_counter()
    find_written(large)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("antiquity-to-present.txt", None),
        ("company-history.txt", "2023-03-02"),
        ("court-case.txt", "2024-11-14"),
        ("day-by-the-clock.txt", "2024-02-08"),
        ("letters.md", "1998-04-12"),
        ("state-visit.txt", "2025-05-04"),
    ],
)
def test_the_samples(repo: Path, file: str, day: str | None) -> None:
    text = (repo / "data" / file).read_text(encoding="utf-8")
    assert edtf(document(text).written) == day


def test_digits_that_can_be_two_days_give_both() -> None:
    first, second = find_written("Issued on: 07/03/2024 - 14:05\n\nThe waters are going back.\n")
    assert {first.day, second.day} == {Cell.day(2024, 7, 3), Cell.day(2024, 3, 7)}
    assert second.origin == "published line, read otherwise"
