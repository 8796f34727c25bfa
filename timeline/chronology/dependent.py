"""Dependent clauses: what happened when, before or after something that has a date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.calendar.cell import Cell
from timeline.calendar.times import PLAIN, Length, Shade
from timeline.chronology.clause import Clause, Role
from timeline.chronology.dating import Dating
from timeline.normaliser.mention import Mention
from timeline.normaliser.shift import shift

if TYPE_CHECKING:
    from timeline.chronology.desk import Desk

_TRUST = 0.85
_SIGNS = {"after": -1, "before": 1}
_SOON = frozenset("hours minutes moments shortly soon immediately".split())
_ABOUT = Shade(about=True)


def date_dependents(desk: Desk) -> dict[int, Dating]:
    """The dates of the clauses of a sentence that hang on a date, by their numbers."""
    if not desk.told:
        return {}
    numbers = (n for n in range(1, len(desk.telling.clauses)) if n not in desk.taken)
    return {n: dating for n in numbers if (dating := date_dependent(desk, n)) is not None}


def date_dependent(desk: Desk, number: int) -> Dating | None:
    """When that happened which a clause tells that hangs on a date: "in July 1994, when 132 people
    died", "in 2005, 46 years after it had refused"; None for any other clause.
    """
    clause = desk.telling.clauses[number]
    if clause.verb is None or clause.role not in (Role.SUB, Role.RELATIVE) or clause.first < 2:
        return None
    if clause.word == "when":
        return _when(desk, clause)
    sign = _SIGNS.get(clause.word)
    return None if sign is None else _counted(desk, number, sign)


def _when(desk: Desk, clause: Clause) -> Dating | None:
    """The date right before ", when"."""
    tokens = desk.telling.tokens
    at = clause.first - 2
    comma = tokens[at].lower == ","
    date = tokens[at - comma].date if at >= comma else None
    if date is None or not comma:
        return None
    mention = desk.mentions[date]
    if not mention.placed:
        return None
    reason = f"“{mention.text}” is when"
    shade = replace(mention.shade, bound=None)
    return Dating(mention.time, shade, _sure(mention), reason, "date", mention)


def _counted(desk: Desk, number: int, sign: int) -> Dating | None:
    """A date a length before or after the one of the clause that this one hangs on."""
    telling = desk.telling
    clause = telling.clauses[number]
    word = telling.tokens[clause.first - 1]
    main = _date_before(desk, number)
    if main is None or not isinstance(main.time, Cell):
        return None
    lengths = [m for m in desk.mentions if isinstance(m.time, Length) and m.end < word.start]
    before = telling.tokens[clause.first - 2]
    if lengths and telling.text[lengths[-1].end : word.start].isspace():
        length = lengths[-1].time
        assert isinstance(length, Length)
        time = shift(main.time, length, sign)
        if time is None:
            return None
        side = "before" if sign < 0 else "after"
        reason = f"{lengths[-1].text} {side} what is told of “{main.text}”"
        return Dating(time, PLAIN, _sure(main), reason, "date", main)
    if before.lower in _SOON:
        side = "before" if sign < 0 else "after"
        reason = f"{before.text} {side} what is told of “{main.text}”"
        return Dating(main.time, _ABOUT, _sure(main), reason, "date", main)
    return None


def _date_before(desk: Desk, number: int) -> Mention | None:
    """The date of the nearest clause before that one has told by its own words."""
    found = [(at, n) for n, at in desk.told.items() if at < number and desk.mentions[n].placed]
    if not found:
        return None
    last = max(at for at, _ in found)
    mine = [desk.mentions[n] for at, n in found if at == last]
    return mine[0] if len(mine) == 1 else None


def _sure(mention: Mention) -> float:
    return round(_TRUST * mention.confidence, 2)
