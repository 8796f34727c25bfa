"""How often `date_of` gives events the dates that were given by hand, on JSON files of events.

A file holds a list of documents, each with `name`, `text`, `dct` (the day it was written) and
`events`: `start`, `end` (code points of the text) and `date_value` (YYYY, YYYY-MM or
YYYY-MM-DD), as in the event-date benchmark.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.api import events
from timeline.calendar.times import Interval
from timeline.calendar.timex3 import timex_value
from timeline.chronology.dating import Dating, date_of
from timeline.chronology.source import Document, document

MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with the date by hand and the one found: `gold` and `found` as TIMEX3 values,
    `written` the day of its document, `reason` why it was found.
    """

    gold: str
    found: str
    written: str
    reason: str

    @property
    def exact(self) -> bool:
        """Whether the date found, cut to the size of the one by hand, is that one."""
        return self.found[: len(self.gold)] == self.gold

    @property
    def told(self) -> bool:
        """Whether the event did not happen on the day its document was written."""
        return self.gold != self.written[: len(self.gold)]


def read_events(path: Path, *, together: bool = False) -> Iterator[Dated]:
    """The events of a file, dated from their own document alone, or from all `together`;
    ValueError with a sentence if it is not of that form.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path} is larger than {MAX_BYTES:,} bytes")
    try:
        documents = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} is no JSON: {error}") from error
    if not isinstance(documents, list):
        raise ValueError(f"{path} holds no list of documents")
    read: list[tuple[Document, str, list[tuple[int, int, str]]]] = []
    for one in documents:
        try:
            written = one["dct"][:10]
            told = document(one["text"], name=one["name"], published=written)
            given = [(e["start"], e["end"], str(e["date_value"])) for e in one["events"]]
        except (KeyError, TypeError) as error:
            raise ValueError(f"{path} has a document or an event without {error}") from error
        read.append((told, written, given))
    chronology = events(told for told, *_ in read) if together else None
    for told, written, given in read:
        for start, end, gold in given:
            if chronology is None:
                dating = date_of(told, start, end)
            else:
                dating = chronology.date_of(told.name, start, end)
            yield Dated(gold, _value(dating), written, dating.reason)


def _value(dating: Dating) -> str:
    time = dating.time
    if isinstance(time, Interval):
        time = time.first or time.last
    return ("" if time is None else timex_value(time)) or ""


def lines(name: str, dated: Sequence[Dated]) -> Iterator[str]:
    """The report of a file."""
    rows = {
        "all": dated,
        "on the day of writing": [e for e in dated if not e.told],
        "on another": [e for e in dated if e.told],
    }
    for what, some in rows.items():
        right = sum(e.exact for e in some)
        share = f"{100 * right / len(some):6.1f} %" if some else "     -"
        yield f"{name:28.28} {what:22} {len(some):6,} events  exact {share}"
