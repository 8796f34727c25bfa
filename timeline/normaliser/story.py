"""Story: a date without its year or week in what is told of another time than the document's."""

from __future__ import annotations

import re

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Shade
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.partial import Partial

SURE = 120
"""Within so many days of the document's day, or of the story's last date, the year of a month
or day goes without saying; farther off, or against the sense of the sentence, it is a guess."""


def place_in_story(partial: Partial, context: Context) -> Answer | None:
    """A month or day in a story that was begun with a full date goes on from there."""
    if context.story is None:
        return None
    cell, start = context.story
    if partial.weekly:
        if not context.historical or cell.grain > Grain.DAY or context.start - start > WEEK_REACH:
            return None
        day = next(c for c in partial.options(cell) if c.last_day >= cell.first_day)
        return Answer(day, anchored=Anchor("previous", cell, start, Why.STORY))
    written = context.written
    if written is not None:
        if context.direction.sign > 0 and context.direction.strong:
            return None
        if not context.historical and not is_near_story(context, cell, start):
            return None
    year = cell.first_year()
    found = None
    if partial.agrees(cell) is not None:
        years = [partial.of_year(y) for y in (year, year + 1, year - 1)]
        found = next((c for c in years if c is not None and partial.agrees(c)), None)
    else:
        for option in (partial.of_year(year), partial.of_year(year + 1)):
            if option is not None and option.last_day >= cell.first_day - BACKSTEP:
                found = option
                break
    if found is None:
        return None
    if written is not None:
        if found.first_day > written.last_day:
            return None
        told = start >= context.paragraph and (
            cell.grain < Grain.YEAR or _is_opened(context.low, start, context.start)
        )
        if not context.historical:
            leaves = is_news if told else _is_closer
            same = told and _is_same_sentence(context.low, start, context.start)
            if not same and leaves(partial, context, found, cell):
                return None
    far = cell.grain < Grain.YEAR and abs(found.first_day - cell.first_day) > SURE
    return Answer(found, Shade(assumed=far), Anchor("previous", cell, start, Why.STORY))


_YEAR_OPENS = re.compile(r"(?:\A|[.!?]\s|\n)\s*in \Z")


def _is_opened(low: str, start: int, here: int) -> bool:
    """Whether the year at one place opens the sentence of another: "In 2004 she was sold, and on
    8 October she sailed".
    """
    opens = _YEAR_OPENS.search(low, max(0, start - 12), start) is not None
    return opens and _is_same_sentence(low, start, here)


def _is_same_sentence(low: str, start: int, here: int) -> bool:
    return here - start <= SENTENCE and _STOP.search(low, start, here) is None


SENTENCE = 160
_STOP = re.compile(r"[.!?;]\s")


WEEK_REACH = 600
"""How many characters behind a day of a story a weekday still belongs to it."""

CLOSE = 45
"""Within so many days of the document's day a month or day is one of its own, unless the story
is closer."""


def _is_closer(partial: Partial, context: Context, found: Cell, story: Cell) -> bool:
    """Whether the document's day is nearer to a month or day than the story's last date is."""
    written = context.written
    if partial.weekly or written is None:
        return False
    cell = partial.of_year(written.first_year())
    if cell is None or (cell.first_day > written.last_day and context.direction.sign < 0):
        return False
    distance = abs(cell.last_day - written.first_day)
    near = CLOSE if story.grain < Grain.YEAR else SURE
    return distance <= near and distance < abs(found.first_day - story.last_day)


NEWS = ((3, 30, 10), (10, SURE, 9_999))
"""A day within so many days before the document's, and more than so many away from the last
date of a story of at most so many years ago, is the news: a report tells of the day before far
more often than a story happens to come to it; but old ones are told on their days."""


def is_news(partial: Partial, context: Context, found: Cell, story: Cell) -> bool:
    """Whether a day told in the paragraph of a story is the document's news all the same; not
    in a text that remembers something on its day.
    """
    written = context.written
    if written is None or written.grain > Grain.DAY or found.grain is not Grain.DAY:
        return False
    if context.direction.sign > 0:
        return False
    days = [c for c in partial.options(written) if c.first_day <= written.first_day]
    if not days or partial.agrees(days[-1]) is False:
        return False
    age = written.first_day - days[-1].first_day
    gap = abs(found.first_day - story.last_day)
    past = written.first_year() - story.first_year()
    if not any(age <= near and gap > far and past <= old for near, far, old in NEWS):
        return False
    return not context.remembers


PRESENT_AHEAD = frozenset(
    "begins starts opens meets ends closes concludes expires faces awaits resumes is".split()
)
"""Cues of the present tense: what they look ahead to lies ahead of the writer."""


def is_near_story(context: Context, cell: Cell, start: int) -> bool:
    """Whether a story in a report of the day still goes on."""
    if cell.grain < Grain.YEAR:
        if context.direction.sign > 0 and context.direction.cue in PRESENT_AHEAD:
            return False
        if start < context.paragraph and (context.direction.sign >= 0 or context.is_quoted()):
            return False
        return context.start - start <= 1_200
    return (
        context.start - start <= 200 and start >= context.paragraph and context.direction.sign < 0
    )


BACKSTEP = 45
"""How many days a story may step back without saying a year."""
