"""Years of three digits: only the words around them tell "In 410 the city fell" from "in 410
cases".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from timeline.calendar.cell import Cell
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.meaning import Meaning

YOUNGEST = 999
LONGEST = 400
"""A range of early years is a life, a reign or a dynasty, seldom longer than this."""
LAST_EARLY = 1500
"""Until when the second year of such a range can lie."""


@dataclass(frozen=True, slots=True)
class EarlyYear:
    """A year of three digits without its era: before our era where the dates around it are."""

    year: int
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer:
        before = context.previous is not None and context.previous[0].first_year() <= 0
        return Answer(Cell.year(1 - self.year if before else self.year))


@dataclass(frozen=True, slots=True)
class EarlyDate:
    """A date that ends in a number of three digits, "25 December 800"; `plain` is the date
    without it, which stays where the number counts something ("in May 300 people"). Only the
    text around it can tell, so no other rule builds on it.
    """

    cell: Cell
    plain: Meaning
    plain_end: int
    kind: ClassVar[str] = "early"

    def resolve(self, context: Context) -> Answer:
        return Answer(self.cell)


_ENDED = re.compile(r"\s*(?:[,;:)\]–—]|\.(?!\d)|$)")
_SUBJECT = re.compile(
    r"\s+(?:the|he|she|they|it|a|an|his|her|their|this|that|king|queen|emperor|pope|saint|when"
    r"|and|but|with|under|its)\b"
)
_PLACE = re.compile(r"\s+(?:at|in|near|on) (?:the )?[A-Z]")
_NAMED_ACTOR = re.compile(
    r"\s+(?:[A-Z][\w'’-]*\s+(?:(?:of|the|I|II|III|IV|V|VI)\s+){0,3}){1,4}"
    r"(?:was|took|became|led|won|fought|died|fell|made|came|went|gave|began|built|sent|set|wrote|left"
    r"|lost|had|met|rose|ruled|bore|sank|held|\w{3,}ed)\b"
)
_COUNTS = re.compile(
    r"\s+(?:of\b|per\b|or more|to \d|(?:men|women|people|children|feet|troops)\b"
    r"|(?!was|his|its|as\b|this|has\b|is\b)[a-z-]+s\b)"
)
_BEFORE = re.compile(
    r"\b(in|by|since|until|till|around|circa|from|before|after|between|of|about|early|late|ad"
    r"|c\.|ca\.)\s*\Z"
)
_EVENT_OF = re.compile(
    r"\b(?:siege|battle|sack|council|treaty|synod|plague|fall|revolt|earthquake|eruption|famine"
    r"|year|summer|winter|autumn|spring|invasion|conquest|raid|peace)s? of\s*\Z"
)
_RULED = re.compile(
    r"\b(?:ruled?|reign(?:ed|s)?|r\.|emperor|king|queen|pope|bishop|caliph|dynasty|caliphate|kingdom|empire|lived|war|abbot)\b"
)
_LIVED = re.compile(r"\b(?:ruled?|reign(?:ed|s)?|lived|dynasty|bishop|pope|abbot)\b")
_NAMELY = re.compile(r"\bfrom \Z|\bbetween \Z")
"""From 120 to 180 may be amounts where a king is near; they are years where he ruled."""
_CUE = re.compile(
    r"\d (?:bce?\b|b\.c\.|ad\b|a\.d\.|ce\b)|\b(?:ad|a\.d\.) \d"
    r"|\b(?:[1-9]th|10th|1st|2nd|3rd|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"[ -]centur"
)


@lru_cache(maxsize=4)
def has_early_years(low: str) -> bool:
    """Whether a text speaks of the first thousand years or of times before them."""
    return _CUE.search(low) is not None


def is_early_year(text: str, low: str, start: int, end: int) -> bool:
    """Whether the number that ends at `end` is a year, told by the word before the stretch
    from `start`, what follows it, and what the text speaks of elsewhere.
    """
    if text[end : end + 1] in ("%", "°", "-", "/"):
        return False
    words = low[start:end]
    if _COUNTS.match(text, end):
        return False
    if words.startswith(("the year", "c.", "ca.", "circa")):
        return True
    ended = _ENDED.match(text, end) is not None
    led = _BEFORE.search(low, max(0, start - 12), start)
    if led is None or not words.isdigit():
        return not words.isdigit() and (ended or has_early_years(low))
    if led[1] == "of":
        return _EVENT_OF.search(low, max(0, start - 24), start) is not None
    if led[1] in ("in", "by", "since", "until", "circa", "c.", "ca.") and ended:
        return True
    if led[1] in ("about", "from", "between"):
        return False
    if led[1] in ("in", "by", "since") and (
        _SUBJECT.match(low, end) or _NAMED_ACTOR.match(text, end) or _PLACE.match(text, end)
    ):
        return True
    return has_early_years(low)


def is_early_range(text: str, low: str, start: int, end: int) -> bool:
    """Whether two numbers of three digits are years: a reign, a life, or in a text of early
    years.
    """
    if _COUNTS.match(text, end):
        return False
    if _NAMELY.search(low, max(0, start - 6), start):
        near = _LIVED.search(low, max(0, start - 50), start) is not None
    else:
        near = _RULED.search(low, max(0, start - 50), end + 50) is not None
    return near or has_early_years(low)


def follows_plainly(text: str, low: str, end: int) -> bool:
    """Whether a number behind a day or month is its year, not a count of what follows."""
    if _ENDED.match(text, end) or _SUBJECT.match(low, end) or _NAMED_ACTOR.match(text, end):
        return True
    return has_early_years(low) and not _COUNTS.match(text, end)
