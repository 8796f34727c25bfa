"""Dating: when something happened that a stretch of text tells, with a reason.

In order of trust: a date in the words themselves, in their clause, in their sentence; where the
text tells a story, the date told last; else the day the text was written, on which a report
tells what is new.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.calendar.cell import Cell
from timeline.calendar.edtf import edtf
from timeline.calendar.phrase import phrase
from timeline.calendar.times import PLAIN, Interval, Shade, Time
from timeline.calendar.timex3 import timex_value
from timeline.chronology.annotated import Annotated, annotate
from timeline.chronology.clause import Role
from timeline.chronology.source import Document
from timeline.chronology.telling import Telling, clause_of, take_apart
from timeline.normaliser.context import is_within_quotes
from timeline.normaliser.mention import Mention

_IN_CLAUSE, _IN_SENTENCE, _TOLD_LAST, _WRITTEN = 0.92, 0.72, 0.5, 0.87
"""How far a date is trusted that stands in the clause, elsewhere in the sentence, before it, or
nowhere: near the shares that were right on 900 events of TimeBank and MEANTIME's Apple texts
(the third, of stories, is an estimate: those texts tell none)."""
BASES = ("date", "sentence", "story", "written", "none")
"""What the date of an event rests on: a date in its own words or clause, one elsewhere in its
sentence, the one told last in a story, the day of writing, nothing."""
_LOWER = frozenset({Role.SUB, Role.RELATIVE, Role.PARTICIPLE})


@dataclass(frozen=True, slots=True)
class Dating:
    """When something happened: `time` (None: the text does not say), `confidence` from 0 to 1,
    `reason` in plain words, `basis` the same in one of the words of `BASES`, and the `mention` it
    rests on, if on one.
    """

    time: Time | None
    shade: Shade
    confidence: float
    reason: str
    basis: str
    mention: Mention | None = None

    @property
    def edtf(self) -> str | None:
        """Its EDTF string, None without a date."""
        return None if self.time is None else edtf(self.time, self.shade)

    @property
    def value(self) -> str | None:
        """Its TIMEX3 value, None without a date."""
        return None if self.time is None else timex_value(self.time)

    @property
    def words(self) -> str:
        """Its date in plain words, "" without one."""
        return "" if self.time is None else phrase(self.time, self.shade)

    def to_dict(self) -> dict[str, object]:
        """The same as plain data, ready for JSON."""
        return {
            "edtf": self.edtf,
            "value": self.value,
            "words": self.words,
            "confidence": self.confidence,
            "reason": self.reason,
            "basis": self.basis,
            "mention": None if self.mention is None else self.mention.to_dict(),
        }


def date_of(document: Document, start: int, end: int) -> Dating:
    """When that happened which the text from `start` to `end` (code points) tells.

    ValueError if there is no such stretch in the document.

    >>> from timeline.chronology.source import document
    >>> text = "The mill burned down on Friday. Two men were hurt."
    >>> told = document(text, published="2025-05-04")
    >>> date_of(told, 9, 15).edtf, date_of(told, 9, 15).reason
    ('2025-05-02', '“Friday” stands in the same clause')
    >>> date_of(told, 45, 49).reason
    'no date stands near it, so the day the text was written'
    """
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"no stretch of {len(document.text)} characters: {(start, end)!r}")
    found = annotate(document)
    inside = next((m for m in found.dates if m.start < end and start < m.end), None)
    if inside is not None:
        return _rest_on(inside, 1.0, "date", f"“{inside.text}” is part of the words")
    place = found.sentence_at(start)
    near = None if place is None else _look_around(found, place, start, end)
    return date_before(found, start) if near is None else near


def date_near(
    telling: Telling,
    dated: Sequence[tuple[Mention, int | None]],
    own: int | None,
    start: int,
    end: int,
) -> Dating | None:
    """The date nearest to the words from `start` to `end`, which lie in the clause `own`, in that
    clause, else in its sentence; `dated` are the dates with the numbers of their clauses.
    """

    def distance(mention: Mention) -> int:
        return mention.start - end if mention.start >= end else start - mention.end

    within = [m for m, clause in dated if clause == own is not None]
    if within:
        chosen = min(within, key=distance)
        reason = f"“{chosen.text}” stands in the same clause"
        return _rest_on(chosen, _IN_CLAUSE, "date", reason)
    begin = telling.sentence.start
    quoted = is_within_quotes(telling.text, begin, start)
    rest = [
        m
        for m, clause in dated
        if _reaches(_role(telling, clause), _role(telling, own))
        and not (quoted and not is_within_quotes(telling.text, begin, m.start))
    ]
    if not rest:
        return None
    chosen = min(rest, key=distance)
    reason = f"“{chosen.text}” stands in the same sentence"
    return _rest_on(chosen, _IN_SENTENCE, "sentence", reason)


def _look_around(found: Annotated, place: int, start: int, end: int) -> Dating | None:
    """The date nearest to a stretch in its clause, else in its sentence."""
    dates = [m for m in found.inside.get(place, ()) if isinstance(m.time, Cell | Interval)]
    if not dates:
        return None
    telling = take_apart(
        found.document.text,
        found.sentences[place],
        [(m.start, m.end, number) for number, m in enumerate(dates)],
    )
    word = telling.place_at(start)
    own = None if word is None else telling.clause_at(word)
    dated = [(m, _clause_of(telling, number)) for number, m in enumerate(dates)]
    return date_near(telling, dated, own, start, end)


def _clause_of(telling: Telling, number: int) -> int | None:
    place = telling.place(number)
    return None if place is None else clause_of(telling, place)


def _role(telling: Telling, clause: int | None) -> Role | None:
    return None if clause is None else telling.clauses[clause].role


def _reaches(date: Role | None, told: Role | None) -> bool:
    """Whether a date in one clause can tell when another clause happened: what is quoted has its
    own time, and what hangs on a clause ("after …", "who …") does not date it.
    """
    if told is Role.SPEECH:
        return False
    return not (date in _LOWER and told in (Role.MAIN, Role.FRAGMENT))


def date_before(found: Annotated, start: int) -> Dating:
    """The date told last in a story, the day of writing in a report."""
    written = found.document.written
    before = bisect_right(found.dates, start, key=lambda m: m.end)
    if found.historical and before:
        last = found.dates[before - 1]
        return _rest_on(last, _TOLD_LAST, "story", f"the story was last at “{last.text}”")
    if written is not None and not found.historical:
        reason = "no date stands near it, so the day the text was written"
        return Dating(written, PLAIN, _WRITTEN, reason, "written")
    return Dating(None, PLAIN, 0.0, "no date stands near it, and no story's date goes on", "none")


def _rest_on(mention: Mention, trust: float, basis: str, reason: str) -> Dating:
    confidence = round(trust * mention.confidence, 2)
    return Dating(mention.time, mention.shade, confidence, reason, basis, mention)
