"""Mention: a stretch of text that speaks of a time, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.calendar.cell import Cell
from timeline.calendar.edtf import edtf
from timeline.calendar.phrase import phrase
from timeline.calendar.times import PLAIN, Anniversary, Interval, Shade, Time, days
from timeline.calendar.timex3 import iso_day, timex_mod, timex_type, timex_value
from timeline.normaliser.anchor import Anchor
from timeline.normaliser.confidence import Basis, find_basis, share_rest
from timeline.normaliser.rule import Token

if TYPE_CHECKING:
    from timeline.normaliser.context import Direction


@dataclass(frozen=True, slots=True)
class Reading:
    """Another time the same words can mean, and why they might."""

    time: Time
    reason: str

    @property
    def value(self) -> str | None:
        """Its TIMEX3 value."""
        return timex_value(self.time)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text (`start` to `end`, in code points) and the time it means.

    `rule` names the rule that read it; `anchored` says what it was counted from, `direction`
    which way an incomplete date was taken and the cue for it; `readings` are the other
    readings, best first; `parts` the two ends of a range as mentions of their own; `tree` is
    the token it was made of, down to the single words.
    """

    start: int
    end: int
    text: str
    time: Time
    shade: Shade = PLAIN
    rule: str = ""
    anchored: Anchor | None = None
    direction: Direction | None = None
    readings: tuple[Reading, ...] = ()
    parts: tuple[Mention, ...] = ()
    origin_time: Cell | None = None
    tree: Token | None = field(default=None, repr=False, compare=False)

    @property
    def type(self) -> str:
        """DATE, TIME, DURATION, SET (TIMEX3), RANGE or ANNIVERSARY."""
        return timex_type(self.time)

    @property
    def value(self) -> str | None:
        """The TIMEX3 value; "begin/end" for a range, None for an anniversary."""
        return timex_value(self.time)

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier: START, MID, END, APPROX, BEFORE, ON_OR_AFTER …"""
        return timex_mod(self.time, self.shade)

    @property
    def edtf(self) -> str | None:
        """The EDTF string, None without a place on the calendar."""
        return edtf(self.time, self.shade)

    @property
    def first(self) -> str | None:
        """Its first day as a signed four-digit ISO date, None where open or unplaced."""
        return self._day(0)

    @property
    def last(self) -> str | None:
        """Its last day as a signed four-digit ISO date, None where open or unplaced."""
        return self._day(1)

    def _day(self, end: int) -> str | None:
        ordinal = days(self.time, self.shade)[end]
        return None if ordinal is None else iso_day(ordinal)

    @property
    def anchor(self) -> str | None:
        """What it was counted from, in words; None for a date that stands by itself."""
        return None if self.anchored is None else str(self.anchored)

    @property
    def origin(self) -> str | None:
        """For an anniversary: the EDTF string of what it remembers, None if it can't be told."""
        if isinstance(self.time, Anniversary):
            return edtf(self.time)
        return edtf(self.origin_time)

    @property
    def placed(self) -> bool:
        """Whether it lies on the calendar."""
        return isinstance(self.time, Cell | Interval)

    @property
    def basis(self) -> Basis:
        """What its date rests on."""
        return find_basis(self)

    @property
    def confidence(self) -> float:
        """How likely it is read right, 0 to 1 (see `timeline.normaliser.confidence`)."""
        return self.basis.share

    @property
    def words(self) -> str:
        """Its time in plain words."""
        return phrase(self.time, self.shade)

    def to_dict(self) -> dict[str, object]:
        """The same as plain data, ready for JSON."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "value": self.value,
            "mod": self.mod,
            "edtf": self.edtf,
            "first": self.first,
            "last": self.last,
            "anchor": self.anchor,
            "rule": self.rule,
            "confidence": self.confidence,
            "readings": [
                {"value": r.value, "reason": r.reason, "confidence": share}
                for r, share in zip(self.readings, share_rest(self), strict=True)
            ],
            "origin": self.origin,
            "parts": [part.to_dict() for part in self.parts],
        }
