"""Jubilee: what an anniversary remembers, told from the day it is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Anniversary, Length
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.counted import shift, shift_years

_MARKS = re.compile(
    r"\b(?:mark|celebrat|commemorat|observ|honou?r|recogni[sz]|coincid|turn|reach|ha[sd]|have|is"
    r"|was|be|fall|for|on|eve)\w*"
)
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|added)\s+(?:\w+\s+){0,2}\Z")
_AHEAD = re.compile(
    r"\b(?:leading up to|ahead of|run-?up to|prepar\w+ for) the (?:anniversary|centen)"
)


@dataclass(frozen=True, slots=True)
class Jubilee:
    """The nth anniversary of something.

    It is marked on a date of its sentence that is joined to it ("Sunday marks", "in 2027"),
    else in the year of the document; a date of the sentence that lies as many years before
    that is the origin itself. `own`: "its 75th", which shares its origin with "its 100th".
    """

    every: Length
    own: bool = False
    age: bool = False
    kind: ClassVar[str] = "jubilee"

    def resolve(self, context: Context) -> Answer | None:
        """The origin and the celebration, as far as they can be told."""
        unit, count = self.every.counts[0]
        if unit is not Grain.YEAR or count is None or count != int(count):
            return Answer(Anniversary(self.every, *self._short(context)))
        years = int(count)
        start, end = context.start, context.end
        less, more = self._joined(context, start, end)
        year = None if context.written is None else context.written.first_year()
        told = [*more, *less]
        origin = next(
            (
                c
                for c, _ in told
                if year is not None and years > 1 and abs(c.first_year() + years - year) <= 1
            ),
            None,
        )
        marked = [(c, s) for c, s in told if c is not origin]
        if origin is not None:
            same = [c for c, _ in marked if c.first_year() == origin.first_year() + years]
            day = next((c for c in same if c.grain <= Grain.MONTH and origin.grain > c.grain), None)
            if day is not None:
                origin = shift_years(day, -years)
            celebration = day or (same[0] if same else None) or shift_years(origin, years)
            return Answer(Anniversary(self.every, origin, celebration))
        if marked:
            cell, at = marked[0]
            if year is not None and cell.first_year() + years == year:
                return Answer(Anniversary(self.every, cell, None))
            first = shift_years(cell, -years)
            if cell.grain in (Grain.WEEK, Grain.WEEKEND):
                first = first.up(Grain.YEAR)
            return Answer(
                Anniversary(self.every, first, cell),
                anchored=Anchor("previous", cell, at, Why.MARKED),
            )
        if context.jubilee is not None and self.own and context.jubilee[0] != years:
            shared = context.jubilee[1]
            return Answer(Anniversary(self.every, shared, shift_years(shared, years)))
        if context.written is None or year is None or _AHEAD.search(context.low, end, end + 400):
            return Answer(Anniversary(self.every, None, None))
        return Answer(
            Anniversary(self.every, Cell.year(year - years), Cell.year(year)),
            anchored=context.written_anchor(Why.YEAR_MARKED),
        )

    def _short(self, context: Context) -> tuple[Cell | None, Cell | None]:
        """An anniversary in months, weeks or days."""
        written = context.written
        if written is None or written.grain > Grain.DAY:
            return None, None
        return shift(written, self.every, -1), written

    def _joined(
        self, context: Context, start: int, end: int
    ) -> tuple[list[tuple[Cell, int]], list[tuple[Cell, int]]]:
        """The dates of the sentence that may say when it is marked, the less likely and the
        more likely: one right behind it, else the nearest before it, else any behind it.
        """
        low = context.low
        before: list[tuple[Cell, int]] = []
        after: list[tuple[Cell, int]] = []
        for first, last, cell in context.sentence:
            if cell.grain < Grain.DAY or _SAID.search(low, max(0, first - 40), first):
                continue
            if last <= start:
                between = low[last:start]
                if "--" in between or "—" in between:
                    continue
                if len(between) < 160 and (_MARKS.search(between) or len(between) < 25):
                    before.insert(0, (cell, first))
            elif first >= end:
                between = low[end:first]
                if len(between) <= 90 and not _SAID.search(between):
                    after.append((cell, first))
        if after and after[0][1] - end < 14:
            return before, after
        return after, before
