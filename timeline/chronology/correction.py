"""Correction: one change of a user's to a chronology, as data that hangs on an event's id."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.calendar.times import PLAIN, Placed, Shade
from timeline.chronology.event import KINDS
from timeline.chronology.keys import key_of

MAX_TITLE = 300
MAX_QUOTE = 1_000


@dataclass(frozen=True, slots=True)
class Redate:
    """Another time for an event, with its precision; `typed` is how the user wrote it."""

    event: str
    time: Placed
    shade: Shade = PLAIN
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Rename:
    """Another title for an event. ValueError if it is empty or too long."""

    event: str
    title: str

    def __post_init__(self) -> None:
        _check_title(self.title)


@dataclass(frozen=True, slots=True)
class Rekind:
    """Another kind for an event. ValueError if there is no such kind."""

    event: str
    kind: str

    def __post_init__(self) -> None:
        _check_kind(self.kind)


@dataclass(frozen=True, slots=True)
class Hide:
    """An event that is not to be shown."""

    event: str


@dataclass(frozen=True, slots=True)
class Merge:
    """An event that is the same as another (`into`), which takes over its passages."""

    event: str
    into: str


@dataclass(frozen=True, slots=True)
class Split:
    """A passage (its document and its text) that tells of an event of its own, with `id`."""

    event: str
    document: str
    text: str

    @property
    def id(self) -> str:
        """The id of the event that is split off."""
        return key_of(f"split {self.event}", self.document, self.text)


@dataclass(frozen=True, slots=True)
class Choose:
    """Another of the readings of a mention, by its words: for the `reason` that was given for
    it; `time` is what it meant then.
    """

    event: str
    words: str
    reason: str
    time: Placed


@dataclass(frozen=True, slots=True)
class Add:
    """An event that the user found: the words from `start` to `end` of a document, a title, a
    kind, and a time; None: whenever the text says it was (`date_of`).

    ValueError unless the words, the title and the kind are as they must be.
    """

    document: str
    start: int
    end: int
    quote: str
    title: str
    kind: str = "reported"
    time: Placed | None = None
    shade: Shade = PLAIN

    def __post_init__(self) -> None:
        _check_title(self.title)
        _check_kind(self.kind)
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"no stretch of a text: {(self.start, self.end)!r}")
        if not self.quote.strip() or len(self.quote) > MAX_QUOTE:
            raise ValueError(f"mark at least one word and at most {MAX_QUOTE:,} characters")

    @property
    def event(self) -> str:
        """The id of the event that is added."""
        return key_of(f"added {self.start}", self.document, self.quote)


Correction = Redate | Rename | Rekind | Hide | Merge | Split | Choose | Add


def _check_title(title: str) -> None:
    if not title.strip():
        raise ValueError("an event needs a title")
    if len(title) > MAX_TITLE:
        raise ValueError(f"a title has at most {MAX_TITLE} characters")


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise ValueError(f"there is no kind of event {kind!r}")
