"""Document: a text, the day it was written, and how we know that day."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from timeline.calendar.cell import Cell, Grain, from_ordinal
from timeline.chronology.written import DayCandidate, find_written
from timeline.normaliser.reader import read_date

__all__ = ["DayCandidate", "Document", "document", "read_day", "with_day", "with_language"]

MAX_YEAR = 9_999
_MAX_PHRASE = 200
_LIMITS = "the day of writing must lie in the years -9999 (10000 BC) to 9999, not {!r}"
_ISO = re.compile(r"([+-]?\d{4,12})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_FAR = re.compile(r"\d{5,}", re.ASCII)
_HOW = 'write it like "2025-05-04", "4 May 2025" or "44 BC"'


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its name, language and the day it was written.

    `text` is kept as it was given: every offset (code points) refers to it. `written` is a
    Cell of grain DAY or coarser, None if unknown; `written_from` says in words where it came
    from ("dateline", "header", "given"); `candidates` are all that were found, best first;
    `title` is what the document calls itself, where it says so; `warnings` are sentences for
    the user about what happened while reading.
    """

    name: str
    text: str
    written: Cell | None = None
    written_from: str = ""
    language: str = "en"
    source: str = ""
    candidates: tuple[DayCandidate, ...] = ()
    warnings: tuple[str, ...] = ()
    title: str = ""


def document(
    text: str,
    *,
    name: str = "",
    published: str | Cell | datetime.date | None = None,
    language: str | None = None,
) -> Document:
    r"""A text as a document, with the day it was written.

    `published` is that day, in any way to write a date; without it the day is looked for in
    the text. Where none is found `written` is None: nothing is ever counted from today.
    ValueError, with a sentence for the user, if `published` cannot be read or lies outside the
    years -9999 to 9999.

    >>> document("2025-05-05 Talks to open\n\nThe talks will open on Wednesday.").written_from
    'header'
    >>> document("Talks will open on Wednesday.", published="2025-05-04").written
    Cell.day(2025, 5, 4)
    """
    candidates = find_written(text, language=language)
    plain = Document(
        name,
        text,
        candidates[0].day if candidates else None,
        candidates[0].origin if candidates else "",
        language or "en",
        candidates=candidates,
        warnings=() if text.strip() else ("The text is empty.",),
    )
    return plain if published is None else with_day(plain, published)


def with_day(
    document: Document, published: str | Cell | datetime.date, origin: str = "given"
) -> Document:
    """The same document with its day set by hand; what was found in the text stays a candidate.

    ValueError as for `document`.
    """
    day = read_day(published)
    found = tuple(one for one in document.candidates if one.origin != origin)
    candidates = (DayCandidate(day, origin), *found)
    return replace(document, written=day, written_from=origin, candidates=candidates)


def with_language(document: Document, language: str) -> Document:
    """The same document in another language: its day is looked for again in the text; a day
    that was given stays.

    >>> with_language(document("Hallo.", published="1921"), "de").written
    Cell.year(1921)
    """
    kept = tuple(one for one in document.candidates if one.start is None)
    candidates = (*kept, *find_written(document.text, language=language))
    return replace(
        document,
        language=language,
        written=candidates[0].day if candidates else None,
        written_from=candidates[0].origin if candidates else "",
        candidates=candidates,
    )


def read_day(published: str | Cell | datetime.date) -> Cell:
    """The day (or month, year …) of writing that a user gave.

    ValueError, with a sentence for the user, if it is no date, more than one stretch of the
    calendar, or lies outside the years -9999 to 9999.

    >>> read_day("2025-05-04"), read_day("-0043"), read_day(Cell.month(1921, 5))
    (Cell.day(2025, 5, 4), Cell.year(-43), Cell.month(1921, 5))
    >>> read_day("12000-05-04")
    Traceback (most recent call last):
      ...
    ValueError: the day of writing must lie in the years -9999 (10000 BC) to 9999, not '12000-05-04'
    """
    if isinstance(published, datetime.date):
        return Cell.day(published.year, published.month, published.day)
    cell = published if isinstance(published, Cell) else _read_phrase(published)
    if cell.grain < Grain.DAY:
        cell = cell.up(Grain.DAY)
    if cell.first_year() < -MAX_YEAR or from_ordinal(cell.last_day)[0] > MAX_YEAR:
        raise ValueError(_LIMITS.format(published))
    return cell


def _read_phrase(phrase: str) -> Cell:
    words = phrase.strip()
    shown = words if len(words) <= 40 else words[:39] + "…"
    if not words:
        raise ValueError(f"the day of writing is empty: {_HOW}")
    if len(words) > _MAX_PHRASE:
        raise ValueError(f"{shown!r} is too long for a day of writing: {_HOW}")
    if match := _ISO.fullmatch(words):
        year = int(match[1])
        if not -MAX_YEAR <= year <= MAX_YEAR:
            raise ValueError(_LIMITS.format(shown))
        try:
            if match[2] is None:
                return Cell.year(year)
            if match[3] is None:
                return Cell.month(year, int(match[2]))
            return Cell.day(year, int(match[2]), int(match[3]))
        except ValueError as error:
            raise ValueError(f"there is no day {shown!r} in the calendar") from error
    read = read_date(words)
    if read is not None and isinstance(read[0], Cell):
        return read[0]
    if _FAR.search(words):
        raise ValueError(_LIMITS.format(shown))
    raise ValueError(f"{shown!r} does not say one day with its year: {_HOW}")
