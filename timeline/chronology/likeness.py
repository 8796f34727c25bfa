"""Likeness: whether two dated titles tell the same event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.calendar.cell import Cell, Grain, day_to
from timeline.calendar.times import Shade, Time, days, sort_key
from timeline.chronology.acts import EMPTY, LIGHT, MUTUAL, WHOLE, act_named, act_of, are_near
from timeline.chronology.deeds import Deed, deed_of
from timeline.chronology.verbs import BASES, is_past, to_past
from timeline.chronology.words import CONTENT_FREE

_WORD = re.compile(r"[^\W_]+(?:[.&-][^\W_]+)*")
Span = tuple[int | None, int | None]
_NAME_WEIGHT = 2.0
_PREDICATE = 0.5
"""Where the subject and the act are the same, what is behind the verb shares so much, too."""
_BARE = 0.6
"""Where they share but one name, the one who does it, and one of them says no more."""
_NO_ACT = 0.8
"""Where one of two titles has no verb."""
_ORDINALS = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth first last final".split()
)
_ENDINGS = ("st", "nd", "rd", "th")
_RANKS = frozenset(
    "president minister prime chancellor king queen emperor pope senator governor mayor judge "
    "general colonel captain professor sir lord lady chairman chief secretary director former ceo "
    "chairwoman executive officer co-founder founder".split()
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
    """What a title is about: its words, and which of them are names or numbers; those beside
    the act (`rest`) and before its verb (`subject`), its `ordinals`, what happens (`deed`), and
    the word it begins with (`first`), which may or may not be a name.
    """

    words: frozenset[str]
    names: frozenset[str]
    rest: frozenset[str]
    subject: frozenset[str]
    ordinals: frozenset[str]
    deed: Deed
    first: str = ""

    @property
    def predicate(self) -> frozenset[str]:
        """The words behind the verb."""
        return self.rest - self.subject

    @property
    def numbers(self) -> frozenset[str]:
        """Its numbers."""
        return frozenset(word for word in self.rest if word[0].isdigit())


@lru_cache(maxsize=65_536)
def gist(title: str) -> Gist:
    """The words of a title that carry what it says.

    >>> sorted(gist("Xi will pay a state visit to Russia").words)
    ['pay', 'russia', 'stat', 'visit', 'xi']
    >>> sorted(gist("Xi will pay a state visit to Russia").subject)
    ['xi']
    """
    words, names, rest, subject, ordinals = set(), set(), set(), set(), set()
    first, deed = "", deed_of(title)
    for number, match in enumerate(_WORD.finditer(title)):
        word = match[0]
        lower = word.lower()
        if lower in _ORDINALS or (lower[:1].isdigit() and lower.endswith(_ENDINGS)):
            ordinals.add(lower)
        root, is_name = _root(word)
        if not root:
            continue
        words.add(root)
        if deed.subject[0] <= match.start() < deed.subject[1]:
            subject.add(root)
        if match.start() < deed.subject[1] or (
            act_of(lower) not in deed.acts and act_named(lower) not in deed.acts
        ):
            rest.add(root)
        if is_name and (number or word[0].isdigit()):
            names.add(root)
        elif is_name:
            first = root
    return Gist(
        frozenset(words), frozenset(names), frozenset(rest), frozenset(subject),
        frozenset(ordinals), deed, first,
    )  # fmt: skip


@lru_cache(maxsize=16_384)
def _root(word: str) -> tuple[str, bool]:
    """The stem of a word, empty if it says nothing, and whether it can be a name or a number."""
    lower = word.lower()
    if not lower[0].isdigit():
        lower = lower.replace(".", "")
    if lower in CONTENT_FREE or (len(lower) < 2 and not lower.isdigit()):
        return "", False
    return stem(lower), word[0].isdigit() or (word != word.lower() and lower not in _RANKS)


def likeness(one: Gist, other: Gist, whole: bool = False) -> float:
    """How much of the smaller gist (of the larger, if `whole`) the other shares, 0 to 1; 0
    where they tell different acts, or names or numbers contradict.

    >>> likeness(gist("Jury convicts Warren Pike"), gist("A jury convicted Pike of theft"))
    0.75
    >>> likeness(gist("Steve Roe resigns"), gist("Roe stepped down as mayor of Ulm"))
    1.0
    >>> likeness(gist("Acme bought Vega"), gist("Acme sold Vega"))
    0.0
    """
    act = _same_act(one.deed, other.deed)
    shared = one.rest & other.rest
    if not act or not shared or one.deed.denied != other.deed.denied:
        return 0.0
    names = one.names | other.names
    if act == _NO_ACT and (
        len(shared) < 3 or shared <= names or shared <= one.subject or shared <= other.subject
    ):
        return 0.0
    left, right = one.names - other.words, other.names - one.words
    if (left and right and not shared & names) or _contradict(one, other):
        return 0.0
    if one.deed.head in WHOLE and one.subject and other.subject:
        return act * share(one.subject, other.subject, names, whole=whole)
    if _have_other_roles(one, other, names):
        return 0.0
    if one.deed.head in EMPTY and not (one.predicate and other.predicate):
        return 0.0  # "Roe said": of each sentence something else
    ratio = share(one.rest, other.rest, names, whole=whole or one.deed.head in EMPTY)
    if len(shared) == 1 and len(one.rest) + len(other.rest) > 3:
        ratio *= _BARE if shared <= names and _is_bare(one, other) else 0.5
    if left and right and len(shared & names) <= min(len(left), len(right)):
        ratio *= 0.9 if len(shared & names) > 1 else 0.8
    return ratio * act


def _same_act(one: Deed, other: Deed) -> float:
    """How well what two titles tell to happen is one act."""
    if one.head and one.head == other.head:
        return 1.0
    if are_near(one.head, other.head):
        return 0.9
    if not one.head and not other.head and one.acts == other.acts:
        return 1.0 if one.acts else _NO_ACT
    if one.acts & other.acts and (one.head not in EMPTY or other.head not in EMPTY):
        return 0.85
    return 0.0 if (one.head and other.head) or (one.acts and other.acts) else _NO_ACT


def _contradict(one: Gist, other: Gist) -> bool:
    """Whether numbers or ordinals of both say different things."""
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return True
    return bool(one.ordinals and other.ordinals and not one.ordinals & other.ordinals)


def _is_bare(one: Gist, other: Gist) -> bool:
    """Whether one of two titles of one act says who, and nothing more: "Roe was rescued"."""
    head = one.deed.head
    if head != other.deed.head or head in EMPTY or head in LIGHT:
        return False
    return bool(one.subject & other.subject) and not (one.predicate and other.predicate)


def _have_other_roles(one: Gist, other: Gist, names: frozenset[str]) -> bool:
    """Whether who does it, or to whom, differs."""
    if not one.deed.head or not other.deed.head:
        return False
    ahead, behind = one.predicate, other.predicate
    if one.deed.passive != other.deed.passive:
        done, doer = (one, other) if one.deed.passive else (other, one)
        return bool(done.subject and doer.predicate and not done.subject & doer.predicate)
    if one.deed.head in MUTUAL:
        known = one.subject & other.rest and other.subject & one.rest
        return bool(one.subject and other.subject and not known)
    if one.subject and other.subject and not one.subject & other.subject:
        return True
    return bool(ahead and behind) and share(ahead, behind, names, whole=False) < _PREDICATE


def share(
    one: frozenset[str], other: frozenset[str], names: frozenset[str], *, whole: bool = True
) -> float:
    """How much of the larger (or smaller) of two sets of words the other has; names weigh more."""
    if not one or not other:
        return float(whole and one == other)
    sizes = _total(one, names), _total(other, names)
    return _total(one & other, names) / (max(sizes) if whole else min(sizes))


def _total(words: frozenset[str], names: frozenset[str]) -> float:
    return len(words) + (_NAME_WEIGHT - 1) * len(words & names)


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
