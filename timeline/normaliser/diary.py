"""Diary: entries headed by their days, told in the present: "10 June. He resigns on Friday"."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.calendar.cell import Cell, Grain
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.partial import Partial

LEAST = 2
"""So many headings make a diary."""
SECTION = 3_000
"""How many characters behind its heading an entry still goes on."""
_TITLE = re.compile(r"\n[ \t]*\n[^\n.!?]{1,40}\n[ \t]*\n")


def place_in_diary(partial: Partial, context: Context) -> Answer | None:
    """A day of the week in an entry goes on from the day told last in it; elsewhere in a diary
    it is the latest before the document's day, unless it is promised.
    """
    written, told = context.written, context.clock_day
    if not partial.weekly or told is None or len(context.headings) < LEAST:
        return None
    day, start = told
    at = bisect_right(context.headings, context.start) - 1
    if at < 0:
        return None
    heading = context.headings[at]
    entry = start >= heading and _is_same_section(context.low, heading, context.start)
    if entry or start >= context.paragraph:
        found = _go_on(partial, context, day)
        return Answer(found, anchored=Anchor("previous", day, start, Why.STORY))
    if written is None or written.grain > Grain.DAY or day.first_day > written.first_day:
        return None
    if context.direction.sign > 0 and context.direction.cue not in PRESENT:
        return None
    latest = [c for c in partial.options(written) if c.first_day <= written.first_day]
    return Answer(latest[-1], anchored=context.written_anchor(Why.NO_WEEK)) if latest else None


PRESENT = frozenset(
    "begins starts opens meets ends closes concludes expires faces awaits resumes is are reports"
    " publishes releases votes holds hosts travels returns arrives leaves visits departs reopens"
    " expects plans looms".split()
)
"""Cues of the present tense, in which a diary tells what has been."""


def _is_same_section(low: str, heading: int, start: int) -> bool:
    """Whether no title stands between a heading and a place in its entry."""
    return start - heading <= SECTION and _TITLE.search(low, heading, start) is None


def _go_on(partial: Partial, context: Context, day: Cell) -> Cell:
    options = partial.options(day)
    if context.direction.sign < 0:
        return next(c for c in reversed(options) if c.first_day <= day.first_day)
    return next(c for c in options if c.last_day >= day.first_day)
