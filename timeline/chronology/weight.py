"""Weight: how important an event is among others, in parts that can be read.

An event weighs more the more passages and documents tell it, the more exactly it is dated, if a
text opens with it, the more other dates are counted from it, and the more the texts speak of its
names. The shares of the parts were chosen by hand: an event in every document comes before one
in a headline, and that before one that is merely exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.calendar.times import Shade, Time
from timeline.chronology.likeness import span_of

PARTS = ("sources", "exact", "opening", "referred", "names", "kind")
_SHARES = (0.28, 0.14, 0.2, 0.12, 0.16, 0.1)
_KINDS = {
    "reported": 1.0,
    "planned": 0.8,
    "origin": 0.6,
    "anniversary": 0.6,
    "conditional": 0.3,
    "statement": 0.3,
    "background": 0.2,
    "undated": 0.1,
}
_STEPS = ((1, 1.0), (7, 0.75), (31, 0.6), (92, 0.45), (366, 0.35), (3_700, 0.15))
_IMPLIED = 0.5


@dataclass(frozen=True, slots=True)
class Weight:
    """The parts of an event's importance, each from 0 to 1.

    `sources`: how many passages and documents tell it; `exact`: how exactly it is dated;
    `opening`: 1 in a headline or a lead, less the later a text comes to it; `referred`: how
    many other dates are counted from it; `names`: how much the texts speak of its names;
    `kind`: what happened before what was only said; `factor`: less than 1 where its date is
    only implied.
    """

    sources: float = 0.0
    exact: float = 0.0
    opening: float = 0.0
    referred: float = 0.0
    names: float = 0.0
    kind: float = 0.0
    factor: float = 1.0

    @property
    def total(self) -> float:
        """The whole, from 0 to 1.

        >>> Weight(1, 1, 1, 1, 1, 1).total, Weight(sources=0.5, factor=0.5).total
        (1.0, 0.07)
        """
        shares = zip(_SHARES, self.parts.values(), strict=True)
        return round(self.factor * sum(share * part for share, part in shares), 4)

    @property
    def parts(self) -> dict[str, float]:
        """The parts by their names, in the order of `PARTS`."""
        values = (self.sources, self.exact, self.opening, self.referred, self.names, self.kind)
        return dict(zip(PARTS, values, strict=True))

    @property
    def points(self) -> dict[str, tuple[int, int]]:
        """What each part adds to a total of 100, and the most it could."""
        shares = zip(self.parts.items(), _SHARES, strict=True)
        return {
            name: (round(100 * self.factor * share * part), round(100 * share))
            for (name, part), share in shares
        }

    def to_dict(self) -> dict[str, float]:
        """The parts and the total as plain data."""
        return {name: round(part, 3) for name, part in self.parts.items()} | {"total": self.total}


def measure_exactness(time: Time | None, shade: Shade) -> float:
    """How exactly a time is known: 1 a day or less, 0.35 a year, 0 without a place.

    >>> from timeline.calendar.cell import Cell
    >>> from timeline.calendar.times import PLAIN
    >>> [measure_exactness(t, PLAIN) for t in (Cell.day(1945, 5, 8), Cell.year(1945), None)]
    [1.0, 0.35, 0.0]
    """
    first, last = span_of(time, shade)
    if first is None or last is None:
        return 0.1 if time is not None and (first is not None or last is not None) else 0.0
    length = last - first + 1
    return next((value for most, value in _STEPS if length <= most), 0.05)


def measure_sources(passages: int, documents: int) -> float:
    """How much the number of passages and documents counts: 0 for one, near 1 for many.

    >>> [round(measure_sources(*n), 2) for n in ((1, 1), (2, 1), (2, 2), (9, 5))]
    [0.0, 0.17, 0.41, 0.78]
    """
    more = 0.5 * (documents - 1) + 0.2 * (passages - 1)
    return more / (1 + more)


def measure_kind(kind: str) -> float:
    """How much a kind of event counts."""
    return _KINDS[kind]


def measure_referred(count: int) -> float:
    """How much it counts that other dates rest on an event: 0 for none, 1 for four or more."""
    return min(count, 4) / 4


def measure_opening(headline: bool, share: float) -> float:
    """How near the top a text tells an event: `share` of the text comes before it."""
    return 1.0 if headline else 0.5 * (1 - share)


def implied_factor(basis: str, lead: bool) -> float:
    """What the whole is multiplied with where an event has no date of its own."""
    return 1.0 if basis == "date" or lead else _IMPLIED


def count_names(names: Iterable[Sequence[str]]) -> dict[str, float]:
    """How central each name is among those of some events: its share of the most frequent."""
    counts = Counter(name for some in names for name in some)
    most = max(counts.values(), default=1)
    return {name: count / most for name, count in counts.items()}


def measure_names(own: Sequence[str], central: Mapping[str, float]) -> float:
    """How central the names of an event are: the mean of its two most central ones."""
    best = sorted((central.get(name, 0.0) for name in own), reverse=True)[:2]
    return sum(best) / 2
