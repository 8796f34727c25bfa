"""When a text was written, by its own words: published lines, datelines, headers, bylines.

Only the beginning and the very end are looked at, and only places where people put such a
day: a date in the middle of prose is never the document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.calendar.cell import Cell, Grain, from_ordinal, month_length
from timeline.calendar.times import Pattern
from timeline.chronology import headers
from timeline.chronology.headers import DateIn, Line
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

HEAD = 1_500
"""How many characters from the beginning are looked at."""
TAIL = 300
"""How many characters before the end are looked at."""

# Lines this far down tell whether dates at the top are a list of events (a chronology).
_LIST = 3_000
_LINE = 300
_TOP_LINES = 12
_NEAR_DAYS = 31
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T.*)?")
_NO_MARKUP = str.maketrans("#*_`", "    ")

# Best first. "Modified is not published": an updated line counts where nothing better is known.
_RANKS = {
    headers.FRONT_MATTER: 0,
    headers.MAIL: 0,
    headers.PUBLISHED: 0,
    headers.DRAFTED: 1,
    headers.DATELINE: 2,
    headers.HEADER: 3,
    headers.BYLINE: 4,
    headers.TOP: 4,
    headers.UPDATED: 6,
    headers.END: 7,
}
_LATE = 5
_DOUBTFUL = 8
_SWAPPED = 9


@dataclass(frozen=True, slots=True)
class DayCandidate:
    """A day a document may have been written on, and where in the text that was read.

    `origin` says in words where it came from; `start`/`end` are code-point offsets into the
    text, None when it was not read there.
    """

    day: Cell
    origin: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    rank: int
    origin: str
    start: int
    end: int
    date: DateIn


def find_written(text: str, *, language: str | None = None) -> tuple[DayCandidate, ...]:
    r"""The days a text may have been written on, best first; empty where it does not say.

    A day without a year takes the year that brings it nearest to the best other candidate,
    and is left out where there is none.

    >>> text = "Published: 2024-11-14\\n\\nOn 1990-05-06 the harbour was sold."
    >>> [(one.day, one.origin) for one in find_written(text)]
    [(Cell.day(2024, 11, 14), 'published line')]
    """
    found = sorted(_found(text, language), key=lambda one: (one.rank, one.start))
    known = next((one.date.day for one in found if one.date.day is not None), None)
    placed: list[tuple[int, DayCandidate]] = []
    for one in found:
        day, rank = one.date.day, one.rank
        if day is None:
            if known is None:
                continue
            day = _nearest(one.date.month_day, known)
            spread = max(_NEAR_DAYS, known.last_day - known.first_day)
            if abs(day.index - _middle(known)) > spread:
                rank = _DOUBTFUL
        placed.append((rank, DayCandidate(day, one.origin, one.start, one.end)))
        for other in one.date.others:
            swapped = DayCandidate(other, f"{one.origin}, read otherwise", one.start, one.end)
            placed.append((_SWAPPED, swapped))
    placed.sort(key=lambda pair: pair[0])
    return tuple(candidate for _, candidate in placed)


def _found(text: str, language: str | None) -> Iterator[_Found]:
    top = [(line, _dates(line, language)) for line in _lines(text, 0, _LIST)]
    head = [(line, dates) for line, dates in top if line.start < HEAD]
    listed = _is_list(top)
    matter = headers.front_matter([line for line, _ in head])
    kind = headers.around(line.text for line, _ in head[:_TOP_LINES])
    prose = next((line.number for line, _ in head[matter:] if line.is_prose), len(top) + 1)
    for line, dates in head:
        place = line.number - matter
        is_top = place <= _TOP_LINES and line.number <= prose
        for date in dates:
            if place <= 0:
                origin = headers.front_matter_origin(line, date)
            else:
                origin = headers.origin(line, date, dates, kind, place if is_top else 0)
            if origin is not None and not (listed and origin in headers.UNLABELLED):
                yield _at(line, date, origin, _RANKS[origin])
    if len(text) <= HEAD:
        return
    begin = text.find("\n", max(HEAD, len(text) - TAIL)) + 1
    for line in _lines(text, begin, len(text)) if begin else ():
        dates = _dates(line, language)
        for date in dates:
            origin = headers.origin(line, date, dates, headers.Around(), 0)
            before, after = line.text[: date.start], line.text[date.end :]
            alone = headers.is_alone(before, after, date, with_place=True)
            if origin is None and alone and not listed and not date.bound:
                origin = headers.END
            if origin is not None and origin != headers.DATELINE:
                yield _at(line, date, origin, max(_LATE, _RANKS[origin]))


def _at(line: Line, date: DateIn, origin: str, rank: int) -> _Found:
    return _Found(rank, origin, line.start + date.start, line.start + date.end, date)


def _lines(text: str, begin: int, stop: int) -> Iterator[Line]:
    """The lines that start between two offsets; a long one is cut at a space."""
    number, start, stop = 0, begin, min(stop, len(text))
    while start < stop:
        end = text.find("\n", start, start + _LINE + 1)
        if end < 0:
            line = text[start : start + _LINE]
            if len(text) - start > _LINE:
                line = line.rpartition(" ")[0]
            end = text.find("\n", start + _LINE)
        else:
            line = text[start:end]
        if line.strip():
            number += 1
            yield Line(start, line, number)
        start = len(text) if end < 0 else end + 1


def _dates(line: Line, language: str | None) -> list[DateIn]:
    if not any(c.isdigit() for c in line.text):
        return []
    plain = line.text.translate(_NO_MARKUP)
    dates = (_date(mention) for mention in mentions(plain, language=language))
    return [date for date in dates if date is not None]


def _date(mention: Mention) -> DateIn | None:
    """A mention as a date that may be a document's: a day, month or year that stands by itself
    or a day without a year.
    """
    time, shade = mention.time, mention.shade
    if mention.anchored is not None or shade.about:
        return None
    bound = shade.bound is not None
    others = tuple(
        reading.time
        for reading in mention.readings
        if isinstance(reading.time, Cell) and reading.time.grain is Grain.DAY
    )
    if isinstance(time, Cell) and time.grain <= Grain.YEAR:
        day = time.up(Grain.DAY) if time.grain < Grain.DAY else time
        return DateIn(mention.start, mention.end, day, (0, 0), bound, others)
    if isinstance(time, Pattern) and (match := _YEARLESS.fullmatch(time.value)):
        return DateIn(mention.start, mention.end, None, (int(match[1]), int(match[2])), bound)
    return None


def _is_list(lines: Sequence[tuple[Line, Sequence[DateIn]]]) -> bool:
    """Whether lines of one text begin with different days: a chronology, a diary, a log."""
    days = {
        dates[0].day
        for line, dates in lines
        if dates and dates[0].is_day and not line.text[: dates[0].start].strip(" \t#*-•[(")
    }
    return len(days - {None}) > 1


def _middle(cell: Cell) -> int:
    return (cell.first_day + cell.last_day) // 2


def _nearest(month_day: tuple[int, int], known: Cell) -> Cell:
    """The day of that month and day nearest to another.

    >>> _nearest((12, 30), Cell.day(2025, 1, 2))
    Cell.day(2024, 12, 30)
    """
    month, day = month_day
    middle = _middle(known)
    year = from_ordinal(middle)[0]
    has_day = [y for y in range(year - 8, year + 9) if day <= month_length(y, month)]
    return min((Cell.day(y, month, day) for y in has_day), key=lambda c: abs(c.index - middle))
