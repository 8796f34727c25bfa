"""Anchor: what a relative date was counted from, and why from there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from timeline.calendar.cell import Cell
from timeline.calendar.phrase import phrase


class Why(Enum):
    """Why a date is counted from where it is; `{}` stands for the words that say so."""

    COUNTED = "{} counts from when the text was written"
    CONTINUED = "{} goes on from the date told before"
    NOTHING_BEFORE = "{} goes on from a date told before, but there is none"
    STORY_UNIT = "{} belongs to the story that is told"
    NO_YEAR = "a date without its year is looked for near the day of writing"
    NO_WEEK = "a day without its date is looked for near the day of writing"
    YEAR_WRITTEN = "no year is said, so it is the one of writing"
    STORY = "a date without its year goes on from the story's last date"
    MONTH_TOLD = "a day without its month is in the month told last"
    QUARTER_TOLD = "{} is the quarter told last"
    QUARTER_REPORTED = "a report speaks of the quarter before it"
    FIGURES = "figures are compared with those of a year before"
    DAY_TOLD = "a time without its day is on the day told last"
    DAY_WRITTEN = "a time without its day is on the day of writing"
    MARKED = "that date of its sentence says when it is marked"
    YEAR_MARKED = "no date says when it is marked, so it is the year of writing"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative date was counted from.

    `kind` is "document" (the document's day) or "previous" (the last date spoken of);
    `start` is the offset of the previous mention; `why` the reason it was taken.
    """

    kind: str
    time: Cell
    start: int | None = None
    why: Why = Why.COUNTED

    def __str__(self) -> str:
        name = "the document's day" if self.kind == "document" else "the previous date"
        return f"{name}, {phrase(self.time)}"
