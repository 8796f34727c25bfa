"""Dated: which mentions of a sentence date what it tells, and which of them mean one time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Anniversary, Length, Reference, Repeat, Time, Vague
from timeline.chronology.likeness import agrees, is_finer
from timeline.chronology.telling import Telling, clause_of, is_name_part
from timeline.chronology.words import COORDINATORS, PREPOSITIONS
from timeline.normaliser.mention import Mention

UNDATED = (Anniversary, Length, Repeat)
"""Times that date nothing by themselves."""
_MOST = 40
_REACH = 8
_ENDED = frozenset("ended ending ends".split())
_PERIODS = frozenset("quarter year half month months weeks period".split())
_SIDES = frozenset("up down".split())
_CHANGES = frozenset(
    """rose rise rises risen fell fall falls fallen grew grow grows grown dropped drop drops
    climbed climb climbs increased increase increases decreased decrease decreases declined
    decline declines jumped jump jumps slipped slip slips gained gain gains surged surge surges
    plunged plunge advanced shrank shrunk widened widen narrowed narrow soared tumbled edged
    doubled tripled""".split()
)


def find_dated(telling: Telling, mentions: Sequence[Mention]) -> dict[int, int]:
    """For the number of each mention that dates something the number of its clause."""
    told: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        time = mention.time
        if isinstance(time, UNDATED):
            continue
        if isinstance(time, Vague) and time.reference is Reference.PRESENT:
            continue
        place = telling.place(number)
        if place is None or is_name_part(telling, place) or _is_of_noun(telling, place):
            continue
        if is_compared(telling, place) or _is_of_period(telling, place):
            continue
        clause = clause_of(telling, place)
        if clause is not None:
            told[number] = clause
    return told


def is_compared(telling: Telling, place: int) -> bool:
    """Whether the date at a place is what a figure is compared with: "rose 3 % from a year
    earlier", "down from 1,000 in 2010", "more than in 2010", "compared with $2 million in 2010".
    """
    tokens = telling.tokens
    number = telling.clause_at(place)
    if number is None:
        return False
    first = telling.clauses[number].first
    words = [t.lower for t in tokens[max(first, place - _REACH) : place]]
    if "than" in words[-2:] or "compared" in words or "versus" in words:
        return True
    if "from" not in words:
        return False
    at = len(words) - 1 - words[::-1].index("from")
    follows = words[at + 1] if at + 1 < len(words) else ""
    if follows and not follows[0].isdigit() and follows[0] not in "$€£¥":
        return False
    change = any(t.lower in _CHANGES for t in tokens[first:place])
    return change or (at > 0 and words[at - 1] in _SIDES)


def _is_of_noun(telling: Telling, place: int) -> bool:
    """Whether a date in a headline only belongs to a noun: "Reports First-Quarter Results"."""
    after = telling.tokens[place + 1 : place + 2]
    if not telling.sentence.headline or not place or not after or not after[0].is_word:
        return False
    return after[0].is_capital and after[0].lower not in PREPOSITIONS | COORDINATORS


def _is_of_period(telling: Telling, place: int) -> bool:
    """Whether a date only says which period a noun is about ("results for the quarter ended May
    31"), or where a period ends that is a date itself ("In the quarter ended May 31, …").
    """
    tokens = telling.tokens
    ends = place > 1 and tokens[place - 1].lower in _ENDED
    at = place - 2 if ends else place
    period = tokens[at].date is not None
    if ends and period:
        return True
    if not ends and (at + 1 >= len(tokens) or tokens[at + 1].lower not in _ENDED):
        return False
    if not (period or tokens[at].lower in _PERIODS):
        return False
    before = range(at - 1, max(at - 4, 0), -1)
    led = next((n for n in before if tokens[n].lower in ("for", "of")), None)
    return led is not None and tokens[led - 1].is_word


def group_alike(mentions: Sequence[Mention], numbers: Sequence[int]) -> Iterator[list[int]]:
    """Mentions of one clause (`numbers`) in groups that mean one time, the finest first:
    "Friday, the last day of 2024".
    """
    placed = [n for n in numbers if mentions[n].placed]
    vague = [n for n in numbers if n not in placed]
    groups: list[list[int]] = []
    for number in placed[:_MOST]:
        mention = mentions[number]
        for group in groups:
            head = mentions[group[0]]
            clock = is_clock_of(head.time, mention.time)
            if clock or agrees(head.time, mention.time, head.shade, mention.shade):
                finer = is_finer(mention.time, head.time, mention.shade, head.shade)
                group.insert(0 if finer else len(group), number)
                break
        else:
            groups.append([number])
    groups += [[number] for number in placed[_MOST:]]
    if not groups and vague:
        groups.append(vague)
    yield from groups


def is_clock_of(one: Time, other: Time) -> bool:
    """Whether one of two times is a clock time of the day that the other is.

    >>> day = Cell.day(2024, 5, 15)
    >>> is_clock_of(day, Cell.part(day.first_day, "AF")), is_clock_of(day, Cell.year(2024))
    (True, False)
    """
    if not isinstance(one, Cell) or not isinstance(other, Cell):
        return False
    grains = sorted((one.grain, other.grain))
    return grains[1] is Grain.DAY and grains[0] < Grain.DAY and one.first_day == other.first_day
