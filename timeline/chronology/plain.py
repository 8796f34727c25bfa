"""Times and corrections as plain data, ready for JSON, and back with every field checked.

What comes from outside is trusted in nothing: each record has just the fields it may have, each
of its type and of a length that is capped. ValueError otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import PLAIN, Bound, Edge, Interval, Placed, Shade
from timeline.chronology.correction import (
    MAX_QUOTE,
    MAX_TITLE,
    Add,
    Choose,
    Correction,
    Hide,
    Merge,
    Redate,
    Rekind,
    Rename,
    Split,
)
from timeline.chronology.reach import in_reach

MAX_WORDS = 1_500
"""The most characters of a name, a typed date or a reason; a sentence is never longer."""
MAX_PLACE = 100_000_000
MAX_INDEX = 10**12
MAX_OFFSET = 24 * 60
_SURROGATE = re.compile("[\ud800-\udfff]")
_GRAINS = {grain.name.lower(): grain for grain in Grain}
_FLAGS = ("about", "uncertain", "assumed")


def cell_to_plain(cell: Cell) -> list[object]:
    """A cell as its grain, its index and, for a time of day in a zone, the zone's offset.

    >>> cell_to_plain(Cell.month(2025, 5))
    ['month', 24304]
    """
    plain: list[object] = [cell.grain.name.lower(), cell.index]
    return plain if cell.offset is None else [*plain, cell.offset]


def read_cell(plain: object) -> Cell:
    """The inverse of `cell_to_plain`; ValueError if it is none or out of reach."""
    if not isinstance(plain, list) or len(plain) not in (2, 3):
        raise ValueError("a cell is a grain and one or two numbers")
    grain, *numbers = plain
    if not isinstance(grain, str) or grain not in _GRAINS:
        raise ValueError("there is no such grain")
    if not all(type(number) is int for number in numbers):
        raise ValueError("a cell has whole numbers")
    if abs(numbers[0]) > MAX_INDEX or any(abs(n) > MAX_OFFSET for n in numbers[1:]):
        raise ValueError("a cell is out of reach")
    cell = Cell(_GRAINS[grain], *numbers)
    if not in_reach(cell):
        raise ValueError("a cell is out of reach")
    return cell


def correction_to_plain(correction: Correction) -> dict[str, object]:
    """A correction as plain data; what is not set is left out.

    >>> correction_to_plain(Rename("1a2b", "The bridge fell"))
    {'do': 'rename', 'event': '1a2b', 'title': 'The bridge fell'}
    """
    made: dict[str, object] = {"do": type(correction).__name__.lower()}
    if not isinstance(correction, Add):
        made["event"] = correction.event
    match correction:
        case Redate():
            made |= _time_to_plain(correction.time, correction.shade)
            made |= {"typed": correction.typed} if correction.typed else {}
        case Rename():
            made["title"] = correction.title
        case Rekind():
            made["kind"] = correction.kind
        case Merge():
            made["into"] = correction.into
        case Split():
            made |= {"document": correction.document, "text": correction.text}
        case Choose():
            made |= {"words": correction.words, "reason": correction.reason}
            made |= _time_to_plain(correction.time, PLAIN)
        case Add():
            made |= {
                "document": correction.document,
                "start": correction.start,
                "quote": correction.quote,
                "title": correction.title,
                "kind": correction.kind,
            }
            if correction.time is not None:
                made |= _time_to_plain(correction.time, correction.shade)
    return made


def read_correction(plain: object) -> Correction:
    """The inverse of `correction_to_plain`; ValueError unless every field is as it must be."""
    record = dict(plain) if isinstance(plain, dict) else {}
    act = record.pop("do", None)
    if not isinstance(act, str) or act not in _READERS:
        raise ValueError("there is no such correction")
    made = _READERS[act](record)
    if record:
        raise ValueError("a correction has no such field")
    return made


def _time_to_plain(time: Placed, shade: Shade) -> dict[str, object]:
    made: dict[str, object]
    if isinstance(time, Cell):
        made = {"time": cell_to_plain(time)}
    else:
        ends = (time.first, time.last)
        made = {"ends": [None if end is None else cell_to_plain(end) for end in ends]}
    marks = [flag for flag in _FLAGS if getattr(shade, flag)]
    marks += [str(one) for one in (shade.edge, shade.bound) if one is not None]
    return made | ({"shade": marks} if marks else {})


# -- Each reader takes its fields out of the record; what is left then does not belong there.


def _read_redate(record: dict[str, Any]) -> Redate:
    time, shade = _take_time(record)
    return Redate(_take(record, "event"), time, shade, _take(record, "typed", ""))


def _read_rename(record: dict[str, Any]) -> Rename:
    return Rename(_take(record, "event"), _take(record, "title", longest=MAX_TITLE))


def _read_rekind(record: dict[str, Any]) -> Rekind:
    return Rekind(_take(record, "event"), _take(record, "kind"))


def _read_hide(record: dict[str, Any]) -> Hide:
    return Hide(_take(record, "event"))


def _read_merge(record: dict[str, Any]) -> Merge:
    return Merge(_take(record, "event"), _take(record, "into"))


def _read_split(record: dict[str, Any]) -> Split:
    return Split(_take(record, "event"), _take(record, "document"), _take(record, "text"))


def _read_choose(record: dict[str, Any]) -> Choose:
    time, _ = _take_time(record)
    words, reason = _take(record, "words"), _take(record, "reason")
    return Choose(_take(record, "event"), words, reason, time)


def _read_add(record: dict[str, Any]) -> Add:
    dated = "time" in record or "ends" in record
    time, shade = _take_time(record) if dated else (None, PLAIN)
    start = record.pop("start", None)
    if type(start) is not int or not 0 <= start <= MAX_PLACE:
        raise ValueError("an added event begins somewhere in a text")
    quote = _take(record, "quote", longest=MAX_QUOTE)
    return Add(
        _take(record, "document"),
        start,
        start + len(quote),
        quote,
        _take(record, "title", longest=MAX_TITLE),
        _take(record, "kind"),
        time,
        shade,
    )


_READERS: dict[str, Callable[[dict[str, Any]], Correction]] = {
    "redate": _read_redate,
    "rename": _read_rename,
    "rekind": _read_rekind,
    "hide": _read_hide,
    "merge": _read_merge,
    "split": _read_split,
    "choose": _read_choose,
    "add": _read_add,
}


def _take(
    record: dict[str, Any], name: str, default: str | None = None, longest: int = MAX_WORDS
) -> str:
    value = record.pop(name, default)
    if not isinstance(value, str) or len(value) > longest or _SURROGATE.search(value):
        raise ValueError(f"{name} is no string of at most {longest} characters")
    return value


def _take_time(record: dict[str, Any]) -> tuple[Placed, Shade]:
    time, ends = record.pop("time", None), record.pop("ends", None)
    shade = _read_shade(record.pop("shade", []))
    if (time is None) == (ends is None):
        raise ValueError("a time is a cell or has two ends")
    if ends is None:
        return read_cell(time), shade
    if not isinstance(ends, list) or len(ends) != 2:
        raise ValueError("a time has two ends")
    first, last = (None if end is None else read_cell(end) for end in ends)
    return Interval(first, last), shade


def _read_shade(marks: object) -> Shade:
    if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks):
        raise ValueError("a shade is a list of words")
    if len(set(marks)) < len(marks):
        raise ValueError("a word of a shade stands there twice")
    edges = [Edge(mark) for mark in marks if mark in {*Edge}]
    bounds = [Bound(mark) for mark in marks if mark in {*Bound}]
    flags = {flag: flag in marks for flag in _FLAGS}
    if len(edges) > 1 or len(bounds) > 1:
        raise ValueError("a shade has one edge and one bound at most")
    if len(edges) + len(bounds) + sum(flags.values()) < len(marks):
        raise ValueError("there is no such shade")
    edge, bound = edges[0] if edges else None, bounds[0] if bounds else None
    return Shade(edge, bound, **flags)
