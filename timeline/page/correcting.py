"""Correcting the selected event: its date, title and kind, another reading, or away with it."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from timeline.calendar.cell import Cell
from timeline.calendar.phrase import phrase
from timeline.calendar.times import Interval
from timeline.chronology.correction import (
    MAX_TITLE,
    Add,
    Choose,
    Correction,
    Hide,
    Redate,
    Rekind,
    Rename,
)
from timeline.chronology.dating import date_of
from timeline.chronology.event import KINDS, Event
from timeline.chronology.suggestion import read_time
from timeline.page import state
from timeline.page.plain import plain
from timeline.page.reading import Chronology, day_of
from timeline.page.words import kind_label, sentence

MOST_READINGS = 4


def show(found: Chronology, event: Event) -> None:
    """The section of the panel, folded until it is wanted."""
    problem = st.session_state.get("correction problem")
    # A new correction makes new boxes, which begin with what is so now.
    key = f"{event.id} {len(state.workspace().corrections)} {found.key}"
    with st.expander("Correct", icon=":material/edit:", key="correct"):
        left, right = st.columns((3, 2), gap="small")
        with left:
            st.text_input(
                "Date",
                event.words if event.placed else "",
                key=f"fix date {key}",
                on_change=_redate,
                args=(f"fix date {key}", event),
                placeholder="any date",
                help="7 May 2025, spring 1921, 44 BC, 1939/1945 … as exact as you know it.",
            )
        with right:
            st.selectbox(
                "Kind",
                kinds(event.placed),
                kinds(event.placed).index(event.kind) if event.kind in kinds(event.placed) else 0,
                key=f"fix kind {key}",
                format_func=kind_label,
                on_change=_rekind,
                args=(f"fix kind {key}", event),
            )
        st.text_input(
            "Title",
            event.title,
            key=f"fix title {key}",
            max_chars=MAX_TITLE,
            on_change=_rename,
            args=(f"fix title {key}", event),
        )
        if problem and problem[0] == key:
            st.error(plain(problem[1], 300))
        with st.container(horizontal=True, vertical_alignment="center"):
            for number, choice in enumerate(readings(event)):
                st.button(
                    f"Read as {phrase(choice.time)} ({plain(choice.reason, 80)})",
                    key=f"reading {number}",
                    type="tertiary",
                    icon=":material/swap_horiz:",
                    on_click=state.correct,
                    args=(choice,),
                )
            st.button(
                "Hide this event",
                key="hide",
                type="tertiary",
                icon=":material/visibility_off:",
                on_click=state.correct,
                args=(Hide(event.id),),
            )


def kinds(placed: bool) -> list[str]:
    """The kinds that an event can be given."""
    return [kind for kind in KINDS if not placed or kind != "undated"]


def readings(event: Event) -> list[Choose]:
    """The other readings of an event's mentions, each once."""
    found = [
        Choose(event.id, mention.text, reading.reason, reading.time)
        for mention in event.mentions
        for reading in mention.readings
        if isinstance(reading.time, Cell | Interval) and reading.time != event.time
    ]
    return list({one.time: one for one in found}.values())[:MOST_READINGS]


def changed(event: Event, found: Chronology) -> Iterator[str]:
    """What was corrected of an event, and how it was read."""
    read = found.read.find(event.id)
    for field in event.corrected:
        match field:
            case "date" if read is not None and read.placed:
                yield f"Date, read as {read.words}"
            case "title" if read is not None:
                yield f"Title, read as “{read.title}”"
            case "kind" if read is not None:
                yield f"Kind, read as “{kind_label(read.kind)}”"
            case "added":
                yield from _added(event, found)
            case "merged":
                yield "Merged with another"
            case "split":
                yield "A passage was split off"
            case _:
                yield f"{field.capitalize()} given by you"


def _added(event: Event, found: Chronology) -> Iterator[str]:
    """Who added an event, and on what its date rests if the text says it."""
    yield "Added by you"
    follows = any(
        isinstance(one, Add) and one.event == event.id and one.time is None
        for one in state.workspace().corrections
    )
    if follows and "date" not in event.corrected:
        for passage in event.passages[:1]:
            document = found.document(passage.document)
            if document is not None:
                reason = date_of(document, passage.start, passage.end).reason
                yield f"Dated by the text: {reason}"


def _redate(key: str, event: Event) -> None:
    text = st.session_state[key] or ""
    document = event.passages[0].document if event.passages else None
    found = state.settled()
    written = next((day_of(one) for one in found.documents if one.name == document), None)
    try:
        time, shade = read_time(text, written=written)
    except ValueError as error:
        _refuse(key, error)
    else:
        if (time, shade) != (event.time, event.shade):
            _take(Redate(event.id, time, shade, " ".join(text.split())))


def _rename(key: str, event: Event) -> None:
    try:
        fix = Rename(event.id, " ".join((st.session_state[key] or "").split()))
    except ValueError as error:
        _refuse(key, error)
    else:
        if fix.title != event.title:
            _take(fix)


def _rekind(key: str, event: Event) -> None:
    kind = st.session_state[key]
    if kind in KINDS and kind != event.kind:
        _take(Rekind(event.id, kind))


def _take(correction: Correction) -> None:
    st.session_state["correction problem"] = None
    state.correct(correction)


def _refuse(key: str, error: ValueError) -> None:
    """Say what is wrong; what was typed stays in its box."""
    _, _, name = key.split(" ", 2)
    st.session_state["correction problem"] = (name, sentence(error))
