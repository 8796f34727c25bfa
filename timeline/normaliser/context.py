"""Context: what is known where a date is read: the document's day, the last date spoken of,
and which way the sentence looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import PLAIN, Shade, Time
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.headings import find_headings
from timeline.normaliser.mention import Reading


@dataclass(frozen=True, slots=True)
class Answer:
    """A time and how it was found."""

    time: Time
    shade: Shade = PLAIN
    anchored: Anchor | None = None
    direction: Direction | None = None
    readings: tuple[Reading, ...] = ()
    origin: Cell | None = None


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a sentence looks: -1 back, 1 ahead, 0 unknown; `cue` is the word that says so,
    `strong` if it speaks of the future from now ("will", "is scheduled"), or of what has
    happened beyond doubt ("was stolen on").
    """

    sign: int
    cue: str = ""
    strong: bool = False


UNKNOWN = Direction(0)


def is_within_quotes(text: str, begin: int, place: int) -> bool:
    """Whether a quotation that opens at `begin` or later is still open at a place.

    >>> is_within_quotes('He said "it rained" and "it', 0, 15), is_within_quotes("“a” b", 0, 4)
    (True, False)
    """
    before = text[begin:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


QUOTE_REACH = 1_500
"""How far back the beginning of a quotation is looked for, in characters."""


@dataclass(slots=True)
class Context:
    """What is known at the place of a mention; the reader moves it along the text.

    `written` is the document's day; `previous` the last date spoken of and where it begins,
    `previous_end` where it ends; `story` the last one of a story told at another time than the
    document's; `clock_day` the last day told, `clock_last` the last time of day, `quarter` the
    last quarter reported on, `period` the last quarter or year of figures, `repeat_end` where
    the last repeat ended. `direction` belongs to the mention being read, which stands from
    `start` to `end` in the folded text `low`; `sentence` are the dates of its sentence,
    `jubilee` the last anniversary's number and origin.
    """

    written: Cell | None = None
    previous: tuple[Cell, int] | None = None
    story: tuple[Cell, int] | None = None
    clock_day: tuple[Cell, int] | None = None
    clock_last: Cell | None = None
    quarter: tuple[Cell, int] | None = None
    period: tuple[Cell, int] | None = None
    previous_end: int = -1
    repeat_end: int = -1
    direction: Direction = UNKNOWN
    start: int = 0
    end: int = 0
    paragraph: int = 0
    low: str = ""
    sentence: list[tuple[int, int, Cell]] = field(default_factory=list)
    jubilee: tuple[int, Cell] | None = None
    _historical: bool | None = None
    _habit: tuple[bool | None] | None = None
    _headings: list[int] | None = None
    _remembers: bool | None = None

    @property
    def historical(self) -> bool:
        """Whether most of the years in the text lie three years or more before it was written:
        its months and days then belong to its stories, not to the document's year.
        """
        if self._historical is None:
            self._historical = is_historical(self.low, self.written)
        return self._historical

    @property
    def day_first(self) -> bool | None:
        """Whether the text's numeric dates have the day first, None if none of them tells."""
        if self._habit is None:
            self._habit = (find_habit(self.low),)
        return self._habit[0]

    @property
    def remembers(self) -> bool:
        """Whether the text remembers something that happened at its time of the year."""
        if self._remembers is None:
            self._remembers = _REMEMBRANCE.search(self.low) is not None
        return self._remembers

    @property
    def headings(self) -> list[int]:
        """Where the entries of a diary begin."""
        if self._headings is None:
            self._headings = find_headings(self.low)
        return self._headings

    def written_anchor(self, why: Why = Why.COUNTED) -> Anchor | None:
        """The document's day as an anchor."""
        return None if self.written is None else Anchor("document", self.written, None, why)

    def previous_anchor(self, why: Why = Why.CONTINUED) -> Anchor | None:
        """The last date spoken of as an anchor."""
        return None if self.previous is None else Anchor("previous", *self.previous, why)

    def is_beside_previous(self) -> bool:
        """Whether this only tells the last date again, between commas: "in 1795, 147 years
        later, it lapsed".
        """
        if self.previous is None or self.low[self.previous_end : self.start] != ", ":
            return False
        return self.low[self.end : self.end + 1] in ("", ".", ",", ";", ")")

    def is_repeated(self) -> bool:
        """Whether what stands here comes again, as the repeat before it in its sentence says:
        "daily, 8 a.m. to 7 p.m."
        """
        end = self.repeat_end
        return end >= 0 and self.start - end <= 60 and ". " not in self.low[end : self.start]

    def is_quoted(self) -> bool:
        """Whether somebody's own words stand at this place: they count from the day they were
        spoken, not from the story around them.
        """
        begin = max(self.paragraph, self.start - QUOTE_REACH)
        return is_within_quotes(self.low, begin, self.start)

    def is_day_near(self) -> bool:
        """Whether the day told last is still that of the times that follow: in a report of the
        day, only to the end of the paragraph.
        """
        if self.clock_day is None or self.written is None or self.historical:
            return True
        return self.clock_day[1] >= self.paragraph

    def written_up(self, grain: Grain) -> Cell | None:
        """The cell of a grain that the document's day lies in, None if not known so finely."""
        if self.written is None or self.written.grain > grain:
            return None
        return self.written.up(grain)


_REMEMBRANCE = re.compile(
    r"anniversar|commemorat|centen|remembrance|memorial|years ago (?:today|this)"
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![/.-]?\d|\w)")
_MONTHS, _DAYS = 12, 31


def find_habit(low: str) -> bool | None:
    """Whether the numeric dates that can be read in only one way have the day first (True) or
    the month (False); None where there are none, or some of either kind.

    >>> find_habit("from 25/12/2024 to 5/4/2025"), find_habit("on 5/4/2025")
    (True, None)
    """
    found = set()
    for match in _NUMERIC.finditer(low):
        one, two = int(match[1]), int(match[3])
        if _MONTHS < one <= _DAYS and 1 <= two <= _MONTHS:
            found.add(True)
        elif _MONTHS < two <= _DAYS and 1 <= one <= _MONTHS:
            found.add(False)
    return found.pop() if len(found) == 1 else None


_YEAR = re.compile(
    r"\b(?:([12]\d{3})(?!\w|,\d)"
    r"|(?<!good )(?<!easter )(?<!palm )(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"(?!,? (?:the )?\d|,? [a-z]{3,9}\.? \d)"
    r"|yesterday|today"
    r"|tomorrow|(?:this|last|next) (?:week|month|year)\b)"
)
_PAST_YEARS = 4


def is_historical(low: str, written: Cell | None) -> bool:
    """Whether at least four years in a text, and most of them, lie three years or more before
    it was written, and it does not speak of the days around that; also where the day of
    writing is unknown.
    """
    if written is None:
        return True
    past = recent = 0
    limit = written.first_year() - 3
    for match in _YEAR.finditer(low):
        if match[1] is not None and int(match[1]) <= limit:
            past += 1
        else:
            recent += 1
    return past >= _PAST_YEARS and past > 2 * recent
