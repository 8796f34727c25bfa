"""How likely a mention is read right, by what its date rests on.

A table, not a model: each `Basis` holds the share of dates of that sort whose value agreed
with the one given by hand in the news of TimeBank and AQUAINT (256 documents, 1,665 dates; a
value that is only finer or coarser agrees). Left out are what nobody marked as a time there,
dates marked as lengths, values that are themselves unknown, and two documents whose weekdays
are a week off throughout. Where fewer than ten dates were met, the share is an estimate
and its comment says so. No share is 1: any text can be misread.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from timeline.calendar.times import Anniversary, Length, Pattern, Repeat, Vague
from timeline.normaliser.anchor import Why

if TYPE_CHECKING:
    from timeline.normaliser.mention import Mention


class Basis(Enum):
    """What a date rests on: plain words, and the share of such dates that are right (0 to 1)."""

    COMPLETE = "the date is complete", 0.98  # 197 dates
    TWO_ORDERS = "day and month can stand in either order", 0.7  # an estimate
    COUNTED = "its words say from where and how far to count", 0.97  # 357
    WEEK_CLEAR = "the verb near it says which week", 0.96  # 292
    WEEK_WEAK = "only a weak sign says which week", 0.55  # 24
    WEEK_UNSAID = "nothing says which week", 0.65  # 5: an estimate
    YEAR_CLEAR = "the verb near it and the nearest year agree", 0.98  # 221
    YEAR_UNSAID = "the nearest year is taken; no verb speaks against it", 0.95  # 21
    YEAR_GUESSED = "its year is a guess", 0.9  # 78
    CONTINUED = "it goes on from the date told before", 0.85  # 173, with data/marked
    NOTHING_BEFORE = "it goes on from a date told before, but none was told", 0.6  # an estimate
    STORY = "the year or day is taken from the story around it", 0.75  # 199, with data/marked
    QUARTER = "which quarter is meant was told by the report around it", 0.86  # 91
    LENGTH = "the length is said", 0.85  # 235
    REPEAT = "the repeat is said", 0.95  # 26, all of them right
    VAGUE = "the words say no more", 0.96  # 95
    UNPLACED = "the day to count from is not known", 0.5  # an estimate
    ORIGIN_TOLD = "the text says what it remembers or when it is marked", 0.9  # an estimate
    ORIGIN_COUNTED = "what it remembers is counted from the year of writing", 0.75  # an estimate
    ORIGIN_UNKNOWN = "nothing says what it remembers", 0.5  # an estimate

    def __init__(self, words: str, share: float) -> None:
        self.words = words
        self.share = share


def find_basis(mention: Mention) -> Basis:
    """What the date of a mention rests on."""
    match mention.time:
        case Length():
            return Basis.LENGTH
        case Repeat():
            return Basis.REPEAT
        case Vague():
            return Basis.VAGUE
        case Pattern():
            return Basis.UNPLACED
        case Anniversary(origin=None):
            return Basis.ORIGIN_UNKNOWN
    anchor = mention.anchored
    if anchor is not None:
        return _BY_REASON.get(anchor.why) or _weigh(mention, anchor.why)
    if isinstance(mention.time, Anniversary):
        return Basis.ORIGIN_TOLD
    return Basis.TWO_ORDERS if mention.readings else Basis.COMPLETE


_BY_REASON = {
    Why.CONTINUED: Basis.CONTINUED,
    Why.NOTHING_BEFORE: Basis.NOTHING_BEFORE,
    Why.MONTH_TOLD: Basis.CONTINUED,
    Why.YEAR_WRITTEN: Basis.YEAR_GUESSED,
    Why.STORY: Basis.STORY,
    Why.STORY_UNIT: Basis.STORY,
    Why.DAY_TOLD: Basis.STORY,
    Why.DAY_WRITTEN: Basis.STORY,
    Why.QUARTER_TOLD: Basis.QUARTER,
    Why.QUARTER_REPORTED: Basis.QUARTER,
    Why.FIGURES: Basis.QUARTER,
    Why.MARKED: Basis.ORIGIN_TOLD,
    Why.YEAR_MARKED: Basis.ORIGIN_COUNTED,
}


def _weigh(mention: Mention, why: Why) -> Basis:
    """What a date rests on that is counted, or placed by the sense of its sentence."""
    if mention.shade.assumed:
        return Basis.YEAR_GUESSED
    if why is Why.COUNTED:
        return Basis.COUNTED
    sense = mention.direction
    weekly = why is Why.NO_WEEK
    if sense is None or sense.sign == 0:
        return Basis.WEEK_UNSAID if weekly else Basis.YEAR_UNSAID
    if not weekly:
        return Basis.YEAR_CLEAR
    return Basis.WEEK_CLEAR if sense.sign < 0 or sense.strong else Basis.WEEK_WEAK


_REST = (0.6, 0.15)
"""Of 34 dates read wrong that had other readings, the first of these was right for 20, the
second for 5."""


def share_rest(mention: Mention) -> tuple[float, ...]:
    """How likely each of the other readings of a mention is the right one, 0 to 1.

    Of two orders of day and month one is right; else something that no reading says may be.
    """
    rest = 1 - mention.confidence
    if mention.basis is Basis.TWO_ORDERS:
        return tuple(round(rest / len(mention.readings), 2) for _ in mention.readings)
    weights = (*_REST, *[0.0] * len(mention.readings))
    return tuple(round(rest * w, 2) for _, w in zip(mention.readings, weights, strict=False))


def sureness(confidence: float) -> str:
    """A confidence in words.

    >>> [sureness(share) for share in (0.97, 0.76, 0.55)]
    ['sure', 'likely', 'a guess']
    """
    return "sure" if confidence >= 0.9 else "likely" if confidence >= 0.7 else "a guess"
