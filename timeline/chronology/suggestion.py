"""Suggestions: what an event could be called, and when it was, that a user marks in a text; and
the date that a user types for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from timeline.calendar.cell import Cell
from timeline.calendar.times import PLAIN, Interval, Placed, Shade, is_placed
from timeline.chronology.dating import Dating, date_of
from timeline.chronology.kinds import kind_of
from timeline.chronology.reach import in_reach
from timeline.chronology.sentences import Sentence, split_sentences
from timeline.chronology.source import Document
from timeline.chronology.telling import Telling, take_apart
from timeline.chronology.titles import entry
from timeline.chronology.undated import drop_dates
from timeline.chronology.wording import MAX_TITLE, polish
from timeline.normaliser.reader import mentions, read_date

_LONGEST = 200
_FEW = 3
"""So few words are no title: their clause is."""
_FAR = re.compile(r"\d{5}")
_SOME_DAY = Cell.day(2000, 6, 14)
_EXAMPLES = "Try “1939”, “May 2025”, “7–10 May 2025”, “44 BC” or “2025-05-04”."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What some words of a document could be as an event."""

    title: str
    kind: str
    dating: Dating


def suggest(document: Document, start: int, end: int) -> Suggestion:
    """A title, a kind and a date for the words from `start` to `end` of a document.

    ValueError if there is no such stretch in the document.

    >>> text = "The mill burned down on Friday. Two men were hurt."
    >>> made = suggest(Document("a", text, Cell.day(2025, 5, 4)), 32, 35)
    >>> made.title, made.kind, made.dating.edtf
    ('Two men were hurt', 'reported', '2025-05-02')
    """
    dating = date_of(document, start, end)
    telling = _take_apart(document, start, end)
    place = telling.place_at(start)
    clause = None if place is None else telling.clause_at(place)
    kind = "reported" if dating.time is not None else "undated"
    if clause is not None:
        told = kind_of(telling, clause, dating.time, dating.shade, document.written)
        # Whoever marks words as an event means that it happened.
        kind = "reported" if told == "background" else told
    return Suggestion(_title(telling, start, end), kind, dating)


def suggest_title(document: Document, start: int, end: int) -> str:
    """A title for the words from `start` to `end` of a document: the words themselves, or what
    their clause tells where they are few.

    >>> text = "In 1951 the old mill at Ulm burned down, and two men were hurt."
    >>> suggest_title(Document("a", text), 8, 29), suggest_title(Document("a", text), 49, 52)
    ('The old mill at Ulm burned', 'Two men were hurt')
    """
    return _title(_take_apart(document, start, end), start, end)


def read_time(text: str, *, written: Cell | None = None) -> tuple[Placed, Shade]:
    """The time that a user typed, in words or as EDTF, with its precision.

    ValueError, with a sentence for the user, if it is no date, out of reach, or counted from
    the day of writing where that (`written`) is not known.

    >>> read_time("May 2025")[0], read_time("2025-05-07/2025-05-10")[0]
    (Cell.month(2025, 5), Interval(first=Cell.day(2025, 5, 7), last=Cell.day(2025, 5, 10)))
    >>> read_time("soonish")
    Traceback (most recent call last):
      ...
    ValueError: “soonish” was not understood as a date. Try “1939”, “May 2025”, “7–10 May 2025”, \
“44 BC” or “2025-05-04”.
    """
    words = " ".join(text.split())
    if not words:
        raise ValueError(f"There is no date yet. {_EXAMPLES}")
    said = f"“{words if len(words) <= 40 else words[:39] + '…'}”"
    read = read_date(words, written=written) if len(words) <= _LONGEST else None
    time, shade = (None, PLAIN) if read is None else read
    if not isinstance(time, Cell | Interval):
        if _FAR.search(words):
            raise ValueError(f"{said} is too far away. {_REACH}")
        if written is None and len(words) <= _LONGEST and _is_relative(words):
            raise ValueError(
                f"{said} is counted from the day the document was written. Give that day first."
            )
        raise ValueError(f"{said} was not understood as a date. {_EXAMPLES}")
    ends = (time,) if isinstance(time, Cell) else (time.first, time.last)
    if not all(end is None or in_reach(end) for end in ends):
        raise ValueError(f"{said} is too far away. {_REACH}")
    return time, shade


_REACH = "Timeline covers the years from 10,000 BC to 9999."


def _is_relative(words: str) -> bool:
    read = read_date(words, written=_SOME_DAY)
    return read is not None and is_placed(read[0])


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[tuple[Sentence, ...], tuple[int, ...]]:
    found = tuple(split_sentences(text))
    return found, tuple(one.start for one in found)


def _take_apart(document: Document, start: int, end: int) -> Telling:
    """The sentence that some words begin in, with its dates."""
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"no stretch of {len(document.text)} characters: {(start, end)!r}")
    text = document.text
    sentences, starts = _sentences(text)
    place = bisect_right(starts, start) - 1
    found = sentences[place] if place >= 0 else Sentence(start, end, 0)
    if start >= found.end:
        found = Sentence(start, end, 0)
    read = mentions(
        text[found.start : found.end], published=document.written, language=document.language
    )
    dates = [(found.start + m.start, found.start + m.end, n) for n, m in enumerate(read)]
    return take_apart(text, found, dates)


def _title(telling: Telling, start: int, end: int) -> str:
    own = [t for t in telling.tokens if t.start < end and start < t.end]
    words = [t for t in drop_dates(own) if t.is_word]
    title = ""
    if len(words) < _FEW:
        place = telling.place_at(start)
        clause = None if place is None else telling.clause_at(place)
        if clause is not None and place is not None:
            title = entry(telling, clause, place)
    title = title or polish(telling.text, drop_dates(own))
    plain = " ".join(telling.text[start : min(end, start + MAX_TITLE)].split())
    return title or plain
