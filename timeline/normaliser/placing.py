"""Placing: an incomplete date gets its year or week where its sentence points, else the nearest."""

from __future__ import annotations

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Pattern, Shade
from timeline.normaliser.anchor import Why
from timeline.normaliser.context import Answer, Context, Direction
from timeline.normaliser.diary import place_in_diary
from timeline.normaliser.mention import Reading
from timeline.normaliser.partial import Partial
from timeline.normaliser.story import SURE, place_in_story


def place(partial: Partial, context: Context) -> Answer | None:
    """Give an incomplete date its year or week: where the sentence points, else the nearest."""
    told = place_in_story(partial, context) or place_in_diary(partial, context)
    if told is not None:
        return told
    written = context.written
    if written is None or (written.grain > Grain.MONTH and not partial.weekly):
        if written is not None and written.grain <= Grain.YEAR and not partial.weekly:
            cell = partial.of_year(written.first_year())
            if cell is not None:
                return Answer(cell, Shade(assumed=True), context.written_anchor(Why.YEAR_WRITTEN))
        return Answer(Pattern(partial.pattern))
    if written.grain > Grain.DAY and partial.weekly:
        return Answer(Pattern(partial.pattern))
    options = partial.options(written)
    if not options:
        return Answer(Pattern(partial.pattern))
    direction = context.direction
    chosen = choose(options, written, direction, partial)
    rest = sorted(
        (c for c in options if c != chosen),
        key=lambda c: abs(c.first_day - written.first_day),
    )
    readings = _tell_apart(rest[:2], chosen, written)
    weekly = partial.weekly
    assumed = not weekly and _is_guess(chosen, written, direction)
    anchor = context.written_anchor(Why.NO_WEEK if weekly else Why.NO_YEAR)
    return Answer(chosen, Shade(assumed=assumed), anchor, direction, readings)


def _tell_apart(others: list[Cell], chosen: Cell, written: Cell) -> tuple[Reading, ...]:
    """The other options, and when each is meant: where the sentence looks to the other side of
    the document's day, or where not the nearest one is meant.
    """
    readings: list[Reading] = []
    for other in others:
        later = other.first_day > chosen.first_day
        across = (chosen.first_day > written.first_day) != (other.first_day > written.first_day)
        reason = "if the sentence looks ahead" if later else "if the sentence looks back"
        if not across or (readings and readings[0].reason == reason):
            reason = "if a later one is meant" if later else "if an earlier one is meant"
        readings.append(Reading(other, reason))
    return tuple(readings)


def _is_guess(chosen: Cell, written: Cell, direction: Direction) -> bool:
    if chosen.first_day <= written.last_day and written.first_day <= chosen.last_day:
        return False
    ahead = chosen.first_day > written.first_day
    distance = chosen.first_day - written.last_day if ahead else written.first_day - chosen.last_day
    return distance > SURE or (direction.sign != 0 and ahead != (direction.sign > 0))


ZONE = 1
"""So many days ahead of the document's a day can have been, elsewhere on earth."""
CONVICTION, STRONG = 3, 12
"""How many times farther a month or day may lie where the sentence points than where it does
not: a date told without its year is seldom most of a year away. The second where the cue speaks
of the future from now."""


def choose(
    options: list[Cell], written: Cell, direction: Direction,
    partial: Partial,
) -> Cell:  # fmt: skip
    """The option that a direction points to from the document's day."""
    first, last = written.first_day, written.last_day
    if options[0].grain is Grain.QUARTER:
        told = options
        if direction.sign < 0:
            told = [c for c in options if c.first_day <= last]
        elif direction.cue.endswith(("until", "till")):
            told = [c for c in options if c.last_day >= first]
        return min(told or options, key=lambda c: abs(c.last_day - first))
    if partial.weekly:
        if direction.sign > 0:
            return next(c for c in options if c.last_day >= first)
        return next(c for c in reversed(options) if c.first_day <= last)

    if direction.sign < 0 and direction.strong:
        options = [c for c in options if c.first_day <= last + ZONE] or options

    def cost(cell: Cell) -> tuple[float, int]:
        if cell.first_day <= first <= cell.last_day:
            return 0, 0
        ahead = cell.first_day - first
        days = ahead if ahead > 0 else first - cell.last_day
        agrees = (ahead > 0) == (direction.sign > 0)
        trust = STRONG if direction.strong else CONVICTION
        return days / (trust if direction.sign and agrees else 1), int(ahead > 0)

    return min(options, key=cost)
