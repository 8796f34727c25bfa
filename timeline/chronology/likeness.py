"""Likeness: whether two dated titles tell the same event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.calendar.cell import Cell, Grain, day_to
from timeline.calendar.times import Shade, Time, days, sort_key
from timeline.chronology.verbs import BASES, is_past, to_past
from timeline.chronology.words import CONTENT_FREE

_WORD = re.compile(r"[^\W_]+(?:[.&-][^\W_]+)*")
Span = tuple[int | None, int | None]
_NAME_WEIGHT = 2.0
_RANKS = frozenset(
    "president minister prime chancellor king queen emperor pope senator governor mayor judge "
    "general colonel captain professor sir lord lady chairman chief secretary director".split()
)


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its ending, so that forms of one word are the same.

    >>> [stem(w) for w in ("visits", "visited", "founding", "founded", "celebrations", "won")]
    ['visit', 'visit', 'found', 'found', 'celebr', 'won']
    """
    if word.isdigit() or len(word) < 4:
        return word
    if word.endswith("ing") and word[:-3] not in BASES and is_past(to_past(word)):
        word = to_past(word)
    for ending in ("ations", "ation", "ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 - (ending in ("s", "ed")):
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    return word.rstrip("e") if len(word) > 4 else word


@dataclass(frozen=True, slots=True)
class Gist:
    """What a title is about: its words, and which of them are names or numbers."""

    words: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=65_536)
def gist(title: str) -> Gist:
    """The words of a title that carry what it says.

    >>> sorted(gist("Xi will pay a state visit to Russia").words)
    ['pay', 'russia', 'stat', 'visit', 'xi']
    """
    words, names = set(), set()
    for number, word in enumerate(_WORD.findall(title)):
        root, is_name = _root(word)
        if root:
            words.add(root)
            if is_name and (number or word[0].isdigit()):
                names.add(root)
    return Gist(frozenset(words), frozenset(names))


@lru_cache(maxsize=16_384)
def _root(word: str) -> tuple[str, bool]:
    """The stem of a word, empty if it says nothing, and whether it can be a name or a number."""
    lower = word.lower().replace(".", "")
    if lower in CONTENT_FREE or (len(lower) < 2 and not lower.isdigit()):
        return "", False
    return stem(lower), word[0].isdigit() or (word[0].isupper() and lower not in _RANKS)


def likeness(one: Gist, other: Gist, whole: bool = False) -> float:
    """How much of the smaller gist (of the larger, if `whole`) the other shares, 0 to 1; 0
    where names contradict.

    >>> likeness(gist("Jury convicts Warren Pike"), gist("A jury convicted Pike of theft"))
    0.8
    """
    shared = one.words & other.words
    if not shared:
        return 0.0
    left, right = one.names - other.words, other.names - one.words
    names = one.names | other.names
    if left and right and not shared & names:
        return 0.0
    weight = len(shared) + (_NAME_WEIGHT - 1) * len(shared & names)
    sizes = _total(one, names), _total(other, names)
    ratio = weight / (max(sizes) if whole else min(sizes))
    if len(shared) == 1 and len(one.words) + len(other.words) > 3:
        ratio *= 0.5
    if left and right and len(shared & names) <= min(len(left), len(right)):
        ratio *= 0.9 if len(shared & names) > 1 else 0.8
    if any(w[0].isdigit() for w in left) and any(w[0].isdigit() for w in right):
        ratio *= 0.7
    return ratio


def _total(one: Gist, names: frozenset[str]) -> float:
    return len(one.words) + (_NAME_WEIGHT - 1) * len(one.words & names)


@lru_cache(maxsize=16_384)
def span_of(time: Time | None, shade: Shade) -> Span:
    """The numbers of the first and last day of a time; None where open or without a place."""
    return days(time, shade)


@lru_cache(maxsize=16_384)
def order_of(time: Time | None, shade: Shade) -> tuple[float, float]:
    """A key for the order of times."""
    return sort_key(time, shade)


@lru_cache(maxsize=16_384)
def years_of(time: Time | None, shade: Shade) -> tuple[int | None, ...]:
    """The years of the first and last day of a time; one None where it has none."""
    ends = [day_to(day, Grain.YEAR).index for day in span_of(time, shade) if day is not None]
    return tuple(dict.fromkeys(ends)) or (None,)


def agrees(one: Time | None, other: Time | None, shade: Shade, other_shade: Shade) -> float:
    """How well two times fit: 1 the same, less where one lies within the other, 0 apart.

    >>> from timeline.calendar.times import PLAIN
    >>> agrees(Cell.year(1945), Cell.month(1945, 5), PLAIN, PLAIN)
    0.8
    """
    if one == other:
        return 1.0 if shade.bound == other_shade.bound else 0.7
    a, b = span_of(one, shade)
    c, d = span_of(other, other_shade)
    if a is None or b is None or c is None or d is None:
        return 0.0
    if (a, b) == (c, d):
        coarse = isinstance(one, Cell) and isinstance(other, Cell)
        return 0.9 if not coarse or min(_grain(one), _grain(other)) >= Grain.PART else 0.0
    if not ((a <= c and d <= b) or (c <= a and b <= d)):
        return 0.0
    length = max(b - a, d - c)
    return 0.8 if length <= 366 else 0.0


def _grain(time: Time | None) -> Grain:
    return time.grain if isinstance(time, Cell) else Grain.DAY


def are_apart(one: Span, other: Span) -> bool:
    """Whether two stretches of days, both closed, have no day in common."""
    (a, b), (c, d) = one, other
    return a is not None and b is not None and c is not None and d is not None and (b < c or d < a)


def is_finer(one: Time | None, other: Time | None, shade: Shade, other_shade: Shade) -> bool:
    """Whether the first of two agreeing times is the more exact."""
    a, b = span_of(one, shade)
    c, d = span_of(other, other_shade)
    if a is None or b is None or c is None or d is None:
        return False
    return (b - a, _grain(one)) < (d - c, _grain(other))
