"""The page's words: names of kinds, dates from its boxes, and what is wrong with them."""

from __future__ import annotations

import re

from timeline.calendar.cell import Cell
from timeline.calendar.phrase import phrase
from timeline.calendar.times import Interval, days, is_placed
from timeline.chronology.event import Event
from timeline.normaliser.reader import read_date
from timeline.page.plain import cut
from timeline.share import in_reach

KIND_LABELS = {
    "reported": "Happened",
    "planned": "Planned",
    "conditional": "Conditional",
    "statement": "Said",
    "anniversary": "Anniversary",
    "origin": "Remembered",
    "background": "Background",
    "undated": "Undated",
}
PART_LABELS = {
    "sources": "passages and documents",
    "exact": "an exact date",
    "opening": "near the top of its text",
    "referred": "other dates count from it",
    "names": "names that the texts speak of",
    "kind": "happened, not only said",
}
EXAMPLES = "Try “1939”, “May 2025”, “44 BC” or “2025-05-04”."
OUT_OF_REACH = "Timeline covers the years from 10,000 BC to 9999."

_FAR = re.compile(r"\d{5}")
_LONGEST = 100
_SOME_DAY = Cell.day(2000, 6, 14)


def kind_label(kind: str) -> str:
    """A kind of event as people read it."""
    return KIND_LABELS.get(kind, kind.capitalize())


def date_label(event: Event) -> str:
    """An event's date as the list shows it."""
    return f"{event.words} (disputed)" if event.disputed else event.words


def read_end(text: str, *, written: Cell | None, last: bool) -> Cell | None:
    """The end of a range that a box says, None for an empty box.

    A stretch gives its first or its last part. ValueError, with a sentence for the user, if
    it is no date, out of reach, or counted from a day that is not known.
    """
    text = text.strip()
    if not text:
        return None
    said = f"“{cut(text, 40)}”"
    read = read_date(text, written=written) if len(text) <= _LONGEST else None
    if read is None or not is_placed(read[0]):
        if _FAR.search(text):
            raise ValueError(f"{said} is too far away. {OUT_OF_REACH}")
        if written is None and len(text) <= _LONGEST and _is_relative(text):
            raise ValueError(
                f"{said} is counted from the day the document was written. Give that day first."
            )
        raise ValueError(f"{said} was not understood as a date. {EXAMPLES}")
    time = read[0]
    if isinstance(time, Interval):
        end = time.last if last else time.first
    else:
        end = time if isinstance(time, Cell) else None
    if end is None:
        raise ValueError(f"{said} has no {'last' if last else 'first'} day. {EXAMPLES}")
    if not in_reach(end):
        raise ValueError(f"{said} is too far away. {OUT_OF_REACH}")
    return end


def _is_relative(text: str) -> bool:
    read = read_date(text, written=_SOME_DAY)
    return read is not None and days(read[0], read[1]) != (None, None)


def cell_words(cell: Cell | None) -> str:
    """What a box shows for an end of the range; empty for an open one."""
    return "" if cell is None else phrase(cell)


def many(count: int, one: str, more: str = "") -> str:
    """A number with its noun.

    >>> many(1, "date"), many(20_000, "date")
    ('1 date', '20,000 dates')
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def sentence(error: ValueError) -> str:
    """An error's message as a sentence.

    >>> sentence(ValueError("there is no such day"))
    'There is no such day.'
    """
    text = str(error).strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")
