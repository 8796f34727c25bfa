"""What is computed from the open documents, once for each content and never in a rerun."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from timeline.calendar.cell import Cell, from_ordinal
from timeline.calendar.times import Anniversary, Pattern, days
from timeline.chart import figure
from timeline.chronology.compile import compile_events
from timeline.chronology.correction import Correction
from timeline.chronology.corrections import apply
from timeline.chronology.event import KINDS, Event
from timeline.chronology.naming import Register
from timeline.chronology.source import Document, document, with_day
from timeline.chronology.view import View, select
from timeline.chronology.workspace import Source, Workspace
from timeline.inputs.markdown import title
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions
from timeline.page import samples
from timeline.page.plain import cut

MAX_YEAR = 9_999
CLICKED_SIZE = 19
MAX_HEADLINE = 140
_STAMP = re.compile(r"\s{0,9}(?:date:?\s{1,9})?\d{4}-\d\d-\d\d\b", re.IGNORECASE)
CORRECTED = "✎"
"""The mark of a corrected event in the list."""
NARROW = 640
"""Below so many pixels it is a phone's page: there a finger on the chart scrolls the page."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """The open documents and their events, as corrected; `key` stands for the content of all of
    it, `text_key` for that of the documents alone.

    `register` finds events by any id they had, `read` those that are as the text has them;
    `waiting` are the corrections whose event is not there.
    """

    key: str
    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    by_id: dict[str, Event]
    kinds: tuple[str, ...]
    years: tuple[int, int] | None
    """The first and the last year of the events, astronomical; None if none is placed."""
    names: dict[str, int]
    """The names in the events with the number of events, most frequent first."""
    text_key: str
    register: Register
    read: Register
    waiting: tuple[Correction, ...] = ()

    def document(self, name: str | None) -> Document | None:
        """The document of a name, the first one if there is none of that name."""
        first = self.documents[0] if self.documents else None
        return next((one for one in self.documents if one.name == name), first)


@dataclass(frozen=True, slots=True)
class Shown:
    """The events that a view shows; `key` stands for which ones they are."""

    key: str
    placed: tuple[Event, ...]
    undated: tuple[Event, ...]
    total: int

    @property
    def count(self) -> int:
        """How many events there are."""
        return len(self.placed) + len(self.undated)


def chronology(workspace: Workspace) -> Chronology:
    """The chronology of a workspace."""
    parts = [(source.name, text_of(source), repr(source.written)) for source in workspace.sources]
    key = _digest(part for three in parts for part in three)
    read = _chronology(key, workspace.sources)
    if not workspace.corrections:
        return read
    key = _digest((key, *map(repr, workspace.corrections)))
    return _corrected(key, read, workspace.corrections)


def text_of(source: Source) -> str:
    """The text of a source; KeyError for a sample that does not exist."""
    return source.text if source.sample is None else samples.text(source.sample)


@st.cache_resource(max_entries=24, show_spinner="Reading the dates …")
def _chronology(key: str, _sources: tuple[Source, ...]) -> Chronology:
    documents = tuple(_document(source) for source in _sources)
    events = compile_events(documents)
    register = Register(events)
    return Chronology(
        key,
        documents,
        events,
        register.by_id,
        _kinds(events),
        _years(events),
        _names(events),
        key,
        register,
        register,
    )


@st.cache_resource(max_entries=24, show_spinner=False)
def _corrected(key: str, _read: Chronology, _corrections: tuple[Correction, ...]) -> Chronology:
    made = apply(_read.events, _corrections, _read.documents)
    register = Register(made.events)
    return replace(
        _read,
        key=key,
        events=made.events,
        by_id=register.by_id,
        kinds=_kinds(made.events),
        years=_years(made.events),
        register=register,
        waiting=made.waiting,
    )


def _kinds(events: Iterable[Event]) -> tuple[str, ...]:
    present = {event.kind for event in events}
    return tuple(kind for kind in KINDS if kind in present)


def _document(source: Source) -> Document:
    """A source's document; a day that the user chose from those found keeps its origin."""
    found = document(text_of(source), name=source.name)
    if source.written is None:
        return found
    origins = (one.origin for one in found.candidates if one.day == source.written)
    return with_day(found, source.written, next(origins, "given"))


def dates(found: Chronology, document: Document) -> list[Mention]:
    """All mentions of one of the documents, in order."""
    return _dates(f"{found.text_key} {document.name}", document)


@st.cache_resource(max_entries=32, show_spinner=False)
def _dates(key: str, _document: Document) -> list[Mention]:
    return mentions(_document.text, published=_document.written, language=_document.language)


def headline(document: Document) -> str:
    """What a document calls itself: its title, else a first line that reads like one, else its
    name."""
    if named := document.title or title(document.text):
        return cut(named, MAX_HEADLINE)
    for line in document.text[:2_000].split("\n"):
        if words := _STAMP.sub("", line).strip():
            like = len(words) <= MAX_HEADLINE and words[-1] not in ".,;:"
            return words if like else document.name
    return document.name


def _names(events: Iterable[Event]) -> dict[str, int]:
    counts = Counter(one.name for event in events for one in event.entities)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _years(events: Iterable[Event]) -> tuple[int, int] | None:
    ends = [end for event in events for end in days(event.time, event.shade) if end is not None]
    if not ends:
        return None
    first, last = from_ordinal(min(ends))[0], from_ordinal(max(ends))[0]
    return max(first, -MAX_YEAR), min(last, MAX_YEAR)


def shown(chronology: Chronology, view: View) -> Shown:
    """The events that a view shows."""
    parts = (
        chronology.key,
        repr(view.first),
        repr(view.last),
        repr(view.context),
        repr(view.most),
        repr(view.disputed),
        *sorted(view.hidden),
        view.text,
        "names",
        *sorted(view.names),
    )
    return _shown(_digest(parts), chronology, view)


@st.cache_resource(max_entries=64, show_spinner=False)
def _shown(key: str, _chronology: Chronology, _view: View) -> Shown:
    events = select(_chronology.events, _view)
    return Shown(
        key,
        tuple(event for event in events if event.placed),
        tuple(event for event in events if not event.placed),
        sum(event.main or _view.context for event in _chronology.events),
    )


@st.cache_resource(max_entries=32, show_spinner=False)
def drawing(
    key: str,
    _events: Sequence[Event],
    dark: bool,
    selected: str | None,
    span: tuple[int, int] | None,
    height: int | None,
    width: int,
) -> Any:
    """The Plotly figure of the events that `key` stands for, at least as high as `height`."""
    made = figure(_events, dark=dark, selected=selected, span=span, width=width)
    for trace in made.data:
        if trace.customdata is not None and trace.mode == "markers":
            # A click marks its point in the browser; a new figure would lose the zoom.
            trace.selected = {"marker": {"size": CLICKED_SIZE}}
    layout = made.layout
    layout.dragmode = "zoom" if width >= NARROW else False
    if height is not None and layout.height < height:
        edges = layout.margin.t + layout.margin.b
        grown = (height - edges) / (layout.height - edges)
        top, bottom = layout.yaxis.range
        middle, half = (top + bottom) / 2, (top - bottom) / 2 * grown
        layout.yaxis.range = (middle + half, middle - half)
        layout.height = height
    return made


def span_of(view: View, events: Sequence[Event]) -> tuple[int, int] | None:
    """The first and last day that the chart shows if the view sets a range, with some air."""
    if view.first is None and view.last is None:
        return None
    ends = [end for event in events for end in days(event.time, event.shade) if end is not None]
    low = min(ends, default=0) if view.first is None else view.first.first_day
    high = max(ends, default=0) if view.last is None else view.last.last_day
    low, high = min(low, high), max(low, high)
    air = (high - low) // 40
    return low - air, high + air


@st.cache_resource(max_entries=64, show_spinner=False)
def table(key: str, undated: bool, _events: Sequence[Event]) -> Any:
    """The events that `key` stands for as a data frame for the list."""
    import pandas as pd

    from timeline.page.words import date_label, kind_label

    columns = {
        "Date": [date_label(event) for event in _events],
        "Event": [_marked(event) for event in _events],
        "Kind": [kind_label(event.kind) for event in _events],
    }
    if undated:
        del columns["Kind"]
    else:
        columns["ISO"] = [_iso(event) for event in _events]
    return pd.DataFrame(columns, dtype="str")


def _marked(event: Event) -> str:
    return f"{CORRECTED} {event.title}" if event.corrected else event.title


def _iso(event: Event) -> str:
    if event.start == event.end:
        return event.start or ""
    return f"{event.start or '…'} / {event.end or '…'}"


def waiting(document: Document, events: Iterable[Event]) -> int:
    """How many events of a document wait for its day: their dates would follow from it."""
    if document.written is not None:
        return 0
    return sum(
        any(
            isinstance(mention.time, Pattern)
            or (isinstance(mention.time, Anniversary) and mention.time.origin is None)
            for passage in event.passages
            if passage.document == document.name
            for mention in passage.mentions
        )
        for event in events
        if not event.placed
    )


def _digest(parts: Iterable[str]) -> str:
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


def day_of(document: Document | None) -> Cell | None:
    """The day a document was written, if it is open and the day is known."""
    return None if document is None else document.written
