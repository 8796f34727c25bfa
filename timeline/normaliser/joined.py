"""Joined: a range whose end is told by a noun, "from 1947 until his death in 1953"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Interval, Shade
from timeline.normaliser.mention import Mention

_BETWEEN = re.compile(
    r"\s(?:(?:until|till)\s(?:his|her|its|their|the|a|an|that)\s(?:[a-z'’-]+\s){1,5}?"
    r"|to\s(?:his|her|its|their|the)\s(?:[a-z'’-]+\s){0,2}?(?:death|murder|assassination|execution"
    r"|end|close|closure|fall|collapse|defeat|abolition|dissolution|retirement|resignation"
    r"|removal|arrest|departure|destruction|demolition|overthrow|outbreak|abdication|marriage)"
    r"\s(?:of\s(?:[a-z'’-]+\s){1,4}?)?)"
    r"(?:in|on)\s(?:the\s)?"
)
REACH = 80
"""How far apart the two dates can stand, in characters."""


def join(text: str, low: str, one: Mention, two: Mention) -> Mention | None:
    """The range from one date to another that says when what ends it was; None if it is none.

    Its parts are the two dates.
    """
    first, last = one.time, two.time
    if two.start - one.end > REACH or not low.startswith("from ", one.start - 5):
        return None
    if not isinstance(first, Cell) or not isinstance(last, Cell):
        return None
    if first.grain < Grain.DAY or last.grain < Grain.DAY or first.last_day >= last.first_day:
        return None
    if _BETWEEN.fullmatch(low, one.end, two.start) is None:
        return None
    shade = Shade(
        about=one.shade.about or two.shade.about,
        assumed=one.shade.assumed or two.shade.assumed,
    )
    return Mention(
        one.start,
        two.end,
        text[one.start : two.end],
        Interval(first, last),
        shade,
        "dates_range",
        one.anchored or two.anchored,
        one.direction or two.direction,
        parts=(one, replace(two, shade=replace(two.shade, bound=None))),
    )
