"""Memory: what a context keeps of the dates told, for those that are counted from them."""

from __future__ import annotations

import re

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Edge, Interval, Length, Repeat
from timeline.normaliser.context import Context
from timeline.normaliser.counted import Pointed, Relative, Shift
from timeline.normaliser.incomplete import Holiday, MonthDay, OfYear, Weekday
from timeline.normaliser.meaning import Meaning
from timeline.normaliser.mention import Mention
from timeline.normaliser.story import BACKSTEP


def remember(context: Context, mention: Mention, meaning: Meaning) -> None:
    """Keep what dates to come may be counted from: the date told last, the story it belongs to,
    the day of the clock, the period of a report.
    """
    low = context.low
    time = mention.time
    if isinstance(time, Repeat):
        context.repeat_end = mention.end
    begun = time.first if isinstance(time, Interval) else None
    if isinstance(time, Interval):
        time = time.last or time.first or time
    if not isinstance(time, Cell):
        if (
            isinstance(time, Length)
            and context.written is not None
            and is_figures_year(time, low[mention.start : mention.end])
        ):
            context.period = (context.written.up(Grain.YEAR), mention.start)
        return
    if is_comparison(meaning, low, mention.start) or (
        time.grain <= Grain.DAY and is_statement_day(low, mention.start, meaning)
    ):
        return
    context.previous, context.previous_end = (time, mention.start), mention.end
    told = time if begun is None or begun.grain > Grain.MONTH else begun
    if time.grain is Grain.YEAR and mention.shade.edge is Edge.END:
        told = Cell.month(time.first_year(), 12)
    follow_story(context, mention, meaning, told)
    if time.grain <= Grain.PART:
        context.clock_last = time
        midnight = time.grain <= Grain.HOUR and time.time_of_day() == (0, 0, 0)
        if midnight and context.clock_day is not None:
            return
    if time.grain <= Grain.DAY:
        context.clock_day = (Cell(Grain.DAY, time.first_day), mention.start)
    if time.grain is Grain.QUARTER and is_reported(context, time, mention):
        context.quarter = context.period = (time, mention.start)


def follow_story(context: Context, mention: Mention, meaning: Meaning, time: Cell) -> None:
    """A full date well before the document begins a story; a date that is counted from
    the document's day ends it.
    """
    written, anchored = context.written, mention.anchored
    if anchored is None:
        if is_modifier(context.low, mention.start) or mention.shade.bound is not None:
            return
        if isinstance(mention.time, Interval) and not context.historical:
            return
        if time.grain <= Grain.MONTH:
            past = written is None or time.last_day < written.first_day - 60
        elif time.grain in (Grain.SEASON, Grain.HALF, Grain.YEAR):
            past = written is None or time.first_year() <= written.first_year() - 2
        else:
            return
        if not (past and is_look_back(context, time)):
            context.story = (time, mention.start) if past else None
    elif anchored.kind == "previous":
        story = context.story
        # A look back ("ten years earlier") is over with its sentence.
        if story is not None and time.last_day >= story[0].first_day - BACKSTEP:
            context.story = (time, mention.start)
    elif mention.shade.assumed or isinstance(
        meaning, Relative | Pointed | MonthDay | OfYear | Holiday
    ):
        context.story = None


def is_look_back(context: Context, time: Cell) -> bool:
    """Whether a year before the story's is only looked back to: inside the paragraph of the
    story or inside a sentence ("the road, begun in 1936").
    """
    if context.story is None or time.grain <= Grain.MONTH:
        return False
    story, start = context.story
    if time.first_year() >= story.first_year() or story.grain > Grain.MONTH:
        return False
    return start >= context.paragraph or not _OPENING.search(
        context.low, max(0, context.start - 24), context.start
    )


_OPENING = re.compile(r"(?:^|[.!?]\s|\n)\s*(?:in|by|since|around|about|early in)?\s*\Z")


_SAYING = frozenset({"said", "told", "says", "announced", "reported", "added", "stated"})


def is_statement_day(low: str, start: int, meaning: object) -> bool:
    """Whether a date only says when somebody spoke: "he said on Sunday"; a story is not
    counted from there.
    """
    if not isinstance(meaning, Weekday | Relative):
        return False
    words = low[max(0, start - 24) : start].split()
    return not _SAYING.isdisjoint(words[-3:])


_ARTICLE = re.compile(r"\b(?:the|an?|its|his|her|their|this|that)\s+\Z")


def is_modifier(low: str, start: int) -> bool:
    """Whether a date only says which thing is meant ("the August 1988 cease-fire"): no story is
    told from there.
    """
    return _ARTICLE.search(low, max(0, start - 8), start) is not None


_FIGURES_BEFORE = re.compile(
    r"reported|posted|earn(?:ed|ings)|quarter ended|\b(?:in|for) (?:its|the)\s\Z"
)
_FIGURES_AFTER = re.compile(r"\s+(?:ended|net|profit|loss|results (?:were|rose|fell|included))\b")


def is_reported(context: Context, quarter: Cell, mention: Mention) -> bool:
    """Whether figures of a quarter can be known: it has ended, or the text reports them (a
    company counts its own quarters).
    """
    written, low = context.written, context.low
    if written is None or quarter.last_day <= written.last_day:
        return True
    if mention.direction is not None and mention.direction.sign > 0:
        return False
    before = _FIGURES_BEFORE.search(low, max(0, mention.start - 60), mention.start)
    return before is not None or _FIGURES_AFTER.match(low, mention.end) is not None


def is_figures_year(length: Length, words: str) -> bool:
    """Whether a length is that of figures of more than a quarter: nine months, the year."""
    unit, count = length.counts[0]
    if unit is Grain.YEAR and count == 1:
        return words.startswith("the ")
    return unit is Grain.MONTH and count in (6, 9)


_COMPARED = re.compile(r"\b(?:compared (?:with|to)|from|against|than)\s[^.;]{0,60}\Z")


def is_comparison(meaning: object, low: str, start: int) -> bool:
    """Whether a date is only compared with ("a year earlier" in a report of figures)."""
    if isinstance(meaning, Shift):
        return meaning.is_year_ago
    before = isinstance(meaning, Relative) and meaning.story and meaning.count < 0
    return before and _COMPARED.search(low, max(0, start - 80), start) is not None
