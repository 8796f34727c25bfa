"""Dating: when something happened that a stretch of text tells, with a reason.

In order of trust: a date in the words themselves, in their clause, in their sentence; where the
text tells a story, the date told last; else the day the text was written, on which a report
tells what is new.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.edtf import edtf
from timeline.calendar.phrase import phrase
from timeline.calendar.times import PLAIN, Interval, Shade, Time
from timeline.calendar.timex3 import timex_value
from timeline.chronology.annotated import Annotated, annotate, is_recent
from timeline.chronology.clause import Role
from timeline.chronology.kinds import is_past
from timeline.chronology.likeness import span_of
from timeline.chronology.source import Document
from timeline.chronology.telling import Telling, clause_of, take_apart
from timeline.normaliser.context import is_within_quotes
from timeline.normaliser.mention import Mention

_IN_CLAUSE, _IN_SENTENCE, _TOLD_LAST, _NEWS, _WRITTEN = 0.92, 0.72, 0.5, 0.75, 0.87
"""How far a date is trusted that stands in the clause, elsewhere in the sentence, before it in a
story or in a report, or nowhere: near the shares that were right on 900 events of TimeBank and
MEANTIME's Apple texts (the third, of stories, is an estimate: those texts tell none)."""
_BACK = 3
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
    'the report was last at “Friday”'
    """
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"no stretch of {len(document.text)} characters: {(start, end)!r}")
    found = annotate(document)
    inside = next((m for m in found.dates if m.start < end and start < m.end), None)
    if inside is not None:
        return _rest_on(inside, 1.0, "date", f"“{inside.text}” is part of the words")
    place = found.sentence_at(start)
    if place is None:
        return date_before(found, start)
    telling, dated = _take_apart(found, place)
    word = telling.place_at(start)
    own = None if word is None else telling.clause_at(word)
    near = date_near(telling, dated, own, start, end)
    near = near or date_under(found, place)
    if near is not None or own is None:
        return near or date_before(found, start)
    clause = telling.clauses[own]
    if clause.verb is None and clause.host is not None:
        clause = telling.clauses[clause.host]
    return date_before(found, start, place if is_past(telling, clause) else None)


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


def _take_apart(found: Annotated, place: int) -> tuple[Telling, list[tuple[Mention, int | None]]]:
    """A sentence's clauses, and its dates with the numbers of theirs."""
    dates = [m for m in found.inside.get(place, ()) if isinstance(m.time, Cell | Interval)]
    spans = [(m.start, m.end, number) for number, m in enumerate(dates)]
    telling = take_apart(found.document.text, found.sentences[place], spans)
    return telling, [(m, _clause_of(telling, number)) for number, m in enumerate(dates)]


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


def date_under(found: Annotated, place: int) -> Dating | None:
    """The date of the heading that a sentence stands under, as in a diary."""
    heading = found.headings.get(place)
    if heading is None:
        return None
    return _rest_on(heading, _IN_CLAUSE, "date", f"it stands under “{heading.text}”")


def date_before(found: Annotated, start: int, past: int | None = None) -> Dating:
    """The date told last in a story; in a report the day of the news, for what its sentence
    number `past` tells as past, else the day of writing.
    """
    written = found.document.written
    if found.historical and (past is None or not _is_news(found, start, past)):
        before = bisect_right(found.dates, start, key=lambda m: m.end)
        if not before:
            reason = "no date stands near it, and no story's date goes on"
            return Dating(None, PLAIN, 0.0, reason, "none")
        last = found.dates[before - 1]
        return _rest_on(last, _TOLD_LAST, "story", f"the story was last at “{last.text}”")
    if past is not None and not is_within_quotes(
        found.document.text, found.sentences[past].start, start
    ):
        told = _told_before(found, past)
        if told is not None:
            trust = _NEWS if is_recent(told, written) else _TOLD_LAST
            return _rest_on(told, trust, "story", f"the report was last at “{told.text}”")
        if found.news is not None and found.lead is not None and past != found.lead:
            reason = f"the report opens with “{found.news.text}”"
            return _rest_on(found.news, _NEWS, "story", reason)
    assert written is not None  # without it a text is historical
    reason = "no date stands near it, so the day the text was written"
    return Dating(written, PLAIN, _WRITTEN, reason, "written")


def _is_news(found: Annotated, start: int, place: int) -> bool:
    """Whether a text that tells of old days comes back to the news it opens with: in its
    headline, or in somebody's words.
    """
    if found.news is None or found.lead is None:
        return False
    sentence = found.sentences[place]
    return place < found.lead or is_within_quotes(found.document.text, sentence.start, start)


def _told_before(found: Annotated, place: int) -> Mention | None:
    """The day or month gone by that the paragraph told last before a sentence."""
    paragraph, written = found.sentences[place].paragraph, found.document.written
    for number in range(place - 1, max(place - 1 - _BACK, -1), -1):
        if found.sentences[number].paragraph != paragraph or found.sentences[number].headline:
            return None
        dates = [m for m in found.inside.get(number, ()) if isinstance(m.time, Cell | Interval)]
        if dates:
            time, last = dates[-1].time, span_of(dates[-1].time, dates[-1].shade)[1]
            over = written is not None and last is not None and last < written.first_day
            near = isinstance(time, Interval) or (
                isinstance(time, Cell) and time.grain <= Grain.MONTH
            )
            return dates[-1] if over and near else None
    return None


def _rest_on(mention: Mention, trust: float, basis: str, reason: str) -> Dating:
    confidence = round(trust * mention.confidence, 2)
    return Dating(mention.time, mention.shade, confidence, reason, basis, mention)
