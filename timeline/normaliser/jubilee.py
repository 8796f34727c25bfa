"""Jubilee: what an anniversary remembers, told from the day it is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Anniversary, Length
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.meaning import Lasting
from timeline.normaliser.shift import shift, shift_years

_MARKS = re.compile(
    r"\b(?:mark|celebrat|commemorat|observ|honou?r|recogni[sz]|coincid|turn|reach|ha[sd]|have|is"
    r"|was|be|fall|for|on|eve)\w*"
)
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|added)\s+(?:\w+\s+){0,2}\Z")
_AHEAD = re.compile(
    r"\b(?:leading up to|ahead of|run-?up to|prepar\w+ for) the (?:anniversary|centen)"
)


_PREPARED = re.compile(
    r"\b(?:preserv|prepar|restor|renovat|read(?:y|ie)|protect|rebuil|repair|plan(?:s|ning|ned)\b|improv"
    r"|gear(?:s|ing|ed)? up|look(?:s|ing|ed)? (?:ahead|forward))\w*[^.;:]{0,60}"
    r"\b(?:for|to|towards?|by|before|until|in time for) (?:the|its|their|our|his|her)"
    r"(?: upcoming| coming)?\s*\Z"
)
_MARKED = re.compile(
    r"\b(?:it|he|she|they) (?:marked|celebrated|commemorated|observed)"
    r" (?:the|its|their|his|her|our)\s*\Z"
)
_BY_DOING = re.compile(r"\bby \w+ing\b")
_NEARBY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:this|last|next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)|recently)\b"
)
_COUNTED_FROM_NOW = re.compile(
    r"\b(?:mark\w*|celebrat\w*|commemorat\w*|remember\w*|honou?r\w*"
    r"|it is|it[’']s|it has been|it[’']s been|today is|been)"
    r"(?:\s+(?:now|exactly|just))?\s*\Z"
)
_PRODUCT = re.compile(r"\s+(?:edition|reissue|re-?release|box set|dvd|blu-ray|issue)\b")
_OF = re.compile(r"\s+of (?:the |its |their |our )?\Z")


@dataclass(frozen=True, slots=True)
class Jubilee:
    """The nth anniversary of something.

    It is marked on a date of its sentence that is joined to it ("Sunday marks", "in 2027"),
    else in the year of the document; a date of the sentence that lies as many years
    before that is the origin itself. Without a number (`every`) the origin is the date it
    is said to be of. `own`: "its 75th", which shares its origin with "its 100th"; `by_year`:
    it lasts a year ("in its 30th year"); `exact`: to the day; `length` what it is if nothing
    is marked ("20 years since").
    """

    every: Length | None
    own: bool = False
    by_year: bool = False
    exact: bool = False
    length: Lasting | None = None
    kind: ClassVar[str] = "jubilee"

    def resolve(self, context: Context) -> Answer | None:
        """The origin and the celebration, as far as they can be told."""
        if self.every is None:
            return Answer(Anniversary(None, self._origin_behind(context), None))
        if self.length is not None and not self._is_marked(context):
            return self.length.resolve(context)
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
        if origin is None:
            origin = self._origin_of(context, years)
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
            if self.by_year or cell.grain in (Grain.WEEK, Grain.WEEKEND):
                first = first.up(Grain.YEAR)
            return Answer(
                Anniversary(self.every, first, cell),
                anchored=Anchor("previous", cell, at, Why.MARKED),
            )
        if context.jubilee is not None and self.own and context.jubilee[0] != years:
            shared = context.jubilee[1]
            return Answer(Anniversary(self.every, shared, shift_years(shared, years)))
        if context.written is None or year is None or self._is_unplaced(context):
            return Answer(Anniversary(self.every, None, None))
        if self.exact and context.written.grain is Grain.DAY:
            day = shift_years(context.written, -years)
            return Answer(
                Anniversary(self.every, day, context.written), anchored=context.written_anchor()
            )
        return Answer(
            Anniversary(self.every, Cell.year(year - years), Cell.year(year)),
            anchored=context.written_anchor(Why.YEAR_MARKED),
        )

    def _is_unplaced(self, context: Context) -> bool:
        """Whether the year it is marked in is another than the document's, or not told: an
        anniversary prepared for, one that was marked some time ago, one on a product's label.
        """
        low, start, end = context.low, context.start, context.end
        if _AHEAD.search(low, end, end + 400) or _PRODUCT.match(low, end):
            return True
        if _PREPARED.search(low, max(0, start - 110), start):
            return True
        return (
            _MARKED.search(low, max(0, start - 30), start) is not None
            and _BY_DOING.search(low, end, end + 160) is not None
            and _NEARBY.search(low, max(0, start - 600), end + 600) is None
        )

    def _is_marked(self, context: Context) -> bool:
        """Whether "20 years since" is what a day marks, not only how long something took."""
        low, start, end = context.low, context.start, context.end
        if low.startswith(" on from", end):
            return True
        return _COUNTED_FROM_NOW.search(low, max(0, start - 40), start) is not None

    def _origin_behind(self, context: Context) -> Cell | None:
        """The date that an anniversary without a number is said to be of."""
        behind = (c for at, _, c in context.sentence if 0 <= at - context.end <= 120)
        return next(behind, None)

    def _origin_of(self, context: Context, years: int) -> Cell | None:
        """A date right behind "of the", which is the origin whatever the number says: "the
        150th anniversary of the 1872 act".
        """
        for at, _, cell in context.sentence:
            if at >= context.end and _OF.fullmatch(context.low, context.end, at):
                written = context.written
                if written is None or cell.first_year() + years <= written.first_year() + 5:
                    return cell
        return None

    def _short(self, context: Context) -> tuple[Cell | None, Cell | None]:
        """An anniversary in months, weeks or days."""
        assert self.every is not None
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
                if "--" in between or "—" in between or ", who " in between:
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
