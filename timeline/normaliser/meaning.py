"""Meanings: what words say before the context is known, and how a context makes them times.

Each meaning has a `kind` (the token kind it becomes) and `resolve(context)`, which gives an
Answer, or None where the words turn out to mean no time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from timeline.calendar.cell import Cell
from timeline.calendar.times import (
    PLAIN,
    Bound,
    Edge,
    Length,
    Reference,
    Repeat,
    Shade,
    Vague,
)
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.mention import Reading


class Meaning(Protocol):
    """What every meaning can do."""

    kind: ClassVar[str]

    def resolve(self, context: Context) -> Answer | None:
        """The time in a context."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs no context: "May 7, 2025", "480 BC"; `other` another reading of it, and
    why it might be meant.
    """

    cell: Cell
    shade: Shade = PLAIN
    other: Cell | None = None
    reason: str = ""
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer:
        readings: tuple[Reading, ...] = ()
        if self.other is not None:
            readings = (Reading(self.other, self.reason),)
        return Answer(self.cell, self.shade, readings=readings)


@dataclass(frozen=True, slots=True)
class Numeric(Fixed):
    """A day in digits whose day and month can be told apart only by habit: 05/04/2025. The
    text's own habit goes before the language's (`day_first`); the other reading is kept.
    """

    day_first: bool = False

    def resolve(self, context: Context) -> Answer:
        assert self.other is not None
        habit = context.day_first
        if habit is None:
            return Fixed.resolve(self, context)
        chosen, other = self.cell, self.other
        if habit != self.day_first:
            chosen, other = other, chosen
        written = "day" if habit else "month"
        reason = f"{self.reason}, though the text writes the {written} first elsewhere"
        return Answer(chosen, self.shade, readings=(Reading(other, reason),))


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration; `single` one unit ("a year"), `adjective` one that stands before a noun
    ("the two-week trip").
    """

    length: Length
    shade: Shade = PLAIN
    adjective: bool = False
    single: bool = False
    kind: ClassVar[str] = "length"

    def resolve(self, context: Context) -> Answer:
        if self.single and _COUNTED.search(context.low, max(0, context.start - 24), context.start):
            return Answer(Repeat(every=self.length))
        return Answer(self.length, self.shade)


_COUNTED = re.compile(
    r"(?:\d|(?:hundred|thousand|million|billion|trillion|dozen|times|percent|cents|people|%)"
    r"|(?:[a-rt-z’']|[a-z]{2}[^siu\W])s)\s\Z"
)
"""What is counted, right before "a year", makes it a rate: "$33 million a year"."""


@dataclass(frozen=True, slots=True)
class Repeating:
    """Something that comes again."""

    repeat: Repeat
    kind: ClassVar[str] = "repeat"

    def resolve(self, context: Context) -> Answer:
        return Answer(self.repeat)


@dataclass(frozen=True, slots=True)
class Vaguely:
    """Some time in the past, now, or the future."""

    reference: Reference
    kind: ClassVar[str] = "vaguely"

    def resolve(self, context: Context) -> Answer:
        return Answer(Vague(self.reference))


@dataclass(frozen=True, slots=True)
class Shaded:
    """A meaning with an edge ("the end of"), "about", or a bound ("since", "until")."""

    inner: Meaning
    edge: Edge | None = None
    bound: Bound | None = None
    about: bool = False
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        answer = self.inner.resolve(context)
        if answer is None:
            return None
        shade = answer.shade
        return replace(
            answer,
            shade=replace(
                shade,
                edge=self.edge or shade.edge,
                bound=self.bound or shade.bound,
                about=self.about or shade.about,
            ),
        )
