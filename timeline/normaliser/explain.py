"""Why a mention means what it means: its rules, its anchor, which way its sentence looks, what
else it can mean and how sure that is; in plain words and as data.

All of it is what the reader kept in the mention; nothing is worked out a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.calendar.cell import Cell
from timeline.calendar.phrase import phrase
from timeline.calendar.times import Length, Pattern, Repeat, Vague
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.confidence import share_rest, sureness
from timeline.normaliser.mention import Mention, Reading
from timeline.normaliser.reader import mentions
from timeline.normaliser.steps import Step, find_cue, make_steps

_WAYS = {-1: "back", 0: "unknown", 1: "ahead"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a mention means what it means.

    `steps` is the tree of rules; `before` the words of the earlier date it was counted from,
    None where it was counted from none or they are not known; `parts` explain the two ends of
    a range. `str` is all of it in plain words.
    """

    mention: Mention
    steps: Step
    before: str | None = None
    parts: tuple[Explanation, ...] = ()

    @property
    def anchor(self) -> str:
        """What it was counted from, and why from there."""
        anchor = self.mention.anchored
        if anchor is not None:
            return f"{self._name(anchor)}: {self._why(anchor)}"
        if isinstance(self.mention.time, Pattern):
            return "nothing: the day to count from is not known"
        if isinstance(self.mention.time, Length | Repeat | Vague):
            return "nothing: these words have no place on the calendar"
        return "nothing: these words stand by themselves"

    def _name(self, anchor: Anchor) -> str:
        if self.before is None:
            return str(anchor)
        return f"“{self.before}” before it, {phrase(anchor.time)}"

    def _why(self, anchor: Anchor) -> str:
        if "{}" not in anchor.why.value:
            return anchor.why.value
        return anchor.why.value.format(f"“{find_cue(self.steps)}”")

    @property
    def direction(self) -> str | None:
        """Which way its sentence looks and the word that says so; None where that played
        no part.
        """
        sense, anchor, time = self.mention.direction, self.mention.anchored, self.mention.time
        if sense is None or anchor is None or not isinstance(time, Cell):
            return None
        if sense.sign == 0:
            chosen = "latest" if anchor.why is Why.NO_WEEK else "nearest"
            return f"no verb says which way, so the {chosen} one"
        words = f"looks {_WAYS[sense.sign]}, because of “{sense.cue}”"
        if sense.sign > 0 and time.last_day < anchor.time.first_day:
            return f"{words}, but the one behind is much nearer"
        if sense.sign < 0 and time.first_day > anchor.time.last_day:
            return f"{words}, but the one ahead is much nearer"
        return words

    @property
    def readings(self) -> tuple[tuple[Reading, float], ...]:
        """The other readings, best first, each with its confidence (0 to 1)."""
        return tuple(zip(self.mention.readings, share_rest(self.mention), strict=True))

    @property
    def otherwise(self) -> tuple[str, ...]:
        """The other readings in words, best first."""
        return tuple(f"{phrase(one.time)}, {one.reason}" for one in self.mention.readings)

    @property
    def confidence(self) -> str:
        """How sure the reading is, and what it rests on."""
        return f"{sureness(self.mention.confidence)}: {self.mention.basis.words}"

    def lines(self) -> list[str]:
        """The explanation in plain words, one line each."""
        mention = self.mention
        code = " ".join(filter(None, (mention.type, mention.value, mention.mod)))
        first, *rest = self.steps.lines()
        rows = [("rule", first), *(("", line) for line in rest)]
        rows.append(("counted from", self.anchor))
        if self.direction is not None:
            rows.append(("direction", self.direction))
        for number, (words, (_, share)) in enumerate(
            zip(self.otherwise, self.readings, strict=True)
        ):
            rows.append(("" if number else "otherwise", f"{words} ({share:.0%})"))
        rows.append(("confidence", f"{mention.confidence:.0%}, {self.confidence}"))
        told = [f"“{self.steps.words}”  →  {mention.words}  ({code})"]
        told += [f"  {name:14}{words}" for name, words in rows]
        return [*told, *(f"  {line}" for part in self.parts for line in part.lines())]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def to_dict(self) -> dict[str, object]:
        """The same as plain data, ready for JSON."""
        mention, anchor, sense = self.mention, self.mention.anchored, self.mention.direction
        return {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "type": mention.type,
            "value": mention.value,
            "mod": mention.mod,
            "words": mention.words,
            "rule": self.steps.to_dict(),
            "anchor": anchor
            and {
                "kind": anchor.kind,
                "value": Reading(anchor.time, "").value,
                "start": anchor.start,
                "text": self.before,
                "why": self._why(anchor),
            },
            "direction": sense
            and {"way": _WAYS[sense.sign], "cue": sense.cue or None, "words": self.direction},
            "readings": [
                {
                    "value": reading.value,
                    "words": phrase(reading.time),
                    "reason": reading.reason,
                    "confidence": share,
                }
                for reading, share in self.readings
            ],
            "confidence": mention.confidence,
            "sureness": sureness(mention.confidence),
            "basis": mention.basis.words,
            "parts": [part.to_dict() for part in self.parts],
        }


def explain(
    text: str, *, published: str | Cell | None = None, language: str | None = None
) -> list[Explanation]:
    """The explanation of every mention in a text, in order.

    `published` and `language` as for `mentions`, with the same ValueErrors.

    >>> print(explain("It ended two days ago.", published="2025-05-04")[0])
    “two days ago”  →  2 May 2025  (DATE 2025-05-02)
      rule          ago: Before the document's day; "today" or "this month" says how exactly.
                    ├ “two days”  counted_length: A number of units.  →  2 days
                    │ ├ “two”  cardinal: A number in words; two pairs of digits are a year.  →  2
                    │ └ “days”  unit of time
                    └ “ago”  which way to count
      counted from  the document's day, 4 May 2025: “ago” counts from when the text was written
      confidence    97%, sure: its words say from where and how far to count
    """
    found = mentions(text, published=published, language=language)
    named = _name(found)
    return [_explain(mention, named) for mention in found]


def explain_mention(mention: Mention, others: Iterable[Mention] = ()) -> Explanation:
    """The explanation of one mention.

    `others` are the mentions of the same text; the words of an earlier date that it was
    counted from are found there.
    """
    anchors = (one.anchored for one in (mention, *mention.parts))
    starts = {anchor.start for anchor in anchors if anchor is not None}
    return _explain(mention, _name(one for one in others if one.start in starts))


def _name(found: Iterable[Mention]) -> dict[int, str]:
    """The words of mentions by where they start."""
    return {mention.start: " ".join(mention.text.split()) for mention in found}


def _explain(mention: Mention, named: Mapping[int, str]) -> Explanation:
    anchor = mention.anchored
    before = None if anchor is None or anchor.start is None else named.get(anchor.start)
    parts = tuple(_explain(part, named) for part in mention.parts)
    return Explanation(mention, make_steps(mention), before, parts)
