"""Event: what happened, when, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.calendar.cell import Cell
from timeline.calendar.edtf import edtf
from timeline.calendar.phrase import phrase
from timeline.calendar.times import Interval, Shade, Time, days
from timeline.calendar.timex3 import iso_day
from timeline.chronology.entity import Entity
from timeline.chronology.weight import Weight
from timeline.normaliser.mention import Mention

KINDS = (
    "reported",
    "planned",
    "conditional",
    "statement",
    "anniversary",
    "origin",
    "background",
    "undated",
)
"""The kinds of event: told as having happened; still to come when the document was written;
what would or could happen; somebody's words; a celebration; what a celebration remembers; a
state or setting, or what is told not to have happened; without a place on the calendar."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where an event is written: a sentence (`start` to `end`, code points) of a document,
    by its name, the mentions in it that date the event, and the clause that tells it (`told`,
    also from and to)."""

    document: str
    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...] = ()
    told: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One of several dates that an event is told with, and the passages that say so."""

    time: Time | None
    shade: Shade
    passages: tuple[Passage, ...]

    @property
    def words(self) -> str:
        """Its time in plain words."""
        return phrase(self.time, self.shade)

    @property
    def edtf(self) -> str | None:
        """Its time as EDTF."""
        return edtf(self.time, self.shade)

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents that say so."""
        return tuple(dict.fromkeys(passage.document for passage in self.passages))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or will, with its time and the passages it was read from.

    `time` is None (or not placed) for an event without a place on the calendar; `related`
    holds the ids of events it is tied to; `confidence` is 0 to 1. `basis` (one of
    `dating.BASES`) and `reason` say what its date rests on; `lead` is true where a report opens
    with it; `weight` says how important it is among the events it was compiled
    with; `entities` are the people, organisations and places it names, the most prominent first;
    `claims` are the dates it is told with where its passages disagree, the best supported first,
    which is its own `time`; else there are none; `keys`
    say where it is told, `id` is one of them; `corrected` names what a user changed.
    """

    id: str
    title: str
    time: Time | None
    shade: Shade
    kind: str
    passages: tuple[Passage, ...]
    related: tuple[str, ...] = ()
    confidence: float = 1.0
    basis: str = "date"
    reason: str = ""
    lead: bool = False
    weight: Weight = field(default_factory=Weight)
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    keys: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether its passages give dates that contradict each other."""
        return bool(self.claims)

    @property
    def main(self) -> bool:
        """Whether a careful reader would list it: its words have a date, or a report opens
        with it. The others are dated by what stands around them.
        """
        return self.basis == "date" or (self.lead and self.placed)

    @property
    def placed(self) -> bool:
        """Whether it lies on the calendar."""
        return isinstance(self.time, Cell | Interval)

    @property
    def start(self) -> str | None:
        """Its first day as a signed four-digit ISO date; None where open or unplaced."""
        ordinal = days(self.time, self.shade)[0]
        return None if ordinal is None else iso_day(ordinal)

    @property
    def end(self) -> str | None:
        """Its last day as a signed four-digit ISO date; None where open or unplaced."""
        ordinal = days(self.time, self.shade)[1]
        return None if ordinal is None else iso_day(ordinal)

    @property
    def edtf(self) -> str | None:
        """Its time as EDTF."""
        return edtf(self.time, self.shade)

    @property
    def words(self) -> str:
        """Its time in plain words."""
        return phrase(self.time, self.shade)

    @property
    def text(self) -> str:
        """The sentence it was first read from."""
        return self.passages[0].text if self.passages else ""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions that date it, in order of the passages."""
        return tuple(mention for passage in self.passages for mention in passage.mentions)

    def to_dict(self) -> dict[str, object]:
        """The event as plain data, ready for JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "edtf": self.edtf,
            "date": self.words,
            "text": self.text,
            "passages": [
                {"document": p.document, "start": p.start, "end": p.end, "told": p.told}
                for p in self.passages
            ],
            "related": list(self.related),
            "confidence": round(self.confidence, 3),
            "basis": self.basis,
            "reason": self.reason,
            "main": self.main,
            "weight": self.weight.to_dict(),
            "names": [{"name": one.name, "kind": one.kind} for one in self.entities],
            "disputed": self.disputed,
            "claims": [
                {"date": one.words, "edtf": one.edtf, "documents": list(one.documents)}
                for one in self.claims
            ],
        }
